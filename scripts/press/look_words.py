"""Finds the words that templates, scripts and a few modules of the press bring to readers themselves, where their links lead,
what a template fills in, and on what conditions; and what a script does.

A mail says 'The shorter one counts', a button says 'Copied', a box says 'Before you start': what stands in no page and no note can be
turned round as well; and so can 'if there are several limits', or the reason and the advice of an entry. So it is sealed and spelt
like all that authors write. What a script does, such as putting the notes into an email, is sealed by a few signs for each statement.
"""

import ast
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from press.model import Record
from press.script_tokens import statements, strings
from press.site import Site
from press.texts import SAID

FILES = re.compile(r"overrides/.*\.(?:html|svg|txt|typ|js)|docs/assets/[^/]*\.js")
LICENCES = "overrides/outputs/fonts/"  # words of others
PRESS = Path(__file__).parent
# Where the press has words for readers: how grave something is, over a box of notes, whom nobody named.
PYTHON = ("model/evidence.py", "model/safety.py", "notes.py", "provenance.py", "review.py", "snippets/pieces.py", "words.py")
_WORDS = re.compile(r"[^\W\d_][,:;.!?']* +[^\W\d_]")  # more than one
_WORD = re.compile(r"[^\W\d_]{2}")
_SIGN = re.compile(r"\{#.*?#\}|\{%-?(?P<asks>.*?)-?%\}|\{\{-?(?P<gives>.*?)-?\}\}|(?P<gap>\n\s*\n)"
                   r"|</?(?P<tag>[a-z!](?:\{\{.*?\}\}|\{%.*?%\}|[^<>])*)>", re.DOTALL | re.IGNORECASE)
_LABEL = re.compile(r"""\b(aria-[a-z]+|data-[a-z]+|href|alt|content|title|placeholder|value|label|summary)"""
                    r"""=(["'])((?:\{\{.*?\}\}|(?!\2)[^<>])*)\2""", re.DOTALL)
_GIVEN = re.compile(r"\{\{-?(.*?)-?\}\}", re.DOTALL)
_PLACE = re.compile(r"(?:\{root\})?([a-z][a-z/:.#-]*)")  # of a link that always leads to the same
_QUOTED = re.compile(r"""(["'])((?:(?!\1).)*)\1""")
_CONDITION = re.compile(r"\s*(?:if|elif|for|set|call|include)\b")
_IN_BRACES = re.compile(r"\{[^{}]*\}")
_OF_TYPST = re.compile(r'"([^"<\\]*)"|\w\[([^\]]+)\]')
_DECIDES = re.compile(r"\b(?:if|for|while) [^{\n]*(?=\{)|\b(?:data|card|piece|it)\.[a-z_][\w.-]*")  # of Typst
_REMARK = re.compile(r"(?:^|\s)//.*")
_SELECTOR = re.compile(r"[.#\[]\w|.*[\[=>]|.*:not\(")


@dataclass(frozen=True)
class Look(Record):
    """A template or a script with words for readers, each stretch with its line, and what a script does, each statement by its signs,
    with its line. Its id is its file's name in its folder."""

    said: tuple[tuple[str, int], ...] = ()
    does: tuple[tuple[str, int], ...] = ()


@lru_cache(maxsize=1)  # several rules ask
def looks(site: Site) -> tuple[Look, ...]:
    """Return every script, and every template and module that has words for readers."""
    written = {where: text for where, text in site.written.items() if FILES.fullmatch(where) and LICENCES not in where}
    written |= {f"scripts/press/{name}": (PRESS / name).read_text(encoding="utf-8") for name in PYTHON}
    found = (Look(where.partition("/")[2], _said(where, text), _done(text) if where.endswith(".js") else (), path=where, lines={"id": 1})
             for where, text in written.items())
    return tuple(look for look in found if look.said or look.does)


def without_values(said: str) -> str:
    """Return the words of a template alone, without what it fills in."""
    return _IN_BRACES.sub(" ", said)


