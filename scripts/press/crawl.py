"""Walks every link of the built folder: in pages, their tags for previews and structured data,
and in every other file that names addresses."""

import re
from collections.abc import Callable, Container, Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from press import link_readers
from press.address import url_of
from press.built import Built
from press.built_page import BuiltPage

_NAMES = ("href", "xlink:href", "src", "poster", "data", "action", "formaction", "cite", "background", "longdesc")
_SETS = ("srcset", "imagesrcset")
_NEAR = re.compile(r"(\.\./)*([a-z0-9-]+/)*([a-z0-9-]+(\.[a-z0-9]+)+)?(#[a-z0-9-]+)?$")
_WHOLE = re.compile(r"https?://\w")
_CHOICE = re.compile(r"([^\s,](?:\S*[^\s,])?)(?:\s+[^\s,]+)?\s*(?:,|$)")  # of a srcset: `pack.png 1x, pack-2.png 2x`
UNSEEN = "".join(map(chr, range(33)))  # browsers leave these out around an address
_META = re.compile(r"(og|twitter):(url|image|audio|video)(:(secure_)?url|:src)?$")
_REFRESH = re.compile(r"^[^;,]*[;,]?\s*(url\s*=)?\s*['\"]?|['\"]\s*$", re.IGNORECASE)  # what stands around the address


class Link(NamedTuple):
    """An address as it is written in a file of the folder. `kind` is the tag or the kind of file; `line` is 0 in pages."""

    file: str
    address: str
    kind: str = "a"
    line: int = 0


def links(built: Built) -> Iterator[Link]:
    """Yield every address that any file of the folder names."""
    for page in (*built.pages.values(), *built.not_pages.values()):
        yield from (Link(page.file, *found) for found in addresses_in(page))
    yield from links_beside(built)


def links_beside(built: Built) -> Iterator[Link]:
    """Yield every address that a file beside the pages names."""
    for name in sorted(built.files - built.pages.keys() - built.not_pages.keys()):
        if read := link_readers.reader(name):
            yield from (Link(name, *found) for found in _read(read, (built.folder / name).read_bytes()))


@lru_cache(maxsize=512)  # in a preview, and in the tests, most files are as they were
def _read(read: Callable[[bytes], link_readers.Found], content: bytes) -> tuple[tuple[str, str, int], ...]:
    return tuple(read(content))


def addresses_in(page: BuiltPage, known: Container[str] = ()) -> dict[tuple[str, str], None]:
    """Return every address that a page names with the kind of link, each once: the menu stands on a page twice.

    Those `known` may be left out.
    """
    return dict.fromkeys(_addresses_in(page, known))


def _addresses_in(page: BuiltPage, known: Container[str]) -> Iterator[tuple[str, str]]:
    for name in _NAMES:
        yield from [(address, node.tag) for node, address in page.having(name) if address not in known]
    for name in _SETS:
        yield from ((address, "srcset") for _, addresses in page.having(name) for address in _CHOICE.findall(addresses))
    for style in (*(style for _, style in page.having("style")), *(node.text() for node in page.tagged("style"))):
        yield from ((address, "style") for address in link_readers.in_style(style))
    for node in page.tagged("script"):
        if node.attributes.get("type") == "application/ld+json":
            yield from ((address, "json-ld") for address in link_readers.in_structured_data(node.text()))
    for node in page.tagged("meta"):
        yield from _named_by_meta(node.attributes)


def target(built: Built, link: Link) -> tuple[str, str] | None:
    """Return file address and fragment of a link within the site,
    or None when it leads outside or is no address that can be read.

    A link that leaves the site's own folder on the same host gives an address that starts with `../`. The guide's own data names
    addresses from its home page on.
    """
    # a whole address leads from everywhere to one place
    file = "" if link.file in link_readers.OWN_DATA or _WHOLE.match(link.address) else link.file
    return resolve(built.site_url or "http://localhost/", file, link.address.strip(UNSEEN))


@lru_cache(maxsize=1 << 17)
def resolve(site_url: str, file: str, address: str) -> tuple[str, str] | None:
    """Return what `target` does for an address that stands in `file` of a site at `site_url`."""
    return _near(file, address) if _NEAR.match(address) else _anywhere(site_url, file, address)


def _near(file: str, address: str) -> tuple[str, str] | None:
    """Return where an ordinary address such as `../stop/#now` leads; most are, and the library is slow."""
    path, _, part = address.partition("#")
    folder = file.rpartition("/")[0]
    if not path:
        return url_of(file), part
    while path.startswith("../"):
        if not folder:
            return f"../{path.removeprefix('../')}", part
        path, folder = path[3:], folder.rpartition("/")[0]
    return (f"{folder}/{path}" if folder else path), part


def _anywhere(site_url: str, file: str, address: str) -> tuple[str, str] | None:
    home = urlsplit(site_url)
    try:
        parts = urlsplit(urljoin(urljoin(site_url, url_of(file)), address))
    except ValueError:  # such as brackets that do not close
        return None
    if parts.scheme not in ("http", "https") or re.sub(r":(80|443)?$", "", parts.netloc.lower()) != home.netloc:
        return None
    path, base = unquote(parts.path), home.path or "/"
    inside = path[len(base):] if path.startswith(base) else f"../{path.lstrip('/')}"
    return inside, unquote(parts.fragment).partition(":~:")[0]


def _named_by_meta(attributes: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    content = attributes.get("content") or ""
    if _META.match(attributes.get("property") or attributes.get("name") or ""):
        yield content, "meta"
    elif (attributes.get("http-equiv") or "").lower() == "refresh":
        yield _REFRESH.sub("", content), "refresh"
