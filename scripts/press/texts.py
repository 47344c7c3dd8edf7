"""Every text of the built folder that people or programs may read: pages with their tags and labels, and each text file beside them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from press.built import Built, BuiltPage, visible_blocks
from press.readback import sheets_of

CODE = {".js", ".css", ".map"}  # what programs run; of a script, its words in quotes are read
INDEX = "search.json"
NOT_LABELS = {"class", "style", "d", "points", "viewbox", "transform", "sizes", "srcset", "rel", "id", "content", "href", "src"}
LABEL = re.compile(r'(?<=[\s"])([^\s"=<>/]+)="([^"]+)"')  # an attribute, as the parser writes it
SAID = {"alt", "title", "aria-label", "aria-description", "placeholder", "value", "label", "summary"}  # read out even when one word long
OTHERS = ("/vendor/", "/javascripts/")  # folders of programs that others made: they hold no words of ours
QUOTED = re.compile(r"""(["'`])((?:(?!\1)[^\\\n])*\s(?:(?!\1)[^\\\n])*)\1""")  # words in quotes, in a script


@dataclass(frozen=True)
class Text:
    """A stretch of text and the file that holds it. `belief` is the id of the card it stands in, if any."""

    file: str
    words: str
    belief: str = ""


def texts(built: Built) -> list[Text]:
    """Return every stretch of text of the built folder, each stretch of a file once. It is read once for all rules."""
    if "texts" not in vars(built):
        vars(built)["texts"] = list(dict.fromkeys(_texts(built)))
    return vars(built)["texts"]


def _texts(built: Built) -> Iterator[Text]:
    for page in built.pages.values():
        yield from _of_page(page)
    for name in sorted(built.files - built.pages.keys()):
        content = (built.folder / name).read_bytes()
        if name.endswith(".pdf"):
            yield from (Text(name, sheet.words) for sheet in sheets_of(content))
        elif name.endswith(".js") and not any(folder in name for folder in OTHERS):
            yield from (Text(name, words) for _, words in QUOTED.findall(content.decode("utf-8", errors="replace")))
        elif not name.endswith(tuple(CODE)) and b"\0" not in content[:2000]:
            yield from _of_file(name, content.decode("utf-8", errors="replace"))


def _of_page(page: BuiltPage) -> Iterator[Text]:
    body = page.tree.body
    if body is None:
        return
    yield from (Text(page.file, block) for block in visible_blocks(body, "[data-belief]"))
    for card in body.css("[data-belief]"):
        yield from (Text(page.file, block, card.attributes["data-belief"] or "") for block in visible_blocks(card))
    yield from (Text(page.file, unescape(value)) for name, value in LABEL.findall(page.tree.html or "")
                if name.lower() in SAID or " " in value and name.lower() not in NOT_LABELS)
    yield from (Text(page.file, node.attributes["content"] or "") for node in page.tree.css("meta[name][content], meta[property][content]"))
    yield from (Text(page.file, unquote(node.attributes["href"] or "")) for node in page.tree.css('[href^="mailto:"]'))
    yield from (Text(page.file, node.text()) for node in page.tree.css("title, desc, svg text, noscript, template"))
    for node in page.tree.css('script[type="application/ld+json"]'):
        yield from (Text(page.file, words) for words in _strings(_json(node.text())))


def _of_file(name: str, content: str) -> Iterator[Text]:
    if name.endswith(".html"):  # the guide in one file, and what is made to be sent
        yield from _of_page(BuiltPage(name, content))
    elif name == INDEX:
        yield from _of_index(_json(content))
    elif name.endswith((".json", ".webmanifest")):
        yield from (Text(name, words) for words in _strings(_json(content)))
    elif name.endswith((".svg", ".xml")):
        yield from (Text(name, words) for words in re.findall(r">([^<]+)<", content) if words.strip())
    else:
        yield from (Text(name, " ".join(part.split())) for part in re.split(r"\n\s*\n", content) if part.strip())


def _of_index(index: object) -> Iterator[Text]:
    """Yield what the search shows: titles, labels, headings, excerpts and kind lines. Its other strings are words that people type, and no sentences.

    A belief's entry is its card in short, labelled with the verdict, and left out here: the card itself is read on its page.
    """
    if not isinstance(index, dict):
        return
    for _, part, heading, excerpt, *_ in zip(*(column.split("\n") for column in index.get("entries", [])), strict=True):
        if not part.startswith("belief-"):
            yield from (Text(INDEX, heading), Text(INDEX, excerpt))
    for row in (*index.get("pages", []), *index.get("labels", [])):
        yield Text(INDEX, row[1])
    for row in index.get("outside", []):
        yield Text(INDEX, row[-2])


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
