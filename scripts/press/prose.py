"""An author's text with all that it may call: the filling, and the functions that look up a note, a claim or a list."""

from functools import lru_cache
from pathlib import Path

from press.filling import Filling
from press.site import Site
from press.snippets import Snippets


class Prose(Filling):
    """Turns pages, headers, notes and data of a guide into words and HTML."""

    def __init__(self, site: Site, looks: Path | None = None):
        super().__init__(site, looks)
        self.functions |= Snippets(self).functions()


@lru_cache(maxsize=1)
def prose_of(site: Site) -> Prose:
    """Return the prose of a guide, made once, for all rules that judge what was built from it."""
    return Prose(site)
