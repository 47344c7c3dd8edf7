"""Every link of the built folder leads somewhere, and says where."""

import re
from urllib.parse import unquote, urlsplit

from press.built import Built
from press.crawl import Link, inside, links
from press.problem import did_you_mean
from press.reading import Site
from press.rules import Found, problem, rule
from press.sources import source_of

MAIL = re.compile(r"mailto:[^@\s?]+@[^@\s?]+\.[^@\s?]+(\?[^\s]*)?$|mailto:\?[^\s]+$")
TEL = re.compile(r"tel:\+?[0-9]{2,15}$")
VAGUE = {"here", "click here", "this", "this page", "link", "more", "read more", "page"}


@rule()
def links_lead_somewhere(site: Site, built: Built) -> Found:
    """Every address in the built folder that is our own exists, with its part of the page; other addresses are well formed."""
    ids = {page.file: set(page.ids) for page in built.pages.values()}
    for link in dict.fromkeys(links(built)):
        says = _fault(built, ids, link)
        if says:
            where, line = _source(site, built, link)
            yield problem("links-lead-somewhere", where, line, f"the link '{link.address}' {says}", "link to a page, part or file that is published.")


@rule()
def links_say_where_they_go(site: Site, built: Built) -> Found:
    """The words of a link say where it goes, even when it is read alone."""
    for page in built.pages.values():
        for node in page.tree.css("a[href]"):
            text = " ".join(node.text().split())
            name = (node.attributes.get("aria-label") or text or " ".join(i.attributes.get("alt") or "" for i in node.css("img"))).strip()
            if not name or name.lower().rstrip(".") in VAGUE:
                where, line = source_of(site, page, f"[{text}](")
                yield problem("links-say-where-they-go", where, line, f"the link to '{node.attributes['href']}' reads '{name}'.", "name the page it leads to.")


def _fault(built: Built, ids: dict[str, set[str]], link: Link) -> str:
    """Return what is wrong with a link, or an empty string."""
    address = link.address.strip()
    scheme = urlsplit(address).scheme if ":" in address.split("/")[0] else ""
    if scheme == "mailto":
        return "" if MAIL.match(address) else "is not an email address."
    if scheme == "tel":
        return "" if TEL.match(address) else "is not a phone number."
    if scheme not in ("", "http", "https"):
        return "" if scheme == "data" and link.kind in ("img", "link", "style") else f"starts with '{scheme}:', which does not belong in a page."
    if not address and link.kind != "base":
        return "is empty."
    found = inside(built, link)
    if found is None:
        return "is not safe on the way: it starts with 'http:'." if scheme == "http" and link.kind != "a" else ""
    path, fragment = found
    if path.startswith("../"):
        return "leaves the guide's own folder."
    file = f"{path}index.html" if path.endswith("/") or not path else path
    if scheme == "http" and urlsplit(built.site_url).scheme == "https":
        return "leads to this guide by 'http:'."
    if file not in built.files:
        if f"{path}/index.html" in built.files:
            return f"lacks its last '/': write '{address}/'."
        return f"leads nowhere.{did_you_mean(path, [p.url for p in built.pages.values()])}"
    if fragment and not fragment.startswith(":~:") and file in ids and fragment not in ids[file]:
        return f"names a part that '/{path}' has not.{did_you_mean(fragment, ids[file])}"
    return ""


def _source(site: Site, built: Built, link: Link) -> tuple[str, int]:
    page = built.pages.get(link.file)
    if page is None:
        return (f"docs/{link.file}" if link.file.endswith(".css") else link.file), 0
    source = site.pages.get(page.url)
    if source:
        path, _, fragment = unquote(link.address).partition("#")
        stem = path.strip("./").rstrip("/")
        for word in (f"#{fragment})" if fragment else "", link.address, f"{stem}.md", stem.rsplit("/", 1)[-1]):
            if word and word in source.body:
                return source.path, source.line_of(word)
    return source_of(site, page, link.address)
