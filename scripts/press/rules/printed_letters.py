"""What goes onto paper is written in letters that our fonts for paper have."""

import unicodedata
from collections.abc import Iterator

from press.built import Built
from press.paper import paper_of
from press.prose import prose_of
from press.rules import Found, problem, rule
from press.sharing import shares
from press.site import Site


@rule()
def letters_can_be_printed(site: Site, built: Built) -> Found:
    """Every character that goes onto paper is in a font in overrides/outputs/fonts/."""
    paper = paper_of(prose_of(site))
    for where, line, field, text in _printed(site):
        for sign in paper.lacking(text):
            yield problem("letters-can-be-printed", where, line,
                          f"'{field}' holds '{sign}' ({unicodedata.name(sign, f'U+{ord(sign):04X}')}), which no font for paper has.",
                          "write it with other letters, or put a font that has it into overrides/outputs/fonts/.")


def _printed(site: Site) -> Iterator[tuple[str, int, str, str]]:
    """Yield file, line, field and text of everything that is printed."""
    yield "mkdocs.yml", 0, "site_name", site.settings.site_name
    yield "mkdocs.yml", 0, "site_url", site.settings.site_url
    practice = site.practice
    yield "mkdocs.yml", site.settings.practice_line("name"), "name", practice.name
    for part in (practice.reviewer.name, practice.reviewer.credentials) if practice.reviewer else ():
        yield "mkdocs.yml", site.settings.practice_line("reviewer"), "reviewer", part
    for share in shares(prose_of(site)):
        page = share.page
        yield page.path, page.lines["title"], "title", page.title
        yield page.path, page.lines.get("point", page.line), "point", share.point
        for action in share.actions:
            yield page.path, page.lines.get("actions", page.line), "actions", action
    for note in {note.id: note for share in shares(prose_of(site)) for note in share.notes}.values():
        path, lines = site.notes[note.id].path, site.notes[note.id].lines
        yield path, lines["title"], "title", note.title
        yield path, lines["short"], "short", note.short
        yield path, site.notes[note.id].body_line, "text", note.text
