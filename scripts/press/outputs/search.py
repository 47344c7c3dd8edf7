"""The search index: what a search can lead to, and which words point there. search-engine.js reads it."""

import json
from collections.abc import Iterable, Iterator

from press.built import Built
from press.prose import Prose
from press.search.entries import Entry, entries
from press.search.learned import Learned, read_learned
from press.search.plain import STOP_WORDS, split
from press.site import Site

NAMES = ("search*.json", "search/*")
CARRIES_NO_ADVICE = "it finds a page, and the page carries its notes."
ROOM = 17_000  # characters for all excerpts together, so that a larger guide has shorter ones
LONGEST, SHORTEST = 120, 40  # characters of an excerpt
OUTSIDE = "outside:"
FIRST, SKIPPED, MANY = 35, 92, 90  # a number is one sign from "#" to "~", without the backslash; MANY stands for itself and more
ZERO = 12  # the number that means a strength of 0


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `search.json`."""
    yield "search.json", json.dumps(index(site, entries(site, built)), ensure_ascii=False, separators=(",", ":")).encode()


def index(site: Site, found: list[Entry], learned: Learned | None = None) -> dict[str, object]:
    """Return the index as it is sent. Pages, labels and entries are named by their place in the list; what many share stands in one string.

    A place that nobody has learnt of takes its names along, so that a new page is found by them.
    """
    learned = learned or read_learned(site.root)
    pages = {entry.page.url: entry.page for entry in found}
    number = {url: n for n, url in enumerate(pages)}
    labels = list(dict.fromkeys((entry.kind, entry.label) for entry in found))
    rows = [row for row in site.outside.values() if row.ask] + [row for row in site.outside.values() if not row.ask]
    place = {entry.address: n for n, entry in enumerate(found)} | {OUTSIDE + row.id: -1 - n for n, row in enumerate(rows)}
    still = [(n, address) for n, address in enumerate(learned.places) if address in place]
    leads: dict[str, list[str]] = {}
    for word, row in sorted(learned.leads.items()):
        if line := _points([row.get(n, 0) for n, _ in still]):
            leads.setdefault(line, []).append(word)
    return {
        "stop": " ".join(STOP_WORDS),
        "pages": [[page.url, page.title, page.kind] for page in pages.values()],
        "labels": labels,
        "entries": [_column(column) for column in zip(*(
            (number[e.page.url], e.part, e.heading if e.part else "", excerpt, labels.index((e.kind, e.label)),
             "" if {e.address, e.page.url} & set(learned.places) else _names(_called(site, e)))
            for e, excerpt in zip(found, _excerpts(found), strict=True)))],
        "to": [place[address] for _, address in still],
        "bias": [learned.bias[n] for n, _ in still],
        "words": _column(" ".join(words) for words in leads.values()),
        "leads": _column(leads),
        "outside": [[row.says, place.get(row.see, -1) if row.see else -1] for row in rows],
    }


def _called(site: Site, entry: Entry) -> Iterable[str]:
    """Return what people call a place."""
    return [*entry.names, *(ask for row in site.questions.values() if entry.address in row.leads_to for ask in row.ask)]


def _points(strengths: list[int]) -> str:
    """Return where a word points: each place as its distance from the one before, then the strength."""
    line, before = "", -1
    for place, strength in enumerate(strengths):
        if strength:
            apart = place - before - 1
            line += _sign(MANY) * (apart // MANY) + _sign(apart % MANY) + _sign(max(0, min(MANY - 1, strength + ZERO)))
            before = place
    return line


def _sign(number: int) -> str:
    return chr(number + FIRST + (number + FIRST >= SKIPPED))


def _column(values: Iterable[object]) -> str:
    """Return what all entries have in one field, a line each: like stands beside like, and packs well."""
    return "\n".join(map(str, values))


def _names(names: Iterable[str]) -> str:
    """Return names as one string: each in plain words, each once, like beside like, which packs well."""
    return "|".join(sorted({plain for name in names if (plain := " ".join(split(name)))}))


def _excerpts(found: list[Entry]) -> Iterator[str]:
    """Yield each entry's first words, all of them as long as the room allows."""
    texts = [entry.excerpt for entry in found]
    fits = (most for most in range(LONGEST, SHORTEST, -1) if sum(min(len(text), most) for text in texts) <= ROOM)
    most = next(fits, SHORTEST)
    for text in texts:
        yield text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"
