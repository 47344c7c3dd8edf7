"""What pages are held against: budgets, the standards of the self-audit, accessibility tests, and what a rule lets pass."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from press.model.pages import Practice
from press.model.record import Record


@dataclass(frozen=True)
class Budget(Record):
    """How much of something a page, or the guide, may use. `but` gives a page by its address another figure, for the reason in `why`.

    `practice` is what the name, contact and country of a practice may add to it.
    """

    what: str
    most: int
    unit: Literal["bytes", "files", "elements"]
    but: dict[str, str] = field(default_factory=dict)
    why: str = ""
    practice: int = 0

    def for_page(self, url: str, practice: Practice) -> int:
        """Return the figure for the page at an address. What a practice adds of its own is allowed for."""
        return int(self.but.get(url, self.most)) + (self.practice if practice != Practice() else 0)


@dataclass(frozen=True)
class AuditItem(Record):
    """What a standard asks of health information. `check` names the test that looks for it; without one, only people can judge."""

    standard: Literal["DISCERN", "JAMA", "PEMAT-P", "CDC Index", "NHS"]
    number: str
    asks: str
    check: str = ""
    looks_for: str = ""
    pages: Literal["client pages", "all pages"] = "client pages"


@dataclass(frozen=True)
class Check(Record):
    """Something that was tested for the accessibility statement. Written by `make statement` from the last run of every test."""

    says: str
    standard: str
    tested_on: datetime.date
    cases: int
    failed: int
    pages: int
    tools: tuple[str, ...] = ()


@dataclass(frozen=True)
class Exemption(Record):
    """Something that a rule would name, and the reason why it may stay. `page` is a file of `docs/`, or empty."""

    rule: str
    what: str
    reason: str
    page: str = ""
