"""The email about each page, ready to paste: with layout, as HTML that all mail programs show alike."""

from collections.abc import Iterator

from press.built import Built
from press.carrying import Carries, words_of_html
from press.message import messages_of
from press.prose import Prose
from press.sharing import shares
from press.site import Site

NAMES = ("*share.html",)
CARRIES = Carries("short", words_of_html)


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `share.html` beside each shared page."""
    for share in shares(prose):
        yield f"{share.page.url}share.html", messages_of(prose).rich(share).encode()
