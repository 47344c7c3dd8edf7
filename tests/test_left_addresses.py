"""What stands at an address that a page has left: the way to where it is now, or why it was withdrawn."""

import json
from pathlib import Path

import pytest

from guide import Guide, heard
from press import outputs
from press.address_record import RECORD
from press.built import read_built
from press.prose import Prose
from press.reading import read
from press.rules import check
from test_address_record import GONE
from test_addresses import LEAFLET, with_leaflet

SHEET = b"%PDF-1.7 a handout"


@pytest.fixture(scope="module")
def moved(recorded_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The small guide after a page moved, with a handout, and another was withdrawn."""
    leaflet = with_leaflet(Guide(recorded_small).copy(tmp_path_factory.mktemp("moved") / "guide"))
    leaflet.edit(RECORD, "/safety/hot-water/\n", "/safety/hot-water/ !! 2027-03-01 It told people to use <hot> water.\n")
    leaflet.write(RECORD, (leaflet.root / RECORD).read_text() + "/old/pack/ -> /how-to/cold-pack/\n/old/pack/#steps\n"
                  "/old/pack/#cold -> /safety/check/#list\n/old/leaf.pdf -> /safety/stop/\n/safety/hot-water/handout.pdf\n")
    (leaflet.root / LEAFLET).unlink()
    result = leaflet.edit("mkdocs.yml", "safety/hot-water.md, ", "").build()
    assert result.built, result.text
    return leaflet


def test_a_forwarding_page_says_where_and_needs_no_script(moved):
    page = read_built(moved.root / "site").pages["old/pack/index.html"]
    assert page.attribute("html", "lang") == "en-GB" and page.attribute("meta[charset]", "charset") == "utf-8"
    assert page.attribute("meta[name=viewport]", "content") == "width=device-width, initial-scale=1"
    assert page.attribute('link[rel="canonical"]', "href") == "https://small.example/guide/how-to/cold-pack/"
    assert page.attribute("noscript meta[http-equiv=refresh]", "content") == "0; url=../../how-to/cold-pack/"
    assert page.attribute("meta[name=robots]", "content") == "noindex"
    assert [(a.attributes["href"], a.text()) for a in page.tree.css("a")] == [("../../how-to/cold-pack/", "Using a cold pack")]
    assert (page.attribute("script", "src") == "../../assets/moved.js"
            and json.loads(page.attribute("script", "data-parts")) == {"cold": "../../safety/check/#list"})
    assert "default-src 'none'" in page.attribute("meta[http-equiv=Content-Security-Policy]", "content")


def test_a_file_without_a_successor_leads_to_a_page_through_a_folder_of_its_name(moved):
    assert read_built(moved.root / "site").pages["old/leaf.pdf/index.html"].attribute("a", "href") == "../../safety/stop/"


def test_a_withdrawn_page_and_its_handout_say_so_and_why_and_lead_nowhere(moved):
    for name in ("safety/hot-water/index.html", "safety/hot-water/handout.pdf/index.html"):
        page = read_built(moved.root / "site").pages[name]
        assert not page.forwards and "1 March 2027" in page.html and "It told people to use &lt;hot&gt; water." in page.html
        assert "/guide/safety/stop/" in [a.attributes["href"] for a in page.article.css("a")]


def test_what_was_withdrawn_can_be_read_by_machines(moved):
    told = json.loads((moved.root / "site/addresses.json").read_text())
    assert told["withdrawn"] == {"safety/hot-water/": ["2027-03-01", "It told people to use <hot> water."],
                                 "safety/hot-water/handout.pdf": ["2027-03-01", "It told people to use <hot> water."]}
    assert told["moved"] == {"old/pack/": "how-to/cold-pack/", "old/leaf.pdf": "safety/stop/"}
    assert len(told["pages"][""]) == 1  # what lies beside the home page belongs to the guide as a whole
    assert told["pages"]["how-to/cold-pack/"][0] == "Using a cold pack" and "safety/hot-water/" not in told["pages"]


@pytest.mark.breaks("withdrawn-addresses-say-why")
def test_a_copy_that_still_has_a_withdrawn_page_is_stopped_when_it_takes_the_newest_record(small):
    small.edit(RECORD, "/safety/first-aid/\n", "/safety/first-aid/ !! 2027-03-01 It told people to use hot water.\n")
    result = small.build()
    assert result.rules == {GONE} and result.line(GONE) == "docs/safety/first-aid.md:1"
    assert "It told people to use hot water." in result.text and "remove this page" in result.text


def test_a_file_that_moved_is_published_again_at_its_old_address(small):
    (small.root / "site/how-to/cold-pack/handout.pdf").write_bytes(SHEET)
    small.write(RECORD, (small.root / RECORD).read_text()
                + "/old/ -> /how-to/cold-pack/\n/old/handout.pdf\n/leaf.pdf -> /how-to/cold-pack/handout.pdf\n")
    site, built = read(small.root), read_built(small.root / "site")
    made = dict(outputs.moved.make(site, Prose(site), built))
    assert made["old/handout.pdf"] == made["leaf.pdf"] == SHEET
    assert set(made) == {"old/index.html", "old/handout.pdf", "leaf.pdf"}


def test_nothing_is_written_over_what_is_published_still(small):
    small.edit(RECORD, "/safety/stop/\n", "/safety/stop/ -> /safety/signs/\n")
    site, built = read(small.root), read_built(small.root / "site")
    assert dict(outputs.moved.make(site, Prose(site), built)) == {}


@pytest.mark.parametrize(("name", "rule"),
                         [pytest.param("old/pack/index.html", "moved-addresses-are-answered",
                                       marks=pytest.mark.breaks("moved-addresses-are-answered")),
                          ("safety/hot-water/index.html", GONE)])
def test_a_folder_built_without_these_pages_is_refused(moved, tmp_path, name, rule):
    guide = moved.copy(tmp_path / "guide")
    (guide.root / "site" / name).unlink()
    built = read_built(guide.root / "site")
    found = check(read(guide.root, built.site_url), built)
    heard(found)
    assert rule in {p.rule for p in found}


@pytest.mark.parametrize(("look", "cut", "rule", "words"), [
    ("moved", '<a href="{{ href }}">{{ title }}</a>', "moved-addresses-are-answered",
     "no link in plain words to '/how-to/cold-pack/'"),
    ("withdrawn", "{{ withdrawn.reason }}", GONE, "lacks 'It told people to use hot water.'"),
    ("withdrawn", "{{ withdrawn.day }}", GONE, "lacks '1 March 2027'"),
    ("withdrawn", '<a href="{{ root }}safety/stop/">Stop signs</a>', GONE, "lacks '/safety/stop/'"),
])
def test_what_stands_at_an_address_that_was_left_says_where_to_go(left_addresses, tmp_path, look, cut, rule, words):
    guide = Guide(left_addresses.folder.parent).copy(tmp_path / "guide")
    result = guide.edit(f"overrides/outputs/{look}.html", cut, "").build()
    assert result.line(rule) == f"overrides/outputs/{look}.html:1" and words in result.text, result.text
