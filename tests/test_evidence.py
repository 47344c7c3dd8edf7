"""Nothing is claimed without its evidence: each rule is silent on the good guides, and speaks when one thing is broken."""

import re

import pytest

from press.rules import REGISTER

CLAIMS, REFERENCES, PACK = "docs/_data/claims.yml", "docs/_data/references.yml", "docs/how-to/cold-pack.md"
OWN = ("references-are-known", "references-are-well-formed", "grades-fit-their-sources", "claims-have-sources",
       "cautions-say-whose-they-are",
       "nothing-is-orphaned", "references-have-a-safe-way", "words-fit-the-grade", "claims-lead-to-their-sources",
       "claims-show-their-dates", "claims-count-as-their-figures")
# the pages are not built again here
SEEN_ON_PAGES = {"claims-lead-to-their-sources", "claims-show-their-dates", "cautions-say-whose-they-are"}

# What is done to the data: (name, file, old words, new words, the rule that speaks, where, words of its message)
SLIPS = [
    ("a claim without a reference", CLAIMS, "  references: [smith-2010]\n", "", "claims-have-sources", f"{CLAIMS}:1", "'ben-01'"),
    ("a claim with an empty list", CLAIMS, "references: [smith-2010]", "references: []", "claims-have-sources", f"{CLAIMS}:12",
     "add the id of a study"),
    ("an effect that is our own caution", CLAIMS, "  references: [smith-2010]\n", "  basis: own caution\n", "claims-have-sources",
     f"{CLAIMS}:1", "'ben-01'"),
    ("a claim on an unknown study", CLAIMS, "[smith-2010]", "[smith-2011]", "references-are-known", f"{CLAIMS}:12",
     "'smith-2010'"),
    ("a study nobody could check", REFERENCES, "status: verified", "status: unverified", "references-are-known", f"{CLAIMS}:12",
     "unverified"),
    ("a study withdrawn by its journal", REFERENCES, "status: verified", "status: retracted", "references-are-known",
     f"{CLAIMS}:12", "retracted"),
    ("a study whose results nobody read", REFERENCES, 'results_read: "yes"', 'results_read: "no"', "claims-have-sources",
     f"{CLAIMS}:12", "were not read"),
    ("a DOI with its address", REFERENCES, "doi: 10.1000/small.1", "doi: https://doi.org/10.1000/small.1",
     "references-are-well-formed", f"{REFERENCES}:9", "'10.1000/182'"),
    ("a DOI cut short", REFERENCES, "doi: 10.1000/small.1", "doi: 10.1000/", "references-are-well-formed",
     f"{REFERENCES}:9", "10.1000"),
    ("a PubMed number with letters", REFERENCES, 'pmid: "11111111"', "pmid: PM1111", "references-are-well-formed",
     f"{REFERENCES}:20", "'PM1111'"),
    ("a year to come", REFERENCES, "year: 2010", "year: 2101", "references-are-well-formed", f"{REFERENCES}:6", "'2101'"),
    ("a year of three digits", REFERENCES, "year: 2010", "year: 201", "references-are-well-formed", f"{REFERENCES}:6", "'201'"),
    ("one study twice", REFERENCES, 'pmid: "11111111"', "doi: 10.1000/SMALL.1", "references-are-well-formed",
     f"{REFERENCES}:20", "line 9"),
    ("a link to another study", REFERENCES, "https://doi.org/10.1000/small.1", "https://doi.org/10.1000/small.2",
     "references-are-well-formed", f"{REFERENCES}:10", "another DOI"),
    ("pages that end before they begin", REFERENCES, "pages: 1-9", 'pages: "123-115"', "references-are-well-formed",
     f"{REFERENCES}:8", "'115-123'"),
    ("short pages that end before they begin", REFERENCES, "pages: 1-9", 'pages: "S386-79"', "references-are-well-formed",
     f"{REFERENCES}:8", "'S386-79'"),
    ("an unsafe way to a study", REFERENCES, "https://doi.org/10.1000/small.1", "http://doi.org/10.1000/small.1",
     "references-have-a-safe-way", f"{REFERENCES}:10", "'https://doi.org/10.1000/small.1'"),
    ("an exception for a safe way", "docs/_data/exceptions.yml", "[]",
     "- {id: a, rule: references-have-a-safe-way, what: smith-2010, reason: none}", "references-have-a-safe-way",
     "docs/_data/exceptions.yml:1", "needs no exception"),
    ("an unknown kind of study", REFERENCES, "study_type: randomised-trial", "study_type: randomized-trial",
     "grades-fit-their-sources", f"{REFERENCES}:11", "'randomised-trial'"),
    ("a grade above its best study", CLAIMS, "may ease knee pain for a while.\n  grade: low",
     "does ease knee pain for a while.\n  grade: high", "grades-fit-their-sources", f"{CLAIMS}:5", "grade: moderate"),
    ("an effect on a case report alone", CLAIMS, "[smith-2010]", "[jones-2001]", "grades-fit-their-sources", f"{CLAIMS}:12",
     "a warning alone"),
    ("a caution of nobody", "docs/_data/contraindications.yml", "  basis: own caution\n", "", "cautions-say-whose-they-are",
     "docs/_data/contraindications.yml:10", "'diabetes'"),
    ("a limit of nobody", "docs/_data/doses.yml", "  references: [jones-2001]\n", "", "cautions-say-whose-they-are",
     "docs/_data/doses.yml:1", "own caution"),
    ("a claim that no page shows", PACK, '{{ claim("saf-01") }} See', "See", "nothing-is-orphaned", f"{CLAIMS}:15", "'saf-01'"),
    ("an exception that is not needed", "docs/_data/exceptions.yml", "[]",
     "- {id: a, rule: nothing-is-orphaned, what: ben-01, reason: none}", "nothing-is-orphaned",
     "docs/_data/exceptions.yml:1", "needs no exception"),
    ("a low effect in high words", CLAIMS, "may ease knee pain", "does ease knee pain and may do so", "words-fit-the-grade",
     f"{CLAIMS}:4", "'high'"),
    ("a low effect in moderate words", CLAIMS, "may ease knee pain", "may and probably will ease knee pain",
     "words-fit-the-grade", f"{CLAIMS}:4", "'probably'"),
    ("an effect without a word of its grade", CLAIMS, "may ease knee pain", "eases knee pain", "words-fit-the-grade",
     f"{CLAIMS}:4", "'may', 'might', 'could'"),
    ("a sighting without its number", CLAIMS, "kind: effect", "kind: observed", "words-fit-the-grade", f"{CLAIMS}:4",
     "in how many"),
    *[(f"figures that do not fit: {said}", CLAIMS, "knee pain for a while.", f"knee pain for a while. {said}",
       "claims-count-as-their-figures", f"{CLAIMS}:4", f"'{found}'")
      for said, found in (("In 3 studies of 90 people.", "3 studies"), ("In 2 trials of 900 adults.", "900 adults"),
                          ("That was one study.", "one study"), ("It was 2 studies, and 1,090 women.", "1,090 women"))],
    ("a figure below one", CLAIMS, "people: 90}", "people: 0}", "claims-count-as-their-figures", f"{CLAIMS}:10", "'people: 0'"),
    ("a figure in words", CLAIMS, "studies: 2", "studies: a few", "claims-count-as-their-figures", f"{CLAIMS}:10",
     "'studies: a few'"),
    ("no effect in other words", CLAIMS, "kind: effect", "kind: no-effect", "words-fit-the-grade", f"{CLAIMS}:4",
     "'made no difference in'"),
]


