"""References can be trusted: each exists, was checked, was not withdrawn, is written so that it can be found,
and can carry what rests on it."""

import re
from collections.abc import Iterator

from press.built import Built
from press.calls import calls
from press.model import GRADES, Record, Reference
from press.problem import did_you_mean
from press.rules import Found, problem, rule
from press.rules.exceptions import as_exception
from press.site import Site

RESTING = ("claims", "beliefs", "doses", "contraindications", "red_flags", "drawings")  # tables whose rows name references
DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>]+$")
PMID = re.compile(r"[1-9][0-9]{0,8}$")
PMCID = re.compile(r"PMC[1-9][0-9]{2,8}$")
PAGES = re.compile(r"\b(?P<letters>[A-Za-z]*)(?P<first>\d+)\s*[-\u2010-\u2015\u2212]\s*(?P=letters)?(?P<last>\d+)\b")
OLDEST = 1800  # a year before this is a slip


@rule()
def references_are_known(site: Site, built: Built) -> Found:
    """Each reference that data name exists, was checked, and was not withdrawn by its journal."""
    name = "references-are-known"
    for record in resting(site):
        for id in record.references:
            reference = site.references.get(id)
            if reference is None and not site.references.broken:
                yield problem(name, record.path, record.lines.get("references", record.line),
                              f"'{record.id}' rests on '{id}', which is not a reference.{did_you_mean(id, site.references)}",
                              "use an id of docs/_data/references.yml, or add the study there.")
            elif reference and reference.status != "verified":
                yield problem(name, record.path, record.lines.get("references", record.line),
                              f"'{record.id}' rests on '{id}', which is {reference.status}.",
                              f"remove it here, or check the study and mend its 'status:' in {reference.path}:{reference.line}.")
    for page in site.pages.values():
        for call in calls(page):
            for id in call.arguments if call.name == "cite" else ():
                if id in site.references and site.references[id].status != "verified":
                    yield problem(name, page.path, call.line, f"the page cites '{id}', which is {site.references[id].status}.",
                                  "cite a study that stands.")


@rule()
def references_are_well_formed(site: Site, built: Built) -> Found:
    """A reference has a DOI, PubMed number and year that can be true, a link that fits them, and stands once."""
    name, seen = "references-are-well-formed", {}
    for reference in site.references.values():
        for key, shape, like in (("doi", DOI, "10.1000/182"), ("pmid", PMID, "11344247"), ("pmcid", PMCID, "PMC1234567")):
            value = getattr(reference, key)
            if value and not shape.match(value):
                yield problem(name, reference.path, reference.lines[key], f"'{value}' is not a {key.upper()}.",
                              f"write it like '{like}', with nothing before or after.")
            if value and (first := seen.setdefault((key, value.lower()), reference)) is not reference:
                yield problem(name, reference.path, reference.lines[key],
                              f"'{reference.id}' has the {key.upper()} '{value}' of '{first.id}', on line {first.lines[key]}.",
                              "keep one of the two, and use its id everywhere.")
        if turned := _turned_round(reference.pages):
            yield problem(name, reference.path, reference.lines["pages"], f"the pages '{reference.pages}' end before they begin.",
                          f"write them as the journal does, such as '{turned}'.")
        yield from _year_and_link(name, reference, max((claim.checked.year for claim in site.claims.values()),
                                                       default=reference.year))


@rule()
def references_have_a_safe_way(site: Site, built: Built) -> Found:
    """The link of a reference starts with 'https:', or docs/_data/exceptions.yml says why not."""
    name = "references-have-a-safe-way"
    excused = {e.what: e for e in site.exceptions.values() if e.rule == name}
    unsafe = {reference.id: reference for reference in site.references.values() if reference.link.startswith("http://")}
    for id, reference in unsafe.items():
        if id not in excused:
            yield problem(name, reference.path, reference.lines["link"],
                          f"'{reference.link}' is not safe on the way: it starts with 'http:'.",
                          f"write 'https:{reference.link[5:]}', and see whether it opens; "
                          f"does it not, {as_exception(name, id)}")
    for id in excused.keys() - unsafe.keys() if not site.references.broken else ():
        yield problem(name, excused[id].path, excused[id].line, f"'{id}' needs no exception.", "remove this row.")


