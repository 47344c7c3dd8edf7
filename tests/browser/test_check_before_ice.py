"""The check before ice, in a real browser: a tick changes nothing but the tick.

It is not answered, counted, kept or sent, and the list prints.
"""

import pytest
from looking import settled, without_icon

from press.wording import hits

READ = "() => document.body.innerText"
KEPT = """async () => [document.cookie, localStorage.length, sessionStorage.length, (await caches.keys()).length,
  (await indexedDB.databases()).length, history.length].map(String)"""


@pytest.fixture(scope="module", params=[True, False], ids=["with scripts", "without scripts"])
def ways(request, browser):
    """Where tabs open with scripts, or without any."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=request.param)
    context.new_page()  # stays, so that the next tab opens sooner
    yield context
    context.close()


@pytest.fixture
def check(ways, served):
    """The page in a fresh tab, with a list of all that it asks for afterwards."""
    tab, asked = ways.new_page(), []
    hear = lambda sent: asked.append(sent.url)
    tab.goto(served.url + "safety/check/")
    settled(tab)
    ways.on("request", hear)
    yield tab, asked
    ways.remove_listener("request", hear)
    tab.close()


def test_a_tick_changes_no_word_and_sends_keeps_and_adds_nothing(check, real_site):
    tab, asked = check
    words, address, kept = tab.evaluate(READ), tab.url, tab.evaluate(KEPT)
    boxes = tab.locator("article input")
    assert boxes.count() == sum(entry.applies_to != "massage" for entry in real_site.contraindications.values())
    boxes.first.check()
    boxes.evaluate_all("(boxes) => boxes.slice(1).forEach((box) => box.click())")
    assert tab.locator("article input:checked").count() == boxes.count()
    assert tab.evaluate(READ) == words
    assert (tab.url, tab.evaluate(KEPT), without_icon(asked)) == (address, kept, set())
    tab.reload()
    assert tab.locator("article input:checked").count() == 0


def test_the_page_says_no_more_than_not_yet(check, real_site):
    tab, _ = check
    words = tab.evaluate(READ)
    assert "Do not use ice yet." in words
    assert "cannot tell you that ice is safe for you" in words
    sentences = [s for s in words.lower().replace("\n", ". ").split(". ") if hits(real_site, "verdict", s)]
    assert sentences and all("not" in sentence.split() or "cannot" in sentence for sentence in sentences), sentences


def test_each_line_can_be_ticked_by_touch_and_by_keyboard_and_has_its_words(check):
    tab, _ = check
    for label in tab.locator("article label").all()[:5]:
        assert label.bounding_box()["height"] >= 44
        name = label.inner_text().strip()
        box = tab.get_by_role("checkbox", name=name, exact=True)
        box.focus()
        tab.keyboard.press("Space")
        assert box.is_checked()


def test_the_list_prints_with_its_boxes(check, real_site):
    tab, _ = check
    tab.emulate_media(media="print")
    words = tab.evaluate(READ)
    for entry in real_site.contraindications.values():
        if entry.applies_to != "massage":
            assert entry.plain_name in words
    assert all(box.is_visible() for box in tab.locator("article input").all())
