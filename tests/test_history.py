"""No address leaves the record: each line of any earlier version, in this branch's history, is still there."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from guide import ROOT
from press.address_record import RECORD, parse

SET_UP = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


class NoHistory(Exception):
    """There is no history to look into, or not the whole of it."""


def git(root: Path, *arguments: str) -> str:
    """Return what git prints. Raises NoHistory when it cannot answer."""
    try:
        done = subprocess.run(["git", *SET_UP, *arguments], cwd=root, capture_output=True, text=True, encoding="utf-8",
                              check=False)
    except OSError as error:
        raise NoHistory(str(error)) from error
    if done.returncode:
        raise NoHistory(done.stderr.strip())
    return done.stdout


def lost_addresses(root: Path) -> list[str]:
    """Return each address of an earlier version of the record that the present one lacks, with the commit that had it."""
    if Path(git(root, "rev-parse", "--show-toplevel").strip()).resolve() != root.resolve():
        raise NoHistory(f"{root} is not the top of a repository.")
    if git(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        raise NoHistory("This is a shallow clone.")
    path = root / RECORD
    now = set(parse(path.read_text(encoding="utf-8")).by_address) if path.exists() else set()
    lost = {}
    for commit in git(root, "log", "--full-history", "--format=%h", "--", RECORD).split():
        if git(root, "ls-tree", commit, "--", RECORD):
            then = parse(git(root, "show", f"{commit}:{RECORD}")).by_address
            lost.update({address: f"{address} stood in {RECORD} at {commit}" for address in then if address not in now})
    return sorted(lost.values())


def test_every_address_of_the_history_is_still_on_the_record():
    try:
        lost = lost_addresses(ROOT)
    except NoHistory as reason:
        if os.environ.get("CI"):
            pytest.fail(f"The history is needed to know what was published. Check out all of it (fetch-depth: 0). {reason}",
                        pytrace=False)
        pytest.skip(f"no history here: {reason}")
    assert lost == [], "Put these lines back: an address once published works for ever."


# The check itself, on histories made for it

@pytest.fixture
def past(tmp_path: Path) -> Path:
    """A repository with three versions of a record, one of them on a branch that was merged."""
    root = tmp_path / "past"
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root, "/\n/a/\n")
    git(root, "switch", "--quiet", "--create", "side")
    commit(root, "/\n/a/\n/side/\n")
    git(root, "switch", "--quiet", "main")
    commit(root, "/\n/a/ -> /b/\n/b/\n")
    git(root, "merge", "--quiet", "--no-commit", "--no-ff", "--strategy=ours", "side")
    commit(root, "/\n/a/ -> /b/\n/b/\n/side/ !! 2027-03-01 It was wrong.\n")
    return root


def commit(root: Path, record: str) -> None:
    (root / RECORD).parent.mkdir(parents=True, exist_ok=True)
    (root / RECORD).write_text(record, encoding="utf-8")
    git(root, "add", RECORD)
    git(root, "commit", "--quiet", "--message", "The record")


def test_lines_that_were_added_forwarded_or_withdrawn_are_kept(past):
    assert lost_addresses(past) == []


@pytest.mark.parametrize("record, lost", [("/\n/b/\n/side/\n", "/a/"), ("/\n/a/ -> /b/\n/b/\n", "/side/"),
                                          ("/a/ -> /b/\n/b/\n/side/\n", "/"), ("", "/")])
def test_a_line_that_was_removed_is_found_even_on_a_merged_branch(past, record, lost):
    (past / RECORD).write_text(record)
    assert lost_addresses(past)[0].startswith(f"{lost} stood in {RECORD} at ")
    commit(past, record)
    assert lost_addresses(past)[0].startswith(f"{lost} stood in {RECORD} at ")


def test_a_record_that_was_deleted_is_found(past):
    (past / RECORD).unlink()
    assert len(lost_addresses(past)) == 4


def test_a_shallow_clone_and_a_folder_without_history_are_no_proof(past, tmp_path):
    git(tmp_path, "clone", "--quiet", "--depth=1", past.as_uri(), "shallow")
    with pytest.raises(NoHistory, match="shallow"):
        lost_addresses(tmp_path / "shallow")
    shutil.rmtree(past / ".git")
    with pytest.raises(NoHistory):
        lost_addresses(past)


@pytest.mark.parametrize("told, outcome", [("true", "Failed"), ("", "Skipped")])
def test_without_history_the_test_fails_where_it_must_be_there(monkeypatch, told, outcome):
    def none(root):
        raise NoHistory("This is a shallow clone.")

    monkeypatch.setitem(globals(), "lost_addresses", none)
    monkeypatch.setenv("CI", told)
    with pytest.raises(BaseException, match="shallow") as stop:
        test_every_address_of_the_history_is_still_on_the_record()
    assert type(stop.value).__name__ == outcome


def test_the_workflow_that_publishes_checks_out_the_whole_history():
    assert "fetch-depth: 0" in (ROOT / ".github/workflows/publish.yml").read_text()
