"""What a declaration could do to a safety note: each value that leaves notes alone passes, and its neighbour does not."""

import pytest

from press import harm
from press.contrast import contrast
from press.css_colours import LETS_THROUGH, as_painted
from press.frame import gap, sides
from press.selector import is_beside, states, weight, widest
from press.styles import Declaration, StyleRule, Unread, read_styles


def declared(css: str) -> Declaration:
    (rule,) = read_styles(f".x {{ {css} }}", "site.css")
    return rule.declarations[0]


def each(css: str) -> list[str]:
    return [one.strip() for line in css.strip().split("\n") for one in line.split("|")]


# Values that leave a note as it is, and values that could hide, move or blot it out.
FINE = """clear: both | box-sizing: border-box | overflow-wrap: anywhere | word-break: normal | hyphens: auto
    border-radius: 9rem
    border-color: red | border-collapse: collapse | font-weight: 900 | font-style: italic | font-variant-numeric: tabular-nums
    font-kerning: none | color-scheme: dark | text-size-adjust: none | -webkit-text-size-adjust: none | min-height: 99rem
    min-block-size: 99rem | flex: 1 | align-items: end | align-self: end | align-content: end | justify-content: end
    justify-self: end | justify-items: end | grid-template-columns: 1fr | vertical-align: top | text-align: right | cursor: help
    orphans: 3 | widows: 3 | tab-size: 4 | quotes: none | color: red | background: red | background-color: red
    print-color-adjust: exact | -webkit-print-color-adjust: exact | accent-color: red | caret-color: red | --own: anything
    display: block | display: inline | display: inline-block | display: flex | display: inline-flex | display: grid
    display: list-item | display: flow-root | display: table | display: revert | visibility: visible | visibility: inherit
    position: static | position: relative | float: none | overflow: visible | font: inherit | font: 1rem/1.5 serif
    font: 700 12px/1 var(--sans) | font: 9pt/120% serif | font-size: .7rem | font-size: 0.7em | font-size: 12px | font-size: 9pt
    font-size: 70% | font-size: larger | line-height: 1 | line-height: 100% | line-height: 1em | line-height: 1rem
    line-height: normal | line-height: inherit | font-family: var(--sans), serif | font-family: sans-serif
    font-family: system-ui
    font-family: monospace | font-family: inherit | letter-spacing: -.05em | letter-spacing: .2em | letter-spacing: .2rem
    max-width: 15rem | max-width: 15em | max-width: 240px | max-width: 90% | max-width: 30ch | max-width: 90vw | max-width: none
    min-width: 0 | min-width: 6rem | width: auto | width: fit-content | width: max-content | height: auto | gap: 6rem
    row-gap: 6em | column-gap: 100px | flex-wrap: wrap | flex-wrap: nowrap | text-wrap: balance | text-wrap: pretty
    text-wrap: wrap
    white-space: normal | white-space: nowrap | white-space: pre-wrap | content: '' | content: '›' | content: none
    border-image: none | text-transform: none | text-transform: uppercase | text-transform: capitalize
    text-decoration: underline
    text-decoration-line: none | text-decoration-line: underline | box-shadow: none | text-shadow: none | margin: 6rem -6em
    margin-top: 100px | margin: 75pt | margin: 30% | margin: 30vw | margin: -30vh | padding: 6rem | padding-top: 30% | padding: 0
    border: 1.2rem solid red | border: 20px solid | border-left: 15pt solid | border-top-width: 1.2em | border: -1.2em solid
    outline: 20px solid | outline-offset: -1.2rem | list-style: none | list-style-type: disc | scroll-margin-top: 99rem
    break-inside: avoid | page-break-inside: avoid | text-decoration-color: red | text-underline-offset: 9em | fill: currentColor
    stroke: none | content-visibility: auto | content-visibility: visible | contain-intrinsic-height: auto 58rem
    overflow-clip-margin: 6px"""
