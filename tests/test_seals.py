"""Safety words are sealed: a change stops the build and is shown word by word, until somebody puts their name to it."""

import shutil

import pytest

from mutators.common import row_of
from press import look_words, seals
from press.problem import FOLLOWS
from press.reading import read

NOTE, SEALED = "docs/_notes/cold-never.md", ("safety-words-are-sealed",)


def test_everything_in_the_real_guide_is_sealed(real_site):
    assert not seals.each_change(real_site)
    assert {seal.checked_by for seal in real_site.seals.values()} == {"the project, against the evidence; not a clinician"}


@pytest.mark.parametrize(("file", "old", "new", "where", "place", "shown"), [
    (NOTE, "Never use it", "Rarely use it", NOTE, "Do not use", "'Never' became 'Rarely' in text"),
    (NOTE, "Do not use cold", "Do use cold", NOTE, "Do not use", "'not' is gone from text"),
    (NOTE, "fingers white.", "fingers very white.", NOTE, "Do not use", "'very' is new in text"),
    (NOTE, "short: No cold", "short: Less cold", NOTE, "short:", "'No' became 'Less' in short"),
    (NOTE, "severity: do-not", "severity: take-care", NOTE, "severity:", "'do-not' became 'take-care' in severity"),
    ("docs/_data/doses.yml", "limit: 20 minutes", "limit: 40 minutes", "docs/_notes/cold-pack-rules.md", "short:",
     "'20' became '40' in short, '20' became '40' in text"),
    ("docs/_data/doses.yml", "limit: 20 minutes", "limit: 40 minutes", "docs/_data/doses.yml", "numbers:",
     "'20' became '40' in numbers"),
    ("docs/_data/regions.yml", "emergency: Call [999]", "emergency: Call [99]", "docs/_data/regions.yml", "emergency: Call [999]",
     "'[999]' became '[99]' in emergency"),
    ("docs/_data/contraindications.yml", "Use no cold.", "Use cold.", "docs/_data/contraindications.yml", "what_to_do:",
     "'no' is gone from what_to_do"),
    ("docs/_data/red_flags.yml", "urgency: emergency-now", "urgency: this-week", "docs/_data/red_flags.yml", "urgency:",
     "'emergency-now' became 'this-week' in urgency"),
    *[(f"docs/_data/{table}.yml", "references: [jones-2001]", "references: [smith-2010]", f"docs/_data/{table}.yml", "references:",
       "'jones-2001' became 'smith-2010' in references") for table in ("red_flags", "contraindications", "doses")],
])
@pytest.mark.breaks("safety-words-are-sealed")
def test_a_changed_word_is_named_with_its_place_and_what_it_was(small_bench, file, old, new, where, place, shown):
    found = small_bench.say((file, old, new), rules=SEALED)
    assert any((p.where, p.line) == (where, small_bench.line(where, place)) and shown in p.says
               for p in found), [str(p) for p in found]
    assert all("--by" in p.fix for p in found)


@pytest.mark.breaks("words-of-the-look-are-sealed")
def test_a_changed_word_of_the_press_is_named_with_its_place(small, tmp_path, monkeypatch):
    press = shutil.copytree(look_words.PRESS, tmp_path / "press", ignore=shutil.ignore_patterns("__pycache__"))
    notes = press / "notes.py"
    notes.write_text(notes.read_text(encoding="utf-8").replace('"Before you start"', '"For a few people"'), encoding="utf-8")
    monkeypatch.setattr(look_words, "PRESS", press)
    told = small.told("words-of-the-look-are-sealed")
    assert told.line("words-of-the-look-are-sealed") == "scripts/press/notes.py:13" and "'Before you start'" in told.text, told.text


def test_the_words_are_sealed_for_every_region_at_once(small_bench):
    assert small_bench.say(("mkdocs.yml", "  practice:", "  practice:\n    region: nz"), rules=SEALED) == []


@pytest.mark.parametrize(("old", "new"), [("checksum: sha256-", "checksum: sha256-f"), ("text: Do not use", "text: Do use")])
def test_a_seal_cannot_be_bent_by_hand(small_bench, old, new):
    found = small_bench.say(("docs/_data/seals.yml", old, new), rules=SEALED)
    assert [p.where for p in found] == ["docs/_data/seals.yml"] and "by hand" in found[0].says


