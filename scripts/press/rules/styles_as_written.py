"""Styles leave words as their author wrote them: in their order, in lines that break and stand apart, in upright letters of some weight,
with the numbers of steps, and at rest."""

import re

from press.built import Built
from press.elements import marks_around
from press.problem import Problem
from press.reach import among
from press.rules import Found, problem, rule
from press.site import Site
from press.style_sheets import looks, sheet_rules
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
    "font-weight": (re.compile(r"^(?:[1-3]?\d{1,2}|lighter)$"), "draws letters too thin to read"),
    "font": (re.compile(r"(?:^|\s)(?:[1-3]?\d{1,2}|lighter)\s"), "draws letters too thin to read"),
    "word-break": (re.compile("break-all"), "breaks words wherever a line ends"),
    "line-height": (re.compile(r"^(?:0|0?\.\d+|1(?:\.[01]\d*)?)(?:r?em)?$|^(?:\d{1,2}|1[01]\d)(?:\.\d+)?%$|^1?\d(?:\.\d+)?px$"),
                    "sets lines so close that they are hard to follow"),
    **dict.fromkeys(("text-size-adjust", "-webkit-text-size-adjust"),
                    (re.compile(r"^\d{1,2}(?:\.\d+)?%$"), "makes letters smaller on a phone")),
    **dict.fromkeys((f"scroll-{kind}{side}" for kind in ("margin", "padding") for side in ("", "-top", "-block", "-block-start")),
                    (re.compile(r"(?:^|[\s(])-\d|\b(?:[2-9]\d|\d{3,})(?:\.\d+)?(?:r?em|r?lh|[sld]?v[hb]|%)|\b\d{3,}(?:\.\d+)?px"),
                     "lets a link stop far from the part it names")),
    **dict.fromkeys(("user-select", "-webkit-user-select"), (re.compile("none"), "keeps words from being marked and copied")),
    **dict.fromkeys(("letter-spacing", "word-spacing"),
                    (re.compile(r"^-?(?:0?\.[1-9]|[1-9])"), "sets letters or words too far apart, or too close")),
}
# How large letters are on the whole is for the reader to say, in the settings of the browser.
ON_THE_WHOLE = re.compile(r"(?:html|body|:root)(?:\[[^\]]*\])*")
SET = {"font-size": (re.compile(r"\d(?:px|pt|cm|mm|in|pc)|^\d{1,2}(?:\.\d+)?%|^0?\.\d+r?em|small"),
                     "sets aside how large its reader wants letters to be")}
ORDER = (re.compile(r"^(?!(?:0|auto)$)"), "turns the order of words round")
# The same, where it reaches what a page of advice says.
OF_WORDS = {
    **dict.fromkeys(("order", "grid-area", "grid-row", "grid-row-start"), ORDER),
    **dict.fromkeys(("white-space", "white-space-collapse", "text-wrap", "text-wrap-mode"),
                    (re.compile(r"\b(?:nowrap|pre)$"), "lets no line break, so that words run off a narrow screen")),
    "font-style": (re.compile("italic|oblique"), "slants whole lines, which many find hard to read"),
    "max-width": (re.compile(r"^(?:none|(?:6[1-9]|[7-9]\d|\d{3,})(?:\.\d+)?r?em|(?:1[2-9]\d\d|[2-9]\d{3}|\d{5,})px"
                             r"|(?:9\d|\d{3,})(?:ch|vw))$"),
                  "makes lines so long that the next is hard to find"),
    "text-align": (re.compile("right|end|center"), "begins each line at another place, which makes it hard to find"),
}
OF_STEPS = {
    **dict.fromkeys(("list-style", "list-style-type"), (re.compile(r"\b(?:none|disc|circle|square)\b"), "takes the numbers from steps")),
    **dict.fromkeys(("counter-reset", "counter-increment", "counter-set"), (re.compile(r"^(?!none)"), "counts steps in another way")),
}
WORDS = "article p, article li, article h2, article h3, article td, article th"
NO_ITEM = re.compile(r"^(?!list-item|none|revert|inherit|initial|unset)")  # a step that is shown so has no number


@rule(about_look=True)
def styles_leave_words_as_written(site: Site, built: Built) -> Found:
    """No style turns the order of words round, writes them in other letters or too thin ones, sets lines or letters too close,
    sets aside how large its reader wants letters, makes lines too long or keeps them from breaking,
    takes the numbers from steps, or moves words."""
    told: set[Declaration] = set()
    doubtful = []
    for sheet in sorted(name for name in built.files if name.endswith(".css")):
        for style in sheet_rules(built, sheet):
            for declaration in style.declarations if isinstance(style, StyleRule) else ():
                if declaration.name == "max-width" and "@media print" in style.media:
                    continue  # paper is as wide as it is
                if _is(declaration, NOWHERE):
                    yield _problem(style, declaration, NOWHERE)
                elif (_is(declaration, SET) and ON_THE_WHOLE.fullmatch(style.selector.strip())
                      and "@media print" not in style.media):
                    yield _problem(style, declaration, SET)
                elif "::marker" in style.selector and declaration.name == "content":
                    yield _problem(style, declaration, {"content": (NO_ITEM, "takes the numbers from steps")})
                elif not style.is_beside and (_is(declaration, OF_WORDS | OF_STEPS)
                                              or declaration.name == "display" and NO_ITEM.search(declaration.text)):
                    doubtful.append((style, declaration))
    for shown, _ in looks(site, built) if doubtful else ():
        words, steps, items = (among(marks, shown) for marks in (
            marks_around(shown.fitting(WORDS)) if site.pages[shown.url].kind == "advice" else set(),
            shown.marks("article ol") | shown.marks("article ol > li"), shown.marks("article ol > li")))
        for style, declaration in doubtful:
            meant = words if declaration.name in OF_WORDS else items if declaration.name == "display" else steps
            if declaration not in told and meant(style):
                told.add(declaration)
                yield _problem(style, declaration, {**OF_WORDS, **OF_STEPS, "display": (NO_ITEM, "takes the numbers from steps")})


def _is(declaration: Declaration, harms: Harms) -> bool:
    return declaration.name in harms and bool(harms[declaration.name][0].search(declaration.text.lower()))


def _problem(style: StyleRule, declaration: Declaration, harms: Harms) -> Problem:
    return problem("styles-leave-words-as-written", style.file, declaration.line,
                   f"'{style.saying(declaration)}' {harms[declaration.name][1]}.",
                   "take it out, or leave the text of pages out of this rule.")
