"""What a reader's phone needs to keep the guide, once its button is pressed: the worker,
and the list of files with their checksums."""

import hashlib
import json
import re
from collections.abc import Iterator

from press.address import url_of
from press.built import Built, files_in
from press.built_page import BuiltPage
from press.prose import Prose
from press.site import Site

NAMES = ("sw.js", "offline.json")
CARRIES_NO_ADVICE = "programs read it, not people."
AFTER_OTHERS = True  # the list names the search index as it is published, and what answers at addresses that were left
WORKER = "overrides/outputs/sw.js"
# The guide, its look and its search. Handouts, cards and codes are for sharing, and would make it many times as large.
KEPT = re.compile(r"(.+/)?index\.html$|404\.html$|assets/(?!icons/icon-).*\.(css|js|svg|webmanifest)$"
                  r"|search[^/]*\.json$|search/.+$|addresses\.json$")


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `sw.js` and `offline.json`: each kept address with its version."""
    worker = site.root / WORKER
    if worker.exists():
        yield "sw.js", worker.read_bytes()
        yield "offline.json", json.dumps(kept(built), separators=(",", ":")).encode()


def kept(built: Built) -> dict[str, str]:
    """Return the addresses to keep with their versions.

    An address that a page has left is one of them: what answers there is small.

    A version is half the checksum of the file, and a part of that of its safety words: a phone lets go of an old page at once
    when these differ, and else when it has the new one. The safety pages come last, for a phone fetches the last ones first.
    """
    words = {name: _safety_words(page) for name, page in built.pages.items()}
    words["search.json"] = "\n".join(words.values())  # its results name warnings of all pages
    found = {}
    for name in sorted(files_in(built.folder), key=lambda name: (name.startswith("safety/"), name)):
        if KEPT.match(name):
            content = (built.folder / name).read_bytes()
            # what answers at an address that was left says why
            said = words[name].encode() if name in words else content if name.endswith(".html") else b""
            found[url_of(name)] = _checksum(content, 32) + _checksum(said, 8)
    return found


def _safety_words(page: BuiltPage) -> str:
    """Return what a page says of safety: its notes, and each amount of cold or massage. A page about safety says nothing else."""
    parts = ([page.article] if page.url.startswith("safety/")
             else [node for name in ("data-note", "data-dose") for node, _ in page.having(name)])
    return "\n".join(page.words_of(part) for part in parts)


def _checksum(content: bytes, length: int) -> str:
    return hashlib.sha256(content).hexdigest()[:length]
