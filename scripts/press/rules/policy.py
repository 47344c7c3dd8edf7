"""Which topics call for which safety notes is not changed unseen, and no page is about less than was agreed."""

from press import seals, topic_words
from press.built import Built
from press.model import Page, Seal
from press.rules import Found, problem, rule
from press.rules.seals import AGAIN, changed, is_of
from press.rules.topics import TABLE, own_words
from press.sealed import Sealed
from press.site import Site
from press.sources import advice


@rule()
def the_policy_is_sealed(site: Site, built: Built) -> Found:
    """Which topics call for which notes, and which words give a topic away, is as it was sealed;
    no page has lost a topic or excused itself since."""
    for now, old in seals.each_change(site):
        if (now or old).id.startswith("page-"):
            yield from _page_thinned(site, now, old)
        elif is_of(now, old, "topic"):
            yield changed("the-policy-is-sealed", site, now, old)
            yield from _pages_concerned(site, built, now, old) if old else ()


def _page_thinned(site: Site, now: Sealed | None, old: Seal | None) -> Found:
    """Tell when an existing page is about less than was agreed. A new page, and a topic more, need nobody's leave."""
    if not now or not old:
        return
    page = now.record
    if page.kind != "advice" and old.words.get("kind") == "advice":
        yield problem("the-policy-is-sealed", page.path, page.lines["kind"],
                      f"since {old.checked_on} the page is '{page.kind}', and no longer advice that needs safety notes.",
                      AGAIN.format(id=old.id))
    gone = {*old.words.get("notes", "").split(", ")} - {*now.words["notes"].split(", "), ""} if "notes" in now.words else ()
    for note in sorted(gone):
        yield problem("the-policy-is-sealed", page.path, page.body_line,
                      f"since {old.checked_on} the page '/{page.url}' shows the safety note '{note}' no more.", AGAIN.format(id=old.id))
    if old.checksum != seals.checksum(old.words):
        yield changed("the-policy-is-sealed", site, now, old)
    topics, mentions = ({*old.words[key].split(", ")} - {""} for key in ("topics", "mentions"))
    lost, excused = topics - {*now.record.topics}, {*now.record.mentions} - mentions
    if lost or excused:
        told = [f"lost the topic '{topic}'" for topic in sorted(lost)]
        told += [f"excused itself from '{topic}'" for topic in sorted(excused)]
        yield problem("the-policy-is-sealed", now.record.path, now.record.lines.get("topics" if lost else "mentions", 1),
                      f"since {old.checked_on} the page has {' and '.join(told)}.", AGAIN.format(id=now.id))


def _pages_concerned(site: Site, built: Built, now: Sealed | None, old: Seal) -> Found:
    """Name each page that shows fewer safety notes than was agreed, or that the topic's words no longer find."""
    topic = old.id.removeprefix("topic-")
    notes, words = (tuple(filter(None, old.words[key].split(", "))) for key in ("notes", "words"))
    lost = [note for note in notes if not now or note not in now.record.notes]
    fewer = tuple(word for word in words if not now or word not in now.record.words)
    for page, shown in advice(site, built):
        hits = topic_words.hits(fewer, own_words(page, shown)) if fewer else []
        if lost and _is_about(page, topic) or hits:
            why = f"needs {', '.join(map(repr, lost))}" if lost else f"says {', '.join(map(repr, hits))}"
            yield problem("the-policy-is-sealed", page.path, page.lines.get("topics", page.line),
                          f"the page {why}, by the topic '{topic}' as it was sealed.",
                          f"put '{topic}' in {TABLE} back as it was, or seal the change.")


def _is_about(page: Page, topic: str) -> bool:
    return topic == "every-page" or topic in page.topics
