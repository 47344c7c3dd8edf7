"""Finds the elements of a page that a rule of a stylesheet can reach."""

from selectolax.lexbor import SelectolaxError

from press.built_page import BuiltPage
from press.styles import StyleRule


def reach(rule: StyleRule, shown: BuiltPage) -> set[int] | None:
    """Return the elements of a page that a rule can reach, by their marks in memory; None when its selector cannot be read."""
    try:
        return {node.mem_id for node in shown.fitting(rule.reaches)}
    except SelectolaxError:
        return None