@pytest.mark.parametrize(("file", "old", "new", "says"), [
    ("docs/_data/claims.yml", "grade: low", "grade: moderate", "'low' became 'moderate' in grade"),
    ("docs/_data/claims.yml", "burns the skin.", "warms the skin.", "'burns' became 'warms' in says"),
    ("docs/_data/claims.yml", "references: [smith-2010]", "references: [smith-2010, jones-2001]", "in references"),
    ("docs/_data/beliefs.yml", "verdict: unsupported", "verdict: supported", "'unsupported' became 'supported' in verdict"),
    ("docs/_data/beliefs.yml", "references: [smith-2010]", "references: [jones-2001]", "'smith-2010' became 'jones-2001' in references"),
    ("docs/_data/beliefs.yml", "claims: [ben-01]", "claims: []", "'ben-01' is gone from claims"),
    ("docs/_data/references.yml", "study_type: case-report", "study_type: systematic-review",
     "'case-report' became 'systematic-review' in study_type"),
    ("docs/_data/references.yml", "doi: 10.1000/small.1", "doi: 10.1000/other.1", "in doi"),
    ("docs/_data/references.yml", "authors: [Jones C]", "authors: [Myrer JW]", "in authors"),
    ("docs/_data/claims.yml", "title: Cold packs and sore knees", "title: Cold packs for sore knees",
     "'and' became 'for' in title"),
    ("docs/_data/glossary.yml", "definition: Skin that was harmed by cold.", "definition: Skin that was cold.",
     "'harmed by' is gone from definition"),
    ("docs/_data/study_types.yml", "- id: laboratory-study\n  highest: moderate", "- id: laboratory-study\n  highest: high",
     "'moderate' became 'high' in highest"),
    ("docs/_data/audit.yml", "looks_for: a main point at the top", "looks_for: a full review", "'main point at the top' became"),
])
@pytest.mark.breaks("evidence-is-sealed")
def test_evidence_is_what_it_was_when_somebody_read_it(small_bench, file, old, new, says):
    found = small_bench.say((file, old, new), rules=("evidence-is-sealed",))
    assert [p.where for p in found] == [file] and says in found[0].says and "make seal" in found[0].fix, [str(p) for p in found]


@pytest.mark.parametrize(("file", "old", "new", "says"), [
    ("docs/_data/wording.yml", "words: [does]", "words: [does, may]", "'does' became 'does, may' in words"),
    ("docs/_data/budgets.yml", "most: 25000", "most: 250000", "'25000' became '250000' in most"),
])
@pytest.mark.breaks("limits-are-sealed")
def test_a_limit_is_not_loosened_unseen(small_bench, file, old, new, says):
    found = small_bench.say((file, old, new), rules=("limits-are-sealed",))
    assert [p.where for p in found] == [file] and says in found[0].says and "make seal" in found[0].fix, [str(p) for p in found]


@pytest.mark.breaks("answers-are-sealed")
def test_whom_to_call_in_a_crisis_is_not_changed_or_lost_unseen(small):
    outside = "docs/_data/outside.yml"
    small.write(outside, "- {id: crisis, ask: [overdose], says: Call your local emergency number now.}\n").seal()
    assert [id for id in read(small.root).seals if id.startswith("answer-")] == ["answer-crisis"]
    for text, words in (("- {id: crisis, ask: [overdose], says: Have a rest.}\n", "is not as it was sealed"), ("[]\n", "and is gone")):
        assert words in small.write(outside, text).told("answers-are-sealed").text


def test_a_list_of_words_that_is_gone_is_missed(small_bench):
    row = row_of(small_bench.read("docs/_data/wording.yml"), "very-low")
    found = small_bench.say(("docs/_data/wording.yml", row, ""), rules=("limits-are-sealed",))
    assert [p.where for p in found] == [seals.FILE] and "'words-very-low' was sealed on" in found[0].says


def test_new_evidence_needs_nobodys_leave(small_bench):
    text = small_bench.read("docs/_data/claims.yml")
    new = text[text.index("- id: ben-01"):text.index("- id: saf-01")].replace("- id: ben-01", "- id: ben-99")
    assert small_bench.say(("docs/_data/claims.yml", "- id: saf-01", f"{new}- id: saf-01"),
                           rules=("evidence-is-sealed", "safety-words-are-sealed")) == []


@pytest.mark.breaks("days-have-come")
def test_a_source_was_not_read_on_a_day_that_has_not_come(small_bench):
    found = small_bench.say(("docs/_data/references.yml", "  study_type: randomised-trial",
                             "  accessed: 2096-11-22\n  study_type: randomised-trial"), rules=("days-have-come",))
    assert [p.where for p in found] == ["docs/_data/references.yml"] and "'2096-11-22'" in found[0].says


def test_a_changed_template_is_told_before_all_that_follows_from_it(small):
    said = small.edit("overrides/snippets/note.html", "{{ note.text_html }}", "{{ note.title }}").build().text
    assert said.index("[words-of-the-look-are-sealed]") < said.index(FOLLOWS) < said.index("[required-safety-notes]")
