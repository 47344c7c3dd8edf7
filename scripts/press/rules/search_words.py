"""The questions that the search learns from are honest: each address exists, each question has one meaning,
and each warning can be found."""

from collections.abc import Iterator

from press.built import Built
from press.model import Questions, Record
from press.problem import CannotMake, did_you_mean
from press.rules import Found, problem, rule
from press.search.learned import FILE, digest, read_learned
from press.search.plain import STOP_WORDS, split
from press.site import Site


@rule()
def search_words_lead_somewhere(site: Site, built: Built) -> Found:
    """Questions that people ask lead to a page, or a part of a page, that exists."""
    known = {address for page in built.pages.values() for address in (page.url, *(f"{page.url}#{id}" for id in page.ids))}
    gaps = site.gaps
    for row in [*site.questions.values(), *site.outside.values()]:
        for address in row.leads_to if isinstance(row, Questions) else (row.see,) if row.see else ():
            if address not in known and address.partition("#")[0] not in gaps:
                yield problem("search_words_lead_somewhere", row.path, row.line,
                              f"'{address}' is not an address of this guide.{did_you_mean(address, known)}",
                              "write the address of a page, or of a part as page/#part, without the site's own.")


@rule()
def search_words_have_one_meaning(site: Site, built: Built) -> Found:
    """A question stands for one thing: it is not written twice for one place, and never both inside and outside the guide."""
    name = "search_words_have_one_meaning"
    outside, inside = ([(row, [_plain(words) for words in row.ask]) for row in table.values()]
                       for table in (site.outside, site.questions))
    for row, asked in [*outside, *inside]:
        for words in set(asked) & set(STOP_WORDS):
            yield problem(name, row.path, row.line, f"'{words}' alone stands in every question.",
                          "add the word that tells what is meant.")
    yield from _twice(name, ((words, row) for row, asked in outside for words in asked))
    yield from _twice(name, ((f"{words} → {row.leads_to[0]}", row) for row, asked in inside for words in asked))
    places: dict[str, set[str]] = {}
    for row, asked in inside:
        for words in asked:
            places.setdefault(words, set()).update(row.leads_to)
    for page in site.pages.values():
        for alias in page.aliases:
            places.setdefault(_plain(alias), set()).add(page.url)
    for page in site.pages.values():
        said = [alias.casefold() for alias in page.aliases]
        for alias in dict.fromkeys(alias for alias in said if said.count(alias) > 1):
            yield problem(name, page.path, page.lines["aliases"],
                          f"'{alias}' stands {said.count(alias)} times among the search words.",
                          "write it once; capitals make no difference.")
    for row, asked in outside:
        for words in asked:
            for address in sorted(places.get(words, set()) - {row.see}):
                yield problem(name, row.path, row.line,
                              f"'{words}' asks for something outside this guide, but also leads to '{address}'.",
                              "remove it from one of the two, or let 'see' show that place.")


@rule()
def warnings_have_lay_words(site: Site, built: Built) -> Found:
    """Each reason and each warning sign can be found in people's own words, and the questions that bear its name lead to it first."""
    found = {address for row in site.questions.values() for address in row.leads_to}
    for table, url in ((site.contraindications, "safety/"), (site.red_flags, "safety/signs/")):
        for row in table.values():
            if f"{url}#{row.id}" not in found and not site.questions.broken:
                yield problem("warnings_have_lay_words", row.path, row.line, f"'{row.id}' has no words that people search with.",
                              f"add a row with 'leads_to: [{url}#{row.id}]' to docs/_data/questions.yml.")
            elif (asked := site.questions.get(row.id)) and asked.leads_to[0].rpartition("#")[2] != row.id:
                yield problem("warnings_have_lay_words", asked.path, asked.lines.get("leads_to", asked.line),
                              f"the questions of the warning '{row.id}' lead to '{asked.leads_to[0]}' first.",
                              f"write '{url}#{row.id}' first, or give these questions a row with another id.")


@rule()
def doubt_has_one_line(site: Site, built: Built) -> Found:
    """One line alone says that the guide may not answer a question, and it stands for no questions of its own."""
    first = None
    for row in site.outside.values():
        if row.unsure and first:
            yield problem("doubt_has_one_line", row.path, row.lines.get("unsure", row.line),
                          f"'{first.id}' is the line for a doubt already, and only one can be shown.",
                          "remove 'unsure' from one of the two rows.")
        elif row.unsure and (row.ask or row.see or row.always):
            yield problem("doubt_has_one_line", row.path, row.lines.get("unsure", row.line),
                          f"'{row.id}' is the line for a doubt, so its own questions would be lost.",
                          "remove 'unsure', or move 'ask', 'see' and 'always' to another row.")
        first = first or (row if row.unsure else None)


@rule()
def search_has_learned(site: Site, built: Built) -> Found:
    """What the search has learnt comes from the questions as they stand.

    A guide that has learnt nothing is searched by its own words.
    """
    try:
        learned = read_learned(site.root)
    except CannotMake as told:
        yield told.problem
        return
    if learned.places and learned.digest != digest(site):
        yield problem("search_has_learned", FILE, 1, "the search has not learnt from the questions as they stand now.",
                      "run 'make learn'.")


def _twice(name: str, asked: Iterator[tuple[str, Record]]) -> Found:
    first: dict[str, Record] = {}
    for words, row in asked:
        if words in first:
            yield problem(name, row.path, row.line, f"'{words}' stands twice, first in '{first[words].id}'.",
                          "keep it in one place.")
        first.setdefault(words, row)


def _plain(words: str) -> str:
    return " ".join(split(words))
