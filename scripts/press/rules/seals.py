"""Safety words and evidence that somebody agreed to are not changed unseen, and their seals are whole."""

import datetime
import re

from press import seals
from press.built import Built
from press.model import Seal
from press.problem import Problem
from press.rules import Found, problem, rule
from press.sealed import ANSWERS, EVIDENCE, LIMITS, LOOK, Sealed
from press.seals import FILE
from press.site import Site
from press.topic_words import plain

NAME = re.compile(r"[^\W\d_]{2}")  # two letters side by side
NOBODY = re.compile(r"^\W*(?:tbc|tbd|todo|to do|n/?a|none|nobody|no one|unknown|anon|anonymous|xx+|test|your name|name|me"
                    r"|somebody|someone|later|null|pending)\W*$", re.IGNORECASE)
AGAIN = "undo it; or read it against its sources, then run: make seal ARGS='--by \"YOUR NAME\" --on YYYY-MM-DD {id}'."


@rule()
def safety_words_are_sealed(site: Site, built: Built) -> Found:
    """The words of each safety note, dose, region, drawing and entry of the safety lists are those that somebody read and
    sealed."""
    for now, old in seals.each_change(site):
        if not is_of(now, old, "topic", "page", LOOK, *EVIDENCE, *LIMITS, *ANSWERS):
            yield changed("safety-words-are-sealed", site, now, old)


@rule()
def evidence_is_sealed(site: Site, built: Built) -> Found:
    """What a claim, a belief's verdict or a source was when somebody read it, it still is.

    A new one needs nobody's leave; all other rules hold it.
    """
    for now, old in seals.each_change(site):
        if now and old and is_of(now, old, *EVIDENCE):
            yield changed("evidence-is-sealed", site, now, old)


@rule()
def limits_are_sealed(site: Site, built: Built) -> Found:
    """Nobody lets a word through that was forbidden, or a page grow past its budget, without putting a name to it.

    A further list of words or budget needs nobody's leave.
    """
    for now, old in seals.each_change(site):
        if old and is_of(now, old, *LIMITS):
            yield changed("limits-are-sealed", site, now, old)


@rule()
def answers_are_sealed(site: Site, built: Built) -> Found:
    """What the search says to a question that this guide does not answer, such as whom to call in a crisis, is not changed or lost
    unseen. A further answer needs nobody's leave."""
    for now, old in seals.each_change(site):
        if old and is_of(now, old, *ANSWERS):
            yield changed("answers-are-sealed", site, now, old)


@rule(about_look=True, is_cause=True)
def words_of_the_look_are_sealed(site: Site, built: Built) -> Found:
    """What templates and scripts say to readers or fill in, on what conditions, and where their links lead, is not changed or lost
    unseen: 'The shorter one counts'. A further template needs nobody's leave."""
    for now, old in seals.each_change(site):
        if old and is_of(now, old, LOOK):
            yield changed("words-of-the-look-are-sealed", site, now, old)


@rule()
def seals_have_a_name(site: Site, built: Built) -> Found:
    """A seal says who read the words, and on a day before every page has to be checked again."""
    name, last = "seals-have-a-name", max((page.check_by for page in site.pages.values()), default=datetime.date.max)
    for seal in site.seals.values():
        if not NAME.search(plain(seal.checked_by)) or NOBODY.search(seal.checked_by):
            yield problem(name, FILE, seal.lines["checked_by"], f"'{seal.id}' is sealed by '{seal.checked_by}', which is nobody.",
                          AGAIN.format(id=seal.id))
        if seal.checked_on > last:
            yield problem(name, FILE, seal.lines["checked_on"],
                          f"'{seal.id}' is sealed on '{seal.checked_on}', a day that has not come.", AGAIN.format(id=seal.id))


@rule()
def no_seal_is_taken_out(site: Site, built: Built) -> Found:
    """No seal is taken out, put in or moved by hand: each names the one that stood before it when all were written."""
    for before, seal in seals.in_a_ring(site.seals) if not site.seals.broken else ():
        if seal.after != before:
            lost = seal.after if seal.after not in site.seals else ""
            says = (f"the seal '{lost}', which stood before '{seal.id}', was taken out by hand." if lost
                    else f"the seal '{seal.id}' was put in or moved by hand: it does not stand after '{seal.after}'.")
            yield problem("no-seal-is-taken-out", FILE, seal.lines.get("after", seal.line), says,
                          AGAIN.format(id=lost or seal.id))


def is_of(now: Sealed | None, old: Seal | None, *kinds: str) -> bool:
    """Tell whether a change is of one of these kinds, such as 'topic'."""
    return (now or old).id.startswith(tuple(f"{kind}-" for kind in kinds))


def changed(name: str, site: Site, now: Sealed | None, old: Seal | None) -> Problem:
    """Return a change of what is under seal as a problem of the rule `name`: never sealed, gone, sealed by hand,
    or not as it was."""
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
