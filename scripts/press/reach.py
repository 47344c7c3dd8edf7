"""Finds the elements of a page that a rule of a stylesheet can reach."""

from collections.abc import Callable, Set

from selectolax.lexbor import LexborNode, SelectolaxError

from press.built_page import BuiltPage
from press.styles import StyleRule


def reached(rule: StyleRule, shown: BuiltPage) -> list[LexborNode]:
    """Return the elements of a page that a rule can reach; none when its selector cannot be read."""
    try:
        return shown.fitting(rule.reaches)
    except SelectolaxError:
        return []


def reach(rule: StyleRule, shown: BuiltPage) -> Set[int] | None:
    """Return the elements of a page that a rule can reach, by their marks in memory; None when its selector cannot be read."""
    try:
        return shown.marks(rule.reaches)
    except SelectolaxError:
        return None


def among(marks: Set[int], shown: BuiltPage) -> Callable[[StyleRule], Set[int]]:
    """Return what gives those of some elements of a page, by their marks in memory, that a rule can reach.

    Most rules are about other elements, as their subjects tell.
    """
    return lambda rule: (set() if rule.subject and marks.isdisjoint(shown.marks(rule.subject))
                         else marks & (reach(rule, shown) or set()))
