"""Says which values of a style leave a safety note as it is: each property that may reach a note, and what it may be.

Whatever is not on the list counts as hiding, so that a new property fails by default.
"""

import re

import tinycss2

from press.style_checks import (
    Check,
    anything,
    is_column_or_two,
    is_font,
    is_high_enough,
    is_letter_size,
    is_low_line,
    is_own_font,
    is_wide_enough,
    lengths,
    one_of,
    within,
)

FARTHEST = {"rem": 6, "em": 6, "px": 100, "pt": 75, "%": 30, "vw": 30, "vh": 30}  # a margin or padding within the page
# a string with a letter, a digit or a code for one; a function, whose words cannot be read here
WORDS = re.compile(r"(['\"])(?:(?!\1).)*[\w\\].*\1|[\w-]+\(")
SIZES = ("height", "min-height", "block-size", "min-block-size", "bottom", "padding", "padding-block", "padding-top",
         "padding-bottom", "border-width")
TALL = ("height", "min-height", "block-size", "min-block-size", "padding", "margin", "row-gap", "gap", "border", "inset", "top",
        "translate")
SMALL = within(0, {"rem": 16, "em": 16, "px": 280})  # of what is out of its place
_LOW = within(None, {"rem": 16, "em": 16, "px": 280, "%": 100, "vw": 100})  # of what stands above the notes
_LOW_LETTERS = within(0, {"rem": 5, "em": 5, "px": 90, "pt": 65, "%": 500, "vw": 15})
HEIGHTS: dict[tuple[str, ...], Check] = {
    TALL: lambda tokens: _LOW(lengths(tokens)),
    ("font-size", "font"): lambda tokens: _LOW_LETTERS(lengths(tokens)),
    ("line-height",): is_low_line,
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
    "display": one_of("block", "inline", "inline-block", "flex", "inline-flex", "grid", "list-item", "flow-root",
                      "table", "revert"),
    "visibility": one_of("visible", "inherit"),
    # far from sight a browser may leave it undrawn, in a place as high as it was
    "content-visibility": one_of("visible", "auto"),
    "contain-intrinsic-height": lambda tokens: tokens[0].type == "ident" and tokens[0].lower_value == "auto",
    "overflow-clip-margin": within(0, {"px": 20}),
    "position": one_of("static", "relative"),
    "float": one_of("none"),
    "overflow": one_of("visible"),
    "font": is_font,
    "font-size": is_letter_size,
    "line-height": is_high_enough,
    "font-family": is_own_font,
    "letter-spacing": within(-0.05, {"em": 0.2, "rem": 0.2}),
    "max-width": is_wide_enough,
    "min-width": _PAD,
    "width": one_of("auto", "fit-content", "max-content"),
    "height": one_of("auto"),
    "gap": _PAD,
    "row-gap": _PAD,
    "column-gap": _PAD,
    "columns": is_column_or_two,
    "column-span": one_of("all", "none"),
    "flex-wrap": one_of("wrap", "nowrap"),
    "text-wrap": one_of("balance", "pretty", "wrap"),
    "white-space": one_of("normal", "nowrap", "pre-wrap"),
    "content": lambda tokens: not WORDS.search(tinycss2.serialize(tokens)),
    "border-image": one_of("none"),
    "text-transform": one_of("none", "uppercase", "capitalize"),
    "text-decoration": lambda tokens: not any(t.type == "ident" and t.lower_value in ("line-through", "overline")
                                              for t in tokens),
    "text-decoration-line": one_of("none", "underline"),
    "box-shadow": one_of("none"),
    "fill": one_of("currentcolor", "inherit"),  # a sign has the colour of its words
    "stroke": one_of("none", "currentcolor", "inherit"),
    "stroke-linecap": anything,
    "stroke-linejoin": anything,
    "text-shadow": one_of("none"),
}
# Of all names that begin so.
FAMILIES: dict[str, Check] = {
    "margin": NEAR,
    "padding": _PAD,
    "border": lambda tokens: _THIN(lengths(tokens)),
    "outline": lambda tokens: _THIN(lengths(tokens)),
    **dict.fromkeys(("list-style", "scroll-", "break-", "page-break-", "text-decoration-", "text-underline-"), anything),
}
