"""Finds forms of the table of words in a text.

A text's single words tell which forms it may hold, so only for these a pattern is made and tried.
"""

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
        numbers: dict[Part, int] = {}  # many forms share a part, which is known by its number
        self.whole, self.begun, self.telling, self.always = defaultdict(list), defaultdict(list), defaultdict(list), []
        self.order = [[numbers.setdefault(part, len(numbers)) for part in _parts(form)] for form in forms]
        self.parts = [*map(frozenset, self.order)]
        for (whole, begun), number in numbers.items():  # which parts a word stands for, and which it may begin
            for place, words in ((self.whole, whole), (self.begun, begun)):
                for word in words:
                    place[word].append(number)
        self.longest = max(map(len, self.begun), default=0)  # a word may be as long as a picture that was pasted as letters
        tells = [_telling(part) for part in numbers]
        for form, parts in enumerate(self.parts):  # which forms have a part as their most telling one
            (self.telling[max(parts, key=tells.__getitem__)] if parts else self.always).append(form)
        self._stands_for = lru_cache(maxsize=None)(self._stands_for)
        self.found = lru_cache(maxsize=1 << 16)(self.found)  # the same sentences stand on many pages
        self.may_stand_in = lru_cache(maxsize=1 << 16)(self.may_stand_in)

    def found(self, text: str) -> dict[str, Spans]:
        """Return the forms that a folded text holds, each with where it stands."""
        spans = ((self.forms[number], tuple(match.span() for match in self.pattern(self.forms[number]).finditer(text)))
                 for number in self._likely(text) if self._in_order(number, text))
        return {form: places for form, places in spans if places}

    def may_stand_in(self, text: str) -> bool:
        """Tell whether a folded text may hold a form. If not, it holds none in any part of it."""
        return bool(self._likely(text))

    def _likely(self, text: str) -> list[int]:
        """Return the forms of which each part stands among the words of a text."""
        stand = frozenset().union(*map(self._stands_for, _words(text)))
        return sorted([*self.always, *(form for part in stand & self.telling.keys() for form in self.telling[part]
                                       if self.parts[form] <= stand)])

    def _in_order(self, form: int, text: str) -> bool:
        """Tell whether the parts of a form stand in a text one after the other."""
        words = iter(_WORD.findall(text))
        return all(any(part in self._stands_for(word) for word in words) for part in self.order[form])

    def _stands_for(self, word: str) -> frozenset[int]:
        """Return the parts for which a word may stand."""
        return frozenset([*self.whole.get(word, ()),
                          *(number for end in range(1, min(len(word), self.longest) + 1) for number in self.begun.get(word[:end], ()))])


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def _parts(form: str) -> list[Part]:
    """Return what must stand in a text that holds a form: for each place in it, one of these words,
    or a word that begins like one of these."""
    return [part for place in form.replace("...", " ").split() if (part := _part(place))]


@lru_cache(maxsize=4096)  # many forms have the same words
def _part(place: str) -> Part | None:
    """Return what must stand at one place of a form, or None when anything may."""
    stems = [max(_STEM.findall(choice), key=lambda stem: len(stem[0]), default=("", "*")) for choice in place.split("/")]
    return ((frozenset(stem for stem, more in stems if not more), tuple(stem for stem, more in stems if more))
            if all(stem for stem, _ in stems) else None)


def _telling(part: Part) -> int:
    """Return how much a part tells: short words stand in many texts."""
    whole, begun = part
    return min(map(len, (*whole, *begun)))