BAD = """content-visibility: hidden | contain-intrinsic-height: 0 | overflow-clip-margin: 99rem
    display: none | display: contents | display: inline none | visibility: hidden | visibility: collapse | position: absolute
    position: fixed | position: sticky | float: left | overflow: hidden | overflow: clip | font: 1rem/.9 serif | font: serif
    font: .6rem serif | font: calc(1px) serif | font: 8pt serif | font: x-small serif | font: 12px attr(x)
    font-size: .69rem | font-size: .69em
    font-size: 11px | font-size: 8.9pt | font-size: 69% | font-size: 1vw | font-size: xx-small | font-size: x-small
    font-size: smaller | font-size: calc(1px) | font-size: 12px 1px | font-size: 5 | line-height: .99 | line-height: 99%
    line-height: .9em | line-height: .9rem | line-height: 20px | line-height: auto | line-height: var(--a) | font-family: Blank
    font-family: 'Blank' | font-family: calc(1) | letter-spacing: -.06em | letter-spacing: .21em | letter-spacing: .21rem
    letter-spacing: 1px | max-width: 14.9rem | max-width: 14.9em | max-width: 239px | max-width: 89% | max-width: 29ch
    max-width: 89vw | max-width: 0 | max-width: 99cm | max-width: calc(1px) | min-width: 6.1rem | min-width: -1px | width: 0
    width: 100% | height: 0 | gap: 6.1rem | row-gap: -1px | column-gap: 101px | flex-wrap: wrap-reverse | text-wrap: nowrap
    white-space: pre | white-space: break-spaces | content: 'a' | content: '1' | content: "\\59" | content: attr(x)
    content: counter(x)
    border-image: url(a) | text-transform: lowercase | text-transform: full-width | text-decoration: line-through
    text-decoration: overline | text-decoration-line: line-through | box-shadow: 0 0 9px red | text-shadow: 0 0 9px red
    margin: 6.1rem | margin: -6.1em | margin-top: 101px | margin: 76pt | margin: 31% | margin: 31vw | margin: -31vh | margin: 1cm
    margin: calc(1px) | margin: 5 | padding: 6.1rem | padding-top: -1px | padding: 31% | border: 1.3rem solid | border: 21px solid
    border-left: 16pt solid | border-top-width: 1.3em | border-width: -1.3em | border: 1cm solid | outline: 21px solid
    outline-offset: -1.3rem | opacity: 1 | transform: none | order: 0 | clip: auto | filter: none | a-property-of-tomorrow: 1"""


def test_each_value_that_leaves_a_note_alone_passes():
    assert [css for css in each(FINE) if harm.harm(declared(css))] == []


def test_each_value_that_could_harm_a_note_is_seen():
    assert [css for css in each(BAD) if not harm.harm(declared(css))] == []