@rule()
def sources_are_named_once(site: Site, built: Built) -> Found:
    """A line of a page cites a source once: a second time is a slip for another source, or says nothing more."""
    for page in site.pages.values():
        cited: dict[int, list[str]] = {}
        for call in calls(page):
            if call.name == "cite":
                cited.setdefault(call.line, []).extend(call.arguments)
        for line, ids in cited.items():
            for id in sorted({id for id in ids if ids.count(id) > 1}):
                yield problem("sources-are-named-once", page.path, line, f"'{id}' is cited {ids.count(id)} times in one line.",
                              "name the source that was meant, or take one of them out.")


@rule()
def grades_fit_their_sources(site: Site, built: Built) -> Found:
    """A claim's grade is no higher than the kinds of study behind it can carry;
    a page or a news report backs a warning, and never that something works."""
    name = "grades-fit-their-sources"
    for reference in site.references.values():
        if reference.study_type not in site.study_types and not site.study_types.broken:
            yield problem(name, reference.path, reference.lines["study_type"],
                          f"'{reference.study_type}' is not a kind of study.{did_you_mean(reference.study_type, site.study_types)}",
                          f"use one of: {', '.join(site.study_types)}.")
    for claim in site.claims.values():
        kinds = [site.study_types[s] for r in claim.references if r in site.references
                 and (s := site.references[r].study_type) in site.study_types]
        carrying = [k for k in kinds if k.carries == "any claim" or claim.kind == "warning"]
        best = min((GRADES.index(k.highest) for k in carrying), default=None)
        if kinds and best is None:
            yield problem(name, claim.path, claim.lines.get("references", claim.line),
                          f"the claim '{claim.id}' rests only on '{kinds[0].id}', which can back a warning alone.",
                          "add a study that tested it, or do not claim it.")
        elif best is not None and GRADES.index(claim.grade) < best:
            yield problem(name, claim.path, claim.lines["grade"],
                          f"the grade '{claim.grade}' is higher than the sources of '{claim.id}' can carry.",
                          f"write 'grade: {GRADES[best]}', or add a stronger study.")


def resting(site: Site) -> Iterator[Record]:
    """Yield every row of the data that names references."""
    return (record for table in RESTING for record in site.tables[table].values())


def _turned_round(pages: str) -> str:
    """Return pages that end before they begin the other way round, or an empty string:
    '123-115' -> '115-123'. '1123-9' is short for '1123-1129'."""
    for found in PAGES.finditer(pages):
        first, last = found["first"], found["last"]
        if int(first[:-len(last)] + last if len(last) < len(first) else last) < int(first):
            return f"{found['letters']}{last}-{found['letters']}{first}"
    return ""


def _year_and_link(name: str, reference: Reference, latest: int) -> Found:
    if reference.year and not OLDEST <= reference.year <= latest:
        yield problem(name, reference.path, reference.lines["year"],
                      f"'{reference.year}' is not a year in which it can have appeared.", "write the year of publication.")
    if reference.link and not re.match(r"https?://[^\s/]+\.[^\s/]+", reference.link):
        yield problem(name, reference.path, reference.lines["link"], f"'{reference.link}' is not a web address.",
                      "write it in full, or leave 'link:' out.")
    if "doi.org/" in reference.link and reference.doi and not reference.link.lower().endswith(reference.doi.lower()):
        yield problem(name, reference.path, reference.lines["link"], f"the link leads to another DOI than '{reference.doi}'.",
                      f"write 'link: https://doi.org/{reference.doi}'.")
