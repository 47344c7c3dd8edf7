"""Safety words are sealed: a change stops the build and is shown word by word, until somebody puts their name to it."""

import datetime
import subprocess
import sys

import pytest
from guide import ROOT, Guide
from press import seals
from press.reading import read

NOTE, PACK, TOPICS = "docs/_notes/cold-never.md", "docs/how-to/cold-pack.md", "docs/_data/topics.yml"
SEALED, POLICY = ("safety-words-are-sealed",), ("the-policy-is-sealed",)


def press(guide: Guide, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "press", "--root", str(guide.root), *arguments], capture_output=True, text=True,
                          env={"PYTHONPATH": str(ROOT / "scripts"), "PATH": ""})


def test_everything_in_the_real_guide_is_sealed(real_site):
    assert not list(seals.each_change(real_site))
    assert {seal.checked_by for seal in real_site.seals.values()} == {"the project, against the evidence; not a clinician"}


@pytest.mark.parametrize(("file", "old", "new", "where", "place", "shown"), [
    (NOTE, "Never use it", "Rarely use it", NOTE, "Do not use", "'Never' became 'Rarely' in text"),
    (NOTE, "Do not use cold", "Do use cold", NOTE, "Do not use", "'not' is gone from text"),
    (NOTE, "fingers white.", "fingers very white.", NOTE, "Do not use", "'very' is new in text"),
    (NOTE, "short: No cold", "short: Less cold", NOTE, "short:", "'No' became 'Less' in short"),
    (NOTE, "severity: do-not", "severity: take-care", NOTE, "severity:", "'do-not' became 'take-care' in severity"),
    ("docs/_data/doses.yml", "limit: 20 minutes", "limit: 40 minutes", "docs/_notes/cold-pack-rules.md", "short:", "'20' became '40' in short, '20' became '40' in text"),
    ("docs/_data/doses.yml", "limit: 20 minutes", "limit: 40 minutes", "docs/_data/doses.yml", "numbers:", "'20' became '40' in numbers"),
    ("docs/_data/regions.yml", "emergency: Call [999]", "emergency: Call [99]", "docs/_data/regions.yml", "emergency: Call [999]", "'[999]' became '[99]' in emergency"),
    ("docs/_data/contraindications.yml", "Use no cold.", "Use cold.", "docs/_data/contraindications.yml", "what_to_do:", "'no' is gone from what_to_do"),
    ("docs/_data/red_flags.yml", "urgency: emergency-now", "urgency: this-week", "docs/_data/red_flags.yml", "urgency:", "'emergency-now' became 'this-week' in urgency"),
])
@pytest.mark.breaks("safety-words-are-sealed")
def test_a_changed_word_is_named_with_its_place_and_what_it_was(small_bench, file, old, new, where, place, shown):
    found = small_bench.say((file, old, new), rules=SEALED)
    assert any((p.where, p.line) == (where, small_bench.line(where, place)) and shown in p.says for p in found), [str(p) for p in found]
    assert all("--by" in p.fix for p in found)


def test_the_words_are_sealed_for_every_region_at_once(small_bench):
    assert small_bench.say(("mkdocs.yml", "  practice:", "  practice:\n    region: nz"), rules=SEALED) == []


@pytest.mark.breaks("the-policy-is-sealed")
def test_a_topic_that_calls_for_less_names_every_page_concerned(small_bench):
    found = small_bench.say((TOPICS, "notes: [cold-never, cold-pack-rules]", "notes: [cold-pack-rules]"), rules=POLICY)
    assert [(p.where, p.line) for p in sorted(found)] == [(TOPICS, small_bench.line(TOPICS, "notes: [cold-never, cold-pack-rules]")), (PACK, 5), ("docs/index.md", 5)]
    assert any("'cold-never,' is gone from notes" in p.says for p in found)


def test_a_topic_that_is_gone_names_every_page_concerned(small_bench):
    text = small_bench.read(TOPICS)
    row = text[text.index("- id: ice-pack"):text.index("- id: massage")]
    assert {p.where for p in small_bench.say((TOPICS, row, ""), rules=POLICY)} == {"docs/_data/seals.yml", PACK, "docs/index.md"}


def test_a_word_that_gives_a_topic_away_cannot_be_dropped(small_bench):
    found = small_bench.say((TOPICS, "words: [cold pack, cold packs, ice pack, ice packs]", "words: [ice pack]"), rules=POLICY)
    assert any(p.where == PACK and "'cold pack'" in p.says for p in found)


