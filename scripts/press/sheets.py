"""Prints the sheets of a page, each at the largest letters at which it stays one page,
unless the same sheet was printed before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pypdfium2

from press.kept import Kept
from press.model import Practice
from press.paper import Paper
from press.safety_box import Piece, halves, in_full, in_short, run_in, sizes_for
from press.sharing import Share, SharedNote


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet: its template, its safety box, its letter sizes (points), and the room the box may take (square points)."""

    template: str
    box: Callable[[Sequence[SharedNote]], list[Piece]]
    sizes: tuple[float, ...]
    room: float


# The room was measured on the guide's own pages. A wrong guess costs a second print, and nothing else.
HANDOUT = Sheet("handout.typ", in_full, (16, 15, 14, 13, 12.5, 12, 11.5, 11), 173_000)
WALL = Sheet("wall.typ", in_short, (17, 16, 15, 14, 13, 12, 11), 78_000)


def printed(paper: Paper, kept: Kept, sheet: Sheet, share: Share) -> bytes:
    """Return a sheet of a page as a PDF. It has more than one page only when even the smallest letters, set tight, do not fit.

    Each rule of a note has a line of its own; where that takes too much room, the rules of a note stand in a row. No word is left
    out.
    """
    words, box, smallest = paper.words(share), sheet.box(share.notes), sheet.sizes[-1]
    tries = []
    for columns in map(halves, [box] if run_in(box) == box else [box, run_in(box)]):
        # long names of a practice and a reviewer take room too
        ways = [(size, False) for size in sizes_for(sheet.sizes, columns, sheet.room)] + [(smallest, True)]
        tries += [{**words, "columns": columns, "size": size, "tight": tight} for size, tight in ways]
    return kept.get(paper.key(sheet.template, tries), lambda: paper.on_one_page(sheet.template, tries))


def can_be_one_page(paper: Paper, sheet: Sheet, share: Share, practice: Practice) -> bool:
    """Tell whether a sheet of a page would be one page, in its smallest letters, with these words of a practice."""
    told = {**paper.words(share, practice), "columns": halves(run_in(sheet.box(share.notes))), "size": sheet.sizes[-1],
            "tight": True}
    return len(pypdfium2.PdfDocument(paper.print(sheet.template, told))) == 1


def longest_word(practice: Practice) -> tuple[str, str, Callable[[str], Practice]]:
    """Return the field of the longest of a practice's words that stand on sheets, the words,
    and what the practice is with other words there."""
    reviewer = practice.reviewer
    found = [("name", practice.name, lambda words: replace(practice, name=words))]
    if reviewer:
        found.append(("reviewer", reviewer.name, lambda words: replace(practice, reviewer=replace(reviewer, name=words))))
        found.append(("reviewer", reviewer.credentials,
                      lambda words: replace(practice, reviewer=replace(reviewer, credentials=words))))
    return max(found, key=lambda each: len(each[1]))
