"""What a page says of itself to machines (schema.org, as JSON-LD): nothing but what its reader can see as well."""

import json

from press.model import Page, Practice
from press.notes import filled
from press.prose import Prose
from press.provenance import works
from press.site import Site

CONTEXT = "https://schema.org"
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}  # so that nothing can end the script element


def markup(site: Site, prose: Prose, page: Page) -> str:
    """Return the JSON-LD of a page, safe to stand inside a script element."""
    return json.dumps(structured(site, prose, page), ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def structured(site: Site, prose: Prose, page: Page) -> dict[str, object]:
    """Return what machines may know of a page: a MedicalWebPage about a MedicalTherapy, its cautions and its sources."""
    about = {"@type": "MedicalWebPage" if page.kind != "service" else "WebPage", "url": site.settings.site_url + page.url,
             "name": page.title, "dateModified": page.checked.isoformat(), **_people(site.practice)}
    if page.kind == "advice":
        about["description"] = prose.words(page.point, page, page.path, page.lines.get("point", 1))
        about["about"] = {"@type": "MedicalTherapy", "name": site.settings.site_name,
                          "contraindication": _contraindications(site, prose, page)}
    cited = [{"@id": f"{site.settings.site_url}evidence/#ref-{work.id}"} for work in works(site, page)]
    return {"@context": CONTEXT, **about, **({"citation": cited} if cited else {})}


def _contraindications(site: Site, prose: Prose, page: Page) -> list[str]:
    """Return what the page says one must not do: the short line of each 'do not' note."""
    return [filled(prose, note).short for note in site.notes_required(page.topics) if note.severity == "do-not"]


def _people(practice: Practice) -> dict[str, object]:
    """Return author, publisher and reviewer, as far as the practice names them."""
    people: dict[str, object] = {}
    if practice.author:
        people["author"] = {"@type": "Person", "name": practice.author.name}
    if practice.name:
        people["publisher"] = {"@type": "Organization", "name": practice.name}
    if practice.reviewer and practice.reviewed:
        people["reviewedBy"] = {"@type": "Person", "name": practice.reviewer.name}
        people["lastReviewed"] = practice.reviewed.isoformat()
    return people
