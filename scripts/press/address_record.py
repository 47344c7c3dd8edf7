"""The record of every address ever published: pages, headings, claims, terms, safety entries and files.

Lines are added, never removed.

A line is an address; or an address and where it leads now, `/old/ -> /new/`; or an address that was withdrawn for safety, with
the day and the reason, `/old/ !! 2027-03-01 The waiting time it gave was too short.`
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from press.address import fault_of, page_of

RECORD = "docs/_data/addresses.txt"
_HEAD = "# Every address this guide has ever published. Lines are added by 'make addresses' and never removed.\n" \
        "# A page or file that moved: '/old/ -> /new/'. Withdrawn for safety: '/old/ !! 2027-03-01 Why, in one or two sentences.'\n"
_LINE = re.compile(r"(?P<address>.*?)(?:\s*->\s*(?P<target>.*)|\s+!!\s*(?P<day>\d{4}-\d\d-\d\d)?\s*(?P<reason>.*))?$")


@dataclass(frozen=True)
class Entry:
    """A line of the record.

    `target` is where a moved address leads now, `reason` why one was withdrawn; `fault` is what is wrong with the line.
    """

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
class AddressRecord:
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


def read_record(root: Path) -> AddressRecord:
    """Return the record; an empty one when there is none yet."""
    path = root / RECORD
    return parse(path.read_text(encoding="utf-8-sig", errors="replace")) if path.exists() else AddressRecord()


@lru_cache(maxsize=8)
def parse(text: str) -> AddressRecord:
    """Return the record that a text holds."""
    lines = enumerate(text.splitlines(), 1)
    return AddressRecord(tuple(_entry(number, line.strip()) for number, line in lines if line.strip()
                               and not line.lstrip().startswith("#")))


def _entry(number: int, line: str) -> Entry:
    given = {name: value or "" for name, value in _LINE.match(line).groupdict().items()}
    entry = Entry(number, **given)
    fault = fault_of(entry.address) or (fault_of(entry.target) if "->" in line else "")
    if not fault and "!!" in line and not (entry.reason and _is_day(entry.day)):
        fault = f"'{entry.address}' is withdrawn without a day and a reason."
    if not fault and entry.target == entry.address:
        fault = f"'{entry.address}' leads to itself."
    return Entry(number, **given, fault=fault)


def _is_day(text: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(text))
    except ValueError:
        return False


def record_new(root: Path, addresses: Iterable[str]) -> list[str]:
    """Add the addresses that the record lacks, and return those added."""
    new = sorted({*addresses} - {entry.address for entry in read_record(root)})
    path = root / RECORD
    text = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    if new:
        path.write_text(text.rstrip("\n") + "\n" + "\n".join(new) + "\n", encoding="utf-8")
    return new
