"""Fills the words of a safety note for a practice's region: the same words on every page, in every output and for every rule."""

from types import SimpleNamespace

import markdown

from press import words
from press.model import Note, Page
from press.prose import Prose, Spot


def filled(prose: Prose, note: Note, page: Page | None = None) -> SimpleNamespace:
    """Return `text`, `text_html`, `short` and `short_html` of a note, doses and region words filled."""
    body = Spot(note.path, note.lines.get("text", note.line), page)
    text = prose.fill(note.text, body)
    text += f" {words.ELSEWHERE}" * body.names_emergency
    line = Spot(note.path, note.lines["short"] - 1, page)
    short = prose.fill(note.short, line)
    one_line = " ".join(body.stash.words(text).split())
    return SimpleNamespace(text=one_line, text_html=body.stash.html(markdown.markdown(text)),
                           short=line.stash.words(short), short_html=line.stash.escaped(short))
