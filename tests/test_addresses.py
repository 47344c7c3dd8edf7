"""An address once published is kept: whatever would lose one, or send it astray, stops the build with file, line and fix."""

import pytest

from guide import Guide, heard, messages, place
from press.address_record import RECORD
from press.built import read_built
from press.reading import read
from press.rules import check
from slips import PACK
from test_address_record import KEPT, line_of

LEAFLET = "docs/safety/hot-water.md"
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


def test_a_note_that_was_recorded_may_go_and_another_part_may_not(small):
    parts = "/how-to/cold-pack/#note-of-old\n/how-to/cold-pack/#part-of-old\n"
    small.write(RECORD, (small.root / RECORD).read_text(encoding="utf-8") + parts)
    told = small.told(KEPT).text
    assert "'/how-to/cold-pack/#part-of-old' was published" in told and "#note-of-old" not in told


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
