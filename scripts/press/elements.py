"""Looks up the elements of a page by tag, attribute and class, after one walk over them:
rules ask for many things that are on few pages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

_ATTRIBUTE = r'\[[a-z-]+(?:[$^*~]?=(?:[a-z]+|"[\w/#.-]+"))?\]'
_STEP = re.compile(rf"(?:(?P<tag>[a-z][a-z0-9]*)|\.(?P<name>[a-z-]+)|#(?P<id>[a-z-]+)|\[(?P<attribute>[a-z-]+)\])"
                   rf"(?P<more>(?:{_ATTRIBUTE}|:not\({_ATTRIBUTE}\))*)")
_HAS = re.compile(r"\[([a-z-]+)\]")
_NAMED = re.compile(r'([a-z]+)\[([a-z-]+)="([^"]+)"\]')
_ONE = re.compile(rf"(?:[^,()\[\]\"'\\]|\([^()\"'\\]*\)|\[[^\[\]\"'\\]*\]|{_ATTRIBUTE})+")  # one of a list of selectors
ANY_CASE = {"rel", "http-equiv"}  # attributes whose words HTML lets anybody write in capitals


class _Way(NamedTuple):
    """Where to look a selector up: by a tag, a class or an attribute, with its value if that counts.

    `more` is asked of what is found; then `within` is searched for in it.
    """

    tag: str | None
    name: str | None
    attribute: str | None
    value: str | None
    has: frozenset[str]
    more: str
    within: str


class Elements:
    """The elements of a page, each list in the page's order.

    They give what the CSS selectors `tag`, `[attribute]` and `.class` give.
    """

    def __init__(self, tree: LexborHTMLParser):
        self.tree = tree
        self.by_tag: dict[str, list[LexborNode]] = defaultdict(list)
        self.by_attribute: dict[str, list[tuple[LexborNode, str]]] = defaultdict(list)
        self.found: dict[str, list[LexborNode]] = {}  # what was found, by the selectors it was asked for with
        by_tag, by_attribute = self.by_tag, self.by_attribute
        for element in tree.css("*"):
            by_tag[element.tag].append(element)
            for name, value in element.attributes.items():
                by_attribute[name].append((element, value or ""))

    @cached_property
    def by_class(self) -> dict[str, list[LexborNode]]:
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

    def _find(self, selectors: str) -> list[LexborNode]:
        found: list[LexborNode] = []
        classes, attributes, tags, others = _ways(selectors)
        for name in classes:
            found += self.by_class.get(name, ())
        for attribute in attributes:
            found += [element for element, _ in self.by_attribute.get(attribute, ())]
        for tag in tags:
            found += self.by_tag.get(tag, ())
        for selector, way in others:
            found += self._by(way) if way else self.tree.css(selector) if self._may_give(selector) else []
        return found

    def _may_give(self, selector: str) -> bool:
        """Tell whether the page has what a selector names."""
        classes, tags = _needed(selector)
        return classes <= self.by_class.keys() and tags <= self.by_tag.keys()

    def _by(self, way: _Way) -> list[LexborNode]:
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
        if not (named := _named(selector)):
            return self.tree.css_first(selector)
        tag, name, value = named
        said = str.lower if name in ANY_CASE else str
        return next((element for element, given in self.by_attribute.get(name, ()) if said(given) == said(value)
                     and element.tag == tag), None)

    def holds(self, selector: str) -> bool:
        """Tell whether a CSS selector gives any element."""
        return bool(self.first(selector) if _named(selector) else self.fitting(selector))

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


@lru_cache(maxsize=256)
def _named(selector: str) -> tuple[str, ...]:
    """Return tag, attribute and value of a selector such as `meta[name="robots"]`; nothing for another."""
    return named.groups() if (named := _NAMED.fullmatch(selector)) else ()


@lru_cache(maxsize=256)
def _needed(selector: str) -> tuple[set[str], set[str]]:
    """Return classes and tags without which a selector gives nothing: those it names, but for what stands in brackets.
    Of one that is hard to read, none."""
    plain = re.sub(r"::?[\w-]+(?:\([^()]*\))?", "", selector)
    if not re.fullmatch(r"[\w\s.#>+~*-]+", plain):
        return set(), set()
    return set(re.findall(r"\.([\w-]+)", plain)), set(re.findall(r"(?<![\w.#-])[a-z][a-z0-9]*(?![\w-])", plain))


@lru_cache(maxsize=256)
def _ways(selectors: str) -> tuple[list[str], list[str], list[str], list[tuple[str, _Way | None]]]:
    """Return the classes, attributes and tags that a list of selectors names alone, and each of the others with how to look up
    what it gives, such as `.menu a[href]`, or None when it says more."""
    each = _ONE.findall(selectors)
    found = [(selector, [*map(_STEP.fullmatch, selector.split())])
             for selector in (each if each and ",".join(each) == selectors else [selectors])]
    ways = [(selector, _way(*steps) if 0 < len(steps) < 3 and all(steps) else None) for selector, steps in found]
    alone = [way for _, way in ways if way and not (way.has or way.more or way.within or way.value)]
    return ([way.name for way in alone if way.name], [way.attribute for way in alone if way.attribute],
            [way.tag for way in alone if way.tag], [(selector, way) for selector, way in ways if way not in alone])


def _way(start: re.Match[str], within: re.Match[str] | None = None) -> _Way:
    tag, name, id, attribute, more = start.groups()
    has = frozenset(_HAS.findall(more)) if _HAS.sub("", more) == "" else frozenset()
    return _Way(tag, name, "id" if id else attribute, id, has, start[0] if more and not has else "", within[0] if within else "")


def _each(elements: Iterable[LexborNode]) -> list[LexborNode]:
    """Return each of some elements once."""
    return list({element.mem_id: element for element in elements}.values())
