"""Styles leave words as their author wrote them: in their order, in small letters and capitals, with the numbers of steps, and at rest."""

import re

from press.built import Built
from press.problem import Problem
from press.reach import reach
from press.rules import Found, problem, rule
from press.site import Site
from press.style_sheets import PREVIEW, looks, sheet_rules
from press.styles import Declaration, StyleRule

Harms = dict[str, tuple[re.Pattern[str], str]]
# What a value may not be, wherever it reaches, and what it would do to whoever reads.
NOWHERE = {
    "text-transform": (re.compile(r"uppercase|lowercase|capitalize|full-width"), "writes words in other letters"),
    "flex-direction": (re.compile("reverse"), "turns the order of words round"),
    "flex-flow": (re.compile("reverse"), "turns the order of words round"),
    "animation": (re.compile(r"^(?!none\b)."), "makes something move while people read"),
    "animation-name": (re.compile(r"^(?!none\b)."), "makes something move while people read"),
    "text-align": (re.compile("justify"), "tears gaps between words, which makes lines hard to follow"),
    "cursor": (re.compile(r"^none"), "hides where the pointer is"),
}
IN_TEXT = {
    "order": (re.compile(r"^(?!0$)"), "turns the order of words round"),
    **dict.fromkeys(("list-style", "list-style-type"), (re.compile(r"\b(?:none|disc|circle|square)\b"), "takes the numbers from steps")),
    **dict.fromkeys(("counter-reset", "counter-increment", "counter-set"), (re.compile(r"^(?!none)"), "counts steps in another way")),
}
NO_ITEM = re.compile(r"^(?!list-item|none|revert|inherit|initial|unset)")  # a step that is shown so has no number


@rule(about_look=True)
def styles_leave_words_as_written(site: Site, built: Built) -> Found:
    """No style turns the order of words round, writes them in other letters, takes the numbers from steps, or moves them."""
    told: set[Declaration] = set()
    doubtful = []
    for sheet in sorted(name for name in built.files if name.endswith(".css")):
        for style in sheet_rules(built, sheet):
            for declaration in style.declarations if isinstance(style, StyleRule) and not PREVIEW.search(style.selector) else ():
                if _is(declaration, NOWHERE):
                    yield _problem(style, declaration, NOWHERE)
                elif "::marker" in style.selector and declaration.name == "content":
                    yield _problem(style, declaration, {"content": (NO_ITEM, "takes the numbers from steps")})
                elif not style.is_beside and (_is(declaration, IN_TEXT)
                                              or declaration.name == "display" and NO_ITEM.search(declaration.text)):
                    doubtful.append((style, declaration))
    for shown, _ in looks(site, built) if doubtful else ():
        steps = {node.mem_id for node in shown.fitting("article ol, article ol > li")}
        items = {node.mem_id for node in shown.fitting("article ol > li")}
        for style, declaration in doubtful if steps else ():
            if declaration not in told and (reach(style, shown) or set()) & (items if declaration.name == "display" else steps):
                told.add(declaration)
                yield _problem(style, declaration, {**IN_TEXT, "display": (NO_ITEM, "takes the numbers from steps")})


def _is(declaration: Declaration, harms: Harms) -> bool:
    return declaration.name in harms and bool(harms[declaration.name][0].search(declaration.text.lower()))


def _problem(style: StyleRule, declaration: Declaration, harms: Harms) -> Problem:
    return problem("styles-leave-words-as-written", style.file, declaration.line,
                   f"'{style.saying(declaration)}' {harms[declaration.name][1]}.",
                   "take it out, or leave the text of pages out of this rule.")
