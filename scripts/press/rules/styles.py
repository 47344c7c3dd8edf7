"""No style takes a safety note out of sight: on screen, narrow, printed, in the dark or in the reader's own colours."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from selectolax.lexbor import LexborNode

from press.built import Built, BuiltPage
from press.paint import Painted, Painter, reach
from press.problem import Problem
from press.rules import Found, problem, rule
from press.rules.topics import advice
from press.site import Site
from press.styles import Declaration, StyleRule, Unread, harm, read_styles

COVERS = re.compile(r"^\.preview\b")  # what an author sees while writing, and no reader
LEAST = 4.5  # contrast of letters and ground, WCAG AA
NOTES = ".notes, [data-note]"
FAR_SIGHTED = re.compile(r":(nth|has|empty)|-of-type|~")  # a selector that can see more than what an element stands in, and right behind


@rule(about_look=True)
def styles_leave_notes_in_sight(site: Site, built: Built) -> Found:
    """No rule of a stylesheet that a page links could hide, shrink, move or blot out a safety note, or what stands around it, in any medium."""
    name, sheets, judged = "styles-leave-notes-in-sight", {}, set()
    for _, shown in advice(site, built):
        new, every = _lineage(_new(shown, judged)), cache(lambda: _lineage(shown.tree.css(NOTES)))
        for style in (s for sheet in _sheets(shown) for s in _read(built, sheet, sheets)):
            if isinstance(style, Unread):
                yield problem(name, style.file, style.line, f"{style.what}.", "write it as plain rules, in @media or not.")
                continue
            if COVERS.search(style.selector) is None and _covers(style):
                yield problem(name, style.file, style.line, f"'{style.selector}' could lie over a whole page, and over its safety notes.", "let it stand in its place among the others.")
                continue
            harmful, far = _harmful(style), FAR_SIGHTED.search(style.selector)
            reached = reach(style, shown.tree) if harmful and (new or far) else set()
            if reached is None or reached & (every() if far else new):
                for declaration in harmful:
                    where = f" in {' '.join(style.media)}" if style.media else ""
                    yield problem(name, style.file, declaration.line, f"'{style.selector} {{ {declaration.name}: {declaration.text} }}'{where} could take a safety note out of sight.",
                                  "leave safety notes, and what stands around them, out of this rule.")


@rule(about_look=True)
def notes_stand_out_from_their_ground(site: Site, built: Built) -> Found:
    """The words of a safety note differ from their ground by a contrast of 4.5 to 1 at least, in every medium that the stylesheets name."""
    told, sheets, painters, judged = set(), {}, {}, set()
    for _, shown in advice(site, built):
        linked = tuple(_sheets(shown))
        if linked not in painters:
            painters[linked] = Painter.of([s for sheet in linked for s in _read(built, sheet, sheets) if isinstance(s, StyleRule)])
        painter = painters[linked]
        notes = shown.tree.css(NOTES) if any(FAR_SIGHTED.search(style.selector) for style in painter.rules) else _new(shown, judged)
        if notes:
            painter.look_at(shown.tree)
        for note in notes:
            for node in _inside(note):
                for media, painted in painter.paint(node):
                    if (painted.contrast is None or painted.contrast < LEAST) and painted not in told:
                        told.add(painted)
                        yield _pale("notes-stand-out-from-their-ground", painted, media)


def _covers(style: StyleRule) -> bool:
    """Tell whether what a rule reaches is taken out of its place and may be as large as the window."""
    said = {declaration.name: declaration.text for declaration in style.declarations}
    return said.get("position") == "fixed" or said.get("position") in ("absolute", "sticky") and said.get("inset", "").strip() in ("0", "0px", "0 0", "0 0 0 0")


def _new(shown: BuiltPage, judged: set) -> list[LexborNode]:
    """Return the notes of a page whose like, with the same words in the same place, was not judged before; styles do the same to both."""
    linked, found = tuple(_sheets(shown)), []
    for note in shown.tree.css(NOTES):
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
    while at and at.tag.startswith("-"):
        at = getattr(at, way)
    return at


def _lineage(notes: list[LexborNode]) -> set[int]:
    """Return the notes, what stands around them and what holds their words, by their marks in memory."""
    return {node.mem_id for note in notes for node in (*_around(note), *_inside(note))}


@lru_cache(maxsize=4096)
def _harmful(style: StyleRule) -> list[Declaration]:
    return [declaration for declaration in style.declarations if harm(declaration)]


def _pale(name: str, painted: Painted, media: frozenset[str]) -> Problem:
    where, line = max(((style.file, declaration.line) for style, declaration in painted.by), default=("docs/assets/site.css", 1))
    ratio = "cannot be worked out" if painted.contrast is None else f"is {painted.contrast:.1f} to 1"
    return problem(name, where, line, f"the contrast of a safety note's words ({painted.letters} on {painted.ground}) {ratio}{_in(media)}.",
                   f"give both a plain colour, {LEAST} to 1 apart or more.")


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
    """Yield a note and the elements in it that hold words."""
    yield note
    for node in note.css("*"):
        if node.tag != "svg" and node.mem_id != note.mem_id and node.text().strip():
            yield node
