"""A page of advice shows each safety note that its topics call for: complete, in sight, and before the steps it is about."""

import re
from collections.abc import Iterator
from functools import lru_cache

from selectolax.lexbor import LexborNode

from press.built import Built, BuiltPage, words
from press.calls import line_of_call
from press.model import Note, Page
from press.notes import filled
from press.prose import Prose
from press.reading import Site
from press.rules import Found, problem, rule

# What a page says in its own words: all but safety notes, links, glossary pop-ups and beliefs.
NOT_ITS_OWN = "[data-note], .notes, .opening-notes, a, dfn, .term, [data-belief]"
OUT_OF_SIGHT = ("hidden", "inert")
NOT_A_PLACE = ("template", "details", "pre", "code", "noscript", "script", "style", "svg", "del", "s", "select", "option", "dialog", "head")


@rule()
def topics_are_known(site: Site, built: Built) -> Found:
    """A page's topics, and the notes that a topic calls for, exist."""
    from press.problem import did_you_mean

    for page in site.pages.values():
        for key, names in (("topics", page.topics), ("mentions", page.mentions)):
            for name in names:
                if name not in site.topics and not site.topics.broken:
                    yield problem("topics-are-known", page.path, page.lines[key], f"there is no topic '{name}'.{did_you_mean(name, site.topics)}",
                                  "use an id of docs/_data/topics.yml.")
                elif key == "mentions" and (name in page.topics or not page.mentions[name].strip()):
                    yield problem("topics-are-known", page.path, page.lines[key], f"'{name}' is mentioned without a reason, or declared as well.",
                                  f"write '{name}: why the page gives no advice on it', or keep it under 'topics:' alone.")
    for topic in site.topics.values():
        for name in topic.notes:
            if name not in site.notes and not site.notes.broken:
                yield problem("topics-are-known", topic.path, topic.lines["notes"], f"the topic '{topic.id}' calls for a note '{name}' that is not there.",
                              f"put docs/_notes/{name}.md back, or write another note.{did_you_mean(name, site.notes)}")
    for note in site.notes.values():
        if not any(note.id in topic.notes for topic in site.topics.values()) and not site.topics.broken:
            yield problem("topics-are-known", note.path, 1, f"no topic calls for the note '{note.id}'.", "name it in docs/_data/topics.yml.")


@rule()
def topics_are_declared(site: Site, built: Built) -> Found:
    """An advice page whose own words hold a topic's word declares the topic, or mentions it with a reason."""
    for page, shown in _advice(site, built):
        if not shown.article:
            continue
        own = words(shown.article, NOT_ITS_OWN).lower()
        for topic in site.topics.values():
            if topic.id in page.topics or topic.id in page.mentions:
                continue
            hits = sorted(set(_hits(topic.words, own)))
            if hits:
                shown_words = ", ".join(f"'{hit}'" for hit in hits)
                yield problem("topics-are-declared", page.path, page.line_of(hits[0]), f"the page speaks of '{topic.id}' ({shown_words}) and does not declare it.",
                              f"add '{topic.id}' to 'topics:', or '{topic.id}: why no advice is given' to 'mentions:'.")


@rule()
def required_safety_notes(site: Site, built: Built) -> Found:
    """An advice page shows each note its topics call for: all words in its own box in the article, and the short line at the top."""
    prose = Prose(site)
    for page, shown in _advice(site, built):
        for note in site.notes_required(page.topics):
            wanted = filled(prose, note)
            for form, text in (("text", wanted.text), ("short", wanted.short)):
                yield from _required(site, page, shown, note, form, text)


@rule()
def notes_come_before_the_steps(site: Site, built: Built) -> Found:
    """The full words of a note stand before the first numbered steps it is about; the short lines before any steps."""
    for page, shown in _advice(site, built):
        first, seen = True, {"text": set(), "short": set()}
        heading = page.title
        for node in shown.article.css("h2, h3, h4, ol, [data-note]") if shown.article else ():
            id, form = node.attributes.get("data-note"), node.attributes.get("data-form")
            if id and form in seen:
                seen[form].add(id)
            elif node.tag != "ol":
                heading = node.text()
            elif not _inside(node, "[data-belief], .notes"):
                about = _about(site, page, f"{page.title if first else ''} {heading} {words(node)}".lower())
                needed = {n.id for n in site.notes_required(about)} - set(site.topics["every-page"].notes if "every-page" in site.topics else ())
                for id in sorted(needed - seen["text"]) + (sorted({n.id for n in site.notes_required(page.topics)} - seen["short"]) if first else []):
                    step = words(node)[:60]
                    yield problem("notes-come-before-the-steps", page.path, line_of_call(page, "note", id),
                                  f"the note '{id}' comes after the steps it is about: '{step}…'.", f"move {{{{ note(\"{id}\") }}}} above these steps.")
                first = False


def _required(site: Site, page: Page, shown: BuiltPage, note: Note, form: str, text: str) -> Found:
    name, call = "required-safety-notes", f'{{{{ note("{note.id}") }}}}' if form == "text" else "{{ opening() }}"
    because = ", ".join(t for t in ("every-page", *page.topics) if t in site.topics and note.id in site.topics[t].notes)
    nodes = shown.article.css(f'[data-note="{note.id}"][data-form="{form}"]') if shown.article else []
    line = line_of_call(page, "note" if form == "text" else "opening", note.id if form == "text" else "")
    if not nodes:
        kind = "safety note" if form == "text" else "short line of the safety note"
        yield problem(name, page.path, line, f"the {kind} '{note.id}' is missing; its topics require it ({because}).", f"add {call} before the first steps it is about.")
        return
    for node in nodes:
        if text not in words(node):
            yield problem(name, page.path, line, f"the safety note '{note.id}' is not complete: '{words(node)[:80]}'.",
                          f"let {call} alone print it, and mend {note.path} or overrides/snippets/.")
        if reason := _unseen(node):
            yield problem(name, page.path, line, f"the safety note '{note.id}' is out of sight: {reason}.", f"let {call} stand alone in its paragraph, where all can see it.")


def _unseen(node: LexborNode) -> str:
    """Return why a reader would not see an element in its own box, or an empty string."""
    boxed, at = False, node
    while at and at.tag != "body":
        attributes = at.attributes
        for name in OUT_OF_SIGHT:
            if name in attributes:
                return f"<{at.tag}> around it is '{name}'"
        if attributes.get("aria-hidden") == "true" or "style" in attributes:
            return f"<{at.tag}> around it has 'aria-hidden' or 'style'"
        if at.tag in NOT_A_PLACE:
            return f"it stands in <{at.tag}>"
        boxed = boxed or "notes" in (attributes.get("class") or "").split()
        at = at.parent
    return "" if boxed else "it stands outside the box for safety notes"


def _inside(node: LexborNode, selector: str) -> bool:
    at = node.parent
    while at and at.tag != "body":
        if at.css_matches(selector):
            return True
        at = at.parent
    return False


def _about(site: Site, page: Page, text: str) -> tuple[str, ...]:
    found = tuple(t for t in page.topics if t in site.topics and (_hits(site.topics[t].words, text)))
    return found or page.topics


def _hits(topic_words: tuple[str, ...], text: str) -> list[str]:
    return _any_of(topic_words).findall(text) if topic_words else []


@lru_cache(maxsize=None)
def _any_of(topic_words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(topic_words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _advice(site: Site, built: Built) -> Iterator[tuple[Page, BuiltPage]]:
    for page in site.pages.values():
        shown = built.page_at(page.url)
        if page.kind == "advice" and shown:
            yield page, shown
