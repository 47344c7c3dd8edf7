"""Every page can be read in every way: small, large, spaced, printed, in one colour, without motion, without scripts and without style."""

import pytest


def told(seen, *ways):
    """Return what was seen in these ways on any page, by page: nothing, when all is well."""
    return {page.url: found for page in seen.values() if (found := [item for way in ways for item in page.ways[way]])}


def test_nothing_makes_a_reader_scroll_sideways(seen):
    assert told(seen, "on 320", "on 1280") == {}


def test_text_at_200_percent_fits(seen):
    assert told(seen, "twice as large on 390", "twice as large on 1280") == {}


def test_spaced_text_fits(seen):
    assert told(seen, "spaced on 320") == {}


def test_nothing_moves_while_a_page_loads(seen):
    assert told(seen, "shifts") == {}


def test_nothing_moves_for_whoever_wants_no_motion(seen):
    assert told(seen, "moving") == {}


def test_what_people_must_hit_is_as_large_as_a_fingertip(seen):
    assert told(seen, "small") == {}


@pytest.mark.parametrize("way", ["notes in one colour", "notes on paper"])
def test_safety_boxes_keep_their_frame_and_words(seen, way):
    for page in seen.values():
        assert [note["words"] for note in page.ways[way]] == [note["words"] for note in page.ways["notes"]], page.url
        for note in page.ways[way]:
            assert note["border"] >= 2 and note["contrast"] >= 3, (page.url, note)
            assert all(note["labels"]), (page.url, note)


def test_paper_has_all_words_of_the_screen(seen):
    for page in seen.values():
        on_paper = set(page.ways["text on paper"])
        assert [line for line in page.ways["text"] if line not in on_paper] == [], page.url


def test_paper_spells_out_where_links_lead(seen):
    assert told(seen, "unspelt") == {}
