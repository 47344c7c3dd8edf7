"""No style takes a safety note out of sight: on screen, narrow, printed, in the dark or in the reader's own colours."""

import re
from functools import cache, partial
from itertools import takewhile

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.elements import all_around, around, classes_of
from press.harm import bares, draws, spaces, writes
from press.reach import reach
from press.rules import Found, problem, rule
from press.rules.help_at_hand import WAYS
from press.sight import hidden_above
from press.site import Site
from press.style_sheets import PREVIEW, sheet_rules, styled
from press.styles import StyleRule

BOXES = ".notes"
# notes, the lists of the safety pages, and the check before ice
SAFETY = f"{BOXES}, [data-note], [data-contraindication], [data-warning-sign], form"
HELP = ", ".join(f'header a[href$="{url}"]' for url in WAYS)
# what a page says, and how sure we are of it
WORDS = ".only, .facts, .sure, .verdict, .instead, .sources, article h2, article h3, article p, article li, article td"
NAME = re.compile(r"\.([\w-]+)(?![^(]*\))")  # of a class that a selector asks for
RING = ("outline", "outline-style", "outline-width", "outline-color")
GONE = re.compile(r"(?:none|0(?:px|r?em)?|transparent)(?:\s|$)", re.IGNORECASE)
LED_TO = ("main", ":target", "[tabindex=")  # what a link leads to has the focus for a moment, and is no control
IN_PLACE = ("position", "top", "z-index")  # the line with the ways to help may stay in view while the page moves


@rule(about_look=True)
def styles_leave_notes_in_sight(site: Site, built: Built) -> Found:
    """No rule of a stylesheet that a page links could hide, shrink, move or blot out a safety note or list,
    or what stands around it, in any medium."""
    name = "styles-leave-notes-in-sight"
    for sheets in dict.fromkeys(sheets for _, sheets, _ in styled(site, built, SAFETY)):
        for unread in sheets.unread:
            yield problem(name, unread.file, unread.line, f"{unread.what}.", "write it as plain rules, in @media or not.")
        for style, declaration in sheets.covering:
            yield problem(name, style.file, declaration.line,
                          f"'{style.saying(declaration)}' could lie over a page, and over its safety notes.",
                          "let it stand in its place among the others.")
    for shown, sheets, fresh in styled(site, built, SAFETY):
        new, every = _lineage(fresh), cache(lambda: _lineage(shown.fitting(SAFETY)))
        for style, harmful, far in sheets.harmful if new else sheets.harmful_from_afar:
            reached = reach(style, shown)
            safe = new if not far else every() if reached and _are_near(shown.fitting(style.reaches), shown) else {}
            if reached is None or reached & safe.keys():
                signs_alone = reached is not None and all(safe[mark] for mark in reached & safe.keys())
                for declaration in harmful if not signs_alone else (d for d in harmful if not draws(d)):
                    where = f" in {' '.join(style.media)}" if style.media else ""
                    yield problem(name, style.file, declaration.line,
                                  f"'{style.saying(declaration)}'{where} could take a safety note out of sight.",
                                  "leave safety notes, and what stands around them, out of this rule.")


@rule(about_look=True)
def styles_leave_notes_high_up(site: Site, built: Built) -> Found:
    """On a screen nothing above the short lines of the notes is made so high that they leave the first screen."""
    told = set()
    for shown, sheets, _ in styled(site, built, SAFETY):
        above = cache(lambda: _above(shown))
        for style, declaration in sheets.pushing:
            reached = reach(style, shown)
            if declaration not in told and (
                    reached is None
                    or reached and any(style.is_beside or not above()[mark] for mark in reached & above().keys())):
                told.add(declaration)
                yield problem("styles-leave-notes-high-up", style.file, declaration.line,
                              f"'{style.saying(declaration)}' could push the safety notes off the first screen.",
                              "keep what stands above the notes low.")


def _above(shown: BuiltPage) -> dict[int, bool]:
    """Return the elements of a page down to the last of its first notes, by their marks in memory, and whether each holds
    notes or is one: what is around them may be as high as the page."""
    first = [note for note, form in shown.having("data-form") if form == "short" and "data-note" in note.attributes]
    around_them = {node.mem_id for node in all_around(first)}
    marks = [node.mem_id for node in shown.tree.css("body, body *")] if first else []
    return {mark: mark in around_them for mark in marks[:marks.index(first[-1].mem_id) + 1]} if first else {}


@rule(about_look=True)
def styles_leave_help_in_sight(site: Site, built: Built) -> Found:
    """On screen, no rule of a stylesheet hides the ways to the stop signs and to first aid."""
    for shown, sheets, fresh in styled(site, built, HELP):
        new, every = _holders(fresh), cache(lambda: _holders(shown.fitting(HELP)))
        for style, harmful, far in sheets.harmful if new else sheets.harmful_from_afar:
            hides = [d for d in harmful if d.name not in IN_PLACE and not spaces(d)] if "@media print" not in style.media else []
            if hides and (reach(style, shown) or set()) & (every() if far else new):
                for declaration in hides:
                    yield problem("styles-leave-help-in-sight", style.file, declaration.line,
                                  f"'{style.saying(declaration)}' could hide the way to the stop signs or first aid.",
                                  "leave these links, and what stands around them, out of this rule.")


