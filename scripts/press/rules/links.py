"""Every link of the built folder leads somewhere, and says where."""

import posixpath
import re
from collections import defaultdict
from functools import lru_cache

from selectolax.lexbor import LexborNode

from press.address_record import RECORD, page_of, read_record
from press.built import Built, BuiltPage
from press.crawl import Link, addresses_in, links_beside, target
from press.link_faults import Fault, fault
from press.link_readers import OWN_DATA, reader
from press.link_sources import Place, places, places_in
from press.on_paper import from_the_start
from press.rules import Found, problem, rule
from press.site import Site

# Words that say nothing of a place. A link that has no others says nothing either: 'click here', 'read more', 'see this page'.
EMPTY = set("""the this that these those it its here there please over click tap press touch hit push follow use go visit open see look view read
    find learn show get continue more further full out on to at in of for with and or via link links url button page pages site website web webpage
    article text document file files pdf download image picture info information details detail one other another""".split())
REPEATS = "guide.html"  # it holds the links of all pages once more
ADDRESS = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
BROKEN = re.compile(r"(?<!\])\[([^\][^]{2,})\](?![\[(:])")  # words in square brackets: a link whose address is missing


@rule()
def links_lead_somewhere(site: Site, built: Built) -> Found:
    """Every address in the built folder that is our own exists, with its part of the page; other addresses are whole and safe."""
    ids = {page.file: set(page.ids) for page in (*built.pages.values(), *built.not_pages.values())}
    told = False
    for link in _telling(built):
        undrawn = link.kind == "use" and site.look_is_aside  # nothing draws the shapes that signs use
        if undrawn or _is_unmade(site, built, link) or (told and link.file == REPEATS):
            continue
        if wrong := fault(built, ids, link):
            told = True
            for place in places(site, built, link):
                if not _excused(link, place) and not _leads_to_unread(site, place):
                    yield problem("links-lead-somewhere", place.where, place.line, f"the link '{place.written}' {wrong.says}", _fix(site, place, wrong))


@rule()
def links_say_where_they_go(site: Site, built: Built) -> Found:
    """The words of a link say where it goes, even when it is read alone."""
    for page in built.pages.values():
        for (node, address), name in zip(page.links, page.link_names, strict=True):
            if _says_nothing(name) or ADDRESS.fullmatch(name) and page.in_text(node):  # an address is read aloud letter by letter
                link, text = Link(page.file, address), page.in_text(node)
                found = places_in(site, built, link, text, not text)
                for place in [p for p in found if p.words is None or p.words.strip("*_ ") == name] or found:
                    yield problem("links-say-where-they-go", place.where, place.line, f"the link to '{place.written}' reads '{name}'.", "name the page it leads to.")


@rule()
def printed_addresses_are_those_of_links(site: Site, built: Built) -> Found:
    """The address that paper shows behind a link is that of the page it leads to."""
    for page in built.pages.values():
        for node, printed in page.having("data-at"):
            href = node.attributes.get("href") or ""
            if node.tag != "a" or printed != from_the_start(page.url, href):
                yield from (problem("printed-addresses-are-those-of-links", place.where, place.line, f"paper shows '{printed}' behind the link '{place.written}'.",
                                    "leave it out: the build writes it.") for place in places_in(site, built, Link(page.file, href), page.in_text(node), False))


@rule()
def links_with_the_same_words_lead_to_one_place(site: Site, built: Built) -> Found:
    """On a page, links that read the same lead to the same place, so that a list of its links can be used."""
    told = set()
    for page in built.pages.values():
        seen: dict[str, dict[str, LexborNode]] = {}
        names = [name.casefold() for name in page.link_names]
        leading_apart = len({(name, address) for name, (_, address) in zip(names, page.links, strict=True)}) > len(set(names))
        for name, (node, address) in zip(names, page.links, strict=True) if leading_apart else ():
            if site.look_is_aside and not page.in_text(node):
                continue  # in the theme's menu each part is named as its heading is, and each page by its title
            if address[0:1] != "#" or address != f"#{node.parent.attributes.get('id')}":  # else a heading, which is the link to its own part
                seen.setdefault(name, {}).setdefault(address, node)
        for name, leading in seen.items():
            if len(leading) > 1 and not _says_nothing(name) and (apart := _apart(built, page, list(leading))) and (name, *apart) not in told:
                told.add((name, *apart))
                *_, address = leading
                place = places_in(site, built, Link(page.file, address), text := page.in_text(leading[address]), not text)[0]
                yield problem("links-with-the-same-words-lead-to-one-place", place.where, place.line,
                              f"links that read '{name}' on '/{page.url}' lead to several places: {', '.join(apart)}.", "say in the words of each where it leads.")


