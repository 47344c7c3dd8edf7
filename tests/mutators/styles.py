"""The stylesheet: what hides, pales, covers or speaks."""

import itertools
from collections.abc import Iterable, Iterator

from mutants import Bench
from mutators.common import operator

STYLE = ("styles-leave-notes-in-sight", "notes-stand-out-from-their-ground")
SHEET, SOURCE = "site/assets/site.css", "docs/assets/site.css"
MEDIA = ["", "@media print", "@media (max-width: 30em)", "@media (min-width: 62em)", "@media (forced-colors: active)",
         "@media (prefers-color-scheme: dark)",
         "@media (prefers-reduced-motion: reduce)", "@media (prefers-contrast: more)", "@supports (display: grid)", "@layer late"]
REACH = [".note", ".notes", ".notes p", "[data-note]", "article", ".content > *", "main", "body", "html", ".do-not", ".note li",
         '[role="note"]', "#note-cold-never",
         ".note:not(:hover)", ":is(.note, .x)", "div", "li", ".before li a", ".note:first-child", ".reading", ".columns",
         ".label b", ".note:has(p)"]
HIDE = ["display: none", "visibility: hidden", "opacity: 0", "opacity: .2", "font-size: 1px", "font: 0/0 a", "color: transparent",
        "color: #fff; background: #fff",
        "clip-path: inset(50%)", "clip: rect(0 0 0 0); position: absolute", "position: absolute; left: -9999px",
        "position: fixed; top: -100vh", "text-indent: -9999px",
        "height: 0; overflow: hidden", "max-height: 0; overflow: hidden", "width: 1px; overflow: hidden", "transform: scale(0)",
        "scale: 0", "translate: -999em",
        "content-visibility: hidden", "filter: opacity(0)", "mask-image: linear-gradient(transparent, transparent)",
        "-webkit-text-fill-color: transparent", "order: 99",
        "margin-left: -9999px", "line-height: 0", "letter-spacing: -1em", "text-decoration: line-through",
        "animation: fade 1s forwards", "mix-blend-mode: difference",
        "z-index: -1", "float: left; margin-top: -99em", "writing-mode: vertical-rl; max-height: 1em", "font-size: .4rem",
        "zoom: .1", "all: unset"]


def at_the_end(bench: Bench, rules: Iterable[str], stopped_by: tuple[str, ...]) -> Iterator[tuple]:
    """Yield a mutant for each CSS rule, written at the end of the stylesheet."""
    text = bench.read(SHEET)
    for rule in rules:
        yield rule, SHEET, f"{text}\n{rule}\n", stopped_by, SOURCE


@operator
def hide_by_style(bench: Bench):
    text = bench.read(SHEET)
    pairs = [(reach, HIDE[n % len(HIDE)], media) for n, (reach, media) in enumerate(itertools.product(REACH, MEDIA))]
    pairs += [(REACH[n % 4], hide, MEDIA[n % len(MEDIA)]) for n, hide in enumerate(HIDE)]
    for reach, hide, media in dict.fromkeys(pairs):
        rule = f"{reach} {{ {hide} }}"
        yield f"{media} {rule}", SHEET, f"{text}\n{f'{media} {{ {rule} }}' if media else rule}\n", STYLE, SOURCE, bench.cover


@operator
def pale_by_style(bench: Bench):
    text = bench.read(SHEET)
    for media, (name, value) in itertools.product(MEDIA[:7],
                                                  (("--ink", "#fff"), ("--ink", "transparent"), ("--card", "var(--ink)"),
                                                   ("--ink", "var(--card)"), ("--ink", "#bbb8"))):
        rule = f":root {{ {name}: {value}; }}"
        if media and "dark" in media and (name, value) == ("--ink", "#fff"):
            value = "#222"
            rule = f":root {{ {name}: {value}; }}"
        yield f"{media} {rule}", SHEET, f"{text}\n{f'{media} {{ {rule} }}' if media else rule}\n", STYLE, SOURCE, bench.cover[:1]
    for rule in ("@import 'more.css';", "@font-face { font-family: Blank; src: url(blank.ttf) }",
                 "@scope (.note) { p { display: none } }", ".content { & .note { display: none } }",
                 ".content { @media print { display: none } }",
                 ".note::after { content: ''; position: absolute; inset: 0; background: #fff }", ".note { display: none",
                 ".note:unheard-of { display: none }", ".notes { color: color-mix(in srgb, white, black) }", "p { color: #fff }",
                 ".notes .note li a { color: #eee }"):
        yield (rule, SHEET, f"{rule}\n{text}" if rule.startswith("@import") else f"{text}\n{rule}\n", STYLE, SOURCE,
               bench.cover[:1])


