"""A card, the picture that messengers show beside a link, has its size, is light, and nothing on it is cut off."""

import io

from PIL import Image

from press.built import Built
from press.cards import SIZE
from press.prose import prose_of
from press.readback import words_of_picture
from press.rules import Found, problem, rule
from press.sharing import shares
from press.site import Site

HEAVIEST_CARD = 100_000  # bytes


@rule()
def cards_fit(site: Site, built: Built) -> Found:
    """A card is 1200 by 630 pixels, has at most 100 KB, and nothing on it is cut off."""
    name, look = "cards-fit", "overrides/outputs/card.typ"
    for share in shares(prose_of(site)):
        address = f"{share.page.url}card.png"
        if address not in built.files:
            continue
        content = (built.folder / address).read_bytes()
        size = Image.open(io.BytesIO(content)).size
        if size != SIZE or len(content) > HEAVIEST_CARD:
            yield problem(name, look, 0, f"'/{address}' is {size[0]} by {size[1]} pixels and has {len(content)} bytes.",
                          f"keep it at {SIZE[0]} by {SIZE[1]} pixels and under {HEAVIEST_CARD} bytes.")
        if " ".join(share.page.title.split()) not in words_of_picture(content, share.page):
            yield problem(name, share.page.path, share.page.lines["title"], f"the title does not fit on '/{address}'.",
                          "shorten 'title:'.")
