"""The scripts as they are sent: without the comments, which are for those who read the source."""

import re
from collections.abc import Iterator

from press.built import Built
from press.prose import Prose
from press.site import Site

NAMES = ("assets/*.js",)
CARRIES_NO_ADVICE = "programs read them, not people."
COMMENT = re.compile(r"^ *//.*\n", re.MULTILINE)  # one that has a line to itself


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield each script of ours again. What others wrote keeps its licence lines."""
    for name in sorted(built.files):
        if re.fullmatch(r"assets/[^/]+\.js", name):
            yield name, COMMENT.sub("", (built.folder / name).read_text(encoding="utf-8")).encode()
