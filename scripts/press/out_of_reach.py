"""What scripts must not take hold of on a page: its text with the safety notes, and what stands around it."""

from functools import cache

from selectolax.lexbor import LexborNode

from press.built_page import BuiltPage
from press.elements import around, marks_around

HOLDERS = {"html", "head", "body", "header", "nav"}  # what stands around the text, and the ways through the guide


class Held:
    """The text of pages, all in it but what waits for a script, what stands around it,
    and the places of the ways through the guide.

    `ids` are its names, `ids_of_notes` those of what holds or is a note.
    """

    def __init__(self, pages: list[BuiltPage]):
        self.pages = pages
        self.ids = set().union(*map(_ids, pages))
        self.ids_of_notes = set().union(*map(_ids_of_notes, pages))
        self.is_found = cache(self.is_found)

    def is_found(self, selector: str) -> bool:
        """Tell whether a selector finds any of it, or nobody can know."""
        try:
            return any(_is_held(node) for shown in self.pages for node in shown.fitting(selector))
        except ValueError:  # not a selector that this program knows
            return True


def _is_held(node: LexborNode) -> bool:
    """Tell whether scripts must not take hold of an element: of the page's text, but for what waits for a script and holds no note,
    or of what stands around it."""
    if node.tag in HOLDERS:
        return True
    above = list(around(node))
    return any(at.tag == "main" for at in above) and not any("data-script" in at.attributes and _waits(at) for at in above)


def _waits(box: LexborNode) -> bool:
    """Tell whether an element with `data-script` waits for its script, and holds no note."""
    return not box.css_first("[data-note]")


def _ids(shown: BuiltPage) -> set[str]:
    """Return the ids on a page of what scripts must not take hold of."""
    waiting = {node.mem_id for box, _ in shown.having("data-script") if _waits(box) for node in box.css("[id]")}
    held = {node.attributes["id"] or "" for main in shown.tagged("main") for node in main.css("[id]") if node.mem_id not in waiting}
    return held | {id for node, id in shown.having("id") if node.tag in HOLDERS}


def _ids_of_notes(shown: BuiltPage) -> set[str]:
    """Return the ids of the notes of a page, and of what they stand in."""
    holding = marks_around(node for node, _ in shown.having("data-note"))
    return {id for node, id in shown.having("id") if node.mem_id in holding}
