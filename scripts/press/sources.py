"""Finds the source of what is seen in a built page: the file and line that an author must open."""

from collections.abc import Iterator

from press.built import Built
from press.built_page import BuiltPage
from press.calls import calls
from press.model import Page
from press.site import FRAME, Site


def source_page(site: Site, shown: BuiltPage) -> Page | None:
    """Return the source page of a built page, or None for pages that templates make, such as the 404 page."""
    return site.pages.get(shown.url)


def in_look(site: Site, words: str) -> tuple[str, int]:
    """Return the template, and its line, that holds these words as they are written, or the template of all pages."""
    for path in sorted((site.root / "overrides").rglob("*.html")) if words else ():
        before, found, _ = path.read_text(encoding="utf-8", errors="replace").partition(words)
        if found and "outputs" not in path.parts:
            return path.relative_to(site.root).as_posix(), before.count("\n") + 1
    return FRAME, 0


def advice(site: Site, built: Built) -> Iterator[tuple[Page, BuiltPage]]:
    """Yield each advice page of the sources with its built page."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        if page.kind == "advice" and shown:
            yield page, shown


def source_of(site: Site, shown: BuiltPage, words: str) -> tuple[str, int]:
    """Return file and line where `words` of a built page come from: its source, a data file or note it shows, or its template."""
    page = source_page(site, shown)
    if page is None:
        return f"overrides/{shown.file}", 0
    if words and words in page.body:
        return page.path, page.line_of(words)
    for key in ("title", "description", "point", "actions"):
        if words and words in str(getattr(page, key)):
            return page.path, page.lines[key]
    for call in calls(page):
        for table in (site.notes, *site.tables.values()):
            for id in call.arguments:
                record = table.get(id)
                if record and words and any(words in str(value) for value in vars(record).values()):
                    return page.path, call.line
    return page.path, page.body_line
