"""An address once published is kept: whatever would lose one, or send it astray, stops the build with file, line and fix."""

import datetime
import json
import shutil
from pathlib import Path

import pytest

from guide import ROOT, Guide, heard
from press import outputs
from press.address import page_of
from press.address_record import RECORD, AddressRecord, parse, read_record
from press.addresses import published
from press.built import read_built
from press.calls import headings
from press.prose import Prose
from press.reading import read
from press.rules import check
from test_links import messages, place

PACK, LEAFLET = "docs/how-to/cold-pack.md", "docs/safety/hot-water.md"
HOT = """---
title: Hot water
description: A page of the small guide that tests move, take apart and withdraw.
kind: service
topics: []
checked: 2026-11-22
check_by: 2027-11-22
---
Water can be hot.

## The bath {#bath}

Fill it slowly.
"""
READ, KEPT, MOVED, GONE = ("the-record-can-be-read", "addresses-are-kept", "moved-addresses-lead-to-pages",
                           "withdrawn-addresses-say-why")

# Lines added to the record: what is wrong, the lines (the last one is at fault), the rule, and words of its message or fix.
LINES = [
    ("RED04 a chain", ["/b2/ -> /safety/", "/b1/ -> /b2/"], MOVED, "write '/b1/ -> /safety/'"),
    ("RED04 a chain through a part", ["/b4/ -> /how-to/cold-pack/", "/b3/ -> /b4/#steps"], MOVED,
     "write '/b3/ -> /how-to/cold-pack/#steps'"),
    ("a loop", ["/c1/ -> /c2/", "/c2/ -> /c1/"], MOVED, "round in a circle: /c2/ -> /c1/ -> /c2/"),
    ("RED07 a page that leads to itself", ["/d/ -> /d/"], READ, "'/d/' leads to itself"),
    ("RED08 a part that is not there", ["/e/ -> /safety/check/#lst"], MOVED, "write '/e/ -> /safety/check/#list'"),
    ("a page that is not there", ["/f/ -> /safty/stop/"], MOVED, "write '/f/ -> /safety/stop/'"),
    ("RED09 an escape upwards", ["/../esc/ -> /safety/"], READ, "'/../esc/' leads out of the guide's folder"),
    ("RED09 an escape on the way", ["/x/../../esc/ -> /safety/"], READ, "leads out of the guide's folder"),
    ("RED09 an escape in disguise", ["/%2e%2e/esc/ -> /safety/"], READ, "leads out of the guide's folder"),
    ("RED09 a target outside the folder", ["/g/ -> /../../etc/passwd"], READ, "leads out of the guide's folder"),
    ("RED09 another host", ["//evil.example/ -> /safety/"], READ, "leads out of this guide"),
    ("another host as the target", ["/h/ -> https://evil.example/"], READ, "leads out of this guide"),
    ("a script as the target", ["/i/ -> javascript:alert(1)"], READ, "does not start with '/'"),
    ("RED10 markup in the target", ['/j/ -> /safety/"><script>alert(1)</script>'], READ, "holds a sign"),
    ("markup in the address", ["/<b>/ -> /safety/"], READ, "holds a sign"),
    ("a backslash", ["/k\\l/ -> /safety/"], READ, "holds a sign"),
    ("letters that are not ASCII", ["/kälte/ -> /safety/"], READ, "holds a sign"),
    ("a capital letter", ["/Old/ -> /safety/"], READ, "capital letter"),
    ("no last slash", ["/m -> /safety/"], READ, "lacks the '/'"),
    ("no target", ["/n/ ->"], READ, "is not an address"),
    ("two targets", ["/o/ -> /safety/ /index/"], READ, "holds a sign"),
    ("the same line twice", ["/p/ -> /safety/", "/p/ -> /safety/check/"], READ, "stands on line"),
    ("a page that leads to a file", ["/z/ -> /qr.svg"], MOVED, "lead to a page"),
    ("a part that leads to a file", ["/z2/ -> /safety/", "/z2/#a -> /qr.svg"], MOVED, "lead to a page"),
    ("a part whose page has gone without a word", ["/q/#part -> /safety/"], MOVED, "add the line '/q/ -> /safety/'"),
    ("a part of a live page", ["/safety/check/#lost -> /safety/signs/#now"], MOVED, "below it '{: #lost }'"),
    ("a page that is withdrawn without a day", ["/r/ !! It gave too long a time."], READ, "without a day and a reason"),
    ("a page that is withdrawn without a reason", ["/s/ !! 2027-03-01"], READ, "without a day and a reason"),
    ("a page that is withdrawn on no day", ["/t/ !! 2027-02-30 It gave too long a time."], READ, "without a day and a reason"),
    ("a page that leads to a withdrawn one", ["/v/ !! 2027-03-01 It was wrong.", "/u/ -> /v/"], MOVED,
     "write '/u/ !! 2027-03-01 It was wrong.'"),
    ("an address that was never there", ["/w/"], KEPT, "write '/w/ -> /"),
    ("a file that has gone", ["/safety/handout.pdf"], KEPT, "'/safety/handout.pdf' was published and leads nowhere now"),
    ("a part that a moved page has lost", ["/y/ -> /safety/check/", "/y/#lists"], KEPT,
     "write '/y/#lists -> /safety/check/#list'"),
]
# Lines of the record that are changed.
CHANGED = [
    ("RED06 a live page", "/safety/stop/", "/safety/stop/ -> /safety/signs/", MOVED, "write '/safety/stop/' alone"),
    ("a live part of a page", "/safety/check/#list", "/safety/check/#list -> /safety/signs/#now", MOVED,
     "write '/safety/check/#list' alone"),
]


