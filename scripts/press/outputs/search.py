"""The search index: what a search can lead to, and what people call it. search-engine.js reads it."""

import json
from collections.abc import Iterable, Iterator

from press.built import Built
from press.prose import Prose
from press.search.entries import Entry, entries
from press.search.plain import STOP_WORDS, split
from press.site import Site

NAMES = ("search*.json", "search/*")
CARRIES_NO_ADVICE = "it finds a page, and the page carries its notes."
ROOM = 18_000  # characters for all excerpts together, so that a larger guide has shorter ones
LONGEST, SHORTEST = 120, 40  # characters of an excerpt


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `search.json`."""
    yield "search.json", json.dumps(index(site, entries(site, built)), ensure_ascii=False, separators=(",", ":")).encode()


def index(site: Site, found: list[Entry]) -> dict[str, object]:
    """Return the index as it is sent. Pages, labels and entries are named by their place in the list; names stand in one string."""
    pages = {entry.page.url: entry.page for entry in found}
    number = {url: n for n, url in enumerate(pages)}
    place = {entry.address: n for n, entry in enumerate(found)}
    labels = list(dict.fromkeys((entry.kind, entry.label) for entry in found))
    return {
        "stop": " ".join(STOP_WORDS),
        "pages": [[page.url, page.title, page.kind] for page in pages.values()],
        "labels": labels,
        "entries": [_column(column) for column in zip(*(
            (number[e.page.url], e.part, e.heading if e.part else "", excerpt, labels.index((e.kind, e.label)), _names(e.names))
            for e, excerpt in zip(found, _excerpts(found), strict=True)))],
        "lay": [_column(" ".join(str(place[address]) for address in row.leads_to if address in place) for row in site.lay_words.values()),
                _column(_names(row.words) for row in site.lay_words.values())],
        "same": [_column(_names(row.words) for row in site.synonyms.values()), _column(_names(row.also) for row in site.synonyms.values())],
        "outside": [[_names(row.words), _names(row.unless), _names(row.alone), row.says, place.get(row.see, -1) if row.see else -1] for row in site.outside.values()],
    }


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
