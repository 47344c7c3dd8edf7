"""The whole guide in one file, to hand over on a stick: safety pages first, its own style inside,
and nothing to load from anywhere."""

import base64
import hashlib
import mimetypes
import re
from collections.abc import Iterator
from functools import lru_cache
from types import SimpleNamespace

import jinja2
from markupsafe import Markup
from selectolax.lexbor import LexborNode

from press.addresses import FURNITURE
from press.built import Built
from press.built_page import BuiltPage, html_file
from press.carrying import Carries
from press.compiled import Compiled
from press.crawl import Link, target
from press.model import Page
from press.prose import Prose
from press.site import Site
from press.words import day

NAMES = ("guide.html",)
AFTER_OTHERS = True  # the stylesheet may get the practice's colours first
SHEET, LOOK, NAME = "assets/site.css", "outputs/guide.html", "guide.html"
LEFT_OUT = "script, [data-script], [role=status]"  # what only works on the site
POINTERS = {"id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"}
# what names a place, or a file, of the site
MOVED = ", ".join((*(f"[{pointer}]" for pointer in sorted(POINTERS)), "a[href]", "img[src]"))
HEADING = re.compile(r"<(/?)h([2-5])\b")


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `guide.html`. Its date is that of the latest check of a page, so that it does not depend on today."""
    if not (site.root / "overrides" / LOOK).exists() or SHEET not in built.files:
        return
    looks = jinja2.Environment(loader=jinja2.FileSystemLoader(site.root / "overrides"), autoescape=True,
                               undefined=jinja2.StrictUndefined, bytecode_cache=Compiled(site.root, "outputs"))
    style = (built.folder / SHEET).read_text(encoding="utf-8").replace("</", "<\\/")
    parts = [SimpleNamespace(title=title, pages=[_entry(site, built, page) for page in pages if built.page_at(page.url)])
             for title, pages in in_order(site)]
    footer = built.pages["index.html"].tree.css_first("footer") if "index.html" in built.pages else None
    yield NAME, looks.get_template(LOOK).render(
        site_name=site.settings.site_name, site_url=site.settings.site_url, style=Markup(style), style_hash=_hash(style),
        parts=parts, checked=day(max(page.checked for page in site.pages.values())),
        footer=Markup(moved_in(site, built, built.pages["index.html"], footer)) if footer else "").encode()


def words_in(content: bytes, page: Page) -> str:
    """Return the words that the one file holds for a page."""
    return _words_by_page(content).get(name_of(page.url), "")


@lru_cache(maxsize=1)
def _words_by_page(content: bytes) -> dict[str, str]:
    whole = html_file(NAME, content.decode("utf-8", errors="replace"))
    return {node.attributes.get("id") or "": whole.words_of(node) for node in whole.classed("whole")}


CARRIES = Carries("text", words_in, every_page=True)


def in_order(site: Site) -> list[tuple[str, list[Page]]]:
    """Return the menu's sections with their pages, those about safety first.

    A page that the menu forgot comes last, so that nothing is lost.
    """
    rest = [page for page in site.pages.values() if page.url not in site.places]
    return sorted([*site.menu, *([("More pages", rest)] if rest else [])],
                  key=lambda part: not part[1][0].url.startswith("safety/"))


def name_of(url: str, fragment: str = "") -> str:
    """Return the id that a page, or a part of it, has in the one file: `how-to/cold-pack/`,
    `steps` -> `how-to-cold-pack--steps`."""
    page = url.strip("/").replace("/", "-") or "home"
    return f"{page}--{fragment}" if fragment else page


def moved_in(site: Site, built: Built, page: BuiltPage, element: LexborNode) -> str:
    """Return the HTML of a page's element as it stands in the one file: ids and links inside the guide renamed,
    headings one level down."""
    copy = element.clone()
    for node in copy.css(LEFT_OUT):
        node.decompose()
    for node in copy.css(".here"):
        node.unwrap()  # a file has no parts to send a link to
    for node in copy.css(MOVED):
        given = node.attributes
        for pointer in POINTERS & given.keys():
            node.attrs[pointer] = " ".join(name_of(page.url, id) for id in (given[pointer] or "").split())
        if node.tag == "a" and "href" in given:
            node.attrs["href"] = _address(site, built, page, given["href"] or "")
        if node.tag == "img" and "src" in given:
            node.attrs["src"] = _picture(built, page, given["src"] or "")
    return HEADING.sub(lambda m: f"<{m[1]}h{int(m[2]) + 1}", copy.html or "")


def _entry(site: Site, built: Built, page: Page) -> SimpleNamespace:
    shown = built.page_at(page.url)
    facts = next(iter(shown.classed("facts")), None)
    text = moved_in(site, built, shown, shown.article) if shown.article else ""  # a frame that lost it is told by a rule
    return SimpleNamespace(id=name_of(page.url), title=page.title, text=Markup(text),
                           facts=Markup(moved_in(site, built, shown, facts)) if facts else "")


def _address(site: Site, built: Built, page: BuiltPage, address: str) -> str:
    found = target(built, Link(page.file, address))
    if found is None:
        return address
    path, fragment = found
    if path in site.pages:
        return f"#{name_of(path, '' if fragment in FURNITURE else fragment)}"
    return f"{site.settings.site_url}{path}" + (f"#{fragment}" if fragment else "")


def _picture(built: Built, page: BuiltPage, address: str) -> str:
    """Return a picture of the guide as an address that holds the picture itself."""
    found = target(built, Link(page.file, address))
    if not found or found[0] not in built.files:
        return address
    kind = mimetypes.guess_type(found[0])[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode((built.folder / found[0]).read_bytes()).decode()}"


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
