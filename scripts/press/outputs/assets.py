"""Our styles and scripts without what only their authors need: comments and spacing.

Each line keeps its number, so that a message can name it.
"""

import re
from collections.abc import Iterator

from press.built import Built
from press.prose import Prose
from press.site import Site

NAMES = ("assets/*.css", "assets/*.js")
CARRIES_NO_ADVICE = "styles and scripts hold no words."
SPARED = {  # what a browser does not need, by kind of file; what stands in brackets stays
    ".css": re.compile(r"/\*.*?\*/()|;?[ \t]*(})[ \t]*|[ \t]*([{;,])[ \t]*|(?<=:)[ \t]+()|^[ \t]+()", re.DOTALL | re.MULTILINE),
    # a remark behind code, unless it may be part of a text; no text of ours goes on in the next line
    ".js": re.compile(r"""^[ \t]*//.*()|[ \t]+// [^"'`\n]*$()|^[ \t]+()""", re.MULTILINE),
}


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield each style and script of ours again; those that others made stay as they came."""
    for name in sorted(built.files):
        spared = SPARED.get(name[name.rfind("."):])
        if spared and name.startswith("assets/") and "/vendor/" not in name:
            text = (built.folder / name).read_text(encoding="utf-8")
            yield name, spared.sub(lambda found: found[found.lastindex] or "\n" * found[0].count("\n"), text).encode()
