"""A hard word is explained where a page first uses it."""

from press.built import Built
from press.glossary import unexplained
from press.origin import origin
from press.rules import Found, problem, rule
from press.site import Site

KINDS = ("advice", "service")  # the evidence and the glossary are where words are looked up


@rule()
def hard_words_are_explained(site: Site, built: Built) -> Found:
    """A word that the glossary marks with 'explain' stands with its short explanation where a page first uses it."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for term, found, block in unexplained(site, shown) if page.kind in KINDS and shown else ():
            where, line = origin(site, found, block, shown.file)
            at = block.index(found)
            yield problem("hard-words-are-explained", where, line,
                          f"'{found}' is not explained where '/{page.url}' first uses it: '{block[max(0, at - 30):at + 60]}'.",
                          f'write {{{{ term("{term.id}", "{found}") }}}} there, or say it in plain words: {term.short}.')
