"""Looks up the elements of a page by tag, attribute and class, after one walk over them:
rules ask for many things that are on few pages."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from press.lookups import Way, named, needed, ways

ANY_CASE = {"rel", "http-equiv"}  # attributes whose words HTML lets anybody write in capitals


class Elements:
    """The elements of a page, each list in the page's order.

    They give what the CSS selectors `tag`, `[attribute]` and `.class` give.
    """

    def __init__(self, tree: LexborHTMLParser):
        self.tree = tree
        self.by_tag: dict[str, list[LexborNode]] = defaultdict(list)
        self.by_attribute: dict[str, list[tuple[LexborNode, str]]] = defaultdict(list)
        self.found: dict[str, list[LexborNode]] = {}  # what was found, by the selectors it was asked for with
        self.marked: dict[str, frozenset[int]] = {}  # the marks in memory of what was found
        by_tag, by_attribute = self.by_tag, self.by_attribute
        for element in tree.css("*"):
            by_tag[element.tag].append(element)
            for name, value in element.attributes.items():
                by_attribute[name].append((element, value or ""))

    @cached_property
    def by_class(self) -> dict[str, list[LexborNode]]:
        """The elements of each class, found when the first is asked for."""
        found: dict[str, list[LexborNode]] = defaultdict(list)
        for element, value in self.by_attribute.get("class", ()):
            for name in dict.fromkeys(value.split()):
                found[name].append(element)
        return found

    def fitting(self, selectors: str) -> list[LexborNode]:
        """Return the elements that a list of CSS selectors gives, in no order.

        What starts with a tag, an attribute, a class or an id is looked up by it; all else is searched for.
        """
        if selectors not in self.found:  # rules ask for the same
            self.found[selectors] = self._find(selectors)
        return self.found[selectors]

    def marks(self, selectors: str) -> frozenset[int]:
        """Return the marks in memory of the elements that a list of CSS selectors gives."""
        if selectors not in self.marked:
            self.marked[selectors] = frozenset([node.mem_id for node in self.fitting(selectors)])
        return self.marked[selectors]

    def _find(self, selectors: str) -> list[LexborNode]:
        found: list[LexborNode] = []
        if not self._may_give(selectors):
            return found  # most of what a stylesheet names is on few pages
        classes, attributes, tags, others = ways(selectors)
        for name in classes:
            found += self.by_class.get(name, ())
        for attribute in attributes:
            found += [element for element, _ in self.by_attribute.get(attribute, ())]
        for tag in tags:
            found += self.by_tag.get(tag, ())
        for selector, way in others:
            found += self._by(way) if way else self.tree.css(selector) if self._may_give(selector) else []
        return found

    def _may_give(self, selectors: str) -> bool:
        """Tell whether the page has all that one of the selectors names."""
        return any(map(self._signs.issuperset, needed(selectors)))

    @cached_property
    def _signs(self) -> set[str]:
        """What a selector can name of the page: its tags, its `.classes` and its `[attributes]`."""
        return {*self.by_tag, *(f".{name}" for name in self.by_class), *(f"[{name}]" for name in self.by_attribute)}

    def _by(self, way: Way) -> list[LexborNode]:
        """Return the elements that one selector gives."""
        if way.name:
            found = self.by_class.get(way.name, [])
        elif way.attribute:
            found = [element for element, value in self.by_attribute.get(way.attribute, ()) if value == way.value
                     or way.value is None]
        else:
            found = self.by_tag.get(way.tag, [])
        if way.has and found:
            found = [element for element in found if element.attributes.keys() >= way.has]
        if way.more and found:
            found = _each(element for at in found for element in at.css(way.more))
        if way.within and found:
            inside = [element for at in found for element in at.css(way.within) if element.mem_id != at.mem_id]
            found = _each(inside) if len(found) > 1 else inside
        return found

    def first(self, selector: str) -> LexborNode | None:
        """Return the first element that a CSS selector gives; one such as `meta[name="robots"]` is looked up."""
        if not (said := named(selector)):
            return self.tree.css_first(selector)
        tag, name, value = said
        read = str.lower if name in ANY_CASE else str
        return next((element for element, given in self.by_attribute.get(name, ()) if read(given) == read(value)
                     and element.tag == tag), None)

    def holds(self, selector: str) -> bool:
        """Tell whether a CSS selector gives any element."""
        return bool(self.first(selector) if named(selector) else self.fitting(selector))

    def __len__(self) -> int:
        return sum(map(len, self.by_tag.values()))


def around(node: LexborNode) -> Iterator[LexborNode]:
    """Yield an element and those it stands in, inmost first."""
    at: LexborNode | None = node
    while at and at.tag != "-document":
        yield at
        at = at.parent


def classes_of(element: LexborNode) -> list[str]:
    """Return the classes of an element as they stand, none when it has none."""
    return (element.attributes.get("class") or "").split()


def all_around(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """Yield some elements and those they stand in, each once."""
    seen = set()
    for node in nodes:
        for at in around(node):
            if at.mem_id in seen:
                break
            seen.add(at.mem_id)
            yield at


def marks_around(nodes: Iterable[LexborNode]) -> set[int]:
    """Return the marks in memory of some elements and of those they stand in, the document's own among them."""
    marks: set[int] = set()
    for node in nodes:
        at: LexborNode | None = node
        while at and at.mem_id not in marks:
            marks.add(at.mem_id)
            at = at.parent
    return marks


def _each(elements: Iterable[LexborNode]) -> list[LexborNode]:
    """Return each of some elements once."""
    return list({element.mem_id: element for element in elements}.values())
