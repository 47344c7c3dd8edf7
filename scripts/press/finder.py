"""Finds forms of the table of words in a text. A text's single words tell which forms it may hold, so only for these a pattern is made and tried."""

import re
from collections import defaultdict
from collections.abc import Callable
from functools import lru_cache

_WORD = re.compile("[a-z0-9]+")
_STEM = re.compile(r"(?<!\*)([a-z0-9]+)(\*?)")  # a word, or the beginning of one, in a form
Part = tuple[frozenset[str], tuple[str, ...]]  # of a form: the words of which one must stand in the text, and their beginnings
Spans = tuple[tuple[int, int], ...]


class Finder:
    """Finds folded `forms`; `pattern` makes the pattern of one of them."""

    def __init__(self, forms: tuple[str, ...], pattern: Callable[[str], re.Pattern[str]]):
        self.forms, self.pattern = forms, pattern
        self.parts = [_parts(form) for form in forms]
        self.whole, self.begun, self.always = defaultdict(list), defaultdict(list), []  # which forms have a word, or its beginning, in their most telling part
        for number, parts in enumerate(self.parts):
            whole, begun = max(parts, key=_telling, default=(frozenset(), ()))
            for place, words in ((self.whole, whole), (self.begun, begun)):
                for word in words:
                    place[word].append(number)
            self.always += [number] if not parts else []
        self._of_word = lru_cache(maxsize=None)(self._of_word)
        self.found = lru_cache(maxsize=1 << 16)(self.found)  # the same sentences stand on many pages

    def found(self, text: str) -> dict[str, Spans]:
        """Return the forms that a folded text holds, each with where it stands."""
        words = frozenset(_WORD.findall(text))
        spans = ((self.forms[number], tuple(match.span() for match in self.pattern(self.forms[number]).finditer(text))) for number in self._likely(words))
        return {form: places for form, places in spans if places}

    def _likely(self, words: frozenset[str]) -> list[int]:
        """Return the forms of which each part stands among these words."""
        told = {number for word in words for number in self._of_word(word)}
        return sorted(number for number in told.union(self.always) if all(_stands(part, words) for part in self.parts[number]))

    def _of_word(self, word: str) -> set[int]:
        return {*self.whole.get(word, ()), *(number for end in range(1, len(word) + 1) for number in self.begun.get(word[:end], ()))}


def _parts(form: str) -> list[Part]:
    """Return what must stand in a text that holds a form: for each place in it, one of these words, or a word that begins like one of these."""
    parts = []
    for place in form.replace("...", " ").split():
        stems = [max(_STEM.findall(choice), key=lambda stem: len(stem[0]), default=("", "*")) for choice in place.split("/")]
        if all(stem for stem, _ in stems):
            parts.append((frozenset(stem for stem, more in stems if not more), tuple(stem for stem, more in stems if more)))
    return parts


def _telling(part: Part) -> int:
    """Return how much a part tells: short words stand in many texts."""
    whole, begun = part
    return min(map(len, (*whole, *begun)))


def _stands(part: Part, words: frozenset[str]) -> bool:
    whole, begun = part
    return not whole.isdisjoint(words) or any(word.startswith(begun) for word in words)
