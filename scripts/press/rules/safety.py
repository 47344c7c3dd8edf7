"""A page of advice shows each safety note that its topics call for: complete, in sight, and met first."""

from itertools import pairwise

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.calls import line_of_call
from press.elements import classes_of
from press.model import SEVERITIES, SEVERITY_WORDS, Note, Page
from press.notes import box_title, filled
from press.prose import prose_of
from press.rules import Found, problem, rule
from press.sight import hidden_above, own_box, unseen
from press.site import Site
from press.sources import advice

FORMS = {"text": "safety note", "short": "short line of the safety note"}


@rule()
def required_safety_notes(site: Site, built: Built) -> Found:
    """An advice page shows each note its topics call for: all its words in its own box, and its short line at the top."""
    name, prose = "required-safety-notes", prose_of(site)
    for page, shown in advice(site, built):
        for id, topics in _required(site, page).items():
            note = site.notes.get(id)
            if not note or not note.text:
                yield problem(name, page.path, line_of_call(page, "note", id),
                              f"the safety note '{id}' has no words in docs/_notes/; the page's topics call for it ({topics}).",
                              f"put docs/_notes/{id}.md back as it was.")
                continue
            for form, what in FORMS.items():
                nodes, call, line = _shown(shown, id, form), call_for(id, form), line_of_note(page, id, form)
                if not nodes:
                    yield problem(name, page.path, line,
                                  f"the {what} '{id}' is missing; the page's topics call for it ({topics}).",
                                  f"add {call} before the first steps it is about.")
                for node in nodes:
                    if reason := _incomplete(shown, node, note, getattr(filled(prose, note), form)):
                        yield problem(name, page.path, line, f"the {what} '{id}' {reason}",
                                      f"let {call} alone print it, and mend {note.path} or overrides/snippets/.")


@rule()
def notes_are_in_sight(site: Site, built: Built) -> Found:
    """A safety note is not hidden, folded, struck out, kept from screen readers or taken out of its box,
    whatever stands around or inside it."""
    for page, shown in advice(site, built):
        above = hidden_above(shown.article) if shown.article else ""
        for note in site.notes.values():
            for form in FORMS:
                for node in _shown(shown, note.id, form):
                    if reason := unseen(node, shown.article, above):
                        yield problem("notes-are-in-sight", page.path, line_of_note(page, note.id, form),
                                      f"the {FORMS[form]} '{note.id}' is out of sight: {reason}.",
                                      f"let {call_for(note.id, form)} stand alone in its paragraph, where all can see it.")


@rule(about_look=True)
def notes_are_met_first(site: Site, built: Built) -> Found:
    """On a page of advice nothing stands above the short lines of its notes but the ways through the guide,
    the page's title and its point; the gravest come first."""
    prose = prose_of(site)
    for page, shown in advice(site, built):
        own = {page.title, prose.words(page.point, page, page.path, page.lines["point"])}
        for block in (block for block in _down_to_the_notes(site, page, shown) if block not in own):
            yield problem("notes-are-met-first", page.path, line_of_call(page, "opening"),
                          f"'{block[:60]}' stands above the short lines of the page's safety notes.",
                          "put it below {{ opening() }}; is it not on the page, then move it in the template of overrides/ that prints it.")
        shown_first = [id for id, form in shown.notes if form == "short"]
        for one, other in pairwise(site.notes[id] for id in shown_first if id in site.notes):
            if SEVERITIES.index(one.severity) > SEVERITIES.index(other.severity):
                yield problem("notes-are-met-first", page.path, line_of_call(page, "opening"),
                              f"the short line of '{other.id}' ({other.severity}) stands below that of '{one.id}' ({one.severity}).",
                              "let overrides/snippets/opening.html print the gravest first.")


def _down_to_the_notes(site: Site, page: Page, shown: BuiltPage) -> list[str]:
    """Return the blocks of text from the top of a page to the last short line of its notes, without links, buttons,
    and the notes with the title of their box."""
    short = [node for note in site.notes_required(page.topics) for node in _shown(shown, note.id, "short")]
    in_boxes = (node for node in shown.classed("title") if "notes" in classes_of(node.parent))
    titles = [node for node in in_boxes if shown.words_of(node) == box_title(page)]
    ways = [node for node in shown.tagged("a", "button", "summary") if not shown.in_text(node)]
    boxes = {box.mem_id: box for box in map(own_box, short)}.values()
    return shown.blocks_until(boxes, (*ways, *titles, *boxes))


def _required(site: Site, page: Page) -> dict[str, str]:
    """Return the ids of the notes a page must show, each with the topics that call for it."""
    found: dict[str, list[str]] = {}
    for topic in ("every-page", *page.topics):
        for id in site.topics[topic].notes if topic in site.topics else ():
            found.setdefault(id, []).append(topic)
    return {id: ", ".join(topics) for id, topics in found.items()}


def _shown(shown: BuiltPage, id: str, form: str) -> list[LexborNode]:
    return shown.notes.get((id, form), [])


def _incomplete(shown: BuiltPage, node: LexborNode, note: Note, text: str) -> str:
    """Return what is wrong with the words of a note as it is shown, or an empty string:
    its label and its own words stand there, and nothing else."""
    said, box, grave = shown.words_of(node), own_box(node), SEVERITY_WORDS[note.severity]
    if text not in said:
        return f"is not complete: '{said[:80]}'."
    label = shown.words_of(box, "[data-note]") if box.mem_id != node.mem_id else said.removesuffix(text).strip()
    if grave not in label:
        return f"does not say '{grave}'."
    if (label not in (grave, note.title, f"{grave} : {note.title}", f"{grave}: {note.title}")
        or (box.mem_id != node.mem_id and said != text)):
        return f"stands among words that are not its own: '{said[-80:] if said != text and label == grave else label}'."
    if note.severity not in classes_of(box):
        return f"stands in a box of another kind than '{note.severity}'."
    return "" if box.css_first("svg") else "has no sign beside its words."


def call_for(id: str, form: str) -> str:
    """Return the call that prints a note in one of its forms, as an author writes it."""
    return f'{{{{ note("{id}") }}}}' if form == "text" else "{{ opening() }}"


def line_of_note(page: Page, id: str, form: str) -> int:
    """Return the line of the call that should show a note, or of the page's topics when there is no such call."""
    line = line_of_call(page, "note", id) if form == "text" else line_of_call(page, "opening")
    return page.lines.get("topics", line) if line == page.body_line and form == "text" else line
