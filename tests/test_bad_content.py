"""Bad content is refused: where it is, what is wrong, and the fix; all of it at once; and the last good site stays."""

import re

import pytest

from guide import Result
from press.problem import FOLLOWS
from slips import PACK, calls, fields, pages
from together import Slip

SLIPS = [slip for about in (calls, fields, pages) for slip in about.SLIPS]
# What stands in the practice's block would move the lines of each other: it is told by its rule alone, without a build.
OF_THE_BLOCK = [slip for slip in SLIPS if slip[4] == "practice-block"]
TOLD_TOGETHER = [slip for slip in SLIPS if slip not in OF_THE_BLOCK]


@pytest.mark.parametrize("slip", TOLD_TOGETHER, ids=[slip[0] for slip in TOLD_TOGETHER])
def test_a_slip_is_refused_with_its_place_and_its_fix(together, slip):
    result, own = together.hear(Slip(*slip))
    assert own and not result.built, result.text


@pytest.mark.parametrize("slip", OF_THE_BLOCK, ids=[slip[0] for slip in OF_THE_BLOCK])
def test_a_slip_in_the_practices_block_is_refused_with_its_place_and_its_fix(small, slip):
    assert small.told("practice-block") == Result(True, "")
    result = Slip(*slip).plant(small).told("practice-block")
    assert Slip(*slip).told(result) and not result.built, result.text


@pytest.mark.breaks("readable-files")
def test_a_page_that_is_not_utf_8_is_refused(small):
    result = small.write("docs/privacy/index.md", b"---\ntitle: Caf\xe9\n---\nText\n").build()
    assert result.line("readable-files") == "docs/privacy/index.md:2"


@pytest.mark.parametrize("file", ["docs/assets/site.css", "docs/assets/start.js", "overrides/partials/footer.html",
                                  "overrides/outputs/email.txt"])
def test_a_file_of_the_look_in_other_letters_is_refused(small, file):
    result = small.write(file, (small.root / file).read_bytes() + b"\n/* caf\xe9 */\n").build()
    assert result.line("readable-files").startswith(f"{file}:"), result.text


@pytest.mark.parametrize("file", ["docs/assets/site.css", "overrides/base.html", "overrides/outputs/email.txt"])
def test_a_sign_of_another_editor_before_a_file_of_the_look_is_named(small, file):
    small.write(file, b"\xef\xbb\xbf" + (small.root / file).read_bytes())
    assert small.told("no-sign-is-unseen").line("no-sign-is-unseen") == f"{file}:1"


@pytest.mark.breaks("one-page-per-address")
def test_two_pages_with_one_address_are_refused(small):
    text = (small.root / "docs/privacy/index.md").read_text()
    assert "one-page-per-address" in small.write("docs/privacy.md", text).build().rules


@pytest.mark.parametrize(("file", "fix"), [
    ("docs/notes.docx", "out of docs/"), ("docs/how-to/Cold Pack.md", "rename it"), ("docs/how-to/cold-pack.md~", "out of docs/"),
    ("docs/assets/data.csv", "use one of"),
    ("docs/how-to/pack.md.txt", "rename it 'pack.md'"), ("docs/how-to/pack.MD", "rename it 'pack.md'"),
    ("docs/how-to/pack.markdown", "rename it 'pack.md'"),
    ("docs/how-to/pack.png", "move it to docs/assets/, and show it with ![what it shows](../assets/pack.png)"),
])
@pytest.mark.breaks("files-that-belong")
def test_a_file_that_does_not_belong_is_refused(small, file, fix):
    result = small.write(file, "x").told("files-that-belong")
    assert result.line("files-that-belong") == file and fix in result.text


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
    (PACK, "title: Using a cold pack", "title: First aid", "docs/safety/first-aid.md:2: 'First aid' is the title of"),
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
    assert "Fix: use it on a page, or keep the row, as its address is published for ever, and add to docs/_data/exceptions" in text, text
