"""Reads one selector of a stylesheet: what it can ever reach, when it holds, and how strong it is beside others."""

import re
from collections.abc import Iterator

import tinycss2
from tinycss2.ast import Node

STATES = re.compile(r"::?(hover|focus|focus-visible|focus-within|active|visited|link|any-link|target|checked|open|popover-open"
                    r"|enabled|disabled"
                    r"|fullscreen|modal|defined|autofill|placeholder-shown|default|user-valid|user-invalid"
                    r"|lang\([^)]*\)|dir\([^)]*\))(?![\w-])|\[open\]")
ASKS = re.compile(r":(not|has)\(")
BESIDE = re.compile(r"::?(before|after)$")
SUBJECT = re.compile(r"(?:^|[\s>+~])([a-z][a-z0-9]*|\.[\w-]+)(?:[.#][\w-]+)*$")
PART = re.compile(r"::[\w-]+(\([^)]*\))?|:(before|after|first-line|first-letter)(?![\w-])")


def each_selector(prelude: list[Node], parent: str) -> Iterator[str]:
    """Yield the selectors of a rule one by one, those of a nested rule with their parent."""
    parts: list[list[Node]] = [[]]
    for token in prelude:
        parts.append([]) if token == "," else parts[-1].append(token)
    for part in parts:
        selector = " ".join(tinycss2.serialize(part).split())
        if not parent:
            yield selector
        else:
            yield selector.replace("&", f":is({parent})") if "&" in selector else f":is({parent}) {selector}"


def widest(selector: str) -> str:
    """Return the selector for all that one can ever reach, or draw upon: states such as :hover, parts such as ::before, and
    what :has() asks for are taken as given, as a reader or a script may bring them about."""
    selector, at = re.sub(r"(^|[\s>+~(,])(?=::?[\w-]|\[open\])", r"\1*", selector), 0
    while found := ASKS.search(selector, at):
        end = _closing(selector, found.end() - 1)
        if found[1] == "has" or STATES.search(selector, found.start(), end) or ":has(" in selector[found.start():end]:
            selector, at = selector[:found.start()] + selector[end + 1:], found.start()
        else:
            at = found.end()
    return STATES.sub("", PART.sub("", selector))


def subject(selector: str) -> str:
    """Return a tag or a class that all elements have which a selector gives, or an empty string when none is easy to see."""
    return found[1] if (found := SUBJECT.search(selector)) else ""


def is_beside(selector: str) -> bool:
    """Tell whether a selector is about what is drawn before or after an element, where no words may stand."""
    return bool(BESIDE.search(selector))


def states(selector: str) -> tuple[str, ...]:
    """Return, in words, whether a selector holds in some state, or for a part of what it reaches, alone."""
    state = ("some state such as :hover",) if STATES.search(PART.sub("", selector)) or ":has(" in selector else ()
    return (*state, *(("a part such as ::marker",) if PART.search(selector) else ()))


def weight(selector: str) -> tuple[int, int, int]:
    """Return how strong a selector is beside others: its ids, its classes and the like, its element names."""
    parts = re.sub(r":(is|not|has|where)(?=\()", "", selector)
    return (len(re.findall(r"#[\w-]", parts)), len(re.findall(r"\.[A-Za-z_-]|\[|(?<!:):(?!:)[a-z-]", parts)),
            len(re.findall(r"(?:^|[\s>+~(,])[A-Za-z]|::", parts)))


def _closing(text: str, opening: int) -> int:
    """Return where the bracket that opens at `opening` closes."""
    depth = 0
    for at in range(opening, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return at
    return len(text)
