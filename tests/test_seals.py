"""Safety words are sealed: a change stops the build and is shown word by word, until somebody puts their name to it."""

import contextlib
import datetime
import io
import re
from dataclasses import replace

import pytest

from guide import Guide
from mutators.common import row_of
from press import seals
from press.__main__ import main
from press.cautions import cautions, said_in
from press.reading import read

NOTE, PACK, TOPICS = "docs/_notes/cold-never.md", "docs/how-to/cold-pack.md", "docs/_data/topics.yml"
SEALED, POLICY = ("safety-words-are-sealed",), ("the-policy-is-sealed",)


def press(guide: Guide, *arguments: str) -> tuple[int, str, str]:
    """Return the exit code of the press's command line, what it printed, and what it printed as errors."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = main(["--root", str(guide.root), *arguments])
        except SystemExit as stop:  # an argument that is none
            code = stop.code
    return code, out.getvalue(), err.getvalue()


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
])
@pytest.mark.breaks("safety-words-are-sealed")
def test_a_changed_word_is_named_with_its_place_and_what_it_was(small_bench, file, old, new, where, place, shown):
    found = small_bench.say((file, old, new), rules=SEALED)
    assert any((p.where, p.line) == (where, small_bench.line(where, place)) and shown in p.says
               for p in found), [str(p) for p in found]
    assert all("--by" in p.fix for p in found)


def test_the_words_are_sealed_for_every_region_at_once(small_bench):
    assert small_bench.say(("mkdocs.yml", "  practice:", "  practice:\n    region: nz"), rules=SEALED) == []


@pytest.mark.breaks("the-policy-is-sealed")
def test_a_topic_that_calls_for_less_names_every_page_concerned(small_bench):
    found = small_bench.say((TOPICS, "notes: [cold-never, cold-pack-rules]", "notes: [cold-pack-rules]"), rules=POLICY)
    assert [(p.where, p.line)
            for p in sorted(found)] == [(TOPICS, small_bench.line(TOPICS, "notes: [cold-never, cold-pack-rules]")), (PACK, 5),
                                        ("docs/index.md", 5)]
    assert any("'cold-never,' is gone from notes" in p.says for p in found)


def test_a_topic_that_is_gone_names_every_page_concerned(small_bench):
    text = small_bench.read(TOPICS)
    row = text[text.index("- id: ice-pack"):text.index("- id: massage")]
    assert {p.where for p in small_bench.say((TOPICS, row, ""), rules=POLICY)} == {"docs/_data/seals.yml", PACK, "docs/index.md"}


def test_a_word_that_gives_a_topic_away_cannot_be_dropped(small_bench):
    found = small_bench.say((TOPICS, "words: [cold pack, cold packs, ice pack, ice packs]", "words: [ice pack]"), rules=POLICY)
    assert any(p.where == PACK and "'cold pack'" in p.says for p in found)


def test_a_page_that_loses_a_topic_or_excuses_itself_is_named(small_bench):
    found = small_bench.say(("docs/index.md", "topics: [ice-pack]",
                             "topics: [massage]\nmentions:\n  ice-pack: named only in a link to another page."), rules=POLICY)
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


KEPT = ("cautions-are-kept",)


@pytest.mark.parametrize(("old", "new", "line", "says"), [
    ("1. Wrap the cold pack in a cloth.", "1. Hold the cold pack on it.", 22, "became 'Hold the cold pack on it.'"),
    ("1. Wrap the cold pack in a cloth.\n", "", 16, "'Wrap the cold pack in a cloth.' is gone"),
    ("1. Wrap the cold pack in a cloth.", "1. Wrap the cold pack in a paper.", 22, "became 'Wrap the cold pack in a paper.'"),
    ("usual\") }}, and look for", "limit\") }}, and look for", 23,
     "became 'Put it on for (the dose pack-time limit), and look for frostbite.'"),
    ("Ask your doctor.", "Go on for a week.", 27, "'Ask your doctor.' is gone"),
    ("We do not know how", "We know how", 37, "became 'We know how long the ease lasts.'"),
])
@pytest.mark.breaks("cautions-are-kept")
def test_a_caution_in_a_pages_own_words_is_neither_lost_nor_weakened(small_bench, old, new, line, says):
    found = small_bench.say((PACK, old, new), rules=KEPT)
    assert [(p.where, p.stops) for p in found] == [(PACK, True)] and says in found[0].says, [str(p) for p in found]
    assert abs(found[0].line - line) <= 1 and "put it back" in found[0].fix and "page-how-to-cold-pack" in found[0].fix


@pytest.mark.parametrize(("old", "new"), [
    ("point: Using a cold pack is easy to read here.", "point: How to use a cold pack, in plain words."),
    ("1. Wrap the cold pack in a cloth.", "1. Sit down.\n2. Wrap the cold pack in a cloth. Never press it."),
    ("Ask your doctor.", "**Ask your doctor.** Rest as you like."),
    ("Ask your doctor.\n\n## What research does not know {#not-known}\n\n",
     "Rest.\n\n## What research does not know {#not-known}\n\nAsk your doctor. "),
    ("1. Wrap the cold pack in a cloth.", "- Wrap the cold pack\n  in a cloth."),
])
def test_a_page_may_say_more_and_say_it_elsewhere(small_bench, old, new):
    assert small_bench.say((PACK, old, new), rules=KEPT) == []


def test_a_caution_that_stands_twice_is_kept_in_both_places(small):
    small.edit(PACK, "We do not know how", "Ask your doctor. We do not know how").seal()
    assert small.told(*KEPT).built
    said = small.edit(PACK, "Ask your doctor.", "Forget your doctor.").told(*KEPT).text
    assert "'Ask your doctor.' became 'Forget your doctor.'" in said
    said = small.edit(PACK, "Forget your doctor.", "Rest.").told(*KEPT).text
    assert "'Ask your doctor.' is gone from one of its places" in said
    assert small.edit(PACK, "Rest.", "Ask your doctor.").told(*KEPT).built


def test_a_caution_keeps_its_source(small):
    small.edit(PACK, "We do not know how long the ease lasts.",
               'We do not know how long the ease lasts {{ cite("jones-2001") }}.').seal()
    assert small.told(*KEPT).built
    said = small.edit(PACK, 'lasts {{ cite("jones-2001") }}', 'lasts {{ cite("smith-2010") }}').told(*KEPT).text
    assert "became 'We do not know how long the ease lasts (the source smith-2010).'" in said


def test_a_link_in_a_caution_leads_where_it_led(small_bench):
    page = small_bench.site.pages["how-to/cold-pack/"]
    says = lambda body: [said for said, _ in cautions(small_bench.site, replace(page, body=body, point="", actions=()))]
    assert says("- [A sore, hot leg](../safety/signs.md#dvt)") == ["A sore, hot leg (leads to signs dvt)"]
    assert says("- [Sore legs](../benefits/pain.md#legs)") == []


@pytest.mark.parametrize(("body", "said"), [
    ("# Head\n\nOne two\nthree. Four.\n\n1. First\n   more. Then.\n2) Second\n* Third\n+ Fourth\n---",
     [("One two three.", 3), ("Four.", 3), ("First more.", 6), ("Then.", 6), ("Second", 8), ("Third", 9), ("Fourth ---", 10)]),
    ("Wait.\n| What | How |\n|---|---|\n  | Never *ice* | Wait here |\nGo on.\n## Head\nStop: now. 'Yes'? \"No\"!",
     [("Wait.", 1), ("What: How", 2), ("Never ice: Wait here", 4), ("Go on.", 5), ("Stop: now.", 7), ("'Yes'?", 7), ('"No"!', 7)]),
])
def test_each_sentence_item_and_row_of_a_page_is_read_with_its_line(body, said):
    assert list(said_in(body, 1)) == said


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


@pytest.mark.parametrize("id", ["claim-ben-01", "page-how-to-cold-pack", "reference-jones-2001", "note-cold-never",
                                "term-frostbite"])
@pytest.mark.breaks("no-seal-is-taken-out")
def test_a_seal_that_is_taken_out_by_hand_is_missed(small_bench, id):
    text = small_bench.read(seals.FILE)
    row = row_of(text, id)
    after = re.search(r"- id: (\S+)", text[text.index(row) + len(row):])[1]
    found = small_bench.say((seals.FILE, row, ""), rules=("no-seal-is-taken-out",))
    assert ([p.where for p in found] == [seals.FILE]
            and f"the seal '{id}', which stood before '{after}', was taken out by hand" in found[0].says
            and f"YYYY-MM-DD {id}" in found[0].fix)


def test_the_first_and_the_last_seal_are_missed_too(small_bench):
    text = small_bench.read(seals.FILE)
    for id in (next(iter(small_bench.site.seals)), next(reversed(small_bench.site.seals))):
        assert [p.says for p in small_bench.say((seals.FILE, row_of(text, id), ""), rules=("no-seal-is-taken-out",))
                if f"'{id}'" in p.says]


def test_a_seal_put_in_by_hand_is_named_and_sealing_mends_the_ring(small):
    row = row_of((small.root / seals.FILE).read_text(), "claim-ben-01")
    result = small.edit(seals.FILE, row, f"{row}{row.replace('claim-ben-01', 'claim-ben-09')}").told("no-seal-is-taken-out")
    assert "'claim-ben-09' was put in or moved by hand" in result.text
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23")[0] == 0
    assert small.told("no-seal-is-taken-out").built


def test_new_evidence_needs_nobodys_leave(small_bench):
    text = small_bench.read("docs/_data/claims.yml")
    new = text[text.index("- id: ben-01"):text.index("- id: saf-01")].replace("- id: ben-01", "- id: ben-99")
    assert small_bench.say(("docs/_data/claims.yml", "- id: saf-01", f"{new}- id: saf-01"),
                           rules=("evidence-is-sealed", "safety-words-are-sealed")) == []


def test_the_seal_of_a_page_cannot_be_bent_by_hand(small_bench):
    found = small_bench.say(("docs/_data/seals.yml", "Ask your doctor.", "Ask nobody."), rules=POLICY)
    assert [p.where for p in found] == ["docs/_data/seals.yml"] and "by hand" in found[0].says


@pytest.mark.breaks("days-have-come")
def test_a_source_was_not_read_on_a_day_that_has_not_come(small_bench):
    found = small_bench.say(("docs/_data/references.yml", "  study_type: randomised-trial",
                             "  accessed: 2096-11-22\n  study_type: randomised-trial"), rules=("days-have-come",))
    assert [p.where for p in found] == ["docs/_data/references.yml"] and "'2096-11-22'" in found[0].says


def test_one_command_seals_with_a_name_and_a_day_and_shows_what_is_sealed(small):
    small.edit(NOTE, "Never use it", "Never, ever use it")
    assert not small.build().built
    code, out, err = press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23")
    assert code == 0, err
    assert "note-cold-never: 'Never' became 'Never, ever' in text." in out
    site = read(small.root)
    assert site.seals["note-cold-never"].checked_by == "A. Reader"
    assert site.seals["note-cold-never"].checked_on == datetime.date(2026, 11, 23)
    assert site.seals["note-cold-pack-rules"].checked_by == "the tests"
    assert small.build().built


def test_only_what_is_named_is_sealed(small):
    small.edit(NOTE, "Never use it", "Never, ever use it")
    small.edit("docs/_notes/emergency-signs.md", "now for chest pain", "for chest pain")
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23", "cold-never,", "children,cold-pack-rules")[0] == 2
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23", "cold-never,", ",cold-pack-rules")[0] == 0
    assert [now.id for now, _ in seals.each_change(read(small.root))] == ["note-emergency-signs"]


@pytest.mark.parametrize(("arguments", "code", "words"), [
    (("--by", "A. Reader", "--on", "2026-11-23", "cold-nver"), 2, "'cold-nver'"),
    (("--by", " ", "--on", "2026-11-23"), 2, "--by"),
    (("--by", "A. Reader", "--on", "yesterday"), 2, "--on"), (("--on", "2026-11-23"), 2, "--by"), ((), 2, "make seal ARGS="),
])
def test_a_slip_in_the_command_seals_nothing(small, arguments, code, words):
    before = (small.root / seals.FILE).read_text()
    ended, _, err = press(small.edit(NOTE, "Never use it", "Never, ever use it"), "seal", *arguments)
    assert ended == code
    assert words in err and "Traceback" not in err
    assert (small.root / seals.FILE).read_text() == before


def test_words_that_cannot_be_read_cannot_be_sealed(small):
    code, _, err = press(small.edit(NOTE, "Never use it", '{{ dose("nothing") }} Never use it'), "seal", "--by", "A. Reader", "--on",
                         "2026-11-23")
    assert code == 1
    assert f"{NOTE}:7" in err


def test_sealing_twice_changes_nothing(small):
    before = (small.root / seals.FILE).read_bytes()
    assert press(small, "seal", "--by", "A. Reader", "--on", "2026-11-23")[0] == 0
    assert (small.root / seals.FILE).read_bytes() == before


@pytest.mark.parametrize("name", ["'-'", "'  '", "TBD", "12", '"\\u200b"', "Your name", "n/a"])
def test_nobody_cannot_seal(small_bench, name):
    found = small_bench.say(("docs/_data/seals.yml", "checked_by: the tests", f"checked_by: {name}"),
                            rules=("seals-have-a-name",))
    assert [(p.where, p.line) for p in found] == [("docs/_data/seals.yml",
                                                   small_bench.line("docs/_data/seals.yml", "checked_by"))]


@pytest.mark.breaks("seals-have-a-name")
def test_a_seal_of_a_day_that_has_not_come_is_named(small_bench):
    found = small_bench.say(("docs/_data/seals.yml", "checked_on: 2026-11-22", "checked_on: 2096-11-22"),
                            rules=("seals-have-a-name",))
    assert [p.line for p in found] == [small_bench.line("docs/_data/seals.yml", "checked_on")]
