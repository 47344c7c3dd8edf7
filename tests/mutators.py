"""How a safety note can get lost: each function makes mutants of one kind, over the whole real guide, always in the same order."""

import itertools
import re
from collections.abc import Callable, Iterable, Iterator

from mutants import BUILT, Bench, Mutant
from press.calls import Call, calls
from press.model import Note, Page

OPERATORS: list[Callable[[Bench], Iterator[Mutant]]] = []
SEALED, POLICY = ("safety-words-are-sealed",), ("the-policy-is-sealed",)
UNREAD = ("strict-yaml", "page-header", "data-fields", "known-names")
MISSING, IN_SIGHT, BEFORE = ("required-safety-notes",), ("notes-are-in-sight",), ("notes-come-before-the-steps",)
STYLE = ("styles-leave-notes-in-sight", "notes-stand-out-from-their-ground")
TOPICS, SEALS, SHEET = "docs/_data/topics.yml", "docs/_data/seals.yml", "site/assets/site.css"
WORD = re.compile(r"\{\{.*?\}\}|[^\s\"]+")
WEAKER = [("Never", "Rarely"), ("never", "rarely"), ("Do not", "Do"), ("do not", "do"), ("cannot", "can"), ("at once", "soon"), ("if it", "unless it"),
          ("must", "may"), ("at least", "about"), ("at most", "about"), ("No ", "Some "), ("not", "seldom"), ("Stop", "Pause"), ("Get help now", "Get help"),
          ("same day", "same week"), ("that day", "that week"), ("by ", "after "), ("Not for", "For"), ("Ask", "Tell"), ("Wait", "You can wait")]
HIDDEN = ["hidden", "inert", 'aria-hidden="true"', 'style="display:none"', 'style="position:absolute;left:-9999px"', "popover", 'style="color:#fff"',
          'hidden="until-found"', 'role="presentation"', 'width="0"', 'lang="xx" dir="rtl"', 'class="paper"']
FOLDED = ["details", "dialog", "template", "noscript", "pre", "code", "textarea", "select", "svg><foreignObject", "object", "del", "s", "blockquote", "figure", "iframe", "canvas"]
MEDIA = ["", "@media print", "@media (max-width: 30em)", "@media (min-width: 62em)", "@media (forced-colors: active)", "@media (prefers-color-scheme: dark)",
         "@media (prefers-reduced-motion: reduce)", "@media (prefers-contrast: more)", "@supports (display: grid)", "@layer late"]
REACH = [".note", ".notes", ".notes p", "[data-note]", "article", ".content > *", "main", "body", "html", ".do-not", ".note li", '[role="note"]', "#note-cold-never",
         ".note:not(:hover)", ":is(.note, .x)", "div", "li", ".before li a", ".note:first-child", ".reading", ".columns", ".label b", ".note:has(p)"]
HIDE = ["display: none", "visibility: hidden", "opacity: 0", "opacity: .2", "font-size: 1px", "font: 0/0 a", "color: transparent", "color: #fff; background: #fff",
        "clip-path: inset(50%)", "clip: rect(0 0 0 0); position: absolute", "position: absolute; left: -9999px", "position: fixed; top: -100vh", "text-indent: -9999px",
        "height: 0; overflow: hidden", "max-height: 0; overflow: hidden", "width: 1px; overflow: hidden", "transform: scale(0)", "scale: 0", "translate: -999em",
        "content-visibility: hidden", "filter: opacity(0)", "mask-image: linear-gradient(transparent, transparent)", "-webkit-text-fill-color: transparent", "order: 99",
        "margin-left: -9999px", "line-height: 0", "letter-spacing: -1em", "text-decoration: line-through", "animation: fade 1s forwards", "mix-blend-mode: difference",
        "z-index: -1", "float: left; margin-top: -99em", "writing-mode: vertical-rl; max-height: 1em", "font-size: .4rem", "zoom: .1", "all: unset"]


# Mutants that change nothing for a reader, each with its reason.
EQUIVALENT = {
    "remove-note-from-call · docs/safety/first-aid.md cold-stop-signs": "the page shows this note by choice: none of its topics calls for it",
    "break-call · docs/safety/first-aid.md cold-stop-signs in a comment of ours": "the page shows this note by choice: none of its topics calls for it",
}


def operator(make: Callable[[Bench], Iterator[tuple]]) -> Callable[[Bench], Iterator[Mutant]]:
    """Enter a function that yields (name, file, text, rules, where[, pages]) as a kind of mutant with its own name."""

    def mutants(bench: Bench) -> Iterator[Mutant]:
        for name, file, text, rules, where, *pages in make(bench):
            yield Mutant(make.__name__.replace("_", "-"), name, file, text, rules, (where,) if isinstance(where, str) else where, *pages)

    OPERATORS.append(mutants)
    return mutants


def advice(bench: Bench) -> list[Page]:
    return [page for page in bench.site.pages.values() if page.kind == "advice"]


def note_calls(bench: Bench) -> Iterator[tuple[Page, Call, str, str]]:
    """Yield each call of safety notes with its page, the page's text and the call as it stands there."""
    for page in advice(bench):
        text = bench.read(page.path)
        for call in calls(page):
            if call.name == "note":
                written = text.split("\n")[call.line - 1].strip()
                yield page, call, text, written


