"""Who stands behind a page: its author, and the studies and reports that its words rest on."""

from collections.abc import Iterator
from functools import lru_cache

from press.calls import Call, calls
from press.model import Page, Practice, Record, Reference
from press.sharing import name_of
from press.site import Site

TABLES_CALLED = {"claim": "claims", "belief": "beliefs", "drawing": "drawings"}  # calls that name a row, which names references


def author(practice: Practice) -> str:
    """Return the sentence on who answers for this copy. Nobody is named but by the practice."""
    if not practice.author:
        return "Nobody is named as the author of this copy."
    return f"{', '.join(filter(None, (practice.author.name, practice.author.credentials, practice.name)))}."


def works(site: Site, page: Page) -> list[Reference]:
    """Return the references that a page rests on: those of its claims, cautions, beliefs and drawings, and those it cites;
    each once."""
    return _works(site, calls(page))


@lru_cache(maxsize=2048)  # what a page says of itself, shows and links is each held against them
def _works(site: Site, calls: tuple[Call, ...]) -> list[Reference]:
    ids = dict.fromkeys(id for call in calls for record in _rows(site, call) for id in record.references)
    ids |= dict.fromkeys(id for call in calls if call.name == "cite" for id in call.arguments)
    return [site.references[id] for id in ids if id in site.references]


def place(page: Page) -> str:
    """Return the id under which the evidence page lists the claims of a page."""
    return f"by-page-{name_of(page.url)}"


def way_to(page: Page) -> str:
    """Return the address at which a reader finds what a page rests on: its claims, or all references."""
    return f"evidence/#{place(page)}" if any(call.name == "claim" for call in calls(page)) else "evidence/#references"


def _rows(site: Site, call: Call) -> Iterator[Record]:
    """Yield the rows of the data that a call shows."""
    if call.name in TABLES_CALLED:
        table = site.tables[TABLES_CALLED[call.name]]
        yield from _with_claims(site, [table[id] for id in call.arguments if id in table])
    elif call.name == "beliefs":
        yield from _with_claims(site, list(site.beliefs.values()))
    elif call.name == "contraindications":
        yield from (row for row in site.contraindications.values() if row.severity in call.arguments)
    elif call.name == "warning_signs":
        yield from (row for row in site.red_flags.values() if row.urgency in call.arguments)


def _with_claims(site: Site, rows: list[Record]) -> Iterator[Record]:
    """Yield rows, and the claims that a belief's card leads to."""
    yield from rows
    yield from (site.claims[id] for row in rows for id in getattr(row, "claims", ()) if id in site.claims)
