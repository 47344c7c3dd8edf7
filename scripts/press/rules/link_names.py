"""A link that is called by the name of a page or of a part leads there, and nowhere else."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from press.built import Built
from press.built_page import BuiltPage
from press.crawl import Link, target
from press.link_sources import places_in
from press.rules import Found, problem, rule
from press.site import Site
from press.topic_words import plain

# at the start of a link, these name nothing
SMALL = set("the a an all our this that my your how to page pages part on about of for see read more".split())


@dataclass
class Names:
    """What pages are called, folded, each name with the addresses it stands for: titles and sections of the menu,
    and the words that people search with."""

    titles: dict[str, set[str]] = field(default_factory=dict)
    others: dict[str, set[str]] = field(default_factory=dict)


@rule()
def links_lead_where_their_words_say(site: Site, built: Built) -> Found:
    """The words of a link are not the name of another page than the one it leads to, nor of another part of that page."""
    names = _names(site)
    for page in built.pages.values():
        for node, address in page.links_in_text if not page.forwards else ():
            if node.attributes.keys() & {"class", "aria-label"}:  # made by a snippet, from the thing it leads to
                continue
            words = _folded(node.text())
            if not (words and (leads := target(built, Link(page.file, address))) and (meant := _meant(built, names, leads, words))):
                continue
            found, said = places_in(site, built, Link(page.file, address), True, False), " ".join(node.text().split())
            for place in [place for place in found if place.words and _folded(place.words) == words] or found[:1]:
                yield problem("links-lead-where-their-words-say", place.where, place.line,
                              f"the words '{said}' name '/{meant}', and the link leads to '/{'#'.join(filter(None, leads))}'.",
                              f"lead it to '/{meant}', or say in its words where it leads.")


def _meant(built: Built, names: Names, leads: tuple[str, str], words: str) -> str:
    """Return the address that the words of a link name when it leads elsewhere, or an empty string."""
    url, part = leads
    shown, short = built.page_at(url), _without_small(words)
    titled, called = (named.get(words) or named.get(short) or set() for named in (names.titles, names.others))
    if not shown or not (part or titled or called):
        return ""
    ids = _parts(shown).get(words) or _parts(shown).get(short) or []
    if part and ids:
        return "" if part in ids else f"{url}#{ids[0]}"
    if not titled | called or url in titled | called:
        return ""
    return min(titled) if titled else min(called) if short not in _text(shown) else ""


def _names(site: Site) -> Names:
    names = Names()
    for page in site.pages.values():
        names.titles.setdefault(_folded(page.title), set()).add(page.url)
        for alias in page.aliases:
            names.others.setdefault(_folded(alias), set()).add(page.url)
    for title, pages in site.menu:
        names.titles.setdefault(_folded(title), set()).add(pages[0].url)
    return names


@lru_cache(maxsize=4096)
def _parts(page: BuiltPage) -> dict[str, list[str]]:
    """Return the ids of a page's parts by the words of their headings."""
    parts: dict[str, list[str]] = {}
    for heading in page.tagged("h2", "h3", "h4"):
        if id := heading.attributes.get("id"):
            parts.setdefault(_folded(heading.text()), []).append(id)
    return parts


@lru_cache(maxsize=4096)
def _text(page: BuiltPage) -> str:
    return _folded(page.words_of(page.article))


@lru_cache(maxsize=1 << 14)
def _folded(words: str) -> str:
    return " ".join(re.findall(r"\w+", plain(words)))


def _without_small(words: str) -> str:
    """Return the words of a link without those at its start that name nothing: 'all the stop signs' -> 'stop signs'."""
    rest = words.split()
    while rest and rest[0] in SMALL:
        rest.pop(0)
    return " ".join(rest)
