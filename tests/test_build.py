"""The build keeps its promises: one commit gives one set of bytes, whatever goes wrong leaves the last good site,
and the look is only a look."""

import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
import yaml

from guide import ROOT, Guide, Result
from press import publish
from press.__main__ import main
from press.built import Built, read_built

MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def run(guide: Guide, *arguments: str, before: Callable[[], None] | None = None, **environment: str) -> Result:
    """Build a guide by the command, which takes a second longer to start; `before` is called in the new process first."""
    done = subprocess.run([*MKDOCS, *arguments], cwd=guide.root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
                          capture_output=True, text=True, timeout=120, preexec_fn=before)
    return Result(done.returncode == 0, done.stderr)


@pytest.fixture
def own_press(small: Guide) -> Guide:
    """The small guide with a copy of the press beside its hook, as in a clone."""
    shutil.copytree(ROOT / "scripts/press", small.root / "scripts/press")
    return small


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


def test_the_site_lives_under_a_path_and_at_a_root(small, monkeypatch):
    for url in ("https://root.example/", "https://name.example/some-repo/"):
        monkeypatch.setenv("SITE_URL", url)
        result = small.build("out")
        assert result.built, result.text
        built = read_built(small.root / "out")
        assert built.site_url == url
        assert f'href="{built.base}safety/' in built.pages["404.html"].html


@pytest.fixture(params=["small", pytest.param("real", marks=pytest.mark.slow)])
def twice(request, tmp_path) -> tuple[Guide, Built]:
    """A guide to build, and how it was built with our look."""
    if request.param == "small":
        guide = request.getfixturevalue("small")
        return guide, read_built(request.getfixturevalue("recorded_small") / "site")
    built = request.getfixturevalue("real_built")
    guide = Guide.real(tmp_path / "guide")
    if (kept := built.folder.with_name(".cache")).exists():  # handouts, cards and codes have looks of their own
        shutil.copytree(kept, guide.root / ".cache")
    return guide, built


def test_with_the_look_set_aside_the_stock_theme_shows_every_note_and_claim(twice):
    guide, with_our_look = twice
    for path in (guide.root / "overrides").iterdir():
        if path.name not in ("snippets", "outputs"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    result = guide.build()
    assert result.built, result.text
    assert "the look is set aside" in result.text
    stock = read_built(guide.root / "site")
    assert "assets/stylesheets/" in stock.pages["index.html"].html
    for sign in ("data-note", "data-claim"):
        ours, theirs = ({name: [node.attributes[sign] for node in page.article.css(f"[{sign}]")]
                         for name, page in built.pages.items() if name != "404.html"} for built in (with_our_look, stock))
        assert theirs == ours and any(ours.values())


def test_authors_folders_and_templates_are_not_published(real_built):
    assert not [name for name in real_built.files if "_data" in name or "_notes" in name
                or name.endswith((".md", ".yml", ".map"))]


def test_every_address_of_the_contract_exists(real_built):
    for url in ("", "science/", "benefits/", "how-to/", "who/", "safety/", "therapists/", "evidence/", "glossary/",
                "about/", "privacy/", "accessibility/", "safety/signs/", "safety/check/"):
        assert real_built.page_at(url), url
    assert "404.html" in real_built.pages


def test_claims_references_terms_and_safety_entries_have_their_addresses(real_site, real_built):
    wanted = {"evidence/": [f"claim-{id}" for id in real_site.claims] + [f"ref-{id}" for id in real_site.references],
              "glossary/": list(real_site.glossary), "safety/": list(real_site.contraindications),
              "safety/signs/": list(real_site.red_flags)}
    for url, ids in wanted.items():
        assert not set(ids) - set(real_built.page_at(url).ids), url


def test_a_site_built_for_another_address_is_not_published(recorded_small, capsys):
    for url, code in (("https://small.example/guide/", 0), ("https://name.github.io/repo/", 1)):
        assert main(["--root", str(recorded_small), "check", str(recorded_small / "site"), "--published-at", url]) == code
        assert ("published-address" in capsys.readouterr().out) == bool(code)


def told(guide: Guide, result: Result, before: dict[str, bytes], where: str, rule: str) -> None:
    """Check that a build was stopped in words, at a place, by a rule, and that the last good site stays."""
    lines = result.text.splitlines()
    at = [number for number, line in enumerate(lines) if line.startswith(where) and line.endswith(f"[{rule}]")]
    assert not result.built and at, result.text
    assert lines[at[0] + 1].strip().startswith("Fix: ")
    assert "Traceback" not in result.text
    assert guide.files() == before


def test_a_disk_that_takes_no_more_is_told_and_leaves_the_last_good_site(own_press):
    before = own_press.files()
    full = run(own_press, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)))
    told(own_press, full, before, "site: ", "site-written")


@pytest.mark.breaks("build-broke-off")
def test_another_hook_that_breaks_is_told_with_its_line(own_press):
    before = own_press.files()
    own_press.write("scripts/other.py", "def on_page_content(html, **rest):\n    return html + 1\n")
    own_press.edit("mkdocs.yml", "hooks: [scripts/hooks.py]", "hooks: [scripts/hooks.py, scripts/other.py]")
    told(own_press, run(own_press), before, "scripts/other.py:2: ", "build-broke-off")


@pytest.mark.parametrize(("file", "old", "new", "where"), [
    ("overrides/base.html", "{%- endblock %}\n</main>", "</main>", "overrides/base.html:"),
    ("overrides/base.html", '"partials/share.html"', '"partials/shares.html"', "overrides: "),
    ("overrides/base.html", "{{ page.content }}", "{{ page.nothing.at_all }}", "overrides/base.html:"),
])
@pytest.mark.breaks("templates-are-whole")
def test_a_template_that_cannot_be_filled_is_told(small, file, old, new, where):
    before = small.files()
    told(small, small.edit(file, old, new).build(), before, where, "templates-are-whole")


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
