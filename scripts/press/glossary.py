"""Finds the glossary's hard words in a text: those that a page explains where it first uses them."""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.built_page import BuiltPage
from press.model import Term
from press.site import Site
from press.word_forms import Forms, folded, holds, pattern

NOT_TEXT = "h1, h2, h3, h4, .sources, .cite, .kit, .folds, [data-self-audit], .share, .rules, .checklist, .medical"


def hard_words(site: Site) -> list[Term]:
    """Return the terms that a page must explain at their first use."""
    return [term for term in site.glossary.values() if term.explain and term.short]


def forms(term: Term) -> tuple[str, ...]:
    """Return how a term is written: itself, its plural, and its short form in capitals.

    Its other names are plainer than it is.
    """
    capitals = [name for name in re.split(r"[;,]\s*", term.also_called) if re.fullmatch(r"[A-Z]{2,}", name)]
    return tuple(form for name in (term.term, *capitals) for form in (name, f"{name}s"))


def found_in(site: Site, text: str) -> list[Term]:
    """Return the hard words that a text uses."""
    return [term for term in hard_words(site) if pattern(forms(term)).search(folded(text))]


@lru_cache(maxsize=1)
def _every(site: Site) -> Forms:
    """Return how all the hard words are written."""
    return Forms(form for term in hard_words(site) for form in forms(term))


@lru_cache(maxsize=1024)  # the audit asks, and the rule
def unexplained(site: Site, shown: BuiltPage) -> tuple[tuple[Term, str, str], ...]:
    """Return each hard word that a page does not explain where it first uses it: the term, the words found,
    and their block of text."""
    return tuple(_unexplained(site, shown))


def _unexplained(site: Site, shown: BuiltPage) -> Iterator[tuple[Term, str, str]]:
    every = _every(site)
    blocks = [block for block in _blocks(shown) if holds(every, block[0])]
    for term in hard_words(site) if blocks else ():
        written = pattern(forms(term))
        first = next(((match[0], block, around) for block, around in blocks if (match := written.search(block))), None)
        if first and folded(term.short) not in first[2]:
            yield term, first[0], first[1]


def _blocks(shown: BuiltPage) -> Iterator[tuple[str, str]]:
    """Yield each block of a page's article, folded, with the text in which its hard words may be explained: itself,
    or its belief's card."""
    # a belief explains its words below the quotation
    explain = [card for card, _ in shown.having("data-belief") if shown.in_text(card)]
    cards = {folded(block): folded(" ".join(blocks)) for blocks in map(shown.blocks_of, explain) for block in blocks}
    for block in shown.blocks_of(shown.article, NOT_TEXT):
        text = folded(block)
        yield text, cards.get(text, text)
