"""Finds the cautions in a page's own words: what not to do, when to stop, what to look for, whom to ask; what cites a source; and which
claims and beliefs it shows. They are sealed, so that none is lost, weakened, or exchanged for another unseen."""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.calls import CALL, arguments
from press.model import Page
from press.site import Site
from press.word_forms import folded, forms, pattern

# what a call says in a caution; claims and notes are held elsewhere
_WORDS_OF = {"dose": "the dose", "number": "the number", "region": "the words for", "cite": "the source"}
_CITES = "(the source "
_SHOWN = {"claim": "the claim", "belief": "the belief"}  # a page shows them: their words are sealed by themselves
_HEADING = re.compile(r"#{1,6}")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^)]*/)?([a-z-]+\.md#[a-z0-9-]+)?[^)]*\)")
# a part of one of these is where a link in a caution leads
_SAFETY = ("signs.md", "stop.md", "first-aid.md", "check.md", "index.md")
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^}]*\}")
# a title before a name ends no sentence
_ENDS = re.compile(r"(?<=[.!?:])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)\s+(?=[A-Z\"“'‘])")


def cautions(site: Site, page: Page) -> tuple[tuple[str, int], ...]:
    """Return the cautions of a page with their lines, each as often as it stands there: sentences, items and rows of a table
    that cite a source, or hold a word of docs/_data/wording.yml for it; and the claims and beliefs that it shows."""
    words = forms(site, "caution")
    return tuple((said, line) for said, line in said_by(page)
                 if _CITES in said or is_shown(said) or pattern(words).search(folded(said))) if words else ()


def is_shown(said: str) -> bool:
    """Tell whether it is no sentence but a claim or a belief that the page shows: `the claim 'ben-01'`."""
    return said.startswith(tuple(f"{what} '" for what in _SHOWN.values()))


def said_by(page: Page) -> tuple[tuple[str, int], ...]:
    """Return all sentences that a page's author wrote, in its header and below it, each with its line."""
    header = (("point", page.point), *(("actions", action) for action in page.actions))
    return (*((said, page.lines.get(key, 1)) for key, text in header for said in _sentences(text)),
            *said_in(page.body, page.body_line))


@lru_cache(maxsize=1024)  # in a preview, most pages are as they were
def said_in(body: str, first: int) -> tuple[tuple[str, int], ...]:
    """Return each sentence and each row of a table of a page's body, as plain words, with its line.

    What comes from data is named, not quoted.
    """
    return tuple(_said_in(body, first))


def _said_in(body: str, first: int) -> Iterator[tuple[str, int]]:
    block: list[str] = []
    start = first
    for line, text in enumerate((*body.split("\n"), ""), first):
        yield from ((f"{_SHOWN[call[1]]} '{id}'", line) for call in CALL.finditer(text) if call[1] in _SHOWN for id in arguments(call[2]))
        if not text.strip() or _HEADING.match(text) or _ITEM.match(text) or text.lstrip().startswith("|"):
            yield from ((sentence, start) for sentence in _sentences(" ".join(block)))
            block = []
        if text.lstrip().startswith("|"):
            cells = [_plain(cell) for cell in text.strip().strip("|").split("|")]
            if any(re.search(r"\w", cell) for cell in cells):
                yield ": ".join(cells), line
        elif text.strip() and not _HEADING.match(text):
            start = start if block else line
            block.append(_ITEM.sub("", text, count=1) if not block else text.strip())


def _sentences(text: str) -> list[str]:
    return [sentence for part in _ENDS.split(_plain(text)) if (sentence := part.strip()) and re.search(r"\w", sentence)]


def _plain(text: str) -> str:
    """Return Markdown as words: a dose or a word of the region by its name, a source by its
    id, links by what they say, and nothing of claims and notes."""
    said = _LINK.sub(_linked, _ATTRIBUTES.sub("", CALL.sub(_named, text)))
    return " ".join(re.sub(r"[*_`|]+", "", said).split()).replace(" .", ".").replace(" ,", ",")


def _linked(link: re.Match[str]) -> str:
    place, _, part = (link[2] or "").partition("#")
    return f"{link[1]} (leads to {place.removesuffix('.md')} {part})" if place in _SAFETY else link[1]


def _named(call: re.Match[str]) -> str:
    names = arguments(call[2])
    if call[1] == "term":
        return names[-1].replace("-", " ") if len(names) == 1 else names[1]
    return f"({_WORDS_OF[call[1]]} {' '.join(names)})" if call[1] in _WORDS_OF else ""
