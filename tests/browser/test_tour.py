"""A tour of every page, in every way of reading, with all on it opened: it can be read, and nothing is asked of, stored or left to anyone else."""

import re

import pytest
from looking import LOOK, LOST, pages_of, resize
from press.blocks import words


# Every way of reading: small, large, spaced, printed, in one colour, without motion


def told(seen, *ways):
    """Return what was seen in these ways on any page, by page: nothing, when all is well."""
    return {page.url: found for page in seen.values() if (found := [item for way in ways for item in page.ways[way]])}


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
      document.querySelectorAll(".facts dd, .foot p, .foot a, .brand-name, .crumbs a, .tree a, h1").forEach((place) => { place.textContent = "Physiotherapie".repeat(6) });
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


# Privacy: nothing goes to another host, nothing is stored, nothing breaks the policy, nothing goes wrong


def test_nothing_is_asked_of_another_host(tour, served):
    assert [address for address in tour.asked if not address.startswith(served.url)] == []


def test_nothing_goes_wrong(tour):
    meant = ("/nothing/here/: ", "share.html: Blocked script execution")  # a page that is missing, and a frame that lets no script run, not even one that watches
    assert [said for said in tour.said if not any(words in said for words in meant)] == []


def test_nothing_is_stored_before_a_press(tour):
    assert tour.cookies == []
    assert {page.url: page.ways["opened"]["stored"] for page in tour.pages.values() if page.ways["opened"]["stored"]} == {}


def test_nothing_breaks_the_policy(tour):
    assert {page.url: page.ways["opened"]["violations"] for page in tour.pages.values() if page.ways["opened"]["violations"]} == {}


def test_whatever_was_opened_can_be_closed(tour):
    assert [page.url for page in tour.pages.values() if page.ways["opened"]["left_open"]] == []


def test_a_page_needs_at_most_five_files_and_no_script_holds_it_up(tab, served):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(served.url + "how-to/cold-pack/", wait_until="networkidle")
    blocking = tab.evaluate("() => performance.getEntriesByType('resource').filter((file) => file.renderBlockingStatus === 'blocking').map((file) => file.name)")
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
        found[url] = tab.evaluate("() => ({ words: look.words(), links: look.links('body'), ...look.unstyled() })")
    context.close()
    return found


def test_without_scripts_every_page_has_the_same_words_and_links(bare, seen):
    for page in seen.values():
        assert bare[page.url]["words"] == page.ways["words"], page.url
        assert set(page.ways["links"]) <= set(bare[page.url]["links"]), page.url


def test_without_scripts_and_style_every_page_has_its_words_in_order(bare, real_built):
    for url, found in bare.items():
        page = real_built.pages["404.html"] if url == LOST else real_built.page_at(url)
        assert letters(words(page.article, "[hidden], textarea")) == letters(found["article"]), url
        assert not found["dialog"], url


def letters(text):
    """Return a text without spaces and signs, which browsers and parsers place differently."""
    return re.sub(r"\W+", "", text)
