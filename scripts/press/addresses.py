"""Says which addresses a built folder answers, and which of them it promises for ever: pages, the parts of their text,
and files."""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.built import Built
from press.built_page import BuiltPage

# what programs ask for, and nobody links to
UNTRACKED = re.compile(r"assets/|\.well-known/"
                       r"|(404\.html|sitemap\.xml|(search|addresses|offline)\.json|sw\.js|robots\.txt|_headers|\.nojekyll)$")
FURNITURE = {"main", "menu", "search", "top", "content"}  # ids of the look, which nobody links to
PASSING = ("d-", "__")  # ids inside drawings and of tools
# notes come and go with a page's topics, entries of a list with what is listed; their page is the promise
FLEETING = ("note-", "letter-", "kit-", "by-page-")


@lru_cache(maxsize=2)  # while the outputs are made, and when all is there
def answered(built: Built) -> frozenset[str]:
    """Return every address that leads straight to its content: pages, the ids in their articles, and files beside them."""
    found = set()
    for page in built.pages.values():
        if page.file != "404.html" and not stands_for_another(page):
            found.add(f"/{page.url}")
            found |= {f"/{page.url}#{id}" for id in _ids(page) if page.url.endswith("/") or not page.url}
    return frozenset(found | {f"/{name}" for name in built.files - built.pages.keys() if not UNTRACKED.match(name)})


def published(built: Built) -> set[str]:
    """Return the addresses that the folder promises for ever."""
    return {address for address in answered(built) if not is_fleeting(address)}


def is_fleeting(address: str) -> bool:
    """Tell whether an address names a part that comes and goes, so that its page alone is promised."""
    return address.partition("#")[2].startswith(FLEETING)


def stands_for_another(page: BuiltPage) -> bool:
    """Tell whether a page only leads to another, or says that one was withdrawn."""
    return page.forwards or bool(page.having("data-withdrawn"))


def _ids(page: BuiltPage) -> Iterator[str]:
    for node, id in page.having("id"):
        if id and id not in FURNITURE and not id.startswith(PASSING) and page.in_text(node):
            yield id
