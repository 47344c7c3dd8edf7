"""Every text of the built folder that people or programs may read: pages with their tags and labels,
and each text file beside them."""

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from press.built import Built
from press.built_page import BuiltPage, html_file
from press.copies import beside_pages
from press.lean import joined, pieces
from press.readback import sheets_of
from press.site import Site

CODE = {".js", ".css", ".map"}  # what programs run; of a script, its words in quotes are read
INDEX = "search.json"
NAMED = {"name", "property"}  # what a <meta> may be about
NOT_LABELS = {"class", "style", "d", "points", "viewbox", "transform", "sizes", "srcset", "rel", "id", "content", "href", "src"}
# read out even when one word long
SAID = {"alt", "title", "aria-label", "aria-description", "placeholder", "value", "label", "summary"}
OTHERS = ("/vendor/", "/javascripts/")  # folders of programs that others made: they hold no words of ours
QUOTED = re.compile(r"""(["'`])((?:(?!\1)[^\\\n])*\s(?:(?!\1)[^\\\n])*)\1""")  # words in quotes, in a script


class Place(NamedTuple):
    """A file that holds a text. `belief` is the id of the card in it where the text stands, if any."""

    file: str
    belief: str = ""


@lru_cache(maxsize=1)
def texts(built: Built) -> dict[str, list[Place]]:
    """Return every stretch of text of the built folder by its words, with the places where it stands, each once:
    what stands in many places is judged once.

    It is read once for all rules.
    """
    found: dict[str, list[Place]] = {}
    for place, stretches in _texts(built):
        for words in stretches:
            places = found.setdefault(words, [])
            if place not in places[-2:]:  # the page, or the file, itself and a card in it
                places.append(place)
    return found


@lru_cache(maxsize=1)
def our_scripts(site: Site, built: Built) -> tuple[tuple[str, str, str], ...]:
    """Return file, source and text of each script of the folder that others did not make: one file, but several sources,
    for one that is published with those that it imports.

    They are read once for all rules.
    """
    return tuple(_scripts(site, built))


def _scripts(site: Site, built: Built) -> Iterator[tuple[str, str, str]]:
    for name in sorted(name for name in built.files if name.endswith(".js") and not any(folder in name for folder in OTHERS)):
        source, text = site.root / "docs" / name, (built.folder / name).read_text(encoding="utf-8", errors="replace")
        found = pieces(source) if source.is_file() else {}
        if joined(found) == text:
            yield from ((name, f"docs/{PurePosixPath(name).with_name(piece)}", code) for piece, code in found.items())
        else:
            yield name, f"docs/{name}" if source.is_file() else f"overrides/outputs/{name}", text


@lru_cache(maxsize=512)  # in a preview, and in the tests, most scripts and templates are as they were
def finds(pattern: re.Pattern[str], code: str) -> tuple[re.Match[str], ...]:
    """Return all that a pattern finds in the code of a script or a template."""
    return tuple(pattern.finditer(code))


def _texts(built: Built) -> Iterator[tuple[Place, Iterable[str]]]:
    """Yield each place with all texts that stand there."""
    for page in built.pages.values():
        yield from _of_page(page)
    for name in sorted(built.files - built.pages.keys()):
        content = (built.folder / name).read_bytes()
        if name.endswith(".html"):  # the guide in one file, and what is made to be sent
            yield from _of_page(beside_pages(built).get(name) or html_file(name, content.decode("utf-8", errors="replace")))
        else:
            yield Place(name), _of_file(name, content)


def _of_page(page: BuiltPage) -> Iterator[tuple[Place, Iterable[str]]]:
    yield Place(page.file), dict.fromkeys(_words_of_page(page))
    for card, belief in page.having("data-belief"):
        yield Place(page.file, belief), page.blocks_of(card)
    for node in page.tagged("template"):  # nobody sees it yet, and no walk over the page enters it
        yield from _of_page(BuiltPage(page.file, node.html.partition(">")[2]))


def _words_of_page(page: BuiltPage) -> list[str]:
    """Return what a page says outside the cards of beliefs: in its text, in labels, and to programs."""
    words = list(page.blocks_of(page.tree.body, "[data-belief]") if page.having("data-belief") else page.blocks)
    for name, found in page.elements.by_attribute.items():
        if name.lower() not in NOT_LABELS:
            words += [value for _, value in found if " " in value or name in SAID and value]
    words += [value for node, value in page.having("content") if node.tag == "meta" and node.attributes.keys() & NAMED]
    words += [unquote(address) for _, address in page.having("href") if address.startswith("mailto:")]
    words += [node.text() for node in page.tagged("title", "desc", "text", "noscript")]
    for node in page.tagged("script"):
        if (node.attributes.get("type") or "").lower() == "application/ld+json":
            words += _strings(_json(node.text()))
    return words


def _of_file(name: str, content: bytes) -> Iterator[str]:
    if name.endswith(".pdf"):
        yield from (sheet.words for sheet in sheets_of(content))
        return
    text = content.decode("utf-8", errors="replace")
    if name.endswith(".js") and not any(folder in name for folder in OTHERS):
        yield from (words for _, words in QUOTED.findall(text))
    elif name.endswith(tuple(CODE)) or b"\0" in content[:2000]:
        return
    elif name == INDEX:
        yield from _of_index(_json(text))
    elif name.endswith((".json", ".webmanifest")):
        yield from _strings(_json(text))
    elif name.endswith((".svg", ".xml")):
        yield from (words for words in re.findall(r">([^<]+)<", text) if words.strip())
    else:
        yield from (" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip())


def _of_index(index: object) -> Iterator[str]:
    """Yield what the search shows: titles, labels, headings, excerpts and kind lines.

    Its other strings are words that people type, and no sentences.

    A belief's entry is its card in short, labelled with the verdict, and left out here: the card itself is read on its page.
    """
    if not isinstance(index, dict):
        return
    for _, part, heading, excerpt, *_ in zip(*(column.split("\n") for column in index.get("entries", [])), strict=True):
        if not part.startswith("belief-"):
            yield from (heading, excerpt)
    yield from (row[1] for row in (*index.get("pages", []), *index.get("labels", [])))
    yield from (*(row[0] for row in index.get("outside", [])), index.get("unsure", ""))


def _json(content: str) -> object:
    try:
        return json.loads(content)
    except ValueError:
        return content


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)
