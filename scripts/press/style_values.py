"""Says which values of a style leave a safety note as it is: each property that may reach a note, and what it may be.

Whatever is not on the list counts as hiding, so that a new property fails by default.
"""

import re
from collections.abc import Callable

import tinycss2

Token = tinycss2.ast.Node
Check = Callable[[list[Token]], bool]
SMALLEST = {"rem": 0.7, "em": 0.7, "px": 12, "pt": 9, "%": 70}  # of letters; smaller ones cannot be read
FARTHEST = {"rem": 6, "em": 6, "px": 100, "pt": 75, "%": 30, "vw": 30, "vh": 30}  # a margin or padding within the page
SHORTEST_LINE = 1.0
EVERYWHERE = ("inherit", "serif", "sans-serif", "system-ui", "monospace")  # families of letters
# a string with a letter, a digit or a code for one; a function, whose words cannot be read here
WORDS = re.compile(r"(['\"])(?:(?!\1).)*[\w\\].*\1|[\w-]+\(")


def anything(tokens: list[Token]) -> bool:
    """Allow every value."""
    return True


def one_of(*words: str) -> Check:
    """Allow these words alone."""
    return lambda tokens: all(t.type == "ident" and t.lower_value in words for t in tokens)


def within(smallest: float | None, limits: dict[str, float]) -> Check:
    """Allow lengths in these units up to a limit, not below `smallest`; no sums, which nobody can judge here."""

    def check(tokens: list[Token]) -> bool:
        for token in tokens:
            if token.type == "ident" or token == "/":
                continue
            unit = {"dimension": lambda t: t.lower_unit, "percentage": lambda t: "%"}.get(token.type)
            if unit is None and not (token.type == "number" and token.value == 0):
                return False
            if unit and not ((smallest if smallest is not None else -limits.get(unit(token), 0)) <= token.value <= limits.get(unit(token), 0)):
                return False
        return True

    return check


def _size(tokens: list[Token]) -> bool:
    return len(tokens) == 1 and tokens[0].type in ("dimension", "percentage", "ident") and _letters(tokens)


def _font(tokens: list[Token]) -> bool:
    """Allow a font whose size is written out; a list of families may come from a custom property."""
    if tokens[0].type == "ident" and tokens[0].lower_value == "inherit":
        return True
    return _letters(tokens) and bool(_lengths(tokens))


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
        if before == "/" and not _line_height([token]):
            return False
    return True


def _line_height(tokens: list[Token]) -> bool:
    return all((t.type == "number" and t.value >= SHORTEST_LINE) or (t.type == "percentage" and t.value >= 100 * SHORTEST_LINE)
               or (t.type == "dimension" and t.lower_unit in ("em", "rem") and t.value >= SHORTEST_LINE)
               or (t.type == "ident" and t.lower_value in ("normal", "inherit")) for t in tokens)


def _no_small(tokens: list[Token]) -> bool:
    """Allow a greatest width only when it is not a sliver."""
    least = {"rem": 15, "em": 15, "px": 240, "%": 90, "ch": 30, "vw": 90}
    for token in tokens:
        unit = "%" if token.type == "percentage" else token.lower_unit if token.type == "dimension" else ""
        if unit and token.value < least.get(unit, float("inf")) or token.type in ("number", "function"):
            return False
    return True


def _own_font(tokens: list[Token]) -> bool:
    """Allow the guide's own families, which are custom properties, and those that every system has."""
    return all(t == "," or (t.type == "function" and t.lower_name == "var") or (t.type == "ident" and t.lower_value in EVERYWHERE)
               for t in tokens)


def _low_line(tokens: list[Token]) -> bool:
    """Allow the height of a line that is at most a few letters high."""
    return all(t.type == "ident" or (t.type == "number" and t.value <= 3)
               or (t.type == "dimension" and t.lower_unit in ("em", "rem") and t.value <= 4) for t in tokens)


def _lengths(tokens: list[Token]) -> list[Token]:
    """Return what of a value is a length or a share."""
    return [token for token in tokens if token.type in ("dimension", "percentage")]


