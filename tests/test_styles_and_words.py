"""No stylesheet can hide help, words, controls or the ring of focus, or write words of its own."""

import pytest

from styled import adding, judged


@pytest.mark.parametrize("rule", [":checked ~ .fine { display: block }", "input:checked::after { content: 'You are fine' }",
                                  "li:has(:checked) { visibility: hidden }", ":checked { counter-increment: score }"])
@pytest.mark.breaks("a-tick-changes-no-words")
def test_a_tick_that_shows_hides_or_counts_is_named(small_bench, rule):
    found, place = judged(small_bench, rule, "a-tick-changes-no-words")
    assert found == {place}


@pytest.mark.parametrize("rule", [".urgent { display: none }", "@media (max-width: 30em) { .line { visibility: hidden } }"])
@pytest.mark.breaks("styles-leave-help-in-sight")
def test_a_hidden_way_to_help_is_named(small_bench, rule):
    found, place = judged(small_bench, rule, "styles-leave-help-in-sight")
    assert place in found


@pytest.mark.parametrize("rule", [".note::before { content: 'You can ignore this' }", ".note::after { content: attr(data-note) }",
                                  "h2::after { content: counter(x) }", ".note li { list-style: 'not ' }",
                                  "p::after { content: '\\59ou' }"])
@pytest.mark.breaks("styles-write-no-words")
def test_words_in_a_stylesheet_are_named(small_bench, rule):
    found, place = judged(small_bench, rule, "styles-write-no-words")
    assert found == {place}


@pytest.mark.parametrize("rule", [".point::after { content: '›' }", "a::after { content: ' (' attr(href) ')' }",
                                  "h2::before { content: '' }", "li { list-style: none }"])
def test_signs_in_a_stylesheet_are_left_alone(small_bench, rule):
    assert judged(small_bench, rule, "styles-write-no-words")[0] == set()


