"""The workflows that publish the guide may do no more than they need, and publish what was tested."""

import os
import re
import subprocess

import pytest
import yaml

from guide import ROOT


def test_a_publication_is_never_cancelled_half_way_and_publishes_what_was_tested():
    flow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
    assert flow["concurrency"]["cancel-in-progress"] is False
    assert "'pages'" in flow["concurrency"]["group"]  # one after the other, whatever branch or button started them
    # nothing is changed between test and publication
    assert flow["jobs"]["deploy"]["needs"] == "build" and len(flow["jobs"]["deploy"]["steps"]) == 1
    steps = flow["jobs"]["build"]["steps"]
    order = [step.get("run", step.get("uses", "")) for step in steps]
    built, tested, kept = (next(n for n, does in enumerate(order) if does.startswith(start))
                           for start in ("make site", "make test", "actions/upload-pages-artifact"))
    assert built < tested < kept and steps[tested]["env"]["SITE_FOLDER"] == steps[kept]["with"]["path"] == "site"
    assert not any(step.get("continue-on-error") for job in flow["jobs"].values() for step in job["steps"])
    # built for the address it will have, and judged for that address and the day; a copy alone is only told of what is due
    address = "${{ steps.pages.outputs.base_url }}/"
    assert steps[built]["env"] == {"SITE_URL": address}
    checked = steps[order.index('make check FOLDER=site ARGS="--published-at $SITE_URL --today $(date -u +%F) $COPY"', tested, kept)]
    assert checked["env"] == {"COPY": "${{ github.event.repository.fork && '--copy' || '' }}", "SITE_URL": address}
    assert steps[kept]["with"]["include-hidden-files"] is True  # .well-known/
    assert steps[0]["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_a_workflow_may_do_no_more_than_it_needs_and_runs_no_program_but_the_ones_we_looked_at():
    texts = {name: (ROOT / ".github/workflows" / name).read_text(encoding="utf-8") for name in ("publish.yml", "links.yml")}
    publish, weekly = (yaml.safe_load(text) for text in texts.values())
    assert sorted(path.name for path in (ROOT / ".github/workflows").iterdir()) == sorted(texts)
    assert publish[True] == {"push": {"branches": ["main"]}, "pull_request": None, "workflow_dispatch": None}  # YAML reads 'on' as true
    assert re.fullmatch(r"(\S+ ){4}\S+", weekly[True]["schedule"][0]["cron"])
    assert publish["permissions"] == weekly["permissions"] == {}
    assert {name: job["permissions"] for name, job in publish["jobs"].items()} == {
        "build": {"contents": "read", "pages": "read"}, "deploy": {"pages": "write", "id-token": "write"}}
    assert weekly["jobs"]["links"]["permissions"] == {"contents": "read", "issues": "write"}
    assert publish["jobs"]["deploy"]["environment"]["name"] == "github-pages"  # no other may publish
    assert publish["jobs"]["deploy"]["if"] == "github.event_name != 'pull_request'"
    for text in texts.values():
        assert "secrets." not in text and "pull_request_target" not in text
        used = re.findall(r"uses: (.*)", text)
        assert used and all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[\d.]+", action) for action in used)


# Stands where a program does that the weekly look calls: it notes how it was called, and answers what it is told to.
STUB = """#!/bin/sh
echo "$*" >> called
echo "$ANSWER"
exit "${ENDS:-0}"
"""


@pytest.fixture
def weekly(tmp_path):
    """Runs a step of the weekly look as GitHub does; returns what it ended with, its outputs, and what it called."""
    steps = {step["name"]: step for step in
             yaml.safe_load((ROOT / ".github/workflows/links.yml").read_text(encoding="utf-8"))["jobs"]["links"]["steps"]}
    for name in (".venv/bin/python", "gh"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STUB, encoding="utf-8")
        (tmp_path / name).chmod(0o755)

    def run(name, **settings):
        files = {"GITHUB_OUTPUT": "outputs", "GITHUB_STEP_SUMMARY": "summary"}
        done = subprocess.run(["bash", "-e", "-c", steps[name]["run"]], cwd=tmp_path, capture_output=True, text=True, timeout=60,
                              env={**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}", "ANSWER": "", **files, **settings})
        read = lambda file: (tmp_path / file).read_text(encoding="utf-8") if (tmp_path / file).exists() else ""
        return done.returncode, read("outputs"), read("called")

    run.steps = steps
    return run


@pytest.mark.parametrize(("ends", "goes_on"), [(0, True), (1, True), (2, False), (70, False)])
def test_the_weekly_look_goes_on_only_when_the_look_itself_worked(weekly, ends, goes_on):
    failed, outputs, called = weekly("Ask the outside links", ENDS=str(ends), ORIGINAL_GUIDE="https://first.example/")
    assert called == "-m press outside site --original https://first.example/\n"
    assert (not failed, outputs) == (goes_on, f"status={ends}\n" if goes_on else "")
    assert weekly.steps["Ask the outside links"]["env"] == {"ORIGINAL_GUIDE": "${{ vars.ORIGINAL_GUIDE }}"}


@pytest.mark.parametrize(("status", "number", "does"), [
    ("1", "", "issue create "), ("1", "7", "issue edit 7 --body-file report.md"), ("0", "7", "issue close 7 "), ("0", "", "issue list ")])
def test_there_is_one_issue_as_long_as_something_is_to_be_done(weekly, status, number, does):
    failed, _, called = weekly("Open the issue, or bring it up to date", STATUS=status, ANSWER=number)
    assert not failed and called.splitlines()[-1].startswith(does)
    assert "issue list --label outside-links --state open " in called
    assert "issue create" not in called or "--body-file report.md" in called
    assert weekly.steps["Open the issue, or bring it up to date"]["env"]["STATUS"] == "${{ steps.ask.outputs.status }}"
