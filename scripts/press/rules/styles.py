"""No style takes a safety note out of sight: on screen, narrow, printed, in the dark or in the reader's own colours."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache

from selectolax.lexbor import LexborNode

from press.built import Built, BuiltPage
from press.frame import SIDES, Given
from press.paint import Painted, Painter, reach
from press.problem import Problem
from press.rules import Found, problem, rule
from press.rules.help_at_hand import WAYS
from press.rules.topics import advice
from press.sight import hidden_above
from press.site import Site
from press.styles import Declaration, StyleRule, Unread, draws, harm, moves, read_styles, spaces, stretches, writes

PREVIEW = re.compile(r"^\.preview\b")  # what an author sees while writing, and no reader
LEAST = 4.5  # contrast of letters and ground, WCAG AA
BOXES = ".notes"
FRAMES = {BOXES: SIDES, ".note": ("left",)}  # all round the box; the left edge of each note says how grave it is
NOTES = f"{BOXES}, [data-note]"
SAFETY = f"{NOTES}, [data-contraindication], [data-warning-sign], form"  # and the lists of the safety pages, and the check before ice
HELP = ", ".join(f'header a[href$="{url}"]' for url in WAYS)
FAR_SIGHTED = re.compile(r":(nth|has|empty)|-of-type|~")  # a selector that can see more than what an element stands in, and right behind
IN_PLACE = ("position", "top", "z-index")  # the line with the ways to help may stay in view while the page moves


@rule(about_look=True)
def styles_leave_notes_in_sight(site: Site, built: Built) -> Found:
    """No rule of a stylesheet that a page links could hide, shrink, move or blot out a safety note or list, or what stands around it, in any medium."""
    name, sheets, judged = "styles-leave-notes-in-sight", {}, set()
    for _, shown in advice(site, built):
        new, every = _lineage(_new(shown, judged)), cache(lambda: _lineage(shown.tree.css(SAFETY)))
        for style in (s for sheet in _sheets(shown) for s in _read(built, sheet, sheets)):
            if isinstance(style, Unread):
                yield problem(name, style.file, style.line, f"{style.what}.", "write it as plain rules, in @media or not.")
                continue
            for declaration in _covering(style):
                yield problem(name, style.file, declaration.line, f"'{style.selector} {{ {declaration.name}: {declaration.text} }}' could lie over a page, and over its safety notes.",
                              "let it stand in its place among the others.")
            harmful, far = _harmful(style), FAR_SIGHTED.search(style.selector)
            reached = reach(style, shown.tree) if harmful and (new or far) else set()
            safe = every() if far else new
            if reached is None or reached & safe.keys():
                signs_alone = reached is not None and all(safe[mark] for mark in reached & safe.keys())
                for declaration in harmful if not signs_alone else (d for d in harmful if not draws(d)):
                    where = f" in {' '.join(style.media)}" if style.media else ""
                    yield problem(name, style.file, declaration.line, f"'{style.selector} {{ {declaration.name}: {declaration.text} }}'{where} could take a safety note out of sight.",
                                  "leave safety notes, and what stands around them, out of this rule.")


@rule(about_look=True)
def styles_leave_help_in_sight(site: Site, built: Built) -> Found:
    """On screen, no rule of a stylesheet hides the ways to the stop signs and to first aid."""
    sheets: dict = {}
    for page, shown in advice(site, built):
        around = {node.mem_id for way in shown.tree.css(HELP) if not hidden_above(way) for node in _around(way)}
        for style in (s for sheet in _sheets(shown) for s in _read(built, sheet, sheets) if isinstance(s, StyleRule)):
            harmful = [d for d in _harmful(style) if d.name not in IN_PLACE and not spaces(d)] if "@media print" not in style.media else []
            if harmful and (reach(style, shown.tree) or set()) & around:
                for declaration in harmful:
                    yield problem("styles-leave-help-in-sight", style.file, declaration.line, f"'{style.selector} {{ {declaration.name}: {declaration.text} }}' could hide the way to the stop signs or first aid.",
                                  "leave these links, and what stands around them, out of this rule.")


@rule(about_look=True)
def styles_write_no_words(site: Site, built: Built) -> Found:
    """No stylesheet puts words on a page: what is read stands in the page, where the other rules read it."""
    for sheet in sorted(name for name in built.files if name.endswith(".css")):
        for style in _read(built, sheet, {}):
            for declaration in style.declarations if isinstance(style, StyleRule) else ():
                if writes(declaration):
                    yield problem("styles-write-no-words", style.file, declaration.line, f"'{style.selector} {{ {declaration.name}: {declaration.text} }}' puts words on a page.",
                                  "write the words where they belong: in a page, a note or a snippet.")


@rule(about_look=True)
def notes_stand_out_from_their_ground(site: Site, built: Built) -> Found:
    """The words of a safety note differ from their ground by a contrast of 4.5 to 1 at least, and a frame of 3 to 1 is around the box, in every medium that the stylesheets name."""
    name, told, sheets, painters, judged = "notes-stand-out-from-their-ground", set(), {}, {}, set()
    for _, shown in advice(site, built):
        linked = tuple(_sheets(shown))
        if linked not in painters:
            painters[linked] = Painter.of([s for sheet in linked for s in _read(built, sheet, sheets) if isinstance(s, StyleRule)])
        painter = painters[linked]
        notes = shown.tree.css(SAFETY) if any(FAR_SIGHTED.search(style.selector) for style in painter.rules) else _new(shown, judged)
        if notes:
            painter.look_at(shown.tree)
        for note in notes:
            for node in (n for n in _inside(note) if n.tag != "svg"):
                for media, painted in painter.paint(node):
                    if (painted.contrast is None or painted.contrast < LEAST) and painted not in told:
                        told.add(painted)
                        yield _pale(name, painted, media)
        for box, edges in ((box, edges) for of, edges in FRAMES.items() for box in shown.tree.css(of)) if notes else ():
            for media, (fault, by) in painter.frame(box, edges):
                where, line = _last(by)
                if fault and (fault, where, line) not in told:
                    told.add((fault, where, line))
                    yield problem(name, where, line, f"the box of safety notes {fault}{_in(media)}.", "give it a frame all round, in a colour that differs from the ground by 3 to 1 or more.")


@lru_cache(maxsize=4096)
def _covering(style: StyleRule) -> tuple[Declaration, ...]:
    """Return what draws an element far from its place, or takes it out of its place when it may be as large as the window."""
    if PREVIEW.search(style.selector):
        return ()
    said = {declaration.name: declaration for declaration in style.declarations}
    place = said.get("position")
    apart = place and (place.text == "fixed" or place.text in ("absolute", "sticky") and any(stretches(declaration) for declaration in style.declarations))
    return (*filter(moves, style.declarations), *([place] if apart else []))


def _new(shown: BuiltPage, judged: set) -> list[LexborNode]:
    """Return the notes and lists of a page whose like, with the same words in the same place, was not judged before; styles do the same to both."""
    linked, found = tuple(_sheets(shown)), []
    for note in shown.tree.css(SAFETY):
        like = (linked, note.html, tuple(_place(node) for node in _around(note)))
        if like not in judged:
            judged.add(like)
            found.append(note)
    return found


def _place(node: LexborNode) -> tuple:
    """Return what a selector can see of an element, and of the one before it: tags and attributes, and whether it is the last one."""
    seen = lambda element: (element.tag, tuple(sorted(element.attributes.items()))) if element else ()
    return (*seen(node), *seen(_beside(node, "prev")), _beside(node, "next") is None)


def _beside(node: LexborNode, way: str) -> LexborNode | None:
    """Return the element right before or after another."""
    at = getattr(node, way)
    while at and (not at.tag or at.tag.startswith("-")):  # text, comments, and what has no name
        at = getattr(at, way)
    return at


def _lineage(notes: list[LexborNode]) -> dict[int, bool]:
    """Return the notes, what stands around them and what holds their words, by their marks in memory, and whether each is a sign."""
    return {node.mem_id: node.tag == "svg" for note in notes for node in (*_around(note), *_inside(note))}


@lru_cache(maxsize=4096)
def _harmful(style: StyleRule) -> list[Declaration]:
    """Return what could hide what a rule reaches; what is drawn beside it, before or after, only hides it when it leaves its place."""
    return [d for d in style.declarations if harm(d) and (not style.is_beside or d.name in ("position", "float") or moves(d))]


def _pale(name: str, painted: Painted, media: frozenset[str]) -> Problem:
    where, line = _last(painted.by)
    ratio = "cannot be worked out" if painted.contrast is None else f"is {painted.contrast:.1f} to 1"
    return problem(name, where, line, f"the contrast of a safety note's words ({painted.letters} on {painted.ground}) {ratio}{_in(media)}.",
                   f"give both a plain colour, {LEAST} to 1 apart or more.")


def _last(given: Iterable[Given]) -> tuple[str, int]:
    """Return the file and line of the last of some declarations, or of the guide's stylesheet when there is none."""
    return max(((style.file, declaration.line) for style, declaration in given), default=("docs/assets/site.css", 1))


def _in(media: frozenset[str]) -> str:
    return f" in {' and '.join(sorted(media))}" if media else ""


def _sheets(shown: BuiltPage) -> Iterator[str]:
    """Yield the files of the stylesheets that a page links."""
    for node in shown.tree.css('link[rel~="stylesheet"]'):
        address = (node.attributes.get("href") or "").partition("?")[0]
        yield posixpath.normpath(posixpath.join(posixpath.dirname(shown.file), address))


def _read(built: Built, sheet: str, sheets: dict[str, list]) -> list[StyleRule | Unread]:
    if sheet not in sheets:
        text = (built.folder / sheet).read_text(encoding="utf-8") if sheet in built.files else ""
        sheets[sheet] = list(read_styles(text, f"docs/{sheet}"))
    return sheets[sheet]


def _around(note: LexborNode) -> Iterator[LexborNode]:
    at: LexborNode | None = note
    while at and at.tag != "-document":
        yield at
        at = at.parent


def _inside(note: LexborNode) -> Iterator[LexborNode]:
    """Yield a note, its signs, and the elements in it that hold words."""
    yield note
    for node in note.css("*"):
        if node.mem_id != note.mem_id and ("sign" in (node.attributes.get("class") or "").split() or node.text().strip()):
            yield node
