"""Each variant of an address that people really send leads to its page: the 404 page finds it, under any path."""

import random

import pytest
from playwright.sync_api import Page, TimeoutError

from measure.serve import SiteServer

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
