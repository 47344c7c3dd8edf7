"""Nothing is claimed without its evidence: a claim has sources that were read, and every claim on a page leads to them."""

import re

from selectolax.lexbor import LexborNode

from press.address_record import read_record
from press.built import Built
from press.calls import calls, line_of_call
from press.elements import classes_of
from press.model import GRADES, Claim
from press.rules import Found, problem, rule
from press.rules.exceptions import as_exception
from press.rules.references import resting
from press.site import Site

CAUTIONS = ("doses", "contraindications", "red_flags")
OWN_CAUTION = "Our own caution"
COUNTED = {"studies": "study|studies|trials?",
           "people": "people|persons?|adults?|men|women|children|patients?|participants?|volunteers?|runners?|athletes?"}
SPELT = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
SHOWN_AS = {"data-contraindication": "contraindications", "data-warning-sign": "red_flags", "data-limit": "doses",
            "data-claim": "claims"}


@rule()
def claims_have_sources(site: Site, built: Built) -> Found:
    """A claim names a reference, and not only ones whose results nobody here has read; only a warning may be our own caution."""
    name = "claims-have-sources"
    for claim in site.claims.values():
        known = [site.references[r] for r in claim.references if r in site.references]
        if not claim.references and not (claim.kind == "warning" and claim.basis):
            yield problem(name, claim.path, claim.lines.get("references", claim.line),
                          f"the claim '{claim.id}' has no reference.",
                          "add the id of a study to 'references:'. A warning without any study needs 'basis: own caution'.")
        elif known and all(reference.results_read == "no" for reference in known):
            yield problem(name, claim.path, claim.lines.get("references", claim.line),
                          f"the claim '{claim.id}' rests only on '{known[0].id}', whose results were not read.",
                          "read the study's results and say so there, or add a study that was read.")


@rule()
def claims_count_as_their_figures(site: Site, built: Built) -> Found:
    """How many studies and people a claim speaks of are the numbers in its figures, which are whole and above zero."""
    name = "claims-count-as-their-figures"
    for claim in site.claims.values():
        for key, counted in COUNTED.items():
            figure = claim.figures.get(key)
            if figure is None:
                continue
            if not re.fullmatch("[1-9][0-9]*", figure):
                yield problem(name, claim.path, claim.lines["figures"], f"'{key}: {figure}' is not a whole number above zero.",
                              f"write '{key}:' and a number in digits, such as 30.")
                continue
            for said, what in re.findall(rf"(?<![\w.,–-])([0-9][0-9,]*|{'|'.join(SPELT)}) ({counted})(?!\w)", claim.says,
                                         re.IGNORECASE):
                count = str(SPELT.index(said.lower()) + 1) if said.lower() in SPELT else said.replace(",", "")
                if count != figure:
                    yield problem(name, claim.path, claim.lines["says"],
                                  f"'{said} {what}' is not '{key}: {figure}', as its figures say.",
                                  "read the sources again, and put right whichever of the two is wrong.")


@rule()
def claims_lead_to_their_sources(site: Site, built: Built) -> Found:
    """A claim on a page shows its words and its grade, and leads to its entry in the evidence,
    which leads to each of its references there."""
    name, evidence = "claims-lead-to-their-sources", built.page_at("evidence/")
    if evidence is None:
        return
    ids = set(evidence.ids)
    for claim in site.claims.values():
        entry = evidence.tree.css_first(f'.finding[data-claim="{claim.id}"]') if f"claim-{claim.id}" in ids else None
        links = {a.attributes.get("href") or "" for a in entry.css("a[href]")} if entry else set()
        known = [r for r in claim.references if r in site.references]  # the others are told of by another rule
        lost = [r for r in known if f"ref-{r}" not in ids or not any(link.endswith(f"#ref-{r}") for link in links)]
        if entry is None or lost:
            yield problem(name, claim.path, claim.line,
                          f"the evidence page does not lead from '{claim.id}' to {', '.join(lost) or 'its entry'}.",
                          "call {{ claims_list() }} and {{ references_list() }} in docs/evidence/index.md.")
    for shown in built.pages.values():
        page = site.pages.get(shown.url)
        for node, id in shown.having("data-claim"):
            claim = site.claims.get(id) if not _is_finding(node) else None
            lead = node.css_first(f'a[href$="evidence/#claim-{claim.id}"]') if claim else None
            if claim and (lead is None or f"{claim.grade} certainty" not in shown.words_of(lead)
                          or node.attributes.get("data-grade") != claim.grade.replace(" ", "-")
                          or node.css_first(f'.rings use[href="#s-rings-{4 - GRADES.index(claim.grade)}"]') is None):
                where, line = (page.path, line_of_call(page, "claim", claim.id)) if page else (shown.file, 0)
                yield problem(name, where, line,
                              f"the claim '{claim.id}' stands here without '{claim.grade} certainty', its rings or the way to evidence.",
                              f"let {{{{ claim(\"{claim.id}\") }}}} alone print it, and mend overrides/snippets/claim.html.")


@rule()
def cautions_say_whose_they_are(site: Site, built: Built) -> Found:
    """A caution without a source is marked as our own, and printed so."""
    name = "cautions-say-whose-they-are"
    for record in (r for table in CAUTIONS for r in site.tables[table].values()):
        if not record.references and not record.basis:
            yield problem(name, record.path, record.line, f"'{record.id}' has no reference and does not say whose caution it is.",
                          "add 'references:', or 'basis: own caution'.")
    for shown in built.pages.values():
        marked = ((mark, node, site.tables[table].get(id)) for mark, table in SHOWN_AS.items() for node, id in shown.having(mark))
        for mark, node, record in marked:
            if not record or not record.basis or record.references or (mark == "data-claim" and not _is_finding(node)):
                continue
            if OWN_CAUTION not in shown.words_of(node):
                yield problem(name, record.path, record.line,
                              f"'/{shown.url}' shows '{record.id}' and does not print that it is our own caution.",
                              "let overrides/snippets/_shapes.html print its 'sources' line.")


@rule()
def nothing_is_orphaned(site: Site, built: Built) -> Found:
    """Each claim is shown on a page, and each reference is used, or docs/_data/exceptions.yml says why it is kept."""
    name = "nothing-is-orphaned"
    if not site.is_whole:
        return  # what a page shows cannot be known before it can be filled
    kept = read_record(site.root).by_address
    used = {id for page in site.pages.values() for call in calls(page) for id in call.arguments}
    used |= {r for record in resting(site) for r in record.references}
    excused = {e.what: e for e in site.exceptions.values() if e.rule == name}
    for record in (*site.claims.values(), *site.references.values()):
        if record.id not in used and record.id not in excused:
            if isinstance(record, Claim):
                says, where, address = f"no page shows the claim '{record.id}'.", "a page", f"/evidence/#claim-{record.id}"
            else:
                says, where, address = (f"nothing rests on the reference '{record.id}'.", "a claim or a caution",
                                        f"/evidence/#ref-{record.id}")
            excuse = as_exception(name, record.id)
            fix = (f"use it on {where}, or keep the row, as its address is published for ever, and {excuse}"
                   if address in kept
                   else f"use it on {where}, remove it, or {excuse}")
            yield problem(name, record.path, record.line, says, fix)
    for what, exception in excused.items():
        if what in used or (what not in site.claims and what not in site.references):
            yield problem(name, exception.path, exception.line, f"'{what}' needs no exception.", "remove this row.")


def _is_finding(node: LexborNode) -> bool:
    """Tell whether a claim's element is its entry in the evidence."""
    return "finding" in classes_of(node)
