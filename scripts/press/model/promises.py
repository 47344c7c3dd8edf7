"""What pages are held against: budgets, the standards of the self-audit, accessibility tests, and what a rule lets pass."""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from press.model.record import Record

TERM = re.compile(r"(?P<each>\d+)(?:\s*\*\s*(?P<of>[a-z_]+))?")  # of a figure: `9000`, or `160 * contraindications`


@dataclass(frozen=True)
class Budget(Record):
    """How much of something a page, or the guide, may use.

    `but` gives a page by its address another figure, for the reason in `why`.

    Such a figure can grow with what the page lists: `9000 + 160 * contraindications`. `practice` is what a practice's own words
    and address may add.
    """

    what: str
    most: int
    unit: Literal["bytes", "files", "elements"]
    but: dict[str, str] = field(default_factory=dict)
    why: str = ""
    practice: int = 0

    def for_page(self, url: str, entries: Mapping[str, int], *, own: bool) -> int | None:
        """Return the figure for the page at an address. `entries` says how many there are of all that a figure can grow with.

        What a practice adds is allowed for when the guide is its `own`. None when the figure cannot be read, which a rule tells.
        """
        terms = self.terms(url)
        if terms is None or any(of and of not in entries for _, of in terms):
            return None
        return sum(each * entries.get(of, 1) for each, of in terms) + (self.practice if own else 0)

    def terms(self, url: str) -> list[tuple[int, str]] | None:
        """Return the figure for a page as it is written: numbers, each with the name of what it is taken for;
        None when it cannot be read."""
        if url not in self.but:
            return [(self.most, "")]
        found = [TERM.fullmatch(term.strip()) for term in self.but[url].split("+")]
        return [(int(term["each"]), term["of"] or "") for term in found] if all(found) else None


@dataclass(frozen=True)
class AuditItem(Record):
    """What a standard asks of health information.

    `check` names the test that looks for it; without one, only people can judge.
    """

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
