"""Finds the parts of pages that styles may treat in a way of their own: of those that no selector can tell apart,
one is looked at."""

from functools import lru_cache

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.elements import around
from press.site import Site
from press.sources import advice
from press.style_sheets import Sheets, sheets_reader


@lru_cache(maxsize=2)
def styled(site: Site, built: Built, parts: str) -> list[tuple[BuiltPage, Sheets, list[LexborNode]]]:
    """Return each advice page with its stylesheets and its fresh parts: those whose like, with the same words in the same place,
    no page before has.

    `parts` is a CSS selector. Styles do the same to a part and to its like.
    """
    sheets_of, known, judged, found = sheets_reader(built), {}, set(), []
    for _, shown in advice(site, built):
        sheets, likes, fresh, old = sheets_of(shown), {}, [], set()
        for part in shown.fitting(parts):
            if any(at.mem_id in old for at in around(part)):
                continue  # what stands in a part that is like another is like what stands in that
            like = (sheets, part.html, _like(part, known, likes))
            if like in judged:
                old.add(part.mem_id)
            else:
                judged.add(like)
                fresh.append(part)
        found.append((shown, sheets, fresh))
    return found


def _like(node: LexborNode | None, known: dict[tuple, int], likes: dict[int, int]) -> int:
    """Return a number that an element shares with those that a selector cannot tell from it: they, and all around them,
    look the same.

    `known` are the numbers given so far, `likes` those of the elements of the page in hand.
    """
    if node is None or node.tag == "-document":
        return 0
    if node.mem_id not in likes:
        place = (_like(node.parent, known, likes), *_seen(node), *_seen(_beside(node, "prev")), _beside(node, "next") is None)
        likes[node.mem_id] = known.setdefault(place, len(known) + 1)
    return likes[node.mem_id]


def _seen(element: LexborNode | None) -> tuple:
    """Return what a selector can see of an element: its tag and its attributes."""
    return (element.tag, tuple(sorted(element.attributes.items()))) if element else ()


def _beside(node: LexborNode, way: str) -> LexborNode | None:
    """Return the element right before or after another."""
    at = getattr(node, way)
    while at and (not at.tag or at.tag.startswith("-")):  # text, comments, and what has no name
        at = getattr(at, way)
    return at
