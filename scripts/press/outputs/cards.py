"""The picture that messengers show beside a link to a page."""

from collections.abc import Iterator

from press.built import Built
from press.cards import Card, drawn
from press.carrying import Carries
from press.kept import Kept
from press.paper import paper_of
from press.prose import Prose
from press.readback import words_of_picture
from press.sharing import shares
from press.site import Site

NAMES = ("*card.png",)
CARRIES = Carries("short", words_of_picture)


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `card.png` beside each shared page."""
    paper = paper_of(prose)
    cards = {share.page.url: Card(paper, share) for share in shares(prose)}
    with Kept(site.root / ".cache/cards") as kept:
        new = {card.mark: picture for card, picture in drawn(paper, (card for card in cards.values() if card.mark not in kept))}
        for url, card in cards.items():
            yield f"{url}card.png", kept.get(card.mark, lambda mark=card.mark: new[mark])
