"""Safety words and evidence that somebody agreed to are not changed unseen, and the table that calls for safety notes is not thinned out."""

import datetime
import difflib
import re
from collections import Counter

from press import seals, topic_words
from press.built import Built
from press.cautions import cautions, said_by
from press.model import Page, Seal
from press.problem import Problem
from press.rules import Found, problem, rule
from press.rules.topics import TABLE, own_words
from press.seals import FILE, Sealed
from press.site import Site
from press.sources import advice
from press.topic_words import plain

NAME = re.compile(r"[^\W\d_]{2}")  # two letters side by side
NOBODY = re.compile(r"^\W*(?:tbc|tbd|todo|to do|n/?a|none|nobody|no one|unknown|anon|anonymous|xx+|test|your name|name|me|somebody|someone|later|null|pending)\W*$", re.IGNORECASE)
AGAIN = "undo it; or read it against its sources, then run: make seal ARGS='--by \"YOUR NAME\" --on YYYY-MM-DD {id}'."


@rule()
def safety_words_are_sealed(site: Site, built: Built) -> Found:
    """The words of each safety note, dose, region, drawing and entry of the safety lists are those that somebody read and sealed."""
    for now, old in seals.each_change(site):
        if not _is(now, old, "topic", "page", *seals.EVIDENCE):
            yield _changed("safety-words-are-sealed", site, now, old)


@rule()
def evidence_is_sealed(site: Site, built: Built) -> Found:
    """What a claim, a belief's verdict or a source was when somebody read it, it still is. A new one needs nobody's leave; all other rules hold it."""
    for now, old in seals.each_change(site):
        if now and old and _is(now, old, *seals.EVIDENCE):
            yield _changed("evidence-is-sealed", site, now, old)


@rule()
def cautions_are_kept(site: Site, built: Built) -> Found:
    """No caution in a page's own words is lost or weakened unseen: what not to do, when to stop, what to look for, whom to ask. A new one needs nobody's leave."""
    for now, old in seals.each_change(site):
        if now and old and _is(now, old, "page"):
            yield from _cautions_lost(site, now, old)


@rule()
def seals_have_a_name(site: Site, built: Built) -> Found:
    """A seal says who read the words, and on a day before every page has to be checked again."""
    name, last = "seals-have-a-name", max((page.check_by for page in site.pages.values()), default=datetime.date.max)
    for seal in site.seals.values():
        if not NAME.search(plain(seal.checked_by)) or NOBODY.search(seal.checked_by):
            yield problem(name, FILE, seal.lines["checked_by"], f"'{seal.id}' is sealed by '{seal.checked_by}', which is nobody.", AGAIN.format(id=seal.id))
        if seal.checked_on > last:
            yield problem(name, FILE, seal.lines["checked_on"], f"'{seal.id}' is sealed on '{seal.checked_on}', a day that has not come.", AGAIN.format(id=seal.id))


@rule()
def no_seal_is_taken_out(site: Site, built: Built) -> Found:
    """No seal is taken out, put in or moved by hand: each names the one that stood before it when all were written."""
    for before, seal in seals.in_a_ring(site.seals) if not site.seals.broken else ():
        if seal.after != before:
            lost = seal.after if seal.after and seal.after not in site.seals else ""
            says = f"the seal '{lost}', which stood before '{seal.id}', was taken out by hand." if lost else f"the seal '{seal.id}' was put in or moved by hand: it does not stand after '{seal.after}'."
            yield problem("no-seal-is-taken-out", FILE, seal.lines.get("after", seal.line), says, AGAIN.format(id=lost or seal.id))


@rule()
def the_policy_is_sealed(site: Site, built: Built) -> Found:
    """Which topics call for which notes, and which words give a topic away, is as it was sealed; no page has lost a topic or excused itself since."""
    for now, old in seals.each_change(site):
        if (now or old).id.startswith("page-"):
            yield from _page_thinned(site, now, old)
        elif _is(now, old, "topic"):
            yield _changed("the-policy-is-sealed", site, now, old)
            yield from _pages_concerned(site, built, now, old) if old else ()