@rule()
def links_are_whole(site: Site, built: Built) -> Found:
    """No words in square brackets reach a reader: they are a link whose address is missing."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for match in BROKEN.finditer(page.body) if shown else ():
            if match[0] in "\n".join(shown.blocks_of(shown.article, skip="pre, code")):
                line = page.body_line + page.body.count("\n", 0, match.start())
                yield problem("links-are-whole", page.path, line, f"'{match[0]}' is shown to readers; a link's address is missing.",
                              f"write '{match[0]}(page.md)', or round brackets.")


@rule()
def canonical_links_name_their_page(site: Site, built: Built) -> Found:
    """A page's canonical link, and its address in previews, are the page's own, in full."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for selector, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")) if shown else ():
            node, given = shown.elements.first(selector), shown.attribute(selector, name)
            if (node or name == "href") and given != built.site_url + page.url:
                yield problem("canonical-links-name-their-page", "overrides/base.html", 0, f"'/{page.url}' calls itself '{given}' in {selector}.",
                              "write {{ press.canonical|e }} there.")


@rule()
def the_site_map_is_whole(site: Site, built: Built) -> Found:
    """The site map names each page once, by its full address, and nothing else."""
    path, wanted, seen = built.folder / "sitemap.xml", {built.site_url + page.url: page for page in site.pages.values()}, set()
    for address, _, line in reader("sitemap.xml")(path.read_bytes() if path.is_file() else b""):
        if address not in wanted or address in seen:
            yield problem("the-site-map-is-whole", "sitemap.xml", line, f"the site map names '{address}', which {'stands there twice' if address in seen else 'is no page'}.",
                          "build the guide again.")
        seen.add(address)
    for address in sorted(wanted.keys() - seen):
        yield problem("the-site-map-is-whole", wanted[address].path, 1, f"the site map does not name '{address}'.", "build the guide again.")


def _apart(built: Built, page: BuiltPage, addresses: list[str]) -> list[str]:
    """Return where addresses lead, when that is several pages or several parts of one. A page and a part of it are not apart, and nowhere is no place."""
    leads = [(target(built, Link(page.file, address)) or (address, ""), address) for address in addresses]
    places = dict.fromkeys(place for place, address in leads if place[0] == address or built.page_at(place[0]) or place[0] in built.files)
    parts = [place for place in places if place[1]]
    is_apart = len({place for place, _ in places}) > 1 or len(parts) > 1
    return [f"'{'' if ':' in place else '/'}{place}{'#' if part else ''}{part}'" for place, part in places] if is_apart else []


def _is_unmade(site: Site, built: Built, link: Link) -> bool:
    """Tell whether a link leads to a file that could not be made, which is told where it went wrong."""
    return bool(site.unmade) and (target(built, link) or ("", ""))[0] in site.unmade


def _leads_to_unread(site: Site, place: Place) -> bool:
    """Tell whether a link is written to a page that could not be read."""
    return bool(site.unread) and posixpath.normpath(posixpath.join(posixpath.dirname(place.where), place.written.partition("#")[0])) in site.unread


def _telling(built: Built) -> list[Link]:
    """Return the links to look at, each once: all but those that are written as most are, and lead somewhere."""
    found: list[Link] = []
    plain: dict[str, set[tuple[str, str]]] = defaultdict(set)  # the ways from the site's root on are the same on all pages as deep below it
    for page in (*built.pages.values(), *built.not_pages.values()):
        root = "../" * page.file.count("/")
        for named in addresses_in(page):
            if named in plain[root]:
                continue
            if not _is_plain(built, page.file, *named):
                found.append(Link(page.file, *named))
            elif root and named[0].startswith(root):
                plain[root].add(named)
    beside = (link for link in links_beside(built) if not _is_plain(built, "" if link.file in OWN_DATA else link.file, link.address, link.kind))
    return list(dict.fromkeys((*found, *beside)))


def _is_plain(built: Built, file: str, address: str, kind: str) -> bool:
    """Tell whether an address leads somewhere from the site's root on, or to what stands on its page or right beside it."""
    root = "../" * file.count("/")
    start = root if root and address.startswith(root) else built.site_url if built.site_url and address.startswith(built.site_url) else ""
    place = address[len(start):] if start else file.removesuffix("index.html") + address.removeprefix("./")
    return place in built.addresses and address != "" and kind != "base"


def _excused(link: Link, place: Place) -> bool:
    """Tell whether others tell: of what stands in the record, and of the unsafe way to a study."""
    return place.where == RECORD or (link.address.startswith("http://") and link.kind == "a" and place.where == "docs/_data/references.yml")


def _fix(site: Site, place: Place, wrong: Fault) -> str:
    """Return the exact edit, with the nearest address as the source must write it."""
    if not wrong.near:
        return wrong.fix
    written, sign, part = place.written.partition("#")
    if wrong.near.startswith("#"):
        return f"write '{written}{wrong.near}'."
    record = read_record(site.root)
    if record.withdrawn(f"/{wrong.near}"):
        return "remove the link: that page was withdrawn."
    url = record.leads_to(f"/{wrong.near}").lstrip("/") or wrong.near
    page = site.pages.get(page_of(url))
    near = posixpath.relpath(page.path, posixpath.dirname(place.page.path)) + sign + part if place.page and page else url
    return f"did you mean '{near}'? Write that, or another page, part or file that is published."


@lru_cache(maxsize=1 << 16)
def _says_nothing(name: str) -> bool:
    return set(re.findall(r"\w+", name.lower())) <= EMPTY
