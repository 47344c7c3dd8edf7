"""A caution in a page's own words stays as somebody read and sealed it, and so do its steps, with their numbers and their order."""

import difflib
from collections import Counter

from press import seals
from press.built import Built
from press.cautions import ACTION, STEP, cautions, is_shown, marked_by, unmarked
from press.model import Seal
from press.rules import Found, problem, rule
from press.rules.seals import is_of
from press.sealed import PARTS, Sealed
from press.site import Site

AGAIN = ("or read the page as a worried reader would, and when it says as much as before, "
         "run: make seal ARGS='--by \"YOUR NAME\" --on YYYY-MM-DD {id}'.")


@rule()
def cautions_are_kept(site: Site, built: Built) -> Found:
    """No caution, step or main action in a page's own words is lost or weakened unseen, and no step moved past another: what not to
    do, when to stop, what to look for, whom to ask. Nor is a claim that it shows. A new one needs nobody's leave."""
    for now, old in seals.each_change(site):
        if now and old and is_of(now, old, "page"):
            yield from _cautions_lost(site, now, old)
            yield from _steps_turned_round(site, now, old)


def _cautions_lost(site: Site, now: Sealed, old: Seal) -> Found:
    """Tell each caution that a page has no more, or in fewer places, with what stands in its place; of steps without numbers, the first."""
    there = dict(cautions(site, now.record))
    left = Counter(said for said, _ in cautions(site, now.record))
    sealed = [said for said in old.words.get("cautions", "").split(PARTS) if said]
    says = dict(marked_by(now.record))
    new = [said for said in says if said not in sealed]
    line, bare = now.record.body_line, []
    for said in sealed:
        kept = said if left[said] else f"{STEP}{said}"  # a caution may become a step
        if left[kept]:
            left[kept] -= 1
            line = there[kept]
        elif said.startswith(STEP) and unmarked(said) in says:
            bare.append(unmarked(said))
        else:
            instead = next(iter(difflib.get_close_matches(said, new, 1, 0.6)), "")
            became = f"became '{unmarked(instead)}'" if instead else "is gone from one of its places" if said in there else "is gone"
            yield problem("cautions-are-kept", now.record.path, says.get(instead, line),
                          f"{_named(said)} {became} since {old.checked_on}.", f"put it back; {AGAIN.format(id=now.id)}")
    if bare:
        more = f", and {len(bare) - 1} more like it" if bare[1:] else ""
        yield problem("cautions-are-kept", now.record.path, says[bare[0]],
                      f"the step '{bare[0]}' has no number any more{more}, so nobody knows that it comes in an order.",
                      f"write '1. ' before the first, '2. ' before the next and so on; {AGAIN.format(id=now.id)}")


def _steps_turned_round(site: Site, now: Sealed, old: Seal) -> Found:
    """Tell when one of two cautions in a numbered list, which are steps, stands before the other now,
    and stood behind it when they were sealed."""
    sealed = [said for said in old.words.get("cautions", "").split(PARTS) if said]
    place = {said: number for number, said in enumerate(sealed) if sealed.count(said) == 1}
    lines = now.record.body.split("\n")
    before, last = "", 0
    for said, line in cautions(site, now.record):
        if not said.startswith(STEP) or said not in place:
            continue
        between = lines[last - now.record.body_line:line - now.record.body_line]
        is_same_list = bool(before) and last < line and not any(text.startswith("#") for text in between)
        if is_same_list and place[said] < place[before]:
            yield problem("cautions-are-kept", now.record.path, line,
                          f"{_named(said)} stands after '{unmarked(before)}' now, and stood before it since {old.checked_on}.",
                          "put the steps back in their order; or do them as a reader would, and when it is as safe as before, "
                          f"run: make seal ARGS='--by \"YOUR NAME\" --on YYYY-MM-DD {now.id}'.")
        before, last = said, line


def _named(said: str) -> str:
    """Return how a message names a caution, a step, an action or what a page shows."""
    if is_shown(said):
        return said
    return f"{'the step' if said.startswith(STEP) else 'the action' if said.startswith(ACTION) else 'the caution'} '{unmarked(said)}'"
