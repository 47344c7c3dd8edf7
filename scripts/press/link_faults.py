"""Says what is wrong with an address: it leads nowhere, out of the guide, by an unsafe way, or it is no address at all."""

import difflib
import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from press.built import Built
from press.crawl import Link, target

MAIL = re.compile(r"mailto:[^@\s?,]+@[^@\s?,]+\.[^@\s?,.]+(\?[^\s]*)?$|mailto:\?[^\s]+$", re.IGNORECASE)
TEL = re.compile(r"tel:\+?[0-9]{2,15}$", re.IGNORECASE)
HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](:[0-9]+)?$", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\{}|^`]")
PICTURES = {"img", "image", "link", "style"}  # these may hold a small picture themselves, as data:
LIKE = 0.7  # how near an address must be, from 0 to 1, to be the one that was meant


class Fault(NamedTuple):
    """What is wrong with a link, how to mend it, and the address of ours that is nearest to it, when one is near."""

    says: str
    fix: str = "link to a page, part or file that is published."
    near: str = ""


def fault(built: Built, ids: dict[str, set[str]], link: Link) -> Fault | None:
    """Return what is wrong with a link, or None. `ids` are those of each page, by file."""
    address = link.address.strip()
    found = SCHEME.match(re.sub(r"[\t\r\n]", "", address))  # browsers leave these out as well
    scheme = found[0].lower() if found else ""
    if scheme == "mailto":
        return None if MAIL.match(address) else Fault("is not an email address.", "write it like 'mailto:hello@practice.example'.")
    if scheme == "tel":
        return None if TEL.match(address) else Fault("is not a phone number.", "write digits only, after a '+' for the country: 'tel:+442079460000'.")
    if scheme == "data" and link.kind in PICTURES:
        return None
    if scheme not in ("", "http", "https"):
        return Fault(f"starts with '{scheme}:', which does not belong in a guide.",
                     "link to a page of the guide, or write an address with 'https:', 'mailto:' or 'tel:'.")
    if not address or address == "#":
        return Fault("leads nowhere: it has no address.", "write where it leads, or remove the link.")
    inside = target(built, link)
    return _outside(address, scheme) if inside is None else _inside(built, ids, address, scheme, *inside)


def _outside(address: str, scheme: str) -> Fault | None:
    if not scheme:
        return Fault("leaves out 'https:'.", f"write 'https:{address}'.")
    try:
        host = urlsplit(address).netloc
    except ValueError:
        host = ""
    if not HOST.match(host) or NOT_IN_ADDRESSES.search(address):
        return Fault("is not a whole web address.", "write it in full, as the browser shows it: 'https://host.example/page'.")
    if scheme == "http":
        return Fault("is not safe on the way: it starts with 'http:'.", f"write 'https:{address[5:]}', and see whether it opens.")
    return None


def _inside(built: Built, ids: dict[str, set[str]], address: str, scheme: str, path: str, part: str) -> Fault | None:
    """Return what is wrong with a link within the guide, or None. `path` and `part` are where it leads."""
    if path.startswith("../"):
        return Fault("leaves the guide's own folder.")
    if scheme == "http" and urlsplit(built.site_url).scheme == "https":
        return Fault("leads to this guide by 'http:'.", f"write 'https:{address[5:]}'.")
    file = f"{path}index.html" if path.endswith("/") or not path else path
    if file not in built.files:
        if f"{path}/index.html" in built.files:
            return Fault("lacks its last '/'.", f"write '{address}/'.")
        return Fault("leads nowhere.", near=_near(path, {re.sub(r"(^|/)index\.html$", r"\1", name) for name in built.files}))
    if part and file in ids and part not in ids[file]:
        page = "its page" if address.startswith("#") else f"'/{path}'"
        near = _near(part, ids[file])
        return Fault(f"names a part that {page} has not.", near=f"#{near}" if near else "")
    return None


def _near(name: str, names: Iterable[str]) -> str:
    return next(iter(difflib.get_close_matches(name.lower(), sorted(filter(None, names)), 1, LIKE)), "")
