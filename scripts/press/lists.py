"""Lists that span the guide: which pages show a claim, and everything from A to Z."""

import re
from types import SimpleNamespace

from press.calls import calls, headings
from press.model import Page
from press.site import Site

# Headings that every advice page has; in a list from A to Z they would say nothing.
EVERYWHERE = {"in-short", "if-it-does-not-help", "not-known", "what-to-try", "what-to-leave", "see-someone",
              "what-research-says", "before-you-try"}
LITTLE = re.compile(r"^(a|an|the) ")  # what nobody looks for at the start of a title
NUMBER = re.compile(r"^\d+\. ")  # a heading's place in its page's order, which is lost in a list by letters


def pages_by_claim(site: Site) -> dict[str, list[Page]]:
    """Return the pages that show each claim, themselves or within a belief."""
    shown: dict[str, dict[str, Page]] = {}
    for page in site.pages.values():
        for call in calls(page):
            for id in call.arguments if call.name == "claim" else ():
                shown.setdefault(id, {})[page.url] = page
    return {id: list(pages.values()) for id, pages in shown.items()}


def a_to_z(site: Site, root: str) -> list[tuple[str, list[SimpleNamespace]]]:
    """Return the guide's pages, headings, terms and safety entries by first letter; `root` leads to the site's root.

    The kind of an entry tells it from others with the same words. A heading that repeats its page's title is no entry of its own.
    """
    entries = [SimpleNamespace(title=p.title, href=root + p.url, kind="page") for p in site.pages.values()]
    for page in site.pages.values():
        entries += [SimpleNamespace(title=_plain(h.words), href=f"{root}{page.url}#{h.id}", kind=page.title)
                    for h in headings(page) if h.id and h.id not in EVERYWHERE
                    and _sought(_plain(h.words)) != _sought(page.title)]
    entries += [SimpleNamespace(title=t.term, href=f"{root}glossary/#{t.id}", kind="word") for t in site.glossary.values()]
    entries += [SimpleNamespace(title=c.plain_name, href=f"{root}safety/#{c.id}", kind="safety")
                for c in site.contraindications.values()]
    entries += [SimpleNamespace(title=s.may_mean, href=f"{root}safety/signs/#{s.id}", kind="warning sign")
                for s in site.red_flags.values()]
    letters: dict[str, list[SimpleNamespace]] = {}
    for entry in sorted(entries, key=lambda e: (_sought(e.title), e.href)):
        first = _sought(entry.title)[:1].upper()
        letters.setdefault("0-9" if first.isdigit() else first, []).append(entry)
    return sorted(letters.items())


def _sought(title: str) -> str:
    """Return a title as readers look for it: `A broken bone` under B."""
    return re.sub("[^a-z0-9 ]", "", LITTLE.sub("", title.lower()))


def _plain(words: str) -> str:
    return re.sub(r"[*_`]|\[([^\]]*)\]\([^)]*\)", r"\1", NUMBER.sub("", words))
