"""What moved leads straight to its new place, and what was withdrawn for safety says so."""

import datetime
import posixpath

from press.address import file_of, page_of
from press.address_record import RECORD, AddressRecord, Entry, read_record
from press.addresses import answered
from press.built import Built
from press.built_page import BuiltPage
from press.outputs.moved import answer_of
from press.problem import did_you_mean
from press.rules import Found, problem, rule
from press.site import Site
from press.successors import nearest, part_of
from press.words import day

HELP = ("safety/stop/", "safety/signs/")  # for whoever did what a withdrawn page said


@rule()
def moved_addresses_lead_to_pages(site: Site, built: Built) -> Found:
    """A moved address leads straight to what it held, which is there; it is not published itself."""
    record, live = read_record(site.root), answered(built)
    for entry in record.by_address.values():
        if entry.target and (wrong := _not_moved(entry, record, live, built) or _not_there(entry, record, live)):
            yield problem("moved-addresses-lead-to-pages", RECORD, entry.line, *wrong)


@rule()
def moved_addresses_are_answered(site: Site, built: Built) -> Found:
    """At the address of a moved page stands a page that leads on, and at that of a moved file the file itself."""
    record, live = read_record(site.root), answered(built)
    for address in record.left():
        target, page = record.leads_to(address), built.pages.get(answer_of(address))
        leads = (page is not None and page.forwards and page.attribute('link[rel="canonical"]', "href") == built.site_url
                 + target.lstrip("/"))
        if target in live and address not in live and not leads and not _is_file_for_page(address, target):
            line = record.by_address[address].line
            yield problem("moved-addresses-are-answered", RECORD, line,
                          f"nothing in the built folder leads from '{address}' to '{target}'.", "build the guide again.")
        elif leads and not any(name and is_to(page, target, href)
                               for name, (_, href) in zip(page.link_names, page.links, strict=True)):
            yield problem("moved-addresses-are-answered", "overrides/outputs/moved.html", 1,
                          f"what stands at '{address}' has no link in plain words to '{target}'.",
                          "write <a href=\"{{ href }}\">{{ title }}</a> in it, for browsers that do not forward.")


@rule()
def withdrawn_addresses_say_why(site: Site, built: Built) -> Found:
    """What was withdrawn for safety is not published, and a page at its address says so and why."""
    record, live = read_record(site.root), answered(built)
    for address in record.left():
        entry, source, shown = record.withdrawn(address), site.pages.get(address.lstrip("/")), built.pages.get(answer_of(address))
        if entry and address in live:
            yield problem("withdrawn-addresses-say-why", source.path if source else RECORD, 1 if source else entry.line,
                          f"'{address}' was withdrawn on {entry.day} and is published here: {entry.reason}",
                          "remove this page and the links to it." if source else "let no output of the guide make it.")
        elif entry and entry.day > str(max((page.check_by for page in site.pages.values()), default=entry.day)):
            yield problem("withdrawn-addresses-say-why", RECORD, entry.line,
                          f"'{address}' was withdrawn on '{entry.day}', a day that has not come.",
                          "write the day on which it was withdrawn.")
        elif entry and not (shown and shown.having("data-withdrawn")):
            yield problem("withdrawn-addresses-say-why", RECORD, entry.line,
                          f"no page in the built folder says why '{address}' was withdrawn.", "build the guide again.")
        elif entry:
            said = shown.words_of(shown.article)
            lost = [*(words for words in (entry.reason, day(datetime.date.fromisoformat(entry.day))) if words not in said),
                    *(f"/{url}" for url in HELP if url in site.pages
                      and not any(is_to(shown, f"/{url}", href) for _, href in shown.links_in_text))]
            if lost:
                yield problem("withdrawn-addresses-say-why", "overrides/outputs/withdrawn.html", 1,
                              f"the page at '{address}' lacks '{lost[0]}'.",
                              "print the day and the reason, and link the stop signs and the warning signs.")


def _not_moved(entry: Entry, record: AddressRecord, live: set[str], built: Built) -> tuple[str, str] | None:
    """Return what is wrong when an address cannot lead away, and the fix."""
    if entry.address in live and not _is_copy(entry.address, entry.target, built):
        return (f"'{entry.address}' is published and cannot lead away.",
                f"write '{entry.address}' alone, or remove what is published there.")
    if entry.address != entry.page and entry.page in live:
        part = part_of(entry.address)
        return (f"'{entry.page}' is published, so its part '{part}' cannot lead away by itself.",
                f"write '{entry.address}' alone, leave a line in the page, 'It is now [in another place](page.md#part).', "
                f"and below it '{{: {part} }}'.")
    if entry.address != entry.page and not (record.leads_to(entry.page) or record.withdrawn(entry.page)):
        return (f"the page '{entry.page}' has gone, and no line says where.",
                f"add the line '{entry.page} -> {page_of(entry.target)}'.")
    return None


def _not_there(entry: Entry, record: AddressRecord, live: set[str]) -> tuple[str, str] | None:
    """Return what is wrong with the place an address leads to, and the fix."""
    to, gone, way = f"'{entry.address}' leads to '{entry.target}'", record.withdrawn(entry.target), _way(entry, record)
    if gone:
        return f"{to}, which was withdrawn on {gone.day}.", f"write '{entry.address} !! {gone.day} {gone.reason}'."
    if way[-1] in way[:-1]:
        return f"{to}, and so round in a circle: {' -> '.join(way)}.", "write the address at which the page is published now."
    if len(way) > 2:
        return f"{to}, which has moved itself.", f"write '{entry.address} -> {way[-1]}'."
    if page_of(entry.target) in record.by_address.keys() - live:
        return None  # it has been lost since, which its own line tells; once that is mended, this line can be
    if entry.target not in live:
        return (f"{to}, which is not there.{did_you_mean(entry.target, live)}",
                f"write '{entry.address} -> {nearest(entry.target, live)}'.")
    if _is_file_for_page(entry.page, entry.target):
        return f"{to}, which is a file.", "lead to a page."
    return None


def _is_file_for_page(old: str, new: str) -> bool:
    """Tell whether a page would lead to a file, which no page can stand for."""
    return old.endswith("/") and not page_of(new).endswith("/")


def _way(entry: Entry, record: AddressRecord) -> list[str]:
    """Return the addresses that a reader would pass; the last ends the way, or closes a circle."""
    way = [entry.address, entry.target]
    while way[-1] not in way[:-1] and (after := record.leads_to(way[-1])):
        way.append(after)
    return way


def _is_copy(old: str, new: str, built: Built) -> bool:
    """Tell whether a moved file is published again at its old address."""
    files = [built.folder / file_of(address) for address in (old, new)]
    return (not old.endswith("/") and "#" not in old and all(file.is_file() for file in files)
            and files[0].read_bytes() == files[1].read_bytes())


def is_to(shown: BuiltPage, target: str, href: str) -> bool:
    """Tell whether an address in a page leads to a place given from the site's root, with or without its part."""
    path = posixpath.normpath(posixpath.join(posixpath.dirname(f"/{shown.file}"), href.partition("#")[0] or "."))
    return href.endswith(target) or path.rstrip("/") == page_of(target).rstrip("/")
