"""In a real browser, every required safety note of every page of advice is seen: whole, in its place, clear and uncovered,
in every way of reading."""

import pytest
from looking import NOTES, resize, show
from touring import ASKED

from press.notes import filled
from press.prose import Prose

# The modes in which the tour looks at each note, by way of reading.
WAYS = {way: mode for mode, asked in ASKED.items() for way in asked if way.startswith("notes seen")}
PHONE = (360, 640)


@pytest.fixture(scope="module", params=[True, pytest.param(False, marks=pytest.mark.slow)],
                ids=["with scripts", "without scripts"])
def looked(request, real_site) -> dict[str, dict[str, list[dict]]]:
    """What is seen of the notes of each page of advice, by way of reading: on the tour, or without scripts."""
    urls = [page.url for page in real_site.pages.values() if page.kind == "advice"]
    if request.param:
        seen = request.getfixturevalue("seen")
        return {url: seen[url] for url in urls}
    served, found = request.getfixturevalue("served"), {}
    with request.getfixturevalue("browser").new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        for url in urls:
            tab.goto(served.url + url)
            found[url] = {way: show(tab, mode) or tab.evaluate(NOTES) for way, mode in WAYS.items()}
    return found


@pytest.mark.parametrize("way", WAYS)
def test_every_required_note_is_seen(looked, real_site, way):
    prose, faults = Prose(real_site), []
    for url, ways in looked.items():
        shown = {(note["id"], note["form"]): note for note in ways[way]}
        for note in real_site.notes_required(real_site.pages[url].topics):
            for form in ("text", "short"):
                seen = shown[note.id, form]
                faults += [f"/{url} {note.id} {form}: {fault}" for fault in _faults(seen, getattr(filled(prose, note), form))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("url", ["", "how-to/cold-pack/", "who/older-people/"])
def test_every_note_is_still_seen_after_an_hour_and_all_that_a_reader_may_press(tab, served, real_site, url):
    tab.clock.install()
    tab.goto(served.url + url)
    tab.wait_for_selector("button#find")
    for _ in ("open", "shut"):
        tab.get_by_text("Menu", exact=True).click()
    tab.locator("#find").click()
    tab.keyboard.type("ice")
    tab.locator("#search-close").click()
    tab.locator("article").click(position={"x": 5, "y": 5})
    tab.locator("[data-note]").last.click(position={"x": 3, "y": 3})
    tab.mouse.wheel(0, 3000)
    tab.clock.fast_forward("01:00:00")
    shown = {(note["id"], note["form"]): note for note in tab.evaluate(NOTES)}
    faults = [fault for note in real_site.notes_required(real_site.pages[url].topics) for form in ("text", "short")
              for fault in _faults(shown[note.id, form], getattr(filled(Prose(real_site), note), form))]
    assert not faults, faults


def _faults(seen: dict, words: str):
    if words not in seen["words"]:
        yield f"its words are not all there: {seen['words'][:80]}"
    if seen["width"] < 100 or seen["height"] < 15 or not seen["lines"]:
        yield f"it is {seen['width']:.0f} by {seen['height']:.0f} pixels, with {seen['lines']} lines in sight"
    if seen["left"] < 0 or seen["right"] > 0:
        yield "its words leave the screen"
    if seen["out_of_flow"] or seen["unclear"]:
        yield f"it stands apart from the text, or is not clear: {seen['out_of_flow']} {seen['unclear']}"
    if seen["letters"] < 12 or seen["contrast"] < 4.5:
        yield f"its letters are {seen['letters']} pixels high, with a contrast of {seen['contrast']:.1f}"
    if seen["covered"]:
        yield f"{seen['covered']} of its lines are covered"


def test_what_never_to_do_is_on_the_first_screen_of_every_how_to_page(looked, real_site):
    low = [f"/{url}: {note['id']} ends at {note['bottom']:.0f}" for url, ways in looked.items() if url.startswith("how-to/")
           for note in ways["notes seen, phone"]
           if note["form"] == "short" and real_site.notes[note["id"]].severity == "do-not" and note["bottom"] > PHONE[1]]
    assert not low, "\n".join(low)


@pytest.fixture(scope="module")
def styled(browser):
    """A tab whose pages take a style from us, in spite of their policy."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("style", [
    ".notes { display: none }", ".note { opacity: .1 }", "[data-note] { color: #ddd !important }",
    "[data-note] * { font-size: 5px !important }", ".notes { position: absolute; left: -9999px }",
    "body::after { content: ''; position: fixed; inset: 0; background: #fff }", ".note { transform: translateX(90%) }",
    "@media screen { .notes { height: 0; overflow: hidden } }",
])
def test_a_note_that_is_not_seen_is_noticed(styled, served, real_site, style):
    styled.goto(served.url + "how-to/cold-pack/")
    styled.add_style_tag(content=style)
    shown = {(note["id"], note["form"]): note for note in styled.evaluate(NOTES)}
    words = filled(Prose(real_site), real_site.notes["cold-never"])
    assert any([*_faults(shown["cold-never", form], getattr(words, form))] for form in ("text", "short"))


@pytest.fixture(scope="module")
def plain(browser):
    """A tab in which no script runs."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(("url", "size"), [("how-to/cold-pack/", (1280, 800)), ("who/older-people/", PHONE),
                                           ("safety/check/", (320, 568))])
def test_stop_signs_and_first_aid_are_one_tap_away(plain, served, url, size):
    resize(plain, *size)
    for words, part in (("Stop signs", "#stop-signs"), ("First aid", "#ice-burn")):
        plain.goto(served.url + url)
        plain.get_by_role("banner").get_by_role("link", name=words, exact=True).click()
        plain.wait_for_selector(part, state="attached")  # where the link leads, once it is there
