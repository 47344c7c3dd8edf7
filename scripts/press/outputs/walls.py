"""The sheet for the wall of a waiting room, for each page: a large code, and the safety notes in short."""

from collections.abc import Iterator

from press.built import Built
from press.carrying import Carries
from press.kept import Kept
from press.paper import paper_of
from press.prose import Prose
from press.readback import words_of_pdf
from press.sharing import shares
from press.sheets import WALL, printed
from press.site import Site

NAMES = ("*wall.pdf",)
CARRIES = Carries("short", words_of_pdf)


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `wall.pdf` beside each shared page."""
    paper = paper_of(prose)
    with Kept(site.root / ".cache/walls") as kept:
        for share in shares(prose):
            yield f"{share.page.url}wall.pdf", printed(paper, kept, WALL, share)
