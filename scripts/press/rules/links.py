"""Every link of the built folder leads somewhere, and each page is called by its own address."""

import posixpath
from collections import defaultdict

from press.address import page_of
from press.address_record import RECORD, read_record
from press.built import Built
from press.copies import beside_pages
from press.crawl import Link, addresses_in, links_beside, target
from press.link_faults import Fault, fault
from press.link_readers import OWN_DATA, reader
from press.link_sources import Place, places
from press.rules import Found, problem, rule
from press.site import Site

REPEATS = "guide.html"  # it holds the links of all pages once more


@rule()
def links_lead_somewhere(site: Site, built: Built) -> Found:
    """Every address in the built folder that is our own exists, with its part of the page; other addresses are whole and safe."""
    told = False
    for link in _telling(built):
        undrawn = link.kind == "use" and site.look_is_aside  # nothing draws the shapes that signs use
        if undrawn or _is_unmade(site, built, link) or (told and link.file == REPEATS):
            continue
        if wrong := fault(built, link):
            told = True
            for place in places(site, built, link):
                if not _excused(link, place) and not _leads_to_unread(site, place):
                    yield problem("links-lead-somewhere", place.where, place.line, f"the link '{place.written}' {wrong.says}",
                                  _fix(site, place, wrong))


@rule(is_cause=True)  # by it the site's own address is known
def canonical_links_name_their_page(site: Site, built: Built) -> Found:
    """A page's canonical link, and its address in previews, are the page's own, in full."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for selector, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")) if shown else ():
            node, given = shown.elements.first(selector), shown.attribute(selector, name)
            if (node or name == "href") and given != built.site_url + page.url:
                yield problem("canonical-links-name-their-page", "overrides/base.html", 0,
                              f"'/{page.url}' calls itself '{given}' in {selector}.", "write {{ press.canonical|e }} there.")


@rule()
def the_site_map_is_whole(site: Site, built: Built) -> Found:
    """The site map names each page once, by its full address, and nothing else."""
    path, wanted, seen = built.folder / "sitemap.xml", {built.site_url + page.url: page for page in site.pages.values()}, set()
    for address, _, line in reader("sitemap.xml")(path.read_bytes() if path.is_file() else b""):
        if address not in wanted or address in seen:
            yield problem("the-site-map-is-whole", "sitemap.xml", line,
                          f"the site map names '{address}', which {'stands there twice' if address in seen else 'is no page'}.",
                          "build the guide again.")
        seen.add(address)
    for address in sorted(wanted.keys() - seen):
        yield problem("the-site-map-is-whole", wanted[address].path, 1, f"the site map does not name '{address}'.",
                      "build the guide again.")


def _is_unmade(site: Site, built: Built, link: Link) -> bool:
    """Tell whether a link leads to a file that could not be made, which is told where it went wrong."""
    return bool(site.unmade) and (target(built, link) or ("", ""))[0] in site.unmade


def _leads_to_unread(site: Site, place: Place) -> bool:
    """Tell whether a link is written to a page that could not be read."""
    file = posixpath.join(posixpath.dirname(place.where), place.written.partition("#")[0])
    return bool(site.unread) and posixpath.normpath(file) in site.unread


def _telling(built: Built) -> list[Link]:
    """Return the links to look at, each once: all but those that are written as most are, and lead somewhere."""
    found: list[Link] = []
    plain: dict[str, set[str]] = defaultdict(set)  # the ways from the site's root on are the same on all pages as deep below it
    for page in (*built.pages.values(), *beside_pages(built).values()):
        root = "../" * page.file.count("/")
        for named in addresses_in(page, () if page.tagged("base") else plain[root]):
            if not _is_plain(built, page.file, *named):
                found.append(Link(page.file, *named))
            elif root and named[0].startswith(root):
                plain[root].add(named[0])
    beside = (link for link in links_beside(built)
              if not _is_plain(built, "" if link.file in OWN_DATA else link.file, link.address, link.kind))
    return list(dict.fromkeys((*found, *beside)))


def _is_plain(built: Built, file: str, address: str, kind: str) -> bool:
    """Tell whether an address leads somewhere from the site's root on, or to what stands on its page or right beside it."""
    root = "../" * file.count("/")
    start = (root if root and address.startswith(root) else built.site_url if built.site_url
             and address.startswith(built.site_url) else "")
    place = address[len(start):] if start else file.removesuffix("index.html") + address.removeprefix("./")
    in_full = start and start == built.site_url and kind == "a"
    return place in built.addresses and address != "" and kind != "base" and not in_full


def _excused(link: Link, place: Place) -> bool:
    """Tell whether others tell: of what stands in the record, and of the unsafe way to a study."""
    return place.where == RECORD or (link.address.startswith("http://") and link.kind == "a"
                                     and place.where == "docs/_data/references.yml")


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
