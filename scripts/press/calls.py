"""Finds what a page calls for in its source: which notes, claims and so on, and on which line."""

import re
from dataclasses import dataclass
from functools import lru_cache

from press.model import Page

CALL = re.compile(r"\{\{-?\s*([a-z_]+)\(([^}]*)\)\s*-?\}\}")
_ARGUMENT = re.compile(r"\"([^\"]*)\"|'([^']*)'")
HEADING = re.compile(r"^(#{1,6})[ \t]*(.*?)\s*(?:\{:?\s*#([^\s}]*)[^}]*\})?\s*$", re.MULTILINE)


@dataclass(frozen=True)
class Call:
    """One `{{ name("argument", …) }}` of a text, and its line."""

    name: str
    arguments: tuple[str, ...]
    line: int


def calls(page: Page) -> tuple[Call, ...]:
    """Return the calls of a page in order."""
    return _calls(page.body, page.body_line)


@lru_cache(maxsize=2048)  # many ask for the same
def _calls(body: str, line: int) -> tuple[Call, ...]:
    return tuple(Call(match[1], arguments(match[2]), line + body.count("\n", 0, match.start())) for match in CALL.finditer(body))


def arguments(text: str) -> tuple[str, ...]:
    """Return the words in quotes between the brackets of a call."""
    return tuple(one or other for one, other in _ARGUMENT.findall(text))


def line_of_call(page: Page, name: str, argument: str = "") -> int:
    """Return the line on which a page calls `name` with `argument`, or the line of the body's start."""
    found = (c.line for c in calls(page) if c.name == name and (not argument or argument in c.arguments))
    return next(found, page.body_line)


@dataclass(frozen=True)
class Heading:
    """A heading of a page's source. `id` is empty when the author gave none."""

    level: int
    words: str
    id: str
    line: int


def headings(page: Page) -> tuple[Heading, ...]:
    """Return the headings that stand in a page's source, in order."""
    return _headings(page.body, page.body_line)


@lru_cache(maxsize=2048)
def _headings(body: str, line: int) -> tuple[Heading, ...]:
    return tuple(Heading(len(match[1]), match[2], match[3] or "", line + body.count("\n", 0, match.start()))
                 for match in HEADING.finditer(body))
