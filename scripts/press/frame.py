"""Reads what stylesheets say of the frame around a box, side by side: its style, its width and its colour."""

from collections.abc import Iterable

from press.style_checks import Token
from press.styles import Declaration, StyleRule, plain_tokens

SIDES = ("top", "right", "bottom", "left")
GROUPS = {"block": ("top", "bottom"), "inline": ("left", "right"), "block-start": ("top",), "block-end": ("bottom",),
          "inline-start": ("left",), "inline-end": ("right",)}
USUAL = {"style": "none", "width": "medium", "color": "currentcolor"}
DRAWN = {"solid", "double", "dashed", "dotted", "groove", "ridge", "inset", "outset"}
OTHER_STYLES = {"none", "hidden", "initial", "unset", "inherit", "revert", "revert-layer"}
WIDE = {"thin", "medium", "thick"}
Given = tuple[StyleRule, Declaration]
Sides = dict[tuple[str, str], tuple[str, Given]]


def sides(given: Iterable[Given]) -> Sides:
    """Return (side, 'style', 'width' or 'color') -> its value and what gives it.

    `given` has the declarations of one box, the strongest last.
    """
    return {part: (value, one) for one in given for part, value in _parts(one[1]).items()}


def gap(frame: Sides, edges: tuple[str, ...]) -> tuple[str, list[Given]]:
    """Return where a frame is not drawn, in words, and what takes it away; an empty string when it is drawn at these edges."""
    for side in edges:
        style, by_style = frame.get((side, "style"), ("none", None))
        width, by_width = frame.get((side, "width"), ("medium", None))
        if style not in DRAWN:
            return f"has no frame at the {side}", [by_style] if by_style else []
        if not _is_wide(width):
            return f"has a frame of '{width}' at the {side}", [by_width] if by_width else []
    return "", []


def _parts(declaration: Declaration) -> dict[tuple[str, str], str]:
    """Return what one declaration says: (side, what) -> value."""
    first, *names = declaration.name.split("-")
    what = names.pop() if names and names[-1] in USUAL else ""
    names_sides = GROUPS.get("-".join(names), ("-".join(names),)) if names else SIDES
    tokens = plain_tokens(declaration)
    if first != "border" or not tokens or not set(names_sides) <= set(SIDES):
        return {}
    if not what:
        said = USUAL | {_kind(token): token.serialize().lower() for token in tokens}
        return {(side, name): said[name] for side in names_sides for name in USUAL}
    values = [token.serialize().lower() for token in tokens]
    if not names:  # one to four values stand for all four sides: those that are left out are as the ones across, or as the first
        values += values[len(values) - 2:2]
    return {(side, what): values[n % len(values)] for n, side in enumerate(names_sides)}


def _kind(token: Token) -> str:
    if token.type in ("dimension", "number") or token.type == "ident" and token.lower_value in WIDE:
        return "width"
    return "style" if token.type == "ident" and token.lower_value in DRAWN | OTHER_STYLES else "color"


def _is_wide(width: str) -> bool:
    number = width.rstrip("abcdefghijklmnopqrstuvwxyz")
    try:
        return width in WIDE or float(number) >= (1 if width.endswith("px") else 0.05)
    except ValueError:
        return False
