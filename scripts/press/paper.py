"""Prints sheets of paper: hands a page's words to a Typst template in `overrides/outputs/`, and takes back a PDF of one page."""

import hashlib
import io
import json
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import jinja2
import pypdfium2
import typst
from fontTools.ttLib import TTFont, TTLibError
from selectolax.lexbor import LexborHTMLParser

from press import qr
from press.compiled import Compiled
from press.kept import made_with
from press.model import SEVERITIES, Practice
from press.problem import CannotMake, Problem
from press.prose import Prose
from press.review import review
from press.sharing import Share
from press.words import day

MADE_WITH = made_with([__file__], f"typst {typst.__version__}", qr.MADE_WITH)
STAND_IN = "?"  # printed for a letter that no font has; a rule names the letter

A4_BOX = b"/MediaBox[0 0 595.2756 841.8898]"
LETTER_BOX = b"/MediaBox[-8.4 24.9 603.6 816.9]"  # 612 by 792 points, with the sheet in its middle


class Paper:
    """The templates and fonts of one guide."""

    def __init__(self, prose: Prose):
        self.site, self.folder = prose.site, prose.site.root / "overrides/outputs"
        self.compiler = typst.Compiler(root=str(self.folder), font_paths=[str(self.folder / "fonts")], ignore_system_fonts=True)
        self.signs = _signs(prose.site.root)

    @cached_property
    def letters(self) -> set[int]:
        """The code points of all letters that the fonts have. Raises CannotMake for a file that is no font."""
        found: set[int] = set()
        for path in sorted(self.folder.glob("fonts/*.[to]tf")):
            try:
                found |= _letters(path.read_bytes())
            except TTLibError as error:
                where = path.relative_to(self.site.root).as_posix()
                says = f"this is no font: {error}."
                raise CannotMake(Problem(where, 0, says, "put the file back as it was.", "templates-work")) from error
        return found

    @cached_property
    def looks(self) -> bytes:
        """All that decides how a sheet looks, apart from its words."""
        files = [*sorted(self.folder.glob("fonts/*.[to]tf")), *sorted(self.folder.glob("*.typ"))]
        return repr((made_with(files, MADE_WITH), self.signs)).encode()

    def lacking(self, text: str) -> list[str]:
        """Return the characters of a text that no font has."""
        return sorted(sign for sign in set(text) if ord(sign) not in self.letters)

    def words(self, share: Share, practice: Practice | None = None) -> dict[str, object]:
        """Return what every template is told of a page, in the guide's own practice or another."""
        site, page, practice = self.site, share.page, practice or self.site.practice
        return {
            "title": page.title, "point": share.point, "actions": share.actions, "address": share.address,
            "version": share.version, "box_title": share.box_title, "has_several_limits": share.has_several_limits,
            "site_name": site.settings.site_name, "practice": practice.name, "sender": share.sender, "colours": practice.colours,
            "day": [page.checked.year, page.checked.month, page.checked.day], "checked": day(page.checked),
            "check_by": day(page.check_by), "review": review(practice),
        }

    def key(self, *told: object) -> str:
        """Return a hash of the look, and of all that a template is told."""
        return hashlib.sha256(self.looks + json.dumps(told, ensure_ascii=False).encode()).hexdigest()

    def print(self, template: str, told: dict[str, object], *, tagged: bool = True) -> bytes:
        """Return the PDF of a template. Tagged, it follows PDF/UA-1. Raises CannotMake when the template is at fault."""
        standards = {"pdf_standards": ["ua-1"]} if tagged else {"pdf_tags": False}
        code = {"qr": qr.qr_svg(told["address"])} if "address" in told else {}
        data = json.dumps({**told, **code, "signs": self.signs}, ensure_ascii=False)
        data = data.translate(dict.fromkeys(map(ord, self.lacking(data)), STAND_IN))
        try:
            # a file, not an input: what stays the same is laid out once
            files = {"main": (self.folder / template).read_bytes(), "data.json": data.encode()}
            return self.compiler.compile(input=files, format="pdf", timestamp=0, **standards)
        except (typst.TypstError, OSError) as error:
            raise CannotMake(Problem(f"overrides/outputs/{template}", 0, f"the template cannot be printed: {error}.",
                                     "mend what it or style.typ says there.", "templates-work")) from error

    def on_one_page(self, template: str, tries: Sequence[dict[str, object]]) -> bytes:
        """Return the PDF of the first of the tries, each told to the template, that is one page;
        or of the last when there is none."""
        for told in tries:
            pdf = self.print(template, told)
            if len(pypdfium2.PdfDocument(pdf)) == 1:
                break
        return pdf


@lru_cache(maxsize=16)
def _letters(font: bytes) -> frozenset[int]:
    return frozenset(TTFont(io.BytesIO(font), lazy=True).getBestCmap())


def _signs(root: Path) -> dict[str, str]:
    """Return the sign of each severity as the pages draw it: a symbol of SVG, 24 by 24 units large."""
    looks = jinja2.Environment(loader=jinja2.FileSystemLoader(root / "overrides"), autoescape=True,
                               bytecode_cache=Compiled(root, "signs"))
    drawn = LexborHTMLParser(looks.get_template("snippets/shapes.html").render())
    return {severity: drawn.css_first(f"#s-{severity}").html for severity in SEVERITIES}


@lru_cache(maxsize=1)
def paper_of(prose: Prose) -> Paper:
    """Return the templates and fonts of the build in hand, read once."""
    return Paper(prose)


def on_letter(pdf: bytes) -> bytes:
    """Return an A4 sheet as US Letter: the same page seen through another window, so that both say the same in the same place.

    The two windows take as many bytes, so nothing in the file moves. Raises CannotMake when the sheet is not A4.
    """
    if A4_BOX not in pdf:
        raise CannotMake(Problem("overrides/outputs/style.typ", 0, "the sheet is not A4, so it cannot become US Letter.",
                                 "write 'paper: \"a4\"'.", "sheets-are-one-page"))
    return pdf.replace(A4_BOX, LETTER_BOX)
