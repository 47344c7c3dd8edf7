"""Says why a guide should not lead to an address of another site: it is no whole address, or what it shows
is somebody's own, changes, follows its readers or hides where it leads."""

import re
from urllib.parse import urlsplit

HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9](:[0-9]+)?$", re.IGNORECASE)
NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\{}|^`]")
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
TRACKS = re.compile(r"[?&](utm_[a-z]+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igsh(?:id)?|yclid|twclid|ttclid"
                    r"|_hsenc|_hsmi|mkt_tok|vero_id|oly_enc_id|oly_anon_id)=[^&#]*&?")


def outside_fault(address: str, scheme: str) -> tuple[str, str] | None:
    """Return what is wrong with an address outside the guide, and how to mend it; None when nothing is.

    `scheme` is its first part, such as 'https', or empty.
    """
    try:
        host = urlsplit(address).netloc
    except ValueError:
        host = ""
    if not HOST.match(host) or NOT_IN_ADDRESSES.search(address):
        return "is not a whole web address.", "write it in full, as the browser shows it: 'https://host.example/page'."
    name = host.lower().removeprefix("www.").partition(":")[0]
    if name in SHORT:
        return ("hides where it leads: it is a short link, and may lead elsewhere tomorrow.",
                "open it, and write the address that the browser shows then.")
    if name.endswith(HOME):
        return "leads to a computer of somebody's own.", "write the address at which everybody finds it."
    if name in NOBODYS:
        return ("leads to a made-up address, which only stands in for another.",
                "write the address that was meant, or take the link out.")
    if name in OWN_FILES or name.endswith(".sharepoint.com"):
        return ("leads to a file of somebody's own, which others may not open, or not tomorrow.",
                "lead to a page that everybody may read.")
    if ANSWERS.match(f"{name}{urlsplit(address).path}"):
        return ("shows each reader something else: it is a search, or a talk with a program.",
                "open what was found there, and write its own address.")
    if tracked := TRACKS.search(address):
        return (f"follows its readers: '{tracked[1]}' tells the host where they came from.",
                f"write '{_untracked(address)}'.")
    if scheme == "http":
        return "is not safe on the way: it starts with 'http:'.", f"write 'https:{address[5:]}', and see whether it opens."
    return None


def _untracked(address: str) -> str:
    """Return an address without the parts that follow a reader; a '?' stays where other parts come after it."""
    return TRACKS.sub(lambda found: "?" if found[0][0] == "?" and found[0][-1] == "&" else "", address).rstrip("?&")