# Rules of a stylesheet by what they break, one a line: those that are named, and those that are not.
ALONE = {
    "a-tick-changes-no-words": (
        """:checked { content: 'a' } | :indeterminate { display: block } | :valid { visibility: hidden } | :invalid { opacity: 0 }
        :user-valid { counter-increment: a } | :user-invalid { counter-set: a } | :default { counter-reset: a }
        :checked { height: 0 }
        :checked { max-height: 0 } | :checked { clip-path: none } | li:has(:checked) { position: static }""",
        ":checked { color: red } | .checked { display: none } | :valid-x { display: none } | p { display: none }"),
    "styles-leave-words-as-written": (
        """p { text-transform: uppercase } | p { text-transform: lowercase } | p { text-transform: capitalize }
        p { text-transform: full-width } | p { flex-direction: row-reverse } | p { flex-flow: column-reverse }
        p { animation: a 1s }
        p { animation-name: a } | p { cursor: none } | article ol { order: 1 } | article ol { list-style: none inside }
        article ol > li { list-style-type: none } | p { font-weight: 300 } | b { font-weight: lighter } | body { font: 200 1rem/1.5 serif }
        html { text-size-adjust: 60% } | .kit pre { user-select: none }
        p { word-break: break-all } | body { white-space: nowrap } | article p { white-space: pre } | article h2 { text-wrap: nowrap }
        article li { text-wrap-mode: nowrap }
        article h2 { order: 3 } | .content { grid-area: 1 / 1 } | article p { grid-row: 2 } | main { grid-row-start: 2 }""",
        """p { text-transform: none } | p { flex-direction: row } | p { animation: none } | p { animation-name: none }
        p { cursor: pointer } | article ol { order: 0 }
        article ol { list-style: decimal } | .nothing ol { list-style: none }
        article ol::before { order: 2 } | article ul { list-style: none }
        p { font-weight: 400 } | p { font: 112.5%/1.5 serif } | h2 { font: 700 1rem/1.2 serif } | p { white-space: pre-wrap }
        .brand { white-space: nowrap; order: 2; grid-area: 1 / 1 } | p { text-wrap: pretty } | .number { white-space: nowrap }"""),
    "styles-leave-controls-in-sight": (
        """.skip { display: none } | .menu { visibility: hidden } | summary { display: none } | dialog[open] { display: none }
        .search { opacity: 0 } | .line .tool { pointer-events: none } | button { visibility: collapse } | .kit textarea { opacity: .4 }
        .share { content-visibility: hidden }
        @media (max-width: 30em) { .tree { display: none } } | article > details { opacity: 20% } | .crumbs { display: none }
        .checklist [type=checkbox] { opacity: 0 }""",
        """.skip:focus { top: 0 } | summary::marker { display: none } | @media (min-width: 60em) { .menu { display: none } }
        @media print { button { display: none } } | .press.away { visibility: hidden } | .search p { display: none }
        details:not([open]) { opacity: 0 } | .menu { display: contents } | button { opacity: 1 } | .searching { display: none }"""),
    "controls-can-be-touched": (
        """.press { min-height: 20px } | .line a { height: 1rem } | .side a { min-height: 0 } | summary { max-height: 2em }
        .kit .tool { width: 30px } | .group label { block-size: 43px }""",
        """.press { min-height: 44px } | .line a { min-height: 2.6rem } | .group label { min-width: 0 } | a::before { height: 9px }
        @media print { .press { min-height: 0 } } | .point { min-height: 20px } | .press { min-height: auto }"""),
    "focus-can-be-seen": (
        """a { outline: none } | a { outline-style: none } | a { outline-width: 0 } | a { outline-color: transparent }
        a { outline: 0px } | a { outline: 0em solid } | a { outline: 0rem } | a:focus { outline-width: 1px }
        :focus-visible { outline-color: var(--paper) } | button:focus { outline: 3px solid #ddd } | :root { --ring: #f0e8e0 }
        @media (prefers-color-scheme: dark) { :root { --ring: #302a20 } }""",
        """a { outline: 3px solid } | main { outline: none } | :target { outline: none } | a:focus { outline: 4px dashed var(--ring) }
        a:focus { outline: 2px solid } | main :focus { outline-offset: 1px }
        [tabindex="-1"] { outline: none } | a { color: none }"""),
    "links-are-underlined": (
        "a { text-decoration: none } | main a:hover { text-decoration: none } | li a { text-decoration-thickness: 0 }",
        """.menu a { text-decoration: none } | a::before { text-decoration: none } | .press { text-decoration: none }
        p { color: red }
        h2 a { text-decoration: none }"""),
    "styles-leave-the-words-in-sight": (
        """.only { display: none } | .facts { visibility: hidden } | .sure { opacity: .5 } | article h2 { font-size: 0 }
        article h3 { display: none } | article p { clip-path: inset(50%) } | article li { content-visibility: hidden }
        main { display: none } | .term { display: none } | [data-dose] { opacity: 0 } | .here { visibility: hidden }
        .finding dd { display: none } | .index { max-height: 0 } | .facts { left: -9999px } | article ol { transform: scale(0) }""",
        """.paper { display: none } | article p::before { display: none }
        article p { color: red } | .finding { content-visibility: auto }"""),
    "styles-hold-in-older-browsers": (
        """a { text-decoration: underline dotted } | a { text-decoration: underline 1px var(--edge) } | p { inset: auto 0 }
        .tree { max-height: calc(100dvh - var(--head)) } | p { width: min(3svmin, var(--side)) } | p { height: calc(1lvb + var(--head)) }
        .d-cold { fill: color-mix(in srgb, var(--cold) 22%, red) } | :root { --tint: color-mix(in srgb, red, blue) }
        p { color: oklch(from var(--ink) l c h) } | p { border: 1px solid light-dark(var(--ink), red) }
        .finding { content-visibility: auto } | @supports not (height: 1dvh) { p { height: calc(1dvh + var(--head)) } }
        @supports (inset: 0) { p { height: calc(1dvh + var(--head)) } } | @media print { p { inset: 0 } }
        @supports (overflow-anchor: auto) { .finding { content-visibility: auto } }""",
        """a { text-decoration: underline } | a { text-decoration-style: dotted; text-decoration-color: var(--edge) }
        p { right: 0; left: 0 }
        .search { max-height: 100vh; max-height: 100dvh } | .d-cold { fill: color-mix(in srgb, red, blue) }
        p { --dvh: 1rem; margin: var(--dvh) }
        @supports (height: 1dvh) { p { height: calc(1dvh + var(--head)) } } | @supports (inset: 0) { .tree { inset: auto 0 } }
        @supports (color: color-mix(in srgb, red, red)) { .d-cold { fill: color-mix(in srgb, var(--cold), red) } } | p { color: var(--ink) }
        @supports (contain-intrinsic-height: auto 1rem) { .finding { content-visibility: auto } } | p { content-visibility: visible }"""),
}


@pytest.mark.parametrize("name", ALONE)
def test_each_rule_that_breaks_a_promise_is_named_and_no_other(small_bench, name):
    wrong, right = ([one.strip() for line in css.split("\n") for one in line.split("|")] for css in ALONE[name])
    found, line = adding(small_bench, "\n".join([*wrong, *right]), name)
    lines = {p.line - line for p in found}
    assert [css for n, css in enumerate((*wrong, *right)) if (n in lines) != (n < len(wrong))] == []


@pytest.mark.breaks("styles-leave-the-words-in-sight")
def test_the_words_of_a_drawing_stay_in_sight(small):
    drawn = '<svg role="img" aria-label="A pack"><text>The pack</text></svg>'
    small.edit("docs/how-to/cold-pack.md", "Ask your doctor.", f"Ask your doctor.\n\n{drawn}")
    small.edit("docs/assets/site.css", "/* Search */", "svg text { display: none; }\n/* Search */")
    assert "'svg text { display: none }' hides" in small.build().text
