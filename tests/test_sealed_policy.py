"""Which pages must show which safety notes is sealed: a page that would show fewer is named, until somebody puts their name to it."""

import pytest

PACK, TOPICS, POLICY = "docs/how-to/cold-pack.md", "docs/_data/topics.yml", ("the-policy-is-sealed",)


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


def test_a_page_that_is_no_advice_and_loses_a_safety_note_is_named(small_bench):
    found = small_bench.say(("docs/_data/seals.yml", "kind: service\n    topics: ''\n    mentions: ''\n    notes: ''",
                             "kind: service\n    topics: ''\n    mentions: ''\n    notes: cold-never"), rules=POLICY)
    assert any(p.says.endswith("shows the safety note 'cold-never' no more.") for p in found)


def test_a_page_may_be_about_more(small_bench):
    assert small_bench.say(("docs/index.md", "topics: [ice-pack]", "topics: [ice-pack, massage]")) == []


def test_a_page_that_is_new_or_has_moved_needs_nobodys_leave(small_bench):
    assert small_bench.say(("docs/_data/seals.yml", "- id: page-home", "- id: page-elsewhere"), rules=POLICY) == []


def test_the_seal_of_a_page_cannot_be_bent_by_hand(small_bench):
    found = small_bench.say(("docs/_data/seals.yml", "Ask your doctor.", "Ask nobody."), rules=POLICY)
    assert [p.where for p in found] == ["docs/_data/seals.yml"] and "by hand" in found[0].says
