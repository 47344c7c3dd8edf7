"""Once a week somebody is told which outside links are dead and which checks fall due; no build asks anything."""

import json
import socket

import pytest
import yaml

from guide import ROOT, Guide
from outside import DAY, QUICK, Outside
from press import outside_report
from press.__main__ import main
from press.built import read_built
from press.outside import Answer, ask_all
from press.outside_report import outside_addresses
from press.reading import read


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What addresses outside this computer answer, by verdict: nobody asks them."""
    verdict = {"verdict": "good"}

    def here_alone(places, manner):
        near = [a for a in places if a.startswith("http://127.")]
        return ask_all(near, QUICK) | {a: Answer(a, verdict["verdict"], "as told") for a in places if a not in near}

    monkeypatch.setattr(outside_report, "ask_all", here_alone)
    return verdict


@pytest.fixture
def linked(small: Guide, outside: Outside, answers: dict[str, str]) -> tuple[Guide, Outside]:
    """The built small guide, whose studies and pages link to the server."""
    for path in (small.root / "site").rglob("*.html"):
        path.write_text(path.read_text().replace("https://doi.org/10.1000/small.1", f"{outside.url}/404"))
    about = small.root / "site/about/index.html"
    about.write_text(about.read_text().replace("Who writes this guide.",
                                               f'<a href="{outside.url}/moved#part">Writers</a> <a href="{outside.url}/403">Doors</a>'))
    small.edit("docs/_data/references.yml", "link: https://doi.org/10.1000/small.1", f"link: {outside.url}/404")
    return small, outside


def told(guide: Guide, due: int = 60, original: str = "") -> tuple[str, bool]:
    built = read_built(guide.root / "site")
    return outside_report.report(read(guide.root, built.site_url), built, DAY, due, original, QUICK)


def test_a_dead_study_is_named_with_its_reference_claim_and_pages(linked):
    guide, outside = linked
    text, to_do = told(guide)
    assert to_do
    line = next(line for line in text.splitlines() if "404 Not Found" in line)
    assert line.startswith(f"- `{outside.url}/404`: 404 Not Found.")
    for words in ("Reference `smith-2010` (`docs/_data/references.yml:1`).", "Claims: `ben-01`", "/how-to/cold-pack/",
                  "/evidence/"):
        assert words in line
    assert text.index("## Dead") < text.index("## Moved for good") < text.index("## Forbidden")
    assert f"It is now `{outside.url}/good`." in text and "Pages: /about/." in text


def test_checks_that_fall_due_are_named_the_most_urgent_first(linked):
    guide, _ = linked
    guide.edit("docs/about/index.md", "check_by: 2027-11-22", "check_by: 2027-01-20")
    guide.edit("docs/privacy/index.md", "check_by: 2027-11-22", "check_by: 2026-11-21")
    due = [line for line in told(guide)[0].splitlines() if line.startswith("- by ")]
    assert due == ["- by 2026-11-21: page /privacy/, “Privacy” (`docs/privacy/index.md:8`). It is overdue.",
                   "- by 2027-01-20: page /about/, “About” (`docs/about/index.md:8`)."]
    assert len([line for line in told(guide, due=58)[0].splitlines() if line.startswith("- by ")]) == 1
    assert "claim ben-01" in told(guide, due=3000)[0]


def test_nothing_to_do_is_told_too(small, answers):
    text, to_do = told(small)
    assert not to_do and "are good" in text and "##" not in text


def test_what_only_programs_are_refused_opens_no_issue(small, answers):
    answers["verdict"] = "forbidden"
    text, to_do = told(small)
    assert not to_do and "## Forbidden" in text


def test_a_copy_learns_what_its_original_has_withdrawn(small, outside, answers, monkeypatch):
    listed = {"withdrawn": {"how-to/cold-pack/": ["2027-03-01", "It gave too `long` a time.\n# @all"],
                            "elsewhere/": ["2027-03-01", "Not here."]}}

    def answer(handler):
        body = json.dumps(listed).encode() if handler.path == "/guide/addresses.json" else b""
        handler.send_response(200 if body else 404)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    monkeypatch.setattr(outside, "answer", answer)
    text, to_do = told(small, original=f"{outside.url}/guide")
    assert (to_do and "- `/how-to/cold-pack/`, on `2027-03-01`: `It gave too 'long' a time. # @all`" in text
            and "elsewhere" not in text)
    text, to_do = told(small, original=f"{outside.url}/nothing/")
    assert to_do and "could not be read" in text


def test_every_study_of_the_real_guide_is_asked(real_site, real_built):
    places = outside_addresses(real_site, real_built)
    for reference in real_site.references.values():
        if reference.link or reference.doi:
            assert (reference.link or f"https://doi.org/{reference.doi}").partition("#")[0] in places
    assert not [address for address in places if address.startswith(real_built.site_url)]


def test_the_command_prints_the_report(linked, capsys):
    guide, _ = linked
    assert main(["--root", str(guide.root), "outside", str(guide.root / "site"), "--today", "2026-11-22"]) == 1
    text = capsys.readouterr().out
    assert "outside addresses were asked on 2026-11-22." in text and "404 Not Found" in text
    assert main(["--root", str(guide.root), "outside", "no-such-folder"]) == 2


# Where it runs

def test_no_build_asks_anything_outside(small, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("a build wants to go outside")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert small.build().built


def test_the_weekly_workflow_may_only_read_and_write_its_issue_and_runs_what_publishing_runs():
    folder = ROOT / ".github/workflows"
    weekly, publish = (yaml.safe_load((folder / name).read_text()) for name in ("links.yml", "publish.yml"))
    assert weekly["permissions"] == {} and weekly["jobs"]["links"]["permissions"] == {"contents": "read", "issues": "write"}
    pinned = {step["uses"] for job in publish["jobs"].values() for step in job["steps"] if "uses" in step}
    assert {step["uses"] for step in weekly["jobs"]["links"]["steps"] if "uses" in step} <= pinned
    assert "schedule" in weekly[True] and "workflow_dispatch" in weekly[True]  # YAML reads 'on' as true
    asked = next(step for step in weekly["jobs"]["links"]["steps"] if step.get("id") == "ask")
    assert "python -m press outside site" in asked["run"]
