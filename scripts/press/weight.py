"""Weighs a built page as a phone gets it: compressed bytes of each kind, files fetched, and elements to lay out."""

import posixpath
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage

LEVEL = 6  # of gzip, as hosts commonly set it
IN_HASTE = 1  # its least level, three times as fast
DRAWING = re.compile(r'<svg class="d-svg".*?</svg>', re.DOTALL)  # our content pictures
PART = re.compile(r'<h2 id="([^"]+)"')


@dataclass(frozen=True)
class Weight:
    """What a page costs: bytes as sent, by kind, the files it needs at once, and its elements.

    `html` is without the drawings in it.
    """

    html: int
    drawings: int
    files: dict[str, tuple[str, ...]]
    bytes: dict[str, int]
    elements: int

    @property
    def requests(self) -> int:
        """The page itself and what it needs at once; pictures that wait until they are in sight do not count."""
        return 1 + sum(map(len, self.files.values()))

    @property
    def first_view(self) -> int:
        """All bytes of a first visit, without content pictures."""
        return self.html + sum(size for kind, size in self.bytes.items() if kind != "picture")


def weigh(built: Built, page: BuiltPage, level: int = LEVEL) -> Weight:
    """Return what a page weighs. In haste, its HTML may seem heavier than it is."""
    text = DRAWING.sub("", page.html)
    whole = squeezed(page.html, level)
    files = {kind: tuple(dict.fromkeys(file for node in nodes if (file := _file(built, page, node))))
             for kind, nodes in _fetched(page).items()}
    sizes = {kind: sum(size_of(built.folder / file) for file in names) for kind, names in files.items()}
    html = squeezed(text, level) if text != page.html else whole
    return Weight(html, whole - html, files, sizes, elements(page))


@lru_cache(maxsize=256)  # in a preview, and in the tests, most pages are as they were
def squeezed(text: str, level: int = LEVEL) -> int:
    """Return the bytes of a text as sent."""
    return len(zlib.compress(text.encode(), level)) + 12  # what gzip's own head and tail need beyond zlib's


def elements(page: BuiltPage) -> int:
    """Return the number of elements, those that a browser adds by itself among them."""
    return len(page.elements)


def parts(page: BuiltPage) -> list[tuple[str, int]]:
    """Return the parts of a page's text by the id of their h2, each with its bytes as sent on its own, the largest first."""
    pieces = PART.split(page.article.html or "") if page.article else []
    return sorted(zip(pieces[1::2], map(squeezed, pieces[2::2]), strict=True), key=lambda part: -part[1])


@lru_cache(maxsize=512)
def size_of(path: Path) -> int:
    """Return the bytes of a file as sent."""
    is_text = path.suffix in (".css", ".js", ".svg", ".webmanifest", ".json")
    return squeezed(path.read_text(encoding="utf-8")) if is_text else path.stat().st_size


def _fetched(page: BuiltPage) -> dict[str, list[LexborNode]]:
    """Return the elements that make a browser fetch a file, by its kind."""
    links = [(node, relation.lower().split()) for node, relation in page.having("rel") if node.tag == "link"]
    with_source = [node for node, _ in page.having("src")]
    return {"style": page.stylesheets, "script": [node for node in with_source if node.tag == "script"],
            "icon": [node for node, relation in links if {"icon", "manifest"} & set(relation)],
            "picture": [node for node in with_source if node.tag == "img"]}


def _file(built: Built, page: BuiltPage, node: LexborNode) -> str | None:
    """Return the file that an element makes a browser fetch at once, None when it waits or is not there."""
    if node.attributes.get("loading") == "lazy":
        return None
    file = _fetched_from(built.base, posixpath.dirname(page.file), node.attributes.get("href")
                         or node.attributes.get("src") or "")
    return file if file in built.files else None


@lru_cache(maxsize=1 << 14)
def _fetched_from(base: str, folder: str, address: str) -> str:
    """Return the file that an address in a page of a folder leads to."""
    path = urlsplit(address).path
    return path.removeprefix(base) if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))
