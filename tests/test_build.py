"""The build keeps its promises: one commit gives one set of bytes, and a build that is killed or fails leaves the last good site."""

import os
import shutil
import signal
import subprocess
import time

import pytest

from command import MKDOCS, run
from guide import Guide
from press import publish
from press.preview import show_in_preview


def test_two_builds_in_other_places_times_and_tongues_are_the_same(own_press, tmp_path):
    shutil.copytree(own_press.root, tmp_path / "elsewhere" / "a copy")
    other = Guide(tmp_path / "elsewhere" / "a copy")
    first = run(own_press, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
    time.sleep(1.1)
    second = run(other, TZ="America/Los_Angeles", LC_ALL="C.UTF-8", PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="1")
    assert first.built and second.built, first.text + second.text
    assert own_press.files() == other.files()


def test_a_bad_build_ends_non_zero_without_a_traceback(own_press):
    before = own_press.files()
    own_press.edit("docs/how-to/cold-pack.md", 'claim("ben-01")', 'claim("ben-11")')
    result = run(own_press)
    assert not result.built
    assert "docs/how-to/cold-pack.md:15" in result.text
    assert "Traceback" not in result.text
    assert own_press.files() == before



def test_a_preview_shows_what_is_wrong_on_its_pages_and_leaves_the_last_good_site(small):
    before = small.files()
    small.edit("docs/how-to/cold-pack.md", 'claim("ben-01")', 'claim("ben-11")')
    small.build("preview", preview=True)
    for page in ("index.html", "how-to/cold-pack/index.html"):
        shown = (small.root / "preview" / page).read_text(encoding="utf-8")
        assert 'aria-label="Problems in this preview"' in shown and "docs/how-to/cold-pack.md:15</code>" in shown
        assert "Content-Security-Policy" not in shown  # it would stop the script that shows each change
    assert small.files() == before
    show_in_preview(small.root / "site", [])
    assert "Problems in this preview" not in (small.root / "site/index.html").read_text(encoding="utf-8")


# How far a build has come, by what then stands in the folder it builds in.
STAGES = {"when the look is there": "assets", "when a page is there": "index.html", "when a handout is there": "handout.pdf",
          "when the last file is there": "guide.html"}
# Whoever is killed at once can tidy nothing up, early or late; those who are asked to stop do the same at each stage.
QUICK = {(signal.SIGKILL, "assets"), (signal.SIGKILL, "guide.html"), (signal.SIGTERM, "index.html"), (signal.SIGINT, "handout.pdf")}


@pytest.mark.parametrize(("how", "there"), [
    pytest.param(how, there, id=f"{how.name} {when}", marks=[] if (how, there) in QUICK else pytest.mark.slow)
    for how in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT) for when, there in STAGES.items()])
def test_a_killed_build_leaves_the_last_good_site_and_no_litter(own_press, tmp_path, there, how):
    before, names, aside = own_press.files(), {p.name for p in own_press.root.iterdir()}, tmp_path / "aside"
    aside.mkdir()
    build = subprocess.Popen(MKDOCS, cwd=own_press.root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(aside)},
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                             # which is deaf when the tests run in the background of a shell
                             preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    while build.poll() is None and not list(aside.glob(f"guide-*/{there}")):
        time.sleep(0.001)
    build.send_signal(how)
    assert build.wait(timeout=60) != 0  # it was killed before its end
    if how == signal.SIGKILL:
        publish.mend(own_press.root / "site")  # as the next build does first: nobody can tidy up while being killed
    else:
        assert list(aside.iterdir()) == []
    assert own_press.files() == before
    assert {p.name for p in own_press.root.iterdir()} - {".cache"} == names - {".cache"}


def test_a_swap_that_was_killed_half_way_is_mended_by_the_next_build(own_press):
    before = own_press.files()
    (own_press.root / "site").rename(own_press.root / ".site-old")
    (own_press.root / ".site-new").mkdir()
    own_press.edit("docs/how-to/cold-pack.md", 'claim("ben-01")', 'claim("ben-11")')
    assert not run(own_press).built
    assert own_press.files() == before
    assert not list(own_press.root.glob(".site-*"))


def test_a_folder_that_cannot_be_written_is_told_in_one_line(own_press):
    (own_press.root / "taken").write_text("a file stands where the site should be")
    result = run(own_press, "--site-dir", "taken/site")
    assert not result.built
    assert "Traceback" not in result.text
    assert "Fix:" in result.text


def test_a_dirty_build_is_refused(own_press):
    assert not run(own_press, "--dirty").built
