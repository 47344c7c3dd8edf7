"""What `make measure` and `make statement` do: a server like the host, fair pages for the bench,
and a statement that says only what was seen."""

import datetime
import gzip
import json
import re
import urllib.request

import pytest
import yaml

from guide import ROOT, Guide
from measure import bare, speed, statement
from measure.__main__ import pages
from measure.serve import SiteServer
from press.as_run import signed

RUN = """<testsuites><testsuite>
<testcase classname="tests.browser.test_axe" name="test_axe_finds_nothing_on_any_page_in_any_mode">
<properties><property name="cases" value="660"/><property name="pages" value="55"/>
<property name="browser" value="Chromium 156"/></properties></testcase>
<testcase classname="tests.browser.test_keyboard" name="test_each_stop_of_the_tab_key_is_good[]"/>
<testcase classname="tests.browser.test_keyboard" name="test_each_stop_of_the_tab_key_is_good[how-to/cold-pack/]">
<failure message="x"/></testcase>
<testcase classname="tests.browser.test_tour" name="test_left_out"><skipped/></testcase>
<testcase classname="tests.test_valid_html" name="test_an_error_is_found">
<properties><property name="tries" value="the checker"/></properties></testcase>
<testcase classname="tests.test_weight" name="test_about_something_else"/>
</testsuite></testsuites>"""


def test_the_statement_says_what_was_tested_and_what_failed(tmp_path):
    (tmp_path / ".cache").mkdir()
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / statement.RUN).write_text(RUN, encoding="utf-8")
    assert statement.write(tmp_path, datetime.date(2026, 11, 22)) == 2
    axe, keyboard = yaml.safe_load((tmp_path / statement.DATA).read_text(encoding="utf-8"))
    says = "A checking program (axe) finds no barrier on any page: on wide and small screens, light, dark and printed"
    assert axe == {"id": re.sub(r"\W+", "-", says.lower()), "says": says, "standard": statement.STANDARD,
                   "tested_on": datetime.date(2026, 11, 22), "cases": 660, "failed": 0, "pages": 55, "tools": ["Chromium 156"]}
    assert (keyboard["says"], keyboard["cases"],
            keyboard["failed"]) == ("You can reach everything with a keyboard, and always see where you are", 2, 1)


def test_each_test_about_accessibility_stands_behind_a_plain_sentence():
    """A new test needs a place in SAYS, or readers would be told its name. Tests that only try a checker have none."""
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py")
                        if path.stem in statement.ABOUT)
    tests = {name for name, body in re.findall(r"^def test_(\w+)(.*?)(?=^\S|\Z)", sources, re.MULTILINE | re.DOTALL)
             if '"tries"' not in body}
    assert len(tests) > 30 and tests == statement.MEANS.keys(), tests ^ statement.MEANS.keys()
    assert not [says for says in statement.SAYS if re.search(r"\d", says)], "a number would be taken for a treatment's"


@pytest.mark.parametrize(("rows", "says"), [
    ("[]", "No run of the tests has been recorded yet."),
    ("[{id: menu, says: The menu opens, standard: WCAG 2.2 level AA, tested_on: 2026-11-22, "
     "cases: 2, failed: 0, pages: 9, tools: [Chromium 156]}]", "The menu opens (2 tests)."),
    ("[{id: menu, says: The menu opens, standard: WCAG 2.2 level AA, tested_on: 2026-11-22, "
     "cases: 2, failed: 1, pages: 9, tools: [axe 4]}]", "The menu opens: 1 of 2 tests failed."),
])
def test_the_accessibility_page_shows_the_last_run(small, rows, says):
    small.write("docs/_data/accessibility.yml", signed(rows))
    page = small.root / "docs/accessibility/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n{{ accessibility_checks() }}\n", encoding="utf-8")
    result = small.build()
    assert result.built, result.text
    assert says in (small.root / "site/accessibility/index.html").read_text(encoding="utf-8")


