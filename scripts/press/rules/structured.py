"""What a page tells machines is what its reader can see: no more, and nothing else."""

import datetime
import json

from press.built import Built
from press.built_page import BuiltPage
from press.elements import around
from press.rules import Found, problem, rule
from press.site import Site

KINDS = {"MedicalWebPage", "WebPage", THERAPY := "MedicalTherapy"}
SAYS = {"@context", "@type", "url", "name", "dateModified", "author", "publisher", "reviewedBy", "lastReviewed", "description",
        "about", "citation"}
RESTS = {"data-claim", "data-belief"}  # marks of what rests on the sources of a claim
THERAPY_SAYS = {"@type", "name", "contraindication"}
WHERE = "overrides/base.html"
FIX = "let scripts/press/structured.py alone write it, and let the page show the same."


@rule(about_look=True)
def structured_data_is_what_readers_see(site: Site, built: Built) -> Found:
    """A page's data for machines (JSON-LD) hold only what stands on the page: its title, point, dates, people,
    cautions and sources."""
    name = "structured-data-is-what-readers-see"
    sources = _sources_of_claims(built)
    for page in site.pages.values():
        shown = built.page_at(page.url)
        if shown is None:
            continue
        scripts = [node for node in shown.tagged("script") if node.attributes.get("type") == "application/ld+json"]
        data = _object(scripts[0].text()) if len(scripts) == 1 else None
        if data is None:
            yield problem(name, WHERE, 0, f"'/{page.url}' has {len(scripts)} blocks of data for machines that can be read.",
                          "print press.structured once, in the head.")
            continue
        seen = _visible(shown)
        # that page is the list of all sources
        wrong_sources = _wrong_sources(shown, data, sources) if page.url != "evidence/" else []
        for says in (*_unknown(data), *_unseen(data, seen), *_wrong_page(site, shown, data), *wrong_sources):
            yield problem(name, page.path, 1, f"the data for machines on '/{page.url}' say {says}.", FIX)


def _visible(shown: BuiltPage) -> str:
    """Return all that a reader can see of a page, on one line."""
    return " ".join(shown.blocks)


def _unknown(data: dict) -> list[str]:
    """Return what the data say that is none of what we let them say."""
    therapy, kinds = data.get("about") or {}, {data.get("@type"), (data.get("about") or {}).get("@type", THERAPY)}
    strange = sorted((data.keys() - SAYS) | (therapy.keys() - THERAPY_SAYS) | (kinds - KINDS), key=str)
    return [f"'{word}', which is none of what they may say" for word in strange]


def _unseen(data: dict, seen: str) -> list[str]:
    """Return what the data name and the page does not show."""
    therapy = data.get("about") or {}
    told = [data.get("name"), data.get("description"), therapy.get("name"), *therapy.get("contraindication", ())]
    told += [data[key].get("name") for key in ("author", "publisher", "reviewedBy") if key in data]
    told += [_in_words(data[key]) for key in ("dateModified", "lastReviewed") if key in data]
    return [f"'{words}', which readers do not see" for words in told if words and words not in seen]


def _wrong_page(site: Site, shown: BuiltPage, data: dict) -> list[str]:
    """Return what the data get wrong about the page itself, or leave out."""
    heading, point = (next(iter(found), None) for found in (shown.tagged("h1"), shown.classed("point")))
    cautions = {shown.words_of(node) for node, form in shown.having("data-form") if form == "short"
                and _severity(site, node.attributes.get("data-note")) == "do-not"}
    told = set((data.get("about") or {}).get("contraindication", ()))
    wrong = []
    if heading is None or data.get("name") != shown.words_of(heading):
        wrong.append(f"that its title is '{data.get('name')}'")
    if data.get("url") != shown.attribute('link[rel="canonical"]', "href"):
        wrong.append(f"that its address is '{data.get('url')}'")
    if point is not None and data.get("description") != shown.words_of(point):
        wrong.append(f"that its point is '{data.get('description')}'")
    if cautions != told:
        wrong.append(f"other cautions than its opening: {', '.join(repr(caution) for caution in sorted(cautions ^ told))}")
    return wrong


def _wrong_sources(shown: BuiltPage, data: dict, sources: dict[str, set[str]]) -> list[str]:
    """Return the sources that the data name and the page does not rest on, and the other way round."""
    told = {str(work.get("@id")).rpartition("#ref-")[2] for work in data.get("citation", ())}
    found = {address.partition("#ref-")[2] for _, address in shown.links_in_text if "evidence/#ref-" in address}
    for link, address in shown.links_in_text:
        if "evidence/#claim-" in address and any(RESTS & at.attributes.keys() for at in around(link)):
            found |= sources.get(address.partition("#claim-")[2], set())
    return [f"other sources than its text: {', '.join(sorted(told ^ found))}"] if told != found else []


def _sources_of_claims(built: Built) -> dict[str, set[str]]:
    """Return the references to which the evidence page leads from each claim."""
    evidence = built.page_at("evidence/")
    entries = evidence.tree.css(".finding[data-claim]") if evidence else []
    return {entry.attributes["data-claim"] or "": {(a.attributes.get("href") or "").partition("#ref-")[2]
                                                   for a in entry.css('a[href*="#ref-"]')} for entry in entries}


def _severity(site: Site, id: str | None) -> str:
    return site.notes[id].severity if id in site.notes else ""


def _in_words(date: str) -> str:
    try:
        day = datetime.date.fromisoformat(date)
    except ValueError:
        return date
    return f"{day.day} {day:%B %Y}"


def _object(text: str) -> dict | None:
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None
