"""Reads stylesheets: their rules one by one, also those in media queries and nested ones, and what cannot be judged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import tinycss2

from press.selector import each_selector, is_beside, states, subject, weight, widest
from press.style_checks import Token, anything
from press.style_values import PAGE


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

    def saying(self, declaration: Declaration) -> str:
        """Return one of its declarations as an author finds it in the stylesheet: `.note { display: none }`."""
        return f"{self.selector} {{ {declaration.name}: {declaration.text} }}"

    @cached_property
    def reaches(self) -> str:
        """The selector for all that the rule can ever reach, or draw upon."""
        return widest(self.selector)

    @cached_property
    def subject(self) -> str:
        """A tag or a class of all that the rule can reach, or an empty string."""
        return subject(self.reaches)

    @cached_property
    def is_beside(self) -> bool:
        """Whether it is about what is drawn before or after an element, where no words may stand."""
        return is_beside(self.selector)

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """When the rule holds: its media, and whether it is about a state or a part of what it reaches."""
        return (*self.media, *states(self.selector))

    @cached_property
    def weight(self) -> tuple[int, int, int]:
        """How strong the selector is beside others."""
        return weight(self.selector)


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
            declared = tuple(Declaration(d.lower_name, tuple(d.value), d.important, d.source_line) for d in inside
                             if d.type == "declaration")
            yield from (Unread(file, d.source_line, f"a declaration that is not CSS: {d.message}") for d in inside
                        if d.type == "error")
            for selector in each_selector(node.prelude, parent):
                yield StyleRule(file, selector, media, line, declared)
                yield from _rules([n for n in inside if n.type in ("qualified-rule", "at-rule")], file, media, selector)
        elif node.type == "at-rule":
            yield from _at_rule(node, file, media, parent)


def _at_rule(node: Token, file: str, media: tuple[str, ...], parent: str) -> Iterator[StyleRule | Unread]:
    name = node.lower_at_keyword
    # one spelling, however it is spaced
    condition = re.sub(r"\s*:\s*", ": ", " ".join(tinycss2.serialize(node.prelude).lower().split()))
    if name in ("media", "supports", "container") or (name == "layer" and node.content):
        inside = tinycss2.parse_blocks_contents(node.content or [], skip_comments=True, skip_whitespace=True)
        around = media if name == "layer" else (*media, f"@{name} {condition}")
        declared = tuple(Declaration(d.lower_name, tuple(d.value), d.important, d.source_line) for d in inside
                         if d.type == "declaration")
        if declared and parent:
            yield StyleRule(file, parent, around, node.source_line, declared)
        yield from _rules([n for n in inside if n.type != "declaration"], file, around, parent)
    elif name == "page":
        declared = (d
                    for d in tinycss2.parse_blocks_contents(node.content or [], skip_comments=True, skip_whitespace=True)
                    if d.type == "declaration")
        yield from (Unread(file, d.source_line,
                           f"'@page' with '{d.name}: {tinycss2.serialize(d.value).strip()}', on which notes may not fit")
                    for d in declared
                    if not PAGE.get(d.lower_name, anything)([t for t in d.value if t.type not in ("whitespace", "comment")]))
    elif name not in ("keyframes", "charset", "layer"):
        yield Unread(file, node.source_line, f"'@{name}', which can hide what it likes")


def plain_tokens(declaration: Declaration) -> list[Token]:
    """Return a declaration's value without spaces and comments."""
    return [t for t in declaration.value if t.type not in ("whitespace", "comment")]
