"""The guide is right for every country, and for a practice that has filled in its block: no rule speaks, and each number is that country's own."""

import pytest
from guide import Guide
from press.built import read_built
from press.rules import REGISTER

REGIONS = ["uk", "uk-ni", "ie", "us", "ca", "au", "nz", "eu", "none"]
NUMBERS = {"uk": {"999"}, "uk-ni": {"999"}, "ie": {"112", "999"}, "us": {"911"}, "ca": {"911"}, "au": {"000"}, "nz": {"111"}, "eu": {"112"}, "none": set()}
SAFETY = {"safety", "topics", "seals", "safety_lists", "check_before_ice", "numbers_to_call", "verdicts", "help_at_hand", "styles"}  # the modules of rules about safety
BLOCK = """  practice:
    name: Riverside Massage
    email: hello@practice.example
    phone: "+44 20 7946 0000"
    website: https://practice.example/
    address: 1 River Street, Exampletown
    region: uk
    author: {name: A. Person, credentials: MSc}
    reviewer: {name: A. Clinician, credentials: MCSP}
    reviewed: 2026-11-22
    colours: {cold: "#1b4f72", warm: "#7a3b1e"}
"""


def numbers(folder) -> set[str]:
    return {node.text() for page in read_built(folder).pages.values() for node in page.tree.css("[data-number]")}


def test_every_region_of_the_table_is_tried(real_site):
    assert set(real_site.regions) == set(REGIONS)


@pytest.mark.parametrize("region", REGIONS)
def test_no_rule_speaks_in_any_region_of_the_small_guide(small_bench, region):
    about_safety = tuple(rule.name for rule in REGISTER if rule.run.__module__.rpartition(".")[2] in SAFETY)
    action = ("docs/index.md", "actions: [Read the page first.]", """actions: ['Bad? {{ region("emergency") }}.']""")  # it goes into the email as well
    assert small_bench.say(("mkdocs.yml", "  practice:", f"  practice:\n    region: {region}"), action, rules=about_safety) == []


@pytest.mark.slow
@pytest.mark.parametrize("region", REGIONS)
def test_the_real_guide_is_built_for_every_region_with_its_own_numbers(tmp_path, region):
    guide = Guide.real(tmp_path / "guide").edit("mkdocs.yml", "  practice:", f"  practice:\n    region: {region}")
    result = guide.build()
    assert result.built and result.text.strip() == "", result.text
    assert numbers(guide.root / "site") == NUMBERS[region]


@pytest.mark.slow
def test_the_real_guide_is_built_for_a_practice_that_has_filled_in_its_block(tmp_path):
    guide = Guide.real(tmp_path / "guide").edit("mkdocs.yml", "  practice:\n", BLOCK)
    result = guide.build()
    assert result.built and result.text.strip() == "", result.text
    assert numbers(guide.root / "site") == NUMBERS["uk"]
