"""What was made is kept, and made again only when something in it changed; the same words give the same bytes."""

import shutil
import time

import pytest
import typst

from guide import ROOT, Guide
from press import qr
from press.built import Built
from press.kept import Kept
from press.outputs import cards, codes, handouts, kit, messages, rich_messages, walls
from press.paper import Paper
from press.prose import Prose, prose_of
from press.reading import read
from press.sharing import shares
from slips import PACK

MAKERS = (messages, rich_messages, codes, handouts, walls, cards, kit)


def made(root):
    """Return everything that the makers of shared files make of a guide, by name."""
    site = read(root)
    prose = Prose(site)
    return {name: content for maker in MAKERS for name, content in maker.make(site, prose, Built(root / "site"))}


def test_two_guides_in_two_folders_give_the_same_bytes(recorded_small, tmp_path):
    one, two = Guide.small(tmp_path / "one"), Guide.small(tmp_path / "elsewhere/two")
    assert made(one.root) == made(two.root)


def test_what_did_not_change_is_not_made_again(small, monkeypatch):
    before = made(small.root)
    prints = []
    whole = Paper.print
    monkeypatch.setattr(Paper, "print", lambda self, template, *rest, **more: prints.append(template)
                        or whole(self, template, *rest, **more))
    assert made(small.root) == before
    assert prints == []
    small.edit(PACK, "Read the page first.", "Read the whole page first.")
    after = made(small.root)
    assert sorted(set(prints)) == ["handout.typ", "wall.typ"]
    assert {name for name in after if after[name] != before[name]} == {
        "how-to/cold-pack/share.txt", "how-to/cold-pack/share.html", "how-to/cold-pack/handout.pdf",
        "how-to/cold-pack/handout-letter.pdf", "how-to/cold-pack/wall.pdf", "therapists/kit.json"}


def test_a_changed_template_is_printed_again(small):
    before = made(small.root)
    small.edit("overrides/outputs/handout.typ", '"What to do"', '"What you can do"')
    assert made(small.root)["handout.pdf"] != before["handout.pdf"]


def test_what_is_kept_is_only_what_was_asked_for(tmp_path):
    with Kept(tmp_path) as kept:
        assert kept.get("a", lambda: b"1") == b"1"
        assert kept.get("b", lambda: b"2") == b"2"
    with Kept(tmp_path) as kept:
        assert kept.get("a", lambda: b"not made again") == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_place_that_cannot_be_written_only_costs_time(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with Kept(tmp_path / "file/folder") as kept:
        assert kept.get("a", lambda: b"1") == b"1"


@pytest.mark.parametrize("torn", [b"", b"1", b"junk" * 40])
def test_what_a_lost_power_left_torn_is_made_again(tmp_path, torn):
    with Kept(tmp_path) as kept:
        kept.get("a", lambda: b"1")
    (tmp_path / "a").write_bytes(torn)
    with Kept(tmp_path) as kept:
        assert "a" not in kept and kept.get("a", lambda: b"1") == b"1" and "a" in kept


def test_a_guide_is_built_as_before_whatever_lies_where_things_are_kept(small):
    before = small.files()
    for file in (file for file in (small.root / ".cache").rglob("*") if file.is_file()):
        file.write_bytes(file.read_bytes()[:20])
    result = small.build()
    assert result.built, result.text
    assert small.files() == before
    shutil.rmtree(small.root / ".cache")
    assert small.write(".cache", "in the way").build().built


def plain_paper():
    """Return the least processor time, in seconds, that 2,000 plain words on paper take: how quick this computer is."""
    compiler, took = typst.Compiler(font_paths=[str(ROOT / "overrides/outputs/fonts")], ignore_system_fonts=True), []
    for number in range(6):  # other words each time, as the same ones would be remembered
        start = time.process_time()
        compiler.compile(input=f"Sheet {number}. #lorem({2000 + number})".encode(), format="pdf")
        took.append(time.process_time() - start)
    return min(took)


@pytest.mark.slow
@pytest.mark.timed
def test_making_all_outputs_of_a_page_takes_little_time(tmp_path):
    """For each page at most 4 times what 2,000 plain words on paper take, in one of three runs: other programs slow this one down."""
    guide, took = Guide.real(tmp_path / "guide"), []
    pages = len(shares(prose_of(read(guide.root))))
    while len(took) < 3 and min(took, default=5) > 4:
        prose = Prose(read(guide.root))
        start = time.process_time()
        for maker in MAKERS:
            for _ in maker.make(prose.site, prose, Built(guide.root / "site")):
                pass
        took.append((time.process_time() - start) / pages / plain_paper())
        shutil.rmtree(guide.root / ".cache")
        qr._drawn.cache_clear()  # so that each run draws its codes anew, too
    assert min(took) <= 4, took
