"""Bad content is refused: where it is, what is wrong, and the fix; all of it at once; and the last good site stays."""

import html
import re

import pytest

from press.problem import FOLLOWS
from together import Slip

PACK = "docs/how-to/cold-pack.md"
STEP = "1. Wrap the cold pack in a cloth."

# What an author does wrong: (name, file, old words, new words, rule, file:line it must name, words the message must hold)
SLIPS = [
    ("an unknown note", PACK, 'note("cold-never", "cold-pack-rules")', 'note("cold-nevr", "cold-pack-rules")', "known-names",
     f"{PACK}:18", "'cold-never'"),
    ("an unknown claim", PACK, 'claim("ben-01")', 'claim("ben-10")', "known-names", f"{PACK}:15", "'ben-01'"),
    ("an unknown reference", PACK, 'cite("jones-2001")', 'cite("jones-2011")', "known-names", f"{PACK}:27", "'jones-2001'"),
    ("an unknown term", PACK, 'term("frostbite")', 'term("frostbit")', "known-names", f"{PACK}:23", "'frostbite'"),
    ("an unknown dose", PACK, 'dose("pack-time", "usual") }}.', 'dose("pack-tme", "usual") }}.', "known-names", f"{PACK}:16",
     "'pack-time'"),
    ("an unknown number of a dose", PACK, 'dose("pack-time", "usual") }}.', 'dose("pack-time", "usal") }}.', "known-names",
     f"{PACK}:16", "'usual'"),
    ("an unknown belief", PACK, 'belief("sc01")', 'belief("sc10")', "known-names", f"{PACK}:25", "'sc01'"),
    ("an unknown function", PACK, '{{ belief("sc01") }}', '{{ belef("sc01") }}', "known-names", f"{PACK}:25", "belief"),
    ("an unknown region word", PACK, STEP, '1. Ask {{ region("doctr") }}.', "known-names", f"{PACK}:22", "doctor"),
    ("a call without its id", PACK, 'claim("ben-01")', "claim()", "known-names", f"{PACK}:15", "claim"),
    ("a call that is not closed", PACK, '{{ claim("ben-01") }}', '{{ claim("ben-01") }', "known-names", f"{PACK}:", "Fix:"),
    *[(f"a call as it was meant: {typed}", PACK, old, typed, "known-names", f"{PACK}:{line}", f"Fix: write {meant}.")
      for old, typed, line, meant in (
        ('{{ claim("ben-01") }}', "{{ claim(ben-01) }}", 15, '{{ claim("ben-01") }}'),
        ('{{ claim("ben-01") }}', "{{ claim(\u201cben-01\u201d) }}", 15, '{{ claim("ben-01") }}'),
        ('{{ claim("ben-01") }}', """{{ claim("ben-01') }}""", 15, '{{ claim("ben-01") }}'),
        ('{{ claim("ben-01") }}', '{{ claim("ben-01") }', 15, '{{ claim("ben-01") }}'),
        ('{{ claim("ben-01") }}', '{{ claim "ben-01" }}', 15, '{{ claim("ben-01") }}'),
        ("{{ opening() }}", "{{ opening()", 11, "{{ opening() }}"),
        ('{{ belief("sc01") }}', '{{ beleif("sc01" }}', 25, '{{ belief("sc01") }}'),
        ('{{ note("cold-never", "cold-pack-rules") }}', '{{ note("cold-never" "cold-pack-rules") }}', 18,
         '{{ note("cold-never", "cold-pack-rules") }}'),
        ('{{ note("cold-never", "cold-pack-rules") }}', '{{ note(["cold-never", "cold-pack-rules"]) }}', 18,
         '{{ note("cold-never", "cold-pack-rules") }}'),
        ('{{ dose("pack-time", "usual") }}, and', '{{ dose("pack-time", usual) }}, and', 23, '{{ dose("pack-time", "usual") }}'),
        ('{{ term("frostbite") }}', '{% term("frostbite") %}', 23, '{{ term("frostbite") }}'),
        ('{{ cite("jones-2001") }}', '{{ cite(id="jones-2001") }}', 27, '{{ cite("jones-2001") }}'))],
    ("a call that runs code", PACK, STEP, "1. {{ note.__globals__ }}", "known-names", f"{PACK}:22", "Fix:"),
    ("a study of nobody", "docs/_data/references.yml", "authors: [Smith A, Brown B]", "authors: []", "data-fields",
     "docs/_data/references.yml:4", "'authors' is empty"),
    ("a place that nobody asks for", "docs/_data/questions.yml", "ask: [diabetic]", "ask: []", "data-fields", "docs/_data/questions.yml:3",
     "'ask' is empty"),
    ("a question that leads nowhere", "docs/_data/questions.yml", "leads_to: [safety/#older]", "leads_to: []", "data-fields",
     "docs/_data/questions.yml:4", "'leads_to' is empty"),
    ("an author without a name", "docs/_data/references.yml", "authors: [Smith A, Brown B]", 'authors: [""]', "data-fields",
     "docs/_data/references.yml:4", "'authors' is empty"),
    ("a source that is not named", PACK, 'cite("jones-2001")', "cite()", "known-names", f"{PACK}:27", "cite() names no source"),
    ("a sum", PACK, STEP, "1. {{ 7 * 7 }}", "known-names", f"{PACK}:22", "'1. {{ 7 * 7 }}'"),
    ("a text without end", PACK, STEP, '1. {{ "Wrap it. " * 999999999 }}', "known-names", f"{PACK}:22", "works something out"),
    ("a loop", PACK, STEP, "{% for n in range(99999) %}Wrap it.{% endfor %}", "known-names", f"{PACK}:22", "works something out"),
    ("a note on a condition", PACK, STEP, '{{ note("cold-never") if false }}', "known-names", f"{PACK}:22",
     "works something out"),
    ("a dose that is changed on the way", PACK, STEP, '1. {{ dose("pack-time", "limit")|replace("2", "9") }}', "known-names",
     f"{PACK}:22", "works something out"),
    ("a header that is not YAML", PACK, "title: Using a cold pack", "title: Ice: how to", "strict-yaml", f"{PACK}:2", "quotes"),
    ("an impossible date", PACK, "checked: 2026-11-22", "checked: 2026-02-30", "strict-yaml", f"{PACK}:8", "2026-02-30"),
    ("a key twice", PACK, "kind: advice", "kind: advice\nkind: advice", "strict-yaml", f"{PACK}:5", "'kind'"),
    ("a truth value in disguise", PACK, "title: Using a cold pack", "title: no", "strict-yaml", f"{PACK}:2", "quotes"),
    ("a tab in the header", PACK, "kind: advice", "\tkind: advice", "strict-yaml", f"{PACK}:4", "Fix:"),
    ("a header that is a list", PACK, "title: Using a cold pack", "- title", "strict-yaml", f"{PACK}:", "Fix:"),
    ("a header that is not first", PACK, "---\ntitle", "\n---\ntitle", "page-header", f"{PACK}:1", "'---'"),
    ("an unknown key", PACK, "topics:", "topcs:", "page-header", f"{PACK}:5", "'topics'"),
    ("no title", PACK, "title: Using a cold pack\n", "", "page-header", f"{PACK}:2", "'title'"),
    ("an empty title", PACK, "title: Using a cold pack", "title:", "page-header", f"{PACK}:2", "'title'"),
    ("another page's title", PACK, "title: Using a cold pack", "title: First aid", "titles-differ", "docs/safety/first-aid.md:2",
     "docs/how-to/cold-pack.md"),
    ("no description", PACK, "description: A page of the small guide that the tests use and then break, one thing at a time.\n",
     "", "page-header", f"{PACK}:2", "'description'"),
    ("no kind", PACK, "kind: advice\n", "", "page-header", f"{PACK}:2", "'kind'"),
    ("an unknown kind", PACK, "kind: advice", "kind: advise", "page-header", f"{PACK}:4", "'advice'"),
    ("no topics on advice", PACK, "topics: [ice-pack]\n", "", "advice-pages-have-their-parts", f"{PACK}:", "'topics'"),
    ("an unknown topic", PACK, "topics: [ice-pack]", "topics: [ice-pak, ice-pack]", "topics-are-known", f"{PACK}:5",
     "'ice-pack'"),
    ("no day of the check", PACK, "checked: 2026-11-22\n", "", "page-header", f"{PACK}:2", "'checked'"),
    ("no day of the next check", PACK, "check_by: 2027-11-22\n", "", "page-header", f"{PACK}:2", "'check_by'"),
    ("a next check before the last", PACK, "check_by: 2027-11-22", "check_by: 2026-11-21", "dates-are-in-order", f"{PACK}:9",
     "2026-11-21"),
    ("a date that is words", PACK, "checked: 2026-11-22", "checked: November", "page-header", f"{PACK}:8", "YYYY-MM-DD"),
    ("a missing image", PACK, STEP, "1. Look: ![A cold pack](pack.svg)", "links-lead-somewhere", f"{PACK}:22", "pack.svg"),
    ("an image without words", PACK, STEP, "1. Look: ![](../assets/icons/favicon.svg)", "images-have-words", f"{PACK}:22",
     "favicon.svg"),
    ("a skipped heading level", PACK, "## Step by step", "#### Step by step", "headings-in-order", f"{PACK}:20", "level"),
    ("a second title", PACK, "## Step by step", "# Step by step", "headings-in-order", f"{PACK}:20", "'##'"),
    ("a heading without an id", PACK, "## Step by step {#steps}", "## Step by step", "headings-are-permanent", f"{PACK}:20",
     "{#step-by-step}"),
    ("an id twice", PACK, "{#if-it-does-not-help}", "{#steps}", "ids-are-unique", f"{PACK}:", "'steps'"),
    ("a script", PACK, STEP, "<script>alert(1)</script>", "no-active-markup", f"{PACK}:22", "<script"),
    ("a frame", PACK, STEP, '<iframe src="x"></iframe>', "no-active-markup", f"{PACK}:22", "<iframe"),
    ("an event handler", PACK, STEP, '<p onclick="x()">Press.</p>', "no-active-markup", f"{PACK}:22", "onclick"),
    ("a style", PACK, STEP, '<p style="color:red">Red.</p>', "no-active-markup", f"{PACK}:22", "style"),
    ("a link to nowhere", PACK, STEP, "1. See [the check](../safety/chek.md).", "links-lead-somewhere", f"{PACK}:22", "chek.md"),
    ("a link to a lost part", PACK, STEP, "1. See [the steps](../safety/check.md#lst).", "links-lead-somewhere", f"{PACK}:22",
     "check.md#list"),
    ("a script in a link", PACK, STEP, "1. [Press here now](javascript:alert(1)).", "links-lead-somewhere", f"{PACK}:22",
     "javascript:"),
    ("a link that says nothing", PACK, STEP, "1. See [here](../safety/check.md).", "links-say-where-they-go",
     f"{PACK}:22", "'here'"),
    ("two links that read the same", PACK, STEP, "1. See [the list](../safety/check.md) and [The list](../safety/stop.md).",
     "links-with-the-same-words-lead-to-one-place", f"{PACK}:22", "'the list'"),
    ("two parts of a page that read the same", PACK, STEP, "1. See [the part](#steps) and [the part](#if-it-does-not-help).",
     "links-with-the-same-words-lead-to-one-place", f"{PACK}:22", "'the part'"),
    ("a placeholder", PACK, STEP, "1. TODO", "nothing-unfilled", f"{PACK}:22", "TODO"),
    ("a lost footnote", PACK, STEP, "1. Wrap it.[^9]", "nothing-unfilled", f"{PACK}:22", "[^"),
    ("a lost link", PACK, STEP, "1. Wrap [it][cloth].", "nothing-unfilled", f"{PACK}:22", "]["),
    ("a missing safety note", PACK, '{{ note("cold-never", "cold-pack-rules") }}', '{{ note("cold-never") }}',
     "required-safety-notes", f"{PACK}:", "'cold-pack-rules'"),
    ("a part left out", PACK, "## If it does not help {#if-it-does-not-help}\n\nAsk your doctor.\n", "",
     "advice-pages-have-their-parts", f"{PACK}:", "If it does not help"),
    ("an empty part", PACK, "Ask your doctor.\n", "\n", "advice-pages-have-their-parts", f"{PACK}:31", "If it does not help"),
    ("a long sentence", PACK, STEP, "1. " + "Wrap it " * 11 + ".", "words-are-plain", f"{PACK}:22", "23 words"),
    ("hard words", PACK, STEP,
     "1. " + "Contraindicated physiotherapeutic interventions necessitate individualised multidisciplinary consideration.\n" * 30,
     "words-are-plain", f"{PACK}:", "grade"),
    ("a picture from elsewhere", PACK, STEP, "1. ![A cat](https://pictures.example/cat.png)", "nothing-from-elsewhere",
     f"{PACK}:22", "pictures.example"),
    ("an unknown field of a claim", "docs/_data/claims.yml", "  grade: low", "  grde: low", "data-fields",
     "docs/_data/claims.yml:5", "'grade'"),
    ("a missing field of a claim", "docs/_data/claims.yml", "  title: Cold packs and sore knees\n", "", "data-fields",
     "docs/_data/claims.yml:1", "'title'"),
    ("a field of a claim twice", "docs/_data/claims.yml", "  kind: effect", "  kind: effect\n  kind: effect", "strict-yaml",
     "docs/_data/claims.yml:4", "'kind'"),
    ("an id of a claim twice", "docs/_data/claims.yml", "- id: saf-01", "- id: ben-01", "data-fields", "docs/_data/claims.yml:15",
     "'ben-01'"),
    ("a grade that is not one", "docs/_data/claims.yml", "  grade: low", "  grade: lowish", "data-fields",
     "docs/_data/claims.yml:5", "'low'"),
    ("a data file that is not YAML", "docs/_data/doses.yml", "- id: pack-time", "- id: [pack-time", "strict-yaml",
     "docs/_data/doses.yml:", "Fix:"),
    ("a data file that is no list", "docs/_data/beliefs.yml", "- id: sc01\n  claim", "id: sc01\nclaim", "strict-yaml",
     "docs/_data/beliefs.yml:", "Fix:"),
    ("an id that is not kebab-case", "docs/_data/glossary.yml", "- id: frostbite", "- id: Frost Bite", "data-fields",
     "docs/_data/glossary.yml:1", "lower-case"),
    ("a note under another name", "docs/_notes/cold-never.md", "id: cold-never", "id: cold-ever", "data-fields",
     "docs/_notes/cold-never.md:2", "cold-never"),
    ("an empty note", "docs/_notes/cold-never.md",
     "Do not use cold on numb or broken skin. Never use it if cold turns your fingers white.\n", "",
     "data-fields", "docs/_notes/cold-never.md:", "no words"),
    ("an unknown key of the practice", "mkdocs.yml", "  practice:", "  practice:\n    nme: River", "practice-block",
     "mkdocs.yml:3", "'name'"),
    ("a practice that is a word", "mkdocs.yml", "  practice:", "  practice: River", "practice-block", "mkdocs.yml:2", "Fix:"),
    ("a bad email of the practice", "mkdocs.yml", "  practice:", "  practice:\n    email: hello at river", "practice-block",
     "mkdocs.yml:3", "hello at river"),
    ("a bad website of the practice", "mkdocs.yml", "  practice:", "  practice:\n    website: river.example", "practice-block",
     "mkdocs.yml:3", "https://"),
    ("a bad phone of the practice", "mkdocs.yml", "  practice:", '  practice:\n    phone: "ring us"', "practice-block",
     "mkdocs.yml:3", "ring us"),
    ("a phone number without quotes", "mkdocs.yml", "  practice:", "  practice:\n    phone: 0123456", "strict-yaml",
     "mkdocs.yml:3", "quotes"),
    ("an unknown region", "mkdocs.yml", "  practice:", "  practice:\n    region: ukk", "practice-block", "mkdocs.yml:3", "'uk'"),
    ("a colour too pale to read", "mkdocs.yml", "  practice:", '  practice:\n    colours: {cold: "#5dade2"}', "practice-block",
     "mkdocs.yml:3", "to 1"),
    ("a reviewer without a day", "mkdocs.yml", "  practice:",
     "  practice:\n    reviewer: {name: B. Reader, credentials: physiotherapist}", "practice-block", "mkdocs.yml:3", "reviewed"),
    ("a name of 300 characters", "mkdocs.yml", "  practice:", "  practice:\n    name: " + "x" * 300, "practice-block",
     "mkdocs.yml:3", "300"),
    ("a key of the settings twice", "mkdocs.yml", "site_name: Small guide", "site_name: Small guide\nsite_name: Other",
     "strict-yaml", "mkdocs.yml:", "'site_name'"),
    *[(f"words that YAML would eat: {new}", PACK, old, new, "strict-yaml", f"{PACK}:{line}", "in quotes") for old, new, line in (
        ("actions: [Read the page first.]", "actions:\n  - Read the page. # in full", 8),
        ("title: Using a cold pack", "title: !foo bar", 2),
        ("point: Using", "point: !Always Using", 6), ("point: Using", "point: &Never Using", 6),
        ("title: Using a cold pack", "title: Pack # cold", 2),
        ("title: Using a cold pack", "title: !!str Using it", 2),
        ("point: Using a cold pack is easy", "point: Using a cold pack\n  is easy # to do", 7))],
    ("a claim that loses a word", "docs/_data/claims.yml", "says: Cold left", "says: !Never Cold left", "strict-yaml",
     "docs/_data/claims.yml:18", "'!Never'"),
    ("a claim that loses its end", "docs/_data/claims.yml", "burns the skin.", "burns the skin. # badly", "strict-yaml",
     "docs/_data/claims.yml:18", "'# badly'"),
    ("a note that loses its end", "docs/_notes/cold-never.md", "title: ", "title: Never # ", "strict-yaml",
     "docs/_notes/cold-never.md:", "in quotes"),
    ("an alias", PACK, "kind: advice", "kind: &kind advice", "strict-yaml", f"{PACK}:4", "an anchor"),
    ("a map taken in", PACK, "kind: advice", "kind: advice\n<<: {title: x}", "strict-yaml", f"{PACK}:5", "'<<'"),
    ("a review in many years", "mkdocs.yml", "  practice:",
     "  practice:\n    reviewer: {name: B. Reader, credentials: physiotherapist}\n    reviewed: 2099-01-01", "days-have-come",
     "mkdocs.yml:4", "'2099-01-01'"),
    ("a check in many years", PACK, "checked: 2026-11-22\ncheck_by: 2027-11-22", "checked: 2099-01-01\ncheck_by: 2099-12-01",
     "days-have-come", f"{PACK}:8", "'2099-01-01'"),
    ("a claim of many years to come", "docs/_data/claims.yml", "checked: 2026-11-22\n  check_by: 2028-11-22",
     "checked: 2099-01-01\n  check_by: 2099-12-01", "days-have-come", "docs/_data/claims.yml:13", "'2099-01-01'"),
    *[(f"Markdown that is not understood: {typed}", PACK, STEP, typed, "nothing-unfilled", f"{PACK}:22", f"'{sign}'")
      for typed, sign in (
        ("1. **Set the timer", "**"), ("1. Set ~~it~~ now.", "~~"), ("1. Set ==it== now.", "=="),
        ("1. Cold :ice: works.", ":ice:"), ("- [ ] Set the timer.", "[ ]"),
        ('1. Take { dose("pack-time") } now.', "{ dose("), ("```\nSet the timer.", "```"), ("1. *Set the timer.", "*"),
        ("1. __Set the timer.", "__"), ("1. See [the check] (../safety/check.md) or [it](", "]("))],
    *[(f"words as code: {typed!r}", PACK, STEP, typed, "steps-are-not-code", f"{PACK}:{line}", "'Set the timer.'")
      for typed, line in (
        ("Text.\n\n    Set the timer.", 24), ("1. `Set the timer.`", 22), ("<pre>Set the timer.</pre>", 22),
        ("```\nSet the timer.\n```", 23))],
    *[(f"hidden words: {typed}", PACK, STEP, typed, "nothing-is-hidden", f"{PACK}:22", words) for typed, words in (
        ("Set the timer.\n{: hidden }\n\n1. Wrap it.", "'hidden'"), ("1. Set <span hidden>the timer</span>.", "'hidden'"),
        ('1. Set <b aria-hidden="true">the timer</b>.', "'aria-hidden'"),
        ("<p inert>Set the timer.</p>", "'inert'"), ("1. Set <template>the timer</template>.", "'<template>'"),
        ('<p hidden="until-found">Set the timer.</p>', "'hidden'"), ("1. Wrap it. <!-- secret: a name -->", "{## … ##}"),
        ("<!-- secret: a name\nand more -->", "secret: a name"))],
    ("a comment in a note", "docs/_notes/cold-never.md", "Do not use", "<!-- a secret --> Do not use", "nothing-is-hidden",
     "docs/_notes/cold-never.md:", "'<!-- a secret -->"),
    *[(f"a number in two: {typed}", PACK, STEP, typed, "numbers-come-from-data", f"{PACK}:{line}", "'45 minutes'")
      for typed, line in (
        ("1. For 45<br>minutes.", 22), ("1. For 45<wbr> minutes.", 22), ("<div>For 45 <div>minutes.</div></div>", 22))],
    ("a note in a sentence", PACK, STEP, '1. Read {{ note("cold-never") }} now.', "pieces-stand-alone", f"{PACK}:22", "'Read'"),
    ("a note below a sentence", PACK, STEP, 'Read this.\n{{ note("cold-never") }}', "pieces-stand-alone", f"{PACK}:22",
     "'Read this.'"),
    ("a note in bold", PACK, STEP, '**Read {{ note("cold-never") }}**', "pieces-stand-alone", f"{PACK}:22", "Read"),
    ("a note without its id", PACK, STEP, "{{ note() }}", "known-names", f"{PACK}:22", "names no note"),
]
TOLD_TOGETHER = SLIPS


