"""The check before ice is one static list, the same for everyone.

It answers nothing, counts nothing, and keeps and sends no tick.
"""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press.blocks import words
from press.built import Built
from press.built_page import BuiltPage
from press.elements import classes_of
from press.model import SEVERITY_WORDS
from press.rules import Found, problem, rule
from press.sight import hidden_above
from press.site import Site

CHECK = "safety/check/"
YET = "Do not use ice yet"
CANNOT = "This list cannot tell you that ice is safe for you."
ANSWERS = "button, select, textarea, output, meter, progress, canvas, script, details, dialog, template, [onclick], [contenteditable]"
LIVE = "[aria-live], [role=status], [role=alert], [role=log], [role=progressbar], [role=meter]"
TICK = {"type", "aria-label", "class"}  # without a name, an id or a value there is nothing to send, link to or keep
FORM = {"class", "method", "autocomplete"}


@rule()
def the_check_is_one_static_list(site: Site, built: Built) -> Found:
    """The check before ice lists every reason against cold once, the same for everyone; a tick is never sent,
    kept or answered."""
    name, shown, page = "the-check-is-one-static-list", built.page_at(CHECK), site.pages.get(CHECK)
    if not shown or not page or not shown.article:
        yield problem(name, "docs/safety/check.md", 0, "the check before ice is missing.", "put docs/safety/check.md back.")
        return
    labels = shown.article.css("label:has(input[type=checkbox])")
    said = [words(node) for node in labels]
    for record in site.contraindications.values():
        count = said.count(record.plain_name)
        for label in (node for node in labels if words(node) == record.plain_name):
            if reason := hidden_above(label):
                yield problem(name, page.path, page.line_of("checklist("), f"'{record.plain_name}' is out of sight: {reason}.",
                              "let {{ checklist() }} alone make the list.")
            if not label.parent or not _is_in(label, record.severity):
                yield problem(name, page.path, page.line_of("checklist("),
                              f"'{record.plain_name}' does not stand under '{SEVERITY_WORDS[record.severity]}'.",
                              "let {{ checklist() }} alone make the list.")
        if record.applies_to != "massage" and count != 1:
            yield problem(name, page.path, page.line_of("checklist("), f"'{record.plain_name}' stands {count} times on the list.",
                          "let {{ checklist() }} alone make the list.")
    if CANNOT not in shown.words_of(shown.article):
        yield problem(name, page.path, page.line_of("checklist("), f"'{CANNOT}' does not stand on the page.",
                      "print it under the list, in overrides/snippets/checklist.html.")
    for fault in _answers(built, shown):
        yield problem(name, page.path, page.line_of("checklist("), fault,
                      "keep the list static: ticks without name, value or answer.")


def _is_in(label: LexborNode, severity: str) -> bool:
    """Tell whether a tick stands in the group of its severity, which says so."""
    at = label
    while at and "group" not in classes_of(at):
        at = at.parent
    heading = at.css_first(".label") if at else None
    return bool(heading) and severity in (at.attributes["class"] or "").split() and words(heading) == SEVERITY_WORDS[severity]


def _answers(built: Built, shown: BuiltPage) -> Iterator[str]:
    """Yield what could answer, send or keep a tick."""
    for node in (*shown.article.css(ANSWERS), *shown.article.css(LIVE)):
        yield f"<{node.tag}> stands on the page; it could answer or send a tick."
    for node in shown.article.css("form"):
        if node.attributes.get("method") != "dialog" or set(node.attributes) - FORM:
            yield "<form> stands on the page, and could send a tick; only method=\"dialog\" outside a dialog sends nothing."
    for node in shown.article.css("input"):
        extra = sorted(set(node.attributes) - TICK)
        if node.attributes.get("type") != "checkbox" or extra:
            yield f"a tick has {', '.join(map(repr, extra)) or 'no type'}, by which it could be sent, kept or filled in."
    if len(shown.article.css('form[autocomplete="off"] input')) < len(shown.article.css("input")):
        yield "a tick may be kept by the browser: the form around it lacks 'autocomplete=\"off\"'."
    text, first = words(shown.article), shown.article.css_first("label")
    if YET not in text or (first and text.index(YET) > text.index(words(first))):
        yield f"'{YET}' does not stand before the list."
    usual = {address.rpartition("/")[2] for p in built.pages.values() if p is not shown for node, address in p.having("src")
             if node.tag == "script"}
    for node in shown.tree.css("script[src]"):
        if (node.attributes.get("src") or "").rpartition("/")[2] not in usual:
            yield f"the script '{node.attributes['src']}' is loaded for this page alone."
