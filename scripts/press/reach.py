"""Finds the elements of a page that a rule of a stylesheet can reach."""

from collections.abc import Callable
from functools import cache

from selectolax.lexbor import SelectolaxError

from press.built_page import BuiltPage
from press.styles import StyleRule


def reach(rule: StyleRule, shown: BuiltPage) -> set[int] | None:
    """Return the elements of a page that a rule can reach, by their marks in memory; None when its selector cannot be read."""
    try:
        return {node.mem_id for node in shown.fitting(rule.reaches)}
    except SelectolaxError:
        return None


def among(marks: set[int], shown: BuiltPage) -> Callable[[StyleRule], set[int]]:
    """Return what gives those of some elements of a page, by their marks in memory, that a rule can reach.

    Most rules are about other elements, as their subjects tell.
    """
    is_one = cache(lambda subject: any(node.mem_id in marks for node in shown.fitting(subject)))
    return lambda rule: marks & (reach(rule, shown) or set()) if not rule.subject or is_one(rule.subject) else set()
