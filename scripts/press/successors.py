"""Guesses what took the place of a lost address, so that a message can name the exact edit."""

import difflib

from press.address import page_of
from press.address_record import AddressRecord, Entry
from press.sharing import FILES

ALIKE = 0.6  # how like another name a file's must be, from 0 to 1, to be the same file under a new one


def way_back(entry: Entry, record: AddressRecord, live: set[str]) -> str:
    """Return the edit that keeps the promise of a lost address. `live` are the addresses that are published."""
    if "#" in entry.address:
        id = part_of(entry.address)
        moved = next((a for a in sorted(live) if part_of(a) == id and a not in record.by_address), "")
        there = f"the part moved to '{moved}'" if moved else "the part moved"
        return (f"give the heading its '{{{id}}}' back, for new words keep the old id. If {there}, leave a line in its old place, "
                f"'It is now [in another place]({moved or 'page.md#part'}).', and below it '{{: {id} }}'.")
    return (f"put it back, or write '{entry.address} -> {successor(entry.address, record, live)}' on this line. "
            f"If it could harm, write '{entry.address} !! the-day Why it was withdrawn.'.")


def successor(address: str, record: AddressRecord, live: set[str]) -> str:
    """Return what most likely took the place of a lost page: a new page with the most ids in common, or else the nearest name."""
    new = sorted(a for a in live if a.endswith("/") and a not in record.by_address)
    if not address.endswith("/") or not new:
        return nearest(address, live)
    parts = {part_of(a) for a in record.by_address if page_of(a) == address and "#" in a}
    shared = {a: sum(f"{a}{part}" in live for part in parts) for a in new}
    return max(new, key=lambda a: (shared[a], difflib.SequenceMatcher(None, a, address).ratio()))


def nearest(address: str, live: set[str]) -> str:
    """Return the published address most like another: for a part, one of the same page; for a file,
    its page when no file is like it."""
    page = page_of(address)
    if page == address and not address.endswith("/"):
        return _for_file(address, live)
    alike = sorted(a for a in live
                   if (page_of(a) == page if "#" in address else "#" not in a and a.endswith("/") == address.endswith("/")))
    return next(iter(difflib.get_close_matches(address, alike, 1, 0)), page if page in live else "/")


def _for_file(address: str, live: set[str]) -> str:
    """Return what can stand in for a lost file.

    What is made beside a page never can for what was made beside another: its safety words differ.
    """
    folder, _, name = address.rpartition("/")
    ending = name.rpartition(".")[2]
    files = (sorted(a for a in live if "#" not in a and a.endswith(f".{ending}") and a.rpartition("/")[2] not in FILES)
             if name not in FILES else [])
    return next(iter(difflib.get_close_matches(address, files, 1, ALIKE)),
                "") or (f"{folder}/" if f"{folder}/" in live else nearest(f"{folder}/", live))


def part_of(address: str) -> str:
    """Return the part of an address with its sign, `#steps`, or an empty string."""
    _, sign, part = address.partition("#")
    return sign + part
