"""Says what is wrong with an address: it leads nowhere, out of the guide, by an unsafe way, or it is no address at all."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from press.address import url_of
from press.built import Built
from press.crawl import UNSEEN, Link, target
from press.outside_faults import outside_fault
from press.sharing import FILES

_MAILBOX = r"[^@\s?,.<>()/:]+(\.[^@\s?,.<>()/:]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
_MAIL_FIELD = r"(subject|body|cc|bcc|to)=[^\s&]*"
MAIL = re.compile(rf"mailto:(?=.)({_MAILBOX}(,{_MAILBOX})*)?(\?{_MAIL_FIELD}(&{_MAIL_FIELD})*)?$", re.IGNORECASE)
TEL = re.compile(r"tel:(\+[1-9](-?[0-9]){6,14}|[0-9](-?[0-9]){1,14})$", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
PICTURES = {"img", "image", "link", "style"}  # these may hold a small picture themselves, as data:
LOST = "404.html"
LIKE = 0.7  # how near an address must be, from 0 to 1, to be the one that was meant


class Fault(NamedTuple):
    """What is wrong with a link, how to mend it, and the address of ours that is nearest to it, when one is near."""

    says: str
    fix: str = "link to a page, part or file that is published."
    near: str = ""


def fault(built: Built, link: Link) -> Fault | None:
    """Return what is wrong with a link, or None."""
    address = link.address.strip(UNSEEN)
    found = SCHEME.match(re.sub(r"[\t\r\n]", "", address))  # browsers leave these out as well
    scheme = found[0].lower() if found else ""
    if scheme == "mailto":
        return None if MAIL.match(address) else Fault("is not an email address.",
                                                      "write it like 'mailto:hello@practice.example'.")
    if scheme == "tel":
        return None if TEL.match(address) else Fault("is not a phone number.",
                                                     "write digits only, after a '+' for the country: 'tel:+442079460000'.")
    if scheme == "data" and link.kind in PICTURES:
        return None
    if scheme not in ("", "http", "https"):
        return Fault(f"starts with '{scheme}:', which does not belong in a guide.",
                     "link to a page of the guide, or write an address with 'https:', 'mailto:' or 'tel:'.")
    if not address or address == "#":
        return Fault("leads nowhere: it has no address.", "write where it leads, or remove the link.")
    if link.kind == "base":
        return Fault("turns every other link of the page aside.", "remove the <base>.")
    if "\\" in address:
        return Fault("holds a '\\', which addresses do not have.", f"write '{address.replace(chr(92), '/')}'.")
    if address.startswith("//"):
        return Fault("leaves out 'https:'.", f"write 'https:{address}'.")
    if scheme and not address[len(scheme):].startswith("://"):
        return Fault(f"has no '//' after '{scheme}:'.", f"write 'https://{address[len(scheme):].lstrip(':/')}'.")
    inside = target(built, link)
    if inside is None:
        amiss = outside_fault(address, scheme)
        return Fault(*amiss) if amiss else None
    found = _inside(built, address, scheme, *inside)
    if link.file == LOST and not scheme and link.kind != "use" and not address.startswith(("/", "#")):
        return Fault("works at the top of the guide alone, and this page is shown at any depth.",
                     "begin it with '{{ root }}', as the other links there do.")
    at_one_place = "/" if address.startswith("/") else built.site_url if scheme and link.kind == "a" and link.file in built.pages else ""
    if not found and at_one_place and not _is_shown_anywhere(built, link.file):
        return Fault(f"works at one place only: it starts with '{at_one_place}'.", near=url_of(inside[0]))
    return found


def _is_shown_anywhere(built: Built, file: str) -> bool:
    """Tell whether a page is shown in place of others, at any depth, or says that one was withdrawn:
    its links start at the site's root."""
    return file == LOST or (file in built.pages and bool(built.pages[file].having("data-withdrawn")))


def _inside(built: Built, address: str, scheme: str, path: str, part: str) -> Fault | None:
    """Return what is wrong with a link within the guide, or None. `path` and `part` are where it leads."""
    if path.startswith("../"):
        return Fault("leaves the guide's own folder.", near=_near(path, set(map(url_of, built.files))))
    if scheme == "http" and urlsplit(built.site_url).scheme == "https":
        return Fault("leads to this guide by 'http:'.", f"write 'https:{address[5:]}'.")
    file = f"{path}index.html" if path.endswith("/") or not path else path
    if file not in built.files:
        if f"{path}/index.html" in built.files:
            return Fault("lacks its last '/'.", f"write '{re.sub('(?=[?#]|$)', '/', address, count=1)}'.")
        if address.lower().startswith("www."):
            return Fault("leaves out 'https:'.", f"write 'https://{address}'.")
        return Fault("leads nowhere.", near=_instead(built, path))
    if part and part not in built.ids.get(file, {part}):
        page = "its page" if address.startswith("#") else f"'/{path}'"
        near = _near(part, built.ids[file])
        return Fault(f"names a part that {page} has not.", near=f"#{near}" if near else "")
    return None


def _instead(built: Built, path: str) -> str:
    """Return the address to write for one that is not there.

    What a page hands over is replaced by the page, never by another page's.
    """
    folder, _, name = path.rpartition("/")
    if name in FILES and f"{folder}/index.html".lstrip("/") in built.files:
        return f"{folder}/".lstrip("/") or "./"
    return _near(path, set(map(url_of, built.files)))


def _near(name: str, names: Iterable[str]) -> str:
    """Return the name whose last part is like that of another, and of several the one that is most like it as a whole."""
    by_last = defaultdict(list)
    for each in sorted(filter(None, names)):
        by_last[_last(each)].append(each)
    near = difflib.get_close_matches(_last(name.lower()), by_last, 3, LIKE)
    return max((each for last in near for each in by_last[last]),
               key=lambda each: difflib.SequenceMatcher(None, each, name.lower()).ratio(), default="")


def _last(name: str) -> str:
    return re.sub(r"(/|/index|\.md)+$", "", name).rpartition("/")[2]
