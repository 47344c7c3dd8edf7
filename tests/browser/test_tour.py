"""A tour of every page: it can be read in every way of reading: small, large, spaced, printed, in one colour, without motion."""

import axe
import pytest
from looking import LOOK, resize

EDGES = {"do-not: solid", "get-help: double", "ask-first: dotted", "take-care: dashed"}  # how grave a note is, without a colour


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


@pytest.mark.parametrize("way", ["notes in the dark", "notes in one colour", "notes on paper"])
def test_safety_boxes_keep_their_frame_and_words(seen, way):
    for url, page in seen.items():
        assert [note["words"] for note in page[way]] == [note["words"] for note in page["notes"]], url
        for note in page[way]:
            assert note["border"] >= 2 and note["contrast"] >= 3, (url, note)
            assert all(note["labels"]) and note["signs"] >= 3, (url, note)
            assert EDGES.issuperset(note["edges"]), (url, note)


def test_paper_has_all_words_of_the_screen(seen):
    for url, page in seen.items():
        on_paper = set(page["text on paper"])
        assert [line for line in page["text"] if line not in on_paper] == [], url


def test_screen_and_paper_have_what_is_made_for_each(seen):
    """One menu on a screen; on paper none, but its address, what folds, room to write, and each safety box in one piece."""
    assert told(seen, "misplaced on 320", "misplaced on 1280", "misplaced on paper") == {}


def test_paper_spells_out_where_links_lead(seen):
    assert told(seen, "unspelt") == {}
