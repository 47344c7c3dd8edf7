"""Looks up the elements of a page by tag, attribute and class, after one walk over them: rules ask for many things that are on few pages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

_PLAIN = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\[(?P<attribute>[a-z-]+)\])?|\.(?P<name>[a-z-]+)")
_NAMED = re.compile(r'([a-z]+)\[([a-z-]+)="([^"]+)"\]')
ANY_CASE = {"rel", "http-equiv"}  # attributes whose words HTML lets anybody write in capitals


class Elements:
    """The elements of a page, each list in the page's order. They give what the CSS selectors `tag`, `[attribute]` and `.class` give."""

    def __init__(self, tree: LexborHTMLParser):
        self.tree = tree
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

    def fitting(self, selectors: str) -> list[LexborNode]:
        """Return the elements that a list of CSS selectors gives. Tags, attributes and classes are looked up, and then in no order; all else is searched for."""
        if (plain := _plain(selectors)) is None:
            return self.tree.css(selectors) if _needed(selectors) <= self.by_class.keys() else []
        found: list[LexborNode] = []
        for tag, attribute, name in plain:
            found += [element for element, _ in self.by_attribute.get(attribute, ()) if not tag or element.tag == tag] if attribute else \
                self.by_class.get(name, ()) if name else self.by_tag.get(tag, ())
        return found

    def first(self, selector: str) -> LexborNode | None:
        """Return the first element that a CSS selector gives; one such as `meta[name="robots"]` is looked up."""
        if not (named := _NAMED.fullmatch(selector)):
            return self.tree.css_first(selector)
        tag, name, value = named.groups()
        said = str.lower if name in ANY_CASE else str
        return next((element for element, given in self.by_attribute.get(name, ()) if said(given) == said(value) and element.tag == tag), None)

    def __len__(self) -> int:
        return sum(map(len, self.by_tag.values()))


def around(node: LexborNode) -> Iterator[LexborNode]:
    """Yield an element and those it stands in, inmost first."""
    at: LexborNode | None = node
    while at and at.tag != "-document":
        yield at
        at = at.parent


def all_around(nodes: Iterable[LexborNode]) -> Iterator[LexborNode]:
    """Yield some elements and those they stand in, each once."""
    seen = set()
    for node in nodes:
        for at in around(node):
            if at.mem_id in seen:
                break
            seen.add(at.mem_id)
            yield at


@lru_cache(maxsize=256)
def _needed(selector: str) -> set[str]:
    """Return classes without which a selector gives nothing: those it names, when it is one without brackets."""
    return set(re.findall(r"\.([\w-]+)", selector)) if re.fullmatch(r"[\w\s.#-]+", selector) else set()


@lru_cache(maxsize=256)
def _plain(selectors: str) -> list[tuple[str | None, str | None, str | None]] | None:
    """Return tag, attribute and class of each of a list of selectors, or None when one says more."""
    found = [_PLAIN.fullmatch(selector.strip()) for selector in selectors.split(",")]
    return [match.group("tag", "attribute", "name") for match in found] if all(match and match[0] for match in found) else None