@pytest.fixture(scope="module")
def told(recorded_small: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Guide, list[tuple[str, str, str]], str]:
    """The small guide with every bad line in its record, and what its build says."""
    folder = tmp_path_factory.mktemp("addresses") / "guide"
    shutil.copytree(recorded_small, folder)
    guide = Guide(folder)
    for _, old, new, _, _ in CHANGED:
        guide.edit(RECORD, f"{old}\n", f"{new}\n")
    guide.write(RECORD, (folder / RECORD).read_text() + "".join(f"{line}\n" for _, lines, _, _ in LINES for line in lines))
    result = guide.build()
    return guide, messages(result), result.text


def line_of(guide: Guide, text: str) -> str:
    lines = (guide.root / RECORD).read_text().splitlines()
    return f"{RECORD}:{lines.index(text) + 1}"


FAULTS = ([(name, lines[-1], rule, says) for name, lines, rule, says in LINES]
          + [(name, new, rule, says) for name, _, new, rule, says in CHANGED])


@pytest.mark.parametrize("name, line, rule, says", FAULTS, ids=[f[0] for f in FAULTS])
def test_a_bad_line_of_the_record_is_named(told, name, line, rule, says):
    guide, found, text = told
    here = [(r, message) for where, r, message in found if where == line_of(guide, line)]
    assert [r for r, _ in here] == [rule], text
    assert says in here[0][1]


def test_no_good_line_of_the_record_is_named(told):
    guide, found, _ = told
    bad = {line_of(guide, line) for _, line, _, _ in FAULTS} | {line_of(guide, "/c1/ -> /c2/")}
    assert [message for message in found if message[0] not in bad] == []


# What an author does to a page

def test_red01_a_page_that_goes_without_a_word_is_named_once_with_the_way_out(small):
    (small.root / "docs/safety/first-aid.md").unlink()
    small.edit("mkdocs.yml", "safety/first-aid.md, ", "")
    told = [m for m in messages(small.build()) if m[1] == KEPT]
    assert [where for where, _, _ in told] == [line_of(small, "/safety/first-aid/")]
    assert "write '/safety/first-aid/ -> /safety/" in told[0][2] and "!!" in told[0][2]


@pytest.mark.breaks("addresses-are-recorded")
def test_a_renamed_page_is_told_its_new_address(small):
    (small.root / PACK).rename(small.root / "docs/how-to/ice-pack.md")
    small.edit("mkdocs.yml", "how-to/cold-pack.md", "how-to/ice-pack.md")
    told = [m for m in messages(small.build()) if m[1] == KEPT]
    assert len(told) == 1 and "write '/how-to/cold-pack/ -> /how-to/ice-pack/'" in told[0][2]


def test_a_heading_that_loses_its_id_is_named(small):
    small.edit(PACK, "## Step by step {#steps}", "## One by one {#one-by-one}")
    told = [m for m in messages(small.build()) if m[1] == KEPT]
    assert [where for where, _, _ in told] == [line_of(small, "/how-to/cold-pack/#steps")]
    assert "give the heading its '{#steps}' back" in told[0][2] and "{: #steps }" in told[0][2]