SIZES = ("height", "min-height", "block-size", "min-block-size", "bottom", "padding", "padding-block", "padding-top", "padding-bottom",
         "border-width")
TALL = ("height", "min-height", "block-size", "min-block-size", "padding", "margin", "row-gap", "gap", "border", "inset", "top", "translate")
SMALL = within(0, {"rem": 16, "em": 16, "px": 280})  # of what is out of its place
_LOW = within(None, {"rem": 16, "em": 16, "px": 280, "%": 100, "vw": 100})  # of what stands above the notes
_LOW_LETTERS = within(0, {"rem": 5, "em": 5, "px": 90, "pt": 65, "%": 500, "vw": 15})
HEIGHTS: dict[tuple[str, ...], Check] = {
    TALL: lambda tokens: _LOW(_lengths(tokens)),
    ("font-size", "font"): lambda tokens: _LOW_LETTERS(_lengths(tokens)),
    ("line-height",): _low_line,
}
_THIN = within(-1.2, {"rem": 1.2, "em": 1.2, "px": 20, "pt": 15})  # of frames
_PAPER = within(0, {"cm": 4, "mm": 40, "in": 1.6, "pt": 110, "px": 150, "rem": 8, "em": 8})
PAGE: dict[str, Check] = {
    "size": lambda tokens: all(t.type == "ident" for t in tokens),
    **{f"margin{side}": _PAPER for side in ("", "-top", "-right", "-bottom", "-left")},
}
NEAR = within(None, FARTHEST)
_PAD = within(0, FARTHEST)
# What may have any value.
_FREE = (
    "clear", "box-sizing", "overflow-wrap", "word-break", "hyphens", "border-radius", "border-color", "border-collapse",
    "font-weight", "font-style", "font-variant-numeric", "font-kerning", "color-scheme", "text-size-adjust",
    "-webkit-text-size-adjust", "min-height", "min-block-size", "flex", "align-items", "align-self", "align-content",
    "justify-content", "justify-self", "justify-items", "grid-template-columns", "vertical-align", "text-align", "cursor",
    "orphans", "widows", "tab-size", "quotes", "color", "background", "background-color", "print-color-adjust",
    "-webkit-print-color-adjust", "accent-color", "caret-color",
)
ALLOWED: dict[str, Check] = {
    **dict.fromkeys(_FREE, anything),
    "display": one_of("block", "inline", "inline-block", "flex", "inline-flex", "grid", "list-item", "flow-root", "table", "revert"),
    "visibility": one_of("visible", "inherit"),
    "position": one_of("static", "relative"),
    "float": one_of("none"),
    "overflow": one_of("visible"),
    "font": _font,
    "font-size": _size,
    "line-height": _line_height,
    "font-family": _own_font,
    "letter-spacing": within(-0.05, {"em": 0.2, "rem": 0.2}),
    "max-width": _no_small,
    "min-width": _PAD,
    "width": one_of("auto", "fit-content", "max-content"),
    "height": one_of("auto"),
    "gap": _PAD,
    "row-gap": _PAD,
    "column-gap": _PAD,
    "flex-wrap": one_of("wrap", "nowrap"),
    "text-wrap": one_of("balance", "pretty", "wrap"),
    "white-space": one_of("normal", "nowrap", "pre-wrap"),
    "content": lambda tokens: not WORDS.search(tinycss2.serialize(tokens)),
    "border-image": one_of("none"),
    "text-transform": one_of("none", "uppercase", "capitalize"),
    "text-decoration": lambda tokens: not any(t.type == "ident" and t.lower_value in ("line-through", "overline") for t in tokens),
    "text-decoration-line": one_of("none", "underline"),
    "box-shadow": one_of("none"),
    "text-shadow": one_of("none"),
}
# Of all names that begin so.
FAMILIES: dict[str, Check] = {
    "margin": NEAR,
    "padding": _PAD,
    "border": lambda tokens: _THIN(_lengths(tokens)),
    "outline": lambda tokens: _THIN(_lengths(tokens)),
    **dict.fromkeys(("list-style", "scroll-", "break-", "page-break-", "text-decoration-", "text-underline-", "fill", "stroke"), anything),
}
