"""Finds in a text what docs/_data/wording.yml forbids: claims stronger than their evidence,
and what nobody can know of a reader."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from press.denials import denied, refused
from press.model import Wording
from press.site import Site
from press.word_forms import finder, folded, forms, rows, sentences

_SAYS_NO = re.compile(r"\b(?:not|cannot|never|no|nobody|none|without|nor|whether"
                      r"|(?:ask|asks|know|knows|tell|say|see|sure) (?:if|that))\b|n't\b")


@dataclass(frozen=True)
class Hit:
    """A form of the table in a text: its row, the words found, and the sentence they stand in."""

    row: Wording
    words: str
    sentence: str


@lru_cache(maxsize=64)
def _rows_of(site: Site, use: str) -> dict[str, list[int]]:
    """Return the rows of the table for one use, by their number, that hold a form, folded."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows(site, use)):
        for form in dict.fromkeys(map(folded, row.words)):
            found.setdefault(form, []).append(number)
    return found


def overclaims(site: Site, text: str) -> Iterator[Hit]:
    """Yield each overclaim of a text that no harmless phrase holds, no denial stands beside and no answer refuses."""
    for sentence, following in pairwise([*sentences(text), ""]):
        found = hits(site, "overclaim", sentence)
        if found and not refused(site, sentence, following):
            yield from (Hit(row, sentence[start:end], sentence) for row, start, end in found
                        if not denied(site, sentence, start, end, following))


def verdicts(site: Site, text: str) -> Iterator[Hit]:
    """Yield what each sentence of a text says of its reader that nobody can know, unless a denial stands before it."""
    if not finder(forms(site, "verdict")).may_stand_in(folded(text)):
        return  # as in most
    for said, following in pairwise([*sentences(text), ""]):
        sentence = f"{said.rstrip('.!: ')}." if not said.endswith("?") else said
        found = hits(site, "verdict", sentence)
        if found and not refused(site, sentence, following):
            yield from (Hit(row, sentence[start:end], sentence) for row, start, end in found
                        if not _SAYS_NO.search(sentence[:start]))


def hits(site: Site, use: str, sentence: str) -> list[tuple[Wording, int, int]]:
    """Return where a folded sentence holds forms of one use that no harmless phrase of their row holds, each with its row."""
    found = finder(forms(site, use)).found(sentence)
    if not found:
        return []  # as in most
    spans_of: dict[int, list[tuple[int, int]]] = {}
    for form, places in found.items():
        for number in _rows_of(site, use)[form]:
            spans_of.setdefault(number, []).extend(places)
    spans = ((rows(site, use)[number], *span) for number in sorted(spans_of) for span in _apart(spans_of[number]))
    harmless = lambda row, start, end: any(a <= start and end <= b for spans in finder(row.harmless).found(sentence).values()
                                           for a, b in spans)
    return [hit for hit in spans if not harmless(*hit)]


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans from left to right, the longest first, without those that another holds a part of already."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or kept[-1][1] <= start:
            kept.append((start, end))
    return kept
