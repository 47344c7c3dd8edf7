"""axe finds nothing: WCAG 2.2 A and AA, best practice, and text contrast of 7:1, on every page, in every size and every look. No exceptions."""

import itertools
import random
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import pytest
from looking import pages_of, resize

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# 7:1 is asked of all text, which holds what 4.5:1 asks; so the weaker rule is not run as well.
RULES = {"color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": False}, "target-size": {"enabled": True}}
FORCED = {"color-contrast-enhanced": {"enabled": False}}  # the reader's own colours, which are not ours to judge
START = """([tags, rules]) => {
  const options = { runOnly: { type: "tag", values: tags }, rules, resultTypes: ["violations"], preload: false };
  const told = (node) => `${node.target} (${node.failureSummary.split("\\n")[1]})`;
  window.found = axe.run(document, options)
    .then(({ violations }) => violations.map((rule) => `${rule.id}: ${rule.nodes.slice(0, 3).map(told).join("; ")}`));
}"""
SIZES = {1280: 900, 390: 844, 320: 640}
LOOKS: dict[str, dict[str, Any]] = {
    "light": {"media": "screen", "color_scheme": "light", "forced_colors": "none"},
    "dark": {"media": "screen", "color_scheme": "dark", "forced_colors": "none"},
    "print": {"media": "print", "color_scheme": "light", "forced_colors": "none"},
    "forced colours": {"media": "screen", "color_scheme": "light", "forced_colors": "active"},
}
OPENED = {
    "menu": ("summary", ".tree"),
    "search": ("#find", "dialog[open]"),
    "kit": (".kit-page summary", ".kit-page[open] button"),
}
SHOWS = {"menu": "how-to/cold-pack/", "search": "how-to/cold-pack/", "kit": "therapists/kit/"}  # where the short test opens each
SAMPLE = 12


@dataclass(frozen=True)
class Mode:
    """A size of the window, in CSS pixels, and a look."""

    width: int
    look: str


MODES = [Mode(width, look) for width in SIZES for look in LOOKS]
ALWAYS = [Mode(390, "light"), Mode(1280, "dark"), Mode(320, "forced colours")]


@pytest.fixture(autouse=True)
def with_axe(record_property):
    """Note for the accessibility statement which axe it was."""
    record_property("axe", f"axe {re.search(r'axe v([0-9.]+)', AXE)[1]}")


@pytest.fixture(scope="module")
def judge(browser, served):
    """A function that returns what axe finds, by case: page, mode and what is open. Two tabs take turns, one for each processor."""
    contexts = [browser.new_context() for _ in range(2)]
    for context in contexts:
        context.add_init_script(AXE)
    tabs = [context.new_page() for context in contexts]

    def found(cases):
        waiting, wrong = {}, {}

        def collect(tab):
            case = waiting.pop(tab, None)
            if case and (faults := tab.evaluate("() => window.found")):
                wrong[case] = faults

        for case, tab in zip(cases, itertools.cycle(tabs)):
            collect(tab)
            show(tab, served.url, *case)
            tab.evaluate(START, [TAGS, RULES | FORCED if case[1].look == "forced colours" else RULES])
            waiting[tab] = case
        for tab in tabs:
            collect(tab)
        return wrong

    yield found
    for context in contexts:
        context.close()


def show(tab, home, url, mode, opened=""):
    """Open a page in a mode, with its menu or the search open when asked for."""
    tab.emulate_media(**LOOKS[mode.look])
    resize(tab, mode.width, SIZES[mode.width])
    tab.goto(home + url)
    if opened:
        button, shown = OPENED[opened]
        tab.locator(button).first.click()
        tab.wait_for_selector(shown)
    if opened == "search":
        tab.keyboard.type("numb")
        tab.wait_for_selector("dialog a >> visible=true")


@pytest.mark.slow
def test_axe_finds_nothing_on_any_page_in_three_modes(judge, real_built):
    assert judge(itertools.product(pages_of(real_built), ALWAYS)) == {}


def test_axe_finds_nothing_on_a_sample_of_pages_in_all_modes(judge, real_built):
    assert judge(random.Random(8).sample(list(itertools.product(pages_of(real_built), MODES)), SAMPLE)) == {}


@pytest.mark.parametrize("opened", OPENED)
def test_axe_finds_nothing_with_something_open(judge, opened):
    width = 390 if opened == "menu" else 1280
    assert judge([(SHOWS[opened], Mode(width, look), opened) for look in ("light", "dark", "forced colours")]) == {}


@pytest.mark.slow
def test_axe_finds_nothing_on_any_page_in_any_mode(judge, real_built, record_property):
    cases = list(itertools.product(pages_of(real_built), MODES))
    record_property("cases", len(cases))
    assert judge(cases) == {}


@pytest.mark.slow
def test_axe_finds_nothing_in_the_guide_in_one_file(judge):
    assert judge([("guide.html", Mode(320, "light")), ("guide.html", Mode(1280, "dark"))]) == {}


@pytest.mark.slow
@pytest.mark.parametrize("opened", OPENED)
def test_axe_finds_nothing_on_any_page_with_something_open(judge, real_built, opened, record_property):
    widths = [width for width in SIZES if opened != "menu" or width < 1000]  # with more room the menu stands open beside the text
    pages = [SHOWS[opened]] if opened == "kit" else pages_of(real_built)
    cases = [(url, Mode(width, look), opened) for url in pages for width in widths for look in LOOKS if look != "print"]
    record_property("cases", len(cases))
    assert judge(cases) == {}