@rule(about_look=True)
def styles_leave_the_words_in_sight(site: Site, built: Built) -> Found:
    """On screen, no rule of a stylesheet hides the text of a page of advice, how sure we are, our verdicts,
    or what a page says of itself."""
    told = set()
    for shown, sheets, _ in styled(site, built, SAFETY):
        said = cache(partial(_said, shown))
        for style, hiding in sheets.hiding:
            if (reached := reach(style, shown)) and reached & said():
                hides = [declaration for declaration in hiding if declaration not in told]
                told.update(hides)
                for declaration in hides:
                    yield problem("styles-leave-the-words-in-sight", style.file, declaration.line,
                                  f"'{style.saying(declaration)}' hides what a page says, on '/{shown.url}' for one.",
                                  "leave the text of pages, and what stands around it, out of this rule.")


@rule(about_look=True)
def focus_can_be_seen(site: Site, built: Built) -> Found:
    """Whoever uses a keyboard sees where they are: what has the focus has an outline,
    and no style takes it away but from what a link leads to."""
    for sheet in sorted(name for name in built.files if name.endswith(".css")):
        rings = [(style, d) for style in sheet_rules(built, sheet) if isinstance(style, StyleRule) for d in style.declarations
                 if d.name in RING]
        for style, d in rings:
            if GONE.match(d.text.strip()) and not style.selector.startswith(LED_TO):
                yield problem("focus-can-be-seen", style.file, d.line,
                              f"'{style.saying(d)}' takes the outline away from what has the focus.",
                              "take it out, or draw a clearer outline.")
        if sheet == "assets/site.css" and not any(":focus" in style.selector and not GONE.match(d.text.strip())
                                                  for style, d in rings):
            yield problem("focus-can-be-seen", f"docs/{sheet}", 1,
                          "no style draws an outline around what has the focus: ':focus-visible' is missing.",
                          "write ':focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }'.")


@rule(about_look=True)
def links_are_underlined(site: Site, built: Built) -> Found:
    """A link in the text of a page is underlined, on screen and on paper:
    its colour alone tells it from the words around it to nobody who cannot see colours."""
    sheets = sorted(name for name in built.files if name.endswith(".css"))
    baring = [(style, d, NAME.findall(style.reaches)) for sheet in sheets for style in sheet_rules(built, sheet)
              if isinstance(style, StyleRule) and not style.is_beside and not PREVIEW.search(style.selector)
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


def _are_near(reached: list[LexborNode], shown: BuiltPage) -> bool:
    """Tell whether any of some elements of a page holds a safety note or list, is one or stands in one."""
    safe = {node.mem_id for node in shown.fitting(SAFETY)}
    return any(node.css_first(SAFETY) or any(at.mem_id in safe for at in around(node)) for node in reached)


def _lineage(notes: list[LexborNode]) -> dict[int, bool]:
    """Return the notes, what stands around them and what holds their words, by their marks in memory,
    and whether each is a sign."""
    inside = {node.mem_id: node for note in notes for node in note.css("*")}
    signs = {mark: node.tag == "svg" for mark, node in inside.items() if is_sign_or_words(node)}
    return signs | {node.mem_id: node.tag == "svg" for node in all_around(notes)}


def _waiting(shown: BuiltPage) -> set[int]:
    """Return the marks in memory of what waits on a page for paper, or for a script that has something to show,
    and of all that stands in it."""
    boxes = (*(node for name in ("hidden", "data-script") for node, _ in shown.having(name)), *shown.classed("paper"),
             *shown.classed("away"))
    return {node.mem_id for box in boxes for node in (box, *box.css("*"))}


def _said(shown: BuiltPage) -> set[int]:
    """Return the marks in memory of what a page says and does not keep for later, and of what stands around it."""
    waiting = _waiting(shown)
    return {at.mem_id for at in all_around(node for node in shown.fitting(WORDS) if node.mem_id not in waiting)}


def _holders(ways: list[LexborNode]) -> set[int]:
    """Return the marks in memory of the links in plain sight among `ways`, and of what stands around them."""
    return {node.mem_id for way in ways if not hidden_above(way) for node in around(way)}


def is_sign_or_words(node: LexborNode) -> bool:
    """Tell whether an element is the sign of a note, or holds words."""
    return "sign" in classes_of(node) or bool(node.text().strip())


def _is_among_words(link: LexborNode) -> bool:
    """Tell whether a link stands in a paragraph, an item or a cell, and does not look like a button."""
    near = takewhile(lambda node: node.tag != "article", around(link))
    return "press" not in classes_of(link) and any(node.tag in ("p", "li", "td") for node in near)
