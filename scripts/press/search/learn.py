"""Learns from questions which words point to which place of the guide. `make learn` runs it; a build only reads what was learnt.

This is a logistic regression over words: each word gets a strength for each place, so that the strengths of a question's words,
added up, make the place most likely that answers it. All strengths start at nothing and are changed step by step until they fit,
the same way each time. Weak ones are left out at the end, and the others rounded, so that the index stays light.
"""

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy
import yaml
from scipy.sparse import csr_array

from press.built import Built
from press.search.entries import Entry, entries
from press.search.learned import UNIT, Learned, digest, write_learned
from press.search.naming import MOST_WORDS, WARNINGS
from press.search.plain import STOP_WORDS, ages, split, stem
from press.site import Site
from press.strict_yaml import LOADER

STEPS, PACE = 120, 0.25  # how often all strengths are changed, and how much at first
CALM = 2e-6  # how much a strength is drawn back to nothing: what few questions say is believed less
KEPT = 18_350  # strengths that are kept: the room there is, less what the guide may grow
SELDOM, RARE = 4, 0.9  # a word of fewer questions is worth less: it brings its letters too, and is seldom asked for
NAME = 0.5  # how much a name counts beside a question
OUTSIDE = 1.25  # and a question about something else, of which there are fewer
GRAVE = 3  # and one whose line must never be missed: somebody is in despair
WARNED = 1.15  # and one that a warning answers
BEST = 0.5  # how much of a question is kept for the best of its places; the rest goes to whichever fits best
ANSWERS = 4  # of a test's question count as right; the others would do, no more
NUMBER = numpy.float32  # twice as quick as the finer ones, and as good
LEAST = NUMBER(1e-30)
STOP = 0.2  # how much a word such as "the" counts beside a telling one, as in search-question.js


@dataclass(frozen=True)
class Lesson:
    """A question, the places that answer it (the best first when `ordered`), and how much it counts."""

    ask: str
    leads_to: tuple[str, ...]
    counts: float = 1.0
    ordered: bool = False

    @property
    def words(self) -> dict[str, float]:
        """Each stem, and how much it counts; together they count 1."""
        words = {stem(word): STOP if word in STOP_WORDS else 1.0 for word in split(ages(self.ask))}
        length = math.sqrt(max(1.0, sum(much * much for much in words.values())))
        return {word: much / length for word, much in words.items()}


def teach(site: Site, built: Built) -> Learned:
    """Write what the guide's questions teach, and return it.

    The questions of the test teach too, but not those set aside, which tell how well it went.
    """
    learned = learn(list(lessons(site, entries(site, built), _of_test(site))))
    learned.digest = digest(site)
    write_learned(site.root, learned)
    return learned


def _of_test(site: Site) -> Iterator[Lesson]:
    file, elsewhere = site.root / "tests/queries.yml", tuple(f"outside:{row.id}" for row in site.outside.values() if row.ask)
    for row in yaml.load(file.read_text(encoding="utf-8"), LOADER) if file.is_file() else ():
        if not row.get("aside") and not row.get("misspelt"):
            yield Lesson(row["ask"], elsewhere if row["kind"] == "outside" else tuple(row["reach"][:ANSWERS]))


def lessons(site: Site, found: list[Entry], others: Iterable[Lesson] = ()) -> Iterator[Lesson]:
    """Yield all that can be learnt from: the questions, the names of each place, and others that are brought along."""
    known = {row.leads_to[0] for row in site.questions.values()}
    by_address = {entry.address: entry for entry in found}
    known |= {entry.address for entry in found if entry.kind or not entry.part}
    place = {address: address if address in known else entry.page.url for address, entry in by_address.items()}
    every = [lesson for row in site.questions.values() for ask in row.ask for lesson in _spelt_out(ask, row.leads_to)]
    every += [lesson for row in site.outside.values() for ask in row.ask for lesson in _spelt_out(ask, (f"outside:{row.id}",))]
    every += [Lesson(name, (entry.address,), NAME) for entry in found for name in sorted({entry.heading, *entry.names})]
    grave = {(f"outside:{row.id}",) for row in site.outside.values() if row.always}
    for lesson in [*every, *others]:
        leads_to = tuple(dict.fromkeys(place.get(address, address) for address in lesson.leads_to if address in place
                                       or address.startswith("outside:")))
        if leads_to and lesson.words:
            worth = (GRAVE if leads_to in grave else OUTSIDE if leads_to[0].startswith("outside:")
                     else WARNED if leads_to[0].startswith(WARNINGS) else 1)
            yield replace(lesson, leads_to=leads_to, counts=lesson.counts * worth)


