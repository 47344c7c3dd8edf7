"""The record of every address ever published: pages, headings, claims, terms, safety entries and files. Lines are added, never removed."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from press.built import Built

RECORD = "docs/_data/addresses.txt"
_ADDRESS = re.compile(r"/([a-z0-9-]+/)*([a-z0-9-]+\.[a-z0-9]+)?(#[a-z0-9-]+)?$")
_HEAD = "# Every address this guide has ever published. Lines are added by 'make addresses' and never removed.\n# A moved page: '/old/ -> /new/'.\n"
UNTRACKED = re.compile(r"assets/|(404\.html|sitemap\.xml|search\.json|robots\.txt|_headers|\.nojekyll)$")
FURNITURE = {"main", "menu", "search", "top", "content"}  # ids of the look, which nobody links to


@dataclass(frozen=True)
class Entry:
    """A line of the record. `target` is where a moved address leads now; `fault` says what is wrong with the line."""

    line: int
    address: str
    target: str = ""
    fault: str = ""


def read_record(root: Path) -> list[Entry]:
    """Return the lines of the record; an empty list when there is none yet."""
    path = root / RECORD
    return list(_entries(path.read_text(encoding="utf-8"))) if path.exists() else []


@lru_cache(maxsize=8)
def _entries(text: str) -> tuple[Entry, ...]:
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            address, arrow, target = (part.strip() for part in line.partition("->"))
            wrong = next((f"'{a}' is not an address of this guide." for a in ([address, target] if arrow else [address]) if not _ADDRESS.match(a)), "")
            if arrow and address == target:
                wrong = f"'{address}' leads to itself."
            entries.append(Entry(number, address, target, wrong))
    return tuple(entries)


def published(built: Built) -> set[str]:
    """Return every address the built folder answers: pages, the ids in their articles, and files beside them."""
    found = set()
    for page in built.pages.values():
        if page.file == "404.html" or page.forwards:
            continue
        found.add(f"/{page.url}")
        ids = (node.attributes["id"] for node in page.article.css("[id]")) if page.article else ()
        found |= {f"/{page.url}#{id}" for id in ids if id and id not in FURNITURE and not id.startswith(("d-", "__"))}
    return found | {f"/{name}" for name in built.files if not name.endswith(".html") and not UNTRACKED.match(name)}


def record_new(root: Path, built: Built) -> list[str]:
    """Add every published address that the record lacks, and return those added."""
    known = {entry.address for entry in read_record(root)}
    new = sorted(published(built) - known)
    path = root / RECORD
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    if new:
        path.write_text(text.rstrip("\n") + "\n" + "\n".join(new) + "\n", encoding="utf-8")
    return new
