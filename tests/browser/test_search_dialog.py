"""The search dialog: worked by keys alone, never losing its list, and found wherever the guide lives."""

import re

import pytest
from looking import LOOK
from searching import LIST, PAGE, ask

from measure.serve import SiteServer


def test_arrows_enter_and_tab_walk_the_results(desk, served):
    desk.goto(served.url + PAGE)
    ask(desk, "sore knee")
    at = lambda: desk.evaluate("() => [...document.querySelectorAll('#search-words, #search-list a')].indexOf(document.activeElement)")
    assert at() == 0
    for key, place in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 0), ("Enter", 1), ("Tab", 2),
                       ("Shift+Tab", 1)):
        desk.keyboard.press(key)
        assert at() == place, key
    desk.keyboard.press("Enter")
    desk.wait_for_url(re.compile("/who/knee-arthritis/"))


def test_what_people_must_hit_in_the_search_is_as_large_as_a_fingertip(desk, served):
    desk.goto(served.url + PAGE)
    desk.evaluate(LOOK)
    for words, shown in (("sore knee", LIST), ("xyzzy", "#search-ways a")):
        ask(desk, words, shown)
        assert desk.evaluate("() => look.small('.search :is(a, button, input)', 44)") == []


def test_the_list_never_goes_away_while_somebody_types(desk, served):
    desk.goto(served.url + PAGE)
    ask(desk, "froz")
    desk.evaluate("""() => {
      window.least = Infinity;
      const look = () => {
        window.least = Math.min(window.least, document.querySelectorAll("#search-list a").length);
        requestAnimationFrame(look);
      };
      look();
    }""")
    desk.locator("#search-words").press_sequentially("en peas on a sore knee", delay=20)
    assert desk.evaluate("() => window.least") > 0


def test_a_question_in_the_address_is_answered_and_no_server_sees_it(desk, served):
    before = len(served.answers)
    desk.goto(served.url + "#q=gout%20attack")
    desk.wait_for_selector(LIST)
    assert desk.locator("#search-words").input_value() == "gout attack"
    assert not any("gout" in answer.path for answer in served.answers[before:])
    desk.keyboard.press("Escape")
    desk.wait_for_url(served.url)  # closing tells of itself a moment later


def test_back_from_a_question_in_the_address_leaves_the_search(desk, served):
    desk.goto(served.url + PAGE)
    desk.evaluate("() => { location.hash = 'q=gout'; }")
    desk.wait_for_selector(LIST)
    desk.go_back()
    desk.wait_for_selector("dialog:not([open])", state="attached")
    assert desk.url == served.url + PAGE


def test_back_shows_the_list_again(desk, served):
    desk.goto(served.url + PAGE)
    ask(desk, "gout")
    desk.locator(LIST).first.click()
    desk.wait_for_url(re.compile("/who/inflammatory-arthritis/"))
    desk.go_back()
    desk.wait_for_selector(LIST)
    assert desk.locator("#search-words").input_value() == "gout"


@pytest.mark.parametrize("page", ["", PAGE, "nothing/here/at/all/"])
def test_results_lead_somewhere_under_a_path_and_from_the_page_for_lost_readers(desk, served, page):
    desk.goto(served.url + page)
    ask(desk, "diabetes")
    desk.locator(LIST).first.click()
    desk.wait_for_url(served.url + "safety/#diabetes")
    assert desk.locator("#diabetes").is_visible()


def test_results_lead_somewhere_at_a_root(desk, real_built):
    with SiteServer(real_built.folder, "/") as server:
        desk.goto(server.url + PAGE)
        ask(desk, "diabetes")
        desk.locator(LIST).first.click()
        desk.wait_for_url(server.url + "safety/#diabetes")


def test_without_scripts_the_button_leads_to_the_list_from_a_to_z(browser, served):
    context = browser.new_context(java_script_enabled=False)
    desk = context.new_page()
    desk.goto(served.url + PAGE)
    desk.click("#find")
    assert desk.url == served.url + "glossary/a-z/"
    context.close()


def test_a_search_that_an_address_opened_closes_at_a_touch_beside_it_and_gives_the_focus_to_its_button(desk, served):
    desk.goto(served.url + PAGE + "#q=gout")
    desk.wait_for_selector(LIST)
    box = desk.locator("dialog").bounding_box()
    desk.mouse.click(box["x"] + 4, box["y"] + 4)  # within its edge, where nothing stands
    assert desk.locator("dialog[open]").count() == 1
    desk.mouse.click(box["x"] - 4, box["y"] + 4)
    assert desk.locator("dialog[open]").count() == 0
    assert desk.evaluate("() => document.activeElement.id") == "find"
