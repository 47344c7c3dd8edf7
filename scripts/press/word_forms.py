"""Finds the forms of docs/_data/wording.yml in a text: plain words, with no grammar,
so that anybody can see why one was found."""

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import groupby
from operator import itemgetter

from press.finder import Finder
from press.model import Wording
from press.site import Site
from press.topic_words import plain

MOST_TEXTS = 1 << 16  # texts kept in mind: menus and notes stand on every page, and are looked at once
REACH = 6  # words that may stand between a denial and what it denies, and that a … of the table may stand for
_HYPHENS = re.compile("[-\u2010-\u2015\u2212]")
_DASHES = re.compile(r"\s+(?:-+|[\u2012-\u2015\u2212])\s+|\s*[\u2014\u2015]\s*")  # these part a sentence; a hyphen joins a word
_SENTENCE = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+")
_GAP = rf"(?:(?!(?:not(?! only| just)|no|never) )[^\s,;:()]+ ){{0,{REACH}}}?"  # a … never stands for a denial


@lru_cache(maxsize=MOST_TEXTS)
def folded(text: str) -> str:
    """Return a text as the table sees it: small letters, plain apostrophes, spaces for hyphens and line ends,
    commas for dashes."""
    said = plain(text)
    if "-" in said or not said.isascii():
        said = _HYPHENS.sub(" ", _DASHES.sub(", ", said))
    return " ".join(said.split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, folded."""
    return [sentence for sentence in _SENTENCE.split(folded(text)) if sentence]


@lru_cache(maxsize=64)
def rows(site: Site, use: str) -> list[Wording]:
    """Return the rows of the table for one use."""
    return [row for row in site.wording.values() if row.use == use]


class Forms(tuple[str, ...]):
    """Forms of the table. What is found with them is kept by them, and their own key to it is worked out once."""

    @cached_property
    def key(self) -> int:
        return super().__hash__()

    def __hash__(self) -> int:
        return self.key


@lru_cache(maxsize=64)
def forms(site: Site, use: str) -> Forms:
    """Return all forms of the table for one use."""
    return Forms(form for row in rows(site, use) for form in row.words)


def holds(words: tuple[str, ...], text: str) -> str:
    """Return the first of these forms that a text holds, as it stands there, or an empty string."""
    return _first(words, folded(text)) if words else ""


@lru_cache(maxsize=MOST_TEXTS)
def _first(words: tuple[str, ...], text: str) -> str:
    found = pattern(words).search(text) if finder(words).may_stand_in(text) else None
    return found[0] if found else ""


@lru_cache(maxsize=64)
def finder(words: tuple[str, ...]) -> Finder:
    """Return what finds many forms in a folded text, where one pattern of them all would be slow to make."""
    return Finder(tuple(map(folded, words)), _pattern_of_one)


@lru_cache(maxsize=4096)
def _pattern_of_one(form: str) -> re.Pattern[str]:
    """Return the pattern of one folded form, which is made fastest as it stands: it is tried only where it is likely."""
    first, _, rest = form.partition(" ")
    firsts = "/".join(sorted(set(first.split("/")), reverse=True))
    return re.compile(rf"(?<![a-z0-9]){_form(f'{firsts} {rest}'.strip())}(?![a-z0-9])")


@lru_cache(maxsize=64)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of these forms, for a folded text.

    Forms are tried by their first letter, which is ten times faster.
    """
    spread = {(first, rest) for form in map(folded, words) for firsts, _, rest in [form.partition(" ")]
              for first in firsts.split("/")}
    by_letter = groupby(sorted(spread, key=lambda form: (form[0][0], form[1])), lambda form: form[0][0])
    groups = (f"(?:{'|'.join(_of_letter(forms))})" for _, forms in by_letter)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(groups) or '(?!)'})(?![a-z0-9])")


def _of_letter(forms: Iterator[tuple[str, str]]) -> list[str]:
    """Return the patterns of forms that begin with one letter, the longest first. First words with the same rest share it."""
    same = [("/".join(sorted((first for first, _ in group), reverse=True)), rest)
            for rest, group in groupby(forms, itemgetter(1))]
    return [_form(f"{firsts} {rest}".strip()) for firsts, rest in sorted(same, key=lambda form: len(form[1]), reverse=True)]


def _form(form: str) -> str:
    # folding writes … as three dots
    return "".join(_GAP if word == "..." else rf"{_choice(word)} " for word in form.split()).rstrip()


def _choice(word: str) -> str:
    one = re.escape(word).replace(r"\*", "[a-z']*").replace("_", " ")
    return f"(?:{one.replace('/', '|')})" if "/" in one else one
