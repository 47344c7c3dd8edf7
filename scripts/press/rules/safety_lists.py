"""The lists of the safety pages are whole: who should not use cold or massage, which signs need help first, and the check before ice."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press import words
from press.built import Built, BuiltPage
from press.built import words as words_of
from press.model import Contraindication, WarningSign
from press.rules import Found, problem, rule
from press.site import Site

OWN = "Our own caution"
PLACES = {"safety/": ("contraindications", "data-contraindication", ("plain_name", "why", "what_to_do")),
          "safety/signs/": ("red_flags", "data-warning-sign", ("signs", "may_mean", "what_to_do"))}
CHECK = "safety/check/"
YET = "Do not use ice yet"
NO_FORM = "form, button, select, textarea, output, meter, progress, canvas, script, details, dialog, template, [onclick], [contenteditable]"
LIVE = "[aria-live], [role=status], [role=alert], [role=log], [role=progressbar], [role=meter]"
TICK = {"type", "autocomplete", "aria-label", "class"}  # without a name, an id or a value there is nothing to send, link to or keep


@rule()
def safety_entries_have_sources(site: Site, built: Built) -> Found:
    """Each entry of the safety lists names its sources, or says that it is our own caution."""
    for record in (*site.contraindications.values(), *site.red_flags.values()):
        if not record.references and not record.basis:
            yield problem("safety-entries-have-sources", record.path, record.line, f"'{record.id}' has no source.",
                          "add 'references:' with ids of docs/_data/references.yml, or 'basis: own caution'.")
        for reference in record.references:
            if reference not in site.references:
                yield problem("safety-entries-have-sources", record.path, record.lines["references"], f"'{record.id}' rests on '{reference}', which is not in references.yml.",
                              "use an id of docs/_data/references.yml.")


@rule()
def safety_lists_are_whole(site: Site, built: Built) -> Found:
    """Each entry stands on its safety page with its own address, plain name, why, what to do and sources; the gravest come first."""
    name = "safety-lists-are-whole"
    for url, (table, mark, fields) in PLACES.items():
        shown, page = built.page_at(url), site.pages.get(url)
        if not shown or not page:
            yield problem(name, f"docs/{url}index.md", 0, f"the page '/{url}' is missing.", "put it back.")
            continue
        seen = {node.attributes[mark]: node for node in shown.tree.css(f"article [{mark}]")}
        for record in site.tables[table].values():
            for fault in _entry_faults(site, record, seen.get(record.id), fields):
                yield problem(name, record.path, record.line, f"'/{url}#{record.id}' {fault}.", "mend overrides/snippets/, or call the list on the page.")
        if order := _disorder(site, table, list(seen)):
            yield problem(name, page.path, page.body_line, f"'{order}' stands after entries that are less grave.", "let the lists follow each other from the gravest down.")


@rule()
def the_check_is_one_static_list(site: Site, built: Built) -> Found:
    """The check before ice lists every reason against cold once, the same for everyone; a tick is never sent, kept or answered."""
    name, shown, page = "the-check-is-one-static-list", built.page_at(CHECK), site.pages.get(CHECK)
    if not shown or not page or not shown.article:
        yield problem(name, "docs/safety/check.md", 0, "the check before ice is missing.", "put docs/safety/check.md back.")
        return
    said = [words_of(node) for node in shown.article.css("label:has(input[type=checkbox])")]
    for record in site.contraindications.values():
        count = said.count(record.plain_name)
        if record.applies_to != "massage" and count != 1:
            yield problem(name, page.path, page.line_of("checklist("), f"'{record.plain_name}' stands {count} times on the list.", "let {{ checklist() }} alone make the list.")
    for fault in _answers(built, shown):
        yield problem(name, page.path, page.line_of("checklist("), fault, "keep the list static: ticks without name, value or answer.")


def _answers(built: Built, shown: BuiltPage) -> Iterator[str]:
    """Yield what could answer, send or keep a tick."""
    for node in (*shown.article.css(NO_FORM), *shown.article.css(LIVE)):
        yield f"<{node.tag}> stands on the page; it could answer or send a tick."
    for node in shown.article.css("input"):
        extra = sorted(set(node.attributes) - TICK)
        if node.attributes.get("type") != "checkbox" or extra:
            yield f"a tick has {', '.join(map(repr, extra)) or 'no type'}, by which it could be sent, kept or filled in."
        elif node.attributes.get("autocomplete") != "off":
            yield "a tick may be kept by the browser: it lacks 'autocomplete=\"off\"'."
    text, first = words_of(shown.article), shown.article.css_first("label")
    if YET not in text or (first and text.index(YET) > text.index(words_of(first))):
        yield f"'{YET}' does not stand before the list."
    usual = {n.attributes.get("src", "").rpartition("/")[2] for p in built.pages.values() if p is not shown for n in p.tree.css("script[src]")}
    for node in shown.tree.css("script[src]"):
        if node.attributes["src"].rpartition("/")[2] not in usual:
            yield f"the script '{node.attributes['src']}' is loaded for this page alone."


def _entry_faults(site: Site, record: Contraindication | WarningSign, node: LexborNode | None, fields: tuple[str, ...]) -> Iterator[str]:
    if node is None:
        yield "is not there"
        return
    said = words_of(node)
    if not node.css_first(f'h3[id="{record.id}"]'):
        yield "has no heading of its own with this id"
    for field in fields:
        if site.region and (text := words.plain(words.regional_parts(getattr(record, field), site.region), site.region)) not in said:
            yield f"does not say: '{text[:60]}'"
    linked = " ".join(a.attributes.get("href") or "" for a in node.css("a"))
    for reference in record.references:
        if not re.search(rf"#ref-{re.escape(reference)}(\s|$)", linked):
            yield f"does not link to its source '{reference}'"
    if not record.references and OWN not in said:
        yield "does not say that it is our own caution"


def _disorder(site: Site, table: str, ids: list[str]) -> str:
    """Return the first entry that comes after a less grave one, or an empty string."""
    grave = ("do-not", "ask-first", "take-care") if table == "contraindications" else ("emergency-now", "same-day", "this-week")
    worst = 0
    for record in (site.tables[table][id] for id in ids if id in site.tables[table]):
        rank = grave.index(record.severity if table == "contraindications" else record.urgency)
        if rank < worst:
            return record.id
        worst = rank
    return ""
