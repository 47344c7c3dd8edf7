"""All of the guide can be used without a mouse: each stop of the Tab key can be seen, is ringed and comes in reading order."""

import pytest
from keys import next_stop
from looking import LOOK, LOST, pages_of, resize, settled

SCHEMES = {320: "light", 390: "dark", 1280: "light"}  # pixels; rings are seen in both
WIDTHS = tuple(SCHEMES)
# Each kind of page, with the widths at which the short test walks through it.
KINDS = {"": (1280,), "how-to/cold-pack/": (320, 390), "safety/check/": (390,), "about/keep/": (320,), LOST: (1280,)}
OPEN = """async (details) => {
  const opened = new Promise((done) => details.addEventListener("toggle", done, { once: true }));
  details.open = true;
  await opened;
  const frame = details.querySelector("iframe");
  if (frame) await new Promise((loaded) => frame.addEventListener("load", loaded, { once: true }));
}"""
SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
STICKS = """(rules) => rules.map((rule) => {
  const sheet = document.styleSheets[0];
  sheet.insertRule(rule, sheet.cssRules.length);
  const found = [document.querySelector(".top").offsetHeight, parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)];
  sheet.deleteRule(sheet.cssRules.length - 1);
  return found;
})"""
MENU, FOLD = ".menu details", "main details"


def is_frame(stop):
    """Tell whether the focus is inside a frame: it stays there for some stops, which have places of their own."""
    return stop["name"].startswith("<iframe>")


def walk(tab, address, width, opened=""):
    """Press Tab from the start of a page to its end, with the first of what `opened` selects open,
    and return what is wrong with any stop."""
    tab.emulate_media(color_scheme=SCHEMES[width])
    resize(tab, width, 800)
    if address.endswith(LOST):
        tab.goto(address, wait_until="networkidle")  # here a script fetches what it shows
    else:
        tab.goto(address)
        settled(tab)
    if opened:
        tab.locator(opened).first.evaluate(OPEN)
    wrong, orders = [], []
    for _ in range(tab.evaluate("() => window.look.stops()")):
        last = orders[-1] if orders else None
        stop = next_stop(tab, last)
        while stop and stop["order"] == last and is_frame(stop):
            stop = next_stop(tab, last)
        if stop is None or stop["order"] in orders:
            return [*wrong, f"only {len(orders)} stops at {width} px"]
        faults = [name for name, bad in (("cannot be seen", not stop["visible"]),
                                         ("is outside the window", not (stop["inside"] and stop["whole"])),
                                         ("is covered", stop["covered"]), ("has no ring", stop["ring"] < 2),
                                         ("has a pale ring", stop["contrast"] < 3),
                                         ("comes too early", stop["order"] < max(orders, default=-1))) if bad]
        wrong += [f"{stop['name']} {fault} at {width} px" for fault in faults if "ring" in fault or not is_frame(stop)]
        orders.append(stop["order"])
    after = next_stop(tab)
    return (wrong if after is None or after["order"] == orders[0]
            else [*wrong, f"{after['name']} is one stop too many at {width} px"])


@pytest.mark.parametrize("url", KINDS)
def test_each_stop_of_the_tab_key_is_good(keyed, served, url):
    assert [fault for width in KINDS[url] for fault in walk(keyed, served.url + url, width)] == []


@pytest.mark.parametrize(("width", "opened"), [
    (1280, ""), (320, MENU), *(pytest.param(*way, marks=pytest.mark.slow) for way in ((320, ""), (390, ""), (390, MENU)))])
