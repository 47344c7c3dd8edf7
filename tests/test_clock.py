"""The clock: what is due is announced for 90 days, and then stops the guide's own publication, but never a practice's copy."""

import datetime
import re

import pytest

from guide import HEARD, MESSAGE, ROOT
from press.__main__ import main
from press.due import due, is_copy
from press.reading import read
from together import PACK, Slip

RULE = "checks-are-not-overdue"
DUE = {"docs/how-to/cold-pack.md:9", "docs/_data/claims.yml:14"}  # a page due on 22 November 2027, and a claim due a year later


@pytest.fixture
def check(small, capsys):
    """Return what `press check --today` says of the small guide on a day: its exit code, the places it stops at,
    and those it warns of."""

    def run(today: str, *more: str) -> tuple[int, set[str], set[str]]:
        code = main(["--root", str(small.root), "check", str(small.root / "site"), "--today", today, *more])
        said = [m for m in MESSAGE.finditer(capsys.readouterr().out) if m["rule"] == RULE]
        HEARD.extend(said)
        places = [(m[0].startswith("advice"), f"{m['where']}:{m['line']}") for m in said]
        return code, {place for advice, place in places if not advice}, {place for advice, place in places if advice}

    return run


@pytest.mark.parametrize(("today", "code", "stopped", "warned"), [
    ("2026-11-22", 0, 0, 0),  # the day of the check
    ("2027-08-23", 0, 0, 0),  # 91 days before
    ("2027-08-24", 0, 0, 1),  # 90 days before
    ("2027-11-22", 0, 0, 1),  # the last day
    ("2028-02-29", 1, 1, 0),
    ("2027-11-23", 1, 1, 0),  # one day late
    ("2028-11-23", 1, 2, 0),  # the claim is late too
])
def test_what_is_due_is_announced_and_then_stops(check, today, code, stopped, warned):
    found = check(today)
    assert found[0] == code
    assert (len(found[1] & DUE), len(found[2] & DUE)) == (stopped, warned), found


@pytest.mark.parametrize("today", ["2027-11-23", "2030-01-01"])
def test_a_copy_is_told_and_never_locked_out(small, check, today):
    code, stopped, warned = check(today, "--copy")
    assert code == 0 and not stopped and warned & DUE
    small.edit("mkdocs.yml", "  practice:", "  practice:\n    phone: \"+44 20 7946 0018\"")
    site = read(small.root)
    assert is_copy(site)
    assert not any(problem.stops for problem in due(site, datetime.date.fromisoformat(today), copy=is_copy(site)))


def test_each_page_and_claim_is_on_the_clock(real_site):
    found = list(due(real_site, datetime.date(2100, 1, 1), copy=False))
    assert len(found) == len(real_site.pages) + len(real_site.claims) and all(problem.stops and problem.line for problem in found)


@pytest.mark.breaks("checks-are-not-overdue")
def test_a_check_from_the_future_stops_copies_too(check):
    code, stopped, _ = check("2026-11-20", "--copy")
    assert code == 1 and "docs/how-to/cold-pack.md:8" in stopped


def test_a_review_from_the_future_stops_copies_too(small, check):
    small.edit("mkdocs.yml", "  practice:",
               "  practice:\n    reviewer: {name: B. Reader, credentials: physiotherapist}\n    reviewed: 2026-12-24")
    assert check("2026-12-22", "--copy")[1] == {"mkdocs.yml:4"}
    assert check("2026-12-23", "--copy")[1] == set()


def test_a_copy_whose_review_is_older_than_its_pages_is_told_and_not_locked_out(small):
    result = small.edit("mkdocs.yml", "  practice:",
                        "  practice:\n    reviewer: {name: B. Reader, credentials: physiotherapist}\n    reviewed: 2026-11-21").build()
    assert (result.built and "mkdocs.yml:4: the review of '2026-11-21' is older" in result.text
            and "[days-have-come]" in result.text)


def test_a_check_of_tomorrow_is_a_check_of_today_further_east(check):
    assert check("2026-11-21") == (0, set(), set())


@pytest.mark.parametrize("today", ["2027-02-29", "2027-13-01", "22.11.2027", "tomorrow", ""])
def test_a_day_that_is_none_is_refused(check, today):
    with pytest.raises(SystemExit) as stop:
        check(today)
    assert stop.value.code == 2


TOLD_TOGETHER = [
    Slip(day, PACK, "check_by: 2027-11-22", f"check_by: {day}", "page-header", f"{PACK}:9", f"'check_by' is '{day}'")
    for day in ("2027-02-29", "2027-04-31", "0000-01-01", "2027-1-1", "20271122", "2027-W47-1", "2027-11-22 10:00", "next year")]


@pytest.mark.parametrize("slip", TOLD_TOGETHER, ids=lambda slip: slip.what)
def test_an_impossible_date_is_refused_where_it_stands(together, slip):
    result, own = together.hear(slip)
    assert own and not result.built, result.text


def test_no_part_of_a_build_asks_for_the_day():
    asking = [file.name for file in (ROOT / "scripts/press").rglob("*.py")
              if re.search(r"\.(today|now|utcnow)\(|time\.time\(|localtime", file.read_text(encoding="utf-8"))]
    assert asking == ["__main__.py"]  # the look at outside links counts from today
