"""Lays out the safety box of a sheet or a card: which words of each note it shows, in two columns,
and how large its letters may be."""

from collections.abc import Sequence

from press.model import SEVERITIES
from press.sharing import SharedNote

LABEL = 70  # what a label takes on paper, in letters of text
LINE = 15  # what is left empty at the end of a paragraph

# a stretch of the safety box: its severity, label and title, and then the parts of one note, or one item for each note
Piece = dict[str, object]


def in_full(notes: Sequence[SharedNote]) -> list[Piece]:
    """Return the safety box of a handout: do-not and get-help notes each in full, then the others in short, together."""
    full = [{"severity": note.severity, "label": note.label, "title": note.title, "parts": note.parts, "items": []}
            for note in notes if note.grave]
    return full + in_short([note for note in notes if not note.grave])


def in_short(notes: Sequence[SharedNote]) -> list[Piece]:
    """Return a safety box of short lines: one piece for each severity."""
    groups = [(severity, [note for note in notes if note.severity == severity]) for severity in SEVERITIES]
    return [{"severity": severity, "label": some[0].label, "title": "", "parts": [], "items": [note.short for note in some]}
            for severity, some in groups if some]


def halves(pieces: Sequence[Piece]) -> list[Sequence[Piece]]:
    """Return pieces in two columns of about the same length, in reading order."""
    cut = min(range(1, len(pieces) + 1), key=lambda cut: max(_length(pieces[:cut]), _length(pieces[cut:])), default=0)
    return [pieces[:cut], pieces[cut:]]


def sizes_for(sizes: Sequence[float], columns: list[Sequence[Piece]], room: float) -> Sequence[float]:
    """Return the letter sizes that may fit: those at which the longer column takes no more than `room` (square points)."""
    letters = max(map(_length, columns))
    return [size for size in sizes if size * size * letters <= room]


def run_in(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the same words with the parts of each note in a row. They are harder to find so, and take less room."""
    return [{**piece, "parts": [" ".join(piece["parts"])] if piece["parts"] else []} for piece in pieces]


def _length(pieces: Sequence[Piece]) -> int:
    """Return about how much room pieces take, in letters."""
    return sum(LABEL + sum(LINE + len(words) for words in (*piece["parts"], *piece["items"])) for piece in pieces)
