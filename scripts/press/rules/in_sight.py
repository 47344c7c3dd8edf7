"""An author's words are there for every reader: nothing hides them, nothing in a page acts, and each image says what it shows."""

import re

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.elements import around, classes_of
from press.model import Page
from press.origin import origin
from press.rules import Found, problem, rule
from press.sharing import shows_kit
from press.site import Site
from press.sources import source_of

ACTIVE = ("script", "iframe", "object", "embed", "style", "link", "meta", "base", "form")
HIDES = ("hidden", "inert", "aria-hidden", "popover")
UNSHOWN = ("template", "noscript", "dialog")


@rule()
def steps_are_not_code(site: Site, built: Built) -> Found:
    """No words are set as program code by mistake, as a line is that four spaces or a tab indent; on a page of advice, none
    are at all. Only the share kit sets its emails so."""
    for page, shown in _pairs(site, built):
        emails = ({node.mem_id for node in shown.article.css(".kit pre[data-region]")} if shows_kit(page)
                  and shown.article else set())
        for node in shown.tagged("pre", "code") if page.kind == "advice" else shown.tagged("pre"):
            if shown.in_text(node) and node.mem_id not in emails and not (node.tag == "code" and node.parent.tag == "pre"):
                words = " ".join(node.text().split())
                yield problem("steps-are-not-code", *_place(site, page, shown, words, f"<{node.tag}"),
                              f"'{words[:60]}' is shown as program code.",
                              "take away the spaces before the line, or the backticks around it.")


@rule()
def nothing_is_hidden(site: Site, built: Built) -> Found:
    """An author's words are there for all readers: nothing in a page's text is hidden, and no comment in it is published.
    Only the share kit hides what needs a script."""
    for page, shown in _pairs(site, built):
        hidden = [(name, node) for name in HIDES for node, value in shown.having(name) if value != "false"]
        hidden += [(f"<{node.tag}>", node) for node in shown.tagged(*UNSHOWN)]
        for name, node in hidden:
            if shown.in_text(node) and not _is_ours(page, node):
                words = " ".join(node.text().split())
                yield problem("nothing-is-hidden", *_place(site, page, shown, words, name),
                              f"'{name}' hides '{words[:60]}' from readers.", f"remove '{name}', or the words.")
    for record, text in (*((page, page.body) for page in site.pages.values()),
                         *((note, note.text) for note in site.notes.values())):
        for found in re.finditer("<[!?]", text):
            yield problem("nothing-is-hidden", record.path, record.body_line + text.count("\n", 0, found.start()),
                          f"'{text[found.start():found.start() + 40].splitlines()[0]}' would be published, where everybody can read it.",
                          "remove it, or write {## … ##} around what is for authors alone.")


@rule()
def no_active_markup(site: Site, built: Built) -> Found:
    """Pages hold no script, frame, form, event handler or style of their own.

    Only the share kit frames our own emails, in a sandbox, and only the check before ice is a form: one that cannot be sent,
    so that the browser keeps no tick.
    """
    for page, shown in _pairs(site, built):
        harmless = ".kit iframe[sandbox=''], .checklist[method=dialog]" if shows_kit(page) else ".checklist[method=dialog]"
        active = [node for node in shown.tagged(*ACTIVE) if shown.in_text(node)]
        allowed = {node.mem_id for node in shown.article.css(harmless)} if active else set()
        words = [f"<{node.tag}" for node in active if node.mem_id not in allowed]
        words += [name for name, found in shown.elements.by_attribute.items()
                  if (name.startswith("on") or name in ("style", "srcdoc")) and any(shown.in_text(node) for node, _ in found)]
        for word in words:
            yield problem("no-active-markup", page.path, page.line_of(word), f"'{word}' does not belong in a page.",
                          "remove it; looks belong in docs/assets/site.css, and pages need no script.")


@rule()
def images_have_words(site: Site, built: Built) -> Found:
    """Each image has a text that says what it shows."""
    for shown in built.pages.values():
        for node in shown.tagged("img"):
            if node.attributes.get("alt") is None or (not node.attributes["alt"].strip()
                                                      and node.attributes.get("role") != "presentation"):
                source = node.attributes.get("src") or ""
                where, line = source_of(site, shown, source.rsplit("/", 1)[-1])
                yield problem("images-have-words", where, line, f"the image '{source}' has no alternative text.",
                              "say in the square brackets what it shows: ![words](image.svg).")


def _place(site: Site, page: Page, shown: BuiltPage, words: str, name: str) -> tuple[str, int]:
    return origin(site, words[:60], words, shown.file) if words else (page.path, page.line_of(name.rstrip(">")))


def _is_ours(page: Page, node: LexborNode) -> bool:
    """Tell whether an element is a drawing or stands in one, or stands in the share kit of a page that shows it."""
    if any(at.tag == "svg" for at in around(node)):
        return True
    return shows_kit(page) and any("kit" in classes_of(at) for at in around(node.parent))


def _pairs(site: Site, built: Built) -> list[tuple[Page, BuiltPage]]:
    return [(page, shown) for page in site.pages.values() if (shown := built.page_at(page.url))]
