"""Says what stands on the picture that messengers show beside a link, and prints the ones that are missing, all at once."""

from collections.abc import Iterable, Iterator

from press.paper import Paper
from press.picture import MADE_WITH, pictures
from press.safety_box import halves, in_short, sizes_for
from press.sharing import Share

SIZE = (1200, 630)  # pixels
LETTERS = tuple(range(38, 17, -1))  # points, and pixels too
# How many letters a title has at most, how large they are then, and the room that is left (square points that the longer column
# may take).
TITLES = ((26, 72, 300_000), (38, 60, 260_000), (1000, 48, 260_000))


class Card:
    """One card: `mark` changes whenever the picture would, so that messengers fetch it again."""

    def __init__(self, paper: Paper, share: Share):
        columns = halves(in_short(share.notes))
        title_size, room = next((size, room) for most, size, room in TITLES if len(share.page.title) <= most)
        self.told = {"title": share.page.title, "title_size": title_size, "columns": columns,
                     "size": max(sizes_for(LETTERS, columns, room), default=LETTERS[-1])}
        self.about = {key: value for key, value in paper.words(share).items() if key in ("site_name", "practice", "colours")}
        self.mark = paper.key("card.typ", self.told, self.about, MADE_WITH)[:12]


def drawn(paper: Paper, cards: Iterable[Card]) -> Iterator[tuple[Card, bytes]]:
    """Yield each card with its picture. Printed together they cost half of what they cost one by one."""
    cards = list(cards)
    if cards:
        pdf = paper.print("card.typ", {**cards[0].about, "cards": [card.told for card in cards]}, tagged=False)
        yield from zip(cards, pictures(pdf), strict=True)