@pytest.mark.parametrize("slip", SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_refused_with_its_place_and_its_fix(together, slip):
    result, own = together.hear(Slip(*slip))
    assert own and not result.built, result.text


@pytest.mark.breaks("readable-files")
def test_a_page_that_is_not_utf_8_is_refused(small):
    result = small.write("docs/privacy/index.md", b"---\ntitle: Caf\xe9\n---\nText\n").build()
    assert result.line("readable-files") == "docs/privacy/index.md:2"


@pytest.mark.breaks("one-page-per-address")
def test_two_pages_with_one_address_are_refused(small):
    text = (small.root / "docs/privacy/index.md").read_text()
    assert "one-page-per-address" in small.write("docs/privacy.md", text).build().rules


@pytest.mark.parametrize("file", ["docs/notes.docx", "docs/how-to/Cold Pack.md", "docs/how-to/cold-pack.md~",
                                  "docs/assets/data.csv"])
@pytest.mark.breaks("files-that-belong")
def test_a_file_that_does_not_belong_is_refused(small, file):
    result = small.write(file, "x").build()
    assert f"{file}: " in result.text
    assert "files-that-belong" in result.rules


def test_a_linked_file_from_outside_is_refused(small, tmp_path):
    (tmp_path / "secret.md").write_text("secret")
    (small.root / "docs/secret.md").symlink_to(tmp_path / "secret.md")
    assert small.build().line("files-that-belong") == "docs/secret.md"


def test_all_problems_are_told_in_one_run(small):
    small.edit(PACK, "checked: 2026-11-22", "checked: 2026-02-30")
    small.edit("docs/index.md", 'note("cold-never"', 'note("cold-nver"')
    small.edit("docs/_data/claims.yml", "  grade: low", "  grde: low")
    small.edit("docs/safety/check.md", "Go through the list.", "Go. {{ nothing() }} {{ cite(\"nobody\") }} TODO")
    small.edit("mkdocs.yml", "  practice:", "  practice:\n    region: ukk")
    text = small.build().text
    for words in ("2026-02-30", "'cold-nver'", "'grde'", "'nothing'", "'nobody'", "TODO", "'ukk'"):
        assert words in text


def test_the_last_good_site_is_untouched_by_a_bad_build(small):
    before = small.files()
    assert before
    assert not small.edit(PACK, 'note("cold-never"', 'note("cold-nevr"').build().built
    assert small.files() == before


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_other_line_ends_and_a_byte_order_mark_change_nothing(small, ends):
    before = small.files()
    text = (small.root / PACK).read_text()
    small.write(PACK, b"\xef\xbb\xbf" + text.replace("\n", ends).encode())
    result = small.build()
    assert result.built, result.text
    assert small.files() == before


@pytest.mark.parametrize(("file", "old", "new", "cause"), [
    (PACK, "kind: advice", "Kind: advice", f"{PACK}:2: 'kind' is missing"),
    ("docs/_data/claims.yml", "grade:", "Grade:", "docs/_data/claims.yml:"),
    (PACK, "actions: [Read the page first.]", "actions: []", f"{PACK}:7: an advice page needs 'actions'"),
    ("overrides/outputs/email.txt", "{", "{{ nothere.x }}{",
     "overrides/outputs/email.txt: the template cannot be filled: 'nothere'"),
])
def test_the_cause_is_told_before_what_follows_from_it(small, file, old, new, cause):
    text = small.record().edit(file, old, new).build().text
    told = text[text.index(cause):]
    first = next(m for m in re.finditer(r"^\S+: .* \[[a-z-]+\]$", text, re.MULTILINE) if not m[0].startswith("advice"))
    assert first[0].startswith(cause), text
    assert FOLLOWS in told or "addresses-are-kept" not in told


def test_nothing_is_to_be_moved_or_removed_because_a_page_could_not_be_read(small):
    result = small.record().edit(PACK, "kind: advice", "Kind: advice").build()
    assert not {"addresses-are-kept", "nothing-is-orphaned", "links-lead-somewhere", "search-words-lead-somewhere",
                "the-menu-names-every-page"} & result.rules, result.text


def test_what_has_nothing_to_do_with_an_unread_page_is_still_told(small):
    check = "docs/safety/check.md"
    result = small.edit(PACK, "kind: advice", "Kind: advice").edit(check, "\n## ",
                                                                   "\nSee [the other list](chek.md).\n\n## ").build()
    assert "links-lead-somewhere" in result.rules and "'chek.md'" in result.text


@pytest.mark.parametrize(("file", "old", "new", "words"), [
    ("mkdocs.yml", "how-to/cold-pack.md", "Ice: how-to/cold-pack.md",
     ("'Ice: how-to/cold-pack.md' carries a name", "write '- how-to/cold-pack.md'")),
    (PACK, "topics: [ice-pack]", "topics: [ice-pack, ice-pack]", ("'topics' is a list with 'ice-pack' twice",)),
    ("mkdocs.yml", "  practice:", "  practice:\n    region: UK", ("Did you mean 'uk'?",)),
    ("mkdocs.yml", "  practice:", "  practice:\n    region: gb", ("Did you mean 'uk'?",)),
])
def test_a_slip_is_told_by_its_name(small, file, old, new, words):
    text = small.edit(file, old, new).build().text
    assert all(word in text for word in words), text
    assert "is not in the menu" not in text, text


def test_a_published_claim_that_no_page_shows_is_to_be_kept(small):
    text = small.record().edit(PACK, '{{ claim("ben-01") }}', "").build().text
    assert "Fix: use it on a page, or keep the row and add it to docs/_data/exceptions.yml" in text, text


# What a program or an author left behind, one a line.
LEFT = """a <!-- b | a --> b | {{ a }} | a }} b | {% a | a %} b | {# a | a[^1] | a][b | --8<-- a | !!! a | ??? a | TODO a
    FIXME a | Lorem ipsum a | Traceback a | jinja2.a | Undefined a | \ue000 a | \ue001 a | a {: b | {emergency} a | {advice} a
    {ed} a | As an AI a | b as an AI a | An AI language model a | a language model, I | I cannot provide medical advice a
    I cannot give medical advice a
    Here is the revised a | Here's the revised a | [insert a | [Insert a | [your name] a | Here is a simpler version a
    As of my last update a | b as of my last update a | my knowledge cutoff a | I hope this helps a | Hope this helps a | turn0search1
    oaicite a | a\\nb | â€a | Ã©a | Â a | \ufffd a"""


def test_each_thing_that_a_program_left_behind_is_named(small):
    left = [one.strip() for line in LEFT.split("\n") for one in line.split("|")]
    shown = "".join(f"<p>No {n} {html.escape(one)} z</p>" for n, one in enumerate(left))
    told = small.edit("site/about/index.html", "</article>", f"{shown}</article>").told("nothing-unfilled").text
    assert [one for n, one in enumerate(left) if f"No {n} " not in told] == []


def test_each_price_mark_and_address_is_named_and_nothing_else(small):
    sold = """‹£4.99› | ‹$ 5› | ‹€1,000› | ‹5 £› | ‹5€› | ‹5 GBP› | ‹5 USD› | ‹5 EUR› | ‹5 euro› | ‹5 euros› | ‹5 dollar›
        ‹5 dollars› | ‹5 pence› | ‹5 quid› | ‹50p› | Ice‹®› | Ice‹™› | ‹a.b+c@d-e.example›"""
    free = "5 minutes | the euro | 5 people | a@ home"
    each = lambda text: [one.strip() for line in text.split("\n") for one in line.split("|")]
    said, about = (*each(sold), *each(free)), "docs/about/index.md"
    before = (small.root / about).read_text(encoding="utf-8").rstrip("\n")
    told = small.write(about, "\n\n".join([before, *(f"It is {re.sub('[‹›]', '', one)} a." for one in said)])).told("nothing-is-sold")
    lines, first = {int(line.split(":")[1]) for line in told.text.split("\n") if line.startswith(about)}, before.count("\n") + 3
    assert [one for n, one in enumerate(said) if (first + 2 * n in lines) != (n < len(each(sold)))] == []


def test_each_way_to_hide_words_and_each_thing_that_acts_is_named(small):
    hides = ['<p hidden>a</p>', '<p inert>a</p>', '<p aria-hidden="true">a</p>', '<p popover>a</p>', "<template><p>a</p></template>",
             "<noscript>a</noscript>", "<dialog>a</dialog>"]
    names = ["hidden", "inert", "aria-hidden", "popover", "<template>", "<noscript>", "<dialog>"]
    acts = "script iframe object embed style link meta base form".split()
    attributes = ["onclick", "style", "srcdoc"]
    shown = "".join((*hides, '<p aria-hidden="false">b</p>', *(f"<{tag}></{tag}>" for tag in acts),
                    *(f'<p {name}="a">b</p>' for name in attributes), '<svg><title hidden>b</title></svg>'))
    small.edit("site/about/index.html", "</article>", f"{shown}</article>")
    told = small.told("nothing-is-hidden").text
    assert [name for name in names if f"'{name}' hides '" not in told] == [] and told.count("Fix: ") == len(names), told
    told = small.told("no-active-markup").text
    words = [*(f"<{tag}" for tag in acts), *attributes]
    assert [word for word in words if f"'{word}' does not belong" not in told] == [] and told.count("Fix: ") == len(words), told