@pytest.mark.parametrize(("name", "file", "old", "new", "rule", "where", "words"), SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_in_the_evidence_is_named_with_its_place_and_its_fix(small, name, file, old, new, rule, where, words):
    result = small.edit(file, old, new).told(*OWN)
    assert not result.built
    assert rule in result.rules and result.rules & set(OWN) - SEEN_ON_PAGES <= {rule}, result.text
    assert any(line.startswith(f"{where}:") and line.endswith(f"[{rule}]") for line in result.text.splitlines()), result.text
    assert words in result.text and "Fix:" in result.text


@pytest.mark.parametrize("pages", ["1123-9", "379-86", "E48-E54", "e12345", "7-22, 30-31", "CD004871", "S12–S18"])
def test_pages_as_journals_write_them_are_accepted(small, pages):
    assert small.edit(REFERENCES, "pages: 1-9", f'pages: "{pages}"').told("references-are-well-formed").built


@pytest.mark.parametrize(("kind", "says"), [
    ("observed", "In 2 studies of 90 people, cold packs eased knee pain."),
    ("no-effect", "A cold pack was not shown to ease knee pain."),
    ("no-effect", "A cold pack made no difference in knee pain."),
    ("effect", "A cold pack might ease knee pain."),
])
def test_the_fixed_words_of_each_kind_are_accepted(small, kind, says):
    result = small.edit("docs/_data/claims.yml", "kind: effect\n  says: A cold pack may ease knee pain for a while.",
                        f"kind: {kind}\n  says: {says}").told(*OWN)
    assert "words-fit-the-grade" not in result.rules, result.text


def test_a_grade_outside_the_four_words_is_refused(small):
    result = small.edit(CLAIMS, "grade: low", "grade: strong").build()
    assert not result.built and result.line("data-fields") == f"{CLAIMS}:5", result.text


def test_a_missing_grade_is_refused(small):
    result = small.edit(CLAIMS, "  grade: low\n", "").build()
    assert not result.built and "'grade' is missing" in result.text


def test_a_reference_that_nothing_uses_needs_a_reason(small):
    more = "- {id: idle-2000, type: article, title: Idle, authors: [Idle I], study_type: survey, status: verified, results_read: partly}\n"
    path = small.root / REFERENCES
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    told = small.told(*OWN).text
    assert "'idle-2000'" in told
    small.write("docs/_data/exceptions.yml", re.search(r"exceptions\.yml: (- \{.*\})", told)[1])
    assert "nothing-is-orphaned" not in small.told(*OWN).rules


def test_a_warning_may_be_our_own_caution_and_is_printed_so(small):
    result = small.edit(CLAIMS, "  references: [jones-2001]\n", "  basis: own caution\n").seal().build()
    assert result.built, result.text
    entry = (small.root / "site/evidence/index.html").read_text(encoding="utf-8").split('data-claim="saf-01"')[1].split("</article>")[0]
    assert "Our own caution" in entry


def test_a_caution_that_is_not_printed_as_our_own_is_named(small):
    result = small.edit("overrides/snippets/_shapes.html", "Our own caution: no source yet.", "No source yet.").build()
    assert result.line("cautions-say-whose-they-are") == "docs/_data/contraindications.yml:10", result.text


@pytest.mark.parametrize(("snippet", "old", "new", "rule", "where"), [
    ("claim.html", "{{ claim.grade }} certainty</a>", "{{ claim.grade }}</a>", "claims-lead-to-their-sources", f"{PACK}:15"),
    pytest.param("claims_list.html", "{{ sources(claim.references, claim.basis) }}", "", "claims-lead-to-their-sources",
                 f"{CLAIMS}:1", marks=pytest.mark.breaks("claims-lead-to-their-sources")),
    pytest.param("claims_list.html", "Next check by {{ claim.check_by|day }}.", "", "claims-show-their-dates", f"{CLAIMS}:1",
                 marks=pytest.mark.breaks("claims-show-their-dates")),
])
def test_a_look_that_loses_the_way_to_the_evidence_is_named(small, snippet, old, new, rule, where):
    result = small.edit(f"overrides/snippets/{snippet}", old, new).build()
    assert result.line(rule) == where, result.text


def test_the_rules_on_evidence_are_silent_on_the_real_guide(real_site, real_built):
    told = [str(found) for rule in REGISTER if rule.name in OWN for found in rule.run(real_site, real_built)]
    assert told == []
