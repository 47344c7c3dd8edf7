"""Handouts and sheets for the wall: tagged, named, in one page, in letters that all can read, and the same each time."""

import io
import re

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from press.paper import A4_BOX, LETTER_BOX, Paper, on_letter
from press.problem import CannotMake
from press.prose import prose_of
from press.readback import sheets_of, words_of_picture
from press.review import review
from press.rules.paper import POINT
from press.safety_box import halves, in_full
from press.sharing import shares
from test_kept import made

SHEETS = ("handout.pdf", "handout-letter.pdf", "wall.pdf")
SMALLEST = 11  # points


def elements(node):
    """Yield every element of a PDF's structure, as a screen reader meets them."""
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from elements(part)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from elements(node.K)


def sizes_of_letters(sheet):
    """Return the sizes of all letters on a page, in points."""
    text = sheet.get_textpage()
    printed = (n for n in range(text.count_chars()) if not pdfium.FPDFText_IsGenerated(text, n))
    return {round(pdfium.FPDFText_GetFontSize(text, n), 2) for n in printed}


@pytest.mark.parametrize("file", SHEETS)
def test_each_sheet_is_tagged_named_and_carries_its_own_letters(real_site, real_built, file):
    for share in shares(prose_of(real_site)):
        pdf = pikepdf.open(real_built.folder / share.page.url / file)
        assert len(pdf.pages) == 1
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as about:
            assert about["dc:title"] == share.page.title
            assert about["pdfuaid:part"] == "1"
        fonts = list(pdf.pages[0].Resources.Font.values())
        assert fonts
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
            assert "AtkinsonHyperlegible" in str(font.BaseFont)


@pytest.mark.parametrize("file", SHEETS)
def test_each_sheet_has_headings_lists_links_and_words_for_its_code(real_site, real_built, file):
    for share in shares(prose_of(real_site)):
        pdf = pikepdf.open(real_built.folder / share.page.url / file)
        parts = list(elements(pdf.Root.StructTreeRoot.K))
        kinds = [str(part.S) for part in parts]
        assert kinds.count("/H1") == 1
        assert "/H2" in kinds and "/H3" in kinds
        assert kinds.index("/H1") < kinds.index("/H2") < kinds.index("/H3")
        assert "/Link" in kinds
        assert [str(part.Alt) for part in parts if str(part.S) == "/Figure"] == [f"QR code for {share.address}"]
        if file != "wall.pdf":
            assert "/L" in kinds
        links = {str(note.A.URI) for note in pdf.pages[0].get("/Annots", []) if "/A" in note}
        assert links == {share.address}


@pytest.mark.parametrize("file", ["handout.pdf", "wall.pdf"])
def test_no_letter_is_smaller_than_11_points(real_site, real_built, file):
    for share in shares(prose_of(real_site)):
        sheet = pypdfium2.PdfDocument(real_built.folder / share.page.url / file)[0]
        assert min(sizes_of_letters(sheet)) >= SMALLEST


def test_a_handout_says_what_to_do_how_old_it_is_and_where_the_page_is(real_site, real_built):
    for share in shares(prose_of(real_site)):
        words = sheets_of((real_built.folder / share.page.url / "handout.pdf").read_bytes())[0].words
        assert 1 <= len(share.actions) <= 2
        for said in (share.page.title, share.point, *share.actions, "Look for a newer one after", f"Version {share.version}.",
                     review(real_site.practice)):
            assert said in words


def test_each_rule_of_a_grave_note_has_its_own_line_where_there_is_room(real_site, real_built):
    paper = Paper(prose_of(real_site))
    for share in shares(prose_of(real_site)):
        printed = pypdfium2.PdfDocument(real_built.folder / share.page.url / "handout.pdf")[0].get_textpage().get_text_bounded()
        starts = {line[:8] for line in printed.splitlines()}
        if not all(rule[:8] in starts for note in share.notes if note.grave for rule in note.parts):
            smallest = {**paper.words(share), "columns": halves(in_full(share.notes)), "size": SMALLEST, "tight": True}
            assert len(pypdfium2.PdfDocument(paper.print("handout.typ", smallest))) == 2


def test_a_dashed_edge_tells_in_one_colour_how_grave_a_note_is(real_site, real_built):
    for share in shares(prose_of(real_site)):
        pdf = pikepdf.open(real_built.folder / share.page.url / "handout.pdf")
        dashes = {tuple(map(float, about[0])) for about, sign in pikepdf.parse_content_stream(pdf.pages[0]) if str(sign) == "d"} - {()}
        assert len(dashes) == len({note.severity for note in share.notes} - {"do-not"}), share.page.url


