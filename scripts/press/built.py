"""Reads the folder that will be published, as a browser would find it. It needs no builder and no source."""

import os
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit
from weakref import WeakValueDictionary

from selectolax.lexbor import LexborHTMLParser, LexborNode

from press.blocks import Blocks
from press.elements import Elements, around

NOT_PAGES = {"guide.html", "share.html"}  # outputs in HTML: the guide in one file, and what goes into an email


@dataclass(eq=False)
class BuiltPage:
    """One HTML file of the folder. `url` is its address from the site's root, such as `how-to/cold-pack/`."""

    file: str
    html: str

    @cached_property
    def url(self) -> str:
        return re.sub(r"(^|/)index\.html$", r"\1", self.file)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def article(self) -> LexborNode | None:
        """The page's own text: the article in main, or main itself when the page has another builder's look."""
        articles, mains = self.tagged("article"), self.tagged("main")
        in_main = (article for article in articles if any(at.tag == "main" for at in around(article)))
        return next(in_main, None) or next(iter((*articles, *mains)), None)

    @cached_property
    def blocks(self) -> list[str]:
        """All that a reader meets on the page, a list item, paragraph or heading each on its own."""
        return self.blocks_of(self.tree.body)

    def blocks_of(self, element: LexborNode | None, skip: str | Iterable[LexborNode] = "", instead: str = "") -> list[str]:
        """Return the blocks of text in an element of the page. `skip` are elements to leave out, or their CSS selectors, `instead` what stands for each."""
        if not element:
            return []
        words = self._words if element.mem_id in self._words.places else Blocks(element)  # what is not shown can be asked for by itself
        if not isinstance(skip, str):
            return words.of(element, words.places_of(skip), instead)
        if skip and skip not in words.left_out:
            words.left_out[skip] = words.places_of(self.elements.fitting(skip))
        return words.of(element, words.left_out.get(skip, ()), instead)

    def blocks_until(self, elements: Iterable[LexborNode], skip: Iterable[LexborNode]) -> list[str]:
        """Return the blocks of text from the start of the page to the end of the last of some elements, without those of others."""
        places = self._words.places
        last = max((node for node in elements if node.mem_id in places), key=lambda node: places[node.mem_id], default=None)
        return self._words.of(self.tree.body, self._words.places_of(skip), until=last) if last else []

    def words_of(self, element: LexborNode | None, skip: str = "") -> str:
        """Return the visible text of an element of the page on one line."""
        return " ".join(self.blocks_of(element, skip))

    @cached_property
    def elements(self) -> Elements:
        return Elements(self.tree)

    def tagged(self, *tags: str) -> list[LexborNode]:
        """Return the elements with a tag; of several tags, those of one after those of the other."""
        return [element for tag in tags for element in self.elements.by_tag.get(tag, ())]

    def having(self, attribute: str) -> list[tuple[LexborNode, str]]:
        """Return the elements with an attribute, each with its value."""
        return self.elements.by_attribute.get(attribute, [])

    def classed(self, name: str) -> list[LexborNode]:
        """Return the elements of a class."""
        return self.elements.by_class.get(name, [])

    def in_text(self, element: LexborNode) -> bool:
        """Tell whether an element stands in the page's own text, or is its article."""
        return element.mem_id in self._text

    @cached_property
    def links(self) -> list[tuple[LexborNode, str]]:
        """The links that a reader can follow, each with its address."""
        return [(node, address) for node, address in self.having("href") if node.tag == "a"]

    @cached_property
    def links_in_text(self) -> list[tuple[LexborNode, str]]:
        """The links that stand in the page's own text, each with its address."""
        return [(node, address) for node, address in self.links if node.mem_id in self._text]

    @cached_property
    def link_names(self) -> list[str]:
        """The words by which each of the links is read aloud, on one line."""
        labelled = {node.mem_id for label in ("aria-label", "aria-labelledby") for node, _ in self.having(label)}
        shown = (" ".join(node.text().split()) if node.mem_id not in labelled else "" for node, _ in self.links)
        return [words or self._name(node) for words, (node, _) in zip(shown, self.links, strict=True)]

    @property
    def stylesheets(self) -> list[LexborNode]:
        """The elements that link a stylesheet."""
        return [node for node, relation in self.having("rel") if node.tag == "link" and "stylesheet" in relation.lower().split()]

    @cached_property
    def notes(self) -> dict[tuple[str, str], list[LexborNode]]:
        """The safety notes in the page's own text, by id and form."""
        found: dict[tuple[str, str], list[LexborNode]] = defaultdict(list)
        for node, id in self.having("data-note"):
            if self.in_text(node):
                found[id, node.attributes.get("data-form") or ""].append(node)
        return found

    @cached_property
    def ids(self) -> list[str]:
        return [id for _, id in self.having("id")]

    def attribute(self, selector: str, name: str) -> str:
        """Return an attribute of the first element that a CSS selector gives, or an empty string."""
        node = self.elements.first(selector)
        return (node.attributes.get(name) or "") if node else ""

    def fitting(self, selectors: str) -> list[LexborNode]:
        """Return the elements that a list of CSS selectors gives, in no order."""
        return self.elements.fitting(selectors)

    @property
    def forwards(self) -> bool:
        """Tell whether this page only leads to another."""
        return any(node.tag == "meta" and value.lower() == "refresh" for node, value in self.having("http-equiv"))

    def _name(self, link: LexborNode) -> str:
        """Return the words by which a link is read aloud that has a label, or pictures alone."""
        label = link.attributes.get("aria-label") or " ".join(
            named.text() for id in (link.attributes.get("aria-labelledby") or "").split() if (named := self.tree.css_first(f'[id="{id}"]')))
        pictures = (picture.attributes.get("alt") or "" for picture in link.css("img"))
        return " ".join((label or link.text() or "").split()) or " ".join(" ".join(pictures).split())

    @cached_property
    def _words(self) -> Blocks:
        return Blocks(self.tree.body or self.tree.root)

    @cached_property
    def _text(self) -> set[int]:
        return {element.mem_id for element in self.article.css("*")} if self.article else set()


