"""Finds the cautions in a page's own words: what not to do, when to stop, what to look for, whom to ask; each step, and the main actions;
what cites a source; and which claims and beliefs it shows. They are sealed, so that none is lost, weakened, or exchanged unseen.

Some say so only with the words they hang on: a question with its answer, an item with the heading or the line that leads to its list.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.calls import CALL, arguments
from press.model import Page
from press.site import Site
from press.word_forms import folded, forms, pattern

# what a call says in a caution; claims and notes are held elsewhere
_WORDS_OF = {"dose": "the dose", "number": "the number", "region": "the words for", "cite": "the source"}
_CITES, _HELP = "(the source ", "(the words for "
_SHOWN = {"claim": "the claim", "belief": "the belief"}  # a page shows them: their words are sealed by themselves
STEP, ACTION = "step: ", "action: "  # each sentence of a numbered item, and of the header's actions, begins with its mark under seal
_HEADING = re.compile(r"#{1,6}")
_ITEM = re.compile(r"^\s*(?:[-*+]|(\d+[.)]))\s+")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^)]*/)?(?:([a-z-]+)\.md(?:#([a-z0-9-]+))?)?[^)]*\)")
_SAFETY = ("signs", "stop", "first-aid", "check")  # a link to one of these, or to a part of an index, is a caution
_ATTRIBUTES = re.compile(r"\s*\{:?\s*[#.][^}]*\}")
# a title before a name ends no sentence
_ENDS = re.compile(r"(?<=[.!?:])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bProf\.)\s+(?=[A-Z\"“'‘])")


def cautions(site: Site, page: Page) -> tuple[tuple[str, int], ...]:
    """Return the cautions of a page with their lines, each as often as it stands there: steps and actions with their mark; sentences,
    items and rows of a table that cite a source, or hold a word of docs/_data/wording.yml for it, they or what they hang on; and the
    claims and beliefs it shows."""
    words = forms(site, "caution")
    return tuple((said, line) for said, line, hangs_on in _all_by(page) if said.startswith((STEP, ACTION)) or _CITES in said
                 or is_shown(said) or pattern(words).search(folded(f"{said} {hangs_on}"))) if words else ()


def is_shown(said: str) -> bool:
    """Tell whether it is no sentence but a claim or a belief that the page shows: `the claim 'ben-01'`."""
    return said.startswith(tuple(f"{what} '" for what in _SHOWN.values()))


def said_by(page: Page) -> tuple[tuple[str, int], ...]:
    """Return all sentences that a page's author wrote, in its header and below it, each with its line."""
    return tuple((unmarked(said), line) for said, line in marked_by(page))


def marked_by(page: Page) -> tuple[tuple[str, int], ...]:
    """Return the same, steps and actions with their mark."""
    return tuple((said, line) for said, line, _ in _all_by(page))


def _all_by(page: Page) -> tuple[tuple[str, int, str], ...]:
    """Return the same, each with the words it hangs on."""
    header = (("point", "", page.point), *(("actions", ACTION, action) for action in page.actions))
    return (*((mark + said, page.lines.get(key, 1), hangs_on) for key, mark, text in header
              for said, hangs_on in _hung(_sentences(text), "")),
            *_marked_in(_with_whole_links(page), page.body_line))


def _with_whole_links(page: Page) -> str:
    """Return a page's body; on a safety page, links to its own parts name the page, as those of others do: there each way is a caution."""
    return page.body.replace("](#", f"]({page.path.rpartition('/')[2]}#") if page.url.startswith("safety/") else page.body


def unmarked(said: str) -> str:
    """Return a sentence without its mark."""
    return said.removeprefix(STEP).removeprefix(ACTION)


def said_in(body: str, first: int) -> tuple[tuple[str, int], ...]:
    """Return each sentence and each row of a table of a page's body, as plain words, with its line.

    What comes from data is named, not quoted.
    """
    return tuple((unmarked(said), line) for said, line, _ in _marked_in(body, first))


@lru_cache(maxsize=1024)  # in a preview, most pages are as they were
def _marked_in(body: str, first: int) -> tuple[tuple[str, int, str], ...]:
    return tuple(_read(body, first))


def _read(body: str, first: int) -> Iterator[tuple[str, int, str]]:
    block: list[str] = []
    start, mark, item, heading, lead = first, "", None, "", ""
    lines = (*body.split("\n"), "")
    for line, text in enumerate(lines, first):
        shown = (call for call in CALL.finditer(text) if call[1] in _SHOWN)
        yield from ((f"{_SHOWN[call[1]]} '{id}'", line, "") for call in shown for id in arguments(call[2]))
        begins, head = _ITEM.match(text), _HEADING.match(text)
        if not text.strip() or head or begins or text.lstrip().startswith("|"):
            said = _sentences(" ".join(block))
            yield from ((mark + sentence, start, hangs_on) for sentence, hangs_on in _hung(said, lead if item else ""))
            if said and not item:
                lead = said[-1] if said[-1].endswith(":") else heading
            block = []
        if head:
            lead = heading = _plain(text[head.end():])
        elif text.lstrip().startswith("|"):
            if row := _row(text):
                rule, below = (*lines[line - first + 1:], "", "")[:2]
                yield row, line, _row(below) if not _row(rule) else ""  # the head of a table says what its rows are
        elif text.strip():
            if not block:
                start, item, mark = line, begins, STEP if begins and begins[1] else ""
            block.append(text[begins.end():] if begins else text.strip())


def _row(text: str) -> str:
    """Return the cells of a line of a table as words; of another line, nothing."""
    cells = [_plain(cell) for cell in text.strip().strip("|").split("|")]
    return ": ".join(cells) if text.lstrip().startswith("|") and any(re.search(r"\w", cell) for cell in cells) else ""


def _hung(said: list[str], lead: str) -> Iterator[tuple[str, str]]:
    """Yield each sentence of a paragraph or item with what it hangs on: `lead`; a question's answer; that one of them sends to help."""
    helps = _HELP if any(_HELP in sentence for sentence in said) else ""
    for sentence, answer in zip(said, [*said[1:], ""], strict=False):
        yield sentence, f"{lead} {helps} {answer if sentence.endswith('?') else ''}"


def _sentences(text: str) -> list[str]:
    return [sentence for part in _ENDS.split(_plain(text)) if (sentence := part.strip()) and re.search(r"\w", sentence)]


def _plain(text: str) -> str:
    """Return Markdown as words: a dose or a word of the region by its name, a source by its
    id, links by what they say, and nothing of claims and notes."""
    said = _LINK.sub(_linked, _ATTRIBUTES.sub("", CALL.sub(_named, text)))
    return " ".join(re.sub(r"[*_`|]+", "", said).split()).replace(" .", ".").replace(" ,", ",")


def _linked(link: re.Match[str]) -> str:
    said, place, part = link.groups()
    return f"{said} (leads to {f'{place} {part or str()}'.strip()})" if place in _SAFETY or place == "index" and part else said


def _named(call: re.Match[str]) -> str:
    names = arguments(call[2])
    if call[1] == "term":
        return names[-1].replace("-", " ") if len(names) == 1 else names[1]
    return f"({_WORDS_OF[call[1]]} {' '.join(names)})" if call[1] in _WORDS_OF else ""
