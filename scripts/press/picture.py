"""Turns printed cards into small pictures, and writes into each the words that can be read on it."""

import io
from collections.abc import Iterator

import PIL
import pypdfium2
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from press import readback
from press.kept import made_with
from press.readback import WORDS, faint_words, printed_words

COLOURS = 64
EDGE = 12  # points; what is printed nearer to the edge of a card counts as cut off
MADE_WITH = made_with([__file__, readback.__file__], f"pdfium {pypdfium2.PDFIUM_INFO}, Pillow {PIL.__version__}")


def pictures(pdf: bytes) -> Iterator[bytes]:
    """Yield each page of a PDF as a PNG, one pixel to the point.

    The words in it are read back from the printed page; they are not what should stand there, but what can be read there.
    """
    for page in pypdfium2.PdfDocument(pdf):
        words = printed_words(page, EDGE)
        for faint in faint_words(page):
            words = words.replace(faint, "", 1)
        yield _png(page.render(rev_byteorder=True, may_draw_forms=False, draw_annots=False).to_pil(), words)


def _png(drawn: Image.Image, words: str) -> bytes:
    small = drawn.resize((drawn.width // 4, drawn.height // 4), Image.Resampling.NEAREST)
    # from a small copy: a tenth of the time, the same colours
    palette = small.quantize(COLOURS, method=Image.Quantize.FASTOCTREE)
    about, made = PngInfo(), io.BytesIO()
    about.add_itxt(WORDS, words)
    drawn.quantize(palette=palette, dither=Image.Dither.NONE).save(made, "PNG", pnginfo=about, compress_level=1)
    return made.getvalue()
