"""The real pages show their evidence: each claim leads to its sources, and the list of all can be read in three ways."""

import pytest


def test_every_claim_on_the_real_pages_resolves_to_a_reference_with_an_anchor(real_site, real_built):
    evidence = real_built.page_at("evidence/")
    ids, seen = set(evidence.ids), 0
    for shown in real_built.pages.values():
        for link in shown.tree.css("[data-claim]:not(.finding) a[href*='evidence/#claim-']"):
            claim = real_site.claims[link.attributes["href"].partition("#claim-")[2]]
            assert f"claim-{claim.id}" in ids
            assert claim.references and all(f"ref-{reference}" in ids for reference in claim.references)
            seen += 1
    assert seen >= len(real_site.claims)


@pytest.mark.parametrize("way", ["by-grade", "by-topic", "by-page"])
def test_the_evidence_can_be_read_by_grade_by_topic_and_by_page(real_site, real_built, way):
    article = real_built.page_at("evidence/").article
    heading = article.css_first(f"#{way}")
    folds = heading.next
    while folds.tag != "div":
        folds = folds.next
    linked = {a.attributes["href"].removeprefix("#claim-") for a in folds.css('a[href^="#claim-"]')}
    assert linked == set(real_site.claims)


def test_the_name_of_a_source_leads_to_one_source_alone(real_built):
    named: dict[str, set[str]] = {}
    for page in real_built.pages.values():
        for link, address in page.links:
            if "#ref-" in address and link.parent.tag != "dd":  # a page's own sources, all together
                named.setdefault(page.words_of(link), set()).add(address.partition("#")[2])
    assert len(named) > 50
    assert {"Cherkin 2011", "FOX 5 DC"} <= set(named), "a person's initials go, an organisation's name stays whole"
    assert {name: sources for name, sources in named.items() if len(sources) > 1} == {}
