"""Finds the source of what is seen in a built page: the file and line that an author must open."""

from press.built import BuiltPage
from press.calls import calls
from press.model import Page
from press.reading import Site

LOOK = "overrides/main.html"


def page_of(site: Site, shown: BuiltPage) -> Page | None:
    """Return the source page of a built page, or None for pages that templates make, such as the 404 page."""
    return site.pages.get(shown.url)


def source_of(site: Site, shown: BuiltPage, words: str) -> tuple[str, int]:
    """Return file and line where `words` of a built page come from: its source, a data file or note it shows, or its template."""
    page = page_of(site, shown)
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
