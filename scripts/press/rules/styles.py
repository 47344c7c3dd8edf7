"""No style takes a safety note, or the way to help, out of sight: on screen, narrow, printed, in the dark
or in the reader's own colours."""

from functools import cache

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.elements import around, marks_around
from press.fresh_parts import styled
from press.harm import draws, spaces
from press.reach import reach
from press.rules import Found, problem, rule
from press.rules.help_at_hand import WAYS
from press.safety_parts import SAFETY, is_near_safety, lineage
from press.sight import hidden_above
from press.site import Site

HELP = ", ".join((*(f'header a[href$="{url}"]' for url in WAYS), "header .find", "header .brand"))
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
        new, every = lineage(fresh), cache(lambda: lineage(shown.fitting(SAFETY)))
        for style, harmful, far in sheets.harmful if new else sheets.harmful_from_afar:
            reached = reach(style, shown)
            safe = new if not far else every() if reached and is_near_safety(shown.fitting(style.reaches), shown) else {}
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
    around_them = marks_around(first)
    marks = [node.mem_id for node in shown.tree.css("body, body *")] if first else []
    return {mark: mark in around_them for mark in marks[:marks.index(first[-1].mem_id) + 1]} if first else {}


@rule(about_look=True)
def styles_leave_help_in_sight(site: Site, built: Built) -> Found:
    """On screen, no rule of a stylesheet hides the ways to the stop signs, to first aid, home and to the search."""
    for shown, sheets, fresh in styled(site, built, HELP):
        new, every = _holders(fresh), cache(lambda: _holders(shown.fitting(HELP)))
        for style, harmful, far in sheets.harmful if new else sheets.harmful_from_afar:
            hides = [d for d in harmful if d.name not in IN_PLACE and not spaces(d)] if "@media print" not in style.media else []
            if hides and (reach(style, shown) or set()) & (every() if far else new):
                for declaration in hides:
                    yield problem("styles-leave-help-in-sight", style.file, declaration.line,
                                  f"'{style.saying(declaration)}' could hide the way to the stop signs or first aid, home or the search.",
                                  "leave these links, and what stands around them, out of this rule.")


def _holders(ways: list[LexborNode]) -> set[int]:
    """Return the marks in memory of the links in plain sight among `ways`, and of what stands around them."""
    return {node.mem_id for way in ways if not hidden_above(way) for node in around(way)}
