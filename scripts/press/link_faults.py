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
from press.sharing import FILES

_MAILBOX = r"[^@\s?,.<>()/:]+(\.[^@\s?,.<>()/:]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]"
_MAIL_FIELD = r"(subject|body|cc|bcc|to)=[^\s&]*"
MAIL = re.compile(rf"mailto:(?=.)({_MAILBOX}(,{_MAILBOX})*)?(\?{_MAIL_FIELD}(&{_MAIL_FIELD})*)?$", re.IGNORECASE)
TEL = re.compile(r"tel:(\+[1-9](-?[0-9]){6,14}|[0-9](-?[0-9]){1,14})$", re.IGNORECASE)
HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](:[0-9]+)?$", re.IGNORECASE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\{}|^`]")
PICTURES = {"img", "image", "link", "style"}  # these may hold a small picture themselves, as data:
# hosts that only lead on, and can lead elsewhere tomorrow
SHORT = frozenset("""
    bit.ly bitly.com t.co tinyurl.com goo.gl ow.ly is.gd v.gd buff.ly cutt.ly rebrand.ly rb.gy t.ly shorturl.at shorturl.asia
    tiny.cc tiny.one lnkd.in fb.me wp.me dlvr.it soo.gd s.id bl.ink short.io shorte.st adf.ly amzn.to youtu.be g.co aka.ms qr.ae
    qrco.de qr1.be j.mp x.co tr.im urlz.fr bit.do mcaf.ee po.st su.pr clck.ru u.to lihi.cc reurl.cc spoti.fi apple.co forms.gle
    ift.tt trib.al zpr.io snip.ly t1p.de kurzelinks.de""".split())
NOBODYS = ("example.com", "example.org", "example.net")  # they stand in for an address, and lead to no guide
OWN_FILES = ("docs.google.com", "drive.google.com", "dropbox.com", "onedrive.live.com", "1drv.ms", "icloud.com", "wetransfer.com",
             "we.tl", "notion.so", "evernote.com")
HOME = (".local", ".localdomain", ".localhost", ".internal", ".lan", ".home.arpa")
ANSWERS = re.compile(r"((google|bing|yahoo|duckduckgo|ecosia|startpage|baidu|yandex)\.[a-z.]+/(search|web|s$|scholar\?)"
                     r"|search\.[a-z]+\.[a-z]+/|chatgpt\.com|chat\.openai\.com|gemini\.google\.com"
                     r"|copilot\.microsoft\.com|claude\.ai|perplexity\.ai|poe\.com|chat\.deepseek\.com|grok\.com)")
TRACKS = re.compile(r"[?&](utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid?|yclid|twclid|ttclid"
                    r"|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id)=[^&#]*&?")
LIKE = 0.7  # how near an address must be, from 0 to 1, to be the one that was meant


class Fault(NamedTuple):
    """What is wrong with a link, how to mend it, and the address of ours that is nearest to it, when one is near."""

    says: str
    fix: str = "link to a page, part or file that is published."
    near: str = ""


def fault(built: Built, ids: dict[str, set[str]], link: Link) -> Fault | None:
    """Return what is wrong with a link, or None. `ids` are those of each page, by file."""
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
    inside = target(built, link)
    if inside is None:
        return _outside(address, scheme)
    found = _inside(built, ids, address, scheme, *inside)
    if not found and address.startswith("/") and not _is_shown_anywhere(built, link.file):
        return Fault("works at one place only: it starts with '/'.", near=url_of(inside[0]))
    return found


def _is_shown_anywhere(built: Built, file: str) -> bool:
    """Tell whether a page is shown in place of others, at any depth, or says that one was withdrawn:
    its links start at the site's root."""
    return file == "404.html" or (file in built.pages and bool(built.pages[file].having("data-withdrawn")))


def _outside(address: str, scheme: str) -> Fault | None:
    try:
        host = urlsplit(address).netloc
    except ValueError:
        host = ""
    if not HOST.match(host) or NOT_IN_ADDRESSES.search(address):
        return Fault("is not a whole web address.", "write it in full, as the browser shows it: 'https://host.example/page'.")
    name = host.lower().removeprefix("www.").partition(":")[0]
    if name in SHORT:
        return Fault("hides where it leads: it is a short link, and may lead elsewhere tomorrow.",
                     "open it, and write the address that the browser shows then.")
    if name.endswith(HOME):
        return Fault("leads to a computer of somebody's own.", "write the address at which everybody finds it.")
    if name in NOBODYS:
        return Fault("leads to a made-up address, which only stands in for another.",
                     "write the address that was meant, or take the link out.")
    if name in OWN_FILES or name.endswith(".sharepoint.com"):
        return Fault("leads to a file of somebody's own, which others may not open, or not tomorrow.",
                     "lead to a page that everybody may read.")
    if ANSWERS.match(f"{name}{urlsplit(address).path}"):
        return Fault("shows each reader something else: it is a search, or a talk with a program.",
                     "open what was found there, and write its own address.")
    if tracked := TRACKS.search(address):
        return Fault(f"follows its readers: '{tracked[1]}' tells the host where they came from.",
                     f"write '{_untracked(address)}'.")
    if scheme == "http":
        return Fault("is not safe on the way: it starts with 'http:'.", f"write 'https:{address[5:]}', and see whether it opens.")
    return None


def _untracked(address: str) -> str:
    """Return an address without the parts that follow a reader; a '?' stays where other parts come after it."""
    return TRACKS.sub(lambda found: "?" if found[0][0] == "?" and found[0][-1] == "&" else "", address).rstrip("?&")


def _inside(built: Built, ids: dict[str, set[str]], address: str, scheme: str, path: str, part: str) -> Fault | None:
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
    if part and file in ids and part not in ids[file]:
        page = "its page" if address.startswith("#") else f"'/{path}'"
        near = _near(part, ids[file])
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
