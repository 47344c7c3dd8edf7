"""No claim is worded stronger than its evidence: it uses the words of its grade."""

import re

from press.built import Built
from press.model import GRADES, Claim
from press.rules import Found, problem, rule
from press.site import Site
from press.word_forms import folded, holds

SPEAKS_OF_BENEFIT = ("effect", "observed", "no-effect")  # a warning may use any verb


@rule()
def words_fit_the_grade(site: Site, built: Built) -> Found:
    """A claim of an effect holds a word of its grade and none of a higher grade; what was observed, or not shown,
    is said in its own fixed words."""
    for claim in site.claims.values():
        if wrong := _too_strong(site, claim) or _missing(site, claim):
            says, fix = wrong
            yield problem("words-fit-the-grade", claim.path, claim.lines["says"], says, fix)


def _too_strong(site: Site, claim: Claim) -> tuple[str, str] | None:
    if claim.kind not in SPEAKS_OF_BENEFIT:
        return None
    for grade in GRADES[:GRADES.index(claim.grade)]:
        if word := holds(_words(site, grade), claim.says):
            own = ", ".join(f"'{w}'" for w in _words(site, claim.grade))
            return (f"'{word}' is a word of '{grade}' certainty; this claim has '{claim.grade}'.",
                    f"use {own}, or show that the grade is higher.")
    return None


def _missing(site: Site, claim: Claim) -> tuple[str, str] | None:
    if claim.kind == "effect" and not holds(own := _words(site, claim.grade), claim.says):
        shown = ", ".join(f"'{word}'" for word in own)
        return f"the sentence '{claim.says}' holds no word of '{claim.grade}' certainty.", f"use one of: {shown}."
    if claim.kind == "observed" and not re.search(rf"[0-9] (?:[a-z]+ )?(?:{'|'.join(_words(site, 'seen-in'))})\b",
                                                  folded(claim.says)):
        return (f"the sentence '{claim.says}' does not say in how many studies or people it was seen.",
                "begin like 'In 1 study of 30 people, …'.")
    if claim.kind == "no-effect" and not holds(own := _words(site, "no-effect"), claim.says):
        shown = ", ".join(f"'{word}'" for word in own)
        return f"the sentence '{claim.says}' does not say in our words that no effect was found.", f"use one of: {shown}."
    return None


def _words(site: Site, name: str) -> tuple[str, ...]:
    """Return the forms of a row of the table; a grade's row has the grade's name."""
    row = site.wording.get(name.replace(" ", "-"))
    return row.words if row else ()
