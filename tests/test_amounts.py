"""A dose stands in one place: when it changes, every sentence that names it changes."""

import pytest

from press.notes import filled
from press.prose import Prose
from press.reading import read


def test_a_changed_dose_changes_pages_notes_and_data(small):
    small.edit("docs/_data/claims.yml", "Cold left on too long burns the skin.",
               "Cold left on past {pack-time.limit} burns the skin.")
    small.edit("docs/_data/contraindications.yml", "Use more cloth.", "Use more cloth, and stop by {pack-time.limit}.")
    small.edit("docs/_data/doses.yml", "limit: 20 minutes", "limit: 19 minutes")
    site = read(small.root)
    assert site.claims["saf-01"].says == "Cold left on past 19 minutes burns the skin."
    assert site.contraindications["older"].what_to_do == "Use more cloth, and stop by 19 minutes."
    assert "Never go past 19 minutes." in filled(Prose(site), site.notes["cold-pack-rules"]).text


@pytest.mark.parametrize(("written", "meant"), [("{pack-time.limt}", "'limit'"), ("{pack-tme.limit}", "'pack-time'")])
def test_an_unknown_dose_in_data_is_named(small, written, meant):
    result = small.edit("docs/_data/claims.yml", "too long", f"past {written}").told("known-names")
    assert result.line("known-names") == "docs/_data/claims.yml:18"
    assert f"Did you mean {meant}?" in result.text


def test_a_number_typed_in_a_note_is_named(small_bench):
    note = "docs/_notes/cold-pack-rules.md"
    for old in ('{{ dose("pack-time", "usual") }}, never', 'a timer for {{ dose("pack-time", "usual") }}'):
        found = small_bench.say((note, old, old.replace('{{ dose("pack-time", "usual") }}', "10 minutes")),
                                rules=("numbers-come-from-data",))
        assert [(p.where, p.line) for p in found] == [(note, small_bench.line(note, old))]


@pytest.mark.breaks("doses-are-printed-as-they-are")
def test_a_dose_that_is_not_printed_as_it_is_is_named(small_bench):
    page = "site/how-to/cold-pack/index.html"
    for old, new in (("10 minutes</span>", "40 minutes</span>"), ("20 minutes</span>", "20 hours</span>")):
        found = small_bench.say((page, old, new), rules=("doses-are-printed-as-they-are",))
        assert [p.where for p in found] == ["docs/how-to/cold-pack.md"] and new.removesuffix("</span>") in found[0].says
