"""The parts of a page that keep a reader safe, as they stand in its HTML: the notes, the lists of the safety pages
and the check before ice, with what holds their words and what stands around them."""

from selectolax.lexbor import LexborNode

from press.built_page import BuiltPage
from press.elements import all_around, around, classes_of

BOXES = ".notes"
# notes, the lists of the safety pages, and the check before ice
SAFETY = f"{BOXES}, [data-note], [data-contraindication], [data-warning-sign], form"


def is_sign_or_words(node: LexborNode) -> bool:
    """Tell whether an element is the sign of a note, or holds words."""
    return "sign" in classes_of(node) or bool(node.text().strip())


def lineage(notes: list[LexborNode]) -> dict[int, bool]:
    """Return the notes, what stands around them and what holds their words, by their marks in memory,
    and whether each is a sign."""
    inside = {node.mem_id: node for note in notes for node in note.css("*")}
    signs = {mark: node.tag == "svg" for mark, node in inside.items() if is_sign_or_words(node)}
    return signs | {node.mem_id: node.tag == "svg" for node in all_around(notes)}


def is_near_safety(reached: list[LexborNode], shown: BuiltPage) -> bool:
    """Tell whether any of some elements of a page holds a safety note or list, is one or stands in one."""
    safe = {node.mem_id for node in shown.fitting(SAFETY)}
    return any(node.css_first(SAFETY) or any(at.mem_id in safe for at in around(node)) for node in reached)
