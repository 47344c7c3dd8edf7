"""The record of every address ever published: pages, headings, claims, terms, safety entries and files. Lines are added, never removed.

A line is an address; or an address and where it leads now, `/old/ -> /new/`; or an address that was withdrawn for safety, with the day and the
reason, `/old/ !! 2027-03-01 The waiting time it gave was too short.`
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from press.built import Built, BuiltPage

RECORD = "docs/_data/addresses.txt"
UNTRACKED = re.compile(r"assets/|(404\.html|sitemap\.xml|search\.json|addresses\.json|offline\.json|sw\.js|robots\.txt|_headers|\.nojekyll)$|\.well-known/")
FURNITURE = {"main", "menu", "search", "top", "content"}  # ids of the look, which nobody links to
PASSING = ("d-", "__")  # ids inside drawings and of tools
FLEETING = ("note-", "letter-", "kit-", "by-page-")  # notes come and go with a page's topics, entries of a list with what is listed; their page is the promise
_HEAD = "# Every address this guide has ever published. Lines are added by 'make addresses' and never removed.\n" \
        "# A page or file that moved: '/old/ -> /new/'. Withdrawn for safety: '/old/ !! 2027-03-01 Why, in one or two sentences.'\n"
_LINE = re.compile(r"(?P<address>.*?)(?:\s*->\s*(?P<target>.*)|\s+!!\s*(?P<day>\d{4}-\d\d-\d\d)?\s*(?P<reason>.*))?$")
_ADDRESS = re.compile(r"/(\.?[a-z0-9-]+/)*(\.?[a-z0-9-]+(\.[a-z0-9]+)+)?(#[a-z0-9-]+)?$")
_WRONG = [  # what an address may not hold, and how to say it
    (re.compile(r"[<>\"'`\\\s{}|^]|[^\x21-\x7e]"), "holds a sign that no address of this guide has"),
    (re.compile(r"//"), "leads out of this guide"),
    (re.compile(r"(^|/)\.\.?(/|$)|%"), "leads out of the guide's folder"),
    (re.compile(r"^[^/]"), "does not start with '/'"),
    (re.compile(r"[A-Z]"), "has a capital letter"),
    (re.compile(r"/[^/.#]+(#.*)?$"), "lacks the '/' at the end of the page"),
]


@dataclass(frozen=True)
class Entry:
    """A line of the record. `target` is where a moved address leads now, `reason` why one was withdrawn; `fault` is what is wrong with the line."""

    line: int
    address: str
    target: str = ""
    day: str = ""
    reason: str = ""
    fault: str = ""

    @property
    def page(self) -> str:
        """The address without its part: `/how-to/cold-pack/#steps` -> `/how-to/cold-pack/`."""
        return page_of(self.address)


@dataclass(frozen=True)
class Record:
    """The lines of the record, good and bad."""

    entries: tuple[Entry, ...] = ()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @cached_property
    def by_address(self) -> dict[str, Entry]:
        """The lines that can be read, by address."""
        return {entry.address: entry for entry in reversed(self.entries) if not entry.fault}

    def leads_to(self, address: str) -> str:
        """Return where an address leads now, or an empty string when it is where it always was.

        What has no arrow of its own follows its page: a part by its id, a file by its name.
        """
        own = self.by_address.get(address)
        if own and (own.target or own.reason):
            return own.target
        page, _, part = address.partition("#")
        if part:
            above = self.leads_to(page)
            return f"{page_of(above)}#{part}" if above else ""
        folder, _, name = address.rpartition("/")
        above = page_of(self.leads_to(f"{folder}/")) if name else ""
        return above + name if above.endswith("/") else ""

    @cached_property
    def earlier(self) -> dict[str, list[str]]:
        """Where pages were before, by the page that is now read instead: `/new/` -> `/old/`."""
        found: dict[str, list[str]] = {}
        for address in self.by_address:
            if address.endswith("/") and (now := page_of(self.leads_to(address))):
                found.setdefault(now, []).append(address)
        return found

    def withdrawn(self, address: str) -> Entry | None:
        """Return the line by which an address, or the page that it belongs to, was withdrawn."""
        own = self.by_address.get(address)
        if own and (own.target or own.reason):
            return own if own.reason else None
        above = page_of(address) if "#" in address else address[:address.rindex("/") + 1]
        return self.withdrawn(above) if above != address else None

    def left(self) -> Iterator[str]:
        """Yield the addresses of pages and files that are no longer where they were."""
        for address in self.by_address:
            if "#" not in address and (self.leads_to(address) or self.withdrawn(address)):
                yield address


def page_of(address: str) -> str:
    """Return an address without its part."""
    return address.partition("#")[0]


def file_of(address: str) -> str:
    """Return the file of the built folder that answers an address: `/safety/#now` -> `safety/index.html`."""
    name = page_of(address).lstrip("/")
    return f"{name}index.html" if name.endswith("/") or not name else name


def read_record(root: Path) -> Record:
    """Return the record; an empty one when there is none yet."""
    path = root / RECORD
    return parse(path.read_text(encoding="utf-8-sig", errors="replace")) if path.exists() else Record()


@lru_cache(maxsize=8)
def parse(text: str) -> Record:
    """Return the record that a text holds."""
    lines = enumerate(text.splitlines(), 1)
    return Record(tuple(_entry(number, line.strip()) for number, line in lines if line.strip() and not line.lstrip().startswith("#")))


def _entry(number: int, line: str) -> Entry:
    given = {name: value or "" for name, value in _LINE.match(line).groupdict().items()}
    entry = Entry(number, **given)
    fault = _fault(entry.address) or (_fault(entry.target) if "->" in line else "")
    if not fault and "!!" in line and not (entry.reason and _is_day(entry.day)):
        fault = f"'{entry.address}' is withdrawn without a day and a reason."
    if not fault and entry.target == entry.address:
        fault = f"'{entry.address}' leads to itself."
    return Entry(number, **given, fault=fault)


def _fault(address: str) -> str:
    if _ADDRESS.match(address):
        return ""
    says = next((says for sign, says in _WRONG if sign.search(address)), "is not an address of a page, a part or a file")
    return f"'{address}' {says}."


def _is_day(text: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


@lru_cache(maxsize=2)  # while the outputs are made, and when all is there
def answered(built: Built) -> frozenset[str]:
    """Return every address that leads straight to its content: pages, the ids in their articles, and files beside them."""
    found = set()
    for page in built.pages.values():
        if page.file != "404.html" and not stands_for_another(page):
            found.add(f"/{page.url}")
            found |= {f"/{page.url}#{id}" for id in _ids(page) if page.url.endswith("/") or not page.url}
    return frozenset(found | {f"/{name}" for name in built.files - built.pages.keys() if not UNTRACKED.match(name)})


def published(built: Built) -> set[str]:
    """Return the addresses that the folder promises for ever."""
    return {address for address in answered(built) if not is_fleeting(address)}


def is_fleeting(address: str) -> bool:
    """Tell whether an address names a part that comes and goes, so that its page alone is promised."""
    return address.partition("#")[2].startswith(FLEETING)


def stands_for_another(page: BuiltPage) -> bool:
    """Tell whether a page only leads to another, or says that one was withdrawn."""
    return page.forwards or bool(page.having("data-withdrawn"))


def _ids(page: BuiltPage) -> Iterator[str]:
    for node, id in page.having("id"):
        if id and id not in FURNITURE and not id.startswith(PASSING) and page.in_text(node):
            yield id


def record_new(root: Path, built: Built) -> list[str]:
    """Add every published address that the record lacks, and return those added."""
    new = sorted(published(built) - {entry.address for entry in read_record(root)})
    path = root / RECORD
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    if new:
        path.write_text(text.rstrip("\n") + "\n" + "\n".join(new) + "\n", encoding="utf-8")
    return new
