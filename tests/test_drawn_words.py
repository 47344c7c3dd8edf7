"""The words beside a drawing say the same numbers, in short sentences; the picture is named and coloured."""

import re

import pytest

from drawn import DRAWINGS, LOOKS, ROOT, each_drawing, fill, picture, rows, words_of

STYLE = (ROOT / "docs/assets/site.css").read_text(encoding="utf-8").partition("@media (forced-colors")[0]
FIGURE = re.compile(r"\d+(?:\.\d+)?")


def test_each_drawing_has_a_picture_and_each_picture_a_drawing():
    assert {path.stem for path in (LOOKS / "drawings").glob("*.svg")} == set(DRAWINGS)


@each_drawing
def test_the_words_state_every_number_drawn(drawing):
    drawn, said = FIGURE.findall(words_of(picture(drawing))), FIGURE.findall(fill(drawing)[1])
    steps = {"1", "2", "3", "4"} if drawing.id == "session-timeline" else set()
    assert set(drawn) - set(said) == set()
    assert steps <= set(said)


@each_drawing
def test_the_words_are_short_sentences(drawing):
    for sentence in re.split(r"(?<=[.?:])\s+", fill(drawing)[1]):
        assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("id", ["cold-depth", "numb-time", "session-timeline"])
def test_the_words_say_how_sure_we_are(id):
    assert "certainty)" in DRAWINGS[id].twin


@each_drawing
def test_references_exist(drawing):
    assert set(drawing.references) <= set(rows("references"))


@each_drawing
def test_the_picture_is_named_fits_a_phone_and_needs_no_style_of_its_own(drawing):
    svg = picture(drawing)
    assert svg.get("role") == "img"
    assert svg.get("aria-labelledby") == f"{drawing.id}-title"
    assert svg.get("viewBox").startswith("0 0 360 ") and not {"width", "height"} & set(svg.keys())
    for part in svg.iter():
        assert part.tag not in ("style", "script", "a", "image") and "style" not in part.attrib
        assert float(part.get("font-size", 16)) >= 16


@each_drawing
def test_every_class_of_the_picture_is_coloured(drawing):
    coloured = "".join(re.findall(r"[^{}]+(?=\{[^{}]*\w[^{}]*\})", STYLE))
    used = {name for part in picture(drawing).iter() for name in part.get("class", "").split()}
    assert {name for name in used if not re.search(rf"\.{name}\b(?!-)", coloured)} == set()


@pytest.mark.parametrize(("skin", "signs"), [("light", (1, 2, 3, 4)), ("brown", (1, 2, 4)), ("black", (1, 2, 4))])
def test_each_sign_to_stop_has_a_colour_of_its_own(skin, signs):
    """The third on brown and on black skin is no colour: it shines."""
    fill = lambda *ways: next(found[1] for way in ways if (found := re.search(rf"{way} \{{ fill: (\S+);", STYLE)))
    spots = [fill(rf"\.d-{skin} path:nth-of-type\({n}\)", rf"\.d-{skin} path") for n in signs]
    assert len({*spots, fill(rf"\.d-{skin} rect")}) == len(signs) + 1
