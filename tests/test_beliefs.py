"""Each claim of the source article can be found, with its verdict and why;
none that research does not support stands as a statement."""

from urllib.parse import urljoin

from press.blocks import words
from press.rules.wording import NOT_TRUE

CLICKS = 2


def within(built, clicks):
    """Return the addresses that a reader reaches from the home page with so many clicks."""
    seen = here = {""}
    for _ in range(clicks):
        links = {urljoin(f"/{url}", (a.attributes["href"] or "").partition("#")[0]).lstrip("/") for url in here
                 for page in [built.page_at(url)] if page for a in page.tree.css("body a[href]")}
        here = links - seen
        seen = seen | links
    return seen


def test_all_22_claims_are_two_clicks_from_home_with_verdict_and_reason(real_site, real_built):
    assert len(real_site.beliefs) == 22
    reached = [page for url in within(real_built, CLICKS) if (page := real_built.page_at(url))]
    for belief in real_site.beliefs.values():
        cards = [card for page in reached for card in page.tree.css(f'.belief[data-belief="{belief.id}"]')]
        assert cards, belief.id
        shown = words(cards[0])
        assert belief.claim in shown and f"Our verdict {belief.verdict}" in shown and " ".join(belief.why.split()) in shown


def test_the_critical_ones_come_first(real_site, real_built):
    order = [card.attributes["data-belief"] for card in real_built.page_at("science/beliefs/").tree.css(".belief")]
    critical = {belief.id for belief in real_site.beliefs.values() if belief.priority == "critical"}
    assert set(order[:len(critical)]) == critical == {"sc13", "sc14", "sc16", "sc22"}


def test_the_evidence_names_what_research_does_not_support(real_site, real_built):
    shown = {node.attributes["data-belief"] for node in real_built.page_at("evidence/").tree.css("li[data-belief]")}
    assert shown == {belief.id for belief in real_site.beliefs.values() if belief.verdict in NOT_TRUE}


def test_the_search_shows_no_belief_without_saying_what_it_is(real_built):
    import json

    index = json.loads((real_built.folder / "search.json").read_text(encoding="utf-8"))
    _, parts, _, excerpts, labels, _ = (column.split("\n") for column in index["entries"])
    shown = [(excerpt, label) for part, excerpt, label in zip(parts, excerpts, labels, strict=True) if part.startswith("belief-")]
    assert len(shown) == 22
    for excerpt, label in shown:
        assert "belief" in index["labels"][int(label)] or excerpt.startswith("Our verdict"), excerpt
