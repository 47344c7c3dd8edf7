"""Reads the folder that will be published, as a browser would find it. It needs no builder and no source."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption", "caption", "summary", "blockquote",
          "div", "section", "article", "aside", "ul", "ol", "dl", "table", "tr", "tbody", "thead", "figure", "nav", "header", "footer",
          "main", "label", "legend", "fieldset", "br", "hr", "details"}
NOT_PAGES = {"guide.html", "share.html"}  # outputs in HTML: the guide in one file, and what goes into an email
UNSEEN = {"script", "style", "template", "noscript", "head", "title", "svg"}


@dataclass
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
        return self.tree.css_first("main article") or self.tree.css_first("article") or self.tree.css_first("main")

    @cached_property
    def blocks(self) -> list[str]:
        """All that a reader meets on the page, a list item, paragraph or heading each on its own."""
        return visible_blocks(self.tree.body) if self.tree.body else []

    @cached_property
    def ids(self) -> list[str]:
        return [node.attributes["id"] or "" for node in self.tree.css("[id]")]

    def attribute(self, selector: str, name: str) -> str:
        """Return an attribute of the first element that fits, or an empty string."""
        node = self.tree.css_first(selector)
        return (node.attributes.get(name) or "") if node else ""

    @property
    def forwards(self) -> bool:
        """Tell whether this page only leads to another."""
        return self.tree.css_first('meta[http-equiv="refresh"]') is not None


@dataclass
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

    def page_at(self, url: str) -> BuiltPage | None:
        """Return the page that a browser gets at an address from the site's root."""
        return self.pages.get(f"{url}index.html" if url.endswith("/") or not url else url)


def read_built(folder: Path) -> Built:
    """Return the built folder. Raises FileNotFoundError when there is none."""
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    built = Built(folder)
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            built.files.add(name)
            if path.suffix == ".html":
                html = built.not_pages if path.name in NOT_PAGES else built.pages
                html[name] = BuiltPage(name, path.read_text(encoding="utf-8", errors="replace"))
    return built


def visible_blocks(node: LexborNode, skip: str = "") -> list[str]:
    """Return the text of an element as a reader meets it, a list item, paragraph or heading each on its own.

    `skip` is a CSS selector of elements to leave out.
    """
    skipped = {n.mem_id for n in node.css(skip)} if skip else set()
    blocks, line = [], []

    def close() -> None:
        text = " ".join("".join(line).split())
        if text:
            blocks.append(text)
        line.clear()

    def walk(element: LexborNode) -> None:
        for child in element.iter(include_text=True):
            if child.tag == "-text":
                line.append(child.text_content or "")
            elif child.tag not in UNSEEN and child.mem_id not in skipped:
                block = child.tag in BLOCKS
                if block:
                    close()
                walk(child)
                if block:
                    close()

    walk(node)
    close()
    return blocks


def words(node: LexborNode, skip: str = "") -> str:
    """Return an element's visible text on one line."""
    return " ".join(visible_blocks(node, skip))
