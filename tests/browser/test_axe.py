"""axe finds nothing on any page, in any size and any look, nor with something open. No exceptions.

The tour asks it about every page in three modes, and about a few in the rest; the long run about all.
"""

from itertools import zip_longest

import axe
import pytest
from axe import ALWAYS, MODES
from looking import Mode, pages_of, show

from measure.serve import SiteServer

OPENED = {
    "menu": ("summary", ".tree"),
    "search": ("#find", "dialog[open]"),
    "kit": (".kit-page summary", ".kit-page[open] button"),
}
SHOWS = {"menu": "how-to/cold-pack/", "search": "how-to/cold-pack/", "kit": "therapists/kit/"}  # where the short test opens each
ON_SCREEN = [mode for mode in MODES if mode.look != "print"]


@pytest.fixture(autouse=True)
def with_axe(record_property):
    """Note for the accessibility statement which axe it was."""
    record_property("axe", f"axe {axe.VERSION}")


@pytest.fixture(scope="module")
def judge(browser, served):
    """A function that returns what axe finds, by page, mode and what is open. Two tabs take turns, one for each processor."""
    contexts = [browser.new_context() for _ in range(2)]
    tabs = [context.new_page() for context in contexts]

    def found(visits, opened=""):
        waiting, wrong = iter(visits), {}
        for _ in zip_longest(*(look_at(tab, served.url, waiting, opened, wrong) for tab in tabs)):
            pass
        return wrong

    yield found
    for context in contexts:
        context.close()


def look_at(tab, home, visits, opened, wrong):
    """Take pages from `visits`, each with its modes, open each once in a tab, and judge it mode by mode.

    Pauses whenever axe is at work.
    """
    for url, modes in visits:
        show(tab, modes[0])
        tab.goto(home + url)
        if opened:
            open_in(tab, opened)
        axe.ready(tab)
        for mode in modes:
            show(tab, mode)
            axe.start(tab, mode.look)
            yield
            if faults := axe.faults(tab):
                wrong[url, mode, opened] = faults


def open_in(tab, opened):
    """Open the menu, the search or a page of the kit."""
    button, shown = OPENED[opened]
    tab.locator(button).first.click()
    tab.wait_for_selector(shown)
    if opened == "search":
        tab.keyboard.type("numb")
        tab.wait_for_selector("dialog a >> visible=true")


@pytest.mark.parametrize("opened", OPENED)
def test_axe_finds_nothing_with_something_open(judge, opened):
    width = 390 if opened == "menu" else 1280
    assert judge([(SHOWS[opened], [Mode(width, look) for look in ("light", "dark", "forced colours")])], opened) == {}


@pytest.mark.slow
def test_axe_finds_nothing_on_any_page_in_any_mode(judge, real_built, record_property):
    pages = pages_of(real_built)
    record_property("cases", len(pages) * len(MODES))
    assert judge((url, MODES) for url in pages) == {}


@pytest.mark.slow
def test_axe_finds_nothing_in_the_guide_in_one_file(judge):
    assert judge([("guide.html", [Mode(320, "light"), Mode(1280, "dark")])]) == {}


@pytest.mark.slow
def test_axe_finds_nothing_at_an_old_address(tab, left_addresses):
    tab.route("**/assets/moved.js", lambda route: route.fulfill(body=""))  # so that the page stays to be looked at
    wrong = {}
    with SiteServer(left_addresses.folder, left_addresses.base) as server:
        for url, words in (("old/pack/", "This page has moved"), ("old/first-aid/", "This page was withdrawn")):
            for _ in look_at(tab, server.url, [(url, ON_SCREEN)], "", wrong):
                assert tab.inner_text("h1") == words
    assert wrong == {}


@pytest.mark.slow
@pytest.mark.parametrize("opened", OPENED)
def test_axe_finds_nothing_on_any_page_with_something_open(judge, real_built, opened, record_property):
    # with more room the menu stands open beside the text
    modes = [mode for mode in ON_SCREEN if opened != "menu" or mode.width < 1000]
    pages = [SHOWS[opened]] if opened == "kit" else pages_of(real_built)
    record_property("cases", len(pages) * len(modes))
    assert judge(((url, modes) for url in pages), opened) == {}


def test_a_fault_of_one_look_and_one_width_is_found_in_these_alone(tab, served, record_property):
    record_property("tries", "axe")
    tab.goto(served.url + "how-to/cold-pack/")
    tab.evaluate("(rule) => document.styleSheets[0].insertRule(rule, document.styleSheets[0].cssRules.length)",
                 "@media (prefers-color-scheme: dark) and (max-width: 350px) { main p { color: #555 } }")
    axe.ready(tab)
    for mode in (*ALWAYS, Mode(320, "dark")):
        show(tab, mode)
        axe.start(tab, mode.look)
        assert [fault.partition(":")[0]
                for fault in axe.faults(tab)] == ["color-contrast-enhanced"] * (mode == Mode(320, "dark")), mode


@pytest.mark.slow
def test_axe_says_the_same_with_and_without_what_spares_it_waste(tab, served, record_property):
    """Of a page with faults of many kinds, which it must find."""
    record_property("tries", "axe")
    tab.goto(served.url + "how-to/cold-pack/")
    tab.evaluate(SPOIL)
    said = []
    for script in (axe.AXE, axe.READY):
        tab.evaluate(script + "\n;0")
        said.append(tab.evaluate(WHOLE))
    assert said[0] == said[1]
    assert {"color-contrast", "color-contrast-enhanced", "heading-order", "image-alt", "link-name", "label", "region",
            "target-size"} <= {rule["id"] for rule in said[0]["violations"]}


SPOIL = """() => {
  const text = [...document.querySelectorAll("main p, main li")];
  ["#aaa", "rgb(120 120 120 / 50%)", "hsl(200 50% 60%)", "#767676"].forEach((color, n) => {
    Object.assign(text[n].style, { color, opacity: 1 - n / 10 });
  });
  text[5].style.cssText = "background: rgb(200 0 0 / 40%); text-shadow: 1px 1px 2px #888";
  text[6].insertAdjacentHTML("beforebegin", `<h6>Lower</h6><img src='data:,'><a href='#'></a><input>
    <button class="tiny">x</button><button class="tiny">y</button>`);
  for (const { style } of document.querySelectorAll(".tiny")) {
    style.cssText = "padding: 0; border: 0; width: 9px; height: 9px; font-size: 8px";
  }
  document.body.insertAdjacentHTML("beforeend", "<p>Outside all landmarks</p>");
}"""
WHOLE = """async () => {
  const rules = { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } };
  const { violations, passes, incomplete } = await axe.run(document, { rules, preload: false });
  return JSON.parse(JSON.stringify({ violations, passes, incomplete }));
}"""
