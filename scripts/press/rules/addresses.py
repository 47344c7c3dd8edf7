"""An address once published works for ever: the record in docs/_data/addresses.txt is both the promise and the map of moved pages."""

from press.addresses import RECORD, read_record, published
from press.built import Built
from press.problem import did_you_mean
from press.reading import Site
from press.rules import Found, problem, rule


@rule()
def the_record_can_be_read(site: Site, built: Built) -> Found:
    """Each line of the record is an address, or an old address and where it leads now, and stands once."""
    seen: dict[str, int] = {}
    for entry in read_record(site.root):
        if entry.fault:
            yield problem("the-record-can-be-read", RECORD, entry.line, entry.fault, "write '/page/', '/page/#part', '/page/file.pdf' or '/old/ -> /new/'.")
        elif entry.address in seen:
            yield problem("the-record-can-be-read", RECORD, entry.line, f"'{entry.address}' stands on line {seen[entry.address]} too.", "remove one of the two.")
        seen[entry.address] = entry.line


@rule()
def addresses_are_kept(site: Site, built: Built) -> Found:
    """Every address of the record still leads to a page, a part of a page or a file."""
    live = published(built)
    for entry in read_record(site.root):
        if entry.fault or entry.target:
            continue
        if entry.address not in live:
            yield problem("addresses-are-kept", RECORD, entry.line, f"'{entry.address}' was published and leads nowhere now.{did_you_mean(entry.address, live)}",
                          f"put the page or the id back, or write '{entry.address} -> /where-it-is-now/' on this line.")


@rule()
def addresses_are_recorded(site: Site, built: Built) -> Found:
    """Every published address stands in the record, so that it is kept from now on."""
    known = {entry.address for entry in read_record(site.root)}
    new = sorted(published(built) - known)
    if new:
        yield problem("addresses-are-recorded", RECORD, 0, f"{len(new)} new addresses are not in the record: {', '.join(new[:5])}{' …' if len(new) > 5 else ''}.",
                      "run 'make addresses', and commit the record.")


@rule()
def moved_addresses_lead_to_pages(site: Site, built: Built) -> Found:
    """A moved address leads straight to a live page or part of one; it is not a live page itself."""
    live, name = published(built), "moved-addresses-lead-to-pages"
    moved = {entry.address: entry for entry in read_record(site.root) if entry.target and not entry.fault}
    for entry in moved.values():
        if entry.target in moved:
            yield problem(name, RECORD, entry.line, f"'{entry.address}' leads to '{entry.target}', which has moved itself.",
                          f"write '{entry.address} -> {moved[entry.target].target}'.")
        elif entry.target not in live:
            yield problem(name, RECORD, entry.line, f"'{entry.address}' leads to '{entry.target}', which is not there.{did_you_mean(entry.target, live)}",
                          "write an address that is published.")
        if entry.address in {"/" + page.url for page in site.pages.values()}:
            yield problem(name, RECORD, entry.line, f"'{entry.address}' is a live page and cannot lead away.", "remove the arrow, or the page.")
