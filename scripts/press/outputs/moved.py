"""What answers at an address that pages and files have left:
a forwarding page, the moved file once more, or a page that says why it was withdrawn."""

import datetime
from collections.abc import Iterator
from types import SimpleNamespace

import jinja2

from press.address import file_of, page_of
from press.address_record import AddressRecord, Entry, read_record
from press.built import Built
from press.prose import Prose
from press.site import Site
from press.view import view
from press.words import day

NAMES = ("*/index.html",)
CARRIES_NO_ADVICE = "it only leads to a page that carries its notes, or says why there is none."
AFTER_OTHERS = True  # a file can only be published again when it is there


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield what answers at each address that was left. Where something is published still, nothing is written over it."""
    record, looks = read_record(site.root), _looks(site)
    for address in record.left():
        gone, target = record.withdrawn(address), record.leads_to(address)
        if (built.folder / file_of(address)).is_file() or (target and not _exists(built, target)):
            continue  # the rules tell
        if gone:
            yield answer_of(address), _withdrawn(looks, site, prose, gone)
        elif page_of(target).endswith("/"):
            yield answer_of(address), _forwarding(looks, site, record, address, target)
        elif not address.endswith("/"):  # that a page leads to a file, the rules tell
            yield file_of(address), (built.folder / file_of(target)).read_bytes()


def answer_of(address: str) -> str:
    """Return the file of the page that answers at an address that was left.

    A host cannot send a page as a PDF. But a folder named `handout.pdf` leads to the page in it.
    """
    return file_of(address if address.endswith("/") else f"{address}/")


def parts_of(record: AddressRecord, address: str, target: str) -> dict[str, str]:
    """Return where the parts of a moved page are now, by id: those that do not follow it under their own name."""
    parts = (a for a in record.by_address if page_of(a) == address and a != address)
    return {part.partition("#")[2]: record.leads_to(part) for part in parts
            if "#" in target or record.leads_to(part) != f"{target}#{part.partition('#')[2]}"}


def _exists(built: Built, target: str) -> bool:
    return (built.folder / file_of(target)).is_file()


def _forwarding(looks: jinja2.Environment, site: Site, record: AddressRecord, address: str, target: str) -> bytes:
    root = "../" * answer_of(address).count("/")
    parts = {id: root + place.lstrip("/") for id, place in sorted(parts_of(record, address, target).items())}
    page = site.pages.get(page_of(target).lstrip("/"))
    return looks.get_template("outputs/moved.html").render(
        root=root, href=root + target.lstrip("/"), parts=parts, title=page.title if page else site.settings.site_name,
        site_name=site.settings.site_name, canonical=site.settings.site_url + target.lstrip("/")).encode()


def _withdrawn(looks: jinja2.Environment, site: Site, prose: Prose, gone: Entry) -> bytes:
    when = day(datetime.date.fromisoformat(gone.day))
    page = SimpleNamespace(reason=gone.reason, day=when)
    return looks.get_template("outputs/withdrawn.html").render(press=view(site, prose, None), withdrawn=page).encode()


def _looks(site: Site) -> jinja2.Environment:
    loader = jinja2.FileSystemLoader(site.root / "overrides")
    return jinja2.Environment(loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