# A question about a declaration: where the answer is yes, and where it is no.
ASKED = {
    harm.bares: (
        """text-decoration: none | text-decoration-line: none | text-decoration: underline transparent
            text-decoration-color: transparent | text-decoration-thickness: 0 | text-decoration-thickness: 0px
            text-decoration-thickness: 0rem | text-decoration-thickness: 0em""",
        """text-decoration: underline | text-decoration: inherit | text-decoration-line: underline | text-decoration-color: red
            text-decoration-thickness: 2px | color: transparent | margin: 0 | margin: 0px | text-decoration-style: none"""),
    harm.draws: (
        "width: 1rem | height: 1em | width: 16px",
        "width: .9rem | height: .9em | width: 15px | width: 99% | margin: 1rem | width: auto"),
    harm.moves: (
        """top: 7rem | bottom: -7rem | inset: 7rem | inset-inline: 7rem | margin: 7rem | transform: none | translate: 1px
            scale: 2 | rotate: 3deg | zoom: 2 | offset: none | perspective: 9px | box-shadow: 0 0 9px red | outline: 21px solid
            outline-offset: 2rem | margin-top: calc(7rem) 9rem""",
        """top: 6rem | bottom: -6rem | inset: 0 | margin: 6rem | margin: var(--side) | margin: calc(1px + var(--a))
            outline: 2px solid | padding: 99rem | color: red"""),
    harm.stretches: (
        """inset: 0 | inset-block: 0 | inset: 0 auto | inset: 1px auto 0 | height: 17rem | min-height: 17em | block-size: 281px
            min-block-size: 99vh | bottom: 17rem | padding: 17rem | padding-block: 17rem | padding-top: 17rem
            padding-bottom: 17rem | border-width: 17rem""",
        """inset: auto | inset: auto 0 | inset: 0 0 auto | height: 16rem | min-height: 16em | block-size: 280px | bottom: 0
            padding: 1rem | width: 99rem | color: red | padding-left: 99rem"""),
    harm.pushes: (
        """height: 17rem | min-height: 17em | block-size: 281px | min-block-size: 101% | padding: 101vw | margin: 17rem
            row-gap: 17rem | gap: 17rem | border: 17rem solid | inset: 17rem | top: 17rem | translate: 0 17rem | padding-top: 50vh
            font-size: 6rem | font: 6em serif | font-size: 91px | font-size: 66pt | font-size: 501% | font-size: 16vw
            line-height: 3.1 | line-height: 4.1em | line-height: 4.1rem | line-height: 99px""",
        """height: 16rem | min-height: 16em | block-size: 280px | min-block-size: 100% | padding: 100vw | margin: 16rem
            height: auto | font-size: 5rem | font: 5em serif | font-size: 90px | font-size: 65pt | font-size: 500%
            font-size: 15vw | line-height: 3 | line-height: 4em | line-height: 4rem | line-height: normal | width: 99rem
            height: var(--a) | max-height: 99rem"""),
    harm.writes: (
        """content: 'a' | quotes: 'a' 'b' | list-style: 'a' | list-style-type: 'a' | text-overflow: 'a'
            hyphenate-character: 'a' | text-emphasis: 'a' | text-emphasis-style: 'a' | content: attr(title) | content: '\\61'
            content: attr(href) attr(x)""",
        "content: '›' | content: attr(href) | content: ' (' attr(data-at) ')' | quotes: '«' '»' | color: 'a' | list-style: none"),
}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.__name__)
def test_each_question_about_a_declaration_is_answered_as_a_browser_would(question):
    yes, no = ASKED[question]
    assert [css for css in each(yes) if not question(declared(css))] == []
    assert [css for css in each(no) if question(declared(css))] == []


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


@pytest.mark.parametrize(("selector", "reaches"), [
    *[(f".note:{state}", ".note") for state in (
        "hover", "focus", "focus-visible", "focus-within", "active", "visited", "link", "any-link", "target", "checked", "open",
        "popover-open", "enabled", "disabled", "fullscreen", "modal", "defined", "autofill", "placeholder-shown", "default",
        "user-valid", "user-invalid", "lang(en)", "dir(rtl)")],
    *[(f".note{part}", ".note") for part in (
        "::before", "::after", ":before", ":after", ":first-line", ":first-letter", "::marker", "::part(a)")],
    (":hover", "*"), ("[open] > p", "* > p"), ("a :hover", "a *"), (".a:not(:hover)", ".a"), (".a:not(.b)", ".a:not(.b)"),
    (".a:has(p) b", ".a b"), (".a:not(:has(p)) b", ".a b"), (".a:not(.b:not(.c)) :focus", ".a:not(.b:not(.c)) *"),
    (".hover", ".hover"), ("p:first-child", "p:first-child"), ("a:linked", "a:linked")])
def test_a_selector_is_taken_for_all_that_it_can_ever_reach(selector, reaches):
    assert widest(selector) == reaches


