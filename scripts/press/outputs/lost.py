"""The list of addresses by which the 404 page finds what a reader looked for,
and other copies of the guide learn what was withdrawn."""

import json
from collections.abc import Iterator

from press.address_record import read_record
from press.built import Built
from press.prose import Prose
from press.site import Site

NAMES = ("addresses.json",)
CARRIES_NO_ADVICE = "it lists addresses, and why some were left."
AFTER_OTHERS = True  # it names the files that they put beside the pages


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `addresses.json`: each page with its title and the files beside it, where moved addresses lead,
    and why others were withdrawn."""
    record = read_record(site.root)
    pages = {page.url: [page.title, *_beside(built, page.url)] for page in sorted(site.pages.values(), key=lambda p: p.url)}
    withdrawn = {address: record.withdrawn(address) for address in record.left()}
    moved = {address.lstrip("/"): record.leads_to(address).lstrip("/") for address, gone in withdrawn.items() if not gone}
    gone = {address.lstrip("/"): [line.day, line.reason] for address, line in withdrawn.items() if line}
    text = json.dumps({"version": 1, "pages": pages, "moved": moved, "withdrawn": gone}, ensure_ascii=False,
                      separators=(",", ":"))
    yield "addresses.json", text.encode()


def _beside(built: Built, url: str) -> list[str]:
    """Return the names of the files that lie beside a page; those beside the home page belong to the guide as a whole."""
    folder = built.folder / url
    return (sorted(path.name for path in folder.iterdir() if path.is_file() and path.name != "index.html") if url
            and folder.is_dir() else [])