def test_a_page_that_loses_a_topic_or_excuses_itself_is_named(small_bench):
    found = small_bench.say(("docs/index.md", "topics: [ice-pack]", "topics: [massage]\nmentions:\n  ice-pack: named only in a link to another page."), rules=POLICY)
    assert [p.says for p in found] == ["since 2026-11-22 the page has lost the topic 'ice-pack' and excused itself from 'ice-pack'."]


def test_a_page_that_is_no_longer_advice_is_named(small_bench):
    found = small_bench.say(("docs/index.md", "kind: advice", "kind: service"), rules=POLICY)
    assert [(p.where, p.line) for p in found] == [("docs/index.md", 4)]


def test_a_page_may_be_about_more(small_bench):
    assert small_bench.say(("docs/index.md", "topics: [ice-pack]", "topics: [ice-pack, massage]")) == []


def test_a_page_that_is_new_or_has_moved_needs_nobodys_leave(small_bench):
    assert small_bench.say(("docs/_data/seals.yml", "- id: page-home", "- id: page-elsewhere"), rules=POLICY) == []


@pytest.mark.parametrize(("old", "new"), [("checksum: sha256-", "checksum: sha256-f"), ("text: Do not use", "text: Do use")])
def test_a_seal_cannot_be_bent_by_hand(small_bench, old, new):
    found = small_bench.say(("docs/_data/seals.yml", old, new), rules=SEALED)
    assert [p.where for p in found] == ["docs/_data/seals.yml"] and "by hand" in found[0].says


def test_one_command_seals_with_a_name_and_a_day_and_shows_what_is_sealed(small):
    small.edit(NOTE, "Never use it", "Never, ever use it")
    assert not small.build().built
    result = press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23")
    assert result.returncode == 0, result.stderr
    assert "note-cold-never: 'Never' became 'Never, ever' in text." in result.stdout
    site = read(small.root)
    assert site.seals["note-cold-never"].checked_by == "A. Reader"
    assert site.seals["note-cold-never"].checked_on == datetime.date(2026, 11, 23)
    assert site.seals["note-cold-pack-rules"].checked_by == "the tests"
    assert small.build().built


def test_only_what_is_named_is_sealed(small):
    small.edit(NOTE, "Never use it", "Never, ever use it")
    small.edit("docs/_notes/emergency-signs.md", "now for chest pain", "for chest pain")
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23", "cold-never").returncode == 0
    assert [now.id for now, _ in seals.each_change(read(small.root))] == ["note-emergency-signs"]


@pytest.mark.parametrize(("arguments", "code", "words"), [
    (("--by", "A. Reader", "--on", "2026-11-23", "cold-nver"), 2, "'cold-nver'"), (("--by", " ", "--on", "2026-11-23"), 2, "--by"),
    (("--by", "A. Reader", "--on", "yesterday"), 2, "--on"), (("--on", "2026-11-23"), 2, "--by"),
])
def test_a_slip_in_the_command_seals_nothing(small, arguments, code, words):
    before = (small.root / seals.FILE).read_text()
    result = press(small.edit(NOTE, "Never use it", "Never, ever use it"), "seal", *arguments)
    assert result.returncode == code
    assert words in result.stderr and "Traceback" not in result.stderr
    assert (small.root / seals.FILE).read_text() == before


def test_words_that_cannot_be_read_cannot_be_sealed(small):
    result = press(small.edit(NOTE, "Never use it", '{{ dose("nothing") }} Never use it'), "seal", "--by", "A. Reader", "--on", "2026-11-23")
    assert result.returncode == 1
    assert f"{NOTE}:7" in result.stderr


def test_sealing_twice_changes_nothing(small):
    before = (small.root / seals.FILE).read_bytes()
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23").returncode == 0
    assert (small.root / seals.FILE).read_bytes() == before


@pytest.mark.parametrize("name", ["'-'", "'  '", "TBD", "12", '"\\u200b"', "Your name", "n/a"])
def test_nobody_cannot_seal(small_bench, name):
    found = small_bench.say(("docs/_data/seals.yml", "checked_by: the tests", f"checked_by: {name}"), rules=("seals-have-a-name",))
    assert [(p.where, p.line) for p in found] == [("docs/_data/seals.yml", small_bench.line("docs/_data/seals.yml", "checked_by"))]


@pytest.mark.breaks("seals-have-a-name")
def test_a_seal_of_a_day_that_has_not_come_is_named(small_bench):
    found = small_bench.say(("docs/_data/seals.yml", "checked_on: 2026-11-22", "checked_on: 2096-11-22"), rules=("seals-have-a-name",))
    assert [p.line for p in found] == [small_bench.line("docs/_data/seals.yml", "checked_on")]
