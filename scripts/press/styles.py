"""Reads the stylesheets that pages link, and says which of their rules could hide, move or blot out what they reach.

What a rule may do to a safety note is listed; whatever is not on the list counts as hiding, so that a new property fails by default.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

import tinycss2

Token = tinycss2.ast.Node
SMALLEST = {"rem": 0.7, "em": 0.7, "px": 12, "pt": 9, "%": 70}  # of letters; smaller ones cannot be read
FARTHEST = {"rem": 6, "em": 6, "px": 100, "pt": 75, "%": 30, "vw": 30, "vh": 30}  # a margin or padding within the page
SHORTEST_LINE = 1.0
STATES = re.compile(r"::?(hover|focus|focus-visible|focus-within|active|visited|link|any-link|target|checked|open|popover-open|enabled|disabled"
                    r"|fullscreen|modal|defined|autofill|placeholder-shown|default|user-valid|user-invalid|lang\([^)]*\)|dir\([^)]*\))(?![\w-])|\[open\]")
BESIDE = re.compile(r"::?(before|after)$")
_MOVES = ("margin", "transform", "translate", "scale", "rotate", "zoom", "offset", "perspective", "box-shadow", "outline")
_WRITERS = ("content", "quotes", "list-style", "list-style-type", "text-overflow", "hyphenate-character", "text-emphasis", "text-emphasis-style")
_WORDS = re.compile(r"(['\"])(?:(?!\1).)*[\w\\].*\1|[\w-]+\(")  # a string with a letter, a digit or a code for one; a function, whose words cannot be read here
PART = re.compile(r"::[\w-]+(\([^)]*\))?|:(before|after|first-line|first-letter)(?![\w-])")


@dataclass(frozen=True, eq=False)
class Declaration:
    """One `name: value` of a rule, with its line."""

    name: str
    value: tuple[Token, ...]
    important: bool
    line: int

    @cached_property
    def text(self) -> str:
        return tinycss2.serialize(self.value).strip()


@dataclass(frozen=True, eq=False)
class StyleRule:
    """A rule of a stylesheet. `media` are the conditions around it; `selector` is one, without commas."""

    file: str
    selector: str
    media: tuple[str, ...]
    line: int
    declarations: tuple[Declaration, ...]

    @property
    def reaches(self) -> str:
        """The selector for all it can ever reach, or draw upon: states such as :hover and parts such as ::before are taken as given."""
        selector = re.sub(r"(^|[\s>+~(,])(?=::?[\w-]|\[open\])", r"\1*", self.selector)
        for start in [m.start() for m in re.finditer(r":not\(", selector)][::-1]:
            end = _closing(selector, start + 4)
            if STATES.search(selector, start, end):
                selector = selector[:start] + selector[end + 1:]
        return STATES.sub("", PART.sub("", selector))

    @property
    def is_beside(self) -> bool:
        """Whether it is about what is drawn before or after an element, where no words may stand."""
        return bool(BESIDE.search(self.selector))

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """When the rule holds: its media, and whether it is about a state or a part of what it reaches."""
        state = ("some state such as :hover",) if STATES.search(PART.sub("", self.selector)) else ()
        return (*self.media, *state, *(("a part such as ::marker",) if PART.search(self.selector) else ()))

    @cached_property
    def weight(self) -> tuple[int, int, int]:
        """How strong the selector is beside others: its ids, its classes and the like, its element names."""
        parts = re.sub(r":(is|not|has|where)(?=\()", "", self.selector)
        return (len(re.findall(r"#[\w-]", parts)), len(re.findall(r"\.[A-Za-z_-]|\[|(?<!:):(?!:)[a-z-]", parts)),
                len(re.findall(r"(?:^|[\s>+~(,])[A-Za-z]|::", parts)))


@dataclass(frozen=True)
class Unread:
    """Something in a stylesheet that this program cannot judge."""

    file: str
    line: int
    what: str


def read_styles(text: str, file: str) -> Iterator[StyleRule | Unread]:
    """Yield the rules of a stylesheet, those in media queries and nested ones too, and what cannot be judged."""
    yield from _rules(tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True), file, (), "")


def _rules(nodes: list[Token], file: str, media: tuple[str, ...], parent: str) -> Iterator[StyleRule | Unread]:
    for node in nodes:
        line = node.source_line
        if node.type == "error":
            yield Unread(file, line, f"a rule that is not CSS: {node.message}")
        elif node.type == "qualified-rule":
            inside = tinycss2.parse_blocks_contents(node.content, skip_comments=True, skip_whitespace=True)
            declared = tuple(Declaration(d.lower_name, tuple(d.value), d.important, d.source_line) for d in inside if d.type == "declaration")
            yield from (Unread(file, d.source_line, f"a declaration that is not CSS: {d.message}") for d in inside if d.type == "error")
            for selector in _selectors(node.prelude, parent):
                yield StyleRule(file, selector, media, line, declared)
                yield from _rules([n for n in inside if n.type in ("qualified-rule", "at-rule")], file, media, selector)
        elif node.type == "at-rule":
            yield from _at_rule(node, file, media, parent)


def _at_rule(node: Token, file: str, media: tuple[str, ...], parent: str) -> Iterator[StyleRule | Unread]:
    name = node.lower_at_keyword
    condition = re.sub(r"\s*:\s*", ": ", " ".join(tinycss2.serialize(node.prelude).lower().split()))  # one spelling, however it is spaced
    if name in ("media", "supports", "container") or (name == "layer" and node.content):
        inside = tinycss2.parse_blocks_contents(node.content or [], skip_comments=True, skip_whitespace=True)
        around = media if name == "layer" else (*media, f"@{name} {condition}")
        declared = tuple(Declaration(d.lower_name, tuple(d.value), d.important, d.source_line) for d in inside if d.type == "declaration")
        if declared and parent:
            yield StyleRule(file, parent, around, node.source_line, declared)
        yield from _rules([n for n in inside if n.type != "declaration"], file, around, parent)
    elif name == "page":
        declared = (d for d in tinycss2.parse_blocks_contents(node.content or [], skip_comments=True, skip_whitespace=True) if d.type == "declaration")
        yield from (Unread(file, d.source_line, f"'@page' with '{d.name}: {tinycss2.serialize(d.value).strip()}', on which notes may not fit")
                    for d in declared if not _PAGE.get(d.lower_name, _any)([t for t in d.value if t.type not in ("whitespace", "comment")]))
    elif name not in ("keyframes", "charset", "layer"):
        yield Unread(file, node.source_line, f"'@{name}', which can hide what it likes")


def _selectors(prelude: list[Token], parent: str) -> Iterator[str]:
    """Yield the selectors of a rule one by one, those of a nested rule with their parent."""
    parts: list[list[Token]] = [[]]
    for token in prelude:
        parts.append([]) if token == "," else parts[-1].append(token)
    for part in parts:
        selector = " ".join(tinycss2.serialize(part).split())
        if not parent:
            yield selector
        else:
            yield selector.replace("&", f":is({parent})") if "&" in selector else f":is({parent}) {selector}"


def _closing(text: str, opening: int) -> int:
    """Return where the bracket that opens at `opening` closes."""
    depth = 0
    for at in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return at
    return len(text)


def harm(declaration: Declaration) -> bool:
    """Tell whether a declaration could hide, move or blot out a safety note that it reaches. Colours are judged apart."""
    name = declaration.name
    if name.startswith("--"):
        return False
    check = _ALLOWED.get(name) or next((c for start, c in _FAMILIES.items() if name.startswith(start)), None)
    return check is None or not check(plain_tokens(declaration))


def draws(declaration: Declaration) -> bool:
    """Tell whether a declaration gives a sign a size at which it can be seen."""
    return declaration.name in ("width", "height") and all(t.type == "dimension" and t.value >= {"rem": 1, "em": 1, "px": 16}.get(t.lower_unit, float("inf")) for t in plain_tokens(declaration))


def spaces(declaration: Declaration) -> bool:
    """Tell whether a declaration gives room in a measure of the guide's own, such as var(--side), and in nothing else that is out of bounds."""
    written = [t for t in plain_tokens(declaration) if not (t.type == "function" and t.lower_name in ("var", "calc"))]
    return declaration.name.startswith(("margin", "padding")) and _NEAR(written)


