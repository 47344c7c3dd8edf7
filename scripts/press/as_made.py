"""Tells whether a built folder is still what the press made: what goes with the pages is made once more, and compared.

The list of files that a phone keeps holds a checksum of each page, style and script. So a page that lost its end on the way, or a word of
which was changed since, is found too, whatever it says.
"""

import json

from press.address import file_of
from press.built import Built
from press.outputs import MAKERS
from press.problem import CannotMake, Problem
from press.prose import Prose
from press.site import Site

NAME = "folder-is-as-made"
LIST = "offline.json"
FIX = "put the folder back as it was made, or build it again: make site. Change docs/ and overrides/, and never the folder."


def changed_since(site: Site, prose: Prose, built: Built) -> list[Problem]:
    """Return a problem for each file of the folder that is not as the press makes it from the same sources and pages."""
    own = {f"{page.url}index.html" for page in site.pages.values()} | {"404.html"}
    rendered = Built(built.folder, {name: page for name, page in built.pages.items() if name in own}, built.files)
    found = [Problem(name, 0, says, FIX, NAME) for name in sorted(built.files) if (says := _copied_otherwise(site, built, name))]
    for maker in MAKERS:
        try:
            for name, content in maker.make(site, prose, rendered):
                path = built.folder / name
                was = path.read_bytes() if path.is_file() else None
                if was != content:
                    found += _listed_otherwise(was, content) if name == LIST else [Problem(name, 0, _says(name, was), FIX, NAME)]
        except CannotMake as told:
            found.append(told.problem)
    return found


def _says(name: str, was: bytes | None) -> str:
    return f"'{name}' is missing." if was is None else f"'{name}' is not what the press makes: it was changed, or is of another day."


def _copied_otherwise(site: Site, built: Built, name: str) -> str:
    """Return what is wrong with a file that is published as its author left it, or an empty string."""
    source = site.root / "docs" / name
    if name.endswith((".css", ".js")) or not name.startswith("assets/") or not source.is_file():
        return ""
    return "" if source.read_bytes() == (built.folder / name).read_bytes() else f"'{name}' is not the one in docs/."


def _listed_otherwise(was: bytes | None, content: bytes) -> list[Problem]:
    """Return a problem for each file whose checksum the list gives otherwise, leaves out or has too much."""
    try:
        before, now = json.loads(was or b"null"), json.loads(content)
    except ValueError:
        before = None
    if not isinstance(before, dict):
        return [Problem(LIST, 0, f"'{LIST}' is missing, or cannot be read.", FIX, NAME)]
    return [Problem(file_of(f"/{address}"), 0, f"'/{address}' is not what '{LIST}' lists: it was changed, or is of another day.", FIX, NAME)
            for address in sorted(before.keys() | now.keys()) if before.get(address) != now.get(address)]
