"""A tour of every page, in every way of reading, with all on it opened: it can be read, and nothing is asked of,
stored or left to anyone else."""

import re

import axe
import pytest
from looking import LOOK, LOST, PHONE, pages_of, resize, take

from press.blocks import words

# Every way of reading: small, large, spaced, printed, in one colour, without motion


def told(seen, *ways):
    """Return what was seen in these ways on any page, by page: nothing, when all is well."""
    return {url: found for url, page in seen.items() if (found := [item for way in ways for item in page[way]])}


def test_axe_finds_nothing_on_any_page_in_three_modes_nor_in_a_sample_of_the_rest(seen, record_property):
    record_property("axe", f"axe {axe.VERSION}")
    record_property("cases", sum(map(len, axe.modes(seen).values())))
    assert told(seen, "axe") == {}


def test_nothing_makes_a_reader_scroll_sideways(seen):
    assert told(seen, "on 320", "on 1280") == {}


def test_text_twice_as_large_fits(seen):
    assert told(seen, "twice as large on 390", "twice as large on 560", "twice as large on 1280") == {}


@pytest.mark.parametrize("size", ["112.5%", "225%"])
def test_the_longest_name_fits(tab, served, size):
    """Of a practice, its people and its addresses, which we do not know: here each of their words is one of 90 letters."""
    tab.add_init_script(LOOK)
    resize(tab, 320, 640)
    tab.goto(served.url + "how-to/cold-pack/")
    tab.evaluate("""(size) => {
      document.documentElement.style.fontSize = size;
      for (const place of document.querySelectorAll(".facts dd, .foot p, .foot a, .brand-name, .crumbs a, .tree a, h1")) {
        place.textContent = "Physiotherapie".repeat(6);
      }
    }""", size)
    assert tab.evaluate("() => look.wide()") == []


def test_the_search_fits_with_text_twice_as_large(tab, served):
    resize(tab, 320, 640)
    tab.goto(served.url + "how-to/cold-pack/")
    tab.evaluate("() => { document.documentElement.style.fontSize = '225%'; }")
    tab.click("#find")
    assert tab.evaluate("() => { const box = document.querySelector('dialog'); return box.scrollWidth - box.clientWidth; }") == 0


def test_spaced_text_fits(seen):
    assert told(seen, "spaced on 320") == {}


def test_nothing_moves_while_a_page_loads(seen):
    assert told(seen, "shifts") == {}


def test_nothing_moves_for_whoever_wants_no_motion(seen):
    assert told(seen, "moving") == {}


def test_what_people_must_hit_is_as_large_as_a_fingertip(seen):
    assert told(seen, "small") == {}


def test_all_words_can_be_read_in_forced_colours(seen):
    assert told(seen, "lost in one colour") == {}


@pytest.mark.parametrize("way", ["notes in one colour", "notes on paper"])
def test_safety_boxes_keep_their_frame_and_words(seen, way):
    for url, page in seen.items():
        assert [note["words"] for note in page[way]] == [note["words"] for note in page["notes"]], url
        for note in page[way]:
            assert note["border"] >= 2 and note["contrast"] >= 3, (url, note)
            assert all(note["labels"]), (url, note)


def test_paper_has_all_words_of_the_screen(seen):
    for url, page in seen.items():
        on_paper = set(page["text on paper"])
        assert [line for line in page["text"] if line not in on_paper] == [], url


def test_paper_spells_out_where_links_lead(seen):
    assert told(seen, "unspelt") == {}


# Privacy: nothing goes to another host, nothing is stored, nothing breaks the policy, nothing goes wrong


def test_nothing_is_asked_of_another_host(tour, served):
    assert [address for address in tour.asked if not address.startswith(served.url)] == []


def test_nothing_goes_wrong(tour):
    # a page that is missing, and a frame that lets no script run, not even one that watches
    meant = ("/nothing/here/: ", "share.html: Blocked script execution")
    assert [said for said in tour.said if not any(words in said for words in meant)] == []


def test_nothing_is_stored_before_a_press(tour):
    assert tour.cookies == []
    assert {url: page["opened"]["stored"] for url, page in tour.pages.items() if page["opened"]["stored"]} == {}


def test_nothing_breaks_the_policy(tour):
    assert {url: page["opened"]["violations"] for url, page in tour.pages.items() if page["opened"]["violations"]} == {}


def test_whatever_was_opened_can_be_closed(tour):
    assert [url for url, page in tour.pages.items() if page["opened"]["left_open"]] == []