def moves(declaration: Declaration) -> bool:
    """Tell whether a declaration could draw what it reaches far from its place, and so over a note that it does not reach."""
    name = declaration.name
    if name in ("top", "bottom") or name.startswith("inset"):
        return not _NEAR(plain_tokens(declaration))
    return name.startswith(_MOVES) and harm(declaration) and not spaces(declaration)


def stretches(declaration: Declaration) -> bool:
    """Tell whether a declaration makes what is out of its place as large as a window may be."""
    if declaration.name in ("inset", "inset-block"):
        tokens = [t.serialize() for t in plain_tokens(declaration)]
        return "auto" not in (tokens[0], tokens[2 if len(tokens) > 2 else 0])
    return declaration.name in _SIZES and not _SMALL(plain_tokens(declaration))


def pushes(declaration: Declaration) -> bool:
    """Tell whether a declaration makes what it reaches so high that all below it leaves the first screen."""
    check = next((check for names, check in _HEIGHTS.items() if declaration.name.startswith(names)), None)
    return check is not None and not check([t for t in plain_tokens(declaration) if not (t.type == "function" and t.lower_name == "var")])


def writes(declaration: Declaration) -> bool:
    """Tell whether a declaration puts words on a page, or something that nobody can read here. The address of a link may be printed behind it."""
    return declaration.name in _WRITERS and bool(_WORDS.search(declaration.text.replace("attr(href)", "")))


def plain_tokens(declaration: Declaration) -> list[Token]:
    """Return a declaration's value without spaces and comments."""
    return [t for t in declaration.value if t.type not in ("whitespace", "comment")]


def _any(tokens: list[Token]) -> bool:
    return True


def _one_of(*words: str) -> Callable[[list[Token]], bool]:
    return lambda tokens: all(t.type == "ident" and t.lower_value in words for t in tokens)


