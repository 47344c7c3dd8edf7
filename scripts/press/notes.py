"""Fills the words of a safety note for a practice's region: the same words on every page, in every output and for every rule."""

from types import SimpleNamespace

import markdown
from selectolax.lexbor import LexborHTMLParser

from press.blocks import visible_blocks
from press.filling import Filling, Spot
from press.model import Note, Page
from press.words import ELSEWHERE

TITLE = "Before you start"  # over each box of short lines, wherever it goes: other words could belittle it
TITLE_IN_TROUBLE = "Safety first"  # on the pages that people open when something is wrong already
IN_TROUBLE = ("safety/stop/", "safety/first-aid/", "safety/signs/")


def box_title(page: Page) -> str:
    """Return the title over the box of short lines on a page."""
    return TITLE_IN_TROUBLE if page.url in IN_TROUBLE else TITLE


def filled(prose: Filling, note: Note) -> SimpleNamespace:
    """Return `parts` (one for each rule), `text` (the parts in a row), `text_html`, `short` and `short_html` of a note.

    Doses and region words are filled. The words are the same on every page.
    """
    if note.id not in prose.notes:
        prose.notes[note.id] = _fill(prose, note)
    return prose.notes[note.id]


def _fill(prose: Filling, note: Note) -> SimpleNamespace:
    body = Spot(note.path, note.body_line - 1, None)
    text = prose.fill(note.text, body)
    text += f"\n{ELSEWHERE}" * body.names_emergency
    line = Spot(note.path, note.lines["short"] - 1, None)
    short = prose.fill(note.short, line)
    # a line is a paragraph of its own: no rule hides in a block of text
    text_html = body.stash.html(markdown.markdown(text.replace("\n", "\n\n")))
    parts = _parts(text_html)
    return SimpleNamespace(parts=parts, text=" ".join(parts), text_html=text_html, short=line.stash.words(short),
                           short_html=line.stash.escaped(short))


def _parts(html: str) -> tuple[str, ...]:
    """Return the words of each paragraph of a note's HTML."""
    body = LexborHTMLParser(html).body
    return tuple(visible_blocks(body)) if body else ()
