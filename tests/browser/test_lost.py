"""The page for lost readers suggests the right page for misspelt and cut-off addresses, and leads on without scripts and lists."""

import json

import pytest
from playwright.sync_api import Browser, Page

from mutations import mutated

PACK = "how-to/cold-pack/"
NEAR = [("how-to/cold-pakc/", PACK), ("cold-pack", PACK), ("a/b/c/d/cold-pack/", PACK), ("howto/coldpack/steps/", PACK),
        ("odl/pack/", PACK), ("safety/frist-aid/", "safety/first-aid/")]


def suggestions(tab: Page) -> list[tuple[str, str]]:
    tab.wait_for_selector("[data-script=missing]:not([hidden])")
    return [(link.get_attribute("href"), link.inner_text()) for link in tab.query_selector_all("[data-script=missing] a")]


def test_a_misspelt_or_cut_off_address_is_met_with_the_right_page(moved, tab_of_room):
    for asked, first in NEAR if moved.base != "/" else NEAR[::2]:  # at the root of a host, every other one
        answer = tab_of_room.goto(f"{moved.url}{asked}?x=1#steps")
        assert answer.status == 404
        assert suggestions(tab_of_room)[0][0] in (f"{moved.url}{first}?x=1#steps", f"{moved.url}old/pack/?x=1#steps")
        assert tab_of_room.url.startswith(moved.url + asked)  # nothing is opened that is not certain
        tab_of_room.click("[data-script=missing] a")
        tab_of_room.wait_for_url(f"{moved.url}{first}?x=1#steps")


def test_an_address_like_no_other_leads_to_the_map_of_the_guide(moved, tab_of_room):
    tab_of_room.goto(moved.url + "xyzzy/qqqqqq/")
    tab_of_room.wait_for_load_state("networkidle")
    assert tab_of_room.is_hidden("[data-script=missing]")
    assert {moved.base + "safety/stop/", moved.base + PACK} <= {link.get_attribute("href")
                                                              for link in tab_of_room.query_selector_all("article a")}


MOVED = """() => new Promise((tell) => new PerformanceObserver(
    (list) => tell(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => tell(0), 200))"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_on_the_page_moves_when_the_suggestions_come(served, tab_of_room, real_folder, width):
    """Of the real guide, whose titles are long, on a network that brings the list after the page is on the screen."""
    tab_of_room.set_viewport_size({"width": width, "height": 640})
    tab_of_room.route("**/addresses.json", lambda route: (tab_of_room.wait_for_timeout(250), route.continue_()))
    pages = [page for page in json.loads((real_folder / "addresses.json").read_text())["pages"] if page]
    for asked in sorted(pages, key=len)[-2:]:
        tab_of_room.goto(f"{served.url}{asked[:-4]}/")  # cut off
        below = tab_of_room.locator("article .ways")
        place = below.bounding_box()
        assert suggestions(tab_of_room)
        assert below.bounding_box() == place and tab_of_room.evaluate(MOVED) < 0.01


def test_without_scripts_there_is_a_map_of_the_guide_at_any_depth(moved, browser: Browser):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for asked in ("lost", "a/b/c/d/e/lost.html", "how-to/lost/?x=1#y"):
        tab.goto(moved.url + asked)
        assert tab.is_hidden("[data-script=missing]")
        assert tab.evaluate("document.styleSheets.length") == 1
        tab.get_by_role("main").get_by_role("link", name="Using a cold pack").click()
        assert tab.url == moved.url + PACK
    context.close()


def test_the_404_page_loads_nothing_from_elsewhere_and_its_list_from_nowhere_else(moved, tab_of_room):
    asked = []
    tab_of_room.on("request", lambda request: asked.append(request.url))
    tab_of_room.goto(moved.url + "how-to/cold-pakc/")
    suggestions(tab_of_room)
    assert all(url.startswith(moved.url) for url in asked) and moved.url + "addresses.json" in asked
    asked.clear()
    tab_of_room.goto(moved.url + PACK)
    tab_of_room.wait_for_load_state("networkidle")
    assert not [url for url in asked if "addresses.json" in url or "missing.js" in url]


def test_a_list_that_does_not_come_leaves_the_map(moved, tab_of_room):
    tab_of_room.route("**/addresses.json", lambda route: route.fulfill(status=500, body="no"))
    tab_of_room.goto(moved.url + "how-to/cold-pakc/")
    tab_of_room.wait_for_load_state("networkidle")
    assert tab_of_room.is_hidden("[data-script=missing]")
    assert tab_of_room.get_by_role("main").get_by_role("link", name="Using a cold pack").is_visible()


def test_a_page_that_the_list_names_and_the_host_has_lost_is_not_opened_again_and_again(moved, tab_of_room):
    tab_of_room.route(f"**/{PACK}", lambda route: route.fulfill(status=404, content_type="text/html",
                                                        body=(moved.folder / "404.html").read_bytes()))
    seen = []
    tab_of_room.on("framenavigated", lambda frame: seen.append(frame.url))
    tab_of_room.goto(moved.url + PACK)
    tab_of_room.wait_for_timeout(500)
    assert len(seen) == 1


def test_of_200_addresses_gone_wrong_the_right_page_comes_first(served, tab_of_room, real_folder):
    """Of the real guide: at least 95 in 100, for each of three seeds."""
    pages = [page for page in json.loads((real_folder / "addresses.json").read_text())["pages"] if page]
    tab_of_room.goto(served.url + "lost/")
    for seed in (20261122, 7, 4711):
        pairs = mutated(pages, 200, seed)
        first = tab_of_room.evaluate("""async ([pairs, base]) => {
            const { tidy, suggest } = await import(`${base}assets/missing.js`);
            const index = await (await fetch(`${base}addresses.json`)).json();
            return pairs.map(([, asked]) => suggest(tidy(base + asked, base).path, index)[0]?.target);
        }""", [pairs, served.base])
        wrong = [(pair, got) for pair, got in zip(pairs, first, strict=True) if got != pair[0]]
        print(f"seed {seed}: the right page comes first for {100 - len(wrong) / 2:g} of 100 addresses")
        assert len(wrong) <= 10, wrong


def test_the_200_addresses_are_the_same_each_time_and_none_is_published():
    pages = ["how-to/cold-pack/", "safety/", "who/back-pain/"]
    pairs = mutated(pages, 200, 1)
    assert pairs == mutated(pages, 200, 1) != mutated(pages, 200, 2)
    assert not [asked for _, asked in pairs if asked in pages]
