"""A slip in mkdocs.yml is told before MkDocs starts: with its line and its fix, all at once.

So is a data file that is not there.
"""

import re
import subprocess
import sys

import pytest

from guide import NEUTRAL, ROOT, heard
from press.email_support import TABLE, features
from press.settings_slips import KEYS, slips

MENU = """nav:
  - index.md
  - The science:
      - science/index.md
  - Who it may help:
      - who/index.md
  - Safety:
      - safety/index.md
      - safety/check.md
"""
OURS = re.sub(r"^nav:.*", MENU, NEUTRAL, flags=re.DOTALL | re.MULTILINE)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "overrides").mkdir()
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts/hooks.py").touch()
    return tmp_path


def told(folder, text: str | bytes) -> str:
    (folder / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return heard(slips(folder))


def line_of(text: str, words: str) -> int:
    return text[:text.index(words)].count("\n") + 1


def test_the_settings_of_both_guides_are_good(folder):
    assert told(folder, OURS) == "" == told(folder, (ROOT / "mkdocs.yml").read_bytes())
    assert told(folder, (ROOT / "tests/small_guide/mkdocs.yml").read_bytes()) == ""


# (old words, new words, words whose line is named or "" for the whole file, words of the message)
SLIPS = [
    ("hooks: [scripts/hooks.py]\n", "", "", "'hooks' is missing"),
    ("scripts/hooks.py]", "scripts/hook.py]", "hooks:", "'scripts/hook.py' is not there"),
    ("[scripts/hooks.py]", "scripts/hooks.py", "hooks:", "not a list"),
    ("[scripts/hooks.py]", "[{a: b}]", "hooks:", "is not there"), ("hooks:", "hook:", "hook:", "Did you mean 'hooks'"),
    ("name: material", "name: materiel", "name: materiel", "'materiel'"),
    ("custom_dir: overrides", "custom_dir: looks", "custom_dir", "'looks'"),
    ("theme:\n  name: material\n", "theme: material\nx:\n  y: 1\n", "theme:", "'material'"),
    ("  font: false", "  fonts: false", "  fonts:", "Did you mean 'font'"), ("language: en", "language: 5", "language: 5", "'5'"),
    ("site_name: Cold and massage\n", "", "", "site_name is missing"),
    ("site_name: Cold and massage", "site_name:", "site_name:", "site_name is missing"),
    ("site_name: Cold and massage", "site_name: 5", "site_name:", "'5'"),
    ("site_name: Cold and massage", "site_name: a: b", "site_name:", "not YAML"),
    ('!ENV [SITE_URL, "https://example.org/cold-and-massage/"]', "junk", "site_url:", "'junk'"),
    ('"https://example.org/cold-and-massage/"', '"http://["', "site_url:", "'http://['"),
    *[("cold-and-massage/", address, "site_url:", f"/{address}', not the full web address of a folder")
      for address in ("guide/index.html", "#", "?x=1", "/guide/")],
    ("[SITE_URL,", "[SITE_URLL,", "site_url:", "'SITE_URLL'"), ("!ENV", "!FOO", "site_url:", "'!FOO'"),
    ("plugins: []", "plugins: [serch]", "plugins:", "'serch'"),
    ("plugins: []\n", "", "", "'plugins' is missing"), ("plugins: []", "plugins: none", "plugins:", "not a list"),
    ("  - attr_list\n", "", "markdown_extensions:", "does not name 'attr_list'"),
    ("- attr_list", "- atr_list", "- atr_list", "'atr_list'"), ("{permalink: false}", "{permalnk: false}", "- toc", "permalnk"),
    ("plugins: []", "plugins: [search]", "plugins:", "a second search"),
    ("plugins: []", "plugins: [material/search]", "plugins:", "a second search"),
    ("{permalink: false}", "{permalink: true}", "- toc", "'permalink' adds a sign"),
    ("- toc: {permalink: false}", "- toc: 5", "- toc", "options of 'toc'"),
    ("{permalink: false}", "{permalink: false, baselevel: 2}", "- toc", "'baselevel' would change the headings of every page"),
    ("- attr_list", "- attr_list\n  - smarty", "- smarty", "'smarty' changes signs"),
    ("use_directory_urls: true", "use_directory_urls: false", "use_directory_urls", "'use_directory_urls: true'"),
    ("hooks:", "docs_dir: pages\nhooks:", "docs_dir", "'pages'"), ("hooks:", "site_dir: docs\nhooks:", "site_dir", "'docs'"),
    ("hooks:", "strict: maybe\nhooks:", "strict:", "'maybe'"), ("hooks:", "colour: blue\nhooks:", "colour:", "no setting"),
    ("  practice:", "  practise:", "practise:", "Did you mean 'practice'"),
    ("  /_notes/\n", "", "exclude_docs", "'/_notes/'"), ("  /_data/\n", "  /_date/\n", "exclude_docs", "'/_data/'"),
    ("  /_data/\n", "  /_data/\n  !/_data/\n", "exclude_docs", "'/_data/' again"),
    ("  /_notes/\n", "  /_notes/\n  \\\n", "exclude_docs", "no path"), ("  practice:\n", "", "extra:", "'extra'"),
    ("exclude_docs: |\n  /_data/\n  /_notes/\n", "", "", "'/_data/'"),
    ("omitted_files: ignore", "omitted_files: never", "nav: {", "'omitted_files: never'"),
    ("  links: {", "  link: {", "  link: {", "'link'"),
    ("  name: material", "\tname: material", "\tname", "not YAML"),
    ("[scripts/hooks.py]", "[scripts/hooks.py", "hooks:", "not YAML"),
    ("  - index.md", "    index.md", "  - The science", "not YAML"),
    ("      - safety/check.md", "        safety/check.md", "      - safety/index.md", "as one line"),
    ("      - safety/check.md", "      -", "      -\n", "empty"),
    ("- safety/check.md", "- Check: safety/check.md", "- Check:", "'Check'"),
    ("- safety/check.md", "- safety/check.html", "- safety/check.html", "not a page"), ("  - index.md", "  -", "  -\n", "empty"),
    ("  - The science:", "  - The science:\n  - More:", "- The science:", "'The science' lists no pages"),
]


@pytest.mark.parametrize(("old", "new", "where", "words"), SLIPS)
def test_a_slip_is_told_with_its_line_and_its_fix(folder, old, new, where, words):
    assert old in OURS
    slip = OURS.replace(old, new, 1)
    text = told(folder, slip)
    place = f"mkdocs.yml:{line_of(slip, where)}: " if where else "mkdocs.yml: "
    assert any(line.startswith(place) and words in line + text.splitlines()[number + 1]
               for number, line in enumerate(text.splitlines()[:-1])), text
    assert text.count("Fix: ") == text.count("]\n    Fix: ") > 0


def test_a_hook_that_is_gone_is_to_be_put_back(folder):
    (folder / "scripts/hooks.py").unlink()
    text = told(folder, OURS)
    assert "'scripts/hooks.py' is not there" in text and "Fix: put that file back." in text


def test_a_page_that_is_left_out_is_told_where_it_is_left_out(folder):
    (folder / "docs/safety").mkdir(parents=True)
    (folder / "docs/safety/stop.md").touch()
    (folder / "mkdocs.yml").write_text(OURS.replace("  /_notes/\n", "  /_notes/\n  /safety/\n"), encoding="utf-8")
    assert [slip.says.partition(",")[0] for slip in slips(folder)] == ["'exclude_docs' hides the page 'safety/stop.md'"]


def test_all_slips_are_told_at_once(folder):
    slip = OURS.replace("hooks:", "hook:").replace("_notes", "notes").replace("- attr_list", "- atr_list")
    slip = slip.replace("name: material", "name: x").replace("      - who/index.md", "      -")
    assert {words for words in ("'hook'", "'hooks' is missing", "'/_notes/'", "'atr_list'", "'x'", "menu is empty")
            if words in told(folder, slip)} \
        == {"'hook'", "'hooks' is missing", "'/_notes/'", "'atr_list'", "'x'", "menu is empty"}


@pytest.mark.parametrize("key", [key for key in KEYS if f"\n{key}:" in OURS])
@pytest.mark.parametrize("value", ["", "5", "true", "word", "[1, {a: b}, ~]", "{a: [b]}", "2026-11-27"])
def test_a_setting_of_any_other_shape_breaks_nothing(folder, key, value):
    """Whatever stands there, the answer is words."""
    told(folder, re.sub(rf"^{key}:.*\n(?:[ #].*\n)*", f"{key}: {value}\n", OURS, flags=re.MULTILINE))


@pytest.mark.parametrize(("raw", "words"), [
    (OURS.replace("Cold and", "Col\u00e9 and").encode("latin-1", "replace"), f"mkdocs.yml:{line_of(OURS, 'site_name')}: byte"),
    (OURS.encode("utf-16"), "mkdocs.yml:1: byte 1 is not UTF-8"),
    (b"", "mkdocs.yml:1: the settings"), (b"- a\n", "mkdocs.yml:1: the settings"),
])
def test_a_file_of_another_kind_is_told(folder, raw, words):
    assert told(folder, raw).startswith(words)


def test_every_build_looks_at_the_settings_first_and_stops_there(folder):
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert makefile.count("$(PY) -m press.settings_slips ") == 4 and "-m mkdocs" not in makefile
    call = lambda *command: subprocess.run([sys.executable, "-m", "press.settings_slips", *command], cwd=folder,
                                           capture_output=True, text=True, timeout=60)
    (folder / "mkdocs.yml").write_text(OURS.replace("hooks:", "hook:"), encoding="utf-8")
    stopped = call("build")
    assert stopped.returncode == 1 and "'hooks' is missing" in stopped.stderr and "Traceback" not in stopped.stderr
    (folder / "mkdocs.yml").write_text(OURS, encoding="utf-8")
    assert "mkdocs" in call("--version").stdout


@pytest.mark.parametrize("content", [None, b"", b"- id: [a\n", b"id: a\n", b"\xff\xfe"])
@pytest.mark.parametrize("name", ["topics", "wording", "claims"])
def test_a_data_file_that_cannot_be_read_is_told_and_nothing_that_only_follows(small, name, content):
    file = f"docs/_data/{name}.yml"
    (small.root / file).unlink() if content is None else small.write(file, content)
    result = small.build()
    assert not result.built and file in result.text
    assert (not result.rules & {"build-broke-off", "site-written"}
            and result.rules <= {"readable-files", "strict-yaml", "data-fields"}), result.text


@pytest.mark.parametrize("content", [None, b"", b"a: b\n", b"- {", b"- {id: a}\n", b"\xff\xfe"])
def test_a_table_of_the_look_that_cannot_be_read_is_told(folder, content):
    (folder / TABLE).parent.mkdir(parents=True)
    if content is not None:
        (folder / TABLE).write_bytes(content)
    problems = []
    assert features(folder, problems) == [] and {problem.where for problem in problems} == {TABLE}


def test_a_link_inside_a_drawing_on_a_page_breaks_nothing_off(small):
    small.edit("docs/how-to/cold-pack.md", "Ask your doctor.",
               'Ask your doctor.\n\n<svg><a xlink:href="#x"><text>x</text></a></svg>\n')
    assert "build-broke-off" not in small.build().rules
