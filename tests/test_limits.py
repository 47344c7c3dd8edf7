"""Each limit lets pass what is at its very edge, and stops what is one step over it."""

import pytest

PACK, ABOUT, CLAIMS, REFERENCES = "docs/how-to/cold-pack.md", "docs/about/index.md", "docs/_data/claims.yml", "docs/_data/references.yml"
BESIDE = "site/how-to/cold-pack"
DESCRIPTION = "description: A page of the small guide that the tests use and then break, one thing at a time.\nkind"
EXCEPTION = "- {{id: a, rule: nothing-is-orphaned, what: smith-2010, reason: {}}}"
HARD = "Considerable multidisciplinary individualisation necessitates consideration of interdisciplinary considerations."
# The rule, the file, the words that are changed, what they may be at the most or at the least, and one step further.
EDGES = [
    ("descriptions-fit", PACK, DESCRIPTION, f"description: {'a' * 50}\nkind", f"description: {'a' * 49}\nkind"),
    ("descriptions-fit", PACK, DESCRIPTION, f"description: {'a' * 200}\nkind", f"description: {'a' * 201}\nkind"),
    ("descriptions-fit", PACK, "title: Using a cold pack", f"title: {'a' * 70}", f"title: {'a' * 71}"),
    ("advice-pages-have-their-parts", PACK, "actions: [Read the page first.]", "actions: [Read it., Rest.]",
     "actions: [Read it., Rest., Wait.]"),
    ("shared-files-exist", PACK, "kind: advice", "kind: advice\nnot_shared: it is new", "kind: advice\nnot_shared: still new"),
    ("exceptions-have-a-reason", "docs/_data/exceptions.yml", "[]", EXCEPTION.format("it is named elsewhere"),
     EXCEPTION.format("it is 1 elsewhere")),
    ("exceptions-have-a-reason", ABOUT, "topics: []", "topics: []\nmentions: {ice-pack: it is named elsewhere}",
     "topics: []\nmentions: {ice-pack: it is elsewhere}"),
    ("dates-are-in-order", PACK, "check_by: 2027-11-22", "check_by: 2027-11-23", "check_by: 2027-11-24"),
    ("dates-are-in-order", PACK, "check_by: 2027-11-22", "check_by: 2026-11-23", "check_by: 2026-11-22"),
    ("dates-are-in-order", CLAIMS, "check_by: 2028-11-22", "check_by: 2028-11-22", "check_by: 2028-11-23"),
    ("days-have-come", PACK, "checked: 2026-11-22\ncheck_by: 2027-11-22", "checked: 2028-11-22\ncheck_by: 2029-11-22",
     "checked: 2028-11-23\ncheck_by: 2029-11-22"),
    ("days-have-come", REFERENCES, "  study_type: randomised-trial", "  accessed: 2028-11-22\n  study_type: randomised-trial",
     "  accessed: 2028-11-23\n  study_type: randomised-trial"),
    ("references-are-well-formed", REFERENCES, "year: 2010", "year: 1800", "year: 1799"),
    ("practice-block", "mkdocs.yml", "  practice:", f"  practice:\n    name: {'a' * 200}", f"  practice:\n    name: {'a' * 201}"),
    ("page-size", ABOUT, "Who writes this guide.", "a" * 2000, "a" * 2001),
    ("pages-are-plain-markdown", PACK, "1. Wrap the cold pack in a cloth.", "1. PUT it NHS UK EU IN.", "1. PUT IT NEVER EVER IN."),
    *[("pages-are-plain-markdown", PACK, "1. Wrap the cold pack in a cloth.", f"1. Wrap it.{good}", f"1. Wrap it.{bad}")
      for good, bad in (
        (" Take one:\n    - a towel\n    - a scarf\n", "\n    - a towel\n    - a scarf\n"), ("\n  2. Hold it.", "\n    2. Hold it."),
        ("\n\n    Hold it.\n\n2. Rest.", "\n\n   Hold it.\n\n2. Rest."), (" Then\nhold it.", "\nHold it."),
        ("\n1. Hold it.", "\n1) Hold it."))],
    ("tables-say-what-they-hold", PACK, "1. Wrap the cold pack in a cloth.", "| What | How |\n|---|---|\n| Pack | Wet\n",
     "| What | How |\n|---|---|\n\n| Pack | Wet |\n"),
    ("words-are-plain", PACK, "Ask your doctor.", "Ask " + "a " * 18 + "man.", "Ask " + "a " * 19 + "man."),
    *[("handouts-are-plain", PACK, old, new.format("Sit down first."), new.format(HARD)) for old, new in (
        ("point: Using a cold pack is easy to read here.", "point: {}"), ("actions: [Read the page first.]", "actions: [{}]"))],
    ("emails-can-be-read", f"{BESIDE}/share.html", "<li>", '<li style="font-size:14px">', '<li style="font-size:13px">'),
    ("emails-can-be-read", f"{BESIDE}/share.html", "<li>", '<li style="color:#595959">', '<li style="color:#5a5a5a">'),
    ("safety-words-are-sealed", "docs/_notes/cold-never.md", "Do not use", "Do  not use", "Do not ever use"),
]


@pytest.mark.parametrize(("rule", "file", "old", "edge", "over"), EDGES,
                         ids=[f"{rule} {number}" for number, (rule, *_) in enumerate(EDGES)])
def test_a_limit_holds_at_its_edge(small_bench, rule, file, old, edge, over):
    for new, is_wrong in ((edge, False), (over, True)):
        assert bool([p for p in small_bench.say((file, old, new), rules=(rule,)) if p.rule == rule]) == is_wrong, new


def test_an_email_weighs_and_says_at_most_what_it_may(small_bench):
    html, text = (small_bench.read(f"{BESIDE}/share.{kind}") for kind in ("html", "txt"))
    room = 10_000 - len(html.encode())
    for more, is_wrong in ((room, False), (room + 1, True)):
        said = small_bench.say((f"{BESIDE}/share.html", "</table>", "a" * more + "</table>"), rules=("emails-look-alike-everywhere",))
        assert any("10000" in p.fix for p in said) == is_wrong
    said = small_bench.say((f"{BESIDE}/share.txt", text, "word " * 100 + text), rules=("emails-are-short",))
    own = int(said[0].says.split(" has ")[1].split()[0]) - 100
    for more, is_wrong in ((60 - own, False), (61 - own, True)):
        assert bool(small_bench.say((f"{BESIDE}/share.txt", text, "word " * more + text), rules=("emails-are-short",))) == is_wrong


def test_what_a_safety_page_keeps_is_fetched_first(small_bench):
    kept = list(small_bench.read("site/offline.json").split('"')[1::4])
    first = next(n for n, path in enumerate(kept) if path.startswith("safety/"))
    assert first > 3 and len(kept) - first > 3 and all(path.startswith("safety/") for path in kept[first:]), kept