@operator
def answer_ticks_by_style(bench: Bench):
    text = bench.read(SHEET)
    for rule in (":checked ~ .fine { display: block }", "input:checked::after { content: 'You are fine' }",
                 ":checked { counter-increment: score }", "li:has(:checked) { display: none }",
                 ".checklist:not(:has(:checked))::after { content: 'Go on' }"):
        yield rule, SHEET, f"{text}\n{rule}\n", ("a-tick-changes-no-words",), SOURCE, bench.cover[:1]


@operator
def take_the_frame_away(bench: Bench):
    rules = (".notes { border: 0 }", ".notes { border: none }", ".notes { border-style: hidden }", ".notes { border-width: 0 }",
             ".notes { border-top: none }", ".notes { border-inline: 0 }",
             ".notes { border-color: transparent }", ".notes { border-color: var(--paper) }", ".notes { border: 3px solid #fff }",
             ".note { border: 0 }", ".note { border-left: none }", ".note { border-left-color: var(--card) }",
             ".note { border-left-width: 0 }", "@media print { .notes { border: 0 } }",
             "@media (prefers-color-scheme:dark) { .notes { border-color: #221e19 } }",
             "@media (forced-colors:active) { .notes { border-color: Canvas } }")
    yield from at_the_end(bench, rules, ("notes-stand-out-from-their-ground",))


@operator
def hide_what_is_no_note(bench: Bench):
    """Signs, safety lists and the check before ice; what is drawn far from its place; the ways to help."""
    rules = [".sign { display: none }", ".note svg { opacity: 0 }", ".notes .sign { width: 1px; height: 1px }",
             ".checklist { display: none }", ".checklist .answer { visibility: hidden }", ".group.do-not { display: none }",
             ".group label { font-size: 2px }", ".entry { display: none }", ".entry p { opacity: 0 }",
             "@media print { .entry { display: none } }", "@media print { .checklist { display: none } }",
             "@media print { form { height: 0; overflow: hidden } }",
             "[data-contraindication] { position: absolute; left: -999em }", ".foot { margin-top: -300vh }",
             ".share { position: absolute; inset: 0; background: #fff }",
             ".share { position: absolute; top: 0; height: 100vh }", ".facts { transform: translateY(-300vh) scale(9) }",
             ".point { margin-bottom: -100vh; position: relative; z-index: 9 }", ".side { box-shadow: 0 0 0 100vmax #fff }",
             ".facts { outline: 100vmax solid #fff }", ".notes { border-image: linear-gradient(#fff, #fff) 1 }"]
    yield from at_the_end(bench, rules, STYLE)
    yield from at_the_end(bench, (".urgent { display: none }", "header ul { visibility: hidden }", ".line { opacity: 0 }",
                                  "@media (max-width: 30em) { .urgent { display: none } }", ".urgent a { font-size: 0 }"),
                          ("styles-leave-help-in-sight",))


@operator
def write_words_by_style(bench: Bench):
    rules = (".note::before { content: 'You can ignore this' }", ".label::after { content: ' (old)' }",
             ".point::after { content: 'All is well' }", ".note::after { content: attr(data-note) }",
             ".note li { list-style: 'not ' }",
             "h2::before { content: counter(x) }", "main::before { content: '\\59ou are safe' }",
             "p::after { content: url(words.svg) }", "q { quotes: 'Never' 'mind' }", "body::after { content: var(--words) }")
    yield from at_the_end(bench, rules, ("styles-write-no-words",))


@operator
def push_the_notes_down(bench: Bench):
    """What stands above the notes, so high that they leave the first screen."""
    rules = ("header { min-height: 200vh }", ".band { padding-bottom: 300vh }", ".crumbs { height: 300rem }",
             "h1 { font-size: 40rem }", "h1 { line-height: 90 }",
             ".notes::before { content: ''; display: block; height: 900rem }", ".point { padding-block: 90rem }",
             ".top { margin-bottom: 60rem }", ".line { block-size: 100vh }",
             ".point::after { content: ''; display: block; padding-top: 100vh }",
             "@media (max-width: 40em) { .parts { min-height: 90vh } }", "h1 { font: 700 30rem/1 serif }",
             ".skip { border-bottom: 50rem solid }",
             ".brand { min-height: 80vh }", ".crumbs ol { gap: 70rem }", ".band { border-top: 300px solid }")
    yield from at_the_end(bench, rules, ("styles-leave-notes-high-up", *STYLE))


@operator
def answer_the_menu_by_style(bench: Bench):
    yield from at_the_end(bench, ("html:has(details[open]) .notes { display: none }",
                                  "body:has(.menu details[open]) main { opacity: 0 }",
                                  "body:has([open]) article { height: 0; overflow: hidden }",
                                  "html:has(dialog[open]) .note { visibility: hidden }",
                                  "html:has(.search-head) .notes { display: none }",
                                  "html:not(:has(.there-is-none)) .note { visibility: hidden }"),
                          STYLE)