@pytest.mark.parametrize(("selector", "says"), [
    ("p", []), ("p:hover", ["state"]), ("p::marker", ["part"]), ("p:has(b)", ["state"]), ("p:before", ["part"]),
    ("p:hover::after", ["state", "part"])])
def test_a_selector_says_when_it_holds(selector, says):
    in_words = {"state": "some state such as :hover", "part": "a part such as ::marker"}
    assert states(selector) == tuple(in_words[one] for one in says)


@pytest.mark.parametrize(("selector", "strength"), [
    ("p", (0, 0, 1)), ("#a .b c", (1, 1, 1)), (".a.b", (0, 2, 0)), ("[x]:hover", (0, 2, 0)), ("p::before", (0, 0, 2)),
    ("ul > li + li", (0, 0, 3)),
    (":is(#a, p) b", (1, 0, 2)), (".a:not(.b)", (0, 2, 0)), ("*", (0, 0, 0)), ("a~b", (0, 0, 2))])
def test_a_selector_is_as_strong_as_in_a_browser(selector, strength):
    assert weight(selector) == strength


def test_what_is_drawn_beside_an_element_is_told_from_the_element():
    assert [is_beside(one) for one in ("p::before", "p:after", "p", "p::marker",
        "p::before b")] == [True, True, False, False, False]


def read(css: str) -> list[StyleRule | Unread]:
    return list(read_styles(css, "site.css"))


def test_rules_are_read_with_the_media_around_them():
    css = """@media PRINT { @supports (display:grid) { .a, .b { color: red; & c { color: blue } d { color: blue } } } }
@layer x { .e { color: red } }
.f { @media screen { color: red; .g { color: red } } }
@container (width > 1px) { h { color: red } }
@keyframes k { from { color: red } }
@charset "utf-8";
@layer a, b;
@media print { color: red }"""
    around = ("@media print", "@supports (display: grid)")
    assert [(rule.selector, rule.media, rule.line) for rule in read(css)] == [
        (".a", around, 1), (":is(.a) c", around, 1), (":is(.a) d", around, 1), (".b", around, 1), (":is(.b) c", around, 1),
        (":is(.b) d", around, 1), (".e", (), 2), (".f", (), 3), (".f", ("@media screen",), 3),
    (":is(.f) .g", ("@media screen",), 3),
        ("h", ("@container (width > 1px)",), 4)]


@pytest.mark.parametrize(("css", "says"), [
    ("@page { margin: 4cm }", ""), ("@page { margin-top: 40mm; size: a4 }", ""), ("@page { margin-left: 1.6in }", ""),
    ("@page { margin-right: 110pt }", ""), ("@page { margin-bottom: 150px }", ""), ("@page { margin: 8rem 8em }", ""),
    ("@page { color: red }", ""), ("@page;", ""), ("@media;", ""),
    ("@page { margin: 8.1rem }", "'@page' with"), ("@page { margin: 8.1em }", "'@page' with"),
    ("@page { margin: 4.1cm }", "'@page' with 'margin: 4.1cm'"), ("@page { margin-top: 41mm }", "'@page' with"),
    ("@page { margin-left: 1.7in }", "'@page' with"), ("@page { margin-right: 111pt }", "'@page' with"),
    ("@page { margin-bottom: 151px }", "'@page' with"), ("@page { size: 9cm }", "'@page' with 'size: 9cm'"),
    ("@page { margin: -1cm }", "'@page' with"), ("@import 'a.css';", "'@import', which can hide"),
    ("@font-face { src: url(a) }", "'@font-face', which can hide"), ("@property --a { syntax: '*' }", "'@property'"),
    (".a { color red }", "a declaration that is not CSS"), ("}", "a rule that is not CSS")])
def test_what_cannot_be_judged_is_told(css, says):
    told = [found.what for found in read(css) if isinstance(found, Unread)]
    assert (says in told[0]) if says else told == []