@pytest.mark.breaks("tests-are-told-as-they-ran")
@pytest.mark.parametrize("change", [
    lambda text: text.replace("failed: 1", "failed: 0"), lambda text: text.replace("level AA", "level AAA"),
    lambda text: text.partition("- id")[0] + "- id" + text.rpartition("- id")[2], lambda text: text.partition("\n")[2]])
def test_a_hand_that_changes_what_the_tests_found_is_noticed(small, change):
    row = "- id: {}\n  says: It opens\n  standard: WCAG 2.2 level AA\n  tested_on: 2026-11-22\n  cases: 2\n  failed: 1\n  pages: 9\n"
    text = signed(row.format("a") + row.format("b"))
    assert small.write("docs/_data/accessibility.yml", text).told("tests-are-told-as-they-ran").built
    told = small.write("docs/_data/accessibility.yml", change(text)).told("tests-are-told-as-they-ran")
    assert told.line("tests-are-told-as-they-ran") == "docs/_data/accessibility.yml:1"


def test_what_is_fetched_is_pinned_and_names_no_address():
    folder = ROOT / "scripts/measure"
    lock = (folder / "package-lock.json").read_text(encoding="utf-8")
    assert not re.search(r'https?:|file:|"resolved"', lock)
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    packages = json.loads(lock)["packages"]
    for name, version in wanted.items():
        assert packages[f"node_modules/{name}"]["version"] == version and packages[f"node_modules/{name}"]["integrity"]


def test_the_server_answers_as_a_host_would(real_folder, real_built):
    with SiteServer(real_folder, real_built.base) as server:
        asked = urllib.request.Request(server.url, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as answer:
            body = answer.read()
        assert gzip.decompress(body) == (real_folder / "index.html").read_bytes()
        assert server.answers[-1].size == len(body)
        with urllib.request.urlopen(server.url + "how-to/cold-pack") as answer:
            assert answer.url == server.url + "how-to/cold-pack/"
        for path in (server.url + "nothing/", server.origin + "/nothing/", server.url + "../../etc/passwd"):
            with pytest.raises(urllib.error.HTTPError, match="404"):
                urllib.request.urlopen(path)


def test_the_bare_page_has_the_same_words_and_drawings(real_built, tmp_path):
    page = real_built.pages["how-to/cold-pack/index.html"]
    text = (bare.write_bare(page, tmp_path) / "index.html").read_text(encoding="utf-8")
    assert page.article.html in text and '<svg class="d-svg"' in text
    assert "<script" not in text and "stylesheet" not in text


def test_an_address_that_the_guide_lacks_is_told_and_nothing_is_measured(real_folder, capsys):
    assert pages(real_folder, ["/privacy/", "how-to/cold-pak/"], runs=1) == 2
    told = capsys.readouterr()
    assert "no page at: how-to/cold-pak/." in told.err
    assert not told.out


def test_the_bench_makes_the_same_pages_for_both(tmp_path):
    ours = speed.many_pages(ROOT / "tests/small_guide", tmp_path / "ours", 40)
    speed.as_stock(ours, tmp_path / "stock")
    pages = {path.relative_to(ours) for path in (ours / "docs").rglob("*.md") if "_notes" not in path.parts}
    assert len(pages) == 40
    assert pages == {path.relative_to(tmp_path / "stock") for path in (tmp_path / "stock/docs").rglob("*.md")}


def test_what_the_bench_makes_can_be_published(tmp_path):
    made = Guide(speed.many_pages(ROOT / "tests/small_guide", tmp_path / "ours", 19)).seal().record()  # or says why not
    assert "copies-1/page-2/index.html" in made.files()


def test_growth_in_step_with_the_pages_is_one():
    assert speed.exponent([{"pages": 10, "ours": 2.0}, {"pages": 1000, "ours": 200.0}]) == pytest.approx(1)
    assert speed.exponent([{"pages": 10, "ours": 2.0}, {"pages": 1000, "ours": 20000.0}]) == pytest.approx(2)
