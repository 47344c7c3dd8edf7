"""The sheet that a client takes home, for each page and for two sizes of paper."""

from collections.abc import Iterator

from press.built import Built
from press.carrying import Carries
from press.kept import Kept
from press.paper import on_letter, paper_of
from press.prose import Prose
from press.readback import words_of_pdf
from press.sharing import shares
from press.sheets import HANDOUT, printed
from press.site import Site

NAMES = ("*handout.pdf", "*handout-letter.pdf")
CARRIES = Carries("by severity", words_of_pdf)


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `handout.pdf` (A4) and `handout-letter.pdf` beside each shared page."""
    paper = paper_of(prose)
    with Kept(site.root / ".cache/handouts") as kept:
        for share in shares(prose):
            handout = printed(paper, kept, HANDOUT, share)
            yield f"{share.page.url}handout.pdf", handout
            yield f"{share.page.url}handout-letter.pdf", on_letter(handout)
