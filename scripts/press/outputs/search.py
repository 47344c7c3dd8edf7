"""The search index: what a search can lead to, and which words point there. search-engine.js reads it."""

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from os.path import commonprefix

from press.built import Built
from press.kept import Kept, made_with
from press.prose import Prose
from press.search import learned as learnt
from press.search import naming, packed, plain
from press.search.entries import Entry, entries
from press.search.learned import Learned, digest, read_learned
from press.search.naming import kept_names
from press.search.packed import Packer
from press.search.plain import STOP_WORDS, WISHES, split, stem
from press.site import Site

MADE_WITH = made_with([__file__, *(module.__file__ for module in (learnt, naming, packed, plain))])
NAMES = ("search*.json", "search/*")
CARRIES_NO_ADVICE = "it finds a page, and the page carries its notes."
ROOM = 16_400  # characters for all excerpts together, so that a larger guide has shorter ones
LONGEST, SHORTEST = 120, 36  # characters of an excerpt
OUTSIDE = "outside:"
LETTERS = "\n0123456789abcdefghijklmnopqrstuvwxyz"  # of a word, with its end; below 64
SHARED = 15  # most letters that a word takes over from the one before
NAME = 2  # bits of how many words a name has
NOTHING = 4  # the number that means a strength of 0
# bits of a strength, of a letter, of what two words share, and of how many words there are
STRENGTH, SIGN, LENGTH, COUNT = 4, 6, 4, 16


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `search.json`."""
    yield "search.json", json.dumps(index(site, entries(site, built)), ensure_ascii=False, separators=(",", ":")).encode()


def index(site: Site, found: list[Entry], learned: Learned | None = None) -> dict[str, object]:
    """Return the index as it is sent.

    Pages, labels and entries are named by their place in the list; what many share stands in one string.

    A place that nobody has learnt of takes its names along, so that a new page is found by them.
    """
    learned = learned or read_learned(site.root)
    pages = {entry.page.url: entry.page for entry in found}
    number = {url: n for n, url in enumerate(pages)}
    labels = list(dict.fromkeys((entry.kind, entry.label) for entry in found))
    rows = sorted((row for row in site.outside.values() if not row.unsure), key=lambda row: not row.ask)
    place = {entry.address: n for n, entry in enumerate(found)} | {OUTSIDE + row.id: -1 - n for n, row in enumerate(rows)}
    asked = Counter(n for row in learned.leads.values() for n in row)
    still = sorted((n for n, address in enumerate(learned.places) if address in place), key=lambda n: (-asked[n], n))
    return {
        "stop": " ".join(STOP_WORDS),
        "wishes": " ".join(WISHES),
        "pages": [[page.url, page.title, page.kind] for page in pages.values()],
        "labels": labels,
        "entries": [_column(column) for column in zip(*(
            (number[e.page.url], e.part, e.heading if e.part else "", excerpt, labels.index((e.kind, e.label)),
             "" if {e.address, e.page.url} & set(learned.places) else _names(_called(site, e)))
            for e, excerpt in zip(found, _excerpts(found), strict=True)), strict=True)],
        "to": [place[learned.places[n]] for n in still],
        "bias": [learned.bias[n] for n in still],
        "learned": base64.b64encode(_kept(site, learned, still)).decode(),
        "outside": [[row.says, place.get(row.see, -1) if row.see else -1, *row.always] for row in rows],
        "unsure": next((row.says for row in site.outside.values() if row.unsure), ""),
    }


def _called(site: Site, entry: Entry) -> Iterable[str]:
    """Return what people call a place."""
    return [*entry.names, *(ask for row in site.questions.values() if entry.address in row.leads_to for ask in row.ask)]


def _kept(site: Site, learned: Learned, places: list[int]) -> bytes:
    """Return what `_packed` does. Nothing new is learnt in most builds, and no name is."""
    key = hashlib.sha256(repr((MADE_WITH, learned, digest(site), places)).encode()).hexdigest()
    with Kept(site.root / ".cache/search") as kept:
        return kept.get(key, lambda: _packed(learned, places, kept_names(site, learned)))


def _packed(learned: Learned, places: list[int], names: dict[tuple[str, ...], str]) -> bytes:
    """Return the words that were learnt, from A to Z, then for each where it points, and then the names,
    as search-learned.js reads them.

    The places stand in the order in which they are numbered from now on: the closer together those of a word, the less room they
    take.
    """
    packer, number = Packer(), {place: n for n, place in enumerate(places)}
    rows = {word: sorted((number[n], strength) for n, strength in row.items() if n in number)
            for word, row in sorted(learned.leads.items())}
    words = [word for word, row in rows.items() if row]
    packer.number("words", len(words), COUNT)
    for before, word in zip(["", *words], words, strict=False):
        shared = min(SHARED, len(commonprefix([before, word])))
        packer.number(f"shared {len(before)}", shared, LENGTH)
        # the first new letter stands further on in the alphabet than the one it takes the place of
        context = f"instead of {before[shared:shared + 1]}"
        for letter in f"{word}\n"[shared:]:
            packer.number(context, LETTERS.index(letter), SIGN)
            context = f"after {letter}"
    bits = len(places).bit_length()
    for word in words:
        packer.number("places", len(rows[word]), bits)
        size, before = min(6, len(rows[word]).bit_length()), -1
        for place, strength in rows[word]:
            kind = f"{size} {before < 0}".lower()
            packer.number(f"apart {kind}", place - before - 1, bits)
            packer.number(f"strength {kind}", max(0, min((1 << STRENGTH) - 1, strength + NOTHING)), STRENGTH)
            before = place
    known = {stem(word): n for n, word in enumerate(words)}
    place = {learned.places[n]: at for n, at in number.items()}
    by_place = sorted((place[warning], sorted(known[word] for word in name)) for name, warning in names.items()
                      if warning in place and known.keys() >= set(name))
    packer.number("names", len(by_place), COUNT)
    for (before, _), (at, name) in zip([(0, []), *by_place], by_place, strict=False):
        packer.number("named", at - before, bits)
        packer.number("words of a name", len(name), NAME)
        for last, word in zip([0, *name], name, strict=False):
            packer.number("word", word - last, COUNT)
    return packer.finish()


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
