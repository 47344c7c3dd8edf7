"""Elements that are looked up are those that a search of the page gives."""

import pytest

from press.accessible_name import accessible_name
from press.built_page import BuiltPage

SELECTORS = ("a", "[data-note]", "a[href]", ".notes", "#search", "h1, h2, h3", ".notes, [data-note], form", "#search-list a",
             ".menu details", "ul li", "li ul",
             'header a[href$="safety/stop/"], header a[href$="safety/first-aid/"]',
             "input:not([type=checkbox]), textarea, dialog", '[data-note][data-form="text"]', "[class] .sign",
             ".nowhere a", "html body", "body", ".notes:has(li)", "main > div", "h2, .tool ~ a", ":focus")
NESTED = ('<div class="a" id="x"><div class="a b"><a href="y">1</a><div>2</div></div></div>'
          '<svg viewBox="0 0 1 1"><a href="y">3</a></svg><p ID="x">4</p>')


@pytest.mark.parametrize("selectors", (*SELECTORS, "div div", ".a .a", ".a a", "#x div", "#x", "div a[href]", "[viewBox] a",
                                       "div.a", ".a.b"))
def test_what_is_looked_up_is_what_a_search_gives(selectors, real_built):
    for page in (*real_built.pages.values(), BuiltPage("nested.html", NESTED)):
        assert {node.mem_id for node in page.fitting(selectors)} == {node.mem_id for node in page.tree.css(selectors)}, page.file


@pytest.mark.parametrize(("link", "name"), [
    ('<a href="y" aria-label="Why,  and what to do">Why</a>', "Why, and what to do"),
    ('<a href="y" aria-labelledby="x z">Why</a><p id="x">To do</p><p id="z">when cold</p>', "To do when cold"),
    ('<a href="y"> <img alt="A cold pack"></a>', "A cold pack"), ('<a href="y">Why</a>', "Why"), ('<a href="y"></a>', "")])
def test_a_link_is_read_aloud_by_its_label_its_words_or_its_picture(link, name):
    page = BuiltPage("link.html", link)
    assert accessible_name(page.tree.css_first("a"), page.tree) == name == page.link_names[0]
