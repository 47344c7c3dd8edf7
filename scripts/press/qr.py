"""Draws the square code that a phone's camera reads: a page's own address. Words may stand below it, for the eye."""

import io
import math
import re
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from textwrap import wrap
from xml.sax.saxutils import escape

import segno

from press.kept import made_with
from press.problem import CannotMake, Problem

QUIET = 4  # modules of white around the code; readers need them
MASK = 3  # one of the eight patterns laid over a code; trying all of them takes five times as long
# of a code's modules: a square patch as large as this may lie anywhere outside the three corner squares, and the code is still
# read
COVERED = 0.15
# The sizes ("versions") of a code that stand it, smallest first, each with its level of error correction: at least Q. A patch
# hits some blocks of a code
# harder than others; in a code smaller than version 7, neither Q nor H can make up for that wherever the patch lies, nor can any
# mask. At version 7,
# H takes no more room than Q and can. Of the larger ones, with Q, some deal their blocks out badly and are left out. The tests
# work all of this out.
STURDY = ((7, "h"), *((version, "q") for version in (8, 10, 11, 12, 13, 17, 18, 26, 40)))
# below a code: characters in a line, and how large and how far apart they stand, as parts of its width. Wide letters fit in too.
LINE, SIZE, APART = 42, 0.034, 0.043
MADE_WITH = made_with([__file__], f"segno {segno.__version__}")
SIDE = re.compile(r'viewBox="0 0 (\d+) \d+"')


def qr_svg(address: str, words: Sequence[str] = ()) -> str:
    """Return an SVG of the code for an address, as small as the address and damage in use allow.

    Each of the `words` starts a line of its own below it. Raises CannotMake when the address is too long.
    """
    drawn = _drawn(address)
    return _labelled(drawn, [line for each in words for line in wrap(each, LINE)]) if words else drawn


def _labelled(drawn: str, lines: list[str]) -> str:
    """Return a code on a sheet that is long enough for lines below it."""
    side = int(SIDE.findall(drawn)[0])
    apart, first = APART * side, (1 + SIZE) * side  # the quiet zone stays white
    long = math.ceil(first + apart * len(lines))
    text = "".join(f'<text x="{QUIET}" y="{first + apart * n:.1f}">{escape(line)} </text>' for n, line in enumerate(lines))
    sheet = f'<path fill="#fff" d="M0 0h{side}v{long}h-{side}z"/>'
    drawn = SIDE.sub(lambda found: f'viewBox="0 0 {side} {long}"', drawn)
    return drawn.replace("</title>", f"</title>{sheet}", 1).replace(
        "</svg>", f'<g font-family="sans-serif" font-size="{SIZE * side:.2f}">{text}</g></svg>')


@lru_cache(maxsize=4096)  # a handout, a sheet for the wall and the page itself show the same code
def _drawn(address: str) -> str:
    drawn = io.BytesIO()
    _code(address).save(drawn, kind="svg", border=QUIET, light="#fff", omitsize=True, xmldecl=False, nl=False, title=address)
    return drawn.getvalue().decode()


def _code(address: str) -> segno.QRCode:
    for version, level in STURDY:
        with suppress(segno.DataOverflowError):
            return segno.make_qr(address, version=version, error=level, boost_error=False, mask=MASK)
    raise CannotMake(Problem("mkdocs.yml", 0, f"the address '{address[:60]}…' is too long for a QR code.",
                             "choose a shorter site_url.", "settings"))
