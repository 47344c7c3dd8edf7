"""Reads a script as far as its brackets, quotes and neighbours go, and says where it cannot be right:
a browser drops a whole script for one slip.

It is no parser: what it passes may still be wrong, and a browser tells. What it names is wrong.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from os.path import commonprefix

TOKEN = re.compile(r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)
    |(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')
    |(?P<number>(?:0[xXbBoO])?[\d_]+(?:\.[\d_]+)?(?:[eE][+-]?\d+)?n?|\.\d+)
    |(?P<name>[\w$\#]+)
    |(?P<sign>=>|\.\.\.|\?\.(?!\d)|[=!]==?|\*\*=?|&&=?|\|\|=?|\?\?=?|<<=?|>>>?=?|[-+*/%&|^<>]=|\+\+|--|[-+*/%&|^<>=!~?:;,.()\[\]{}`])
    |(?P<other>.)""", re.DOTALL | re.VERBOSE)
REGEX = re.compile(r"/(?![*/])(?:[^\\/\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*")
NAME = re.compile(r"[\w$]+")
PAIRS = {")": "(", "]": "[", "}": "{"}
WORDS = set("return typeof instanceof in of new delete void throw case do else yield await async static get set default export import"
            " from as let const var function class extends if while for try finally catch switch break continue".split())
BINARY = {"=", "==", "===", "!=", "!==", "=>", "*", "%", "&", "|", "^", "&&", "||", "??", "<", ">", "<=", ">=", "+=", "-=", "*=",
          "/=", ".", "?."}
# What a browser gives each script; a name with a capital, such as URL, may be one of many more.
GIVEN = set("window document globalThis self location navigator history fetch setTimeout clearTimeout setInterval clearInterval"
            " queueMicrotask requestAnimationFrame cancelAnimationFrame requestIdleCallback localStorage sessionStorage indexedDB caches"
            " crypto performance console true false null undefined this super arguments addEventListener removeEventListener"
            " dispatchEvent decodeURIComponent encodeURIComponent decodeURI encodeURI escape unescape atob btoa structuredClone"
            " matchMedia getComputedStyle getSelection isNaN parseInt parseFloat isFinite skipWaiting clients registration screen origin"
            " innerWidth innerHeight scrollX scrollY scrollTo scrollBy print alert confirm prompt event constructor reportError"
            " postMessage importScripts eval debugger with meta target".split())
KNOWN = WORDS | GIVEN
# What our scripts call by a '.', and what a browser gives there: a slip in one of these is found by its being one letter away.
MEMBERS = set("activeElement addEventListener append arrayBuffer assign byteLength caches charCodeAt checked childNodes children"
              " classList className clipboardData cloneNode closest createElement ctrlKey currentScript dataset delete disabled"
              " document endsWith entries execCommand filter finally flatMap floor focus forEach getElementById getRegistration hidden"
              " includes indexOf isArray lastChild lastIndexOf length match matchAll metaKey nextElementSibling normalize offsetHeight"
              " onclick onmessage padStart parentElement parse pathname postMessage preventDefault querySelector querySelectorAll"
              " ready reduce register remove removeAllRanges removeAttribute removeChild removeEventListener removeItem replace"
              " replaceAll replaceChildren replaceState replaceWith respondWith scope scrollIntoView search select selectAllChildren"
              " serviceWorker setAttribute setData setItem getItem showModal signal slice splice split startsWith status subarray"
              " subtle target textContent then title toFixed toLowerCase toString toWellFormed toggle trunc unregister value values"
              " waitUntil catch close clear clone digest redirect abort script".split())
BY_ENDS = {end: [name for name in sorted(MEMBERS) if end in (name[:2], f"…{name[-2:]}")]  # a slip of one letter leaves one end as it is
           for end in {end for name in MEMBERS for end in (name[:2], f"…{name[-2:]}")}}
MEMBER = re.compile(r"\.([a-z][A-Za-z]{3,})\b")
Token = tuple[str, str, int]  # kind, text, where it begins


@lru_cache(maxsize=64)  # in a preview, and in the tests, most scripts are as they were
def fault(code: str) -> tuple[int, str] | None:
    """Return where a script cannot be right, and in words why; None when nothing was found."""
    opened: list[tuple[str, int]] = []
    last = declares = ("sign", ";", 0)
    for kind, text, at in (token for token in _tokens(code) if token[0] != "words"):
        if kind == "other":
            return at, f"'{code[at:at + 20].splitlines()[0]}' begins nothing that a browser can read"
        if text in ("(", "[", "{", "${"):
            opened.append(("{" if text == "${" else text, at))
        elif kind == "sign" and text in PAIRS and (not opened or opened.pop()[0] != PAIRS[text]):
            return at, f"'{text}' closes nothing that was opened"
        loops = declares[1] == "for" and last[1] == "("  # for (;;)
        if wrong := _beside(last, (kind, text, at), code) if not loops else "":
            return at, wrong
        if declares[1] in ("const", "let", "var") and last[0] == "name" and text not in ("=", ",", ";", "of", "in", ")"):
            return at, f"'{text}' follows '{declares[1]} {last[1]}'"
        declares, last = last, (kind, text, at)
    return (opened[-1][1], f"'{opened[-1][0]}' is never closed") if opened else None


