"""Without scripts, without style and without both, every page has its words."""

import re

import pytest
from looking import LOOK, LOST, pages_of

from press.blocks import words


@pytest.fixture(scope="module")
def bare(browser, served, real_built):
    """What is seen of each page without scripts, and then without style as well."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    tab, found = context.new_page(), {}
    for url in pages_of(real_built):
        tab.goto(served.url + url)
        tab.evaluate(LOOK)
        found[url] = tab.evaluate("() => look.layOut() ?? ({ words: look.words(), links: look.links('body'), ...look.unstyled() })")
    context.close()
    return found


def test_without_scripts_every_page_has_the_same_words_and_links(bare, seen):
    for url, page in seen.items():
        assert bare[url]["words"] == page["words"], url
        assert set(page["links"]) <= set(bare[url]["links"]), url


def test_without_scripts_and_style_every_page_has_its_words_in_order(bare, real_built):
    for url, found in bare.items():
        page = real_built.pages["404.html"] if url == LOST else real_built.page_at(url)
        assert letters(words(page.article, "[hidden], textarea")) == letters(found["article"]), url
        assert not found["dialog"], url


def letters(text):
    """Return a text without spaces and signs, which browsers and parsers place differently."""
    return re.sub(r"\W+", "", text)