def test_a_heading_that_is_reworded_keeps_its_address(small):
    small.edit(PACK, "## Step by step {#steps}", "## One step after another {#steps}")
    assert small.build().built


def with_leaflet(guide: Guide) -> Guide:
    """Give a guide one page more, about hot water, on the record."""
    guide.write(LEAFLET, HOT).edit("mkdocs.yml", "safety/first-aid.md, ", "safety/first-aid.md, safety/hot-water.md, ")
    return guide.record()


def test_a_part_that_moves_leaves_a_line_in_its_old_place(small):
    leaflet = with_leaflet(small)
    leaflet.edit(LEAFLET, "## The bath {#bath}\n\nFill it slowly.\n",
                 "The bath is now [under the stop signs](stop.md#bath).\n{: #bath }\n")
    leaflet.edit("docs/safety/stop.md", "Stop when it hurts.\n",
                 "Stop when it hurts.\n\n## The bath {#bath}\n\nFill it slowly.\n")
    told = [m for m in messages(leaflet.build()) if m[1] == KEPT]
    assert told == []
    assert leaflet.record().build().built


@pytest.mark.parametrize("file, old, new, lost", [
    ("docs/_data/claims.yml", "- id: ben-01", "- id: ben-09", "/evidence/#claim-ben-01"),
    ("docs/_data/glossary.yml", "- id: frostbite", "- id: frost-bite", "/glossary/#frostbite"),
    ("docs/_data/contraindications.yml", "- id: raynauds", "- id: raynaud", "/safety/#raynauds"),
    ("docs/_data/red_flags.yml", "- id: heart-attack", "- id: heart", "/safety/signs/#heart-attack"),
    ("docs/_data/references.yml", "- id: smith-2010", "- id: smith-2011", "/evidence/#ref-smith-2010"),
])
def test_a_claim_a_term_and_a_safety_entry_keep_their_addresses(small, file, old, new, lost):
    small.edit(file, old, new)
    assert line_of(small, lost) in [where for where, rule, _ in messages(small.build()) if rule == KEPT]


def test_red13_two_sources_for_one_address_are_refused(small):
    small.write("docs/how-to/cold-pack/index.md", (small.root / PACK).read_bytes())
    assert small.build().line("one-page-per-address") == f"{PACK}:1"


@pytest.mark.breaks("ids-are-permanent")
def test_red15_an_id_that_is_not_ascii_is_refused_for_headings_and_all_else(small):
    small.edit("docs/about/index.md", "Who writes this guide.\n",
               "Who writes this guide.\n\n## 冷敷\n\nIce.\n\nA line.\n{: #Kälte }\n")
    result = small.build()
    assert result.line("headings-are-permanent") == place(small, "docs/about/index.md", "## 冷敷")
    assert result.line("ids-are-permanent") == place(small, "docs/about/index.md", "{: #Kälte }")
    assert "write '## 冷敷 {#" in result.text


@pytest.mark.breaks("addresses-differ-by-more-than-case")
def test_addresses_with_capitals_are_refused_in_any_built_folder(small):
    for name in ("Ice/index.html", "ice/index.html", "Big/index.html"):
        path = small.root / "site" / name
        path.parent.mkdir()
        path.write_text("<main>Ice</main>")
    built = read_built(small.root / "site")
    found = check(read(small.root, built.site_url), built)
    heard(found)
    told = [str(p) for p in found if p.rule == "addresses-differ-by-more-than-case"]
    assert (len(told) == 2 and "'Ice/index.html' and 'ice/index.html' differ only" in told[1]
            and "name it 'big/index.html'" in told[0])


# Writing the record

def test_new_addresses_are_added_by_a_command_and_nothing_is_removed(small):
    before = (small.root / RECORD).read_text()
    small.edit(PACK, "## Step by step {#steps}", "## Before you start {#before}\n\nRead it.\n\n## Step by step {#steps}")
    result = small.build()
    assert result.rules == {"addresses-are-recorded"} and "/how-to/cold-pack/#before" in result.text
    small.record()
    assert (small.root / RECORD).read_text() == before + "/how-to/cold-pack/#before\n"
    assert small.build().built


def test_a_guide_that_is_not_fit_to_be_published_promises_nothing(small, monkeypatch):
    before = (small.root / RECORD).read_bytes()
    small.edit(PACK, "## Step by step {#steps}",
               "## Before you start {#befor}\n\nSee [the check](chek.md).\n\n## Step by step {#steps}")
    monkeypatch.setenv("RECORD_ADDRESSES", "yes")
    assert not small.build().built
    assert (small.root / RECORD).read_bytes() == before


