"""Turns the numbers of a drawing into places and lengths on its canvas.

Pure functions: the same numbers always give the same picture.
"""

from collections.abc import Callable, Sequence
from typing import Any

from press.model import Drawing

# Lengths are in the units of the drawings' viewBox, 360 wide.
LEFT = 61             # where the columns of fat and muscle begin
COLUMN, GAP = 94, 8   # width of a column, and of the space between two
PACK = 24             # height of the pack on top of a column
MUSCLE = 172          # height at which the muscle begins, the same in each column
CENTIMETRE = 36       # one centimetre of depth
WIDEST = 88           # the longest bar of a column
MINUTES_LEFT, MINUTES_WIDE, MINUTES_STEP = 76, 234, 30
AFTER_LEFT, AFTER_WIDE, AFTER_STEP = 14, 270, 66
SESSION_MINUTE = 4.4  # one minute of a session; its times come from the doses
SIGN_STEP = 22        # from one shape of the sign to the next
DOUBT_MIDDLE, DOUBT_WIDE = 43, 84
SHAPES = 4            # shapes in the sign of how sure we are


def geometry(drawing: Drawing) -> dict[str, Any]:
    """Return what the SVG template of `drawing` needs: its data, each with its place and length.

    Empty for a drawing without data.

    Raises ValueError when the data lacks a number, or holds one that cannot be drawn.
    """
    make = _MAKERS.get(drawing.id)
    if make is None:
        return {}
    try:
        return make(drawing.data)
    except KeyError as missing:
        raise ValueError(f"the data of the drawing '{drawing.id}' has no {missing}") from None
    except (ValueError, TypeError, IndexError, ZeroDivisionError) as error:
        raise ValueError(f"the data of the drawing '{drawing.id}' cannot be drawn: {error}") from None


def scale(numbers: Sequence[Any], longest: float) -> float:
    """Return the length of one unit when the largest of `numbers` is drawn `longest` long."""
    return longest / max(number(n) for n in numbers)


def number(value: Any) -> float:
    """Return a number of the data, which may stand there as quoted text. Raises ValueError when it is none, or below zero."""
    found = float(value)
    if not 0 <= found < float("inf"):
        raise ValueError(f"'{value}' is not a number from 0 upwards")
    return found


def steady(length: float) -> float:
    """Return a length rounded to one decimal, and without one when it is whole,
    so that the picture has the same bytes on every machine, and few."""
    rounded = round(length + 0.0, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def _cold_depth(data: dict[str, Any]) -> dict[str, Any]:
    fall, wait = data["fall"], data["wait"]
    degree = scale([n for group in fall["groups"] for n in group["cooler"]], WIDEST)
    minute = scale([group["minutes"] for group in wait["groups"]], MINUTES_WIDE)
    depths = [{"cm": cm, "y": steady(MUSCLE + number(cm) * CENTIMETRE)} for cm in fall["depths"]]
    return {
        "muscle": MUSCLE, "pack": PACK, "column": COLUMN, "half": steady(COLUMN / 2), "left": MINUTES_LEFT,
        "minute": round(minute, 4), "step": MINUTES_STEP,
        "depths": depths,
        "columns": [_column(at, group, depths, degree) for at, group in enumerate(fall["groups"])],
        "bars": [{**group, "y": at * MINUTES_STEP, "width": steady(number(group["minutes"]) * minute)}
                 for at, group in enumerate(wait["groups"])],
    }


def _column(at: int, group: dict[str, Any], depths: list[dict[str, Any]], degree: float) -> dict[str, Any]:
    """Return one column: where its middle is, and counted from there its fat as high as the layer,
    its bars as wide as the muscle got colder."""
    bars = []
    for cooler, depth in zip(group["cooler"], depths, strict=True):
        width = number(cooler) * degree
        bars.append({"cooler": cooler, "y": depth["y"], "x": steady(-width / 2), "width": steady(width)})
    pinch = [number(mm) for mm in group["mm"]]
    fat = sum(pinch) / len(pinch) / 2 / 10 * CENTIMETRE  # a pinch holds the layer twice; 10 mm are 1 cm
    first, *between, last = bars  # the cooled muscle reaches from the ends of one bar to those of the next
    right, left = (["L{} {}".format(steady(bar["x"] + side * bar["width"]), bar["y"]) for bar in between] for side in (1, 0))
    ends = "M{x} {y}h{width}".format(**first), "L{} {y}h-{width}".format(steady(last["x"] + last["width"]), **last)
    return {**group, "middle": steady(LEFT + at * (COLUMN + GAP) + COLUMN / 2), "fat": steady(fat), "top": steady(MUSCLE - fat),
            "bars": bars, "spread": "".join((ends[0], *right, ends[1], *reversed(left), "z"))}


def _numb_time(data: dict[str, Any]) -> dict[str, Any]:
    minute = scale(data["ticks"], AFTER_WIDE)
    place = [{"at": tick, "x": steady(AFTER_LEFT + number(tick) * minute)} for tick in data["ticks"]]
    lines = []
    for at, line in enumerate(data["lines"]):
        dots = [steady(AFTER_LEFT + number(m) * minute) for m in line["measured"]]
        lines.append({**line, "y": at * AFTER_STEP, "dots": dots, "end": max(dots, default=AFTER_LEFT)})
    return {"left": AFTER_LEFT, "minute": round(minute, 4), "ticks": place, "lines": lines, "height": len(lines) * AFTER_STEP}


def _session_timeline(_: dict[str, Any]) -> dict[str, Any]:
    return {"minute": SESSION_MINUTE}


def _how_sure(data: dict[str, Any]) -> dict[str, Any]:
    grades = []
    for grade in data["grades"]:
        shapes = [{"x": at * SIGN_STEP, "filled": at < number(grade["filled"])} for at in range(SHAPES)]
        doubt = (SHAPES + 1 - number(grade["filled"])) / SHAPES * DOUBT_WIDE
        grades.append({**grade, "shapes": shapes, "doubt": {"x": steady(DOUBT_MIDDLE - doubt / 2), "width": steady(doubt)}})
    return {"grades": grades}


_MAKERS: dict[str, Callable[[dict[str, Any]], dict[str, Any]]] = {
    "cold-depth": _cold_depth, "numb-time": _numb_time, "session-timeline": _session_timeline, "how-sure": _how_sure,
}
