"""Says whether a clinician has reviewed the guide. Nobody is named but by the practice."""

from press.model import Practice
from press.words import day


def review(practice: Practice) -> str:
    """Return the sentence that stands on each page and on each sheet of paper."""
    if not practice.reviewer:
        return "No clinician has reviewed this page."
    person = ", ".join(filter(None, (practice.reviewer.name, practice.reviewer.credentials)))
    return f"Reviewed by {person} on {day(practice.reviewed)}."
