"""No stylesheet can take a safety note out of sight, in any medium; the message names the stylesheet's line."""

import pytest

from styled import adding, judged

STYLES = ("styles-leave-notes-in-sight", "notes-stand-out-from-their-ground")


HIDING = [
    ".note { display: none }", "@media print { .notes { display: none } }",
    "@media (max-width: 30em) { .note { position: absolute; left: -9999px } }",
    "@media (forced-colors: active) { .notes { visibility: hidden } }", ".notes p { opacity: .1 }",
    "[data-note] { font-size: 1px }", ".note { text-indent: -9999px }",
    "article { max-height: 0; overflow: hidden }", "html { filter: opacity(0) }", ".note:not(:hover) { display: none }",
    ".note:target { display: none }",
    ".content { & .note { display: none } }", "@layer late { .note { transform: scale(0) } }",
    "@supports (display: grid) { .note { clip-path: inset(50%) } }",
    ".note::after { content: ''; position: absolute; inset: 0; background: #fff }", ".note { display: none",
    ".note:unheard-of { display: none }", "@import 'more.css';",
    "@font-face { font-family: Blank; src: url(blank.ttf) }", ".note { order: 9 }", ".note { a-property-of-tomorrow: 1 }",
    "div { zoom: .1 }", ".note { font: var(--tiny) }",
    "@media print { body { content-visibility: hidden } }", ".notes > * { margin-left: -99em }", ".note { line-height: .1 }",
    ".note { display: var(--shown) }", ".note { columns: 40 }", "@media print { .notes { columns: 1px } }",
]


@pytest.mark.parametrize("rule", HIDING)
@pytest.mark.breaks("styles-leave-notes-in-sight")
def test_a_rule_that_could_hide_a_note_is_named_with_its_line(small_bench, rule):
    found, line = adding(small_bench, rule, *STYLES)
    assert (STYLES[0], "docs/assets/site.css", line) in {(p.rule, p.where, p.line) for p in found}, [str(p) for p in found]


@pytest.mark.parametrize("file", ["site/index.html", "site/how-to/cold-pack/index.html"])
def test_a_rule_that_hides_a_note_on_one_page_alone_is_named(small, file):
    """The same words stand on another page, where the rule does not reach them."""
    note = '<p data-note="cold-never" data-form="text">No cold on numb skin.</p>'
    for page in ("site/index.html", "site/how-to/cold-pack/index.html"):
        small.edit(page, "</article>", f"<div class='{'odd' if page == file else 'even'}'>{note}</div></article>")
    small.edit("site/assets/site.css", "}", "}\n.odd p { display: none }\n")
    assert "'.odd p { display: none }'" in small.told(STYLES[0]).text


PALE = [
    ".notes { color: #fff; background: #fff }", ":root { --ink: transparent }",
    "@media screen and (prefers-color-scheme: dark) { :root { --ink: #221e19 } }",
    "@media (forced-colors: active) { :root { --ink: Canvas } }", ".note { background: #222 }",
    "@media print { .label { color: #fff } }", ":root { --card: var(--ink) }",
    ".notes { color: color-mix(in srgb, white, black) }", ".notes { background: url(paper.png) }",
    ".notes > .title { color: var(--nobody-set-this) }", "p { color: #fff }",
    "@media (max-width: 30em) { .note:hover { color: #fff; background: #fff } }",
    "@media print { .note:has(p) { color: transparent } }",
    "@media screen { @media (min-width: 62em) { .note { color: #fff; background: #fff } } }",
]


@pytest.mark.parametrize("rule", PALE)
@pytest.mark.breaks("notes-stand-out-from-their-ground")
def test_words_that_fade_into_their_ground_are_named(small_bench, rule):
    found, line = adding(small_bench, rule, *STYLES)
    assert {p.rule for p in found} == {STYLES[1]}, [str(p) for p in found]
    assert line in {p.line for p in found}


@pytest.mark.parametrize("rule", [".crumbs { display: none }", "@media print { .foot { display: none } }",
                                  ".note { padding: 1rem; border: 2px solid; color: var(--ink); background: var(--sand) }",
                                  ".note:hover { background: var(--sand) }", ".note { font-size: 1.1rem; line-height: 1.6 }",
                                  "@media print { .note { columns: 2 } .label { column-span: all } }",
                                  ".facts { opacity: .5 }", ".drawing { overflow: hidden }"])
def test_rules_that_leave_notes_alone_are_left_alone(small_bench, rule):
    assert adding(small_bench, rule, *STYLES)[0] == []


def test_a_second_stylesheet_and_a_class_of_another_thing_are_judged_too(small_bench):
    page = "site/how-to/cold-pack/index.html"
    hidden = small_bench.say((page, '<div class="notes">', '<div class="notes paper">'), rules=STYLES)
    assert [p.rule for p in hidden] == [STYLES[0]] and "'.paper { display: none }'" in hidden[0].says


@pytest.mark.parametrize("rule", [".notes { border: 0 }", ".notes { border-color: transparent }",
                                  ".notes { border-top-style: hidden }", "@media print { .notes { border-width: 0 } }",
                                  ".notes { border: 3px solid #fff }",
                                  ".note { border-left: none }", ".note { border-left-color: var(--card) }",
                                  "@media (prefers-color-scheme:dark) { .notes { border-color: #221e19 } }"])
def test_a_box_without_its_frame_is_named(small_bench, rule):
    found, place = judged(small_bench, rule, STYLES[1])
    assert place in found


def test_a_frame_is_seen_against_what_is_right_around_it(small_bench):
    found, _ = adding(small_bench, ".content { background: var(--ink) }", STYLES[1])
    assert ["'var(--ink)'" in problem.says for problem in found] == [True]


@pytest.mark.parametrize("rule", [".notes { border: 2px dashed var(--stop) }", ".notes { border-color: var(--stop) }",
                                  ".note { border-left: thick solid }", ".note { border-top: 0 }",
                                  ".notes { border-width: 1px 2px }"])
def test_another_frame_is_left_alone(small_bench, rule):
    assert judged(small_bench, rule, STYLES[1])[0] == set()


@pytest.mark.parametrize("rule", [".sign { display: none }", ".sign { fill: transparent }",
                                  ".notes .sign { width: 1px }", ".foot { margin-top: -300vh }",
                                  ".share { position: absolute; top: 0; height: 100vh }", ".facts { transform: scale(9) }",
                                  ".side { box-shadow: 0 0 0 100vmax #fff }"])
def test_a_hidden_sign_and_what_could_cover_a_note_are_named(small_bench, rule):
    found, place = judged(small_bench, rule, STYLES[0])
    assert place in found


def test_a_colour_that_nobody_here_can_work_out_is_named_and_breaks_nothing(small_bench):
    found, place = judged(small_bench, ".note { color: oklch(1 0 0) }", STYLES[1])
    assert place in found
