"""What the guide in one file repeats of the pages: their texts, with ids and links as they must be in one file."""

import base64
import mimetypes
import re
from functools import lru_cache
from weakref import WeakKeyDictionary

from selectolax.lexbor import LexborNode

from press.addresses import FURNITURE, stands_for_another
from press.built import Built
from press.built_page import BuiltPage, html_file
from press.crawl import Link, target

NAME = "guide.html"
LEFT_OUT = "script, [data-script], [role=status]"  # what only works on the site
POINTERS = {"id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls"}
# what names a place, or a file, of the site
MOVED = ", ".join((*(f"[{pointer}]" for pointer in sorted(POINTERS)), "a[href]", "img[src]"))
HEADING = re.compile(r"<(/?)h([2-5])\b")
PART = '<section class="whole" id="'  # begins what the file has of a page, as its template writes it
WITHIN = re.compile(r'\shref="#([^"]*)"')
INSIDE = re.compile(r"(<article\b[^<>]*>).*(</article>)", re.DOTALL)
Places = tuple[str, frozenset[str]]  # the address of a guide, and its pages
_made: WeakKeyDictionary[BuiltPage, dict[Places, str]] = WeakKeyDictionary()


def name_of(url: str, fragment: str = "") -> str:
    """Return the id that a page, or a part of it, has in the one file: `how-to/cold-pack/`,
    `steps` -> `how-to-cold-pack--steps`."""
    page = url.strip("/").replace("/", "-") or "home"
    return f"{page}--{fragment}" if fragment else page


def copy_of(built: Built, page: BuiltPage) -> str:
    """Return the text of a page as it stands in the one file, or nothing when the page's frame has lost it.

    It is made once for the file, and kept to judge the file by.
    """
    if page.tagged("img"):
        return _copied(built, page)  # a picture may change while its page does not
    kept = _made.setdefault(page, {})
    if (places := _places(built)) not in kept:
        kept[places] = _copied(built, page)
    return kept[places]


def moved_in(built: Built, page: BuiltPage, element: LexborNode) -> str:
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
            node.attrs["href"] = _address(built, page, given["href"] or "")
        if node.tag == "img" and "src" in given:
            node.attrs["src"] = _picture(built, page, given["src"] or "")
    return HEADING.sub(lambda m: f"<{m[1]}h{int(m[2]) + 1}", copy.html or "")


@lru_cache(maxsize=2)
def beside_pages(built: Built) -> dict[str, BuiltPage]:
    """Return the HTML beside the pages by file name, as far as it is to be judged by itself.

    Where the one file has a page's text sign by sign as it must be, and its links lead to parts of the file, it says and shows
    what the page does, and that is judged on the page. Its element is left here, with nothing in it. All else stays as it is.
    """
    found = dict(built.not_pages)
    if whole := found.get(NAME):
        ids = built.ids[NAME]
        texts = {name_of(page.url): copy for page in built.pages.values()
                 if (copy := copy_of(built, page)) and ids.issuperset(WITHIN.findall(copy))}
        first, *parts = whole.html.split(PART)
        rest = (_emptied(part, texts.get(part.partition('"')[0], "")) for part in parts)
        found[NAME] = html_file(NAME, PART.join((first, *rest)))
    return found


def _emptied(part: str, copy: str) -> str:
    """Return the part of a page without what it copies, but for the element around it."""
    before, same, after = part.partition(copy) if copy else (part, "", "")
    return before + INSIDE.sub(r"\1\2", same) + after


def _copied(built: Built, page: BuiltPage) -> str:
    return moved_in(built, page, page.article) if page.article else ""


@lru_cache(maxsize=4)
def _places(built: Built) -> Places:
    return built.site_url, frozenset(page.url for page in built.pages.values()
                                     if page.file != "404.html" and not stands_for_another(page))


def _address(built: Built, page: BuiltPage, address: str) -> str:
    found = target(built, Link(page.file, address))
    if found is None:
        return address
    path, fragment = found
    if path in _places(built)[1]:
        return f"#{name_of(path, '' if fragment in FURNITURE else fragment)}"
    return f"{built.site_url}{path}" + (f"#{fragment}" if fragment else "")


def _picture(built: Built, page: BuiltPage, address: str) -> str:
    """Return a picture of the guide as an address that holds the picture itself."""
    found = target(built, Link(page.file, address))
    if not found or found[0] not in built.files:
        return address
    kind = mimetypes.guess_type(found[0])[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode((built.folder / found[0]).read_bytes()).decode()}"
