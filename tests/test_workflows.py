"""The workflows that publish the guide may do no more than they need, and publish what was tested."""

import re

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
    assert any(does.startswith("make check FOLDER=site") and "--published-at" in does for does in order[tested:kept])
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
    assert publish["jobs"]["deploy"]["if"] == "github.event_name != 'pull_request'"
    for text in texts.values():
        assert "secrets." not in text and "pull_request_target" not in text
        used = re.findall(r"uses: (.*)", text)
        assert used and all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v[\d.]+", action) for action in used)
