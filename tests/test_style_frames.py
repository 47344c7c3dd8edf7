"""Where a stylesheet draws a frame, and how it paints: as a browser does."""

import pytest

from press.contrast import contrast
from press.css_colours import LETS_THROUGH, as_painted
from press.frame import gap, sides
from press.styles import read_styles


@pytest.mark.parametrize(("css", "edges", "says"), [
    (".x { border: 2px solid red }", "top right bottom left", ""), (".x { border: none }", "left", "has no frame at the left"),
    (".x { border: solid }", "top", ""), (".x { border: 2px }", "top", "has no frame at the top"),
    (".x { border: thin dashed }", "left", ""), (".x { border: .04em dotted }", "left", "has a frame of '.04em' at the left"),
    (".x { border: .05em double }", "left", ""), (".x { border: .9px solid }", "left", "has a frame of '.9px' at the left"),
    (".x { border: 1px groove }", "left", ""), (".x { border: 1px ridge }", "left", ""), (".x { border: 1px inset }", "left", ""),
    (".x { border: 1px outset }", "left", ""), (".x { border: 1px hidden }", "left", "has no frame at the left"),
    (".x { border: 2px solid; border-left: 0 }", "left", "has no frame at the left"),
    (".x { border: 2px solid; border-left: 0 }", "top right bottom", ""),
    (".x { border: 2px solid; border-style: none solid }", "top", "has no frame at the top"),
    (".x { border: 2px solid; border-style: none solid }", "bottom", "has no frame at the bottom"),
    (".x { border: 2px solid; border-style: none solid }", "left right", ""),
    (".x { border: 2px solid; border-width: 1px 2px 0 }", "bottom", "has a frame of '0' at the bottom"),
    (".x { border: 2px solid; border-width: 1px 2px 0 }", "left right top", ""),
    (".x { border: 2px solid; border-width: 1px 1px 1px 0 }", "left", "has a frame of '0' at the left"),
    (".x { border: 2px solid; border-width: 0 }", "top", "has a frame of '0' at the top"),
    (".x { border: 2px solid; border-block: none }", "top", "has no frame at the top"),
    (".x { border: 2px solid; border-block: none }", "bottom", "has no frame at the bottom"),
    (".x { border: 2px solid; border-inline: none }", "left", "has no frame at the left"),
    (".x { border: 2px solid; border-inline: none }", "right", "has no frame at the right"),
    (".x { border: 2px solid; border-block-start-style: none }", "top", "has no frame at the top"),
    (".x { border: 2px solid; border-block-end-style: none }", "bottom", "has no frame at the bottom"),
    (".x { border: 2px solid; border-inline-start-width: 0 }", "left", "has a frame of '0' at the left"),
    (".x { border: 2px solid; border-inline-end: 0 }", "right", "has no frame at the right"),
    (".x { border: 2px solid; border-top-style: none }", "top", "has no frame at the top"),
    (".x { border: 2px solid; border-top-color: red }", "top", ""), (".x { border: 2px solid; border-radius: 0 }", "top", ""),
    (".x { border: 2px solid; outline: none }", "top", ""), (".x { border: calc(2px) solid }", "top", ""),
    (".x { border: 2px solid; border-width: calc(2px) }", "top", "has a frame of 'calc(2px)' at the top"),
])
def test_where_a_frame_is_not_drawn_is_seen(css, edges, says):
    (rule,) = read_styles(css, "site.css")
    assert gap(sides((rule, declaration) for declaration in rule.declarations), tuple(edges.split()))[0] == says


@pytest.mark.parametrize("style", ["none", "hidden", "initial", "unset", "inherit", "revert", "revert-layer"])
def test_a_word_for_no_frame_is_not_taken_for_its_colour(style):
    (rule,) = read_styles(f".x {{ border: {style}; border-style: solid }}", "site.css")
    assert sides((rule, declaration) for declaration in rule.declarations)["left", "color"][0] == "currentcolor"


@pytest.mark.parametrize(("written", "as_letters", "as_ground"), [
    ("#FFF", "#ffffff", "#ffffff"), ("black", "#000000", "#000000"), ("rgb(0 255 0)", "#00ff00", "#00ff00"),
    ("inherit", LETS_THROUGH, LETS_THROUGH), ("none", LETS_THROUGH, LETS_THROUGH), ("transparent", "", LETS_THROUGH),
    ("#0000", "", LETS_THROUGH), ("#0008", "", ""),
    ("currentcolor", "", ""), ("nonsense", "", ""), ("hsl(0 0% 100%)", "#ffffff", "#ffffff"),
    ("color(srgb 1.5 -1 0)", "#ff0000", "#ff0000"), (" Canvas ", "#ffffff", "#ffffff")])
def test_a_colour_is_read_as_a_browser_paints_it(written, as_letters, as_ground):
    assert (as_painted(written, False), as_painted(written, True)) == (as_letters, as_ground)


@pytest.mark.parametrize(("letters", "ground"), [("CanvasText", "Canvas"), ("LinkText", "Canvas"), ("VisitedText", "Canvas"),
                                                 ("ButtonText", "ButtonFace"), ("FieldText", "Field"),
                                                 ("HighlightText", "Highlight"), ("MarkText", "Mark")])
def test_a_readers_own_colours_can_be_read_and_cannot_on_their_own_ground(letters, ground):
    on, under = as_painted(letters, False), as_painted(ground, True)
    assert contrast(on, under) >= 4.5 and contrast(under, as_painted(ground, False)) == 1
