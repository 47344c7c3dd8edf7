"""The lists of the safety pages are whole: who should not use cold or massage, and which signs need help first."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press import words
from press.blocks import words as words_of
from press.built import Built
from press.calls import calls
from press.elements import classes_of
from press.model import SEVERITY_WORDS, URGENCY_WORDS, Contraindication, WarningSign
from press.rules import Found, problem, rule
from press.sight import hidden_above
from press.site import Site

PLACES = {"safety/": ("contraindications", "data-contraindication", ("plain_name", "why", "what_to_do")),
          "safety/signs/": ("red_flags", "data-warning-sign", ("signs", "may_mean", "what_to_do"))}
CALLED = {"safety/": ("contraindications", ("do-not", "ask-first", "take-care")),
          "safety/signs/": ("warning_signs", ("emergency-now", "same-day", "this-week"))}


@rule(is_cause=True)
def safety_lists_are_called_once(site: Site, built: Built) -> Found:
    """Each safety page calls each of its lists, and none twice."""
    for page, name, kind in ((site.pages[url], name, kind) for url, (name, kinds) in CALLED.items() if url in site.pages for kind in kinds):
        lines = [call.line for call in calls(page) if call.name == name and kind in call.arguments]
        call = f'{{{{ {name}("{kind}") }}}}'
        if not lines:
            yield problem("safety-lists-are-called-once", page.path, page.line_of(f"{{#{kind}"),
                          f"the list '{kind}' is missing, with all that it says.", f"write {call} on a line of its own, below its heading.")
        for line in lines[1:]:
            yield problem("safety-lists-are-called-once", page.path, line, f"the list '{kind}' stands on line {lines[0]} too.",
                          "call here the list that the heading names.")


@rule()
def safety_lists_are_whole(site: Site, built: Built) -> Found:
    """Each entry stands on its safety page with its own address, plain name, how grave it is, why, what to do and sources;
    the gravest come first."""
    name = "safety-lists-are-whole"
    for url, (table, mark, fields) in PLACES.items():
        shown, page = built.page_at(url), site.pages.get(url)
        if not shown or not page:
            yield problem(name, page.path if page else f"docs/{url}", 0, f"the page '/{url}' is missing.", "put it back.")
            continue
        seen = {node.attributes[mark]: node for node in shown.tree.css(f"article [{mark}]")}
        for record in site.tables[table].values():
            for fault in _entry_faults(site, record, seen.get(record.id), fields):
                yield problem(name, record.path, record.line, f"'/{url}#{record.id}' {fault}.",
                              "mend overrides/snippets/, or call the list on the page.")
        if order := _disorder(site, table, list(seen)):
            yield problem(name, page.path, page.body_line, f"'{order}' stands after entries that are less grave.",
                          "let the lists follow each other from the gravest down.")


def _entry_faults(site: Site, record: Contraindication | WarningSign, node: LexborNode | None,
                  fields: tuple[str, ...]) -> Iterator[str]:
    if node is None:
        yield "is not there"
        return
    said, grave = words_of(node), record.severity if isinstance(record, Contraindication) else record.urgency
    if reason := next(filter(None, map(hidden_above, (node, *node.css("h3, p")))), ""):
        yield f"is out of sight: {reason}"
    if grave not in classes_of(node):
        yield f"does not stand in a box of the kind '{grave}'"
    label, word = node.css_first(".label b"), {**SEVERITY_WORDS, **URGENCY_WORDS}[grave]
    if not label or words_of(label) != word:
        yield f"does not stand under '{word}'" + (f", but under '{words_of(label)}'" if label else "")
    if not node.css_first(f'h3[id="{record.id}"]'):
        yield "has no heading of its own with this id"
    for field in fields:
        if site.region and (text := words.plain(words.regional_parts(getattr(record, field), site.region),
                                                site.region)) not in said:
            yield f"does not say: '{text[:60]}'"
    linked = " ".join(a.attributes.get("href") or "" for a in node.css("a"))
    for reference in record.references:
        if not re.search(rf"#ref-{re.escape(reference)}(\s|$)", linked):
            yield f"does not link to its source '{reference}'"


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
