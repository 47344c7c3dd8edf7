"""The guide on a phone without a network: every page, the search, and addresses that were left."""

import random

import pytest
from phone import KEPT, Held, hurry, keep

from measure.serve import SiteServer


@pytest.mark.parametrize("most", [4, pytest.param(None, marks=pytest.mark.slow)], ids=["a sample", "all pages"])
def test_in_airplane_mode_every_page_and_the_search_work(tab, served, real_built, most):
    """All pages are kept. Home, the first page of each part and all on safety are opened, and of the others a sample."""
    tab.goto(served.url + "about/keep/")
    keep(tab)
    tab.context.set_offline(True)
    pages = {page.url: page.tree.css_first("h1").text(strip=True) for page in real_built.pages.values()
             if not page.forwards and page.file != "404.html"}
    assert [url for url in pages if not tab.evaluate(KEPT, served.url + url)] == []
    others = [url for url in pages if url.count("/") > 1 and not url.startswith("safety/")]
    for url in pages.keys() - set(others) | set(random.Random(8).sample(others, most or len(others))):
        tab.goto(served.url + url)
        assert tab.url == served.url + url
        assert tab.locator("h1").inner_text() == pages[url], url
        assert tab.evaluate("() => getComputedStyle(document.querySelector('.skip')).position") == "absolute", url
    tab.click("#find")
    tab.keyboard.type("numb")
    tab.wait_for_selector("dialog a[href] >> visible=true")


def test_in_airplane_mode_a_page_that_is_not_there_says_so(phone):
    tab, server = phone
    keep(tab)
    tab.context.set_offline(True)
    tab.goto(server.url + "how-to/cold-pack")
    assert tab.url == server.url + "how-to/cold-pack/"
    tab.goto(server.url + "how-to/cold-pack/index.html")
    assert tab.url == server.url + "how-to/cold-pack/"
    tab.goto(server.url + "nothing/here/")
    assert tab.url == server.url + "about/keep/#missing"


def test_in_airplane_mode_an_address_that_was_left_leads_on_or_says_why(browser, left_addresses):
    """Of the small guide, from which one page has moved and another was withdrawn."""
    with SiteServer(left_addresses.folder, left_addresses.base) as server, browser.new_context() as context:
        tab = context.new_page()
        tab.goto(server.url)
        tab.evaluate("""async () => {
            const root = new URL("..", document.querySelector("link[rel=stylesheet]").href);
            await caches.open(`guide ${root.href}`);
            await navigator.serviceWorker.register(new URL("sw.js", root));
            const { active } = await navigator.serviceWorker.ready, { port1, port2 } = new MessageChannel();
            const told = new Promise((tell) => (port1.onmessage = tell));
            active.postMessage("", [port2]);
            if ((await told).data.error) throw new Error((await told).data.error);
        }""")
        context.set_offline(True)
        for asked in ("old/pack/", "old/pack"):
            tab.goto(f"{server.url}{asked}#steps")
            tab.wait_for_url(f"{server.url}how-to/cold-pack/#steps")
            assert tab.locator("h1").inner_text() == "Using a cold pack"
        tab.goto(server.url + "old/first-aid/")
        assert tab.url == server.url + "old/first-aid/" and "It told people to use hot water." in tab.inner_text("main")


def test_on_a_network_that_never_answers_a_page_comes_with_its_style(phone):
    tab, server = phone
    hurry(server, PATIENCE=300)
    keep(tab)
    tab.context.new_cdp_session(tab).send("Network.clearBrowserCache")
    Held(server, "")
    tab.goto(server.url + "safety/stop/")
    assert tab.evaluate("() => getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_on_a_network_that_never_gives_the_list_a_page_comes_all_the_same(phone):
    tab, server = phone
    hurry(server, PATIENCE=300)
    keep(tab)
    Held(server, "offline.json")
    tab.goto(server.url + "safety/stop/")
    assert tab.locator("h1").inner_text() == "Stop signs"
