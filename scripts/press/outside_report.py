"""Tells in Markdown what the outside addresses answered, where each is used, what falls due,
and what the original guide has withdrawn."""

import datetime
import json
import urllib.request
from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from press.addresses import answered
from press.built import Built
from press.calls import calls
from press.crawl import links, target
from press.lists import pages_by_claim
from press.model import Claim, Page
from press.outside import Answer, Manner, ask_all
from press.site import Site

HEADINGS = {"dead": "Dead: the page is gone", "moved": "Moved for good: write the new address",
            "unclear": "No clear answer: look by hand if this stays so",
            "forbidden": "Forbidden to programs: most likely fine, look by hand now and then"}
URGENT = ("dead", "moved")  # a reader meets these; the others may only be met by programs


def outside_addresses(site: Site, built: Built) -> dict[str, set[str]]:
    """Return each outside address that the built pages or the references name, with the pages that link to it,
    by address from the root."""
    found: dict[str, set[str]] = {}
    for link in links(built):
        if link.address.startswith(("https://", "http://")) and link.file in built.pages and target(built, link) is None:
            found.setdefault(urldefrag(link.address)[0], set()).add(f"/{built.pages[link.file].url}")
    for reference in site.references.values():
        if address := _address_of(reference):
            found.setdefault(urldefrag(address)[0], set())
    return found


def report(site: Site, built: Built, today: datetime.date, due_within: int, original: str, manner: Manner) -> tuple[str, bool]:
    """Return the report, and whether there is something to do. `due_within` is in days;
    `original` is the address of the guide this one is a copy of."""
    places = outside_addresses(site, built)
    answers = ask_all(places, manner)
    told = {verdict: [a for _, a in sorted(answers.items()) if a.verdict == verdict] for verdict in HEADINGS}
    due = list(falling_due(site, today, due_within))
    gone = list(withdrawn_elsewhere(built, original, manner)) if original else []
    good = sum(answer.verdict == "good" for answer in answers.values())
    shown = pages_by_claim(site)
    lines = [f"{len(answers)} outside addresses were asked on {today}. {good} are good."]
    lines += _part("Withdrawn by the original guide: take its newest version now", gone)
    for verdict, heading in HEADINGS.items():
        lines += _part(heading, [_line(site, shown, answer, places[answer.address]) for answer in told[verdict]])
    lines += _part(f"Checks that fall due within {due_within} days", due)
    return "\n".join(lines) + "\n", bool(gone or due or any(told[verdict] for verdict in URGENT))


def falling_due(site: Site, today: datetime.date, within: int) -> Iterator[str]:
    """Yield a line for each page and claim whose next check is due, the most urgent first."""
    last = today + datetime.timedelta(days=within)
    records: list[Page | Claim] = [*site.pages.values(), *site.claims.values()]
    for record in sorted((r for r in records if r.check_by <= last), key=lambda r: (r.check_by, r.path, r.line)):
        what = f"page /{record.url}" if isinstance(record, Page) else f"claim {record.id}"
        late = " It is overdue." if record.check_by < today else ""
        place = f"{record.path}:{record.lines['check_by']}"
        yield f"by {record.check_by}: {what}, “{record.title}” ({_code(place)}).{late}"


def withdrawn_elsewhere(built: Built, original: str, manner: Manner) -> Iterator[str]:
    """Yield a line for each address that the original guide has withdrawn and this copy still publishes."""
    here = answered(built)
    try:
        request = urllib.request.Request(urljoin(original.rstrip("/") + "/", "addresses.json"),
                                         headers={"User-Agent": manner.name})
        with urllib.request.urlopen(request, timeout=manner.timeout) as response:
            withdrawn = json.load(response)["withdrawn"]
    except (OSError, ValueError, KeyError):
        yield f"its list of addresses could not be read at {_code(original)}."
        return
    yield from (f"{_code('/' + address)}, on {_code(day)}: {_code(reason)}"
                for address, (day, reason) in sorted(withdrawn.items()) if f"/{address}" in here)


def _line(site: Site, shown: dict[str, list[Page]], answer: Answer, pages: set[str]) -> str:
    """Return what an address answered, and the references, claims and pages that count on it."""
    references = [r for r in site.references.values() if urldefrag(_address_of(r))[0] == answer.address]
    ids = {reference.id for reference in references}
    claims = [claim for claim in site.claims.values() if ids & set(claim.references)]
    pages = pages | {f"/{page.url}" for claim in claims for page in shown.get(claim.id, [])}
    pages |= {f"/{page.url}" for page in site.pages.values() for call in calls(page) if call.name == "cite"
              and ids & set(call.arguments)}
    parts = [f"{_code(answer.address)}: {answer.says}"]
    parts += [f"It is now {_code(answer.leads_to)}."] if answer.leads_to else []
    parts += [f"Reference {_code(r.id)} ({_code(f'{r.path}:{r.line}')})." for r in references]
    parts += [f"Claims: {', '.join(_code(claim.id) for claim in claims)}."] if claims else []
    parts += [f"Pages: {', '.join(sorted(pages))}."] if pages else []
    return " ".join(part if part.endswith(".") else f"{part}." for part in parts)


def _address_of(reference) -> str:
    return reference.link or (f"https://doi.org/{reference.doi}" if reference.doi else "")


def _part(heading: str, lines: list[str]) -> list[str]:
    return ["", f"## {heading} ({len(lines)})", "", *(f"- {line}" for line in lines)] if lines else []


def _code(text: str) -> str:
    """Return words of somebody else's so that a forge shows them as they are and acts on none."""
    return "`" + " ".join(text.replace("`", "'").split()) + "`"
