"""The record of addresses: a bad line is named, new addresses are added by a command, and what stands in it is followed."""

import datetime
import shutil
from pathlib import Path

import pytest

from guide import ROOT, Guide, messages
from press.address import page_of
from press.address_record import RECORD, AddressRecord, parse, read_record
from press.addresses import published
from press.calls import headings
from slips import PACK

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
    ("two changes that were not brought together", ["/p1/ -> /safety/", "======="], READ, "keep the lines of both changes"),
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