def test_the_record_names_every_kind_of_address(real_built):
    kept = published(real_built)
    for kind in ("/", "/how-to/cold-pack/", "/how-to/cold-pack/#steps", "/evidence/#claim-sci-01", "/evidence/#ref-myrer-2001",
                 "/glossary/#frostbite", "/glossary/a-z/"):
        assert kind in kept, kind
    assert not [a for a in kept if "#note-" in a or "#letter-" in a or "/assets/" in a or "404" in a]


def test_every_page_heading_claim_term_and_safety_entry_of_the_real_guide_is_published(real_site, real_built):
    kept = published(real_built)
    wanted = {f"/{page.url}" for page in real_site.pages.values()}
    wanted |= {f"/{page.url}#{heading.id}" for page in real_site.pages.values() for heading in headings(page)}
    wanted |= {f"/evidence/#claim-{id}" for id in real_site.claims} | {f"/evidence/#ref-{id}" for id in real_site.references}
    wanted |= {f"/glossary/#{id}" for id in real_site.glossary} | {f"/safety/#{id}" for id in real_site.contraindications}
    wanted |= {f"/safety/signs/#{id}" for id in real_site.red_flags}
    assert wanted - kept == set()


# Reading the record

@pytest.mark.parametrize("address, leads", [
    ("/a/", "/b/"), ("/a/#x", "/b/#x"), ("/a/#y", "/c/#z"), ("/a/handout.pdf", "/b/handout.pdf"), ("/a/leaf.pdf", "/c/sheet.pdf"),
    ("/p/", "/c/#part"), ("/p/#x", "/c/#x"), ("/p/handout.pdf", "/c/handout.pdf"), ("/a/below/", ""), ("/b/", ""), ("/gone/", ""),
    ("/gone/#x", ""), ("/unknown/", ""),
])
def test_a_part_and_a_file_follow_their_page_unless_they_have_their_own_way(address, leads):
    assert RECORD_OF_MOVES.leads_to(address) == leads


@pytest.mark.parametrize("address, gone", [("/gone/", True), ("/gone/#x", True), ("/gone/handout.pdf", True),
                                           ("/gone/kept.pdf", False), ("/gone/below/", False), ("/a/", False)])
def test_what_belongs_to_a_withdrawn_page_is_withdrawn_with_it(address, gone):
    assert bool(RECORD_OF_MOVES.withdrawn(address)) == gone


RECORD_OF_MOVES: AddressRecord = parse("""# A comment
/a/ -> /b/
/a/#x
/a/#y -> /c/#z
/a/handout.pdf
/a/leaf.pdf -> /c/sheet.pdf
/p/ -> /c/#part
/gone/ !! 2027-03-01 It gave too long a time.
/gone/#x
/gone/handout.pdf
/gone/kept.pdf -> /c/sheet.pdf
""")


def test_the_record_of_the_real_guide_can_be_read_and_holds_real_days():
    for entry in read_record(ROOT):
        assert not entry.fault and page_of(entry.address)
        assert not entry.reason or datetime.date.fromisoformat(entry.day)


# What the built folder holds for addresses that were left

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
    assert page.attribute("html", "lang") == "en-GB"
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


def test_a_page_that_is_renamed_takes_its_files_along_and_leaves_them_where_they_were(small):
    before = {name for name in small.files() if name.startswith("how-to/cold-pack/") and not name.endswith("index.html")}
    (small.root / PACK).rename(small.root / "docs/how-to/ice-pack.md")
    small.edit("mkdocs.yml", "how-to/cold-pack.md", "how-to/ice-pack.md")
    small.edit("docs/index.md", "how-to/cold-pack.md", "how-to/ice-pack.md")
    small.edit(RECORD, "/how-to/cold-pack/\n", "/how-to/cold-pack/ -> /how-to/ice-pack/\n").record()
    after = small.files()
    assert (b'id="kit-how-to-cold-pack"' in after["therapists/kit/index.html"]
            and b'id="by-page-how-to-cold-pack"' in after["evidence/index.html"])
    assert before and {name for name in before if after[name] != after[name.replace("cold-pack", "ice-pack")]} == set()
    assert b'rel="canonical" href="https://small.example/guide/how-to/ice-pack/"' in after["how-to/cold-pack/index.html"]


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
