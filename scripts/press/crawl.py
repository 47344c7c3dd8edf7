"""Walks every link of the built folder: in pages, styles, tags for previews, structured data, the site map and the search index."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urljoin, urlsplit

from press.built import Built, BuiltPage

_ATTRIBUTES = ("href", "src", "poster", "data", "action")
_STYLE_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)")
_META = ('meta[property="og:url"]', 'meta[property="og:image"]', 'meta[name="twitter:image"]')


@dataclass(frozen=True)
class Link:
    """An address as it is written in a file of the folder."""

    file: str
    address: str
    kind: str = "a"


def links_of(page: BuiltPage) -> Iterator[Link]:
    """Yield every address that a page names."""
    for name in _ATTRIBUTES:
        for node in page.tree.css(f"[{name}]"):
            yield Link(page.file, node.attributes[name] or "", node.tag)
    for node in page.tree.css("[srcset]"):
        for part in (node.attributes["srcset"] or "").split(","):
            yield Link(page.file, part.split()[0] if part.split() else "", "srcset")
    for selector in _META:
        for node in page.tree.css(selector):
            yield Link(page.file, node.attributes.get("content") or "", "meta")
    for node in page.tree.css('meta[http-equiv="refresh"]'):
        yield Link(page.file, (node.attributes.get("content") or "").partition("url=")[2], "refresh")
    for node in page.tree.css('script[type="application/ld+json"]'):
        yield from (Link(page.file, url, "json-ld") for url in _urls(_json(node.text())))


def links(built: Built) -> Iterator[Link]:
    """Yield every address that any file of the folder names."""
    for page in built.pages.values():
        yield from links_of(page)
    for name in sorted(built.files):
        if name.endswith(".css"):
            text = (built.folder / name).read_text(encoding="utf-8", errors="replace")
            yield from (Link(name, address, "style") for address in _STYLE_URL.findall(text))
    if "sitemap.xml" in built.files:
        text = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
        yield from (Link("sitemap.xml", address, "sitemap") for address in re.findall(r"<loc>([^<]*)</loc>", text))
    if "search.json" in built.files:
        for entry in _json((built.folder / "search.json").read_text(encoding="utf-8")).get("documents", []):
            yield Link("search.json", built.base + entry["url"], "search")


def inside(built: Built, link: Link) -> tuple[str, str] | None:
    """Return file address and fragment of a link within the site, or None when it leads outside or is no web address.

    A link that leaves the site's own folder on the same host gives an address that starts with `../`.
    """
    file = link.file
    here = urljoin(built.site_url or "http://localhost/", re.sub(r"(^|/)index\.html$", r"\1", file))
    try:
        parts = urlsplit(urljoin(here, link.address))
    except ValueError:
        return "", "unreadable address"
    home = urlsplit(built.site_url or "http://localhost/")
    if parts.scheme not in ("http", "https") or parts.netloc != home.netloc:
        return None
    path = unquote(parts.path)
    return (path[len(built.base):] if path.startswith(built.base) else f"../{path.lstrip('/')}"), unquote(parts.fragment)


def _json(text: str) -> dict:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {"@graph": value}


def _urls(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in ("url", "@id", "image", "logo", "contentUrl") and isinstance(item, str):
                yield item
            else:
                yield from _urls(item)
    elif isinstance(value, list):
        for item in value:
            yield from _urls(item)
