"""Styles leave the words of a page to be read and its links to be found: the text is in sight, a link is underlined,
and no style writes words of its own."""

import re
from collections.abc import Callable
from functools import cache
from itertools import takewhile

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.elements import around, classes_of, marks_around
from press.harm import bares, writes
from press.reach import reach, reached
from press.rules import Found, problem, rule
from press.site import Site
from press.style_sheets import looks, sheet_rules
from press.styles import StyleRule

# what a page says, and how sure we are of it
WORDS = ("main h1, .only, .facts, .sure, .verdict, .instead, .sources, article h2,"
         " article h3, article p, article li, article td, article th, article dt, article dd, article pre,"
         " article svg text")
NAME = re.compile(r"\.([\w-]+)(?![^(]*\))")  # of a class that a selector asks for


@rule(about_look=True)
def styles_leave_the_words_in_sight(site: Site, built: Built) -> Found:
    """On screen, no rule of a stylesheet hides the text of a page, how sure we are, our verdicts,
    or what a page says of itself."""
    told = set()
    for shown, sheets in looks(site, built):
        is_said = _sayer(shown)
        for style, hiding in sheets.hiding:
            hides = [declaration for declaration in hiding if declaration not in told]
            if hides and any(map(is_said, reached(style, shown))):
                told.update(hides)
                for declaration in hides:
                    yield problem("styles-leave-the-words-in-sight", style.file, declaration.line,
                                  f"'{style.saying(declaration)}' hides what a page says, on '/{shown.url}' for one.",
                                  "leave the text of pages, and what stands around it, out of this rule.")


@rule(about_look=True)
def links_are_underlined(site: Site, built: Built) -> Found:
    """A link in the text of a page is underlined, on screen and on paper:
    its colour alone tells it from the words around it to nobody who cannot see colours."""
    sheets = sorted(name for name in built.files if name.endswith(".css"))
    baring = [(style, d, NAME.findall(style.reaches)) for sheet in sheets for style in sheet_rules(built, sheet)
              if isinstance(style, StyleRule) and not style.is_beside
              for d in style.declarations if bares(d)]
    told = set()
    for shown in built.pages.values():
        above = {node.mem_id for node in around(shown.article)} if shown.article else set()
        is_near = cache(lambda name, shown=shown, above=above: any(node.mem_id in above or shown.in_text(node)
                                                                   for node in shown.classed(name)))
        for style, declaration, names in baring:
            if declaration in told or not all(map(is_near, names)):  # it reaches no part of the text
                continue
            reached = reach(style, shown) or set()
            if reached and any(node.mem_id in reached and _is_among_words(node) and shown.in_text(node)
                               for node in shown.tagged("a")):
                told.add(declaration)
                yield problem("links-are-underlined", style.file, declaration.line,
                              f"'{style.saying(declaration)}' takes the line from under the links in a text, on '/{shown.url}' for one.",
                              "leave the links in the text of pages out of this rule, or draw a line of another kind.")


@rule(about_look=True)
def styles_write_no_words(site: Site, built: Built) -> Found:
    """No stylesheet puts words on a page: what is read stands in the page, where the other rules read it."""
    for sheet in sorted(name for name in built.files if name.endswith(".css")):
        for style in sheet_rules(built, sheet):
            for declaration in style.declarations if isinstance(style, StyleRule) else ():
                if writes(declaration):
                    yield problem("styles-write-no-words", style.file, declaration.line,
                                  f"'{style.saying(declaration)}' puts words on a page.",
                                  "write the words where they belong: in a page, a note or a snippet.")


def _waiting(shown: BuiltPage) -> set[int]:
    """Return the marks in memory of what waits on a page for paper, or for a script that has something to show,
    and of all that stands in it."""
    boxes = (*(node for name in ("hidden", "data-script") for node, _ in shown.having(name)), *shown.classed("paper"),
             *shown.classed("away"))
    return {node.mem_id for box in boxes for node in (box, *box.css("*"))}


def _sayer(shown: BuiltPage) -> Callable[[LexborNode], bool]:
    """Return what tells whether an element of a page is something that the page says and does not keep for later, stands around that,
    or has words of its own in it."""
    waiting = _waiting(shown)
    says = [node for node in shown.fitting(WORDS) if node.mem_id not in waiting]
    own, holding = {node.mem_id for node in says}, marks_around(says)
    is_part = lambda node: (node.mem_id not in waiting and bool(node.text(deep=False).strip()) and "press" not in classes_of(node)
                            and any(at.mem_id in own for at in around(node)))
    return lambda node: node.mem_id in holding or is_part(node)


def _is_among_words(link: LexborNode) -> bool:
    """Tell whether a link stands in a paragraph, an item or a cell, and does not look like a button."""
    near = takewhile(lambda node: node.tag != "article", around(link))
    return "press" not in classes_of(link) and any(node.tag in ("p", "li", "td") for node in near)
