"""Every link of the built folder leads somewhere, and says where."""

import posixpath
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press.addresses import RECORD
from press.built import Built, BuiltPage
from press.crawl import Link, links
from press.link_faults import Fault, fault
from press.link_readers import reader
from press.link_sources import Place, places, places_in
from press.rules import Found, problem, rule
from press.site import Site

VAGUE = {"here", "click here", "click", "tap here", "press here", "this", "this page", "this link", "link", "more", "read more", "learn more", "more information",
         "find out more", "page", "website", "see here", "details", "continue", "go", "download"}


@rule()
def links_lead_somewhere(site: Site, built: Built) -> Found:
    """Every address in the built folder that is our own exists, with its part of the page; other addresses are whole and safe."""
    ids = {page.file: set(page.ids) for page in built.pages.values()}
    look_is_aside = not (site.root / "overrides/base.html").exists()  # then nothing draws the shapes that signs use
    for link in dict.fromkeys(links(built)):
        if link.kind == "use" and look_is_aside:
            continue
        if wrong := fault(built, ids, link):
            for place in places(site, built, link):
                if not _excused(link, place):
                    yield problem("links-lead-somewhere", place.where, place.line, f"the link '{place.written}' {wrong.says}", _fix(site, place, wrong))


@rule()
def links_say_where_they_go(site: Site, built: Built) -> Found:
    """The words of a link say where it goes, even when it is read alone."""
    for page in built.pages.values():
        for node in page.tree.css("a[href]"):
            name, link = _name(page, node), Link(page.file, node.attributes["href"] or "")
            if not name or name.lower().strip(" .…>»→") in VAGUE:
                text = any(at.css_matches("article") for at in _around(node))
                found = places_in(site, built, link, text, not text)
                for place in [p for p in found if p.words is None or p.words.strip("*_ ") == name] or found:
                    yield problem("links-say-where-they-go", place.where, place.line, f"the link to '{place.written}' reads '{name}'.", "name the page it leads to.")


@rule()
def canonical_links_name_their_page(site: Site, built: Built) -> Found:
    """A page's canonical link, and its address in previews, are the page's own, in full."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for selector, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")) if shown else ():
            node, given = shown.tree.css_first(selector), shown.attribute(selector, name)
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


def _excused(link: Link, place: Place) -> bool:
    """Tell whether others tell, or a study stands on a site without a safe way to it: its address is then the one that was read."""
    return place.where == RECORD or (link.address.startswith("http://") and link.kind == "a" and place.where == "docs/_data/references.yml")


def _fix(site: Site, place: Place, wrong: Fault) -> str:
    """Return the exact edit, with the nearest address as the source must write it."""
    if not wrong.near:
        return wrong.fix
    if wrong.near.startswith("#"):
        return f"write '{place.written.partition('#')[0]}{wrong.near}'."
    page = site.pages.get(wrong.near)
    near = posixpath.relpath(page.path, posixpath.dirname(place.page.path)) if place.page and page else wrong.near
    return f"did you mean '{near}'? Write that, or another page, part or file that is published."


def _around(node: LexborNode) -> Iterator[LexborNode]:
    at = node.parent
    while at is not None:
        yield at
        at = at.parent


def _name(page: BuiltPage, node: LexborNode) -> str:
    """Return the words by which a link is read aloud."""
    label = node.attributes.get("aria-label") or " ".join(
        named.text() for id in (node.attributes.get("aria-labelledby") or "").split() if (named := page.tree.css_first(f'[id="{id}"]')))
    pictures = (i.attributes.get("alt") or "" for i in node.css("img"))
    return " ".join((label or node.text() or "").split()) or " ".join(" ".join(pictures).split())
