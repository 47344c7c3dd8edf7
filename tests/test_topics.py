"""The table of topics decides which notes a page shows: an author cannot give advice on a topic unseen."""

import itertools

import pytest

from press import topic_words

PACK, TOPICS = "docs/how-to/cold-pack.md", "docs/_data/topics.yml"
STEP = "1. Wrap the cold pack in a cloth."


@pytest.mark.parametrize("written", [
    "ice pack", "Ice Packs", "ICE PACK", "ice-pack", "ice-packs", "icepack", "icepacks", "ice‑pack", "ice–pack", "ice\u00adpack",
    "ice pack", "ice\npack", "the ice pack's cloth", "ice\u200bpack", "an ice  pack", "(ice pack)", "“ice packs”",
])
def test_a_topics_word_is_found_however_it_is_written(written):
    assert topic_words.hits(("ice pack",), topic_words.plain(f"Put {written} on it."))


@pytest.mark.parametrize(("word", "written"), [
    ("haematoma", "hematomas"), ("tumour", "tumor"), ("oesophagus", "esophagus"), ("raynaud", "Raynaud’s"),
    ("raynaud", "Raynauds"), ("injury", "injuries"), ("anaesthetic", "anesthetic"),
    ("put ice", "put some ice"), ("put ice", "puts the ice"), ("immobilise", "immobilize"), ("can't feel", "can’t feel"),
    ("colour", "colors"),
])
def test_the_american_spelling_many_and_a_small_word_between_are_found_too(word, written):
    assert topic_words.hits((word,), topic_words.plain(f"They {written} it."))


@pytest.mark.parametrize("written", ["a nice pack", "price packs", "the packer", "ice. Pack", "spice pack"])
def test_other_words_are_left_alone(written):
    assert not topic_words.hits(("ice pack",), topic_words.plain(written))


@pytest.mark.parametrize("says", [
    "Put a bag of frozen vegetables on it.", "Use an ice bag.", "An icepack will do.", "Hold a cold-pack on it.",
    "Two ICE PACKS are better.", "Try frozen peas in a towel.",
    "Put something cold on it.", "Chill the spot.", "Fill a glove with snow.", "Freeze a wet towel.",
])
def test_the_real_table_hears_every_way_to_speak_of_cold(real_site, says):
    assert any(topic_words.hits(real_site.topics[topic].words, topic_words.plain(says)) for topic in ("cold-at-home", "ice-pack"))


@pytest.mark.parametrize("says", ["Knead it.", "Rub the calf.", "Massaging helps.", "Ask for bodywork.", "Have hands-on care.",
                                  "Shiatsu is fine.", "A masseuse can do it."])
def test_the_real_table_hears_every_way_to_speak_of_massage(real_site, says):
    assert topic_words.hits(real_site.topics["massage"].words, topic_words.plain(says))


def test_no_word_of_the_table_is_written_twice(real_site):
    for topic in real_site.topics.values():
        for one, other in itertools.permutations(topic.words, 2):
            plain = topic_words.plain(other)
            assert plain not in topic_words.hits((one,), plain), f"{topic.id}: '{one}' finds '{other}' as well"


@pytest.mark.breaks("topics-are-declared")
def test_a_page_that_speaks_of_a_topic_declares_it_and_the_message_shows_the_words(small_bench):
    found = small_bench.say((PACK, STEP, f"{STEP} A gentle Massage may help."))
    assert [(p.rule, p.where, p.line) for p in found] == [("topics-are-declared", PACK, small_bench.line(PACK, STEP))]
    assert "'massage'" in found[0].says and "'mentions:'" in found[0].fix


@pytest.mark.parametrize(("old", "new", "line"), [
    ("title: Using a cold pack", "title: Massage with a cold pack", 2),
    ("description: A page", "description: Massage on a page", 3),
    ("point: Using a cold pack is easy", "point: A massage is easy", 6),
])
def test_the_header_counts_as_the_pages_own_words(small_bench, old, new, line):
    found = small_bench.say((PACK, old, new), rules=("topics-are-declared",))
    assert [p.line for p in found] == [line]


def test_links_notes_terms_and_beliefs_are_not_the_pages_own_words(small_bench):
    assert small_bench.say((PACK, "Ask your doctor.", "See [how massage works](../index.md)."),
                           ("docs/_data/beliefs.yml", "why: No study shows it.", "why: No study of massage shows it."),
                           rules=("topics-are-declared",)) == []


@pytest.mark.parametrize(("reason", "rules"), [("named", ["topics-are-known"]), ("named only as a thing to ask about.", [])])
def test_a_mention_excuses_with_a_reason_and_not_without_one(small_bench, reason, rules):
    found = small_bench.say((PACK, "Ask your doctor.", "Ask your doctor about massage."),
                            (PACK, "point:", f"mentions:\n  massage: {reason}\npoint:"),
                            rules=("topics-are-declared", "topics-are-known"))
    assert [p.rule for p in found] == rules


@pytest.mark.breaks("notes-match-topics")
def test_a_note_that_no_topic_calls_for_is_a_topic_forgotten(small_bench):
    found = small_bench.say((TOPICS, "notes: [cold-never, cold-pack-rules]", "notes: [cold-never]"),
                            rules=("notes-match-topics", "topics-are-known"))
    assert sorted((p.rule, p.where, p.line) for p in found) == [
        ("notes-match-topics", PACK, small_bench.line(PACK, "{{ note(")),
        ("notes-match-topics", "docs/index.md", small_bench.line("docs/index.md", "{{ note(")),
        ("topics-are-known", "docs/_notes/cold-pack-rules.md", 1)]


def test_an_unknown_topic_and_an_unknown_note_are_named_with_the_nearest(small_bench):
    found = small_bench.say((TOPICS, "notes: [cold-never]", "notes: [cold-nver]"),
                            ("docs/index.md", "topics: [ice-pack]", "topics: [ice-pck]"), rules=("topics-are-known",))
    assert [(p.where, p.line) for p in sorted(found)] == [(TOPICS, small_bench.line(TOPICS, "notes: [cold-never]")),
                                                          ("docs/index.md", 5)]
    assert "Did you mean 'cold-never'" in sorted(found)[0].says and "Did you mean 'ice-pack'" in sorted(found)[1].says
