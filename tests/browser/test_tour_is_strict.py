"""Each test of the tour fails on a page that is spoilt in every way."""

import axe
import pytest
import test_behind_the_back as back
import test_tour
from looking import PHONE
from touring import take

SPOILT_STYLE = """
main p { min-width: 1500px; color: #777 } .parts { display: block } a { transition: color 1s !important } .notes { border: 0 !important }
.urgent a { display: inline !important; padding: 0 !important; font-size: 9px !important }
@media (forced-colors: active) { main li { forced-color-adjust: none; color: white; background: white } }
@media print { .entry { break-inside: auto !important } article ol { display: none } a::after { content: none !important } }
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
                                 "spaced on 320", "shifts", "moving", "small", "lost in one colour", "unspelt",
                                 "misplaced on 320", "misplaced on paper", "axe"])
def test_what_is_wrong_in_one_way_of_reading_is_told(spoilt, way, record_property):
    record_property("tries", "the tour")
    assert test_tour.told(spoilt.pages, way) != {}


@pytest.mark.parametrize("test", [test_tour.test_paper_has_all_words_of_the_screen,
                                  lambda seen: test_tour.test_safety_boxes_keep_their_frame_and_words(seen, "notes in one colour"),
                                  lambda seen: test_tour.test_safety_boxes_keep_their_frame_and_words(seen, "notes on paper")],
                         ids=["paper", "boxes in one colour", "boxes on paper"])
def test_what_is_lost_on_the_way_is_missed(spoilt, test, record_property):
    record_property("tries", "the tour")
    with pytest.raises(AssertionError):
        test(spoilt.pages)


@pytest.mark.parametrize("test", [back.test_nothing_goes_wrong, back.test_nothing_is_stored_before_a_press,
                                  back.test_nothing_breaks_the_policy, back.test_whatever_was_opened_can_be_closed])
def test_what_a_page_does_behind_its_readers_back_is_noticed(spoilt, test, record_property):
    record_property("tries", "the tour")
    with pytest.raises(AssertionError):
        test(spoilt)
