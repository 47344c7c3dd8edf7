"""Every QR code leads a phone to its page: on a screen and on paper, and with a square patch over 15 % of it,
wherever the patch lies."""

import io
import math
import random
import re
from functools import lru_cache, reduce
from operator import or_
from xml.sax.saxutils import escape

import pypdfium2
import pytest
import resvg_py
import segno
import zxingcpp
from PIL import Image, ImageDraw
from segno import consts, encoder

from press.due import is_copy
from press.prose import prose_of
from press.qr import COVERED, LINE, QUIET, STURDY, qr_svg
from press.sharing import shares

CORNER = 8  # modules: a corner square with the white line that sets it off; without this line no reader finds the square
# what is cut off a sheet: left, bottom, right, top
WHERE_TO_LOOK = {"handout.pdf": (0, 0, 0.6, 0.6), "wall.pdf": (0.2, 0.25, 0.2, 0.15)}
PAPER_DPI = 150
ON_SCREEN = 4  # pixels for a module
SAMPLE = 8  # patches for each code, black and white in turn
LEVELS = {"q": consts.ERROR_LEVEL_Q, "h": consts.ERROR_LEVEL_H}
QUICK = 13  # the largest version whose proof takes no time


def read(picture: Image.Image) -> list[str]:
    """Return what a phone reads in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)]


def modules_of(svg: str) -> int:
    """Return how many modules the code in an SVG is wide, without its quiet zone."""
    return int(re.search(r'viewBox="0 0 (\d+) ', svg)[1]) - 2 * QUIET


def on_screen(folder) -> tuple[Image.Image, float]:
    """Return the code beside a page as a picture, and the pixels of a module."""
    svg = (folder / "qr.svg").read_text()
    width = (modules_of(svg) + 2 * QUIET) * ON_SCREEN
    return Image.open(io.BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width)))).convert("L"), ON_SCREEN


def on_paper(folder, file: str) -> tuple[Image.Image, float]:
    """Return the code of a printed sheet as a picture, and the pixels of a module."""
    page = pypdfium2.PdfDocument(folder / file)[0]
    width, height = page.get_size()
    cut = tuple(part * side for part, side in zip(WHERE_TO_LOOK[file], (width, height, width, height), strict=True))
    picture = page.render(scale=PAPER_DPI / 72, crop=cut, grayscale=True).to_pil()
    (found,) = zxingcpp.read_barcodes(picture)
    left, top, right = found.position.top_left.x, found.position.top_left.y, found.position.top_right.x
    module = (right - left) / modules_of((folder / "qr.svg").read_text())
    quiet = QUIET * module
    return (picture.crop(tuple(map(round, (left - quiet, top - quiet, right + quiet, found.position.bottom_right.y + quiet)))),
            module)


def places(modules: int, step: float = 1) -> list[tuple[float, float, float]]:
    """Return left, top and side, in modules, of every square patch of 15 % of a code that leaves its three corner squares
    alone."""
    side = modules * math.sqrt(COVERED)
    starts = [n * step for n in range(int((modules - side) / step) + 1)] + [modules - side]
    near, far = CORNER, modules - CORNER - side
    return [(x, y, side) for x in starts for y in starts if not (y < near and (x < near or x > far) or y > far and x < near)]


def covered(picture: Image.Image, module: float, place: tuple[float, float, float], colour: int) -> Image.Image:
    """Return the picture of a code with a patch over it, black or white."""
    x, y, side = place
    damaged = picture.copy()
    corners = [(QUIET + x) * module, (QUIET + y) * module, (QUIET + x + side) * module - 1, (QUIET + y + side) * module - 1]
    ImageDraw.Draw(damaged).rectangle(corners, fill=colour)
    return damaged


def unread(address: str, picture: Image.Image, module: float, patches) -> list:
    """Return the patches, each a place and a colour, under which a code is not read as this address."""
    assert read(picture) == [address]
    return [(address, *patch) for patch in patches if read(covered(picture, module, *patch)) != [address]]


@pytest.mark.parametrize("file", ["qr.svg", *WHERE_TO_LOOK])
def test_every_code_is_read_whole_and_under_some_patches(real_site, real_built, file):
    chance, told, lost = random.Random(6), shares(prose_of(real_site)), []
    for share in told:
        folder = real_built.folder / share.page.url
        picture, module = on_screen(folder) if file == "qr.svg" else on_paper(folder, file)
        modules = modules_of((folder / "qr.svg").read_text())
        lost += unread(share.address, picture, module,
                       [(place, 255 * (n % 2)) for n, place in enumerate(chance.sample(places(modules, 0.25), SAMPLE))])
    # a copy of the guide has codes of its own, and a program that reads codes may miss one in some hundreds
    assert len(lost) <= (len(told) * SAMPLE // 100 if is_copy(real_site) else 0), lost


def test_the_safety_words_stand_below_the_code_and_leave_its_quiet_zone_white(real_site, real_built):
    for share in shares(prose_of(real_site)):
        picture, module = on_screen(real_built.folder / share.page.url)
        svg, side = (real_built.folder / share.page.url / "qr.svg").read_text(), picture.width
        lines = re.findall(r'<text x="4" y="([\d.]+)">([^<]+)</text>', svg)
        assert "".join(line for _, line in lines).strip() == escape(" ".join(note.short for note in share.notes))
        assert max(len(line) for _, line in lines) <= LINE + 1 and float(lines[-1][0]) * module < picture.height
        code = modules_of(svg) * module
        quiet = [(0, 0, side, QUIET * module), (0, QUIET * module + code, side, side), (QUIET * module + code, 0, side, side)]
        assert all(picture.crop(tuple(map(round, part))).getextrema()[0] > 250 for part in quiet)


@pytest.mark.slow
@pytest.mark.parametrize("file", ["qr.svg", *WHERE_TO_LOOK])
def test_every_code_is_read_under_every_patch(real_site, real_built, file):
    lost = []
    for share in shares(prose_of(real_site)):
        folder = real_built.folder / share.page.url
        picture, module = on_screen(folder) if file == "qr.svg" else on_paper(folder, file)
        modules = modules_of((folder / "qr.svg").read_text())
        lost += unread(share.address, picture, module, [(place, colour) for place in places(modules) for colour in (0, 255)])
    assert lost == []


@pytest.mark.parametrize("address", ["https://a.example/", "https://river.example/who/",
                                     f"https://river.example/{'long-name-' * 8}/", f"https://river.example/{'long-name-' * 16}/"])
def test_codes_of_other_lengths_are_read_under_some_patches(tmp_path, address):
    (tmp_path / "qr.svg").write_text(qr_svg(address))
    picture, module = on_screen(tmp_path)
    patches = random.Random(address).sample(places(modules_of(qr_svg(address)), 0.25), 60)
    assert unread(address, picture, module, [(place, colour) for place in patches for colour in (0, 255)]) == []


def test_a_code_is_the_smallest_that_stands_a_patch_and_corrects_at_least_as_much_as_level_q(real_site, real_built):
    for share in shares(prose_of(real_site)):
        svg = (real_built.folder / share.page.url / "qr.svg").read_text()
        (found,) = zxingcpp.read_barcodes(on_screen(real_built.folder / share.page.url)[0])
        version = (modules_of(svg) - 17) // 4
        assert (version, found.ec_level.lower()) in STURDY
        for smaller, level in STURDY[:STURDY.index((version, found.ec_level.lower()))]:
            with pytest.raises(segno.DataOverflowError):
                segno.make_qr(share.address, error=level, version=smaller)


def most_beyond(version: int, level: str) -> int:
    """Return by how much a patch can go beyond what the hardest hit block of a code corrects, whatever the code says; below 1,
    every code is read.

    A code's bytes ("codewords") are dealt out to its blocks in turn. Half the bytes that a block has for correction is how many
    it can put right.
    """
    blocks = [(block.num_data, block.num_total - block.num_data) for block in consts.ECC[version][LEVELS[level]]
              for _ in range(block.num_blocks)]
    dealt = [[n for at in range(max(sizes)) for n, size in enumerate(sizes) if at < size] for sizes in zip(*blocks, strict=True)]
    block_of = [n for turn in dealt for n in turn]
    of_block = [sum(1 << byte for byte, one in enumerate(block_of) if one == n) for n in range(len(blocks))]
    modules, start = encoder.calc_matrix_size(version), 1000  # beyond the numbers that stand for black, white and free
    drawn = [list(row) for row in encoder.make_matrix(modules, modules)]
    encoder.add_finder_patterns(drawn, modules, modules)
    encoder.add_alignment_patterns(drawn, modules, modules)
    encoder.add_codewords(drawn, range(start, start + 8 * len(block_of)), version)
    byte_at = [[1 << (bit - start) // 8 if bit >= start else 0 for bit in row] for row in drawn]
    # a reader looks at the middle of a module
    under = lambda start, side: range(math.ceil(start - 0.5), min(modules, math.ceil(start + side - 0.5)))
    in_row = lru_cache(None)(lambda columns, y: reduce(or_, (byte_at[y][x] for x in columns)))
    hidden = {(under(x, side), under(y, side)) for x, y, side in places(modules, 0.25)}
    hit = (reduce(or_, (in_row(columns, y) for y in rows)) for columns, rows in hidden)
    return max((some & mine).bit_count() - correcting // 2 for some in hit
               for mine, (_, correcting) in zip(of_block, blocks, strict=True))


@pytest.mark.parametrize(("version", "level"), [pytest.param(*one, marks=() if one[0] <= QUICK else pytest.mark.slow)
                                                for one in STURDY])
def test_no_patch_can_hide_more_than_is_put_right(version, level):
    assert most_beyond(version, level) <= 0


@pytest.mark.parametrize(("version", "level"), [(5, "q"), (6, "q"), (6, "h"), (7, "q"), (9, "q"), (13, "h")])
def test_a_patch_can_hide_more_in_the_codes_that_are_not_used(version, level):
    assert most_beyond(version, level) > 0
