"""A page of advice shows each safety note that its topics call for: complete, in sight, and before the steps it is about."""

import re
from itertools import pairwise

from selectolax.lexbor import LexborNode

from press import topic_words
from press.built import Built, BuiltPage
from press.calls import line_of_call
from press.model import SEVERITIES, SEVERITY_WORDS, Note, Page
from press.notes import box_title, filled
from press.prose import prose_of
from press.rules import Found, problem, rule
from press.rules.help_at_hand import WAYS
from press.sight import hidden_above, own_box, unseen
from press.site import Site
from press.sources import advice

FORMS = {"text": "safety note", "short": "short line of the safety note"}
NO_STEPS = "[data-belief], .notes, .drawing, .point, .actions"  # lists and numbers in there are no instructions, or are judged apart
NUMBERED = re.compile(r"(?:step )?(?:[0-9]+|[a-h]|one|two|three)[.):]\s|[①-⑳]|(?:first|then|next|now|second|last|finally)[,:]\s", re.IGNORECASE)  # a step that is not written as a list
DOES = re.compile(r"(?:\W*)(?:put|hold|place|lay|rest|apply|press|rub|massage|knead|stroke|roll|move|push|dip|wrap|strap|glide|slide|squeeze|soak)\b(?! (?:on|out) )", re.IGNORECASE)
MAY_BE_STEPS = {"ol", "p", "li", "td", "th"}
SUMMARY = "in-short"  # the part that says the main things first


@rule()
def required_safety_notes(site: Site, built: Built) -> Found:
    """An advice page shows each note its topics call for: all its words in its own box, and its short line at the top."""
    name, prose = "required-safety-notes", prose_of(site)
    for page, shown in advice(site, built):
        for id, topics in _required(site, page).items():
            note = site.notes.get(id)
            if not note or not note.text:
                yield problem(name, page.path, line_of_call(page, "note", id), f"the safety note '{id}' has no words in docs/_notes/; the page's topics call for it ({topics}).",
                              f"put docs/_notes/{id}.md back as it was.")
                continue
            for form, what in FORMS.items():
                nodes, call, line = _shown(shown, id, form), _call(id, form), _line(page, id, form)
                if not nodes:
                    yield problem(name, page.path, line, f"the {what} '{id}' is missing; the page's topics call for it ({topics}).",
                                  f"add {call} before the first steps it is about.")
                for node in nodes:
                    if reason := _incomplete(shown, node, note, getattr(filled(prose, note), form)):
                        yield problem(name, page.path, line, f"the {what} '{id}' {reason}", f"let {call} alone print it, and mend {note.path} or overrides/snippets/.")


@rule()
def notes_are_in_sight(site: Site, built: Built) -> Found:
    """A safety note is not hidden, folded, struck out, kept from screen readers or taken out of its box, whatever stands around or inside it."""
    for page, shown in advice(site, built):
        above = hidden_above(shown.article) if shown.article else ""
        for note in site.notes.values():
            for form in FORMS:
                for node in _shown(shown, note.id, form):
                    if reason := unseen(node, shown.article, above):
                        yield problem("notes-are-in-sight", page.path, _line(page, note.id, form), f"the {FORMS[form]} '{note.id}' is out of sight: {reason}.",
                                      f"let {_call(note.id, form)} stand alone in its paragraph, where all can see it.")


@rule()
def notes_come_before_the_steps(site: Site, built: Built) -> Found:
    """The full words of a note stand before the first numbered steps it is about; the short lines before any steps.

    Whoever follows the stop signs or first aid is in a hurry: there only what must never be done stands before the steps.
    """
    for page, shown in advice(site, built):
        first, seen, heading = True, {"text": set(), "short": set()}, page.title
        every_page = set(site.topics["every-page"].notes if "every-page" in site.topics else ())
        nodes = shown.article.css("h2, h3, h4, ol, p, li, td, tbody th, [data-note], .actions") if shown.article else []
        steps = _steps(shown, nodes)
        for node in nodes:
            id, form = node.attributes.get("data-note"), node.attributes.get("data-form")
            if id and form in seen:
                seen[form].add(id)
            elif node.tag in ("h2", "h3", "h4"):
                heading = shown.words_of(node)
            elif "actions" in (node.attributes.get("class") or "").split():
                for id in sorted({note.id for note in site.notes_required(page.topics)} - seen["short"]):
                    yield problem("notes-come-before-the-steps", page.path, _line(page, id, "short"), f"the short line of the note '{id}' comes after what to do: '{shown.words_of(node)[:60]}…'.",
                                  "put the notes of {{ opening() }} above its actions.")
            elif node.mem_id in steps:
                step = shown.words_of(node)
                about = _about(site, page, topic_words.plain(f"{page.title if first else ''} {heading} {step}"), otherwise=page.topics if steps[node.mem_id] else ())
                needed = [note for note in site.notes_required(about) if page.url not in WAYS or note.severity == "do-not"]
                late = {note.id for note in needed} - every_page - seen["text"]
                late |= {note.id for note in site.notes_required(page.topics)} - seen["short"] if first else set()
                for id in sorted(late):
                    yield problem("notes-come-before-the-steps", page.path, _line(page, id, "text"), f"the note '{id}' comes after the steps it is about: '{step[:60]}…'.",
                                  f"move {_call(id, 'text')} above these steps.")
                first = False


