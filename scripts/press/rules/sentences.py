"""Sentences are whole: none breaks off, and none runs into the next."""

import re

from press.built import Built
from press.rules import Found, problem, rule
from press.rules.spelling import spoken
from press.site import Site

# What a hurried edit leaves, each with what to do about it.
SLIPS = (
    (re.compile(r"\b[A-Za-z][a-z]+[.!?][A-Z][a-z]+\b"), "put a space after the first sentence"),
    (re.compile(r"\S*,\s*[,.;]"), "keep one of the two signs"),
    (re.compile(r"\b(?:a|an|the|and|or|your|my|our|because|than|every)[.]?$"), "write the sentence to its end"),
)


@rule()
def sentences_are_whole(site: Site, built: Built) -> Found:
    """No sentence of a page or note breaks off or runs into the next one, and no sign stands twice."""
    for where, line, said, _ in spoken(site):
        for slip, fix in SLIPS:
            if found := slip.search(said):
                yield problem("sentences-are-whole", where, line, f"'{found[0]}' in '{said[:80]}' is a slip.", f"{fix}.")
