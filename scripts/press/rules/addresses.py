"""An address once published works for ever: the record in docs/_data/addresses.txt is both the promise and the map of moved
pages."""

import re
from collections import defaultdict

from press.address import page_of
from press.address_record import RECORD, read_record
from press.addresses import answered, is_fleeting, published
from press.built import Built
from press.problem import Problem
from press.rules import Found, problem, rule
from press.schema import KEBAB
from press.site import Site
from press.source_files import text_of
from press.sources import source_of
from press.successors import nearest, way_back

HEADINGS = {"h2", "h3", "h4", "h5", "h6"}  # their ids are judged in the sources


@rule()
def the_record_can_be_read(site: Site, built: Built) -> Found:
    """Each line of the record is an address; an old address and where it leads now; or one that was withdrawn, when and why.

    Each stands once.
    """
    seen: dict[str, int] = {}
    unreadable: list[Problem] = []
    if (site.root / RECORD).exists() and text_of(site.root, site.root / RECORD, unreadable) is None:
        yield from unreadable
        return
    for entry in read_record(site.root):
        if entry.fault:
            torn = entry.address.startswith(("<" * 7, "=" * 7, ">" * 7))  # by two changes that were not brought together
            yield problem("the-record-can-be-read", RECORD, entry.line, entry.fault,
                          "keep the lines of both changes, and take out those that begin with '<<<<<<<', '=======' and '>>>>>>>'." if torn
                          else "write '/page/', '/page/#part', '/page/file.pdf', '/old/ -> /new/' or '/old/ !! 2027-03-01 Why.'.")
        elif entry.address in seen:
            yield problem("the-record-can-be-read", RECORD, entry.line,
                          f"'{entry.address}' stands on line {seen[entry.address]} too.", "remove one of the two.")
        seen[entry.address] = entry.line


@rule()
def addresses_are_kept(site: Site, built: Built) -> Found:
    """Every address of the record still leads to a page, a part of a page or a file, or to the reason why it was withdrawn."""
    gaps = site.gaps
    record, live = read_record(site.root), answered(built)
    there = live | {f"/{file}" for file in site.unmade}
    for entry in record.by_address.values():
        target = record.leads_to(entry.address)
        if entry.target or record.withdrawn(entry.address) or entry.address in there or target in there:
            continue
        place = target or entry.address
        # a part and a file stand and fall with their page
        above = page_of(place) if "#" in place else place[:place.rindex("/") + 1]
        if above.lstrip("/") in gaps or ("#" in place and not site.is_whole):
            continue
        if is_fleeting(place) and above in live:
            continue
        if target and above in live:
            yield problem("addresses-are-kept", RECORD, entry.line,
                          f"'{entry.address}' was published and would lead to '{target}', which is not there.",
                          f"put that back, or write '{entry.address} -> {nearest(target, live)}' on this line.")
        elif not target and (above in live or above == entry.address or above not in record.by_address):
            yield problem("addresses-are-kept", RECORD, entry.line, f"'{entry.address}' was published and leads nowhere now.",
                          way_back(entry, record, live))


@rule()
def addresses_are_recorded(site: Site, built: Built) -> Found:
    """Every published address stands in the record, so that it is kept from now on."""
    new = sorted(published(built) - {entry.address for entry in read_record(site.root)})
    if new:
        yield problem("addresses-are-recorded", RECORD, 0,
                      f"{len(new)} new addresses are not in the record: {', '.join(new[:5])}{' …' if len(new) > 5 else ''}.",
                      "run 'make addresses', and commit the record.")


@rule()
def addresses_differ_by_more_than_case(site: Site, built: Built) -> Found:
    """No address has a capital letter: some hosts tell 'Ice' from 'ice', and readers do not."""
    same = defaultdict(list)
    for name in sorted(built.files):
        same[name.lower()].append(name)
    for plain, names in same.items():
        if len(names) > 1:
            yield problem("addresses-differ-by-more-than-case", names[0], 0,
                          f"{' and '.join(map(repr, names))} differ only by capital letters.", "rename all but one of them.")
        elif names != [plain] and not plain.startswith("assets/"):
            yield problem("addresses-differ-by-more-than-case", names[0], 0, f"the address '/{names[0]}' has capital letters.",
                          f"name it '{plain}'.")


@rule()
def ids_are_permanent(site: Site, built: Built) -> Found:
    """Each id in a page's text is lower-case ASCII words with hyphens, so that a link to it lasts."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for node, id in shown.having("id") if shown else ():
            if not KEBAB.match(id) and not id.startswith("__") and node.tag not in HEADINGS and shown.in_text(node):
                where, line = source_of(site, shown, id)
                plain = re.sub("[^a-z0-9]+", "-", id.lower()).strip("-") or "part"
                yield problem("ids-are-permanent", where, line, f"the id '{id}' is not lower-case words with hyphens.",
                              f"write '{plain}'.")
