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
SHADES = {"tint": 0.12, "mid": 0.38}  # how much of a colour is in its pale shades; the rest is white


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield the stylesheet again, with the colours and their pale shades before those of dark mode."""
    colours = site.practice.colours
    if colours and SHEET in built.files:
        own = ";".join(f"--{name}:{colour}" + "".join(f";--{name}-{shade}:{_pale(colour, part)}" for shade, part in SHADES.items())
                       for name, colour in sorted(colours.items()))
        own = f":root{{{own}}}"  # as short as the rest, and on a line that was there: a style is named by its line
        text = (built.folder / SHEET).read_text(encoding="utf-8").replace(own, "")  # a folder that is checked has them already
        before, media, after = text.partition("@media")  # the first is dark mode, which sets its own colours again
        yield SHEET, f"{before}{own}{media}{after}".encode()


def _pale(colour: str, part: float) -> str:
    return "#" + "".join(f"{round(255 - part * (255 - int(colour[n:n + 2], 16))):02x}" for n in (1, 3, 5))