def test_each_stop_is_good_on_the_way_back_with_spaced_letters(keyed, served, width, opened):
    """Backwards, what sticks to the top would cover what comes into view below it, unless scrolling leaves room for it;
    an open menu is not passed over."""
    resize(keyed, width, 800)
    keyed.goto(served.url + "how-to/cold-pack/")
    keyed.evaluate("(rule) => document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length)", SPACED)
    if opened:
        keyed.locator(opened).evaluate(OPEN)
    wrong, orders = [], []
    for _ in range(keyed.evaluate("() => window.look.stops()")):
        stop = next_stop(keyed, backwards=True)
        wrong += ([stop] if not (stop["visible"] and stop["inside"]) or stop["covered"] or stop["ring"] < 2 or orders
                  and stop["order"] >= orders[-1] else [])
        orders.append(stop["order"])
    assert wrong == []


def test_what_sticks_to_the_top_is_never_higher_than_what_scrolling_leaves_for_it(keyed, served):
    keyed.goto(served.url + "how-to/cold-pack/")
    ways = ["a {}", SPACED, "html { font-size: 169% !important }", "html { font-size: 225% !important }"]
    wrong = []
    for width in range(320, 1400, 90):
        resize(keyed, width, 800)
        wrong += [(width, way, high, room) for way, (high, room) in zip(ways, keyed.evaluate(STICKS, ways), strict=True) if high > room]
    assert wrong == []


def test_the_header_stays_in_view_only_where_there_is_room(keyed, served):
    """A phone whose page is enlarged has a window of fewer pixels: 240 by 493 are 360 by 740 at 150 %."""
    keyed.goto(served.url + "how-to/cold-pack/")
    found = {}
    for size in ((320, 568), (1280, 800), (240, 493), (640, 360)):
        resize(keyed, *size)
        found[size] = keyed.evaluate("getComputedStyle(document.querySelector('.top')).position")
    assert found == {(320, 568): "sticky", (1280, 800): "sticky", (240, 493): "static", (640, 360): "static"}


@pytest.mark.parametrize(("url", "opened", "width"), [
    ("how-to/cold-pack/", MENU, 320), ("therapists/kit/", FOLD, 320),
    pytest.param("therapists/kit/", FOLD, 1280, marks=pytest.mark.slow)])
def test_each_stop_of_the_tab_key_is_good_with_something_open(keyed, served, url, opened, width):
    assert walk(keyed, served.url + url, width, opened) == []


SPOILT = """
addEventListener("load", () => {
  const [bare, pale, covered, away, early] = document.querySelectorAll("article a");
  for (const [textContent, link] of Object.entries({ bare, pale, covered, away, early })) {
    Object.assign(link, { textContent, className: "" });
  }
  bare.style.setProperty("outline", "0", "important");
  pale.style.setProperty("outline-color", "#eee", "important");
  covered.insertAdjacentHTML("beforebegin", "<span><b>x</b></span>");
  covered.previousSibling.style.position = covered.style.position = "relative";
  covered.previousSibling.firstChild.style.cssText = "position: absolute; z-index: 1; width: 99vw; height: 9em; left: -4em; top: -4em";
  away.style.cssText = "position: absolute; left: -999px; top: 0";
  early.tabIndex = 1;
});
"""


def test_stops_that_are_not_good_are_told(tab, served, record_property):
    record_property("tries", "this test")
    tab.add_init_script(LOOK + SPOILT)
    told = walk(tab, served.url + "about/", 320)
    early = [fault for fault in told if "comes too early" in fault]  # all that stands before the one that came first
    assert early and [fault for fault in told if fault not in early] == [
        "<a> bare has no ring at 320 px", "<a> pale has a pale ring at 320 px", "<a> covered is covered at 320 px",
        "<a> away is outside the window at 320 px"]


@pytest.mark.slow
def test_each_stop_of_the_tab_key_is_good_on_every_page(keyed, served, real_built):
    wrong = {}
    for url in pages_of(real_built):
        wrong[url] = [fault for width in WIDTHS for fault in walk(keyed, served.url + url, width)]
        wrong[url] += ([fault for width in WIDTHS[:2] for fault in walk(keyed, served.url + url, width, MENU)]
                       if url.count("/") < 2 else [])
    assert {url: faults for url, faults in wrong.items() if faults} == {}
