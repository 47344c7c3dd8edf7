"""Prints the sheets of a page, each at the largest letters at which it stays one page, unless the same sheet was printed before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from press.kept import Kept
from press.paper import Paper, Piece, halves, in_full, in_short, sizes_for
from press.sharing import Share, SharedNote


@dataclass(frozen=True)
class Sheet:
    """A kind of sheet: its template, its safety box, its letter sizes (points), and the room the box may take (square points)."""

    template: str
    box: Callable[[Sequence[SharedNote]], list[Piece]]
    sizes: tuple[float, ...]
    room: float


# The room was measured on the guide's own pages. A wrong guess costs a second print, and nothing else.
HANDOUT = Sheet("handout.typ", in_full, (16, 15, 14, 13, 12.5, 12, 11.5, 11), 155_000)
WALL = Sheet("wall.typ", in_short, (17, 16, 15, 14, 13, 12, 11), 78_000)


def printed(paper: Paper, kept: Kept, sheet: Sheet, share: Share) -> bytes:
    """Return a sheet of a page as a PDF. It has more than one page only when even the smallest letters do not fit."""
    columns = halves(sheet.box(share.notes))
    told = {**paper.words(share), "columns": columns}
    sizes = sizes_for(sheet.sizes, columns, sheet.room)
    return kept.get(paper.key(sheet.template, told, sizes), lambda: paper.on_one_page(sheet.template, told, sizes))
