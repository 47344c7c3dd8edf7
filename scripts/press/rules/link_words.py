"""The words of a link say where it goes, and what paper shows behind it is true: for somebody who hears or reads nothing else."""

import re
from functools import lru_cache

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.crawl import Link, target
from press.link_sources import places_in
from press.on_paper import from_the_start
from press.rules import Found, problem, rule
from press.site import Site

# Words that say nothing of a place. A link that has no others says nothing either: 'click here', 'read more', 'see this page'.
EMPTY = set("""
    the this that these those it its here there please over click tap press touch hit push follow use go visit open see look
    view read find learn show get continue more further full out on to at in of for with and or via link links url button
    page pages site website web webpage article text document file files pdf download image picture info information details
    detail one other another""".split())
ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
BROKEN = re.compile(r"(?<!\])\[([^\][^]{2,})\](?![\[(:])")  # words in square brackets: a link whose address is missing


@rule()
def links_say_where_they_go(site: Site, built: Built) -> Found:
    """The words of a link say where it goes, even when it is read alone."""
    for page in built.pages.values():
        for (node, address), name in zip(page.links, page.link_names, strict=True):
            if _may_say_nothing(name) and (_says_nothing(name) or page.in_text(node)):
                link, text = Link(page.file, address), page.in_text(node)
                found = places_in(site, built, link, text, not text)
                for place in [p for p in found if p.words is None or p.words.strip("*_ ") == name] or found:
                    yield problem("links-say-where-they-go", place.where, place.line,
                                  f"the link to '{place.written}' reads '{name}'.", "name the page it leads to.")


@rule()
def printed_addresses_are_those_of_links(site: Site, built: Built) -> Found:
    """The address that paper shows behind a link is that of the page it leads to."""
    for page in built.pages.values():
        for node, printed in page.having("data-at"):
            href = node.attributes.get("href") or ""
            if node.tag != "a" or printed != from_the_start(page.url, href):
                for place in places_in(site, built, Link(page.file, href), page.in_text(node), False):
                    yield problem("printed-addresses-are-those-of-links", place.where, place.line,
                                  f"paper shows '{printed}' behind the link '{place.written}'.",
                                  "leave it out: the build writes it.")


@rule()
def links_with_the_same_words_lead_to_one_place(site: Site, built: Built) -> Found:
    """On a page, links that read the same lead to the same place, so that a list of its links can be used."""
    told, is_aside = set(), site.look_is_aside
    for page in built.pages.values():
        seen: dict[str, dict[str, LexborNode]] = {}
        names = [name.casefold() for name in page.link_names]
        leading_apart = len({(name, address) for name, (_, address) in zip(names, page.links, strict=True)}) > len(set(names))
        for name, (node, address) in zip(names, page.links, strict=True) if leading_apart else ():
            if is_aside and not page.in_text(node):
                continue  # in the theme's menu each part is named as its heading is, and each page by its title
            # else a heading, which is the link to its own part
            if address[0:1] != "#" or address != f"#{node.parent.attributes.get('id')}":
                seen.setdefault(name, {}).setdefault(address, node)
        for name, leading in seen.items():
            if (len(leading) > 1 and not _says_nothing(name) and (apart := _apart(built, page, list(leading)))
                and (name, *apart) not in told):
                told.add((name, *apart))
                *_, address = leading
                place = places_in(site, built, Link(page.file, address), text := page.in_text(leading[address]), not text)[0]
                yield problem("links-with-the-same-words-lead-to-one-place", place.where, place.line,
                              f"links that read '{name}' on '/{page.url}' lead to several places: {', '.join(apart)}.",
                              "say in the words of each where it leads.")


@rule()
def links_are_whole(site: Site, built: Built) -> Found:
    """No words in square brackets reach a reader: they are a link whose address is missing."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for match in BROKEN.finditer(page.body) if shown else ():
            if match[0] in "\n".join(shown.blocks_of(shown.article, skip="pre, code")):
                line = page.body_line + page.body.count("\n", 0, match.start())
                yield problem("links-are-whole", page.path, line,
                              f"'{match[0]}' is shown to readers; a link's address is missing.",
                              f"write '{match[0]}(page.md)', or round brackets.")


def _apart(built: Built, page: BuiltPage, addresses: list[str]) -> list[str]:
    """Return where addresses lead, when that is several pages or several parts of one.
    A page and a part of it are not apart, and nowhere is no place."""
    leads = [(target(built, Link(page.file, address)) or (address, ""), address) for address in addresses]
    places = dict.fromkeys(place for place, address in leads if place[0] == address or built.page_at(place[0])
                           or place[0] in built.files)
    parts = [place for place in places if place[1]]
    is_apart = len({place for place, _ in places}) > 1 or len(parts) > 1
    return [f"'{'' if ':' in place else '/'}{place}{'#' if part else ''}{part}'" for place, part in places] if is_apart else []


@lru_cache(maxsize=1 << 16)
def _may_say_nothing(name: str) -> bool:
    """Tell whether the words of a link say nothing, or are an address, which in a text is read aloud letter by letter."""
    return _says_nothing(name) or bool(ADDRESS.fullmatch(name))


@lru_cache(maxsize=1 << 16)
def _says_nothing(name: str) -> bool:
    return set(re.findall(r"\w+", name.lower())) <= EMPTY
