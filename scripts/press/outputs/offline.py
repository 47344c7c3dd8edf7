"""What a reader's phone needs to keep the guide, once its button is pressed: the worker, and the list of files with their checksums."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from press.built import Built, files_in
from press.prose import Prose
from press.site import Site

NAMES = ("sw.js", "offline.json")
CARRIES_NO_ADVICE = "programs read it, not people."
AFTER_OTHERS = True  # the list names the search index as it is published, and what answers at addresses that were left
WORKER = "overrides/outputs/sw.js"
# The guide, its look and its search. Handouts, cards and codes are for sharing, and would make it many times as large.
KEPT = re.compile(r"(.+/)?index\.html$|404\.html$|assets/(?!icons/icon-).*\.(css|js|svg|webmanifest)$|search[^/]*\.json$|search/.+$|addresses\.json$")


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `sw.js` and `offline.json`: each kept address with the first half of its SHA-256."""
    worker = site.root / WORKER
    if worker.exists():
        yield "sw.js", worker.read_bytes()
        yield "offline.json", json.dumps(kept(built.folder), separators=(",", ":")).encode()


def kept(folder: Path) -> dict[str, str]:
    """Return the addresses to keep with their checksums. An address that a page has left is one of them: what answers there is small."""
    return {re.sub(r"(^|/)index\.html$", r"\1", name): hashlib.sha256((folder / name).read_bytes()).hexdigest()[:32]
            for name in sorted(files_in(folder)) if KEPT.match(name)}
