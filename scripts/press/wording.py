"""Finds the words of docs/_data/wording.yml in a text: plain forms, with no grammar, so that anybody can see why a word was found."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from press.model import Wording
from press.site import Site
from press.topic_words import plain

MOST_TEXTS = 1 << 16  # texts kept in mind: menus and notes stand on every page, and are looked at once
REACH = 6  # words that may stand between a denial and what it denies, and that a … of the table may stand for
_HYPHENS = re.compile("[-\u2010-\u2015\u2212]")
_SENTENCE = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+")
_BREAK = re.compile(r"[,;:()]| (?:but|yet|and|so|because|while|only|just|fail|fails|better|harm) ")  # a denial does not reach past one of these
_TURNED = re.compile(r"\b(?:why|without|not true|untrue|false|wrong|a lie|a myth|nobody doubts|no doubt)\b[^,;:()]*$")  # before a denial: it denies nothing
_ANSWER_ENDS = re.compile(r"\s*(?:[.,;!?)\"'”’]|$)")


@dataclass(frozen=True)
class Hit:
    """A form of the table in a text: its row, the words found, and the sentence they stand in."""

    row: Wording
    words: str
    sentence: str


@lru_cache(maxsize=MOST_TEXTS)
def folded(text: str) -> str:
    """Return a text as the table sees it: small letters, plain apostrophes, spaces for hyphens and line ends."""
    return " ".join(_HYPHENS.sub(" ", plain(unicodedata.normalize("NFKC", text))).split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, folded."""
    return [sentence for sentence in _SENTENCE.split(folded(text)) if sentence]


def rows(site: Site, use: str) -> list[Wording]:
    """Return the rows of the table for one use."""
    return [row for row in site.wording.values() if row.use == use]


def forms(site: Site, use: str) -> tuple[str, ...]:
    """Return all forms of the table for one use."""
    return tuple(form for row in rows(site, use) for form in row.words)


def holds(words: tuple[str, ...], text: str) -> str:
    """Return the first of these forms that a text holds, as it stands there, or an empty string."""
    return _first(words, folded(text)) if words else ""


def overclaims(site: Site, text: str) -> Iterator[Hit]:
    """Yield each overclaim of a text that no harmless phrase holds and no denial stands beside."""
    every = forms(site, "overclaim")
    for sentence in sentences(text):
        if every and pattern(every).search(sentence):
            for row in rows(site, "overclaim"):
                harmless = [m.span() for m in pattern(row.harmless).finditer(sentence)] if row.harmless else []
                for match in pattern(row.words).finditer(sentence):
                    inside = any(start <= match.start() and match.end() <= end for start, end in harmless)
                    if not inside and not denied(site, sentence, *match.span()):
                        yield Hit(row, match[0], sentence)


def denied(site: Site, sentence: str, start: int, end: int) -> bool:
    """Tell whether one of the fixed denials stands beside the words from `start` to `end` of a folded sentence."""
    before, after = sentence[:start], sentence[end:]
    for use, reach in (("denial", REACH), ("negation", 0)):
        for match in pattern(forms(site, use)).finditer(before) if rows(site, use) else ():
            between = f" {before[match.end():].strip()} "
            if len(between.split()) <= reach and not _BREAK.search(between) and not _TURNED.search(before[:match.start()]):
                return True
    for match in pattern(forms(site, "answer")).finditer(after) if rows(site, "answer") else ():
        between = f" {after[:match.start()].strip()} "
        if len(between.split()) <= REACH and not _BREAK.search(between.rstrip(": ") + " ") and _ANSWER_ENDS.match(after, match.end()):
            return True
    return False


@lru_cache(maxsize=MOST_TEXTS)
def _first(words: tuple[str, ...], text: str) -> str:
    found = pattern(words).search(text)
    return found[0] if found else ""


@lru_cache(maxsize=512)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of these forms, for a folded text. Forms are tried by their first letter, which is ten times faster."""
    longest_first = sorted((folded(form) for form in words), key=len, reverse=True)
    by_letter = groupby(sorted(longest_first, key=itemgetter(0)), itemgetter(0))
    groups = (f"(?:{'|'.join(map(_form, group))})" for _, group in by_letter)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(groups)})(?![a-z0-9])")


def _form(form: str) -> str:
    gap = rf"(?:[^\s,;:()]+ ){{0,{REACH}}}?"
    return re.escape(form).replace(r"\*", "[a-z']*").replace(r"\.\.\.\ ", gap)  # folding writes … as three dots
