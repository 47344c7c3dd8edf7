"""What a declaration could do to a safety note: each value that leaves notes alone passes, and its neighbour does not."""

import pytest

from press import harm
from press.styles import Declaration, read_styles


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
