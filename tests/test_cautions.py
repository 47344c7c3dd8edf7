"""Cautions in a page's own words are sealed: none is lost, weakened or given to another source unseen."""

import re
from dataclasses import replace

import pytest

from press.cautions import cautions, said_in
from test_sealed_policy import PACK

KEPT = ("cautions-are-kept",)


@pytest.mark.parametrize(("old", "new", "line", "says"), [
    ("1. Wrap the cold pack in a cloth.", "1. Hold the cold pack on it.", 22, "the step 'Wrap the cold pack in a cloth.' became 'Hold the"),
    ("1. Wrap the cold pack in a cloth.\n", "", 16, "'Wrap the cold pack in a cloth.' is gone"),
    ("1. Wrap the cold pack in a cloth.", "1. Wrap the cold pack in a paper.", 22, "became 'Wrap the cold pack in a paper.'"),
    ("usual\") }}, and look for", "limit\") }}, and look for", 23,
     "became 'Put it on for (the dose pack-time limit), and look for frostbite.'"),
    ("Ask your doctor.", "Go on for a week.", 27, "'Ask your doctor.' is gone"),
    ('{{ claim("saf-01") }} See', '{{ claim("ben-01") }} See', 26, "the claim 'saf-01' is gone since"),
    ('{{ belief("sc01") }}', "", 23, "the belief 'sc01' is gone since"),
    ("We do not know how", "We know how", 37, "became 'We know how long the ease lasts.'"),
    ("actions: [Read the page first.]", "actions: [Read it later.]", 6, "the action 'Read the page first.' became 'Read it later.'"),
    ("1. Wrap the cold pack in a cloth.\n2. Put", "- Wrap the cold pack\n  in a cloth.\n- Put", 22,
     "the step 'Wrap the cold pack in a cloth.' has no number any more, and 1 more like it"),
])
@pytest.mark.breaks("cautions-are-kept")
def test_a_caution_in_a_pages_own_words_is_neither_lost_nor_weakened(small_bench, old, new, line, says):
    found = small_bench.say((PACK, old, new), rules=KEPT)
    assert [(p.where, p.stops) for p in found] == [(PACK, True)] and says in found[0].says, [str(p) for p in found]
    assert abs(found[0].line - line) <= 1 and re.search("put it back|write '1. '", found[0].fix) and "page-how-to-cold-pack" in found[0].fix


@pytest.mark.parametrize(("old", "new"), [
    ("point: Using a cold pack is easy to read here.", "point: How to use a cold pack, in plain words."),
    ("1. Wrap the cold pack in a cloth.", "1. Sit down.\n2. Wrap the cold pack in a cloth. Never press it."),
    ("Ask your doctor.", "**Ask your doctor.** Rest as you like."),
    ("Ask your doctor.\n\n## What research does not know {#not-known}\n\n",
     "Rest.\n\n## What research does not know {#not-known}\n\nAsk your doctor. "),
    ("Ask your doctor.", "1. Ask your doctor."),
    ("Ask your doctor.", 'Ask your doctor. {{ claim("saf-01") }}'),
])
def test_a_page_may_say_more_and_say_it_elsewhere(small_bench, old, new):
    assert small_bench.say((PACK, old, new), rules=KEPT) == []


def test_a_remark_for_authors_may_stand_above_the_opening(small_bench):
    remark = (PACK, "{{ opening() }}", "{## Ask Ann. ##}\n\n{{ opening() }}")
    assert small_bench.say(remark, rules=("advice-pages-have-their-parts",)) == []


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
    assert says("Know [the signs](../safety/signs.md).\n1. Sit.") == ["Know the signs (leads to signs).", "step: Sit."]
    chest = "Never wait: [chest pain](#heart-attack)."
    signs = replace(small_bench.site.pages["safety/signs/"], body=chest, point="", actions=())
    assert [said for said, _ in cautions(small_bench.site, signs)] == ["Never wait: chest pain (leads to signs heart-attack)."]
    assert says(chest) == ["Never wait: chest pain."]


@pytest.mark.parametrize(("body", "sealed"), [
    ("## Where never to press\n\n- The throat.\n\n## More\n\n- The palm.", ["The throat."]),
    ("Ask first if:\n\n- it grows\n\nYou like:\n\n- warmth", ["Ask first if:", "it grows"]),
    ("## Never\n\nYou like:\n\n- warmth\n\nSo.\n\n- oil", ["oil"]),
    ("| Soreness | Injury |\n|---|---|\n| Fades | Stays until seen |\n| Some | More |\n", ["Soreness: Injury", "Fades: Stays until seen"]),
    ("Is it hard? Get help. Is it fun? Good.", ["Is it hard?", "Get help."]),
    ('Lips thick. {{ region("emergency") }}. Lie down.', ["Lips thick. (the words for emergency).", "Lie down."]),
])
def test_what_only_makes_sense_with_a_caution_is_one(small_bench, body, sealed):
    page = replace(small_bench.site.pages["how-to/cold-pack/"], body=body, point="", actions=())
    assert [said for said, _ in cautions(small_bench.site, page)] == sealed


def test_a_page_that_is_no_advice_keeps_its_promises_too(small_bench):
    found = small_bench.say(("docs/privacy/index.md", "Nothing is stored.", "Much is stored."), rules=KEPT)
    assert ["'Nothing is stored.' became 'Much is stored.'" in p.says for p in found] == [True]


@pytest.mark.parametrize(("body", "said"), [
    ("# Head\n\nOne two\nthree. Four.\n\n1. First\n   more. Then.\n2) Second\n* Third\n+ Fourth\n---",
     [("One two three.", 3), ("Four.", 3), ("First more.", 6), ("Then.", 6), ("Second", 8), ("Third", 9), ("Fourth ---", 10)]),
    ("Wait.\n| What | How |\n|---|---|\n  | Never *ice* | Wait here |\nGo on.\n## Head\nStop: now. 'Yes'? \"No\"!",
     [("Wait.", 1), ("What: How", 2), ("Never ice: Wait here", 4), ("Go on.", 5), ("Stop: now.", 7), ("'Yes'?", 7), ('"No"!', 7)]),
])
def test_each_sentence_item_and_row_of_a_page_is_read_with_its_line(body, said):
    assert list(said_in(body, 1)) == said