def _spelt_out(ask: str, leads_to: tuple[str, ...]) -> list[Lesson]:
    """Return a question once, or for each choice in brackets: "(ice|rub) my (knee|foot)" is four.

    A hundred count together like ten.
    """
    pieces = [piece.split("|") for piece in re.split(r"[()]", ask)]
    return [Lesson("".join(chosen), leads_to, math.prod(map(len, pieces)) ** -0.5, True) for chosen in itertools.product(*pieces)]


def learn(taught: list[Lesson]) -> Learned:
    """Return what the lessons teach."""
    places = sorted({place for lesson in taught for place in lesson.leads_to})
    words = sorted({word for lesson in taught for word in lesson.words})
    strengths, bias = _fit(taught, {place: n for n, place in enumerate(places)}, {word: n for n, word in enumerate(words)})
    told = Counter(word for lesson in taught for word in lesson.words)
    worth = numpy.abs(strengths) * numpy.array([[min(1, told[word] / SELDOM) ** RARE] for word in words])
    rounded = numpy.where(worth < numpy.sort(worth, axis=None)[-min(KEPT, worth.size)], 0,
                          numpy.rint(strengths / UNIT)).astype(int)
    _keep_names(rounded, strengths, taught, {place: n for n, place in enumerate(places)},
                {word: n for n, word in enumerate(words)})
    shown = _shown(taught)
    leads = {shown[word]: {int(n): int(rounded[row, n]) for n in numpy.flatnonzero(rounded[row])}
             for row, word in enumerate(words)}
    return Learned(places, [round(float(value), 1) for value in bias], {word: row for word, row in leads.items() if row})


def _keep_names(rounded: numpy.ndarray, strengths: numpy.ndarray, taught: list[Lesson], places: dict[str, int],
                words: dict[str, int]) -> None:
    """Give each word that names a warning, alone or beside one or two others, at least its strength for that warning:
    an unknown word names nothing."""
    for lesson in taught:
        if lesson.ordered and lesson.leads_to[0].startswith(WARNINGS) and len(split(lesson.ask)) <= MOST_WORDS:
            for word in lesson.words:
                row, place = words[word], places[lesson.leads_to[0]]
                if not rounded[row].any():
                    rounded[row, place] = max(1, round(strengths[row, place] / UNIT))


def _fit(taught: list[Lesson], places: dict[str, int], words: dict[str, int]) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return the strengths (words by places) and how often each place is asked for, after all steps (Adam's method)."""
    cells = [(n, words[word], much) for n, lesson in enumerate(taught) for word, much in lesson.words.items()]
    lines, columns, much = map(list, zip(*cells, strict=True))
    asked = csr_array((numpy.array(much, dtype=NUMBER), (lines, columns)), shape=(len(taught), len(words)))
    asked_by_word = asked.T.tocsr()
    right = numpy.zeros((len(taught), len(places)), dtype=bool)
    for n, lesson in enumerate(taught):
        right[n, [places[place] for place in lesson.leads_to]] = True
    best = numpy.array([places[lesson.leads_to[0]] for lesson in taught])
    ordered = numpy.array([[BEST if lesson.ordered else 0.0] for lesson in taught], dtype=NUMBER)
    counts = numpy.array([[lesson.counts] for lesson in taught], dtype=NUMBER)
    counts /= counts.sum()
    strengths, bias = numpy.zeros((len(words), len(places)), dtype=NUMBER), numpy.zeros(len(places), dtype=NUMBER)
    states = [[numpy.zeros_like(value), numpy.zeros_like(value)] for value in (strengths, bias)]
    for step in range(1, STEPS + 1):
        likely = asked @ strengths + bias
        likely = numpy.exp(likely - likely.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        wanted = numpy.where(right, likely, 0)
        wanted /= numpy.maximum(wanted.sum(axis=1, keepdims=True), LEAST)  # what is unlikely may round to nothing
        wanted *= 1 - ordered
        wanted[numpy.arange(len(taught)), best] += ordered[:, 0]
        wrong = (likely - wanted) * counts
        pace = PACE * (1 - 0.9 * step / STEPS)
        for value, slope, state, share in ((strengths, asked_by_word @ wrong + CALM * strengths, states[0], 1),
                                           (bias, wrong.sum(axis=0), states[1], 0.2)):
            state[0] = 0.9 * state[0] + 0.1 * slope
            state[1] = 0.99 * state[1] + 0.01 * slope**2
            value -= share * pace * (state[0] / (1 - 0.9**step)) / (numpy.sqrt(state[1] / (1 - 0.99**step)) + 1e-7)
    return strengths, bias


def _shown(taught: list[Lesson]) -> dict[str, str]:
    """Return for each stem the word that is written most often, which helps with slips."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for lesson in taught:
        for word in split(ages(lesson.ask)):
            seen[stem(word)][word] += 1
    return {word: min(forms, key=lambda form: (-forms[form], form)) for word, forms in seen.items()}
