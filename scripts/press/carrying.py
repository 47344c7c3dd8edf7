"""What each kind of file says of the safety notes in it. A module of `press/outputs/` names its files (NAMES), and then either

    CARRIES = Carries("short", words)      each required note in this form, found in the words that a reader gets; or
    CARRIES_NO_ADVICE = "why not"          a reason why nobody follows advice from such a file.

A module that says neither stops the build.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatch
from types import ModuleType
from typing import Literal

from selectolax.lexbor import LexborHTMLParser

from press.blocks import words
from press.model import GRAVE, Note, Page


@dataclass(frozen=True)
class Carries:
    """Which form of each required note a kind of file shows.

    `words` gives the words it has for a page, as a reader gets them, or None for nothing.

    By severity means: do-not and get-help notes in full, the others in short. With `every_page` one file holds all pages;
    otherwise it lies beside the page that it is about.
    """

    form: Literal["text", "short", "by severity"]
    words: Callable[[bytes, Page], str | None]
    every_page: bool = False

    def form_of(self, note: Note) -> str:
        """Return the form in which a note is shown: `text` or `short`."""
        return self.form if self.form != "by severity" else "text" if note.severity in GRAVE else "short"


def makers_of(file: str, makers: list[ModuleType]) -> list[ModuleType]:
    """Return the modules that say they make a file: one, when all is well."""
    return [maker for maker in makers if any(fnmatch(file, pattern) for pattern in getattr(maker, "NAMES", ()))]


def words_of_html(content: bytes, page: Page) -> str:
    """Return the visible words of an HTML file that is about one page."""
    body = LexborHTMLParser(content).body
    return words(body) if body else ""