@rule(about_look=True)
def notes_are_met_first(site: Site, built: Built) -> Found:
    """On a page of advice nothing stands above the short lines of its notes but the ways through the guide, the page's title and its point; the gravest come first."""
    prose = prose_of(site)
    for page, shown in advice(site, built):
        own = {page.title, prose.words(page.point, page, page.path, page.lines["point"])}
        for block in (block for block in _down_to_the_notes(site, page, shown) if block not in own):
            yield problem("notes-are-met-first", page.path, line_of_call(page, "opening"), f"'{block[:60]}' stands above the short lines of the page's safety notes.",
                          "put it below {{ opening() }}; is it not on the page, then move it in the template of overrides/ that prints it.")
        shown_first = [id for id, form in shown.notes if form == "short"]
        for one, other in pairwise(site.notes[id] for id in shown_first if id in site.notes):
            if SEVERITIES.index(one.severity) > SEVERITIES.index(other.severity):
                yield problem("notes-are-met-first", page.path, line_of_call(page, "opening"), f"the short line of '{other.id}' ({other.severity}) stands below that of '{one.id}' ({one.severity}).",
                              "let overrides/snippets/opening.html print the gravest first.")


def _down_to_the_notes(site: Site, page: Page, shown: BuiltPage) -> list[str]:
    """Return the blocks of text from the top of a page to the last short line of its notes, without links, buttons, and the notes with the title of their box."""
    short = [node for note in site.notes_required(page.topics) for node in _shown(shown, note.id, "short")]
    titles = [node for node in shown.classed("title") if "notes" in (node.parent.attributes.get("class") or "").split() and shown.words_of(node) == box_title(page)]
    ways = [node for node in shown.tagged("a", "button", "summary") if not shown.in_text(node)]
    boxes = {box.mem_id: box for box in map(own_box, short)}.values()
    return shown.blocks_until(boxes, (*ways, *titles, *boxes))


def _steps(shown: BuiltPage, nodes: list[LexborNode]) -> dict[int, bool]:
    """Return the elements among `nodes` that are steps, by their marks in memory, and whether they are numbered: lists, paragraphs, and where a part tells twice what to do, or what stands above all parts tells it once."""
    other = {node.mem_id for box in shown.fitting(NO_STEPS) for node in box.css("ol, p, li, td, tbody th")}
    found, doing, part = {}, [], ""
    for node in nodes:
        if node.tag in ("h2", "h3", "h4"):
            doing, part = [], (node.attributes.get("id") or "") if node.tag == "h2" else part
        elif node.mem_id in other or node.tag not in MAY_BE_STEPS:
            continue
        elif node.tag == "ol" or NUMBERED.match(said := shown.words_of(node)):
            found[node.mem_id] = True
        elif DOES.match(said) and part != SUMMARY:
            doing.append(node.mem_id)
            found |= dict.fromkeys(doing, False) if len(doing) > 1 or not part else {}
    return found


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
    """Return what is wrong with the words of a note as it is shown, or an empty string: its label and its own words stand there, and nothing else."""
    said, box, grave = shown.words_of(node), own_box(node), SEVERITY_WORDS[note.severity]
    if text not in said:
        return f"is not complete: '{said[:80]}'."
    label = shown.words_of(box, "[data-note]") if box.mem_id != node.mem_id else said.removesuffix(text).strip()
    if grave not in label:
        return f"does not say '{grave}'."
    if label not in (grave, note.title, f"{grave} : {note.title}", f"{grave}: {note.title}") or (box.mem_id != node.mem_id and said != text):
        return f"stands among words that are not its own: '{said[-80:] if said != text and label == grave else label}'."
    if note.severity not in (box.attributes.get("class") or "").split():
        return f"stands in a box of another kind than '{note.severity}'."
    return "" if box.css_first("svg") else "has no sign beside its words."


def _call(id: str, form: str) -> str:
    return f'{{{{ note("{id}") }}}}' if form == "text" else "{{ opening() }}"


def _line(page: Page, id: str, form: str) -> int:
    """Return the line of the call that should show a note, or of the page's topics when there is no such call."""
    line = line_of_call(page, "note", id) if form == "text" else line_of_call(page, "opening")
    return page.lines.get("topics", line) if line == page.body_line and form == "text" else line


def _about(site: Site, page: Page, text: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Return the topics of a page that its steps speak of, or others when the steps name none."""
    return tuple(t for t in page.topics if t in site.topics and topic_words.hits(site.topics[t].words, text)) or otherwise
