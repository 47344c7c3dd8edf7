"""What the search says: each result with its words, warnings as such, kind lines, never an empty box, and readable by all."""

import re

import axe
import pytest
from looking import LOOK, resize
from searching import LIST, PAGE, ask


@pytest.fixture(scope="module")
def asked(browser, served):
    """A page whose search is asked one thing after the other: to open both anew for each took longer than to ask."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        tab = context.new_page()
        tab.goto(served.url + PAGE)
        yield tab


def test_a_result_is_one_link_with_its_page_its_own_words_and_the_words_found(asked, served):
    ask(asked, "frozen peas")
    items = asked.locator("#search-list li")
    assert all(items.nth(n).locator("a").count() == 1 for n in range(items.count()))
    first = items.first
    assert first.locator("a").get_attribute("href") == served.url + "how-to/cold-pack/"
    assert first.locator("b").inner_text() == "Using a cold pack at home"
    assert {mark.lower() for mark in first.locator("mark").all_inner_texts()} >= {"frozen", "peas"}


def test_a_warning_is_shown_as_one(asked):
    for words, label in (("raynauds", "Do not"), ("blood thinners", "Ask first"), ("chest pain", "Get help now")):
        ask(asked, words)
        asked.wait_for_function("(label) => document.querySelector('#search-list .search-label')?.textContent.startsWith(label)",
                              arg=label)
        assert asked.locator("#search-list li").first.locator(".search-label").count() == 1


def test_safety_notes_do_not_flood_the_results(asked):
    ask(asked, "emergency")
    pages = [link.split("#")[0]
             for link in asked.eval_on_selector_all(LIST, "(links) => links.filter((a) => !a.parentElement.className).map((a) => a.href)")]
    assert pages and len(pages) == len(set(pages))


@pytest.mark.parametrize(("first", "more", "is_doubt"), [("ice", " hockey", False), ("cold", " shoulder top", True)],
                         ids=["elsewhere", "in doubt"])
def test_a_kind_line_waits_until_the_typing_rests_and_a_doubt_stands_above_what_comes_nearest(desk, served, first, more, is_doubt):
    desk.goto(served.url + PAGE)
    ask(desk, first)
    desk.keyboard.type(more, delay=30)
    assert desk.locator(LIST).count() > 0 and not desk.locator("#search-status.kind-line").count()
    desk.wait_for_selector("#search-status.kind-line")
    assert ("It may not answer that" in desk.inner_text("#search-status")) == (desk.locator(LIST).count() > 0) == is_doubt
    desk.fill("#search-words", "can I use ice when I am pregnant")
    desk.wait_for_selector("#search-status:not(.kind-line)")


@pytest.mark.parametrize(("words", "found"), [("headache so bad I want to die", "sudden-headache"),
                                              ("I don't want to be alive with this back pain", "back-pain"),
                                              ("my kid ate the gel from the ice pack", "children")], ids=["despair", "alive", "gel"])
def test_whom_to_call_stands_above_whatever_is_found_in_a_crisis(asked, words, found):
    ask(asked, "frozen peas")  # hides what the question before showed
    ask(asked, words, "#search-status.kind-line")
    assert "Call your local emergency number now." in asked.inner_text("#search-status")
    assert any(found in link.get_attribute("href") for link in asked.locator(LIST).all())


def test_a_crisis_is_told_by_words_in_their_order(asked):
    """20 minutes are no 20 tablets."""
    ask(asked, "frozen peas")  # hides what the question before showed
    for words in ("took my tablets 20 minutes ago, can I ice my knee", "ice rapped in a towel"):
        ask(asked, words)
        assert not asked.locator("#search-status.kind-line").count(), words
    for words in ("took 20tablets", "my knee hurts so much I want to killmyself"):
        ask(asked, "frozen peas")
        asked.fill("#search-words", words)
        asked.wait_for_selector("#search-status.kind-line")
        assert "Call your local emergency number now." in asked.inner_text("#search-status"), words


@pytest.mark.parametrize("words", ["qxqxqx wvwvwv", "how much does a massage cost", "ثلج على الركبة", "?!", "🧊"],
                         ids=["nothing", "outside", "Arabic", "signs", "picture"])
def test_the_box_is_never_empty(asked, served, words):
    ask(asked, "frozen peas")  # hides what the question before showed
    ask(asked, words, "#search-ways a")
    assert asked.locator(LIST).count() == 0 and asked.locator("#search-status").inner_text()
    targets = [asked.locator("#search-ways a").nth(n).get_attribute("href") for n in range(3)]
    assert [target.removeprefix(served.url) for target in targets] == ["glossary/a-z/", "safety/", "safety/signs/"]


def test_an_empty_field_shows_other_ways_and_finds_nothing(asked):
    ask(asked, "gout")
    ask(asked, "", "#search-ways a")
    assert asked.locator(LIST).count() == 0 and asked.locator("#search-status").inner_text() == ""


def test_results_of_the_first_letters_are_told_apart(desk, served):
    desk.goto(served.url + PAGE)
    ask(desk, "c")
    desk.locator("#search-words").press_sequentially("hilblains")
    said = re.fullmatch(r"(\d+) results?\. Earlier ones are below\.", desk.locator("#search-status").inner_text())
    assert said and int(said[1]) <= 8 and int(said[1]) < desk.locator(LIST).count()
    lines = desk.locator("#search-list li")
    assert lines.nth(int(said[1])).inner_text() == "Earlier results" and lines.get_by_text("Earlier results").count() == 1


def test_results_are_announced(desk, served):
    desk.goto(served.url + PAGE)
    ask(desk, "fibromyalgia")
    status = desk.locator("#search-status")
    assert status.evaluate("(status) => status.tagName") == "OUTPUT" and re.fullmatch(r"\d+ results?", status.inner_text())


def test_results_fit_a_small_phone(desk, served):
    desk.goto(served.url + PAGE)
    resize(desk, 320, 640)
    for words, shown in (("complex regional pain syndrome", LIST), ("cryotherapy chamber", "#search-ways a")):
        ask(desk, words, shown)
        assert desk.evaluate("""() => {
          const box = document.querySelector('dialog');
          return box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().width <= 320;
        }""")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_results_can_be_read_in_forced_colours(desk, served, scheme):
    desk.add_init_script(LOOK)
    desk.emulate_media(forced_colors="active", color_scheme=scheme)
    desk.goto(served.url + PAGE)
    for words, shown in (("raynauds", f"{LIST} mark"), ("cryotherapy chamber", "#search-ways a")):
        ask(desk, words, shown)
        assert desk.evaluate("() => look.lost()") == []


def test_axe_finds_nothing_in_a_kind_line_and_in_an_empty_answer(desk, served):
    desk.goto(served.url + PAGE)
    axe.ready(desk)
    for words, shown in (("cryotherapy chamber", "#search-ways a"), ("qxqxqx wvwvwv", "#search-ways a"),
                         ("knee replacement waiting list", "#search-status.kind-line")):
        ask(desk, words, shown)
        axe.start(desk)
        assert axe.faults(desk) == [], words
