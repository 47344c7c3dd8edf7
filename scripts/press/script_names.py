"""Finds the names in a script that nothing gives, and those that are one letter away from what a browser gives:
a slip of the hand in one stops the script when it comes there.
"""

import re
from collections import Counter
from functools import lru_cache
from os.path import commonprefix

from press.script_tokens import WORDS, Token, tokens

NAME = re.compile(r"[\w$]+")
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


@lru_cache(maxsize=64)
def unknown(code: str) -> tuple[tuple[int, str], ...]:
    """Return the names that stand once in a script, where they stand, and that nothing gives: neither the script nor a browser."""
    written, often = [token for token in tokens(code) if token[0] != "space"], Counter(NAME.findall(code))
    return tuple((at, text) for number, (kind, text, at) in enumerate(written)
                 if kind == "name" and text[:1].islower() and often[text] == 1 and text not in KNOWN
                 and (not number or written[number - 1][1] not in (".", "?.", "function", "class", "const", "let", "var", "get", "set"))
                 and not _is_declared(written, number + 1))


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


def _is_declared(written: list[Token], number: int) -> bool:
    """Tell whether what follows a name makes it one that is given here: ':' after a key, or '(…) {' after a method."""
    depth = 0
    for at in range(number, len(written)):
        depth += (written[at][1] == "(") - (written[at][1] == ")")
        if not depth:
            following = written[at + 1][1] if at + 1 < len(written) else ""
            return written[number][1] in (":", "=>") or written[number][1] == "(" and following == "{"
    return False