def strings(code: str) -> Iterator[tuple[str, int]]:
    """Yield what a script holds in quotes, and the text of each `…` as far as its next ${, with its place."""
    for kind, text, at in _tokens(code):
        if kind == "words" or kind == "string" and text[0] in "\"'":
            yield (text if kind == "words" else text[1:-1]), at


@lru_cache(maxsize=64)
def statements(code: str) -> tuple[tuple[str, int], ...]:
    """Return what a script does, one statement or bracket after the other, without remarks and the space between, and its place."""
    found: list[tuple[str, int]] = []
    begun: list[str] = []
    start = 0
    for kind, text, at in (*_tokens(code), ("sign", ";", len(code))):
        if kind != "space":
            start = start if begun else at
            begun.append(text)
            if text in (";", "{", "}"):
                found.append((" ".join(begun), start))
                begun = []
    return tuple(found)


@lru_cache(maxsize=64)
def unknown(code: str) -> tuple[tuple[int, str], ...]:
    """Return the names that stand once in a script, where they stand, and that nothing gives: neither the script nor a browser."""
    tokens, often = [token for token in _tokens(code) if token[0] != "space"], Counter(NAME.findall(code))
    return tuple((at, text) for number, (kind, text, at) in enumerate(tokens)
                 if kind == "name" and text[:1].islower() and often[text] == 1 and text not in KNOWN
                 and (not number or tokens[number - 1][1] not in (".", "?.", "function", "class", "const", "let", "var", "get", "set"))
                 and not _is_declared(tokens, number + 1))


@lru_cache(maxsize=64)
def misspelt(code: str) -> tuple[tuple[int, str, str], ...]:
    """Return each name after a '.' that is one letter away from one that a browser gives: where it stands, the name, and the right one."""
    often = Counter(NAME.findall(code))
    return tuple((found.start(1), found[1], meant) for found in MEMBER.finditer(code)
                 if found[1] not in MEMBERS and often[found[1]] == 1 and (meant := _meant(found[1])))


def _meant(name: str) -> str:
    """Return the name that a browser gives and that is one letter away, or an empty string."""
    return next((other for end in (name[:2], f"…{name[-2:]}") for other in BY_ENDS.get(end, ()) if _is_near(name, other)), "")


def _is_near(name: str, other: str) -> bool:
    """Tell whether a name is another with one letter changed, left out or added, or with two neighbours swapped, but not its plural."""
    if abs(len(name) - len(other)) > 1 or name in (f"{other}s", other.removesuffix("s"), f"{other}d", other.removesuffix("d")):
        return False
    start = len(commonprefix((name, other)))
    end = len(commonprefix((name[start:][::-1], other[start:][::-1])))
    mine, its = name[start:len(name) - end], other[start:len(other) - end]
    return len(mine) <= 1 and len(its) <= 1 or len(mine) == 2 and mine[::-1] == its


def _is_declared(tokens: list[Token], number: int) -> bool:
    """Tell whether what follows a name makes it one that is given here: ':' after a key, or '(…) {' after a method."""
    depth = 0
    for at in range(number, len(tokens)):
        depth += (tokens[at][1] == "(") - (tokens[at][1] == ")")
        if not depth:
            following = tokens[at + 1][1] if at + 1 < len(tokens) else ""
            return tokens[number][1] in (":", "=>") or tokens[number][1] == "(" and following == "{"
    return False


def _beside(last: Token, this: Token, code: str) -> str:
    """Return why two tokens cannot stand side by side, or an empty string."""
    (kind, text, at), (next_kind, next_text, next_at) = last, this
    ends = kind in ("string", "number", "text") or kind == "name" and text not in WORDS or text in (")", "]")
    begins = next_kind in ("string", "number") or next_kind == "name" and next_text not in WORDS
    if ends and begins and "\n" not in code[at + len(text):next_at] and text != ")":
        return f"'{next_text}' follows '{text}' with nothing between"
    if (kind == "sign" and text in BINARY and next_kind == "sign"
        and (next_text in (";", ")", "]", "}", ",") or next_text in BINARY - {"<"})):
        return f"'{next_text}' follows '{text}'"
    if kind == "sign" and text in ("(", "[") and next_kind == "sign" and next_text in ("; : } . => = == ===".split()):
        return f"'{next_text}' follows '{text}'"
    return ""


@lru_cache(maxsize=64)  # two rules read the same scripts
def _tokens(code: str) -> tuple[Token, ...]:
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
