"""What a page is about decides which safety notes it must show; the table of topics says so, not the author."""

from press import topic_words
from press.built import Built
from press.built_page import BuiltPage
from press.calls import calls
from press.model import Page
from press.problem import did_you_mean
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import advice

# What a page says in its own words: all but safety notes, links, glossary pop-ups and beliefs.
NOT_ITS_OWN = "[data-note], .notes, a, dfn, .term, [data-belief]"
APART = " | "  # between two blocks, so that no phrase is found across them
TABLE = "docs/_data/topics.yml"


@rule()
def topics_are_known(site: Site, built: Built) -> Found:
    """A page's topics, and the notes that a topic calls for, exist."""
    name = "topics-are-known"
    for page in site.pages.values():
        for key, names in (("topics", page.topics), ("mentions", page.mentions)):
            for topic in names:
                if topic not in site.topics:
                    yield problem(name, page.path, page.lines[key],
                                  f"there is no topic '{topic}'.{did_you_mean(topic, site.topics)}", f"use an id of {TABLE}.")
                elif key == "mentions" and (topic in page.topics or len(page.mentions[topic].split()) < 3):
                    yield problem(name, page.path, page.lines[key],
                                  f"'{topic}' is mentioned without a reason, or declared as well.",
                                  f"write '{topic}: why the page gives no advice on it', or keep it under 'topics:' alone.")
    for topic in site.topics.values():
        for note in topic.notes:
            if note not in site.notes and not site.notes.broken:
                yield problem(name, topic.path, topic.lines["notes"],
                              f"the topic '{topic.id}' calls for a note '{note}' that is not there.{did_you_mean(note, site.notes)}",
                              f"put docs/_notes/{note}.md back, or write another note.")
    for note in site.notes.values():
        if not any(note.id in topic.notes for topic in site.topics.values()):
            yield problem(name, note.path, 1, f"no topic calls for the note '{note.id}'.", f"name it in {TABLE}.")


@rule()
def topics_are_declared(site: Site, built: Built) -> Found:
    """An advice page whose own words hold a topic's word declares the topic, or mentions it with a reason."""
    for page, shown in advice(site, built):
        own = own_words(page, shown)
        for topic in site.topics.values():
            if topic.id in page.topics or topic.id in page.mentions:
                continue
            if found := topic_words.hits(topic.words, own):
                says = f"the page speaks of '{topic.id}' ({', '.join(repr(hit) for hit in found)}) and does not declare it."
                yield problem("topics-are-declared", page.path, _line(page, topic.words), says,
                              f"add '{topic.id}' to 'topics:', or '{topic.id}: why no advice is given' to 'mentions:'.")


@rule()
def notes_match_topics(site: Site, built: Built) -> Found:
    """An advice page shows no safety note that none of its topics or mentions calls for: a topic was forgotten, or lost."""
    for page in site.pages.values():
        if page.kind != "advice":
            continue
        required = {note.id for note in site.notes_required((*page.topics, *page.mentions))}
        for call in calls(page):
            for id in call.arguments if call.name == "note" else ():
                if id in site.notes and id not in required:
                    topics = [topic.id for topic in site.topics.values() if id in topic.notes]
                    yield problem("notes-match-topics", page.path, call.line,
                                  f"the page shows the note '{id}', and none of its topics calls for it.",
                                  f"add the topic that it is about to 'topics:', one of: {', '.join(topics)}.")


def own_words(page: Page, shown: BuiltPage) -> str:
    """Return what a page says itself, ready to be searched: its title, its description and its article."""
    pictures = [node.attributes["alt"] or "" for node in shown.tagged("img") if "alt" in node.attributes and shown.in_text(node)]
    return topic_words.plain(APART.join([page.title, page.description, *shown.blocks_of(shown.article, NOT_ITS_OWN), *pictures]))


def _line(page: Page, words: tuple[str, ...]) -> int:
    """Return the first line of a page on which a topic's words stand, or that of its topics."""
    for key in ("title", "description", "point", "actions"):
        if topic_words.hits(words, topic_words.plain(str(getattr(page, key)))):
            return page.lines.get(key, page.line)
    for number, line in enumerate(page.body.split("\n")):
        if topic_words.hits(words, topic_words.plain(line)):
            return page.body_line + number
    return page.lines.get("topics", page.line)
