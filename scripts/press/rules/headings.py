"""Headings are in order, and each has a lasting id that no other has."""

import re
from collections import Counter

from press.built import Built
from press.calls import Heading, headings
from press.rules import Found, problem, rule
from press.schema import KEBAB
from press.site import Site
from press.sources import source_of

GIVEN = re.compile(r"(.*?)\s*(\{\s*#\s*([^\s}]*).*)?$")  # words, and an id that does not stand last
FORBIDS = {"not", "never", "no", "stop", "stopping", "avoid", "leave", "without", "dont"}  # words of an id
PRESSES = {"now", "see", "safety", "warning"}  # words of an id by which a reader knows how soon to act
FORBIDDING = re.compile(r"\b(?:not|never|no|none|nobody|nothing|stop\w*|avoid\w*|leav\w+|left|without|cannot|\w+n't)\b", re.IGNORECASE)


@rule()
def headings_are_permanent(site: Site, built: Built) -> Found:
    """Each heading has an id of its own in lower-case ASCII, so that a link to it lasts."""
    for page in site.pages.values():
        for heading in headings(page):
            if not heading.id:
                words, near, id = GIVEN.match(heading.words).groups()
                fix = f"write '{'#' * heading.level} {words} {{#{id or _slug(words)}}}', and never change the id again."
                says = f"the heading '{heading.words}' has no id{', as its id does not stand last' * bool(near)}."
                yield problem("headings-are-permanent", page.path, heading.line, says, fix)
            elif not KEBAB.match(heading.id):
                yield problem("headings-are-permanent", page.path, heading.line,
                              f"the id '{heading.id}' is not lower-case words with hyphens.",
                              f"write '{{#{_slug(heading.id)}}}'.")


@rule()
def headings_in_order(site: Site, built: Built) -> Found:
    """A page has one h1, its title, and no heading level is skipped."""
    for page in site.pages.values():
        for heading in headings(page):
            if heading.level == 1:
                yield problem("headings-in-order", page.path, heading.line, f"'{heading.words}' is a second title.",
                              "start headings in the text at '##'; the title stands in the header.")
        shown, level = built.page_at(page.url), 1
        for node in shown.article.css("h1, h2, h3, h4, h5, h6") if shown and shown.article else ():
            depth = int(node.tag[1])
            if depth > level + 1:
                text = node.text().strip()
                yield problem("headings-in-order", page.path, page.line_of(text[:30]),
                              f"'{text[:60]}' skips from level {level} to {depth}.",
                              f"give it {level + 1} '#' signs.")
            level = depth


@rule()
def ids_are_unique(site: Site, built: Built) -> Found:
    """An id stands once on a page, so that a link to it is certain."""
    for shown in built.pages.values():
        for id in sorted(id for id in _twice(shown.ids) if not id.startswith("note-")):  # of a note, nothing_is_said_twice tells
            where, line = source_of(site, shown, f"#{id}")
            yield problem("ids-are-unique", where, line, f"the id '{id}' stands {shown.ids.count(id)} times on '/{shown.url}'.",
                          "give all but one of them another id.")


@rule()
def ids_name_their_own_heading(site: Site, built: Built) -> Found:
    """The id of a heading is not the name of another heading of its page,
    so that a link sent out long ago still leads to what it was about."""
    for page in site.pages.values():
        here = [heading for heading in headings(page) if heading.id]
        for heading in (heading for heading in here if not all(_shared(heading.id, heading))):
            other = next((other for other in here if all(_shared(heading.id, other)) and not all(_shared(other.id, other))), None)
            if other:
                yield problem("ids-name-their-own-heading", page.path, heading.line,
                              f"the id '{heading.id}' stands at '{heading.words}', and names '{other.words}' on line {other.line}.",
                              f"give '{other.words}' its '{{#{heading.id}}}' back: an id stays with its part, whatever the part is called.")


@rule()
def headings_forbid_what_their_ids_forbid(site: Site, built: Built) -> Found:
    """A heading whose lasting id forbids something, such as 'where-not', or presses, such as 'get-help-now', still says so:
    the whole list below it turns with that word."""
    for page in site.pages.values():
        for heading in headings(page):
            if FORBIDS & set(heading.id.split("-")) and not FORBIDDING.search(heading.words):
                yield problem("headings-forbid-what-their-ids-forbid", page.path, heading.line,
                              f"the heading '{heading.words}' no longer forbids, as its id '{heading.id}' does.",
                              "give it its 'not', 'never' or 'stop' back; another part needs another id.")
            for word, is_said in zip(heading.id.split("-"), _shared(heading.id, heading), strict=True):
                if word in PRESSES and not is_said:
                    yield problem("headings-forbid-what-their-ids-forbid", page.path, heading.line,
                                  f"the heading '{heading.words}' no longer says '{word}', as its id '{heading.id}' does.",
                                  f"give it its '{word}' back; another part needs another id.")


def _shared(id: str, heading: Heading) -> list[bool]:
    """Return for each word of an id whether a heading holds it, however it ends."""
    words = {word[:4] for word in re.findall(r"[a-z0-9]+", heading.words.lower())}
    return [word[:4] in words for word in id.split("-")]


def _twice(ids: list[str]) -> set[str]:
    return {id for id, count in Counter(ids).items() if count > 1}


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "part"
