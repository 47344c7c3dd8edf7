"""All of the guide can be used without a mouse: each stop of the Tab key can be seen, is ringed and comes in reading order."""

import pytest
from looking import LOOK, LOST, pages_of, press_tab, resize, settled

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
STICKS = """(rule) => {
  const sheet = document.styleSheets[0];
  if (rule) sheet.insertRule(rule, sheet.cssRules.length);
  const found = [document.querySelector(".top").offsetHeight, parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop)];
  if (rule) sheet.deleteRule(sheet.cssRules.length - 1);
  return found;
}"""
MENU, FOLD = ".menu details", "main details"


@pytest.fixture(scope="module")
def desk(browser):
    """A tab that can be looked at."""
    context = browser.new_context(viewport={"width": 390, "height": 800})
    context.add_init_script(LOOK)
    yield context.new_page()
    context.close()


def next_stop(tab, last=None, backwards=False):
    """Press Tab, and return where the focus is now. To and from a frame, which is another process, it takes a moment."""
    press_tab(tab, backwards)
    for _ in range(20):
        stop = tab.evaluate("() => window.look.focus()")
        if stop and stop["order"] != last:
            break
        tab.wait_for_timeout(25)
    return stop


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
def test_each_stop_of_the_tab_key_is_good(desk, served, url):
    assert [fault for width in KINDS[url] for fault in walk(desk, served.url + url, width)] == []


@pytest.mark.parametrize(("width", "opened"), [
    (1280, ""), (320, MENU), *(pytest.param(*way, marks=pytest.mark.slow) for way in ((320, ""), (390, ""), (390, MENU)))])
def test_each_stop_is_good_on_the_way_back_with_spaced_letters(desk, served, width, opened):
    """Backwards, what sticks to the top would cover what comes into view below it, unless scrolling leaves room for it;
    an open menu is not passed over."""
    resize(desk, width, 800)
    desk.goto(served.url + "how-to/cold-pack/")
    desk.evaluate("(rule) => document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length)", SPACED)
    if opened:
        desk.locator(opened).evaluate(OPEN)
    wrong, orders = [], []
    for _ in range(desk.evaluate("() => window.look.stops()")):
        stop = next_stop(desk, backwards=True)
        wrong += ([stop] if not (stop["visible"] and stop["inside"]) or stop["covered"] or stop["ring"] < 2 or orders
                  and stop["order"] >= orders[-1] else [])
        orders.append(stop["order"])
    assert wrong == []


def test_what_sticks_to_the_top_is_never_higher_than_what_scrolling_leaves_for_it(desk, served):
    desk.goto(served.url + "how-to/cold-pack/")
    wrong = []
    for width in range(320, 1400, 90):
        resize(desk, width, 800)
        for way in ("", SPACED, "html { font-size: 169% !important }", "html { font-size: 225% !important }"):
            high, room = desk.evaluate(STICKS, way)
            wrong += [(width, way, high, room)] if high > room else []
    assert wrong == []


def test_the_header_stays_in_view_only_where_there_is_room(desk, served):
    """A phone whose page is enlarged has a window of fewer pixels: 240 by 493 are 360 by 740 at 150 %."""
    desk.goto(served.url + "how-to/cold-pack/")
    found = {}
    for size in ((320, 568), (1280, 800), (240, 493), (640, 360)):
        resize(desk, *size)
        found[size] = desk.evaluate("getComputedStyle(document.querySelector('.top')).position")
    assert found == {(320, 568): "sticky", (1280, 800): "sticky", (240, 493): "static", (640, 360): "static"}


@pytest.mark.parametrize(("url", "opened", "width"), [
    ("how-to/cold-pack/", MENU, 320), ("therapists/kit/", FOLD, 320),
    pytest.param("therapists/kit/", FOLD, 1280, marks=pytest.mark.slow)])
def test_each_stop_of_the_tab_key_is_good_with_something_open(desk, served, url, opened, width):
    assert walk(desk, served.url + url, width, opened) == []


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
def test_each_stop_of_the_tab_key_is_good_on_every_page(desk, served, real_built):
    wrong = {}
    for url in pages_of(real_built):
        wrong[url] = [fault for width in WIDTHS for fault in walk(desk, served.url + url, width)]
        wrong[url] += ([fault for width in WIDTHS[:2] for fault in walk(desk, served.url + url, width, MENU)]
                       if url.count("/") < 2 else [])
    assert {url: faults for url, faults in wrong.items() if faults} == {}