@lru_cache(maxsize=256)  # in a preview, and in the tests, most are as they were
def _said(where: str, text: str) -> tuple[tuple[str, int], ...]:
    readers: dict[str, Callable[[str], Iterator[tuple[str, int]]]] = {"js": _of_script, "typ": _of_sheet, "py": _of_python}
    read = readers.get(where.rpartition(".")[2], _of_template)
    plain = ((" ".join(words.split()), text.count("\n", 0, at) + 1) for words, at in read(text))
    return tuple((words, line) for words, line in plain if words)


@lru_cache(maxsize=64)
def _done(code: str) -> tuple[tuple[str, int], ...]:
    """Return four signs for each statement of a script, with its line."""
    return tuple((hashlib.sha256(does.encode()).hexdigest()[:4], code.count("\n", 0, at) + 1) for does, at in statements(code))


def _of_template(text: str) -> Iterator[tuple[str, int]]:
    """Yield what stands between tags, in labels and in what is worked out, with its place; what is filled in, in braces."""
    words, begins, end = "", 0, 0
    for found in (*_SIGN.finditer(text), None):
        between = text[end:found.start() if found else None]
        begins = begins if words.strip() else end + len(between) - len(between.lstrip())
        words += between
        end = found.end() if found else end
        if found and found["gives"] is not None:
            words += _given(found["gives"])
        elif not found or not found[0].startswith("{#"):
            yield from _with_words(words, begins)
            words = ""
            yield from _asked(found["asks"], found.start()) if found and found["asks"] else ()
            yield from _labels(found["tag"], found.start()) if found and found["tag"] else ()


def _asked(code: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield what a template asks, goes through or takes from elsewhere to show it; of what else it does, only what has words."""
    if _CONDITION.match(code) or any(_WORDS.search(quoted) for _, quoted in _QUOTED.findall(code)):
        yield _given(code), at


def _with_words(said: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield a stretch if words of its own stand in it, or if something is filled in."""
    if "{" in said or _WORD.search(said):
        yield said, at


def _labels(tag: str, at: int) -> Iterator[tuple[str, int]]:
    """Yield the labels of a tag that are read out, and where its link leads."""
    for name, _, value in _LABEL.findall(tag):
        said = _GIVEN.sub(lambda found: _given(found[1]), value)
        if name != "href":
            yield from _with_words(said, at) if name in SAID or said != value or name != "content" and _WORDS.search(said) else ()
        elif tag.startswith("a ") and (leads := _PLACE.fullmatch(said)):
            yield f"(leads to {leads[1]})", at
        elif tag.startswith("a ") and said != value:
            yield f"(leads to {said})", at


def _given(code: str) -> str:
    """Return what a template fills in, as it names it: `{share.point}`."""
    return "{" + " ".join(code.split()) + "}"


def _of_sheet(text: str) -> Iterator[tuple[str, int]]:
    """Yield the words of a Typst template, in quotes or in square brackets after a name; on what conditions, and what it fills in."""
    at = 0
    for line in text.split("\n"):
        code = _REMARK.sub("", line)
        yield from ((_given(found[0]), at) for found in _DECIDES.finditer(code))
        for found in _OF_TYPST.finditer(code) if "font:" not in line else ():
            if _WORDS.search(said := found[1] or found[2] or ""):
                yield said, at
        at += len(line) + 1


def _of_script(code: str) -> Iterator[tuple[str, int]]:
    """Yield what a script says: strings of several words with a capital or a full stop, and lone words that begin with a capital,
    but for the name of a key that was pressed."""
    for said, at in strings(code):
        is_sentence = _WORDS.search(said) and re.search(r"[A-Z.]", said) and not _SELECTOR.match(said)
        is_label = len(said) > 2 and said.istitle() and said.isalpha() and not code[:at].rstrip().endswith("==")
        if is_sentence or is_label:
            yield said, at


def _of_python(code: str) -> Iterator[tuple[str, int]]:
    """Yield the words that a module of the press gives a name, or hands over, with their places."""
    lines = [0, *(found.end() for found in re.finditer("\n", code))]
    tree = ast.parse(code)
    given = [node.value for node in (*tree.body, *ast.walk(tree)) if isinstance(node, ast.Return) or node in tree.body
             and isinstance(node, ast.Assign)]
    for value in dict.fromkeys(filter(None, given)):
        for part in ast.walk(value):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and _WORDS.search(part.value):
                yield part.value, lines[part.lineno - 1]
