"""The 404 page finds what a reader looked for: the variants people really send, misspelt and cut-off addresses, at any depth,
under any path."""

import json
import random

import pytest
from playwright.sync_api import Browser, Page, TimeoutError

from measure.serve import SiteServer
from mutations import mutated

# How people and programs write the address of how-to/cold-pack/, and where a reader must end. All that is not a page leads there
# at once.
PACK, SOME = "how-to/cold-pack/", "its own address, where a host allows that"
VARIANTS = [
    (PACK, PACK), ("how-to/cold-pack", PACK), ("how-to/cold-pack/index.html", PACK + "index.html"),
    ("how-to/cold-pack.html", PACK), ("how-to/cold-pack.htm", PACK), ("how-to/cold-pack.md", PACK),
    ("how-to/cold-pack/index.htm", PACK), ("how-to/cold-pack/index", PACK),
    ("HOW-TO/COLD-PACK/", PACK), ("How-To/Cold-Pack", PACK), ("How-to/Cold-Pack.HTML", PACK),
    ("how-to/cold-pack/.", PACK), ("how-to/cold-pack.", PACK), ("how-to/cold-pack/,", PACK), ("how-to/cold-pack/)", PACK),
    ("how-to/cold-pack/).", PACK), ("how-to/cold-pack/]", PACK),
    ("how-to/cold-pack/%3E", PACK), ("how-to/cold-pack/%22", PACK), ("how-to/cold-pack/”", PACK), ("how-to/cold-pack/…", PACK),
    ("how-to/cold-pack/;", PACK), ("how-to/cold-pack/*", PACK), ("%3Chow-to/cold-pack/", PACK), ("(how-to/cold-pack/)", PACK),
    ("how-to//cold-pack/", SOME), ("how-to/cold-pack//", SOME), ("how-to%2Fcold-pack/", SOME), ("how-to%5Ccold-pack", PACK),
    ("how-to/cold%20pack/", PACK), ("how-to/cold_pack/", PACK), ("how-to/cold+pack/", PACK), ("how-to/cold-%20pack/", PACK),
    ("how-to/%20cold-pack/", PACK), ("how-to/cold-pack/%20", PACK),
    ("how-to/cold–pack/", PACK), ("how-to/cold%C2%AD-pack/", PACK), ("how-to/cold-pack/%E2%80%8B", PACK),
    ("how-to/cold-pack&utm_source=mail", PACK), ("how-to/cold-pack/%3Futm_source=mail", PACK),
    ("how-to/cold-pack/;jsessionid=1", PACK),
    ("how-to/cold-pack/%23steps", PACK + "#steps"),
    ("how-to/cold-pack.html?utm_source=mail#steps", PACK + "?utm_source=mail#steps"),
    (PACK + "?utm_source=mail&utm_medium=email", PACK + "?utm_source=mail&utm_medium=email"),
    (PACK + "#:~:text=Wrap%20the", PACK),
    (PACK + "#steps:~:text=Wrap", PACK + "#steps"), ("how-to/cold-pack.html#:~:text=Wrap", PACK),
    ("how-to/cold-pack/https://{host}how-to/cold-pack/", PACK), ("https://{host}how-to/cold-pack/", PACK),
    ("how-to/cold-pack/http:/{host}how-to/cold-pack", PACK), ("how-to/cold-pack/https://", PACK),
    ("", ""), ("index.html", "index.html"), ("INDEX.HTML", ""),
    ("OLD/pack.html?x=1#steps", PACK + "?x=1#steps"), ("old/pack).", PACK), ("safety/old-first-aid.", "safety/old-first-aid/"),
]


NEAR = [("how-to/cold-pakc/", PACK), ("cold-pack", PACK), ("a/b/c/d/cold-pack/", PACK), ("howto/coldpack/steps/", PACK),
        ("odl/pack/", PACK), ("safety/frist-aid/", "safety/first-aid/")]


@pytest.fixture
def tab(tab_of_room: Page) -> Page:
    """A tab beside others: nothing that these tests open stores anything."""
    return tab_of_room


ARRIVED = """([place, title]) => document.readyState === "complete" && (!place || location.href.replace(/#$/, "") === place)
    && (title ? document.querySelector("h1").innerText === title : document.querySelector("h1").innerText !== "This page is not here")"""


def arrives(tab: Page, place: str = "", title: str = "") -> bool:
    """Tell whether a tab comes to a place, or to a page with a title, in time."""
    try:
        return bool(tab.wait_for_function(ARRIVED, arg=[place, title], timeout=20_000))
    except TimeoutError:
        return False


# Where the host itself leads, or else the script of the lost page.
LEADS = """async ([asked, home]) => {
  const { ways } = await import(new URL("assets/missing.js", home));
  const index = await (await fetch(new URL("addresses.json", home))).json();
  return Promise.all(asked.map(async (address) => {
    const answer = await fetch(address);
    if (answer.ok) return answer.url + new URL(address).hash;
    const [first] = ways(new URL(address), new URL(home), index);
    return first?.certain ? first.link.href : "";
  }));
}"""


def variants(moved: SiteServer) -> list[tuple[str, str]]:
    """Return each address that people send, and where it must lead: "" for its own address, where a host allows that."""
    host = moved.url.removeprefix("http://")
    return [(moved.url + asked.replace("{host}", host), "" if end == SOME else moved.url + end) for asked, end in VARIANTS]


def needs_a_browser(asked: str) -> bool:
    """Tell whether an address leads on in two steps, or ends in words to look for, which only a browser takes off."""
    return "/OLD/" in asked or ":~:" in asked