@pytest.mark.parametrize("width", [320, 390])
def test_the_menu_opens_and_closes_from_the_keyboard_and_all_its_links_are_good_stops(desk, served, width):
    desk.goto(served.url + "how-to/cold-pack/")
    resize(desk, width, 800)
    desk.focus("summary")
    desk.keyboard.press("Enter")
    assert desk.locator("nav details[open]").count() == 1
    assert desk.locator("nav.menu").get_attribute("aria-label") == "Menu"
    links = desk.locator(".tree a").count()
    for _ in range(links):
        stop = next_stop(desk)
        assert stop["visible"] and stop["inside"] and not stop["covered"] and stop["ring"] >= 2 and stop["contrast"] >= 3, stop
    desk.focus(".tree li:last-child a")
    desk.keyboard.press("Escape")
    assert desk.locator("nav details[open]").count() == 0
    assert desk.evaluate("() => document.activeElement.localName") == "summary"
    desk.keyboard.press("Enter")
    desk.keyboard.press("Enter")
    assert desk.locator("nav details[open]").count() == 0


def test_the_skip_link_leads_to_the_text(desk, served):
    desk.goto(served.url + "how-to/cold-pack/")
    desk.keyboard.press("Tab")
    assert desk.evaluate("() => document.activeElement.className") == "skip"
    desk.keyboard.press("Enter")
    assert desk.evaluate("() => document.activeElement.id") == "main"
    desk.keyboard.press("Tab")
    assert desk.evaluate("() => document.activeElement.closest('main') !== null")


@pytest.mark.parametrize("width", WIDTHS)
def test_the_search_keeps_the_focus_and_gives_it_back(desk, served, width):
    desk.goto(served.url + "how-to/cold-pack/")
    resize(desk, width, 800)
    desk.focus("#find")
    desk.keyboard.press("Enter")
    desk.wait_for_selector("dialog[open]")
    assert desk.evaluate("() => document.activeElement.type") == "search"
    desk.keyboard.type("numb")
    desk.wait_for_selector("#search-list a")
    for _ in range(desk.locator("dialog a, dialog button, dialog input").count() + 2):
        desk.keyboard.press("Tab")
        stop = desk.evaluate("() => window.look.focus()")
        assert stop is None or (stop["dialog"] and stop["visible"] and not stop["covered"] and stop["ring"] >= 2
                                and stop["contrast"] >= 3), stop
    desk.keyboard.press("Escape")
    assert desk.locator("dialog[open]").count() == 0
    assert desk.evaluate("() => document.activeElement.id") == "find"


def test_the_search_opens_with_a_slash_but_not_while_somebody_types(desk, served):
    desk.goto(served.url + "how-to/cold-pack/")
    desk.keyboard.press("/")
    desk.wait_for_selector("dialog[open]")
    desk.keyboard.type("/")
    assert desk.locator("dialog input").input_value() == "/"


def test_the_slash_is_switched_off_and_on_by_a_button_that_stores_only_while_it_is_off(tab, served):
    stored, button = "() => Object.entries(localStorage)", tab.get_by_role("button", name="Switch off the / key")
    tab.goto(served.url + "accessibility/")
    button.focus()
    assert tab.evaluate(stored) == []
    for off in (True, False):
        tab.keyboard.press("Enter")
        assert button.get_attribute("aria-pressed") == str(off).lower()
        assert tab.evaluate(stored) == [["slash", "off"]] * off
        said = tab.locator("[data-script=slash] + [role=status]").inner_text()
        assert said.startswith("The / key is off" if off else "The / key opens")
        tab.goto(served.url + "how-to/cold-pack/")
        tab.keyboard.press("/")
        assert tab.locator("dialog[open]").count() == (not off)
        tab.goto(served.url + "accessibility/")
        button.focus()
        assert button.get_attribute("aria-pressed") == str(off).lower()


def test_where_nothing_may_be_stored_the_slash_works_and_its_button_says_why_it_is_not_there(tab, served):
    tab.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
    tab.goto(served.url + "accessibility/", wait_until="networkidle")
    assert "lets this guide store nothing" in tab.locator("[data-script=slash]").inner_text()
    assert tab.get_by_role("button", name="Switch off the / key").count() == 0
    tab.keyboard.press("/")
    assert tab.locator("dialog[open]").count() == 1


def test_without_scripts_there_is_no_button_for_the_slash(browser, served):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(served.url + "accessibility/")
        assert tab.get_by_role("button", name="Switch off the / key").count() == 0
        assert "Without scripts, the / key does nothing." in tab.inner_text("main")


def test_a_box_of_the_checklist_is_ticked_from_the_keyboard(desk, served):
    desk.goto(served.url + "safety/check/")
    box = desk.locator("main [type=checkbox]").first
    box.focus()
    desk.keyboard.press("Space")
    assert box.is_checked()
