"""The guide in one file holds every page with all its words and safety notes, those about safety first, and loads nothing."""

import base64
import hashlib
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from press.blocks import words
from press.copies import LEFT_OUT, name_of
from press.outputs.one_file import in_order


@pytest.fixture(scope="module")
def text(real_folder):
    """The file."""
    return (real_folder / "guide.html").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tree(text):
    """The file, parsed."""
    return LexborHTMLParser(text)


def test_every_page_is_there_with_all_its_words(tree, real_site, real_built):
    for page in real_site.pages.values():
        part = tree.css_first(f"#{name_of(page.url)} > article")
        assert words(part) == words(real_built.page_at(page.url).article, LEFT_OUT), page.url
    assert tree.css("article script, article [data-script], article [role=status]") == []


def test_every_safety_note_of_every_page_is_there(tree, real_site):
    for page in real_site.pages.values():
        if page.kind == "advice":
            shown = {(node.attributes["data-note"], node.attributes["data-form"])
                     for node in tree.css(f"#{name_of(page.url)} [data-note]")}
            assert shown >= {(note.id, form) for note in real_site.notes_required(page.topics)
                             for form in ("short", "text")}, page.url


def test_the_safety_pages_come_first(tree, real_site):
    first, pages = in_order(real_site)[0]
    assert all(page.url.startswith("safety/") for page in pages), first
    parts = [node.attributes["id"] for node in tree.css("section.whole")]
    assert parts[:len(pages)] == [name_of(page.url) for page in pages]


def test_each_id_stands_once_and_each_link_inside_leads_to_one(tree):
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert sorted(ids) == sorted(set(ids))
    inside = [node.attributes["href"] for node in tree.css("a[href], use[href]") if node.attributes["href"].startswith("#")]
    assert inside and {link[1:] for link in inside} <= set(ids)
    for pointer in ("for", "aria-labelledby", "aria-describedby"):
        assert {id for node in tree.css(f"[{pointer}]") for id in node.attributes[pointer].split()} <= set(ids)


def test_headings_are_in_order(tree):
    level = 0
    for node in tree.css("h1, h2, h3, h4, h5, h6"):
        assert int(node.tag[1]) <= level + 1, node.text()
        level = int(node.tag[1])


def test_landmarks_are_few_and_each_has_a_name_of_its_own(tree):
    names = [node.attributes.get("aria-label") or tree.css_first(f"#{node.attributes['aria-labelledby']}").text()
             for node in tree.css("nav, section[aria-label], section[aria-labelledby]")]
    assert len(names) == len(set(names)) < 5


def test_it_allows_its_own_style_and_nothing_else(text, tree):
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL)[1]
    policy = tree.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
    assert f"style-src 'sha256-{base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy
    assert not tree.css("script, iframe, form:not([method=dialog]), link[rel=stylesheet], img[src^=http]")


def test_it_works_from_a_stick(browser, real_folder):
    context = browser.new_context(offline=True)
    tab = context.new_page()
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    address = (real_folder / "guide.html").as_uri()
    tab.goto(address)
    assert asked == [address]
    assert tab.evaluate("() => getComputedStyle(document.querySelector('.notes')).borderTopWidth") == "3px"
    tab.click("nav[aria-label='All pages'] a >> nth=0")
    assert tab.locator(":target h2").first.is_visible()
    context.close()
