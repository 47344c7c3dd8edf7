"""One checker runs every rule on any built folder, whoever built it, in words for people and in JSON for programs."""

import json

import markdown
import pytest

from guide import HEARD, MESSAGE, ROOT
from press import rules
from press.__main__ import main
from press.problem import Problem
from press.reading import read
from press.rules import REGISTER


@pytest.fixture
def check(capsys):
    """Return the exit code of `press check`, and what it printed."""

    def run(folder, *arguments: str, root=ROOT) -> tuple[int, str]:
        code = main(["--root", str(root), "check", str(folder), *arguments])
        out = capsys.readouterr().out
        HEARD.extend(MESSAGE.finditer(out))
        return code, out

    return run


@pytest.mark.parametrize("which", ["small", pytest.param("real", marks=pytest.mark.slow)])  # a build asks the same of the real one
def test_the_checker_finds_nothing_in_the_good_guide(check, request, which):
    root = request.getfixturevalue("recorded_small") if which == "small" else ROOT
    folder = root / "site" if which == "small" else request.getfixturevalue("real_folder")
    code, out = check(folder, "--json", root=root)
    assert (code, json.loads(out)) == (0, {"stops": 0, "problems": []})


def test_the_checker_tells_programs_what_it_tells_people(check, small):
    small.edit("site/how-to/cold-pack/index.html", 'data-note="cold-never" data-form="text"', "hidden")
    code, out = check(small.root / "site", "--json", root=small.root)
    told = json.loads(out)
    assert code == 1 and told["stops"] == len(told["problems"]) > 0
    assert {"where", "line", "says", "fix", "rule", "stops", "follows"} == set(told["problems"][0])
    problems = [Problem(**problem) for problem in told["problems"]]
    assert {problem.where for problem in problems if problem.rule == "required-safety-notes"} == {"docs/how-to/cold-pack.md"}
    assert {problem.rule for problem in problems} <= {rule.name for rule in REGISTER} | {"folder-is-as-made"}


# A file of the folder, and what became of some of its words (None: of all of it).
SINCE = [("how-to/cold-pack/index.html", "in a cloth", "in nothing"),
         ("privacy/index.html", 'og:title" content="', 'og:title" content="No '),
         ("safety/stop/index.html", "</body>", ""), ("how-to/cold-pack/share.txt", "Using a", "Using the"), ("sitemap.xml", "2026", "2036"),
         ("_headers", "frame-ancestors 'self'", "frame-ancestors *"), ("search.json", None, "{}"), ("sw.js", None, ""),
         ("guide.html", "</title>", "</title> "), ("assets/icons/icon-192.png", None, "x"), ("assets/start.js", "6000", "9000"),
         ("how-to/cold-pack/qr.svg", "</svg>", "<script/></svg>"), ("addresses.json", '"how-to/cold-pack/"', '"how-to/pack/"')]


@pytest.mark.breaks("folder-is-as-made")
def test_what_was_changed_in_a_folder_since_it_was_made_is_told(check, small):
    for file, old, new in SINCE:
        (small.write if old is None else small.edit)(f"site/{file}", *((new,) if old is None else (old, new)))
    check(small.root / "site", root=small.root)
    assert {m["where"] for m in HEARD if m["rule"] == "folder-is-as-made"} == {file for file, *_ in SINCE}


@pytest.mark.parametrize("text", ["", "{", "[]"])
@pytest.mark.breaks("folder-is-as-made")
def test_a_list_of_kept_files_that_cannot_be_read_is_told(check, small, text):
    _, out = check(small.write("site/offline.json", text).root / "site", root=small.root)
    assert "offline.json: 'offline.json' is missing, or cannot be read. [folder-is-as-made]" in out


@pytest.mark.parametrize("which", ["small", pytest.param("real", marks=pytest.mark.slow)])
def test_of_a_folder_with_raw_calls_from_another_builder_every_page_is_named(check, request, tmp_path, which):
    """A builder that ignores our hooks publishes `{{ note("…") }}` as text and calls it fine."""
    root = request.getfixturevalue("recorded_small") if which == "small" else ROOT
    site = read(root)
    for page in site.pages.values():
        html = markdown.markdown(page.body, extensions=["attr_list", "tables", "fenced_code"])
        path = tmp_path / page.url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"<!doctype html><html lang=en><title>{page.title}</title><main><h1>{page.title}</h1>{html}</main></html>")
    code, out = check(tmp_path, "--json", root=root)
    assert code == 1
    told = json.loads(out)["problems"]
    by_rule = {rule: {p["where"] for p in told if p["rule"] == rule and p["line"]}
               for rule in ("required-safety-notes", "nothing-unfilled")}
    assert {page.path for page in site.pages.values() if page.kind == "advice"} == by_rule["required-safety-notes"]
    assert {page.path for page in site.pages.values() if "{{" in page.body} == by_rule["nothing-unfilled"]


def test_a_folder_that_is_not_there_is_told(check, tmp_path):
    assert check(tmp_path / "nothing")[0] == 2


def test_a_rule_that_breaks_lets_nothing_pass_and_is_told_in_words(real_site, real_built, monkeypatch):
    def run(site, built):
        raise ValueError("boom")
        yield

    monkeypatch.setattr(rules, "REGISTER", [rules.Rule("a-broken-rule", "", run, True, False)])
    found = rules.check(real_site, real_built)
    assert [(p.rule, p.stops, bool(p.fix)) for p in found if "boom" in p.says] == [("a-broken-rule", True, True)]


def test_a_folder_is_judged_by_its_guide_or_the_guide_is_asked_for(real_folder, tmp_path, capsys):
    assert main(["--root", str(tmp_path), "check", str(real_folder)]) == 2
    assert "--root FOLDER" in capsys.readouterr().err