def test_every_variant_that_people_send_leads_to_the_page(moved, tab):
    whole = [(asked, end) for asked, end in variants(moved) if not needs_a_browser(asked)]
    tab.goto(moved.url + "lost/")
    leads = tab.evaluate(LEADS, [[asked for asked, _ in whole], moved.url])
    assert [(asked, lead) for (asked, end), lead in zip(whole, leads, strict=True)
            if lead not in ((end,) if end else (moved.url + PACK, asked))] == []


@pytest.mark.parametrize("most", [4, pytest.param(None, marks=pytest.mark.slow)], ids=["a sample", "all"])
def test_a_variant_that_people_send_opens_the_page(moved, tab, most):
    every = variants(moved)
    some = random.Random(7).sample(every, most) + [way for way in every if needs_a_browser(way[0])] if most else every
    wrong = []
    for asked, end in some:
        tab.goto(asked)
        good = arrives(tab, end) if end else arrives(tab, title="Using a cold pack")
        wrong += [] if good else [(asked, tab.url)]
    assert wrong == []


@pytest.mark.parametrize("asked", ["how-to/cold-pack/’s", "home/index.php"])
def test_what_is_not_certain_is_not_opened(moved, tab, asked):
    with tab.expect_request_finished(lambda request: request.url == f"{moved.url}addresses.json"):
        tab.goto(moved.url + asked)
    tab.wait_for_timeout(200)
    assert tab.inner_text("h1") == "This page is not here"


def suggestions(tab: Page) -> list[tuple[str, str]]:
    tab.wait_for_selector("[data-script=missing]:not([hidden])")
    return [(link.get_attribute("href"), link.inner_text()) for link in tab.query_selector_all("[data-script=missing] a")]


def test_a_misspelt_or_cut_off_address_is_met_with_the_right_page(moved, tab):
    for asked, first in NEAR if moved.base != "/" else NEAR[::2]:  # at the root of a host, every other one
        answer = tab.goto(f"{moved.url}{asked}?x=1#steps")
        assert answer.status == 404
        assert suggestions(tab)[0][0] in (f"{moved.url}{first}?x=1#steps", f"{moved.url}old/pack/?x=1#steps")
        assert tab.url.startswith(moved.url + asked)  # nothing is opened that is not certain
        tab.click("[data-script=missing] a")
        tab.wait_for_url(f"{moved.url}{first}?x=1#steps")


def test_an_address_like_no_other_leads_to_the_map_of_the_guide(moved, tab):
    tab.goto(moved.url + "xyzzy/qqqqqq/")
    tab.wait_for_load_state("networkidle")
    assert tab.is_hidden("[data-script=missing]")
    assert {moved.base + "safety/stop/", moved.base + PACK} <= {link.get_attribute("href")
                                                              for link in tab.query_selector_all("article a")}


MOVED = """() => new Promise((tell) => new PerformanceObserver(
    (list) => tell(list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))
    .observe({ type: "layout-shift", buffered: true }) ?? setTimeout(() => tell(0), 200))"""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_on_the_page_moves_when_the_suggestions_come(served, tab, real_folder, width):
    """Of the real guide, whose titles are long, on a network that brings the list after the page is on the screen."""
    tab.set_viewport_size({"width": width, "height": 640})
    tab.route("**/addresses.json", lambda route: (tab.wait_for_timeout(250), route.continue_()))
    pages = [page for page in json.loads((real_folder / "addresses.json").read_text())["pages"] if page]
    for asked in sorted(pages, key=len)[-2:]:
        tab.goto(f"{served.url}{asked[:-4]}/")  # cut off
        below = tab.locator("article .ways")
        place = below.bounding_box()
        assert suggestions(tab)
        assert below.bounding_box() == place and tab.evaluate(MOVED) < 0.01


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


def test_the_404_page_loads_nothing_from_elsewhere_and_its_list_from_nowhere_else(moved, tab):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(moved.url + "how-to/cold-pakc/")
    suggestions(tab)
    assert all(url.startswith(moved.url) for url in asked) and moved.url + "addresses.json" in asked
    asked.clear()
    tab.goto(moved.url + PACK)
    tab.wait_for_load_state("networkidle")
    assert not [url for url in asked if "addresses.json" in url or "missing.js" in url]


def test_a_list_that_does_not_come_leaves_the_map(moved, tab):
    tab.route("**/addresses.json", lambda route: route.fulfill(status=500, body="no"))
    tab.goto(moved.url + "how-to/cold-pakc/")
    tab.wait_for_load_state("networkidle")
    assert tab.is_hidden("[data-script=missing]")
    assert tab.get_by_role("main").get_by_role("link", name="Using a cold pack").is_visible()


def test_a_page_that_the_list_names_and_the_host_has_lost_is_not_opened_again_and_again(moved, tab):
    tab.route(f"**/{PACK}", lambda route: route.fulfill(status=404, content_type="text/html",
                                                        body=(moved.folder / "404.html").read_bytes()))
    seen = []
    tab.on("framenavigated", lambda frame: seen.append(frame.url))
    tab.goto(moved.url + PACK)
    tab.wait_for_timeout(500)
    assert len(seen) == 1


def test_of_200_addresses_gone_wrong_the_right_page_comes_first(served, tab, real_folder):
    """Of the real guide: at least 95 in 100, for each of three seeds."""
    pages = [page for page in json.loads((real_folder / "addresses.json").read_text())["pages"] if page]
    tab.goto(served.url + "lost/")
    for seed in (20261122, 7, 4711):
        pairs = mutated(pages, 200, seed)
        first = tab.evaluate("""async ([pairs, base]) => {
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
