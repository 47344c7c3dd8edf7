"""Cuts a script into its words, numbers, signs and texts, and into its statements, without running it."""

import re
from collections.abc import Iterator
from functools import lru_cache

TOKEN = re.compile(r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<number>(?:0[xXbBoO])?[\d_]+(?:\.[\d_]+)?(?:[eE][+-]?\d+)?n?|\.\d+)
    |(?P<name>[\w$\#]+)
    |(?P<sign>=>|\.\.\.|\?\.(?!\d)|[=!]==?|\*\*=?|&&=?|\|\|=?|\?\?=?|<<=?|>>>?=?|[-+*/%&|^<>]=|\+\+|--|[-+*/%&|^<>=!~?:;,.()\[\]{}`])
    |(?P<other>.)""", re.DOTALL | re.VERBOSE)
REGEX = re.compile(r"/(?![*/])(?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
WORDS = set("return typeof instanceof in of new delete void throw case do else yield await async static get set default export import"
            " from as let const var function class extends if while for try finally catch switch break continue".split())
Token = tuple[str, str, int]  # kind, text, where it begins


@lru_cache(maxsize=64)  # two rules read the same scripts
def tokens(code: str) -> tuple[Token, ...]:
    """Return the tokens of a script. What stands in `…` is text, but for its ${…}."""
    return tuple(_read(code))


def _read(code: str) -> Iterator[Token]:
    at, before, holes = 0, ("sign", ";"), []  # holes: how many brackets are open in each ${…}
    while at < len(code):
        in_text = bool(holes) and holes[-1] < 0
        if in_text:
            end = re.compile(r"(?:[^`\\$]|\\.|\$(?!\{))*", re.DOTALL).match(code, at).end()
            if end >= len(code):
                yield "other", code[at:], at
                return
            if end > at:
                yield "words", code[at:end], at
            if code[end] == "`":
                holes.pop()
                yield (before := ("text", "`")) + (end,)
                at = end + 1
            else:
                yield "sign", "${", end
                holes.append(0)
                before, at = ("sign", "${"), end + 2
            continue
        operand = (before[0] in ("string", "number", "text") or before[0] == "name" and before[1] not in WORDS
                   or before[1] in (")", "]", "}"))
        if code[at] == "/" and not operand and (found := REGEX.match(code, at)):
            yield (before := ("string", found[0])) + (at,)
            at = found.end()
            continue
        found = TOKEN.match(code, at)
        kind, text = found.lastgroup or "other", found[0]
        if text == "`":
            holes.append(-1)
        elif kind != "space":
            if holes and text in "{}":
                holes[-1] += {"{": 1, "}": -1}[text]
                if holes[-1] < 0:
                    holes.pop()
            yield (before := (kind, text)) + (at,)
        at = found.end()


def strings(code: str) -> Iterator[tuple[str, int]]:
    """Yield what a script holds in quotes, and the text of each `…` as far as its next ${, with its place."""
    for kind, text, at in tokens(code):
        if kind == "words" or kind == "string" and text[0] in "\"'":
            yield (text if kind == "words" else text[1:-1]), at


@lru_cache(maxsize=64)
def statements(code: str) -> tuple[tuple[str, int], ...]:
    """Return what a script does, one statement or bracket after the other, without remarks and the space between, and its place."""
    found: list[tuple[str, int]] = []
    begun: list[str] = []
    start = 0
    for kind, text, at in (*tokens(code), ("sign", ";", len(code))):
        if kind != "space":
            start = start if begun else at
            begun.append(text)
            if text in (";", "{", "}"):
                found.append((" ".join(begun), start))
                begun = []
    return tuple(found)
