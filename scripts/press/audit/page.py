"""Writes the results of the self-audit into its own page, once all pages are rendered and before anything else reads them."""

from collections.abc import Iterator
from types import SimpleNamespace

from markupsafe import Markup

from press.audit import audited, result
from press.audit.seen import Audited
from press.built import Built
from press.built_page import BuiltPage, html_file
from press.calls import calls
from press.model import AuditItem, Page
from press.prose import Prose
from press.readability import HIGHEST_GRADE, LONGEST_SENTENCE
from press.site import Site


def write(site: Site, prose: Prose, built: Built) -> None:
    """Put the results into each page of the built folder that calls {{ self_audit() }}, and into `built`."""
    for page, shown in places(site, built):
        html = shown.html.replace(str(prose.look("self_audit", page)), str(results(site, prose, built, page)))
        (built.folder / shown.file).write_text(html, encoding="utf-8")
        built.pages[shown.file] = html_file(shown.file, html)


def places(site: Site, built: Built) -> Iterator[tuple[Page, BuiltPage]]:
    """Yield the pages that show the self-audit."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        if shown and any(call.name == "self_audit" for call in calls(page)):
            yield page, shown


def results(site: Site, prose: Prose, built: Built, page: Page) -> Markup:
    """Return the results as they stand on the page."""
    pages = audited(site, built)
    standards: dict[str, list[AuditItem]] = {}
    for item in site.audit.values():
        standards.setdefault(item.standard, []).append(item)
    return prose.look("self_audit_results", page,
                      standards=[SimpleNamespace(name=name, items=[_row(item, pages, page) for item in items])
                                 for name, items in standards.items()],
                      pages=[_page_row(seen, standards, page) for seen in pages], author=site.practice.author,
                      highest_grade=HIGHEST_GRADE, longest_sentence=LONGEST_SENTENCE)


def _row(item: AuditItem, pages: list[Audited], page: Page) -> SimpleNamespace:
    """Return what was found for an item: on how many pages it applies, and which of them do not meet it."""
    found = [(seen, met) for seen in pages if (met := result(item, seen)) is not None]
    lacking = [SimpleNamespace(title=seen.page.title, href=page.root + seen.page.url) for seen, met in found if not met]
    return SimpleNamespace(number=item.number, asks=item.asks, looks_for=item.looks_for, judged=bool(item.check), of=len(found),
                           met=len(found) - len(lacking), lacking=lacking)


def _page_row(seen: Audited, standards: dict[str, list[AuditItem]], page: Page) -> SimpleNamespace:
    """Return how many of the items that a program can see a page meets, by standard, and how hard it is to read."""
    found = {name: [met for item in items if (met := result(item, seen)) is not None] for name, items in standards.items()}
    scores = [(name, f"{sum(mets)} of {len(mets)}") for name, mets in found.items() if mets]
    grade = f"{seen.reading.grade:.1f}" if seen.page.kind == "advice" else ""
    return SimpleNamespace(title=seen.page.title, href=page.root + seen.page.url, scores=scores, grade=grade,
                           longest=seen.longest_sentence)
