"""What keeps people safe: notes and their seals, reasons to hold back, warning signs, and the topics that call for them."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from press.model.record import Record, Touch

Severity = Literal["do-not", "get-help", "ask-first", "take-care"]
SEVERITIES: tuple[str, ...] = Severity.__args__
GRAVE = ("do-not", "get-help")  # shown in full on paper, however little room there is
# what readers see
SEVERITY_WORDS = {"do-not": "Do not", "get-help": "Get help", "ask-first": "Ask first", "take-care": "Take care"}
URGENCY_WORDS = {"emergency-now": "Get help now", "same-day": "Get help today", "this-week": "See someone this week"}


@dataclass(frozen=True)
class Note(Record):
    """A safety note: `short` for boxes and messages, `text` in full. Both come from one file."""

    severity: Severity
    title: str
    short: str
    text: str = ""
    body_line: int = field(default=1, kw_only=True)


@dataclass(frozen=True)
class Seal(Record):
    """Words that somebody read and agreed, with a checksum of them, by whom and when.

    Written by `python -m press seal`, never by hand.
    """

    checked_by: str
    checked_on: datetime.date
    checksum: str
    words: dict[str, str]
    # the id of the seal that stands before it, so that none can be taken out unseen; the first one names the last
    after: str = ""


@dataclass(frozen=True)
class Topic(Record):
    """What a page can be about: the notes it then must show, and the words that give it away."""

    name: str
    notes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Contraindication(Record):
    """A reason not to use cold or massage, to ask first, or to take care."""

    name: str
    plain_name: str
    applies_to: Touch
    severity: Literal["do-not", "ask-first", "take-care"]
    scope: Literal["whole person", "body part"]
    why: str
    what_to_do: str
    references: tuple[str, ...] = ()
    basis: Literal["", "own caution"] = ""


@dataclass(frozen=True)
class WarningSign(Record):
    """A sign that needs medical help first."""

    signs: str
    may_mean: str
    what_to_do: str
    urgency: Literal["emergency-now", "same-day", "this-week"]
    who_says: str = ""
    references: tuple[str, ...] = ()
    basis: Literal["", "own caution"] = ""
