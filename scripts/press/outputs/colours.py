"""The stylesheet with a practice's own colours, when its block names any.

They hold in light mode; dark mode keeps the guide's.
"""

from collections.abc import Iterator

from press.built import Built
from press.prose import Prose
from press.site import Site

NAMES = ("assets/site.css",)
CARRIES_NO_ADVICE = "a stylesheet holds no words."
SHEET = "assets/site.css"


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield the stylesheet again, with the colours before those of dark mode."""
    colours = site.practice.colours
    if colours and SHEET in built.files:
        rules = "".join(f"--{name}:{colour};" for name, colour in sorted(colours.items()))
        text = (built.folder / SHEET).read_text(encoding="utf-8")
        before, media, after = text.partition("@media")  # the first is dark mode, which sets its own colours again
        yield SHEET, f"{before}:root {{ {rules} }}\n{media}{after}".encode()
