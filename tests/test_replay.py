"""Every address that was ever published in a history of twenty edits still leads to what it held, in a real browser."""

import re
import shutil
from pathlib import Path

import pytest

from guide import Guide
from history import EDITS, Story, begin
from measure.serve import SiteServer
from press.address_record import read_record

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def story(recorded_small: Path, tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The small guide after all twenty edits, each published before the next."""
    folder = tmp_path_factory.mktemp("story") / "guide"
    shutil.copytree(recorded_small, folder)
    told = begin(Guide(folder))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECORD_ADDRESSES", "yes")  # as `make addresses` does
        for edit in EDITS:
            told.live(edit)
    return told


def test_the_history_has_twenty_edits(story):
    assert len(EDITS) == 20 == len(story.said)


@pytest.mark.parametrize("edit", EDITS, ids=[edit.name for edit in EDITS])
def test_an_edit_is_published_or_stopped_with_the_fix(story, edit):
    first = story.said[edit.name][0]
    if edit.stopped_by:
        assert not first.built and edit.stopped_by in first.rules, first.text
        assert "    Fix: " in first.text
    else:
        assert first.built, first.text


def test_no_address_ever_published_has_left_the_record(story):
    assert len(story.held) > 60
    assert story.held.keys() <= read_record(story.guide.root).by_address.keys()


def test_every_address_ever_published_leads_to_what_it_held(story, tab):
    lost, record, folder = [], read_record(story.guide.root), story.guide.root / "site"
    with SiteServer(folder, "/guide/") as server:
        for address, word in story.held.items():
            page, sign, part = address.lstrip("/").partition("#")
            end = (record.leads_to(address) or address).lstrip("/")
            if page and not page.endswith("/"):
                answer = tab.request.get(f"{server.url}{page}?x=1")  # a file: the browser would save it
                lost += [] if answer.ok and answer.body() == (folder / end).read_bytes() else [(address, answer.status)]
                continue
            tab.goto(f"{server.url}{page}?x=1{sign}{part}")
            tab.wait_for_function("() => !document.title.includes('has moved')")
            text = tab.inner_text("main")
            if "This page was withdrawn" in text:
                good = "It told people to use hot water." in text and address.startswith("/leaflets/hot/")
            else:
                good = tab.url == server.url + re.sub("(?=#)|$", "?x=1", end, count=1) and holds(tab, part, word)
            if not good:
                lost.append((address, word, tab.url))
    assert lost == []


def holds(tab, part: str, word: str) -> bool:
    """Tell whether the place on which the browser has landed holds the word, or links to the place that does."""
    if not part:
        return word in tab.inner_text("main")
    here = tab.evaluate("""() => {
        const at = document.getElementById(location.hash.slice(1));
        let text = at ? at.textContent : "", next = at?.tagName.startsWith("H") ? at.nextElementSibling : null;
        for (; next && !/^H[1-6]$/.test(next.tagName); next = next.nextElementSibling) text += " " + next.textContent;
        const link = at && [...(at.parentElement.querySelectorAll("a"))].find(
          (a) => a.textContent.startsWith("on ") && at.compareDocumentPosition(a) & 20);
        return { there: !!at, text, link: link?.href ?? "" };
    }""")
    if here["there"] and (not word or word in here["text"]):
        return True
    if not here["link"]:
        return False
    tab.goto(here["link"])
    return word in tab.inner_text("main")


def test_the_record_needs_no_chain_after_all_that(story):
    record = read_record(story.guide.root)
    assert [entry.address for entry in record if entry.target and record.leads_to(entry.target)] == []
    assert any(entry.target for entry in record) and any(entry.reason for entry in record)
