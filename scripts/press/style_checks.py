"""Judges the value of a style: whether letters stay large enough to read, a box wide enough, a length within bounds."""

from collections.abc import Callable

import tinycss2

Token = tinycss2.ast.Node
Check = Callable[[list[Token]], bool]
SMALLEST = {"rem": 0.7, "em": 0.7, "px": 12, "pt": 9, "%": 70}  # of letters; smaller ones cannot be read
SHORTEST_LINE = 1.0
EVERYWHERE = ("inherit", "serif", "sans-serif", "system-ui", "monospace")  # families of letters


def anything(tokens: list[Token]) -> bool:
    """Allow every value."""
    return True


def one_of(*words: str) -> Check:
    """Allow these words alone."""
    return lambda tokens: all(t.type == "ident" and t.lower_value in words for t in tokens)


def is_column_or_two(tokens: list[Token]) -> bool:
    """Allow one or two columns, in which words stay whole on paper and on a screen."""
    return len(tokens) == 1 and tokens[0].type == "number" and tokens[0].value in (1, 2)


def within(smallest: float | None, limits: dict[str, float]) -> Check:
    """Allow lengths in these units up to a limit, not below `smallest`; no sums, which nobody can judge here."""

    def check(tokens: list[Token]) -> bool:
        for token in tokens:
            if token.type == "ident":
                continue
            unit = {"dimension": lambda t: t.lower_unit, "percentage": lambda t: "%"}.get(token.type)
            if unit is None and not (token.type == "number" and token.value == 0):
                return False
            if unit and not ((smallest if smallest is not None
                              else -limits.get(unit(token), 0)) <= token.value <= limits.get(unit(token), 0)):
                return False
        return True

    return check


def is_letter_size(tokens: list[Token]) -> bool:
    """Allow one size of letters that can be read."""
    return len(tokens) == 1 and tokens[0].type in ("dimension", "percentage", "ident") and _letters(tokens)


def is_font(tokens: list[Token]) -> bool:
    """Allow a font whose size is written out; a list of families may come from a custom property."""
    if tokens[0].type == "ident" and tokens[0].lower_value == "inherit":
        return True
    return _letters(tokens) and bool(lengths(tokens))


def _letters(tokens: list[Token]) -> bool:
    """Allow letters that can be read: the first length is their size, and what stands after a slash is the height of a line."""
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type in ("dimension", "percentage"):
            unit = "%" if token.type == "percentage" else token.lower_unit
            if token.value < SMALLEST.get(unit, float("inf")) and before != "/":
                return False
        if token.type == "function" and token.lower_name != "var":
            return False
        if token.type == "ident" and token.lower_value in ("xx-small", "x-small", "smaller"):
            return False
        if before == "/" and not is_high_enough([token]):
            return False
    return True


def is_high_enough(tokens: list[Token]) -> bool:
    """Allow the height of a line in which letters do not touch those of the next."""
    return all((t.type == "number" and t.value >= SHORTEST_LINE) or (t.type == "percentage" and t.value >= 100 * SHORTEST_LINE)
               or (t.type == "dimension" and t.lower_unit in ("em", "rem") and t.value >= SHORTEST_LINE)
               or (t.type == "ident" and t.lower_value in ("normal", "inherit")) for t in tokens)


def is_wide_enough(tokens: list[Token]) -> bool:
    """Allow a greatest width only when it is not a sliver."""
    least = {"rem": 15, "em": 15, "px": 240, "%": 90, "ch": 30, "vw": 90}
    for token in tokens:
        unit = "%" if token.type == "percentage" else token.lower_unit if token.type == "dimension" else ""
        if unit and token.value < least.get(unit, float("inf")) or token.type in ("number", "function"):
            return False
    return True


def is_own_font(tokens: list[Token]) -> bool:
    """Allow the guide's own families, which are custom properties, and those that every system has."""
    return all(t == "," or (t.type == "function" and t.lower_name == "var") or (t.type == "ident" and t.lower_value in EVERYWHERE)
               for t in tokens)


def is_low_line(tokens: list[Token]) -> bool:
    """Allow the height of a line that is at most a few letters high."""
    return all(t.type == "ident" or (t.type == "number" and t.value <= 3)
               or (t.type == "dimension" and t.lower_unit in ("em", "rem") and t.value <= 4) for t in tokens)


def lengths(tokens: list[Token]) -> list[Token]:
    """Return what of a value is a length or a share."""
    return [token for token in tokens if token.type in ("dimension", "percentage")]
