"""Fills the words of a safety note for a practice's region: the same words on every page, in every output and for every rule."""

from types import SimpleNamespace

import markdown

from press import words
from press.model import Note
from press.prose import Prose, Spot


def filled(prose: Prose, note: Note) -> SimpleNamespace:
    """Return `text`, `text_html`, `short` and `short_html` of a note, doses and region words filled. The words are the same on every page."""
    if note.id not in prose.notes:
        prose.notes[note.id] = _fill(prose, note)
    return prose.notes[note.id]


def _fill(prose: Prose, note: Note) -> SimpleNamespace:
    body = Spot(note.path, note.body_line - 1, None)
    text = prose.fill(note.text, body)
    text += f" {words.ELSEWHERE}" * body.names_emergency
    line = Spot(note.path, note.lines["short"] - 1, None)
    short = prose.fill(note.short, line)
    one_line = " ".join(body.stash.words(text).split())
    return SimpleNamespace(text=one_line, text_html=body.stash.html(markdown.markdown(text)),
                           short=line.stash.words(short), short_html=line.stash.escaped(short))
