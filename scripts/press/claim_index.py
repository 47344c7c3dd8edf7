"""Ways to find a claim in the evidence: by how sure we are, by what it is about, and by the page that shows it."""

from press.calls import calls
from press.model import GRADES, Claim, Page
from press.site import Site
from press.topic_words import hits, plain

WIDE = 1 / 3  # a topic with a larger share of all claims lists only those that no narrower one has


def by_grade(site: Site) -> list[tuple[str, list[Claim]]]:
    """Return the claims of each grade, the surest first."""
    return [(grade, found) for grade in GRADES if (found := [claim for claim in site.claims.values() if claim.grade == grade])]


def by_topic(site: Site) -> list[tuple[str, list[Claim]]]:
    """Return the claims on each topic: those whose words hold one of the topic's words. What fits none comes last."""
    text = {claim.id: plain(f"{claim.title}. {claim.says} {claim.population}") for claim in site.claims.values()}
    groups = [(topic.name, [claim for claim in site.claims.values() if hits(topic.words, text[claim.id])])
              for topic in site.topics.values()]
    wide = {name for name, claims in groups if len(claims) > WIDE * len(site.claims)}
    narrow = {claim.id for name, claims in groups if name not in wide for claim in claims}
    groups = [(name, [claim for claim in claims if name not in wide or claim.id not in narrow]) for name, claims in groups]
    placed = {claim.id for _, claims in groups for claim in claims}
    groups.append(("Other topics", [claim for claim in site.claims.values() if claim.id not in placed]))
    return [(name, claims) for name, claims in groups if claims]


def by_page(site: Site) -> list[tuple[Page, list[Claim]]]:
    """Return the claims that each page shows, in the order of the menu."""
    urls = dict.fromkeys([*(page.url for _, pages in site.menu for page in pages), *site.pages])
    return [(site.pages[url], claims) for url in urls if (claims := _claims(site, site.pages[url]))]


def _claims(site: Site, page: Page) -> list[Claim]:
    ids = dict.fromkeys(id for call in calls(page) if call.name == "claim" for id in call.arguments)
    return [site.claims[id] for id in ids if id in site.claims]
