"""Looks up the elements of a page by tag, attribute and class, after one walk over them: rules ask for many things that are on few pages."""

from collections import defaultdict
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode


class Elements:
    """The elements of a page, each list in the page's order. They give what the CSS selectors `tag`, `[attribute]` and `.class` give."""

    def __init__(self, tree: LexborHTMLParser):
        self.by_tag: dict[str, list[LexborNode]] = defaultdict(list)
        self.by_attribute: dict[str, list[tuple[LexborNode, str]]] = defaultdict(list)
        for element in tree.css("*"):
            self.by_tag[element.tag].append(element)
            for name, value in element.attributes.items():
                self.by_attribute[name].append((element, value or ""))

    @cached_property
    def by_class(self) -> dict[str, list[LexborNode]]:
        found: dict[str, list[LexborNode]] = defaultdict(list)
        for element, value in self.by_attribute.get("class", ()):
            for name in dict.fromkeys(value.split()):
                found[name].append(element)
        return found

    def __len__(self) -> int:
        return sum(map(len, self.by_tag.values()))
