"""Reads a CSS selector for how a page can look up what it gives, by tag, class or attribute, rather than search for it."""

import re
from functools import lru_cache
from typing import NamedTuple

_ATTRIBUTE = r'\[[a-z-]+(?:[$^*~]?=(?:[a-z]+|"[\w/#.-]+"))?\]'
_STEP = re.compile(rf"(?:(?P<tag>[a-z][a-z0-9]*)|\.(?P<name>[a-z-]+)|#(?P<id>[a-z-]+)|\[(?P<attribute>[a-z-]+)\])"
                   rf"(?P<more>(?:{_ATTRIBUTE}|:not\({_ATTRIBUTE}\))*)")
_HAS = re.compile(r"\[([a-z-]+)\]")
_NAMED = re.compile(r'([a-z]+)\[([a-z-]+)="([^"]+)"\]')
_ONE = re.compile(rf"(?:[^,()\[\]\"'\\]|\([^()\"'\\]*\)|\[[^\[\]\"'\\]*\]|{_ATTRIBUTE})+")  # one of a list of selectors


class Way(NamedTuple):
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


@lru_cache(maxsize=256)
def named(selector: str) -> tuple[str, ...]:
    """Return tag, attribute and value of a selector such as `meta[name="robots"]`; nothing for another."""
    return found.groups() if (found := _NAMED.fullmatch(selector)) else ()


@lru_cache(maxsize=1024)
def needed(selectors: str) -> tuple[frozenset[str], ...]:
    """Return for each of a list of selectors what a page must have for it to give anything: tags, `.classes` and `[attributes]`
    that it names, but for what stands in brackets. Of one that is hard to read, nothing."""
    return tuple(map(_signs, _each(selectors)))


@lru_cache(maxsize=256)
def ways(selectors: str) -> tuple[list[str], list[str], list[str], list[tuple[str, Way | None]]]:
    """Return the classes, attributes and tags that a list of selectors names alone, and each of the others with how to look up
    what it gives, such as `.menu a[href]`, or None when it says more."""
    found = [(selector, [*map(_STEP.fullmatch, selector.split())]) for selector in _each(selectors)]
    read = [(selector, _way(*steps) if 0 < len(steps) < 3 and all(steps) else None) for selector, steps in found]
    alone = [way for _, way in read if way and not (way.has or way.more or way.within or way.value)]
    together: dict[Way, list[str]] = {}  # what is searched for in the same is searched for at once
    for _, way in read:
        if way and way.within:
            together.setdefault(way._replace(within=""), []).append(way.within)
    inside = [("", way._replace(within=", ".join(within))) for way, within in together.items()]
    return ([way.name for way in alone if way.name], [way.attribute for way in alone if way.attribute],
            [way.tag for way in alone if way.tag],
            [*inside, *((selector, way) for selector, way in read if way not in alone and not (way and way.within))])


def _each(selectors: str) -> list[str]:
    """Return the selectors of a list; one that is hard to read stays whole."""
    each = _ONE.findall(selectors)
    return each if each and ",".join(each) == selectors else [selectors]


def _signs(selector: str) -> frozenset[str]:
    steps = [*map(_STEP.fullmatch, selector.split())]
    if all(steps):
        return frozenset(step["tag"] or (f".{step['name']}" if step["name"] else f"[{step['attribute'] or 'id'}]") for step in steps)
    plain = re.sub(r"::?[\w-]+(?:\([^()]*\))?|\[[^]]*\]", "", selector)
    return frozenset(re.findall(r"\.[\w-]+|(?<![\w.#-])[a-z][a-z0-9]*(?![\w-])", plain)
                     if re.fullmatch(r"[\w\s.#>+~*-]+", plain) else ())


def _way(start: re.Match[str], within: re.Match[str] | None = None) -> Way:
    tag, name, id, attribute, more = start.groups()
    has = frozenset(_HAS.findall(more)) if _HAS.sub("", more) == "" else frozenset()
    return Way(tag, name, "id" if id else attribute, id, has, start[0] if more and not has else "", within[0] if within else "")
