"""Finds the addresses in files that are not pages: styles, scripts, the site map, messages, PDFs, and the guide's own data."""

import json
import re
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

Found = Iterator[tuple[str, str, int]]  # address, kind of file, line (0 where lines mean nothing)

OWN_DATA = {"search.json", "addresses.json"}
_STYLE = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^)\"'\s]*))\s*\)|@import\s+[\"']([^\"']*)[\"']")
_IMPORT = re.compile(r"""\b(?:from|import)\s*\(?\s*["'](\.[^"'$]*)["']""")
_WEB = re.compile(r"https?:/[^\s<>\"'\\]+")
_LOC = re.compile(r"<loc>([^<]*)</loc>")
_HREF = re.compile(r'\bhref="([^"]*)"')
_MANIFEST = re.compile(r'"(?:src|start_url|scope|url)"\s*:\s*"([^"]*)"')
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PDF_LINK = re.compile(rb"/URI\s*\(((?:\\.|[^\\)])*)\)")
_LD_KEYS = {"url", "@id", "image", "logo", "contentUrl", "item", "mainEntityOfPage", "sameAs", "license", "isPartOf", "citation"}


def reader(name: str) -> Callable[[bytes], Found] | None:
    """Return the function that finds the addresses in a file of the folder, or None for files that hold none of ours."""
    if name.startswith("assets/vendor/"):
        return None
    if name in OWN_DATA:
        return _in_own_data
    suffix = PurePosixPath(name).suffix
    return (_ASSETS if name.startswith("assets/") else _BESIDE_PAGES).get(suffix)


def in_style(text: str) -> Iterator[str]:
    """Yield the addresses that a style names."""
    return (_first_group(match) for match in _STYLE.finditer(text))


def in_structured_data(text: str) -> Iterator[str]:
    """Yield the addresses in JSON-LD: the texts under keys that hold addresses."""
    return _under_keys(_json(text), named=False)


def _found_by(sign: re.Pattern[str], kind: str) -> Callable[[bytes], Found]:
    def read(raw: bytes) -> Found:
        text = raw.decode("utf-8", "replace")
        for match in sign.finditer(text):
            yield _first_group(match).rstrip(".,;:!?)]}" if kind == "text" else ""), kind, text.count("\n", 0, match.start()) + 1

    return read


def _in_own_data(raw: bytes) -> Found:
    """Yield the addresses of the search index or of the pages in the list of addresses, both counted from the home page."""
    data = _json(raw.decode("utf-8", "replace"))
    if "entries" in data:  # the search index names a page by its place in the list
        pages, parts = ([column.split("\n") for column in data["entries"]] or [[], []])[:2]
        for page, part in zip(pages, parts, strict=True):
            yield f"{data['pages'][int(page)][0] or './'}{'#' * bool(part)}{part}", "search", 0
        return
    for url, (_, *files) in data.get("pages", {}).items():
        yield from ((url + name or "./", "address", 0) for name in ("", *files))


def _in_pdf(raw: bytes) -> Found:
    """Yield the addresses of a PDF's links, which may stand in squeezed parts of it."""
    parts = [raw]
    for stream in _PDF_STREAM.findall(raw):
        try:
            parts.append(zlib.decompressobj().decompress(stream))
        except zlib.error:
            continue  # a picture, squeezed in another way
    for part in parts:
        yield from ((re.sub(rb"\\(.)", rb"\1", address).decode("utf-8", "replace"), "pdf", 0)
                    for address in _PDF_LINK.findall(part))


def _under_keys(value: object, *, named: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _under_keys(item, named=key in _LD_KEYS)
    elif isinstance(value, list):
        for item in value:
            yield from _under_keys(item, named=named)
    elif named and isinstance(value, str) and re.match(r"[a-z+]+:|[/.#]", value):
        yield value


def _first_group(match: re.Match[str]) -> str:
    return next((group for group in match.groups() if group is not None), match[0])


def _json(text: str) -> dict:
    try:
        value = json.loads(text)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {"@graph": value}


_TEXT = _found_by(_WEB, "text")
_ASSETS = {".css": _found_by(_STYLE, "style"), ".js": _found_by(_IMPORT, "script"), ".svg": _found_by(_HREF, "image"),
           ".webmanifest": _found_by(_MANIFEST, "manifest")}
_BESIDE_PAGES = {".txt": _TEXT, ".json": _TEXT, ".xml": _found_by(_LOC, "sitemap"), ".svg": _found_by(_HREF, "image"),
                 ".pdf": _in_pdf}
