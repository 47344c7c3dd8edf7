"""The search index: what a search can lead to, what people call it, and the rare words that stand there. search-engine.js reads it."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from press.built import Built
from press.prose import Prose
from press.search.entries import Entry, entries
from press.search.plain import STOP_WORDS, split
from press.site import Site

NAMES = ("search*.json", "search/*")
CARRIES_NO_ADVICE = "it finds a page, and the page carries its notes."
ROOM = 25_000  # characters for all excerpts together, so that a larger guide has shorter ones
LONGEST, SHORTEST = 120, 40  # characters of an excerpt
RARE = 1  # a word in more entries than this says little about any of them; names find what is common
SHORTEST_RARE = 6  # letters


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `search.json`."""
    yield "search.json", json.dumps(index(site, entries(site, built)), ensure_ascii=False, separators=(",", ":")).encode()


def index(site: Site, found: list[Entry]) -> dict[str, object]:
    """Return the index as it is sent. Pages, labels and entries are named by their place in the list; names stand in one string."""
    pages = {entry.page.url: entry.page for entry in found}
    number = {url: n for n, url in enumerate(pages)}
    place = {entry.address: n for n, entry in enumerate(found)}
    labels = list(dict.fromkeys((entry.kind, entry.label) for entry in found))
    excerpts = list(_excerpts(found))
    return {
        "stop": " ".join(STOP_WORDS),
        "pages": [[page.url, page.title, page.kind] for page in pages.values()],
        "labels": labels,
        "entries": [[number[e.page.url], e.part, e.heading if e.part else "", excerpt, labels.index((e.kind, e.label)), _names(e.names), rare]
                    for e, excerpt, rare in zip(found, excerpts, _rare(found, excerpts), strict=True)],
        "lay": [[[place[address] for address in row.leads_to if address in place], _names(row.words)] for row in site.lay_words.values()],
        "same": [_names(row.words) for row in site.synonyms.values()],
        "outside": [[_names(row.words), _names(row.unless), _names(row.alone), row.says, place.get(row.see, -1) if row.see else -1] for row in site.outside.values()],
    }


def _names(names: Iterable[str]) -> str:
    """Return names as one string: each in plain words, each once."""
    return "|".join(dict.fromkeys(filter(None, (" ".join(split(name)) for name in names))))


def _excerpts(found: list[Entry]) -> Iterator[str]:
    """Yield each entry's first words, all of them as long as the room allows."""
    texts = [entry.excerpt for entry in found]
    fits = (most for most in range(LONGEST, SHORTEST, -1) if sum(min(len(text), most) for text in texts) <= ROOM)
    most = next(fits, SHORTEST)
    for text in texts:
        yield text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _rare(found: list[Entry], excerpts: list[str]) -> Iterator[str]:
    """Yield each entry's rare words that its heading, excerpt and names do not hold: those are read from where they stand."""
    texts = [set(split(entry.text)) for entry in found]
    places = Counter(word for text in texts for word in text)
    for entry, excerpt, text in zip(found, excerpts, texts, strict=True):
        unsaid = text - set(split(" ".join([entry.heading, excerpt, *entry.names])))
        yield " ".join(sorted(word for word in unsaid if places[word] <= RARE and len(word) >= SHORTEST_RARE and not word.isdigit()))
