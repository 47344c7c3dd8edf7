"""Nobody overclaims: not on a page, in a header, in a file beside a page or in a template. Harmless sentences with the same words pass."""

import pytest
from press.reading import read
from press.rules.wording import NOT_TRUE
from press.wording import overclaims

ABOUT, PACK = "docs/about/index.md", "docs/how-to/cold-pack.md"
RULE = "nothing-is-overclaimed"

OVERCLAIMS = """
Ice heals a sprain.
Massage has a healing touch.
Cold cures back pain.
A massage is a cure for stress.
This massage will detox your body.
Massage removes the toxins from your muscles.
Cold flushes the muscle.
Ice flushes out waste.
Cold boosts your blood flow.
A circulation boost you can feel.
Relief is guaranteed.
Ice never fails.
Cold is clinically proven.
Studies prove it, and ice is proven to work.
Ice is safe for everyone.
Massage is completely safe.
Cold packs have no side effects.
The benefits are amplified when you use both.
The pair amplifies relief.
Combining them enhances the benefits.
The two together do more than one.
Ice gives you faster recovery.
Massage speeds up recovery.
You recover faster after a massage.
Cold promotes recovery.
Numb skin allows deeper massage.
After ice the therapist can work more deeply.
Ice lets you press without discomfort.
Massage improves your circulation.
Cold increases blood flow to the muscle.
Ice releases endorphins.
Cold triggers a rush of endorphins.
Ice promotes cellular repair.
Massage regenerates tissue.
Cold reduces inflammation.
Ice fights the inflammation in your joint.
Cold significantly lowers pain.
Ice is an excellent choice for pain.
Massage gives lasting relief.
Your pain disappears in minutes.
Cold prepares the muscles for massage.
Apply ice before the massage.
Massage clears lactic acid.
Massage breaks up knots.
Cold treats the cause of pain.
Ice works wonders.
Self-healing starts with ice.
Ice he\u00adals.
Cold is not shown to harm, and it heals.
Ice is not only safe: it cures.
Cold hеals the skin.
An ice pack h&#101;als you.
A massage h<b>ea</b>ls him.
A de-tox for your legs.
Cold is 100 % effective.
Massage is safe and effective.
It has no known side effects.
You can use ice as long as you like.
Ice cannot hurt you.
Cold cuts your recovery in half.
Ice replaces painkillers.
Massage melts away tension.
There is no need for a doctor.
Why not heal with ice?
It is not true that ice does not heal.
Nothing shows better that ice heals.
People say ice heals, and they are right.
You can ignore the box above.
Massage releases feel-good hormones.
Cold is scientifically proven.
""".strip().splitlines()

HARMLESS = """
Ice has not been shown to heal a sprain.
A wound that is slow to heal needs a nurse.
Wait until it heals.
Neither is a cure.
There is no cure for this illness.
No study shows that cold speeds recovery.
Cold was not shown to boost blood flow.
The child sits on a booster seat.
Flushed skin should fade within an hour.
We give no guarantee.
That is not proven.
We never say that ice is safe for everyone.
Massage does not detox the body.
An ice pack has not been shown to release endorphins.
A clot can lie in a deeper vein.
Sit in water up to the waist or deeper.
Faster recovery has not been shown.
Better blood flow to the muscle: not shown.
Nobody knows if massage improves circulation.
It has not been shown to reduce inflammation.
Massage was not seen to clear lactic acid.
The large trial compared painful massage with painless massage.
You may have read that ice sets free endorphins.
The speed of the nerves fell.
Secure the pack with a cloth.
Two together have not been shown to do more.
Ask whether massage is safe for you.
This list cannot tell you that ice is safe for you.
Massage is not a cure for stress.
Stop if the swelling grows.
Never stop taking your tablets.
Which of the two works best is not known.
It is not known whether ice is safe in pregnancy.
Melting ice is as cold as it should be.
""".strip().splitlines()


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


@pytest.mark.parametrize(("file", "old", "new", "where"), [
    (PACK, "title: Using a cold pack", "title: Cold packs that heal", f"{PACK}:2"),
    (PACK, "description: A page", "description: A cure for pain. A page", f"{PACK}:3"),
    (PACK, "point: Using a cold pack is easy to read here.", "point: A cold pack boosts you.", f"{PACK}:6"),
    (PACK, "actions: [Read the page first.]", "actions: [Read how ice heals.]", f"{PACK}:7"),
    (PACK, "checked: 2026", "aliases: [ice heals]\nchecked: 2026", f"{PACK}:8"),
    (PACK, "## Step by step {#steps}", "## Steps to faster recovery {#steps}", f"{PACK}:20"),
    ("docs/_data/claims.yml", "found: Pain was a little lower for an hour.", "found: Pain was cured.", "docs/_data/claims.yml:9"),
    ("docs/_data/glossary.yml", "definition: Skin that was harmed by cold.", "definition: Skin that cold heals.", "docs/_data/glossary.yml:3"),
    ("docs/_notes/cold-never.md", "Never use it if cold turns", "Cold is safe for everyone. Never use it if cold turns", "docs/_notes/cold-never.md:7"),
    ("overrides/partials/footer.html", "Information only.", "Information that heals.", "overrides/partials/footer.html:"),
    ("mkdocs.yml", "site_name: Small guide", "site_name: The healing guide", "mkdocs.yml:"),
])
def test_an_overclaim_is_found_wherever_it_is_written(small, file, old, new, where):
    result = small.edit(file, old, new).build()
    assert any(line.startswith(where) and line.endswith(f"[{RULE}]") for line in result.text.splitlines()), result.text


def test_an_overclaim_is_found_in_a_text_beside_a_page(small):
    (small.root / "site/how-to/cold-pack/note.txt").write_text("Cold packs heal.\n", encoding="utf-8")
    result = small.told(RULE)
    assert "'heal' says more than research shows" in result.text and "cold-pack" in result.line(RULE)


def test_what_people_say_may_stand_in_the_card_of_a_belief_alone(small):
    assert RULE not in small.told(RULE).rules
    result = small.edit(PACK, "1. Wrap the cold pack in a cloth.", "1. Cold packs cure knees. Wrap the cold pack in a cloth.").build()
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
