"""The whole guide in one file, to hand over on a USB stick: safety pages first, its own style inside,
and nothing to load from anywhere."""

import base64
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from types import SimpleNamespace

import jinja2
from markupsafe import Markup

from press.blocks import UNSEEN, words
from press.built import Built
from press.built_page import html_file
from press.carrying import Carries
from press.compiled import Compiled
from press.copies import NAME, copy_of, moved_in, name_of
from press.elements import around, classes_of
from press.model import Page
from press.prose import Prose
from press.site import Site
from press.words import day

NAMES = ("guide.html",)
AFTER_OTHERS = True  # the stylesheet may get the practice's colours first
MARKS = re.compile(r'\s(?:id|href)="[^"]*"')
SHEET, LOOK = "assets/site.css", "outputs/guide.html"


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `guide.html`. Its date is that of the latest check of a page, so that it does not depend on today."""
    if not (site.root / "overrides" / LOOK).exists() or SHEET not in built.files:
        return
    looks = jinja2.Environment(loader=jinja2.FileSystemLoader(site.root / "overrides"), autoescape=True,
                               undefined=jinja2.StrictUndefined, bytecode_cache=Compiled(site.root, "outputs"))
    style = (built.folder / SHEET).read_text(encoding="utf-8").replace("</", "<\\/")
    parts = [SimpleNamespace(title=title, pages=[_entry(built, page) for page in pages if built.page_at(page.url)])
             for title, pages in in_order(site)]
    footer = built.pages["index.html"].tree.css_first("footer") if "index.html" in built.pages else None
    yield NAME, looks.get_template(LOOK).render(
        site_name=site.settings.site_name, site_url=site.settings.site_url, style=Markup(style), style_hash=_hash(style),
        parts=parts, checked=day(max(page.checked for page in site.pages.values())),
        footer=Markup(moved_in(built, built.pages["index.html"], footer)) if footer else "").encode()


def words_in(content: bytes, page: Page) -> str:
    """Return the words of the safety notes that the one file shows for a page."""
    return _notes_by_page(content).get(name_of(page.url), "")


@lru_cache(maxsize=1)
def _notes_by_page(content: bytes) -> dict[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    said: dict[str, str] = {}  # the same notes stand on many pages, and differ only in their ids and links
    for node in html_file(NAME, content.decode("utf-8", errors="replace")).tree.css(".whole [data-note]"):
        above = list(around(node))
        if not any(at.tag in UNSEEN for at in above):
            html = MARKS.sub("", node.html or "")
            part = next(at for at in above if "whole" in classes_of(at))
            found[part.attributes.get("id") or ""].append(said.get(html) or said.setdefault(html, words(node)))
    return {id: " ".join(notes) for id, notes in found.items()}


CARRIES = Carries("text", words_in, every_page=True)


def in_order(site: Site) -> list[tuple[str, list[Page]]]:
    """Return the menu's sections with their pages, those about safety first.

    A page that the menu forgot comes last, so that nothing is lost.
    """
    rest = [page for page in site.pages.values() if page.url not in site.places]
    return sorted([*site.menu, *([("More pages", rest)] if rest else [])],
                  key=lambda part: not part[1][0].url.startswith("safety/"))


def _entry(built: Built, page: Page) -> SimpleNamespace:
    shown = built.page_at(page.url)
    facts = next(iter(shown.classed("facts")), None)
    elsewhere = f"{built.site_url}{page.url}" if shown.article and shown.article.css_first("[data-script]") else ""
    return SimpleNamespace(id=name_of(page.url), title=page.title, text=Markup(copy_of(built, shown)), elsewhere=elsewhere,
                           facts=Markup(moved_in(built, shown, facts)) if facts else "")


def _hash(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
