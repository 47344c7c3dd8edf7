"""Every QR code leads a phone to its page: on a screen and on paper, and with a part of it covered."""

import io
import math
import re

import pypdfium2
import pytest
import resvg_py
import segno
import zxingcpp
from PIL import Image, ImageDraw
from press.qr import QUIET
from press.prose import prose_of
from press.sharing import shares

CORNER = 8  # modules: a corner square of a code with the white line round it
COVERED = 0.15  # of what lies outside the three corner squares
WHERE_TO_LOOK = {"handout.pdf": (0, 0, 0.6, 0.6), "wall.pdf": (0.2, 0.25, 0.2, 0.15)}  # what is cut off a sheet: left, bottom, right, top
PAPER_DPI = 150


def read(picture: Image.Image) -> list[str]:
    """Return what a phone reads in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def drawn(svg: str) -> tuple[Image.Image, float]:
    """Return an SVG as a picture, and the width of a module in it."""
    modules = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1])
    picture = Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=modules * 8)))).convert("L")
    return picture, 8.0


def covered(picture: Image.Image, left: float, top: float, module: float, modules: int):
    """Yield the picture of a code with one solid patch over it: in four places, in black and in white."""
    side = math.sqrt(COVERED * (modules**2 - 3 * CORNER**2))
    middle, end = (modules - side) / 2, modules - side
    for x, y in ((middle, middle), (end, middle + 1), (middle + 1, end), (end, end)):
        for colour in (0, 255):
            damaged = picture.copy()
            ImageDraw.Draw(damaged).rectangle([left + x * module, top + y * module, left + (x + side) * module, top + (y + side) * module], fill=colour)
            yield damaged


def test_every_code_on_a_screen_is_read_whole_and_covered_in_part(real_site, real_built):
    for share in shares(prose_of(real_site)):
        picture, module = drawn((real_built.folder / share.page.url / "qr.svg").read_text())
        assert read(picture) == [share.address]
        modules = round(picture.width / module) - 2 * QUIET
        for damaged in covered(picture, QUIET * module, QUIET * module, module, modules):
            assert read(damaged) == [share.address]


@pytest.mark.parametrize("file", WHERE_TO_LOOK)
def test_every_code_on_paper_is_read_whole_and_covered_in_part(real_site, real_built, file):
    for share in shares(prose_of(real_site)):
        page = pypdfium2.PdfDocument(real_built.folder / share.page.url / file)[0]
        width, height = page.get_size()
        cut = tuple(part * side for part, side in zip(WHERE_TO_LOOK[file], (width, height, width, height), strict=True))
        picture = page.render(scale=PAPER_DPI / 72, crop=cut, grayscale=True).to_pil()
        (found,) = zxingcpp.read_barcodes(picture)
        assert found.text == share.address
        left, top, right = found.position.top_left.x, found.position.top_left.y, found.position.top_right.x
        modules = segno.make_qr(share.address, error="q", boost_error=False, mask=0).symbol_size(border=0)[0]
        module = (right - left) / modules
        quiet = round(QUIET * module)
        alone = picture.crop((left - quiet, top - quiet, right + quiet, found.position.bottom_right.y + quiet))
        for damaged in covered(alone, quiet, quiet, module, modules):
            assert read(damaged) == [share.address]


def test_a_code_is_as_small_as_its_address_allows_and_stands_damage(real_site, real_built):
    for share in shares(prose_of(real_site)):
        svg = (real_built.folder / share.page.url / "qr.svg").read_text()
        (found,) = zxingcpp.read_barcodes(drawn(svg)[0])
        version = (int(re.search(r'viewBox="0 0 (\d+) ', svg)[1]) - 2 * QUIET - 17) // 4
        assert found.ec_level == "Q"
        with pytest.raises(segno.DataOverflowError):
            segno.make_qr(share.address, error="q", version=version - 1)
