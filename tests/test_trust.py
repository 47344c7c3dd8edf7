"""Who says so, and on what: authorship, the way from each claim to its sources, and nothing that lies about unused."""

import re

import pytest

from press.audit import audited, result
from press.audit.clarity import comes_in_short_parts, lists_are_short
from press.audit.trust import names_help
from press.blocks import words
from press.built import Built, read_built
from press.built_page import BuiltPage
from press.reading import read
from press.review import review
from press.rules.self_audit import the_self_audit_is_computed

RULES = ("nothing-is-overclaimed", "beliefs-are-not-stated")


def jama(site, built) -> dict[str, list[bool]]:
    """Return which of the four JAMA items each page meets."""
    items = [item for item in site.audit.values() if item.standard == "JAMA"]
    assert len(items) == 4
    return {seen.page.url: [bool(result(item, seen)) for item in items] for seen in audited(site, built)}


def test_the_guide_meets_three_of_the_four_jama_items_unless_an_author_is_named_and_says_why(real_site, real_built):
    named = real_site.practice.author is not None
    assert set(map(tuple, jama(real_site, real_built).values())) == {(named, True, True, True)}
    audit = real_built.page_at("about/self-audit/")
    rows = audit.tree.css("dl.audit dd")
    assert sum(f"JAMA: {3 + named} of 4" in words(row) for row in rows) == len(real_site.pages)
    why = "Nobody is named as the author of this copy. So no page meets more than 3 of the 4 points."
    assert (why in " ".join(audit.blocks)) != named


@pytest.mark.parametrize(("block", "met"), [
    ("    author: {name: A. Writer, credentials: physiotherapist}\n", True),
    ("    name: Riverside Massage\n", False),  # a practice is no person
    ("    reviewer: {name: B. Reader, credentials: physiotherapist}\n    reviewed: 2026-11-23\n", False),
])
def test_authorship_counts_only_when_the_practice_names_a_person(small, block, met):
    result = small.edit("mkdocs.yml", "  practice:\n", f"  practice:\n{block}").build()
    assert result.built, result.text
    built = read_built(small.root / "site")
    assert {items[0] for items in jama(read(small.root, built.site_url), built).values()} == {met}


def test_a_figure_of_the_self_audit_that_no_test_found_is_named(real_site, real_built):
    page = real_built.page_at("about/self-audit/")
    better = BuiltPage(page.file, re.sub("JAMA: ([34])", lambda met: f"JAMA: {7 - int(met[1])}", page.html, count=1))
    for pages, told in ((real_built.pages, []), (real_built.pages | {page.file: better}, ["docs/about/self-audit.md"])):
        built = Built(real_built.folder, pages, real_built.files, real_built.not_pages)
        assert [found.where for found in the_self_audit_is_computed(real_site, built)] == told


def test_no_point_of_a_standard_is_left_out(real_site):
    """Least of all one that only people can judge: without it, the guide would seem to meet more of the standard."""
    most = {"DISCERN": 16, "JAMA": 4, "PEMAT-P": 24, "CDC Index": 20}
    points = {name: [str(n + 1) for n in range(most[name])] for name in most} | {"NHS": "1a 1b 1c 2 3 4 5 6".split()}
    assert {name: [item.number for item in real_site.audit.values() if item.standard == name] for name in points} == points


def test_every_page_says_who_has_reviewed_it_or_that_nobody_has(real_site, real_built):
    for page in real_site.pages.values():
        assert review(real_site.practice) in words(real_built.page_at(page.url).tree.css_first(".facts")), page.url


def test_each_claim_that_is_shown_leads_to_its_sources(real_site, real_built):
    evidence = real_built.page_at("evidence/")
    shown = [(page, node) for page in real_built.pages.values() for node in page.tree.css("[data-claim]:not(.finding)")]
    for page, node in shown:
        claim = real_site.claims[node.attributes["data-claim"]]
        assert node.css_first(f'a[href$="evidence/#claim-{claim.id}"]') or page is evidence, (page.url, claim.id)
        entry = evidence.tree.css_first(f'.finding[data-claim="{claim.id}"]')
        led = {a.attributes["href"].rpartition("#ref-")[2] for a in entry.css('a[href*="#ref-"]')}
        assert led and led == set(claim.references) and all(evidence.tree.css_first(f'[id="ref-{id}"]') for id in led), claim.id
    assert {node.attributes["data-claim"] for _, node in shown} == set(real_site.claims)


def test_no_reference_lies_about_unused_but_with_a_reason(real_site, real_built):
    evidence = real_built.page_at("evidence/")
    entries = {node.attributes["id"].removeprefix("ref-") for node in evidence.tree.css('[id^="ref-"]')}
    assert entries == set(real_site.references)
    led_to = {a.attributes["href"].rpartition("#ref-")[2] for page in real_built.pages.values()
              for a in page.tree.css('a[href*="#ref-"]')}
    excused = {e.what: e.reason for e in real_site.exceptions.values() if e.rule == "nothing-is-orphaned"}
    assert entries - led_to <= excused.keys() and all(len(reason) > 20 for reason in excused.values())


@pytest.mark.parametrize(("file", "old"), [
    ("how-to/cold-pack/share.txt", "Using a cold pack"), ("how-to/cold-pack/share.html", "Using a cold pack"),
    ("how-to/cold-pack/index.html", "Using a cold pack"),
    ("therapists/kit.json", "Using a cold pack"), ("search.json", "Using a cold pack"),
    ("assets/manifest.webmanifest", "What cold"), ("404.html", "</p>"), ("sw.js", "\n"),
])
def test_what_people_say_is_found_as_a_statement_in_every_kind_of_file(small, file, old):
    said = "Cold packs cure knees."
    small.edit(f"site/{file}", old, f"\nconst said = '{said}'\n" if file.endswith(".js") else f"{said} {old}")
    assert set(RULES) & small.told(*RULES).rules


def test_a_part_is_long_by_its_running_text_and_not_by_its_boxes(small):
    part = lambda: next(seen for seen in audited(read(small.root), read_built(small.root / "site"))
                        if seen.page.url == "how-to/cold-pack/")
    assert comes_in_short_parts(part()) and lists_are_short(part())
    page, words = "site/how-to/cold-pack/index.html", "<p>Wrap it well and look at it often.</p>\n" * 35
    small.edit(page, '<h2 id="if-it-does-not-help">', f'<div class="notes">{words}</div>\n<h2 id="if-it-does-not-help">')
    assert comes_in_short_parts(part())
    small.edit(page, '<h2 id="if-it-does-not-help">',
               f"{words}<ul>{'<li>Wrap it.</li>' * 8}</ul>\n<h2 id=\"if-it-does-not-help\">")
    assert not comes_in_short_parts(part()) and not lists_are_short(part())


@pytest.mark.parametrize(("region", "words", "named"), [
    ("uk", "Ask your GP.", True), ("none", "Ask your doctor.", True), ("uk", "Wait.", False),
])
def test_help_is_named_in_the_words_of_the_practice_s_country(small, region, words, named):
    small.edit("mkdocs.yml", "  practice:\n", f"  practice:\n    region: {region}\n")
    small.edit("site/how-to/cold-pack/index.html", "Ask your doctor.", words)
    seen = audited(read(small.root), read_built(small.root / "site"))
    assert names_help(next(one for one in seen if one.page.url == "how-to/cold-pack/")) == named
