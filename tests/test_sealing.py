"""One command seals, with a name and a day; no seal is put in, taken out or signed by nobody."""

import contextlib
import datetime
import io
import re

import pytest

from guide import Guide
from mutators.common import row_of
from press import seals
from press.__main__ import main
from press.reading import read
from test_seals import NOTE


def press(guide: Guide, *arguments: str) -> tuple[int, str, str]:
    """Return the exit code of the press's command line, what it printed, and what it printed as errors."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(["--root", str(guide.root), *arguments])
        except SystemExit as stop:  # an argument that is none
            code = stop.code
    return code, out.getvalue(), err.getvalue()


@pytest.mark.parametrize("id", ["claim-ben-01", "page-how-to-cold-pack", "reference-jones-2001", "note-cold-never",
                                "term-frostbite"])
@pytest.mark.breaks("no-seal-is-taken-out")
def test_a_seal_that_is_taken_out_by_hand_is_missed(small_bench, id):
    text = small_bench.read(seals.FILE)
    row = row_of(text, id)
    after = re.search(r"- id: (\S+)", text[text.index(row) + len(row):])[1]
    found = small_bench.say((seals.FILE, row, ""), rules=("no-seal-is-taken-out",))
    assert ([p.where for p in found] == [seals.FILE]
            and f"the seal '{id}', which stood before '{after}', was taken out by hand" in found[0].says
            and f"YYYY-MM-DD {id}" in found[0].fix)


def test_the_first_and_the_last_seal_are_missed_too(small_bench):
    text = small_bench.read(seals.FILE)
    for id in (next(iter(small_bench.site.seals)), next(reversed(small_bench.site.seals))):
        assert [p.says for p in small_bench.say((seals.FILE, row_of(text, id), ""), rules=("no-seal-is-taken-out",))
                if f"'{id}'" in p.says]


def test_a_seal_put_in_by_hand_is_named_and_sealing_mends_the_ring(small):
    row = row_of((small.root / seals.FILE).read_text(), "claim-ben-01")
    result = small.edit(seals.FILE, row, f"{row}{row.replace('claim-ben-01', 'claim-ben-09')}").told("no-seal-is-taken-out")
    assert "'claim-ben-09' was put in or moved by hand" in result.text
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23")[0] == 0
    assert small.told("no-seal-is-taken-out").built


def test_one_command_seals_with_a_name_and_a_day_and_shows_what_is_sealed(small):
    small.edit(NOTE, "Never use it", "Never, ever use it")
    assert not small.build().built
    code, out, err = press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23")
    assert code == 0, err
    assert "note-cold-never: 'Never' became 'Never, ever' in text." in out
    site = read(small.root)
    assert site.seals["note-cold-never"].checked_by == "A. Reader"
    assert site.seals["note-cold-never"].checked_on == datetime.date(2026, 11, 23)
    assert site.seals["note-cold-pack-rules"].checked_by == "the tests"
    assert small.build().built


def test_only_what_is_named_is_sealed(small):
    small.edit(NOTE, "Never use it", "Never, ever use it")
    small.edit("docs/_notes/emergency-signs.md", "now for chest pain", "for chest pain")
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23", "cold-never,", "children,cold-pack-rules")[0] == 2
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23", "cold-never,", ",cold-pack-rules")[0] == 0
    assert [now.id for now, _ in seals.each_change(read(small.root))] == ["note-emergency-signs"]


@pytest.mark.parametrize(("arguments", "code", "words"), [
    (("--by", "A. Reader", "--on", "2026-11-23", "cold-nver"), 2, "'cold-nver'"),
    (("--by", " ", "--on", "2026-11-23"), 2, "--by"),
    (("--by", "A. Reader", "--on", "yesterday"), 2, "--on"), (("--on", "2026-11-23"), 2, "--by"), ((), 2, "make seal ARGS="),
])
def test_a_slip_in_the_command_seals_nothing(small, arguments, code, words):
    before = (small.root / seals.FILE).read_text()
    ended, _, err = press(small.edit(NOTE, "Never use it", "Never, ever use it"), "seal", *arguments)
    assert ended == code
    assert words in err and "Traceback" not in err
    assert (small.root / seals.FILE).read_text() == before


def test_words_that_cannot_be_read_cannot_be_sealed(small):
    code, _, err = press(small.edit(NOTE, "Never use it", '{{ dose("nothing") }} Never use it'), "seal", "--by", "A. Reader", "--on",
                         "2026-11-23")
    assert code == 1
    assert f"{NOTE}:7" in err


def test_sealing_twice_changes_nothing(small):
    before = (small.root / seals.FILE).read_bytes()
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23")[0] == 0
    assert (small.root / seals.FILE).read_bytes() == before


@pytest.mark.parametrize("name", ["'-'", "'  '", "TBD", "12", '"\\u200b"', "Your name", "n/a"])
def test_nobody_cannot_seal(small_bench, name):
    found = small_bench.say(("docs/_data/seals.yml", "checked_by: the tests", f"checked_by: {name}"),
                            rules=("seals-have-a-name",))
    assert [(p.where, p.line) for p in found] == [("docs/_data/seals.yml",
                                                   small_bench.line("docs/_data/seals.yml", "checked_by"))]


@pytest.mark.breaks("seals-have-a-name")
def test_a_seal_of_a_day_that_has_not_come_is_named(small_bench):
    found = small_bench.say(("docs/_data/seals.yml", "checked_on: 2026-11-22", "checked_on: 2096-11-22"),
                            rules=("seals-have-a-name",))
    assert [p.line for p in found] == [small_bench.line("docs/_data/seals.yml", "checked_on")]
