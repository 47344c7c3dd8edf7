"""The long lists give each entry in full: what the data says of a claim, a source or a limit stands where readers look it up."""

import re

from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site

LETTERS = re.compile(r"\w")
# For each table: the attribute that names an entry on a page, what stands before its id, what the entry says, and its template.
LISTS = {
    "claims": ("data-claim", "", ("title", "population", "found", "not_shown", "judged_by"), "claims_list"),
    "references": ("id", "ref-", ("title", "journal", "doi", "pmid", "publisher"), "references_list"),
    "doses": ("data-limit", "", ("what", "why"), "limits_list"),
    "beliefs": ("data-belief", "", ("claim", "why", "instead"), "belief"),
}


@rule(about_look=True)
def lists_give_entries_in_full(site: Site, built: Built) -> Found:
    """Each claim, source, limit and belief that a list shows has there what the data says of it: whom a study looked at,
    what it found and what it does not show, where a source is printed, why a limit is so."""
    for table, (attribute, before, fields, template) in LISTS.items():
        entries: dict[str, str] = {}
        for shown in built.pages.values():
            for node, id in shown.having(attribute):
                if id.startswith(before) and node.tag in ("article", "li", "div", "p"):
                    said = "".join(LETTERS.findall(node.text()))
                    entries[id] = max(entries.get(id, ""), said, key=len)  # a page may show a short form
        told = set()
        for record in site.tables[table].values():
            said = entries.get(f"{before}{record.id}")
            for field in fields if said else ():
                text = "".join(LETTERS.findall(str(getattr(record, field, None) or "")))
                if text not in said and field not in told:
                    told.add(field)
                    yield problem("lists-give-entries-in-full", f"overrides/snippets/{template}.html", 1,
                                  f"the entry of '{record.id}' does not show its '{field}': '{str(getattr(record, field))[:60]}'.",
                                  f"print '{field}' there, as it was.")
