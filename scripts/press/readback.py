"""Reads back the words of what was written, printed or drawn, as they reach a person who gets the file."""

import ctypes
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2
import pypdfium2.raw as raw
from PIL import Image, UnidentifiedImageError
from selectolax.lexbor import LexborHTMLParser

from press.contrast import contrast
from press.model import Page

SMALLEST, PALEST = 6.5, 4.5  # points; contrast
STROKES = 200  # of a drawing; the smallest code has more, and no other shape on a sheet has as many
WORDS = "Description"  # the PNG format's own name for words about a picture
_AT_HYPHEN = re.compile(r"(?<=\w)(?:-\s*[\r\n]+|[\x02\ufffe])\s*(?=\w)")  # a word that goes on after its hyphen on the next line


@dataclass(frozen=True)
class PrintedSheet:
    """A page of a PDF: its size in points, the words printed on it, those of them whose letters are too small or too close
    in colour to what they stand on, and how wide the black of its QR code is in points, 0 when there is none."""

    size: tuple[float, float]
    words: str
    faint: tuple[str, ...]
    code: float


def words_of_text(content: bytes, page: Page) -> str:
    """Return the words of a plain text."""
    return content.decode()


def words_of_svg(content: bytes, page: Page) -> str:
    """Return the words of an SVG, and its name."""
    return " ".join(node.text() for node in LexborHTMLParser(content.decode()).css("title, text"))


def words_of_pdf(content: bytes, page: Page) -> str:
    """Return the words printed on the pages of a PDF, in reading order."""
    return " ".join(sheet.words for sheet in sheets_of(content))


def words_of_picture(content: bytes, page: Page) -> str:
    """Return the words that were read back from a card when it was printed."""
    try:
        return Image.open(io.BytesIO(content)).info.get(WORDS, "")
    except UnidentifiedImageError:
        return ""


@lru_cache(maxsize=1024)  # several rules read the same sheets, and in a preview most of them are as they were
def sheets_of(content: bytes) -> tuple[PrintedSheet, ...]:
    """Return the pages of a PDF; none when it is not one."""
    try:
        return tuple(PrintedSheet(sheet.get_size(), printed_words(sheet), tuple(faint_words(sheet)), code_width(sheet))
                     for sheet in pypdfium2.PdfDocument(content))
    except pypdfium2.PdfiumError:
        return ()


def printed_words(sheet: pypdfium2.PdfPage, edge: float = 0) -> str:
    """Return the words printed on one page, but for those nearer to its edge than `edge` (points) or beyond it."""
    left, bottom, right, top = sheet.get_mediabox()
    text = sheet.get_textpage().get_text_bounded(left + edge, bottom + edge, right - edge, top - edge)
    return " ".join(_AT_HYPHEN.sub("-", text).split())


def code_width(sheet: pypdfium2.PdfPage) -> float:
    """Return how wide the QR code on one page is, without the white around it:
    the one shape that is drawn in hundreds of strokes."""
    sides = [ctypes.c_float() for _ in range(4)]
    shapes = (raw.FPDFPage_GetObject(sheet.raw, number) for number in range(raw.FPDFPage_CountObjects(sheet.raw)))
    for shape in shapes:
        if raw.FPDFPageObj_GetType(shape) == raw.FPDF_PAGEOBJ_PATH and raw.FPDFPath_CountSegments(shape) > STROKES:
            raw.FPDFPageObj_GetBounds(shape, *sides)
            return sides[2].value - sides[0].value
    return 0


def faint_words(sheet: pypdfium2.PdfPage) -> Iterator[str]:
    """Yield the stretches of text on one page whose letters are smaller than SMALLEST, or too close in colour to what they stand on."""
    textpage, painted = sheet.get_textpage(), []
    for thing in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH]):
        colour, clear = _filled(thing)
        if thing.type == raw.FPDF_PAGEOBJ_PATH:
            painted += [(thing.get_bounds(), colour)] if clear and not thing.level else []  # a picture has places of its own
            continue
        size, matrix, (left, bottom, right, top) = ctypes.c_float(), thing.get_matrix(), thing.get_bounds()
        raw.FPDFTextObj_GetFontSize(thing.raw, size)
        high = size.value * (matrix.c ** 2 + matrix.d ** 2) ** 0.5
        ground = next((paint for (west, south, east, north), paint in reversed(painted)
                       if west <= (left + right) / 2 <= east and south <= (bottom + top) / 2 <= north), "#ffffff")
        if not clear or high < SMALLEST or contrast(colour, ground) < PALEST:
            yield " ".join(textpage.get_text_bounded(left, bottom, right, top).split())


def _filled(thing: pypdfium2.PdfObject) -> tuple[str, bool]:
    """Return the colour with which letters or a shape are filled, and whether they are, so that nothing shows through."""
    parts, mode, stroked = [ctypes.c_uint() for _ in range(4)], ctypes.c_int(), ctypes.c_int()
    raw.FPDFPageObj_GetFillColor(thing.raw, *parts)
    red, green, blue, alpha = (part.value for part in parts)
    if thing.type == raw.FPDF_PAGEOBJ_PATH:
        raw.FPDFPath_GetDrawMode(thing.raw, mode, stroked)
        is_filled = mode.value != raw.FPDF_FILLMODE_NONE
    else:
        is_filled = raw.FPDFTextObj_GetTextRenderMode(thing.raw) == raw.FPDF_TEXTRENDERMODE_FILL
    return f"#{red:02x}{green:02x}{blue:02x}", is_filled and alpha == 255
