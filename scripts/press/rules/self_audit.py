"""The self-audit shows what the pages are, and nothing better."""

from selectolax.lexbor import LexborHTMLParser

from press.audit import CHECKS
from press.audit.page import places, results
from press.blocks import words
from press.built import Built
from press.problem import did_you_mean
from press.prose import prose_of
from press.rules import Found, problem, rule
from press.site import Site


@rule()
def the_self_audit_is_computed(site: Site, built: Built) -> Found:
    """The self-audit holds exactly what its tests find on the built pages; what has no test is marked as not yet judged."""
    name, prose = "the-self-audit-is-computed", prose_of(site)
    for item in site.audit.values():
        if item.check and item.check not in CHECKS:
            yield problem(name, item.path, item.lines["check"],
                          f"there is no test '{item.check}'.{did_you_mean(item.check, CHECKS)}",
                          f"use one of: {', '.join(sorted(CHECKS))}. Or leave 'check:' out, if only people can judge it.")
    for page, shown in places(site, built):
        place = shown.tree.css_first("[data-self-audit]")
        wanted = LexborHTMLParser(str(results(site, prose, built, page))).css_first("[data-self-audit]")
        if place is None or words(place) != words(wanted):
            yield problem(name, page.path, page.line_of("self_audit()"),
                          "the self-audit shows other results than its tests find.",
                          "let {{ self_audit() }} alone write it, and build the guide again.")