@dataclass(eq=False)  # one folder is never another, so what is worked out for it can be kept
class Built:
    """The folder that will be published: its pages and its other HTML (emails, the guide in one file) by file name, and the names of all its files."""

    folder: Path
    pages: dict[str, BuiltPage] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    not_pages: dict[str, BuiltPage] = field(default_factory=dict)

    @cached_property
    def site_url(self) -> str:
        """The address for which the folder was built, from the home page's own canonical link."""
        home = self.pages.get("index.html")
        return home.attribute('link[rel="canonical"]', "href") if home else ""

    @cached_property
    def base(self) -> str:
        return urlsplit(self.site_url).path or "/"

    @cached_property
    def addresses(self) -> set[str]:
        """Every address within the site, written from its root: pages, their parts, and files. The home page is the empty one."""
        pages = (*self.pages.values(), *self.not_pages.values())
        return {page.url for page in pages} | {f"{page.url}#{id}" for page in pages for id in page.ids} | self.files

    @cached_property
    def said(self) -> dict[str, list[BuiltPage]]:
        """Every block of text that a reader meets, with the pages it stands on: what many pages say is judged once."""
        found: dict[str, list[BuiltPage]] = {}
        for page in self.pages.values():
            for block in dict.fromkeys(page.blocks):
                found.setdefault(block, []).append(page)
        return found

    def page_at(self, url: str) -> BuiltPage | None:
        """Return the page that a browser gets at an address from the site's root."""
        return self.pages.get(f"{url}index.html" if url.endswith("/") or not url else url)


_known: WeakValueDictionary[tuple[str, str], BuiltPage] = WeakValueDictionary()


def html_file(file: str, html: str) -> BuiltPage:
    """Return an HTML file of a folder. It is the same object for the same file and HTML, so that what was worked out for it is not worked out again."""
    page = _known.get((file, html))
    if page is None:
        page = _known[file, html] = BuiltPage(file, html)
    return page


def read_built(folder: Path) -> Built:
    """Return the built folder. Raises FileNotFoundError when there is none."""
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    built = Built(folder)
    for name in files_in(folder):
        built.files.add(name)
        if name.endswith(".html"):
            html = built.not_pages if name.rpartition("/")[2] in NOT_PAGES else built.pages
            with open(folder / name, encoding="utf-8", errors="replace") as file:
                html[name] = html_file(name, file.read())
    return built


def files_in(folder: Path) -> list[str]:
    """Return the files in a folder and in those that it holds, by their names from that folder: `safety/index.html`."""
    start = len(os.path.join(folder, ""))
    found = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)
    return sorted((path[start:] for path in found if os.path.isfile(path)), key=lambda name: name.split("/"))
