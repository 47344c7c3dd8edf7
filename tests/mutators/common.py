"""What the mutators share: how a function becomes a kind of mutant, the rules by their purpose, and where things stand."""

import functools
import re
from collections.abc import Callable, Iterable, Iterator

from mutants import Bench, Mutant
from press.calls import Call, calls
from press.model import Note, Page

OPERATORS: list[Callable[[Bench], Iterator[Mutant]]] = []
SEALED, POLICY = ("safety-words-are-sealed",), ("the-policy-is-sealed",)
UNREAD = ("strict-yaml", "page-header", "data-fields", "known-names")
MISSING, IN_SIGHT, BEFORE = ("required-safety-notes",), ("notes-are-in-sight",), ("notes-come-before-the-steps",)
TOPICS, SEALS = "docs/_data/topics.yml", "docs/_data/seals.yml"
HIDDEN = ["hidden", "inert", 'aria-hidden="true"', 'style="display:none"', 'style="position:absolute;left:-9999px"', "popover",
          'style="color:#fff"',
          'hidden="until-found"', 'role="presentation"', 'width="0"', 'lang="xx" dir="rtl"', 'class="paper"']


def operator(make: Callable[[Bench], Iterator[tuple]]) -> Callable[[Bench], Iterator[Mutant]]:
    """Enter a function that yields (name, file, text, rules, where[, pages]) as a kind of mutant with its own name."""

    def mutants(bench: Bench) -> Iterator[Mutant]:
        for name, file, text, rules, where, *pages in make(bench):
            yield Mutant(make.__name__.replace("_", "-"), name, file, text, rules, (where,) if isinstance(where, str) else where,
                         *pages)

    OPERATORS.append(mutants)
    return mutants


def advice(bench: Bench) -> list[Page]:
    return [page for page in bench.site.pages.values() if page.kind == "advice"]


def note_calls(bench: Bench) -> Iterator[tuple[Page, Call, str, str]]:
    """Yield each call of safety notes with its page, the page's text and the call as it stands there."""
    for page in advice(bench):
        text = bench.read(page.path)
        for call in calls(page):
            if call.name == "note":
                written = text.split("\n")[call.line - 1].strip()
                yield page, call, text, written


def swapped(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new, 1)


def pages_with(bench: Bench, note: Note) -> tuple[str, ...]:
    return tuple(page.path for page in advice(bench) if note in bench.site.notes_required(page.topics))


def row_of(text: str, id: str) -> str:
    return rows_of(text)[id]


@functools.lru_cache(maxsize=8)
def rows_of(text: str) -> dict[str, str]:
    """Return the rows of a data file by their ids, as they stand there; there are hundreds of seals."""
    return dict(re.findall(r"(?ms)^(?=- id: (\S+)\n)(.*?)(?=^- id: |\Z)", text))


def in_turn(choices: Iterable[str], turn: int, of: int) -> list[str]:
    """Return every `of`-th choice, others at each turn, so that each is tried on many pages and none on all."""
    return [choice for number, choice in enumerate(choices) if number % of == turn % of]


def element_of(html: str, note: str, form: str) -> tuple[int, int]:
    """Return where the element of a note starts and ends in a page."""
    start = re.search(rf'<(\w+)[^>]*data-note="{note}"[^>]*data-form="{form}"[^>]*>', html)
    tag, depth = start[1], 0
    for match in re.finditer(rf"<(/?){tag}\b[^>]*>", html[start.start():]):
        depth += -1 if match[1] else 1
        if not depth:
            return start.start(), start.start() + match.end()
    raise AssertionError(note)
