"""The names of warnings that must be known by heart: those which the learnt strengths alone would not lead to their warning.

A name is certain, and no matter of learning: "waters broke" is a sign, although "broke" mostly speaks of bones. Most names lead
to their warning anyway, and cost nothing. search-engine.js asks for the others as they stand.
"""

import math
from collections.abc import Iterator
from functools import lru_cache

from press.model import Questions
from press.search.learned import UNIT, Learned
from press.search.plain import STOP_WORDS, WISHES, ages, split, stem
from press.site import Site

MOST_WORDS = 3  # of a name
# a name that leads to its warning as surely as this is not kept; above NAMED in search-engine.js, as other words may stand beside
# it
SURE = 0.38
LONGER, COMMON = 0.3, 0.2  # as in search-engine.js
SIGNS, ELSEWHERE = "safety/signs/#", 0.3  # nor is a sign left to the strengths that is as likely to be about something else
# nor any warning that they would send away: of which something else is so likely (or less, when it is so many times likelier than
# anything of the guide), and no warning as likely as the last; as in search-engine.js
AWAY, PERHAPS, CLEAR, HIDDEN = 0.5, 0.35, 3, 0.25
WARNINGS, OUTSIDE = ("safety/#", SIGNS), "outside:"


def kept_names(site: Site, learned: Learned) -> dict[tuple[str, ...], str]:
    """Return the names that must be kept, as stems, each with the address of its warning."""
    strengths = {stem(word): row for word, row in learned.leads.items()}
    names: dict[tuple[str, ...], list[str]] = {}
    for row in site.questions.values():
        warnings = [address for address in row.leads_to if address.startswith(WARNINGS) and address in learned.places]
        if warnings and row.leads_to[0] == warnings[0]:
            for name in _names(row):
                if strengths.keys() >= set(name):
                    names.setdefault(name, []).extend(warnings)
    all_likely = lru_cache(maxsize=None)(lambda name: _likely(name, learned, strengths))
    likeliest = lru_cache(maxsize=None)(lambda name: _likeliest(name, all_likely(name), strengths))
    kept = {}
    for name, warnings in names.items():
        parts = [name[start:end] for start in range(len(name)) for end in range(start + 1, len(name) + 1)
                 if not set(name[start:end]) <= _WISHES]
        found, sure, _ = max((likeliest(part) for part in parts), key=lambda found: found[2])
        likely = all_likely(name)
        elsewhere = sum(much for place, much in likely.items() if place.startswith(OUTSIDE))
        if (found not in warnings or sure < SURE or elsewhere > ELSEWHERE and warnings[0].startswith(SIGNS)
                or _is_sent_away(likely, elsewhere)):
            kept[tuple(sorted(name))] = max(warnings, key=likely.__getitem__)
    return kept


def _is_sent_away(likely: dict[str, float], elsewhere: float) -> bool:
    """Tell whether a name would be answered by the line that the guide is about something else, and nothing more."""
    inside = max(much for place, much in likely.items() if not place.startswith(OUTSIDE))
    warned = max(much for place, much in likely.items() if place.startswith(WARNINGS))
    return warned <= HIDDEN and elsewhere > (PERHAPS if elsewhere > CLEAR * inside else AWAY)


_WISHES = {stem(word) for word in WISHES}


def _names(row: Questions) -> Iterator[tuple[str, ...]]:
    """Yield the questions that are a name alone: few telling words, and not only what people want to do."""
    for ask in row.ask:
        words = split(ages(ask))
        telling = tuple(dict.fromkeys(stem(word) for word in words if word not in STOP_WORDS))
        if len(words) <= MOST_WORDS and "(" not in ask and not set(telling) <= _WISHES and (len(telling) > 1 or len(words) == 1):
            yield telling


def _likely(name: tuple[str, ...], learned: Learned, strengths: dict[str, dict[int, int]]) -> dict[str, float]:
    """Return how likely each place, or matter that is none of ours, is meant by a name, as search-learned.js reckons it."""
    sums = list(learned.bias)
    for word in name:
        for place, strength in strengths[word].items():
            sums[place] += UNIT * strength / math.sqrt(len(name))
    highest = max(sums)
    powers = [math.exp(value - highest) for value in sums]
    whole = sum(powers)
    return {address: power / whole for address, power in zip(learned.places, powers, strict=True)}


def _likeliest(name: tuple[str, ...], all_likely: dict[str, float], strengths: dict[str, dict[int, int]]) -> tuple[str, float, float]:
    """Return the warning that a name leads to, how surely, and how it counts beside other parts of a question,
    as search-engine.js reckons it."""
    likely = {place: much for place, much in all_likely.items() if place.startswith(WARNINGS)}
    best = max(likely, key=likely.__getitem__)
    sure = likely[best] / math.sqrt(sum(likely.values()))
    common = min(math.log2(1 + len(strengths[word])) for word in name)
    return best, sure, sure * (1 + LONGER * sum(word not in _WISHES for word in name)) * math.exp(-COMMON * common)