def test_a_page_needs_at_most_five_files_and_no_script_holds_it_up(tab, served):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(served.url + "how-to/cold-pack/", wait_until="networkidle")
    blocking = tab.evaluate("""() => performance.getEntriesByType('resource')
        .filter((file) => file.renderBlockingStatus === 'blocking').map((file) => file.name)""")
    assert len(asked) <= 5, asked
    assert [name for name in blocking if not name.endswith(".css")] == []


# Without scripts, without style and without both


@pytest.fixture(scope="module")
def bare(browser, served, real_built):
    """What is seen of each page without scripts, and then without style as well."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    tab, found = context.new_page(), {}
    for url in pages_of(real_built):
        tab.goto(served.url + url)
        tab.evaluate(LOOK)
        found[url] = tab.evaluate("() => look.layOut() ?? ({ words: look.words(), links: look.links('body'), ...look.unstyled() })")
    context.close()
    return found


def test_without_scripts_every_page_has_the_same_words_and_links(bare, seen):
    for url, page in seen.items():
        assert bare[url]["words"] == page["words"], url
        assert set(page["links"]) <= set(bare[url]["links"]), url


def test_without_scripts_and_style_every_page_has_its_words_in_order(bare, real_built):
    for url, found in bare.items():
        page = real_built.pages["404.html"] if url == LOST else real_built.page_at(url)
        assert letters(words(page.article, "[hidden], textarea")) == letters(found["article"]), url
        assert not found["dialog"], url


def letters(text):
    """Return a text without spaces and signs, which browsers and parsers place differently."""
    return re.sub(r"\W+", "", text)


# Each test of the tour fails on a page that is spoilt in every way

SPOILT_STYLE = """
main p { min-width: 1500px; color: #777 } a { transition: color 1s !important } .notes { border: 0 !important }
.urgent a { display: inline !important; padding: 0 !important; font-size: 9px !important }
@media (forced-colors: active) { main li { forced-color-adjust: none; color: white; background: white } }
@media print { article ol { display: none } a::after { content: none !important } }
"""
SPOILT_SCRIPT = """
HTMLDialogElement.prototype.close = () => {};
addEventListener("DOMContentLoaded", () => {
  localStorage.spoilt = document.cookie = "spoilt=1";
  fetch("https://elsewhere.example/").catch(() => {});
});
const late = setInterval(() => {
  if (window.shifts.length) clearInterval(late);
  else document.querySelector("h1")?.insertAdjacentHTML("beforebegin", "<h2>Late</h2>");
}, 50);
"""


@pytest.fixture(scope="module")
def spoilt(browser, served, real_folder):
    """A tour of one page, whose own script comes only when the page has moved."""
    style = (real_folder / "assets/site.css").read_text(encoding="utf-8") + SPOILT_STYLE
    with browser.new_context(viewport=PHONE) as context:
        context.add_init_script(SPOILT_SCRIPT)
        context.route("**/site.css", lambda route: route.fulfill(body=style, content_type="text/css"))
        context.route("**/start.js", lambda route: (route.request.frame.wait_for_function("() => window.shifts.length"),
                                                    route.continue_()))
        return take(context, served.url, {"safety/": axe.ALWAYS[:1]}, axe.told)


@pytest.mark.parametrize("way", ["on 320", "on 1280", "twice as large on 390", "twice as large on 560", "twice as large on 1280",
                                 "spaced on 320", "shifts", "moving", "small", "lost in one colour", "unspelt", "axe"])
def test_what_is_wrong_in_one_way_of_reading_is_told(spoilt, way, record_property):
    record_property("tries", "the tour")
    assert told(spoilt.pages, way) != {}


@pytest.mark.parametrize("test", [test_paper_has_all_words_of_the_screen,
                                  lambda seen: test_safety_boxes_keep_their_frame_and_words(seen, "notes in one colour"),
                                  lambda seen: test_safety_boxes_keep_their_frame_and_words(seen, "notes on paper")],
                         ids=["paper", "boxes in one colour", "boxes on paper"])
def test_what_is_lost_on_the_way_is_missed(spoilt, test, record_property):
    record_property("tries", "the tour")
    with pytest.raises(AssertionError):
        test(spoilt.pages)


@pytest.mark.parametrize("test", [test_nothing_goes_wrong, test_nothing_is_stored_before_a_press, test_nothing_breaks_the_policy,
                                  test_whatever_was_opened_can_be_closed])
def test_what_a_page_does_behind_its_readers_back_is_noticed(spoilt, test, record_property):
    record_property("tries", "the tour")
    with pytest.raises(AssertionError):
        test(spoilt)
