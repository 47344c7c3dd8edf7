"""Nobody overclaims: not on a page, in a header, in a file beside a page or in a template.

Harmless sentences with the same words pass.
"""

import random
from pathlib import Path

import pytest

from press.reading import read
from press.rules.wording import NOT_TRUE
from press.word_forms import finder, folded, forms, pattern
from press.wording import overclaims
from together import Slip

ABOUT, PACK = "docs/about/index.md", "docs/how-to/cold-pack.md"
RULE = "nothing-is-overclaimed"

SENTENCES = Path(__file__).parent
OVERCLAIMS, HARMLESS = ((SENTENCES / f"{name}.txt").read_text(encoding="utf-8").splitlines()
                        for name in ("overclaims", "harmless"))


# Each in a place of its own, and where it is told.
TOLD_TOGETHER = [(new, file, old, new, RULE, where, "") for file, old, new, where in [
    (PACK, "title: Using a cold pack", "title: Cold packs that heal", f"{PACK}:2"),
    (PACK, "description: A page", "description: A cure for pain. A page", f"{PACK}:3"),
    (PACK, "point: Using a cold pack is easy to read here.", "point: A cold pack boosts you.", f"{PACK}:6"),
    (PACK, "actions: [Read the page first.]", "actions: [Read how ice heals.]", f"{PACK}:7"),
    (PACK, "checked: 2026", "aliases: [ice heals]\nchecked: 2026", f"{PACK}:8"),
    (PACK, "## Step by step {#steps}", "## Steps to faster recovery {#steps}", f"{PACK}:20"),
    ("docs/_data/claims.yml", "found: Pain was a little lower for an hour.", "found: Pain was cured.", "docs/_data/claims.yml:9"),
    ("docs/_data/glossary.yml", "definition: Skin that was harmed by cold.", "definition: Skin that cold heals.",
     "docs/_data/glossary.yml:3"),
    ("docs/_notes/cold-never.md", "Never use it if cold turns", "Cold is safe for everyone. Never use it if cold turns",
     "docs/_notes/cold-never.md:7"),
    ("overrides/partials/footer.html", "Information only.", "Information that heals.", "overrides/partials/footer.html:"),
    (PACK, "1. Wrap the cold pack", "1. ![Heals](../assets/icon.svg) Wrap the cold pack", f"{PACK}:22"),
    (PACK, "1. Wrap the cold pack", '1. [Read more of it](../safety/check.md "Cures") Wrap the cold pack', f"{PACK}:22"),
    (PACK, "1. Wrap the cold pack", "1. Cold was not shown to heal. It does. Wrap the cold pack", f"{PACK}:22"),
    (PACK, "1. Wrap the cold pack", "1. Cold works **every\n   time**. Wrap the cold pack", f"{PACK}:22"),
    ("overrides/outputs/email.txt", "{", "Ice heals.\n{", "overrides/outputs/email.txt:1"),
    ("docs/assets/start.js", "const link", "const more = 'Ice heals you';\nconst link", "docs/assets/start.js:2"),
    ("mkdocs.yml", "  practice:", "  practice:\n    name: The Guaranteed Room", "mkdocs.yml:3"),
    ("mkdocs.yml", "site_name: Small guide", "site_name: The healing guide", "mkdocs.yml:"),
]]


def test_there_are_enough_sentences():
    assert len(OVERCLAIMS) >= 40 and len(HARMLESS) >= 20


def test_every_overclaim_is_stopped_with_its_file_its_line_and_a_fix(small):
    start = (small.root / ABOUT).read_text(encoding="utf-8").count("\n") + 1
    small.write(ABOUT, (small.root / ABOUT).read_text(encoding="utf-8") + "\n" + "\n\n".join(OVERCLAIMS) + "\n")
    result = small.build()
    assert not result.built
    told = {line.partition(": ")[0] for line in result.text.splitlines() if line.endswith(f"[{RULE}]")}
    missed = [sentence for n, sentence in enumerate(OVERCLAIMS) if f"{ABOUT}:{start + 1 + 2 * n}" not in told]
    assert missed == []
    assert result.text.count("Fix: write ") >= len(OVERCLAIMS)


def test_no_harmless_sentence_is_stopped(small):
    small.write(ABOUT, (small.root / ABOUT).read_text(encoding="utf-8") + "\n" + "\n\n".join(HARMLESS) + "\n")
    result = small.build()
    assert RULE not in result.rules, result.text


