"""The words of a safety note stand out from their ground, and a frame is around its box,
in every medium that the stylesheets name."""

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.frame import SIDES, Given
from press.fresh_parts import styled
from press.paint import Painted
from press.problem import Problem
from press.rules import Found, problem, rule
from press.safety_parts import BOXES, SAFETY, is_sign_or_words
from press.site import Site
from press.style_sheets import looks

BEST = 7.0  # for all words, WCAG AAA
LOOKS = ("class", "role", "open", "hidden", "aria-current", "data-grade")  # what a style of ours may tell elements apart by
LEAST = 4.5  # contrast of letters and ground, WCAG AA
FRAMES = {BOXES: SIDES, ".note": ("left",)}  # all round the box; the left edge of each note says how grave it is


@rule(about_look=True)
def notes_stand_out_from_their_ground(site: Site, built: Built) -> Found:
    """The words of a safety note differ from their ground by a contrast of 4.5 to 1 at least, and a frame of 3 to 1 is around
    the box, in every medium that the stylesheets name."""
    name, told = "notes-stand-out-from-their-ground", set()
    for shown, sheets, fresh in styled(site, built, SAFETY):
        painter, notes = sheets.painter, shown.fitting(SAFETY) if sheets.paints_afar else fresh
        if notes:
            painter.look_at(shown)
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
                    yield problem(name, where, line, f"the box of safety notes {fault}{_in(media)}.",
                                  "give it a frame all round, in a colour that differs from the ground by 3 to 1 or more.")


@rule(about_look=True)
def words_stand_out_from_their_ground(site: Site, built: Built) -> Found:
    """All words of a page differ from their ground by a contrast of 7 to 1 at least, in the light and in the dark,
    on screen and on paper."""
    name, told, judged, alike = "words-stand-out-from-their-ground", set(), {}, set()
    for shown, sheets in looks(site, built):
        kinds = frozenset((*shown.elements.by_tag, *shown.elements.by_class))
        # a page made of the same pieces as one before looks the same
        fresh = _fresh(shown, judged) if (kinds, id(sheets)) not in alike else []
        painter = sheets.painter
        alike.add((kinds, id(sheets)))
        if fresh:
            painter.look_at(shown)
        for node in fresh:
            for media, painted in painter.paint(node):
                is_pale = (painted.contrast or 0) < BEST and not any("forced-colors" in medium for medium in media)
                if is_pale and (place := _last(painted.by)) not in told:
                    told.add(place)
                    words = " ".join(node.text().split())[:40]
                    yield problem(name, *place,
                                  f"the words '{words}' are pale: {painted.letters} on {painted.ground} {_ratio(painted)}{_in(media)}.",
                                  f"choose colours that are {BEST:g} to 1 apart or more: people read in the sun, and with tired eyes.")


def _fresh(shown: BuiltPage, judged: dict[tuple, int]) -> list[LexborNode]:
    """Return the elements of a page that hold words and whose like no page before has: in the same elements,
    with the same tags and looks."""
    places, fresh = {}, []
    for node in shown.tree.css("body, body *"):
        around, given = node.parent, node.attributes
        like = (places.get(around.mem_id) if around else None, node.tag, *(map(given.get, LOOKS) if given else ()))
        if like not in judged:
            judged[like] = len(judged)
            if (node.text(deep=False) or "").strip():
                fresh.append(node)
        places[node.mem_id] = judged[like]
    return fresh


def _pale(name: str, painted: Painted, media: frozenset[str]) -> Problem:
    where, line = _last(painted.by)
    return problem(name, where, line,
                   f"the contrast of a safety note's words ({painted.letters} on {painted.ground}) {_ratio(painted)}{_in(media)}.",
                   f"give both a plain colour, {LEAST} to 1 apart or more.")


def _ratio(painted: Painted) -> str:
    return "cannot be worked out" if painted.contrast is None else f"is {painted.contrast:.1f} to 1"


def _last(given: Iterable[Given]) -> tuple[str, int]:
    """Return the file and line of the last of some declarations, or of the guide's stylesheet when there is none."""
    return max(((style.file, declaration.line) for style, declaration in given), default=("docs/assets/site.css", 1))


def _in(media: frozenset[str]) -> str:
    return f" in {' and '.join(sorted(media))}" if media else ""


def _inside(note: LexborNode) -> Iterator[LexborNode]:
    """Yield a note, its signs, and the elements in it that hold words."""
    yield note
    for node in note.css("*"):
        if node.mem_id != note.mem_id and is_sign_or_words(node):
            yield node