def _page_thinned(site: Site, now: Sealed | None, old: Seal | None) -> Found:
    """Tell when an existing page is about less than was agreed. A new page, and a topic more, need nobody's leave."""
    page = now.record if now else next((page for page in site.pages.values() if seals.id_of("page", page) == old.id), None)
    if page and old and page.kind != "advice" and old.words.get("kind") == "advice":
        yield problem("the-policy-is-sealed", page.path, page.lines["kind"], f"since {old.checked_on} the page is '{page.kind}', and no longer advice that needs safety notes.",
                      AGAIN.format(id=old.id))
    elif page and not now:
        yield problem("the-policy-is-sealed", page.path, page.body_line, f"since {old.checked_on} the page '/{page.url}' shows none of its safety notes.", AGAIN.format(id=old.id))
    if not now or not old:
        return
    if old.checksum != seals.checksum(old.words):
        yield _changed("the-policy-is-sealed", site, now, old)
    topics, mentions = ({*old.words[key].split(", ")} - {""} for key in ("topics", "mentions"))
    lost, excused = topics - {*now.record.topics}, {*now.record.mentions} - mentions
    if lost or excused:
        told = [f"lost the topic '{topic}'" for topic in sorted(lost)] + [f"excused itself from '{topic}'" for topic in sorted(excused)]
        yield problem("the-policy-is-sealed", now.record.path, now.record.lines.get("topics" if lost else "mentions", 1),
                      f"since {old.checked_on} the page has {' and '.join(told)}.", AGAIN.format(id=now.id))


def _cautions_lost(site: Site, now: Sealed, old: Seal) -> Found:
    """Tell each caution that a page has no more, or in fewer places, with what stands in its place."""
    there = dict(cautions(site, now.record))
    left = Counter(said for said, _ in cautions(site, now.record))
    sealed = [said for said in old.words.get("cautions", "").split(seals.PARTS) if said]
    says = {said: line for said, line in said_by(now.record)}
    new = [said for said in says if said not in sealed]
    line = now.record.body_line
    for said in sealed:
        if left[said]:
            left[said] -= 1
            line = there[said]
            continue
        instead = next(iter(difflib.get_close_matches(said, new, 1, 0.6)), "")
        became = f"became '{instead}'" if instead else "is gone from one of its places" if said in there else "is gone"
        yield problem("cautions-are-kept", now.record.path, says.get(instead, line), f"the caution '{said}' {became} since {old.checked_on}.",
                      f"put it back; or read the page as a worried reader would, and when it says as much as before, run: make seal ARGS='--by \"YOUR NAME\" --on YYYY-MM-DD {now.id}'.")


def _is(now: Sealed | None, old: Seal | None, *kinds: str) -> bool:
    return (now or old).id.startswith(tuple(f"{kind}-" for kind in kinds))


def _changed(name: str, site: Site, now: Sealed | None, old: Seal | None) -> Problem:
    if old is None:
        where, line, says = now.record.path, now.record.line, f"{now.what} was never sealed."
    elif now is None:
        where, line, says = FILE, old.line, f"'{old.id}' was sealed on {old.checked_on} and is gone."
    elif old.checksum != seals.checksum(old.words):
        where, line, says = FILE, old.lines["checksum"], f"the seal of {now.what} was changed by hand."
    else:
        where, line = now.record.path, seals.line_of_change(site, now, old.words)
        says = f"{now.what} is not as it was sealed on {old.checked_on}: {seals.changes(old.words, now.words)}."
    return problem(name, where, line, says, AGAIN.format(id=(now or old).id))


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
            yield problem("the-policy-is-sealed", page.path, page.lines.get("topics", page.line), f"the page {why}, by the topic '{topic}' as it was sealed.",
                          f"put '{topic}' in {TABLE} back as it was, or seal the change.")


def _is_about(page: Page, topic: str) -> bool:
    return topic == "every-page" or topic in page.topics
