"""The words of the safety notes: deleted, weakened, swapped, hidden."""

import itertools
import re
from collections.abc import Iterator

from mutants import Bench
from mutators.common import IN_SIGHT, MISSING, SEALED, UNREAD, advice, operator, pages_with, swapped

NUMBERS, UNTEXT = ("numbers-come-from-data",), ("readable-files",)
WORD = re.compile(r"\{\{.*?\}\}|[^\s\"]+")
WEAKER = [("Never", "Rarely"), ("never", "rarely"), ("Do not", "Do"), ("do not", "do"), ("cannot", "can"), ("at once", "soon"),
          ("if it", "unless it"),
          ("must", "may"), ("at least", "about"), ("at most", "about"), ("No ", "Some "), ("not", "seldom"), ("Stop", "Pause"),
          ("Get help now", "Get help"),
          ("same day", "same week"), ("that day", "that week"), ("by ", "after "), ("Not for", "For"), ("Ask", "Tell"),
          ("Wait", "You can wait")]


@operator
def delete_note_file(bench: Bench):
    for note in bench.site.notes.values():
        yield note.id, note.path, None, MISSING, pages_with(bench, note)


@operator
def empty_note_file(bench: Bench):
    for note in bench.site.notes.values():
        for text, how in (("", "all"), (bench.read(note.path).split("---\n", 2)[1].join(("---\n", "---\n")), "the text")):
            yield f"{note.id}, {how}", note.path, text, (*UNREAD, *MISSING), (note.path, *pages_with(bench, note))


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
            yield (f"{note.id} {number} '{match[0]}'", note.path, text[:match.start()] + text[match.end():],
                   (*SEALED, *UNREAD), note.path)


@operator
def change_number(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        for match in re.finditer(r'\{\{ dose\("([^"]+)", "([^"]+)"\) \}\}', text):
            amount = bench.site.doses[match[1]].numbers[match[2]]
            count, unit = amount.split(" ", 1)
            for other in dict.fromkeys((int(count) * 2, int(count) + 1, int(f"{count}0"), int(count[::-1]) if len(count) > 1
                                        else int(count) + 3)):
                if other != int(count):
                    yield (f"{note.id} at {match.start()} {amount} to {other}", note.path,
                           text[:match.start()] + f"{other} {unit}" + text[match.end():], SEALED, note.path)


@operator
def weaken_wording(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        for strong, weak in WEAKER:
            for match in re.finditer(rf"\b{strong.strip()}\b", text[text.index("title:"):]):
                at = text.index("title:") + match.start()
                yield (f"{note.id} {strong} at {at}", note.path, text[:at] + weak.strip() + text[at + len(strong.strip()):],
                       SEALED, note.path)


@operator
def soften_note(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        yield (f"{note.id}, a sentence more", note.path, f"{text.rstrip()}\nMost people need not worry about this.\n",
               SEALED, note.path)
        yield (f"{note.id}, a sentence in a comment", note.path,
               text.rstrip().rsplit("\n", 1)[0] + f"\n<!-- {text.rstrip().rsplit(chr(10), 1)[1]} -->\n", SEALED, note.path)
        for grave in ("take-care", "ask-first", "do-not"):
            if grave != note.severity:
                yield (f"{note.id}, now {grave}", note.path, swapped(text, f"severity: {note.severity}", f"severity: {grave}"),
                       SEALED, note.path)
        yield f"{note.id}, title", note.path, swapped(text, f"title: {note.title}", "title: Good to know"), SEALED, note.path


@operator
def swap_notes(bench: Bench):
    notes = list(bench.site.notes.values())
    for one, other in itertools.pairwise([*notes, notes[0]]):
        text, foreign = bench.read(one.path), bench.read(other.path)
        yield (f"{one.id} says {other.id}", one.path, text.split("---\n", 2)[1].join(("---\n", "---\n"))
               + foreign.split("---\n", 2)[2], SEALED, one.path)


@operator
def hide_words_inside_note(bench: Bench):
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        first = text.split("---\n", 2)[2].strip().split("\n")[0]
        page = next(p for p in advice(bench) if note in bench.site.notes_required(p.topics))
        for how in ("<span hidden>{}</span>", '<span aria-hidden="true">{}</span>', '<span style="display:none">{}</span>',
                    "<del>{}</del>", "`{}`", "<details>{}</details>"):
            yield (f"{note.id} in {how}", note.path, swapped(text, first, how.format(first)), (*SEALED, *IN_SIGHT, *MISSING),
                   page.path, (page.url,))


@operator
def type_a_number_in_a_note(bench: Bench):
    """The same number, typed: it would stay when the dose changes."""
    for note in bench.site.notes.values():
        text = bench.read(note.path)
        for match in re.finditer(r'\{\{ dose\("([^"]+)", "([^"]+)"\) \}\}', text):
            yield (f"{note.id} at {match.start()}", note.path, text[:match.start()] + bench.site.doses[match[1]].numbers[match[2]]
                   + text[match.end():], NUMBERS, note.path)


@operator
def put_a_sign_nobody_sees_into_a_note(bench: Bench):
    for note in bench.site.notes.values():
        text, end = bench.read(note.path).rstrip(), len(bench.read(note.path).rstrip()) - 3
        for sign in ("\0", "\x07", "\u202e", "\u2066", "\ue000"):
            yield f"{note.id} U+{ord(sign):04X}", note.path, text[:end] + sign + text[end:] + "\n", UNTEXT, note.path
        for sign in ("\u200b", "\u00ad", "\u2060"):
            yield f"{note.id} U+{ord(sign):04X}", note.path, text[:end] + sign + text[end:] + "\n", (*SEALED, *UNTEXT), note.path