@pytest.mark.parametrize("slip", TOLD_TOGETHER, ids=[slip[0] for slip in TOLD_TOGETHER])
def test_an_overclaim_is_found_wherever_it_is_written(together, slip):
    result, own = together.hear(Slip(*slip))
    assert own and not result.built, result.text


@pytest.mark.breaks("nothing-is-overclaimed")
def test_an_overclaim_is_found_in_a_text_beside_a_page(small):
    (small.root / "site/how-to/cold-pack/note.txt").write_text("Cold packs heal.\n", encoding="utf-8")
    result = small.told(RULE)
    assert "'heal' says more than research shows" in result.text and "cold-pack" in result.line(RULE)


@pytest.mark.breaks("beliefs-are-not-stated")
def test_what_people_say_may_stand_in_the_card_of_a_belief_alone(small):
    assert RULE not in small.told(RULE).rules
    result = small.edit(PACK, "1. Wrap the cold pack in a cloth.",
                        "1. Cold packs cure knees. Wrap the cold pack in a cloth.").build()
    assert result.line("beliefs-are-not-stated") == "docs/how-to/cold-pack.md:22", result.text


def test_a_card_made_up_by_hand_excuses_nothing(small):
    result = small.edit(PACK, "1. Wrap the cold pack in a cloth.", '1. <span data-belief="sc01">Ice heals.</span>').build()
    assert result.line(RULE) == f"{PACK}:22", result.text


def test_each_unsupported_claim_of_the_source_would_be_stopped(small, real_site):
    table = read(small.root)
    untrue = [belief for belief in real_site.beliefs.values() if belief.verdict in NOT_TRUE]
    assert len(untrue) >= 11
    assert [belief.id for belief in untrue if not list(overclaims(table, belief.claim))] == []


@pytest.mark.parametrize("rule", ["words-fit-the-grade", RULE, "beliefs-are-not-stated"])
def test_the_real_guide_overclaims_nowhere(real_site, real_built, rule):
    from press.rules import REGISTER

    assert [str(found) for entry in REGISTER if entry.name == rule for found in entry.run(real_site, real_built)] == []


@pytest.mark.parametrize(("name", "words"), [
    ("The Miracle Room", ()), ("Healing Hands Massage", ()), ("Magic Touch", ()), ("The Healer's House", ()),
    ("Cold Spring Clinic", ()), ("Guaranteed Pain Cure Clinic", ("guaranteed", "cure")),
    ("Instant Relief", ("instant relief",)), ("Massage Heals", ("heals",)), ("The Detox Studio", ("detox",)),
    ("Pain Free Clinic", ("pain free",)),
])
def test_a_name_is_no_claim_unless_it_promises_something(small_bench, name, words):
    told = small_bench.say(("mkdocs.yml", "  practice:", f"  practice:\n    name: {name}"), rules=(RULE,))
    assert {(p.where, p.line, p.says) for p in told} == {("mkdocs.yml", 3, f"the name '{name}' promises something: '{word}'.")
                                                         for word in words}


def test_a_name_excuses_no_sentence(small_bench):
    for name in ("Healing", "healing massage"):
        assert small_bench.say(("mkdocs.yml", "  practice:", f"  practice:\n    name: {name}"),
                               (PACK, "1. Wrap the cold pack", "1. Have a healing massage. Wrap the cold pack"),
                               rules=(RULE,)), name


def test_a_list_that_is_not_there_is_named(small):
    result = small.edit("docs/_data/wording.yml", "$good-ends", "$good-end").told("known-names")
    assert "there is no list '$good-end'. Did you mean 'good-ends'" in result.text


def test_a_word_as_long_as_a_picture_does_not_hold_the_build_up(real_site):
    assert not finder(forms(real_site, "overclaim")).may_stand_in("0" * 2_000_000)  # letter by letter, it took minutes


def test_the_finder_finds_what_the_pattern_of_each_form_finds(real_site):
    promises = finder(forms(real_site, "overclaim"))
    texts = [*map(folded, random.Random(8).sample(OVERCLAIMS, 150))]
    for form in promises.forms:
        alone = pattern((form,))  # it takes far longer to make than to try
        for text in texts:
            assert promises.found(text).get(form, ()) == tuple(match.span() for match in alone.finditer(text)), (form, text)
