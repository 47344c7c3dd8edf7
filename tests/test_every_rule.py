"""Every rule, and every other problem that the press can name, is broken by some test, and then names the file, the line,
the words and the fix.

Most are broken in a table: those of slips/, or SLIPS in test_evidence.py and a few more. Tests that need more are marked
`breaks("the-rule")`, and are held to it by a fixture in conftest.py. A new rule that nobody breaks fails the last test below.
"""

import ast
import re
from pathlib import Path

import pytest

import test_address_record
import test_bad_content
import test_evidence
import test_search
from guide import HEARD, MESSAGE, ROOT, heard
from press.__main__ import published_elsewhere
from press.desk import Desk
from press.reading import read
from press.rules import REGISTER
from slips import (
    PACK,
    STEP,
    built_pages,
    emails,
    facts,
    links,
    links_in_a_page,
    look,
    markdown,
    outputs,
    paper,
    scripts,
    settings,
    styles,
    words,
)
from together import Slip

SCRIPTS = ROOT / "scripts/press"

SLIPS = [slip for about in (markdown, words, facts, links, settings, look, styles, scripts, outputs, emails, paper, built_pages)
         for slip in about.SLIPS]
# Rules that look at the sources alone: what they say needs no build.
OF_SOURCES = {"words-are-spelt-right", "sentences-are-whole", "words-of-one-country-come-from-data", "nobody-is-quoted",
              "sources-are-cited-by-their-id", "no-sign-is-unseen", "headings-forbid-what-their-ids-forbid", "spelling-is-british",
              "no-word-stands-twice", "words-are-english", "words-are-in-one-alphabet", "pages-are-plain-markdown",
              "addresses-are-links", "nothing-is-sold", "descriptions-fit", "dates-are-in-order", "sources-are-named-once",
              "nothing-is-said-twice", "exceptions-have-a-reason", "outcomes-rest-on-claims", "search-words-have-one-meaning",
              "titles-differ", "calls-fit-their-sentence", "ids-name-their-own-heading", "cautions-are-kept"}
# A built folder is judged as it stands, and settings at which MkDocs itself would stop by our rules alone.
TOLD_TOGETHER = [slip for slip in SLIPS if not slip[1].startswith("site/") and slip not in settings.SLIPS]
TABLES = (SLIPS, test_bad_content.SLIPS, test_evidence.SLIPS, test_search.FAULTS)


@pytest.mark.parametrize("slip", SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_named_with_its_place_and_its_fix(request, together, slip):
    planted = Slip(*slip)
    if slip in TOLD_TOGETHER:
        result, own = together.hear(planted)
    else:
        result = planted.plant(request.getfixturevalue("small")).told(planted.rule)
        own = planted.told(result)
    assert own, result.text
    advice = all(m[0].startswith("advice  ") for m in own)
    assert (planted.rule in result.rules) != advice and (advice or not result.built), result.text


def test_a_style_that_hides_what_a_table_tells_is_named(small):
    small.edit(PACK, STEP, f"| When | How long |\n|---|---|\n| At first | A short time |\n\n{STEP}")
    small.edit("docs/assets/site.css", "/* Search */", "th { display: none; }\n/* Search */")
    told = small.build()
    assert not told.built
    assert "'th { display: none }' hides what a page says" in told.text


def test_a_rule_that_looks_at_the_sources_alone_needs_no_folder(small):
    site = read(small.root)
    assert [found for rule in REGISTER if rule.name in OF_SOURCES for found in rule.run(site, None)] == []


@pytest.mark.breaks("published-address")
def test_a_folder_built_for_another_address_is_named(real_built):
    assert "'https://other.example/'" in heard(published_elsewhere(real_built, "https://other.example/"))
    assert heard(published_elsewhere(real_built, real_built.site_url)) == ""


@pytest.mark.breaks("site-written", "page-rendered")
def test_a_build_that_breaks_off_says_why(small):
    desk = Desk(small.root, None, small.root / "site", preview=False)
    desk.page("how-to/cold-pack.md")
    for error, said in ((OSError(28, "No space left on device"), "site: the site cannot be written: No space left on device."),
                        (FileNotFoundError(2, "No such file or directory", str(small.root / "overrides/outputs/email.txt")),
                         "overrides/outputs/email.txt: the file cannot be read: No such file"),
                        (RecursionError("too deep"), f"{PACK}: Markdown could not read")):
        text = desk.broken_off(error)
        HEARD.extend(MESSAGE.finditer(text))
        assert text.startswith(said)


def marked() -> set[str]:
    """Return the rules that tests elsewhere are marked to break."""
    return {name for file in Path(__file__).parent.rglob("test_*.py")
            for marks in re.findall(r"mark\.breaks\(([^)]*)\)", file.read_text(encoding="utf-8"))
            for name in re.findall(r'"([a-z-]+)"', marks)}


def other_problems() -> set[str]:
    """Return the names of problems that the code can raise beside the rules: any name of several words, or `settings`,
    that ends a call."""
    found: set[str] = set()
    for file in SCRIPTS.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = {node.targets[0].id: node.value for node in tree.body if isinstance(node, ast.Assign)
                 and isinstance(node.targets[0], ast.Name)}
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            place = {"Problem": 4, "tell": 2}.get(getattr(call.func, "attr", getattr(call.func, "id", "")))
            if place is not None and len(call.args) > place:
                name = named.get(getattr(call.args[place], "id", ""), call.args[place])
                found |= ({name.value} if isinstance(name, ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)*", str(name.value))
                          else set())
    return found


def test_the_names_of_problems_are_found_in_the_code():
    assert {"settings", "page-size", "known-names", "strict-yaml", "site-written", "published-address"} <= other_problems()


def test_every_rule_and_every_problem_is_broken_by_a_test():
    broken = {slip[4] for table in TABLES for slip in table} | {slip[2] for slip in test_address_record.FAULTS} | marked()
    broken |= {rule for slip in links_in_a_page.IN_A_PAGE for rule in slip[2]}
    names = {rule.name for rule in REGISTER} | other_problems()
    assert sorted(names - broken) == []
    assert sorted(broken - names) == []
