"""The square code of each page, for a screen, a leaflet or a desk."""

import hashlib
from collections.abc import Iterator

from press.built import Built
from press.carrying import Carries
from press.kept import Kept
from press.prose import Prose
from press.qr import MADE_WITH, qr_svg
from press.readback import words_of_svg
from press.sharing import shares
from press.site import Site

NAMES = ("*qr.svg",)
CARRIES = Carries("short", words_of_svg)


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `qr.svg` beside each shared page. The safety notes stand below it."""
    with Kept(site.root / ".cache/codes") as kept:
        for share in shares(prose):
            words = tuple(note.short for note in share.notes)
            key = hashlib.sha256(repr((MADE_WITH, share.address, words)).encode()).hexdigest()
            draw = lambda address=share.address, words=words: qr_svg(address, words).encode()
            yield f"{share.page.url}qr.svg", kept.get(key, draw)
