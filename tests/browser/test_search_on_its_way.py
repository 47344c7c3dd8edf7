"""The search on its way: fetched only when it is opened, all at once, and with a way on when it is late or does not come."""

import re

import pytest
from looking import without_icon

PAGE = "how-to/cold-pack/"
SEARCH = re.compile(r"/(search[^/]*\.js|search\.json)$")
LIST = "#search-list a"


def test_nothing_of_the_search_is_fetched_until_it_is_opened(desk, served):
    asked = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(served.url + PAGE, wait_until="networkidle")
    assert not any(SEARCH.search(url) for url in asked)
    desk.click("#find")
    desk.wait_for_function("() => document.querySelector('dialog').open")
    desk.keyboard.type("ice")
    desk.wait_for_selector(LIST)
    assert any(SEARCH.search(url) for url in asked)


def test_all_that_the_search_needs_is_asked_for_together(desk, served):
    hung, asked = Hung(desk), []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(served.url + PAGE)
    asked.clear()
    desk.click("#find")
    desk.wait_for_timeout(500)  # whatever is asked for now was asked for before anything had come
    assert desk.locator("dialog[open]").count() == 1
    assert desk.inner_text("#search-status") == "Fetching the search …"
    together = without_icon(asked)
    hung.let_go()
    desk.keyboard.type("ice")
    desk.wait_for_selector(LIST)
    assert without_icon(asked) == together
    assert {url.removeprefix(served.url) for url in together} == {"assets/search.js", "search.json"}


class Hung:
    """A connection that hangs: all that the search asks for is held until it is let go."""

    def __init__(self, desk):
        self.hangs, self.held = True, []
        desk.route(SEARCH, lambda route: self.held.append(route) if self.hangs else route.continue_())

    def let_go(self):
        self.hangs = False
        for route in self.held:
            route.continue_()


def test_escape_leaves_a_search_that_is_still_on_its_way(desk, served):
    desk.route(SEARCH, lambda route: None)
    desk.goto(served.url + PAGE)
    desk.click("#find")
    desk.keyboard.type("gout")
    desk.keyboard.press("Escape")
    assert desk.locator("dialog[open]").count() == 0 and desk.evaluate("() => document.activeElement.id") == "find"


def test_a_search_that_breaks_says_so_and_can_be_tried_again(desk, served):
    desk.goto(served.url + PAGE)
    desk.route("**/search.json", lambda route: route.fulfill(json={}))
    desk.click("#find")
    desk.wait_for_selector("#search-status button")
    desk.unroute_all()
    desk.keyboard.type("gout")
    desk.get_by_role("button", name="Try again").click()
    desk.wait_for_selector(LIST)


def test_without_a_network_the_search_says_so_keeps_the_page_and_can_be_tried_again(desk, served):
    desk.goto(served.url + PAGE)
    desk.route(SEARCH, lambda route: route.abort())
    desk.click("#find")
    desk.keyboard.type("gout")
    desk.wait_for_selector("#search-status button")
    assert desk.url == served.url + PAGE and desk.locator("#search-words").input_value() == "gout"
    assert desk.locator("#search-status a").get_attribute("href").endswith("glossary/a-z/")
    desk.unroute_all()
    desk.click("#search-close")
    desk.click("#find")
    desk.wait_for_selector(LIST)
    assert not desk.locator("#search-status button").count()


@pytest.fixture
def late(desk, served):
    """A search that is late, some seconds after the press."""
    hung = Hung(desk)
    desk.clock.install()
    desk.goto(served.url + PAGE)
    desk.click("#find")
    desk.keyboard.type("gout")
    desk.clock.run_for(5000)
    assert desk.inner_text("#search-status") == "Fetching the search …"
    desk.clock.run_for(2000)
    assert desk.inner_text("#search-status") == "The search has not arrived. Try again or look from A to Z."
    return hung


def test_a_search_that_is_late_says_so_and_still_comes(desk, served, late):
    assert desk.locator("#search-status a").get_attribute("href") == served.url + "glossary/a-z/"
    late.let_go()
    desk.wait_for_selector(LIST)
    assert (desk.locator("#search-words").input_value() == "gout"
            and re.fullmatch(r"\d+ results?", desk.inner_text("#search-status")))


def test_a_search_that_hangs_can_be_tried_again(desk, late):
    late.hangs = False  # only what is asked for from now on comes
    desk.get_by_role("button", name="Try again").click()
    desk.wait_for_selector(LIST)
    assert desk.evaluate("() => document.activeElement.id") == "search-words" and not desk.locator("#search-status button").count()


def test_a_search_tried_again_in_vain_says_so_again(desk, late):
    desk.get_by_role("button", name="Try again").click()
    assert desk.inner_text("#search-status") == "Fetching the search …"
    desk.clock.run_for(7000)
    assert desk.get_by_role("button", name="Try again").is_visible()
