"""Handouts and sheets for the wall can be read: one page, plain words, a code that a phone finds."""

import math
import re
from bisect import bisect_left
from functools import partial

from press.built import Built
from press.model import Practice
from press.paper import paper_of
from press.prose import prose_of
from press.qr import QUIET
from press.readability import read_blocks
from press.readback import sheets_of
from press.rules import Found, problem, rule
from press.sharing import Share, shares
from press.sheets import HANDOUT, WALL, can_be_one_page, longest_word
from press.site import Site

HIGHEST_GRADE = 5.0
HEAVIEST_SHEET = 150_000  # bytes
PAPERS = {"handout.pdf": (210, 297), "handout-letter.pdf": (216, 279), "wall.pdf": (210, 297)}  # millimetres
SHEETS = {"handout.pdf": HANDOUT, "handout-letter.pdf": HANDOUT, "wall.pdf": WALL}
POINT = 25.4 / 72  # millimetres
# Millimetres, one square of a QR code: four dots of a printer with 300 to the inch, as its inventors advise
# (qrcode.com/en/howto/cell.html); on a wall, which is read from farther away, twice as much.
SQUARE = {"handout.pdf": 0.33, "handout-letter.pdf": 0.33, "wall.pdf": 0.66}


@rule()
def sheets_are_one_page(site: Site, built: Built) -> Found:
    """A handout or a sheet for the wall is one page of the right size, gives the page's address, and has at most 150 KB."""
    name, too_wide = "sheets-are-one-page", []  # sheets that only the practice's own words push onto a second page
    for share in shares(prose_of(site)):
        for file, paper in PAPERS.items():
            address = share.page.url + file
            if address not in built.files:
                continue
            content = (built.folder / address).read_bytes()
            sheets = sheets_of(content)
            if len(sheets) != 1 and _is_too_wide(site, share, file):
                too_wide.append((share, file))
            elif len(sheets) != 1:
                yield problem(name, share.page.path, share.page.lines["actions"],
                              f"'/{address}' runs to {len(sheets)} pages, in the smallest letters too.",
                              "shorten 'point:' and 'actions:', or leave out a topic that the page gives no advice on.")
            if tuple(round(side * POINT) for side in sheets[0].size) != paper:
                yield problem(name, "overrides/outputs/style.typ", 0, f"'/{address}' is not {paper[0]} by {paper[1]} mm.",
                              "mend the page's size in the template.")
            if share.address not in "".join("".join(sheet.words for sheet in sheets).split()):
                yield problem(name, "overrides/outputs", 0, f"'/{address}' does not give the page's address in words.",
                              "print 'data.address'.")
            if len(content) > HEAVIEST_SHEET:
                yield problem(name, "overrides/outputs", 0, f"'/{address}' has {len(content)} bytes.",
                              f"keep it under {HEAVIEST_SHEET}.")
    if too_wide:
        field, words, _ = longest_word(site.practice)
        share, file = too_wide[0]
        yield problem(name, "mkdocs.yml", site.settings.practice_line(field),
                      f"'{field}' takes so much room that {len(too_wide)} sheets run to a second page, "
                      f"'/{share.page.url}{file}' among them.",
                      f"shorten '{words[:30]}{'…' * (len(words) > 30)}' to {_room_for_words(site, too_wide)} letters or fewer.")


@rule()
def codes_can_be_scanned(site: Site, built: Built) -> Found:
    """The QR code on a handout or a sheet for the wall is there,
    and its squares are large enough for a common printer and phone."""
    told = set()
    for share in shares(prose_of(site)):
        code = f"{share.page.url}qr.svg"
        if code not in built.files or not (across := re.search(r'viewBox="0 0 (\d+)',
                                                               (built.folder / code).read_text(encoding="utf-8"))):
            continue
        for file, least in SQUARE.items():
            address, look = share.page.url + file, template_of(file)
            sheets = sheets_of((built.folder / address).read_bytes()) if address in built.files else ()
            modules = int(across[1]) - 2 * QUIET
            # its strokes reach a square over each side
            square = max((sheet.code for sheet in sheets), default=0) * POINT / (modules + 2)
            if sheets and square < least and look not in told:
                told.add(look)
                says = f"has squares of {square:.2f} mm, too small to be scanned from paper" if square else "is missing"
                yield problem("codes-can-be-scanned", look, _line_of(site, look, "code("), f"the QR code on '/{address}' {says}.",
                              f"print it with 'code({math.ceil(least * int(across[1]))}mm)' or larger.")


def template_of(file: str) -> str:
    """Return the template that prints a handout or a sheet for the wall."""
    return f"overrides/outputs/{'wall' if file == 'wall.pdf' else 'handout'}.typ"


def _line_of(site: Site, look: str, words: str) -> int:
    """Return the line of a template that holds some words, or its first."""
    before, found, _ = (site.root / look).read_text(encoding="utf-8").partition(words)
    return before.count("\n") + 1 if found else 1


def _is_too_wide(site: Site, share: Share, file: str) -> bool:
    """Tell whether a sheet has more than one page only because of the practice's own words."""
    return site.practice != Practice() and can_be_one_page(paper_of(prose_of(site)), SHEETS[file], share, Practice())


def _room_for_words(site: Site, sheets: list[tuple[Share, str]]) -> int:
    """Return how many letters of the practice's longest words there is room for on each of these sheets."""
    _, words, with_words = longest_word(site.practice)

    def is_too_long(share: Share, file: str, letters: int) -> bool:
        return not can_be_one_page(paper_of(prose_of(site)), SHEETS[file], share, with_words(words[:letters]))

    room = len(words)
    for share, file in sheets:
        if is_too_long(share, file, room):
            room = max(0, bisect_left(range(room), True, key=partial(is_too_long, share, file)) - 1)
    return room


@rule()
def handouts_are_plain(site: Site, built: Built) -> Found:
    """The words of a handout read at grade 5 or below."""
    for share in shares(prose_of(site)):
        grade = read_blocks((share.page.title, share.point, *(note.text if note.grave else note.short for note in share.notes),
                             *share.actions)).grade
        if grade > HIGHEST_GRADE:
            yield problem("handouts-are-plain", share.page.path, share.page.lines["point"],
                          f"the handout reads at grade {grade:.1f}; it needs {HIGHEST_GRADE:g} or below.",
                          "use shorter words in 'point:' and 'actions:'.")
