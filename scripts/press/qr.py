"""Draws the square code that a phone's camera reads: a page's own address, and nothing else."""

import io
from functools import lru_cache
from xml.sax.saxutils import escape

import segno

from press.kept import made_with
from press.problem import CannotMake, Problem

QUIET = 4  # modules of white around the code; readers need them
MASK = 3  # one of the eight patterns laid over a code; trying all of them takes five times as long, and the tests read every code, damaged too
MADE_WITH = made_with([__file__], f"segno {segno.__version__}")


def qr_svg(address: str, words: str = "") -> str:
    """Return an SVG of the code for an address, as small as the address allows; it can be read with a quarter of it damaged.

    `words` are told to those who cannot see it.
    """
    drawn = _drawn(address)
    return drawn.replace("</title>", f"</title><desc>{escape(words)}</desc>", 1) if words else drawn


@lru_cache(maxsize=4096)  # a handout, a sheet for the wall and the page itself show the same code
def _drawn(address: str) -> str:
    drawn = io.BytesIO()
    _code(address).save(drawn, kind="svg", border=QUIET, light="#fff", omitsize=True, xmldecl=False, nl=False, title=address)
    return drawn.getvalue().decode()


def _code(address: str) -> segno.QRCode:
    try:
        return segno.make_qr(address, error="q", boost_error=False, mask=MASK)
    except segno.DataOverflowError as error:
        raise CannotMake(Problem("mkdocs.yml", 0, f"the address '{address[:60]}…' is too long for a QR code.", "choose a shorter site_url.", "settings")) from error