def swapped(text: str, old: str, new: str) -> str:
    assert old in text, old
    return text.replace(old, new, 1)


# The words of the notes


@operator
def delete_note_file(bench: Bench):
    for note in bench.site.notes.values():
        yield note.id, note.path, None, MISSING, _pages_with(bench, note)


def _pages_with(bench: Bench, note: Note) -> tuple[str, ...]:
    return tuple(page.path for page in advice(bench) if note in bench.site.notes_required(page.topics))


@operator
def empty_note_file(bench: Bench):
    for note in bench.site.notes.values():
        for text, how in (("", "all"), (bench.read(note.path).split("---\n", 2)[1].join(("---\n", "---\n")), "the text")):
            yield f"{note.id}, {how}", note.path, text, (*UNREAD, *MISSING), (note.path, *_pages_with(bench, note))


def _parts(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of a note's short line and of its text."""
    header, body = text.index("short:") + len("short:"), text.index("---\n", 4)
    for match in WORD.finditer(text):
        if (header <= match.start() < body or match.start() >= body + 4) and match[0] != ">-":
            yield match


@operator
def delete_word(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        for number, match in enumerate(_parts(text)):
            yield f"{note.id} {number} '{match[0]}'", note.path, text[:match.start()] + text[match.end():], (*SEALED, *UNREAD), note.path


@operator
def change_number(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        for match in re.finditer(r'\{\{ dose\("([^"]+)", "([^"]+)"\) \}\}', text):
            amount = bench.site.doses[match[1]].numbers[match[2]]
            count, unit = amount.split(" ", 1)
            for other in dict.fromkeys((int(count) * 2, int(count) + 1, int(f"{count}0"), int(count[::-1]) if len(count) > 1 else int(count) + 3)):
                if other != int(count):
                    yield f"{note.id} at {match.start()} {amount} to {other}", note.path, text[:match.start()] + f"{other} {unit}" + text[match.end():], SEALED, note.path


@operator
def weaken_wording(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        for strong, weak in WEAKER:
            for match in re.finditer(rf"\b{strong.strip()}\b", text[text.index("title:"):]):
                at = text.index("title:") + match.start()
                yield f"{note.id} {strong} at {at}", note.path, text[:at] + weak.strip() + text[at + len(strong.strip()):], SEALED, note.path


@operator
def soften_note(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        yield f"{note.id}, a sentence more", note.path, f"{text.rstrip()}\nMost people need not worry about this.\n", SEALED, note.path
        yield f"{note.id}, a sentence in a comment", note.path, text.rstrip().rsplit("\n", 1)[0] + f"\n<!-- {text.rstrip().rsplit(chr(10), 1)[1]} -->\n", SEALED, note.path
        for grave in ("take-care", "ask-first", "do-not"):
            if grave != note.severity:
                yield f"{note.id}, now {grave}", note.path, swapped(text, f"severity: {note.severity}", f"severity: {grave}"), SEALED, note.path
        yield f"{note.id}, title", note.path, swapped(text, f"title: {note.title}", "title: Good to know"), SEALED, note.path


@operator
def swap_notes(bench: Bench):
    notes = list(bench.site.notes.values())
    for one, other in itertools.pairwise([*notes, notes[0]]):
        text, foreign = bench.read(one.path), bench.read(other.path)
        yield f"{one.id} says {other.id}", one.path, text.split("---\n", 2)[1].join(("---\n", "---\n")) + foreign.split("---\n", 2)[2], SEALED, one.path


@operator
def hide_words_inside_note(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        first = text.split("---\n", 2)[2].strip().split("\n")[0]
        page = next(p for p in advice(bench) if note in bench.site.notes_required(p.topics))
        for how in ("<span hidden>{}</span>", '<span aria-hidden="true">{}</span>', '<span style="display:none">{}</span>', "<del>{}</del>", "`{}`", "<details>{}</details>"):
            yield f"{note.id} in {how}", note.path, swapped(text, first, how.format(first)), (*SEALED, *IN_SIGHT, *MISSING), page.path, (page.url,)


# The calls on pages


@operator
def remove_note_from_call(bench: Bench):
    for page, call, text, written in note_calls(bench):
        for id in call.arguments:
            left = [other for other in call.arguments if other != id]
            again = "{{ note(" + ", ".join(f'"{other}"' for other in left) + ") }}" if left else ""
            yield f"{page.path} {id}", page.path, swapped(text, written, again), MISSING, page.path, (page.url,)


@operator
def break_call(bench: Bench):
    for turn, (page, call, text, written) in enumerate(note_calls(bench)):
        id, where = call.arguments[0], f"{page.path} {call.arguments[0]}"
        slips = {
            "misspelt": (written.replace(id, id[:-2] + id[-1], 1), ("known-names",)),
            "without quotes": (written.replace(f'"{id}"', id, 1), ("known-names",)),
            "another function": (written.replace("note(", "notes(", 1), ("known-names",)),
            "not closed": (written.replace("}}", "}", 1), ("known-names",)),
            "in a comment": (f"<!-- {written} -->", MISSING),
            "in a comment of ours": (f"{{## {written} ##}}", MISSING),
            "raw": ("{% raw %}" + written + "{% endraw %}", (*MISSING, "nothing-unfilled")),
            "without braces": (written.strip("{} "), MISSING),
            "behind a false if": ("{% if false %}" + written + "{% endif %}", MISSING),
            "escaped": (written.replace("{{", "&#123;&#123;"), (*MISSING, "nothing-unfilled")),
            "fenced": (f"```\n{written}\n```", IN_SIGHT),
            "indented": (f"Text.\n\n    {written}", (*IN_SIGHT, *MISSING)),
            "as code": (f"`{written}`", (*IN_SIGHT, *MISSING)),
            "in a link": (f"[{written}](https://example.org)", (*IN_SIGHT, *MISSING)),
            "in emphasis": (f"**Read: {written}**", (*IN_SIGHT, *MISSING)),
            "in a quotation": (f"> {written}", IN_SIGHT),
            "in a heading": (f"## {written} {{#x}}", IN_SIGHT),
            "in a table": (f"| a | b |\n|---|---|\n| {written} | c |", IN_SIGHT),
            "as a picture's words": (f"![{written}](x.svg)", (*IN_SIGHT, *MISSING)),
        }
        for how in _in_turn(slips, turn, 4):
            again, rules = slips[how]
            yield f"{where} {how}", page.path, swapped(text, written, again), rules, page.path, (page.url,)


def _in_turn(choices: Iterable[str], turn: int, of: int) -> list[str]:
    """Return every `of`-th choice, others at each turn, so that each is tried on many pages and none on all."""
    return [choice for number, choice in enumerate(choices) if number % of == turn % of]


@operator
def hide_call(bench: Bench):
    around = {f"<div {attribute}>": f"<div {attribute}>\n{{}}\n</div>" for attribute in HIDDEN if "class" not in attribute}
    around |= {f"<{tag}>": f"<{tag}>\n{{}}\n</{tag}>" for tag in ("details", "dialog", "template", "noscript", "pre", "figure", "aside")}
    for turn, (page, call, text, written) in enumerate(note_calls(bench)):
        for how in _in_turn(around, turn, 5):
            yield f"{page.path} {call.arguments[0]} {how}", page.path, swapped(text, written, around[how].format(written)), (*IN_SIGHT, *MISSING), page.path, (page.url,)


@operator
def move_call_below_the_steps(bench: Bench):
    for page, call, text, written in note_calls(bench):
        if set(call.arguments) <= set(bench.site.topics["every-page"].notes):
            continue  # what no steps are about may stand anywhere
        steps = [m.start() for m in re.finditer(r"(?m)^1\. ", text)]
        if steps and text.index(written) < steps[0]:
            yield f"{page.path} {call.arguments[0]}", page.path, swapped(text, written, "").rstrip() + f"\n\n{written}\n", BEFORE, page.path, (page.url,)


@operator
def break_opening(bench: Bench):
    for page in advice(bench):
        text, opening = bench.read(page.path), "{{ opening() }}"
        moved = swapped(text, opening, "").rstrip() + f"\n\n{opening}\n"
        yield f"{page.path} removed", page.path, swapped(text, opening, ""), MISSING, page.path, (page.url,)
        yield f"{page.path} in a comment", page.path, swapped(text, opening, f"<!-- {opening} -->"), MISSING, page.path, (page.url,)
        yield f"{page.path} hidden", page.path, swapped(text, opening, f"<div hidden>\n{opening}\n</div>"), IN_SIGHT, page.path, (page.url,)
        yield f"{page.path} folded", page.path, swapped(text, opening, f"<details>\n{opening}\n</details>"), IN_SIGHT, page.path, (page.url,)
        if re.search(r"(?m)^1\. ", text):
            yield f"{page.path} last", page.path, moved, BEFORE, page.path, (page.url,)


# Headers


@operator
def remove_topic(bench: Bench):
    for page in advice(bench):
        text = bench.read(page.path)
        for topic in page.topics:
            left = ", ".join(t for t in page.topics if t != topic)
            yield f"{page.path} {topic}", page.path, re.sub(r"(?m)^topics: .*$", f"topics: [{left}]", text, count=1), POLICY, page.path, (page.url,)


@operator
def excuse_topic(bench: Bench):
    for page in advice(bench):
        text = bench.read(page.path)
        for topic in page.topics:
            left = ", ".join(t for t in page.topics if t != topic)
            header = re.sub(r"(?m)^topics: .*$", f"topics: [{left}]", text, count=1)
            excuse = f"mentions:\n  {topic}: named only in passing, the advice is elsewhere.\n"
            header = header.replace("mentions:\n", excuse, 1) if "\nmentions:\n" in header else header.replace("point:", excuse + "point:", 1)
            yield f"{page.path} {topic}", page.path, header, POLICY, page.path, (page.url,)


@operator
def break_header(bench: Bench):
    for page in bench.site.pages.values():
        text = bench.read(page.path)
        yield f"{page.path} title with a colon", page.path, re.sub(r"(?m)^title: .*$", "title: Ice: how to", text, count=1), ("strict-yaml",), page.path, (page.url,)
        yield f"{page.path} topics misspelt", page.path, text.replace("topics:", "topcis:", 1), ("page-header", "advice-pages-have-their-parts"), page.path, (page.url,)
        yield f"{page.path} no start", page.path, text.removeprefix("---\n"), ("page-header",), page.path, (page.url,)
        yield f"{page.path} a tab", page.path, text.replace("kind:", "\tkind:", 1), ("strict-yaml",), page.path, (page.url,)
        if page.kind == "advice":
            yield f"{page.path} an unknown topic", page.path, text.replace("topics: [", "topics: [icepack, ", 1), ("topics-are-known",), page.path, (page.url,)
            yield f"{page.path} a bare mention", page.path, re.sub(r"(?m)^point:", "x-ray:\npoint:", text, count=1), UNREAD, page.path, (page.url,)
            yield f"{page.path} no longer advice", page.path, text.replace("kind: advice", "kind: service", 1), POLICY, page.path, (page.url,)


@operator
def delete_page(bench: Bench):
    for page in bench.site.pages.values():
        yield page.path, page.path, None, ("addresses-are-kept",), "docs/_data/addresses.txt"


# The policy


def _row(text: str, id: str) -> str:
    return re.search(rf"(?ms)^- id: {id}\n.*?(?=^- id: |\Z)", text)[0]


@operator
def delete_policy_row(bench: Bench):
    text = bench.read(TOPICS)
    for topic in bench.site.topics.values():
        without = text.replace(_row(text, topic.id), "", 1)
        concerned = [page.path for page in advice(bench) if topic.id in ("every-page", *page.topics)]
        yield topic.id, TOPICS, without, POLICY, (SEALS, *concerned)
        emptied = text.replace(_row(text, topic.id), f"- id: {topic.id}\n\n", 1)
        yield f"{topic.id} emptied", TOPICS, emptied, (*POLICY, *UNREAD), (TOPICS, *concerned)


@operator
def remove_note_from_policy(bench: Bench):
    text = bench.read(TOPICS)
    for topic in bench.site.topics.values():
        row = _row(text, topic.id)
        for note in topic.notes:
            left = ", ".join(n for n in topic.notes if n != note)
            thinner = text.replace(row, re.sub(r"(?ms)^  notes: \[.*?\]", f"  notes: [{left}]", row), 1)
            yield f"{topic.id} {note}", TOPICS, thinner, (*POLICY, *UNREAD), TOPICS


@operator
def remove_topic_word(bench: Bench):
    text = bench.read(TOPICS)
    for topic in bench.site.topics.values():
        row = _row(text, topic.id)
        for word in topic.words:
            spaced = r"\s+".join(map(re.escape, word.split()))
            thinner, count = re.subn(rf"(?<=[\[,])\s*\"?{spaced}\"?(?:,|(?=\]))", "", row, count=1)
            assert count, (topic.id, word)
            yield f"{topic.id} '{word}'", TOPICS, text.replace(row, thinner, 1), (*POLICY, *UNREAD), TOPICS


@operator
def misspell_topic(bench: Bench):
    text = bench.read(TOPICS)
    for topic in bench.site.topics.values():
        yield topic.id, TOPICS, text.replace(f"- id: {topic.id}\n", f"- id: {topic.id}s\n", 1), POLICY, TOPICS


@operator
def tamper_with_seals(bench: Bench):
    text = bench.read(SEALS)
    for seal in list(bench.site.seals.values()):
        row = _row(text, seal.id)
        if not seal.id.startswith("page-"):
            yield f"{seal.id} removed", SEALS, text.replace(row, "", 1), (*SEALED, *POLICY), _home(bench, seal.id)
            yield f"{seal.id} checksum", SEALS, text.replace(row, row.replace("sha256-", "sha256-0", 1), 1), (*SEALED, *POLICY), SEALS
        yield f"{seal.id} nobody", SEALS, text.replace(row, re.sub(r"(?m)^  checked_by: .*$", "  checked_by:", row), 1), UNREAD, SEALS


def _home(bench: Bench, id: str) -> str:
    """Return the file of what is sealed."""
    kinds = {"note": bench.site.notes, "topic": bench.site.topics, "dose": bench.site.doses, "region": bench.site.regions,
             "contraindication": bench.site.contraindications, "warning-sign": bench.site.red_flags}
    return next(table[id.removeprefix(f"{kind}-")].path for kind, table in kinds.items() if id.startswith(f"{kind}-") and id.removeprefix(f"{kind}-") in table)


# Doses, regions and the safety lists


@operator
def change_dose(bench: Bench):
    path = "docs/_data/doses.yml"
    text = bench.read(path)
    for dose in bench.site.doses.values():
        row = _row(text, dose.id)
        for name, amount in dose.numbers.items():
            count, unit = amount.split(" ", 1)
            for other in dict.fromkeys((str(int(count) * 2), str(int(count) + 1), f"{count}0")):
                yield f"{dose.id} {name} {other}", path, text.replace(row, row.replace(f"{name}: {amount}", f"{name}: {other} {unit}", 1), 1), SEALED, path
        for strong, weak in (("Never", "Rarely"), ("never", "rarely"), ("Do not", "Do"), ("Stop", "Pause"), ("at most", "about"), ("at least", "about")):
            if strong in row.split("applies_to:")[0]:
                yield f"{dose.id} {strong}", path, text.replace(row, row.replace(strong, weak, 1), 1), SEALED, path


@operator
def change_region(bench: Bench):
    path = "docs/_data/regions.yml"
    text = bench.read(path)
    for region in bench.site.regions.values():
        row = _row(text, region.id)
        for field in ("emergency", "advice", "ed", "urgent_care", "doctor", "maternity", "pen", "painkiller", "physio", "cast"):
            yield f"{region.id} {field}", path, text.replace(row, re.sub(rf"(?m)^  {field}: .*$", f"  {field}: a friend", row), 1), SEALED, path
        for number in re.findall(r"\[([0-9]+)\]", row):
            yield f"{region.id} {number} misdialled", path, text.replace(row, row.replace(f"[{number}]", f"[{number[::-1]}0]", 1), 1), SEALED, path
            yield f"{region.id} {number} bare", path, text.replace(row, row.replace(f"[{number}]", number, 1), 1), SEALED, path
        yield f"{region.id} country", path, text.replace(row, re.sub(r"(?m)^  country: .*$", "  country: Utopia", row), 1), SEALED, path


@operator
def thin_out_safety_lists(bench: Bench):
    weaker = {"do-not": "take-care", "ask-first": "take-care", "take-care": "ask-first", "emergency-now": "this-week", "same-day": "this-week", "this-week": "same-day"}
    for path, table, key in (("docs/_data/contraindications.yml", bench.site.contraindications, "severity"), ("docs/_data/red_flags.yml", bench.site.red_flags, "urgency")):
        text = bench.read(path)
        for record in table.values():
            row = _row(text, record.id)
            yield f"{record.id} by its {key} deleted", path, text.replace(row, "", 1), SEALED, SEALS
            yield f"{record.id} by its {key} weaker", path, text.replace(row, row.replace(f"{key}: {getattr(record, key)}", f"{key}: {weaker[getattr(record, key)]}", 1), 1), SEALED, path
            yield f"{record.id} by its {key} nothing to do", path, text.replace(row, re.sub(r"(?ms)^  what_to_do: .*?(?=^  \w+:)", "  what_to_do: Go on.\n", row), 1), SEALED, path
            sourceless = re.sub(r"(?ms)^  (references|basis): .*?(?=^  \w+:|\Z)", "", row)
            yield f"{record.id} by its {key} without a source", path, text.replace(row, sourceless.rstrip() + "\n\n", 1), ("cautions-say-whose-they-are",), path


# Looks


@operator
def break_look(bench: Bench):
    note, opening, shapes = (f"overrides/snippets/{name}.html" for name in ("note", "opening", "_shapes"))
    slips = [
        (note, "{{ note.text_html }}", "", MISSING), (note, "{{ note.text_html }}", "{{ note.short }}", MISSING), (note, "{{ note.text_html }}", "<!-- {{ note.text_html }} -->", MISSING),
        (note, "{{ note.text_html }}", "<details>{{ note.text_html }}</details>", IN_SIGHT), (note, "{{ note.text_html }}", "<div hidden>{{ note.text_html }}</div>", IN_SIGHT),
        (note, "{{ note.text_html }}", "{{ note.text_html|upper }}", MISSING), (note, "{{ note.text_html }}", "{{ note.text_html|truncate(60) }}", MISSING),
        (note, 'data-note="{{ note.id }}"', "", MISSING), (note, 'data-form="text"', 'data-form="words"', MISSING), (note, '<div class="notes">', "<div>", IN_SIGHT),
        (note, 'class="note {{ note.severity }}"', 'class="tip"', (*IN_SIGHT, *MISSING)), (note, 'role="note"', 'role="presentation"', IN_SIGHT), (note, 'role="note"', "hidden", IN_SIGHT),
        (note, 'role="note"', 'aria-hidden="true"', IN_SIGHT), (note, "<b>{{ word(note.severity) }}</b>", "", MISSING), (note, "<b>{{ word(note.severity) }}</b>", "<b>Note</b>", MISSING),
        (note, "{{ sign(note.severity) }}", "", MISSING), (note, "{% for note in notes %}", "{% for note in notes[:1] %}", MISSING), (note, '<div class="notes">', '<dialog class="notes">', IN_SIGHT),
        (note, '<div class="notes">', '<div class="notes" style="opacity:0">', IN_SIGHT), (note, '<div class="notes">', '<template><div class="notes">', (*MISSING, *IN_SIGHT)),
        (opening, "{{ note.short_html }}", "", MISSING), (opening, "{{ note.short_html }}", "{{ note.title }}", MISSING), (opening, 'data-note="{{ note.id }}"', "", MISSING),
        (opening, "<b>{{ word(severity) }}</b>", "", MISSING), (opening, "<b>{{ word(severity) }}</b>", "<b>Tip</b>", MISSING), (opening, '("do-not", "get-help", "ask-first", "take-care")', '("get-help",)', MISSING),
        (opening, '("do-not", "get-help", "ask-first", "take-care")', '("do-not", "ask-first", "take-care")', MISSING), (opening, '<div class="notes before">', '<div class="before">', IN_SIGHT),
        (opening, '<div class="notes before">', '<details class="notes before">', (*IN_SIGHT, *MISSING)), (opening, "{% if notes %}", "{% if false %}", MISSING),
        (opening, '<li data-note="{{ note.id }}"', '<li hidden data-note="{{ note.id }}"', IN_SIGHT), (opening, '<a href="#note-{{ note.id }}">', '<a aria-label="More" href="#note-{{ note.id }}">', IN_SIGHT),
        (opening, "{{ note.short_html }}", "<!--{{ note.short_html }}-->", MISSING), (opening, '<div class="note {{ severity }}" role="note">', "<div>", (*IN_SIGHT, *MISSING)),
        (opening, "{{ sign(severity) }}", "", MISSING), (shapes, "{{ severity_words[severity] }}", "Note", MISSING), (shapes, "{{ severity_words[severity] }}", "", MISSING),
    ]
    for number, (file, old, new, rules) in enumerate(slips):
        for url in bench.cover[:2]:
            page = bench.site.pages[url]
            yield f"{number} {new[:30] or 'nothing'} for {old[:30]} on {page.path}", file, swapped(bench.read(file), old, new), rules, page.path, (url,)


@operator
def break_look_of_safety_lists(bench: Bench):
    lists, ticks = ("safety-lists-are-whole",), ("the-check-is-one-static-list",)
    against, signs, check = (f"overrides/snippets/{name}.html" for name in ("contraindications", "warning_signs", "checklist"))
    data = {against: "docs/_data/contraindications.yml", signs: "docs/_data/red_flags.yml", check: "docs/safety/check.md"}
    page = {against: "safety/", signs: "safety/signs/", check: "safety/check/"}
    slips = [
        (against, "{{ entry.why_html }}", ""), (against, "{{ entry.what_to_do_html }}", ""), (against, "{{ sources(entry.references, entry.basis) }}", ""),
        (against, 'id="{{ entry.id }}"', ""), (against, "{{ entry.plain_name }}", "{{ entry.name }}"), (against, 'data-contraindication="{{ entry.id }}"', ""),
        (signs, "{{ entry.signs_html }}", ""), (signs, "{{ entry.what_to_do_html }}", ""), (signs, "{{ entry.may_mean_html }}", ""), (signs, 'id="{{ entry.id }}"', ""),
        (signs, "{{ sources(entry.references, entry.basis) }}", ""), (check, "{{ entry.plain_name }}</span>", "{{ entry.name }}</span>"), (check, ' autocomplete="off"', ""),
        (check, '<input type="checkbox"', '<input type="checkbox" name="{{ entry.id }}"'), (check, '<input type="checkbox"', '<input type="checkbox" id="t-{{ entry.id }}"'),
        (check, '<input type="checkbox"', '<input type="checkbox" checked'), (check, '<input type="checkbox"', '<input type="radio"'), (check, "Do not use ice yet.", "Take care."),
        (check, 'method="dialog"', 'method="dialog" action="/"'), (check, 'off">\n', 'off"><output></output>\n'),
        (check, 'off">\n', 'off"><p role="status"></p>\n'), (check, "{% for severity, entries in groups if entries %}", "{% for severity, entries in groups[:1] %}"),
        (check, 'off">\n', 'off"><progress max="9"></progress>\n'), (check, 'off">\n', 'off"><button>Send</button>\n'),
    ]
    for number, (file, old, new) in enumerate(slips):
        yield f"{number} {new[:40] or 'nothing'} for {old[:30]}", file, swapped(bench.read(file), old, new), ticks if file == check else lists, data[file], (page[file],)


# What a reader is given, whoever built it


def _element(html: str, note: str, form: str) -> tuple[int, int]:
    """Return where the element of a note starts and ends in a page."""
    start = re.search(rf'<(\w+)[^>]*data-note="{note}"[^>]*data-form="{form}"[^>]*>', html)
    tag, depth = start[1], 0
    for match in re.finditer(rf"<(/?){tag}\b[^>]*>", html[start.start():]):
        depth += -1 if match[1] else 1
        if not depth:
            return start.start(), start.start() + match.end()
    raise AssertionError(note)


@operator
def tamper_with_built_note(bench: Bench):
    turn = 0
    for url in bench.cover:
        page = bench.site.pages[url]
        shown = bench.built.page_at(url)
        for note in bench.site.notes_required(page.topics):
            for form in ("text", "short"):
                start, end = _element(shown.html, note.id, form)
                before, element, after = shown.html[:start], shown.html[start:end], shown.html[end:]
                tag = re.match(r"<(\w+)", element)[1]
                slips: dict[str, tuple[str, tuple[str, ...]]] = {"removed": ("", MISSING), "in a comment": (f"<!--{element}-->", MISSING),
                                                                 "words cut": (re.sub(r"(?s)(.*)\b\w+(\W*</(?:p|a)>)", r"\1\2", element), MISSING),
                                                                 "raw": ('{{ note("' + note.id + '") }}', MISSING), "renamed": (element.replace("data-note", "data-nte", 1), MISSING)}
                slips |= {attribute: (element.replace(f"<{tag}", f"<{tag} {attribute}", 1), IN_SIGHT) for attribute in HIDDEN if not attribute.startswith("class")}
                slips |= {f"inside {attribute}": (re.sub(r"<(p|a)\b(?! class=\"label\")", rf"<\1 {attribute}", element, count=1), IN_SIGHT) for attribute in HIDDEN if "class" not in attribute}
                slips |= {f"<{folded}>": (f"<{folded}>{element}</{folded.split('>')[0]}>", (*IN_SIGHT, *MISSING)) for folded in FOLDED}
                turn += 1
                for how in _in_turn(slips, turn, 3):
                    again, rules = slips[how]
                    yield f"{url}#{note.id} {form} {how}", f"{BUILT}{shown.file}", before + again + after, rules, page.path, (url,)
                out = before + after.replace("</article>", f"</article>{element}", 1) if "<article" not in after else before + after.replace("</main>", f"{element}</main>", 1)
                yield f"{url}#{note.id} {form} outside the article", f"{BUILT}{shown.file}", out, MISSING, page.path, (url,)


@operator
def hide_article(bench: Bench):
    for url in bench.cover:
        page, shown = bench.site.pages[url], bench.built.page_at(url)
        for attribute in HIDDEN[:6]:
            for tag in ("article", "main", "body", "html"):
                yield f"{url} <{tag} {attribute}>", f"{BUILT}{shown.file}", swapped(shown.html, f"<{tag}", f"<{tag} {attribute}"), IN_SIGHT, page.path, (url,)
        for folded in ("details", "dialog", "template"):
            html = swapped(shown.html, "<article", f"<{folded}><article")
            yield f"{url} in <{folded}>", f"{BUILT}{shown.file}", html[:html.rindex("</article>") + 10] + f"</{folded}>" + html[html.rindex("</article>") + 10:], (*IN_SIGHT, *MISSING), page.path, (url,)


@operator
def take_help_away(bench: Bench):
    for url in bench.cover[:3]:
        shown = bench.built.page_at(url)
        for way in ("safety/stop/", "safety/first-aid/"):
            link = re.search(rf'<li><a href="[^"]*{way}">[^<]*</a></li>', shown.html)[0]
            for how, again in (("removed", ""), ("elsewhere", link.replace(way, "about/")), ("hidden", link.replace("<li", "<li hidden")), ("folded", f"<details>{link}</details>"),
                               ("without words", re.sub(r">[^<]+</a>", ">Info</a>", link))):
                yield f"{url} {way} {how}", f"{BUILT}{shown.file}", shown.html.replace(link, again, 1), ("help-is-one-tap-away",), "overrides/partials/header.html", (url,)


@operator
def say_what_nobody_can_know(bench: Bench):
    page = bench.site.pages["safety/check/"]
    text = bench.read(page.path)
    for says in ("You are safe to use ice.", "You’re safe.", "You are cleared for cold.", "Your risk is small.", "Your score is 3.", "You have a low risk.", "Ice is safe for you.",
                 "All clear.", "You are good to go.", "You are fine to use it.", "You have passed.", "Cold is low-risk.", "Your result: go on.", "It is risk-free.", "Ice is fine for you.", "No tick? Then start.", "You can safely use ice.", "You are eligible for ice.", "You scored 3 of 9.",
                 "Green light!", "If none fits, you are fine.", "Your chance of harm is small."):
        yield says, page.path, swapped(text, "## The list", f"{says}\n\n## The list"), ("nobody-is-called-safe",), page.path, (page.url,)


@operator
def type_a_number(bench: Bench):
    page = bench.site.pages["how-to/cold-pack/"]
    text = bench.read(page.path)
    for says in ("Call 999.", "Dial 112 now.", "Ring 911.", "Call 000.", "Call 111.", "Phone 116 123.", "Text 988.", "Call 13 11 14.", "Call 0800 611 116.", "Call +44 20 7946 0000.",
                 "Call 811 for advice.", "[Help](tel:999)", "Call 116 117.", "Call 1800 022 222.", "Call 9-9-9.", "Dial nine-one-one.", "Call 99９.", "Ring triple zero.", "Call 144.", "Call (02) 9999 1234.", "Text HOME to 741741."):
        yield says, page.path, swapped(text, "## What you need", f"{says}\n\n## What you need"), ("no-number-stands-alone",), page.path, (page.url,)


@operator
def type_a_dose(bench: Bench):
    page = bench.site.pages["how-to/cold-pack/"]
    text, step = bench.read(page.path), "1. Sit down."
    for says in ("Hold it for 25 minutes.", "Hold it for ten mins.", "Hold it for 5–10 min.", "Hold it for half an hour.", "Hold it for a quarter of an hour.", "Hold it for an hour.", "Hold it for 25&nbsp;minutes.",
                 "Hold it for 25 **minutes**.", "Hold it for ２５ minutes.", "Hold it for twenty-five minutes.", "Wait a couple of hours.", "Do it 3x a day.", "The water has 40F.", "8 out of 10 feel better.",
                 "Press with 2 pounds.", 'Hold it for twice {{ dose("pack-time", "limit") }}.', '{{ number("pack-time", "limit") }}0 minutes.'):
        yield says, page.path, swapped(text, step, f"{step} {says}"), ("numbers-come-from-data",), page.path, (page.url,)


@operator
def tell_steps_before_the_notes(bench: Bench):
    """Steps above the notes that are no numbered list."""
    page = bench.site.pages["how-to/cold-pack/"]
    text, before = bench.read(page.path), "## Read this before you start"
    for steps in ("- Put the ice pack on.\n- Hold it there.", "First, put the ice pack on.\n\nThen, hold it there.", "a) Put the ice pack on.\n\nb) Hold it.", "① Put the ice pack on.", "First: put the ice pack on.",
                  "| Step | Do |\n|---|---|\n| 1 | Put the ice pack on. |\n| 2 | Hold the ice pack there. |", "Step 1: put the ice pack on."):
        yield steps.split("\n")[0], page.path, swapped(text, before, f"## Do it now {{#do-it-now}}\n\n{steps}\n\n{before}"), BEFORE, page.path, (page.url,)


@operator
def speak_of_a_topic(bench: Bench):
    """Advice on a topic that the page does not declare, in other words than the policy's."""
    page = bench.site.pages["about/"]
    text = re.sub(r"(?m)^kind: service", "kind: advice", bench.read(page.path), count=1)
    for says in ("Put a bag of frozen vegetables on it.", "Use an ICE-PACK.", "Two icepacks will do.", "Hold a cold‑pack there.", "An ice bag eases it.", "Take a plunge.", "Rub it well.",
                 "Massage it.", "Use a golf ball.", "It helps your child’s knee.", "Good in pregnancy.", "Raynaud’s is no bar.", "Haematomas fade.", "Hematomas fade.", "Press down on it.",
                 "Ice\u00ad packs help.", "Use icy water.", "Try a cryo-chamber.", "Fine after surgery.", "For sprained ankles.", "Good for gout.", "Knead the calf.", "Chill it."):
        yield says, page.path, f"{text.rstrip()}\n\n{says}\n", ("topics-are-declared",), page.path, (page.url,)


# Style


@operator
def hide_by_style(bench: Bench):
    text = bench.read(SHEET)
    pairs = [(reach, HIDE[n % len(HIDE)], media) for n, (reach, media) in enumerate(itertools.product(REACH, MEDIA))]
    pairs += [(REACH[n % 4], hide, MEDIA[n % len(MEDIA)]) for n, hide in enumerate(HIDE)]
    for reach, hide, media in dict.fromkeys(pairs):
        rule = f"{reach} {{ {hide} }}"
        yield f"{media} {rule}", SHEET, f"{text}\n{f'{media} {{ {rule} }}' if media else rule}\n", STYLE, "docs/assets/site.css", bench.cover


@operator
def pale_by_style(bench: Bench):
    text = bench.read(SHEET)
    for media, (name, value) in itertools.product(MEDIA[:7], (("--ink", "#fff"), ("--ink", "transparent"), ("--card", "var(--ink)"), ("--ink", "var(--card)"), ("--ink", "#bbb8"))):
        rule = f":root {{ {name}: {value}; }}"
        if media and "dark" in media and (name, value) == ("--ink", "#fff"):
            value = "#222"
            rule = f":root {{ {name}: {value}; }}"
        yield f"{media} {rule}", SHEET, f"{text}\n{f'{media} {{ {rule} }}' if media else rule}\n", STYLE, "docs/assets/site.css", bench.cover[:1]
    for rule in ("@import 'more.css';", "@font-face { font-family: Blank; src: url(blank.ttf) }", "@scope (.note) { p { display: none } }", ".content { & .note { display: none } }",
                 ".content { @media print { display: none } }", ".note::after { content: ''; position: absolute; inset: 0; background: #fff }", ".note { display: none",
                 ".note:unheard-of { display: none }", ".notes { color: color-mix(in srgb, white, black) }", "p { color: #fff }", ".notes .note li a { color: #eee }"):
        yield rule, SHEET, f"{rule}\n{text}" if rule.startswith("@import") else f"{text}\n{rule}\n", STYLE, "docs/assets/site.css", bench.cover[:1]


@operator
def answer_ticks_by_style(bench: Bench):
    text = bench.read(SHEET)
    for rule in (":checked ~ .fine { display: block }", "input:checked::after { content: 'You are fine' }", ":checked { counter-increment: score }", "li:has(:checked) { display: none }",
                 ".checklist:not(:has(:checked))::after { content: 'Go on' }"):
        yield rule, SHEET, f"{text}\n{rule}\n", ("a-tick-changes-no-words",), "docs/assets/site.css", bench.cover[:1]


# What is made beside the pages


@operator
def thin_out_the_one_file(bench: Bench):
    file = f"{BUILT}guide.html"
    html = bench.read(file)
    for url in bench.cover:
        page = bench.site.pages[url]
        section = re.search(rf'(?s)<section[^>]*id="{url.strip("/").replace("/", "-")}".*?</section>', html)[0]
        for note in bench.site.notes_required(page.topics):
            start, end = _element(section, note.id, "text")
            for how, again in (("removed", ""), ("hidden in a comment", f"<!--{section[start:end]}-->"), ("in a template", f"<template>{section[start:end]}</template>")):
                yield f"{url} {note.id} {how}", file, html.replace(section, section[:start] + again + section[end:], 1), ("outputs-carry-their-notes",), page.path, (url,)
