"""In a real browser, an old address leads to its content, with what stood after it, with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def tab(tab_of_room: Page) -> Page:
    """A tab beside others: nothing that these tests open stores anything."""
    return tab_of_room


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A tab in which no script runs."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


# An old address with what may stand after it, and where a reader must end.
WAYS = [
    ("old/pack/", "how-to/cold-pack/"),
    ("old/pack", "how-to/cold-pack/"),
    ("old/pack/index.html", "how-to/cold-pack/"),
    ("old/pack/?x=1", "how-to/cold-pack/?x=1"),
    ("old/pack/#steps", "how-to/cold-pack/#steps"),
    ("old/pack/?x=1&y=a%20b#steps", "how-to/cold-pack/?x=1&y=a%20b#steps"),
    ("old/pack?x=1#steps", "how-to/cold-pack/?x=1#steps"),
    ("old/pack/?x=1#cold", "safety/check/?x=1#list"),
    ("old/pack/#unknown", "how-to/cold-pack/#unknown"),
    ("old/list/?x=1", "safety/check/?x=1#list"),
    ("old/list/?x=1#mine", "how-to/cold-pack/?x=1#steps"),
    ("old/leaf.pdf?x=1", "safety/stop/?x=1"),
]


def test_an_old_address_leads_on_with_its_query_and_part(moved, tab):
    told = []
    tab.on("console", lambda message: told.append(message.text))
    for asked, end in WAYS if moved.base != "/" else WAYS[::2]:  # at the root of a host, every other way
        tab.goto("about:blank")
        tab.goto(moved.url + asked)
        tab.wait_for_url(moved.url + end)
        tab.wait_for_timeout(50)  # nothing may lead away again
        assert tab.url == moved.url + end and not told
        tab.go_back()
        assert tab.url == "about:blank"  # the old address is not in the way back


def test_without_scripts_an_old_address_leads_to_its_page(moved, plain):
    for asked, end in (("old/pack/", "how-to/cold-pack/"), ("old/list/", "safety/check/#list"), ("old/leaf.pdf", "safety/stop/")):
        plain.goto(moved.url + asked)
        plain.wait_for_url(moved.url + end)


def test_when_the_script_is_lost_the_page_still_shows_the_one_link(moved, tab):
    tab.route("**/moved.js", lambda route: route.abort())
    tab.goto(moved.url + "old/pack/")
    assert tab.get_by_role("link").count() == 1
    tab.get_by_role("link", name="Using a cold pack").click()
    tab.wait_for_url(moved.url + "how-to/cold-pack/")


def test_while_the_script_is_on_its_way_the_page_shows_the_one_link(moved, tab):
    tab.route("**/moved.js", lambda route: None)
    tab.goto(moved.url + "old/pack/", wait_until="commit")
    tab.get_by_role("link", name="Using a cold pack").wait_for()


def test_a_slow_script_does_not_lose_the_query(moved, tab):
    def late(route):
        tab.wait_for_timeout(400)
        route.continue_()

    tab.route("**/moved.js", late)
    tab.goto(moved.url + "old/pack/?x=1#steps")
    tab.wait_for_url(moved.url + "how-to/cold-pack/?x=1#steps")


def test_a_withdrawn_page_stays_where_it_is_and_says_why(moved, tab):
    tab.goto(moved.url + "safety/old-first-aid/?x=1#part")
    tab.wait_for_timeout(300)
    assert tab.url == moved.url + "safety/old-first-aid/?x=1#part"
    assert "It told people to use hot water." in tab.inner_text("main")
    tab.get_by_role("main").get_by_role("link", name="Stop signs").click()
    tab.wait_for_url(moved.url + "safety/stop/")