def _within(smallest: float | None, limits: dict[str, float]) -> Callable[[list[Token]], bool]:
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
    return tokens[0].type == "ident" and tokens[0].lower_value == "inherit" or _letters(tokens) and any(t.type in ("dimension", "percentage") for t in tokens)


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
    return all(t == "," or t.type == "function" and t.lower_name == "var" or t.type == "ident" and t.lower_value in ("inherit", "serif", "sans-serif", "system-ui", "monospace")
               for t in tokens)


_SIZES = ("height", "min-height", "block-size", "min-block-size", "bottom", "padding", "padding-block", "padding-top", "padding-bottom", "border-width")
_SMALL = _within(0, {"rem": 16, "em": 16, "px": 280})  # of what is out of its place
_LOW = _within(None, {"rem": 16, "em": 16, "px": 280, "%": 100, "vw": 100})  # of what stands above the notes
_HEIGHTS = {("height", "min-height", "block-size", "min-block-size", "padding", "margin", "row-gap", "gap", "border", "inset", "top", "translate"): lambda tokens: _LOW([t for t in tokens if t.type in ("dimension", "percentage")]),
            ("font-size", "font"): lambda tokens: _within(0, {"rem": 5, "em": 5, "px": 90, "pt": 65, "%": 500, "vw": 15})([t for t in tokens if t.type in ("dimension", "percentage")]),
            ("line-height",): lambda tokens: all(t.type == "ident" or t.type == "number" and t.value <= 3 or t.type == "dimension" and t.lower_unit in ("em", "rem") and t.value <= 4 for t in tokens)}
_THIN = _within(-1.2, {"rem": 1.2, "em": 1.2, "px": 20, "pt": 15})  # of frames
_PAPER = _within(0, {"cm": 4, "mm": 40, "in": 1.6, "pt": 110, "px": 150, "rem": 8, "em": 8})
_PAGE: dict[str, Callable[[list[Token]], bool]] = {"size": lambda tokens: all(t.type == "ident" for t in tokens),
                                                   **{f"margin{side}": _PAPER for side in ("", "-top", "-right", "-bottom", "-left")}}
_NEAR = _within(None, FARTHEST)
_PAD = _within(0, FARTHEST)
_ALLOWED: dict[str, Callable[[list[Token]], bool]] = {
    "display": _one_of("block", "inline", "inline-block", "flex", "inline-flex", "grid", "list-item", "flow-root", "table", "revert"),
    "visibility": _one_of("visible", "inherit"),
    "position": _one_of("static", "relative"),
    "float": _one_of("none"), "clear": _any, "box-sizing": _any, "overflow-wrap": _any, "word-break": _any, "hyphens": _any,
    "overflow": _one_of("visible"), "font": _font, "font-size": _size, "line-height": _line_height,
    "font-family": _own_font, "border-radius": _any, "border-color": _any, "border-collapse": _any, "font-weight": _any, "font-style": _any, "font-variant-numeric": _any, "font-kerning": _any, "color-scheme": _any,
    "letter-spacing": _within(-0.05, {"em": 0.2, "rem": 0.2}), "text-size-adjust": _any, "-webkit-text-size-adjust": _any,
    "max-width": _no_small, "min-width": _PAD, "min-height": _any, "min-block-size": _any, "width": _one_of("auto", "fit-content", "max-content"),
    "height": _one_of("auto"), "gap": _PAD, "row-gap": _PAD, "column-gap": _PAD, "flex": _any, "flex-wrap": _one_of("wrap", "nowrap"),
    "align-items": _any, "align-self": _any, "align-content": _any, "justify-content": _any, "justify-self": _any, "justify-items": _any,
    "grid-template-columns": _any, "vertical-align": _any, "text-align": _any, "text-wrap": _one_of("balance", "pretty", "wrap"),
    "white-space": _one_of("normal", "nowrap", "pre-wrap"), "cursor": _any, "orphans": _any, "widows": _any, "tab-size": _any, "quotes": _any,
    "content": lambda tokens: not _WORDS.search(tinycss2.serialize(tokens)), "border-image": _one_of("none"),
    "color": _any, "background": _any, "background-color": _any, "print-color-adjust": _any, "-webkit-print-color-adjust": _any,
    "text-transform": _one_of("none", "uppercase", "capitalize"), "accent-color": _any, "caret-color": _any,
    "text-decoration": lambda tokens: not any(t.type == "ident" and t.lower_value in ("line-through", "overline") for t in tokens),
    "text-decoration-line": _one_of("none", "underline"), "box-shadow": _one_of("none"), "text-shadow": _one_of("none"),
}
_FAMILIES: dict[str, Callable[[list[Token]], bool]] = {
    "margin": _NEAR, "padding": _PAD, "border": lambda tokens: _THIN([t for t in tokens if t.type in ("dimension", "percentage")]), "outline": lambda tokens: _THIN([t for t in tokens if t.type in ("dimension", "percentage")]), "list-style": _any, "scroll-": _any, "break-": _any, "page-break-": _any,
    "text-decoration-": _any, "text-underline-": _any, "fill": _any, "stroke": _any,
}
