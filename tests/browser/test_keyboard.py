"""What a reader does without a mouse: open the menu and the search, skip to the text, tick a box."""

import pytest
from keys import next_stop
from looking import resize


@pytest.mark.parametrize("width", [320, 390])
def test_the_menu_opens_and_closes_from_the_keyboard_and_all_its_links_are_good_stops(keyed, served, width):
    keyed.goto(served.url + "how-to/cold-pack/")
    resize(keyed, width, 800)
    keyed.focus("summary")
    keyed.keyboard.press("Enter")
    assert keyed.locator("nav details[open]").count() == 1
    assert keyed.locator("nav.menu").get_attribute("aria-label") == "Menu"
    links = keyed.locator(".tree a").count()
    for _ in range(links):
        stop = next_stop(keyed)
        assert stop["visible"] and stop["inside"] and not stop["covered"] and stop["ring"] >= 2 and stop["contrast"] >= 3, stop
    keyed.focus(".tree li:last-child a")
    keyed.keyboard.press("Escape")
    assert keyed.locator("nav details[open]").count() == 0
    assert keyed.evaluate("() => document.activeElement.localName") == "summary"
    keyed.keyboard.press("Enter")
    keyed.keyboard.press("Enter")
    assert keyed.locator("nav details[open]").count() == 0


def test_the_skip_link_leads_to_the_text(keyed, served):
    keyed.goto(served.url + "how-to/cold-pack/")
    keyed.keyboard.press("Tab")
    assert keyed.evaluate("() => document.activeElement.className") == "skip"
    keyed.keyboard.press("Enter")
    assert keyed.evaluate("() => document.activeElement.id") == "main"
    keyed.keyboard.press("Tab")
    assert keyed.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_the_search_keeps_the_focus_and_gives_it_back(keyed, served, width):
    keyed.goto(served.url + "how-to/cold-pack/")
    resize(keyed, width, 800)
    keyed.focus("#find")
    keyed.keyboard.press("Enter")
    keyed.wait_for_selector("dialog[open]")
    assert keyed.evaluate("() => document.activeElement.type") == "search"
    keyed.keyboard.type("numb")
    keyed.wait_for_selector("#search-list a")
    for _ in range(keyed.locator("dialog a, dialog button, dialog input").count() + 2):
        keyed.keyboard.press("Tab")
        stop = keyed.evaluate("() => window.look.focus()")
        assert stop is None or (stop["dialog"] and stop["visible"] and not stop["covered"] and stop["ring"] >= 2
                                and stop["contrast"] >= 3), stop
    keyed.keyboard.press("Escape")
    assert keyed.locator("dialog[open]").count() == 0
    assert keyed.evaluate("() => document.activeElement.id") == "find"


def test_a_box_of_the_checklist_is_ticked_from_the_keyboard(keyed, served):
    keyed.goto(served.url + "safety/check/")
    box = keyed.locator("main [type=checkbox]").first
    box.focus()
    keyed.keyboard.press("Space")
    assert box.is_checked()
