"""Draws the square code that a phone's camera reads: a page's own address, and nothing else."""

import io
from contextlib import suppress
from functools import lru_cache
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
MADE_WITH = made_with([__file__], f"segno {segno.__version__}")


def qr_svg(address: str, words: str = "") -> str:
    """Return an SVG of the code for an address, as small as the address and damage in use allow.

    `words` are told to those who cannot see it. Raises CannotMake when the address is too long.
    """
    drawn = _drawn(address)
    return drawn.replace("</title>", f"</title><desc>{escape(words)}</desc>", 1) if words else drawn


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