def test_us_letter_is_the_same_sheet_seen_through_another_window(real_site, real_built):
    for share in shares(prose_of(real_site)):
        folder = real_built.folder / share.page.url
        a4, letter = (folder / "handout.pdf").read_bytes(), (folder / "handout-letter.pdf").read_bytes()
        assert letter == a4.replace(A4_BOX, LETTER_BOX)
        pdf = pikepdf.open(io.BytesIO(letter))
        left, bottom, right, top = map(float, pdf.pages[0].MediaBox)
        assert (round(right - left), round(top - bottom)) == (612, 792)
        assert sheets_of(letter)[0].words == sheets_of(a4)[0].words


def test_a_sheet_for_the_wall_can_be_printed_on_us_letter_at_its_own_size(real_site, real_built):
    """Centred on the shorter paper, nothing is printed nearer to its edge than most printers can print."""
    cut, edge = (297 - 279.4) / 2 / POINT, 6 / POINT
    for share in shares(prose_of(real_site)):
        sheet = pypdfium2.PdfDocument(real_built.folder / share.page.url / "wall.pdf")[0]
        bottoms, tops = zip(*(box[1::2] for box in (thing.get_bounds() for thing in sheet.get_objects())), strict=True)
        assert min(bottoms) >= cut + edge and max(tops) <= sheet.get_height() - cut - edge, share.page.url


def test_only_a_sheet_of_a4_becomes_a_sheet_of_letter():
    assert len(A4_BOX) == len(LETTER_BOX)
    with pytest.raises(CannotMake, match="A4"):
        on_letter(b"/MediaBox[0 0 612 792]")


@pytest.mark.parametrize(("lengths", "cut"), [((100, 100, 100, 100), 2), ((900, 100, 100, 100), 1), ((100, 100, 100, 900), 3)])
def test_columns_keep_the_order_and_balance(lengths, cut):
    pieces = [{"parts": ["x" * length], "items": []} for length in lengths]
    assert halves(pieces) == [pieces[:cut], pieces[cut:]]


@pytest.mark.parametrize("template", ["wall.typ", "handout.typ", "card.typ"])
def test_what_cannot_be_made_is_told_once_and_not_everything_that_follows_from_it(small, template):
    result = small.edit(f"overrides/outputs/{template}", '#import "style.typ": *', '#import "styel.typ": *').build()
    assert result.rules == {"templates-work"}
    assert result.text.count("Fix:") == 1, result.text


@pytest.mark.parametrize(("name", "is_cut"), [("River Massage", False), ("Wide World Wellness " * 10, False), ("W" * 200, True)])
def test_a_name_is_fitted_on_the_card_beside_the_safety_words(small, name, is_cut):
    named = small.edit("mkdocs.yml", "  practice:\n", f"  practice:\n    name: {name}\n")
    words = words_of_picture(made(named.root)["how-to/cold-pack/card.png"], None)
    shown = words.partition("Small guide ")[2].partition(" Using a cold pack")[0].replace(" ", "").replace("\u200b", "")
    assert (shown[-1] == "…") == is_cut and name.replace(" ", "").startswith(shown.rstrip("…")), words
    assert len(shown) > 60 or shown == "RiverMassage"


def test_a_name_that_a_sheet_has_no_room_for_is_refused_with_its_field_and_a_limit(small):
    """A handout whose words leave room for one line of a name, and not for five."""
    small.edit("overrides/outputs/handout.typ", "#v(1fr)", "#v(405pt)")
    assert small.build().built
    result = small.edit("mkdocs.yml", "  practice:\n", f"  practice:\n    name: {'W' * 200}\n").build()
    assert result.rules == {"sheets-are-one-page"} and result.line("sheets-are-one-page") == "mkdocs.yml:3", result.text
    limit = int(re.search(r"shorten 'W+…' to (\d+) letters", result.text)[1])
    assert 20 <= limit < 200
    assert small.edit("mkdocs.yml", "W" * 200, "W" * limit).build().built
    assert not small.edit("mkdocs.yml", "W" * limit, "W" * (limit + 1)).build().built


def test_a_note_too_long_for_one_page_is_refused_with_a_fix(small):
    small.edit("docs/_notes/cold-never.md", "Do not use cold on numb or broken skin.",
               "Do not use cold on numb or broken skin. " * 200)
    result = small.build()
    assert "sheets-are-one-page" in result.rules
    assert "shorten 'point:' and 'actions:'" in result.text


def test_an_address_that_fills_more_than_a_line_is_still_there_in_words(small):
    long = "https://riverside-massage-and-sports-therapy.example/the-whole-long-name-of-a-guide-about-cold-and-massage/"
    result = small.edit("mkdocs.yml", "https://small.example/guide/", long).build()
    assert result.built, result.text
    assert f"{long}how-to/cold-pack/" in "".join(sheets_of(small.files()["how-to/cold-pack/handout.pdf"])[0].words.split())
