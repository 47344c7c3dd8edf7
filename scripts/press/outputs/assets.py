"""Our styles and scripts as readers get them: lean, and a script in one file with those that it imports."""

from collections.abc import Iterator

from press.built import Built
from press.lean import SPARED, joined, lean, pieces
from press.prose import Prose
from press.site import Site

NAMES = ("assets/*.css", "assets/*.js")
CARRIES_NO_ADVICE = "styles and scripts hold no words."


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield each style and script of ours again; those that others made stay as they came."""
    for name in sorted(built.files):
        kind, source = name[name.rfind("."):], site.root / "docs" / name
        if kind in SPARED and name.startswith("assets/") and "/vendor/" not in name:
            is_ours = kind == ".js" and source.is_file()
            yield name, (joined(pieces(source)) if is_ours
                         else lean((built.folder / name).read_text(encoding="utf-8-sig"), kind)).encode()
