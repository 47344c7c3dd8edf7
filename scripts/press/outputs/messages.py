"""The email about each page, ready to paste: as plain text."""

from collections.abc import Iterator

from press.built import Built
from press.carrying import Carries
from press.message import messages_of
from press.prose import Prose
from press.readback import words_of_text
from press.sharing import shares
from press.site import Site

NAMES = ("*share.txt",)
CARRIES = Carries("short", words_of_text)


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `share.txt` beside each shared page."""
    for share in shares(prose):
        yield f"{share.page.url}share.txt", messages_of(prose).plain(share).encode()
