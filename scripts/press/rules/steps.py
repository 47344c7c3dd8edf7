"""A safety note stands before the steps that it is about, in the order in which a page is read."""

import re

from selectolax.lexbor import LexborNode

from press import topic_words
from press.built import Built
from press.built_page import BuiltPage
from press.elements import classes_of
from press.model import Page
from press.rules import Found, problem, rule
from press.rules.help_at_hand import WAYS
from press.rules.safety import call_for, line_of_note
from press.site import Site
from press.sources import advice

# lists and numbers in there are no instructions, or are judged apart
NO_STEPS = "[data-belief], .notes, .drawing, .point, .actions"
# a step that is not written as a list
NUMBERED = re.compile(r"(?:step )?(?:[0-9]+|[a-h]|one|two|three)[.):]\s|[①-⑳]|(?:first|then|next|now|second|last|finally)[,:]\s",
                      re.IGNORECASE)
DOES = re.compile(r"(?:\W*)(?:put|hold|place|lay|rest|apply|press|rub|massage|knead|stroke|roll|move|push|dip|wrap|strap"
                  r"|glide|slide|squeeze|soak)\b(?! (?:on|out) )", re.IGNORECASE)
MAY_BE_STEPS = {"ol", "p", "li", "td", "th"}
SUMMARY = "in-short"  # the part that says the main things first


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
            elif "actions" in classes_of(node):
                for id in sorted({note.id for note in site.notes_required(page.topics)} - seen["short"]):
                    yield problem("notes-come-before-the-steps", page.path, line_of_note(page, id, "short"),
                                  f"the short line of the note '{id}' comes after what to do: '{shown.words_of(node)[:60]}…'.",
                                  "put the notes of {{ opening() }} above its actions.")
            elif node.mem_id in steps:
                step = shown.words_of(node)
                about = _about(site, page, topic_words.plain(f"{page.title if first else ''} {heading} {step}"),
                               otherwise=page.topics if steps[node.mem_id] else ())
                needed = [note for note in site.notes_required(about) if page.url not in WAYS or note.severity == "do-not"]
                late = {note.id for note in needed} - every_page - seen["text"]
                late |= {note.id for note in site.notes_required(page.topics)} - seen["short"] if first else set()
                for id in sorted(late):
                    yield problem("notes-come-before-the-steps", page.path, line_of_note(page, id, "text"),
                                  f"the note '{id}' comes after the steps it is about: '{step[:60]}…'.",
                                  f"move {call_for(id, 'text')} above these steps.")
                first = False


def _steps(shown: BuiltPage, nodes: list[LexborNode]) -> dict[int, bool]:
    """Return the elements among `nodes` that are steps, by their marks in memory, and whether they are numbered:
    lists, paragraphs, and where a part tells twice what to do, or what stands above all parts tells it once."""
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


def _about(site: Site, page: Page, text: str, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    """Return the topics of a page that its steps speak of, or others when the steps name none."""
    return tuple(t for t in page.topics if t in site.topics and topic_words.hits(site.topics[t].words, text)) or otherwise
