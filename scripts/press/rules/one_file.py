"""The guide in one file shows the text of each page, and the safety notes in it as plainly as the page does."""

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.copies import NAME, beside_pages, name_of
from press.rules import Found, problem, rule
from press.sight import hidden_above, unseen
from press.site import Site

LOOK, SHEET = "overrides/outputs/guide.html", "assets/site.css"
PLAINLY = "let the template print {{ page.text }} alone, in plain sections."


@rule(about_look=True)
def the_one_file_shows_its_notes(site: Site, built: Built) -> Found:
    """In the guide in one file each page's text and each note is in sight, under the stylesheet of the pages and no other,
    and no script runs there."""
    name, whole = "the-one-file-shows-its-notes", beside_pages(built).get(NAME)
    if not whole:
        return
    style = (built.folder / SHEET).read_text(encoding="utf-8").replace("</", "<\\/") if SHEET in built.files else ""
    for node in (*whole.tagged("style", "script"), *whole.stylesheets):
        if node.tag != "style" or node.text() != style:
            yield problem(name, LOOK, 1, f"'{' '.join((node.html or '').split())[:60]}' stands in the one file.",
                          "leave it with one <style>, which holds the stylesheet of the pages, and no script.")
    above = {article.mem_id: hidden_above(article) for article in whole.tagged("article")}
    for url, article in _texts(site, built, whole):
        if reason := above[article.mem_id] if article else "it is not there":
            yield problem(name, LOOK, 1, f"the text of '/{url}' is out of sight in '{NAME}': {reason}.", PLAINLY)
    for node, id in whole.having("data-note"):
        article = _nearest_article(node)
        if reason := unseen(node, article, above[article.mem_id]) if article else "it stands outside a page's text":
            yield problem(name, LOOK, 1, f"the safety note '{id}' is out of sight in '{NAME}': {reason}.", PLAINLY)


def _texts(site: Site, built: Built, whole: BuiltPage) -> Iterator[tuple[str, LexborNode | None]]:
    """Yield the address of each page that has a text of its own, with the element for it in the one file."""
    parts = {id: node for node, id in whole.having("id")}
    for page in site.pages.values():
        shown = built.page_at(page.url)
        if shown and shown.article and shown.article.tag == "article":
            part = parts.get(name_of(page.url))
            yield page.url, part.css_first("article") if part else None


def _nearest_article(node: LexborNode) -> LexborNode | None:
    while node and node.tag != "article":
        node = node.parent
    return node
