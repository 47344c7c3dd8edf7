"""Without scripts, without style and without both, all words, notes and links are there."""

import re

from press.built import words

from looking import LOOK


def test_without_scripts_every_page_has_the_same_words_and_links(browser, served, seen):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    tab = context.new_page()
    for page in seen.values():
        tab.goto(served.url + page.url, wait_until="domcontentloaded")
        tab.evaluate(LOOK)
        assert tab.evaluate("() => look.words()") == page.ways["words"], page.url
        assert set(page.ways["links"]) <= set(tab.evaluate("() => look.links('body')")), page.url
    context.close()


def test_without_scripts_and_style_every_page_has_its_words_in_order(browser, served, real_built):
    context = browser.new_context(java_script_enabled=False)
    context.route("**/*.css", lambda route: route.abort())
    tab = context.new_page()
    for page in real_built.pages.values():
        if page.forwards or page.file == "404.html":
            continue
        tab.goto(served.url + page.url, wait_until="domcontentloaded")
        tab.evaluate("() => { document.querySelectorAll('svg').forEach((drawing) => drawing.remove());"
                     " document.querySelectorAll('details').forEach((details) => { details.open = true; }); }")
        shown = tab.locator("article").first.inner_text()
        assert letters(words(page.article, "[hidden], textarea")) == letters(shown), page.url
        assert not tab.locator("dialog").is_visible()
    context.close()


def letters(text):
    """Return a text without spaces and signs, which browsers and parsers place differently."""
    return re.sub(r"\W+", "", text)
