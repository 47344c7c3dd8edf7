"""The tables of the search are honest: each address exists, each word has one meaning, and each warning can be found."""

from collections.abc import Iterator

from press.built import Built
from press.model import LayWords, Outside, Record
from press.problem import did_you_mean
from press.rules import Found, problem, rule
from press.search.plain import STOP_WORDS, split
from press.site import Site


@rule()
def search_words_lead_somewhere(site: Site, built: Built) -> Found:
    """Words that people search with lead to a page, or a part of a page, that exists."""
    known = {address for page in built.pages.values() for address in (page.url, *(f"{page.url}#{id}" for id in page.ids))}
    for row in [*site.lay_words.values(), *site.outside.values()]:
        for address in _addresses(row):
            if address not in known:
                yield problem("search_words_lead_somewhere", row.path, row.line, f"'{address}' is not an address of this guide.{did_you_mean(address, known)}",
                              "write the address of a page, or of a part as page/#part, without the site's own.")


@rule()
def search_words_have_one_meaning(site: Site, built: Built) -> Found:
    """A word that people search with stands for one thing: it is not written twice, and never both inside and outside the guide."""
    name = "search_words_have_one_meaning"
    for row in site.synonyms.values():
        if len(row.words) < 2:
            yield problem(name, row.path, row.line, f"'{row.id}' has no other word.", "add the words that mean the same, or remove the row.")
    for row in [*site.outside.values(), *site.lay_words.values()]:
        for word in set(_words(row)) & set(STOP_WORDS):
            yield problem(name, row.path, row.line, f"'{word}' alone stands in every question.", "add the word that tells what is meant.")
    for table in (site.synonyms, site.outside):
        yield from _twice(name, ((word, row) for row in table.values() for word in _words(row)))
    yield from _twice(name, ((f"{word} → {address}", row) for row in site.lay_words.values() for word in _words(row) for address in row.leads_to))
    places: dict[str, set[str]] = {}
    for row in site.lay_words.values():
        for word in _words(row):
            places.setdefault(word, set()).update(row.leads_to)
    for page in site.pages.values():
        for alias in page.aliases:
            places.setdefault(_plain(alias), set()).add(page.url)
    for row in site.outside.values():
        for word in _words(row):
            for address in sorted(places.get(word, set()) - {row.see}):
                yield problem(name, row.path, row.line, f"'{word}' asks for something outside this guide, but also leads to '{address}'.",
                              "remove it from one of the two, or let 'see' show that place.")


@rule()
def warnings_have_lay_words(site: Site, built: Built) -> Found:
    """Each reason and each warning sign can be found in people's own words."""
    found = {address for row in site.lay_words.values() for address in row.leads_to}
    for table, url in ((site.contraindications, "safety/"), (site.red_flags, "safety/signs/")):
        for row in table.values():
            if f"{url}#{row.id}" not in found and not site.lay_words.broken:
                yield problem("warnings_have_lay_words", row.path, row.line, f"'{row.id}' has no words that people search with.",
                              f"add a row with 'leads_to: [{url}#{row.id}]' to docs/_data/lay_words.yml.")


def _twice(name: str, words: Iterator[tuple[str, Record]]) -> Found:
    first: dict[str, Record] = {}
    for word, row in words:
        if word in first:
            yield problem(name, row.path, row.line, f"'{word}' stands twice, first in '{first[word].id}'.", "keep it in one place.")
        first.setdefault(word, row)


def _addresses(row: LayWords | Outside) -> tuple[str, ...]:
    return row.leads_to if isinstance(row, LayWords) else (row.see,) if row.see else ()


def _words(row: Record) -> list[str]:
    return [_plain(word) for word in (*row.words, *getattr(row, "alone", ()))]


def _plain(words: str) -> str:
    return " ".join(split(words))
