"""The functions that pages may call: pieces in the text, the long lists, and the share kit."""

from collections.abc import Callable

from markupsafe import Markup

from press.snippets.long_lists import LongLists
from press.snippets.pieces import Pieces
from press.snippets.share_kit import ShareKit


class Snippets(Pieces, LongLists, ShareKit):
    """All of them, each for the page in hand."""

    def functions(self) -> dict[str, Callable[..., Markup]]:
        """Return the functions by the name that pages call."""
        return {name: getattr(self, name) for kind in (Pieces, LongLists, ShareKit) for name, value in vars(kind).items()
                if callable(value) and not name.startswith("_")}
