"""Tells from the HTML alone why a reader would not see a safety note.

What is allowed around and inside a note is listed; all else is refused.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press.elements import classes_of

# Between the page's article and a note: plain containers. Inside a note: plain text.
AROUND = {"div", "section", "ul", "ol", "li"}
INSIDE = {"p", "ul", "ol", "li", "a", "b", "strong", "em", "i", "span", "br"}
ATTRIBUTES_AROUND = {"class", "id", "role", "aria-label", "aria-labelledby"}  # and data-*, which shows and hides nothing
ATTRIBUTES_INSIDE = {"class", "href"}
ROLES = {"note", "group", "list", "listitem", "region"}
# Around the article, a list or a way to help stands the look: plain places, with what they need and no more.
PLACES = AROUND | INSIDE | {"html", "body", "main", "header", "nav", "article", "form", "fieldset", "label", "h2", "h3", "h4"}
ATTRIBUTES_ABOVE = ATTRIBUTES_AROUND | ATTRIBUTES_INSIDE | {"tabindex", "method", "autocomplete"}
OF_THE_PAGE = {"lang", "dir"}  # on <html> and <body> alone


def unseen(note: LexborNode, article: LexborNode, above: str) -> str:
    """Return why a reader would not see all of a note that stands in `article`, in its own box, or an empty string.
    `above` is what `hidden_above` says of the article."""
    if reason := next(_inside(note), "") or next(_around(note, article), "") or above:
        return reason
    box, own = _nearest(note, "notes"), _nearest(note, "note")
    return ("" if box and own and _is_within(own, box) and _is_within(box, article)
            else "it stands outside the box for safety notes")


def own_box(note: LexborNode) -> LexborNode:
    """Return the part of the box that is framed and named for a note: its own, or that of notes as grave as it."""
    return _nearest(note, "note") or note


def _inside(note: LexborNode) -> Iterator[str]:
    for node in _elements(note):
        if node.tag not in INSIDE:
            yield f"<{node.tag}> stands in it"
        elif strange := _strange(node, ATTRIBUTES_INSIDE):
            yield f"<{node.tag}> in it has {strange}"
        elif not (node.attributes.get("href") or "#").startswith(("#", "tel:")):
            yield f"a link in it leads away, to '{node.attributes['href']}'"


def _around(note: LexborNode, article: LexborNode) -> Iterator[str]:
    at: LexborNode | None = note
    while at and at.mem_id != article.mem_id:
        if at.tag == "body":
            yield "it stands outside the page's article"
            return
        if at.tag not in AROUND:
            yield f"it stands in <{at.tag}>"
        elif strange := _strange(at, ATTRIBUTES_AROUND):
            yield f"<{at.tag}> around it has {strange}"
        at = at.parent


def hidden_above(node: LexborNode) -> str:
    """Return why an element may be hidden, folded or struck out by itself or by what stands around it, or an empty string."""
    at: LexborNode | None = node
    while at and at.tag != "-document":
        if at.tag not in PLACES:
            return f"it stands in <{at.tag}>"
        if strange := _strange(at, ATTRIBUTES_ABOVE | (OF_THE_PAGE if at.tag in ("html", "body") else set())):
            return f"<{at.tag}> around it has {strange}"
        at = at.parent
    return ""


def _strange(node: LexborNode, plain: set[str]) -> str:
    """Return the first attribute that plain text does not need, or an empty string."""
    attributes = node.attributes
    if attributes.keys() <= plain and "role" not in attributes:
        return ""  # as most
    for name, value in attributes.items():
        if name == "role" and value not in ROLES:
            return f"the role '{value}'"
        if name not in plain and not name.startswith("data-"):
            return f"'{name}'"
    return ""


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements in a node, without what is inside a sign."""
    for child in node.iter():
        if child.tag != "svg":
            yield child
            yield from _elements(child)


def _nearest(node: LexborNode, name: str) -> LexborNode | None:
    at: LexborNode | None = node
    while at and at.tag not in ("body", "-document"):
        if name in classes_of(at):
            return at
        at = at.parent
    return None


def _is_within(node: LexborNode, other: LexborNode) -> bool:
    at: LexborNode | None = node
    while at and at.tag != "-document":
        if at.mem_id == other.mem_id:
            return True
        at = at.parent
    return False
