"""What research says and how sure we are: claims, the sources they rest on, what people believe, and the doses."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

from press.model.record import NEVER_EMPTY, Record, Touch

Grade = Literal["high", "moderate", "low", "very low"]
GRADES: tuple[str, ...] = Grade.__args__
Verdict = Literal["supported", "partly supported", "unsupported", "unsafe as worded", "missing"]
VERDICTS: tuple[str, ...] = Verdict.__args__


@dataclass(frozen=True)
class StudyType(Record):
    """A kind of source: the highest grade that it can carry, and for what."""

    highest: Grade
    carries: Literal["any claim", "a warning"]


@dataclass(frozen=True)
class Reference(Record):
    """A study, guideline or page that was read."""

    type: Literal["article", "report", "webpage", "chapter", "conference"]
    title: str
    authors: tuple[str, ...] = field(metadata=NEVER_EMPTY)
    study_type: str
    status: Literal["verified", "unverified", "retracted"]
    results_read: Literal["yes", "partly", "no"]
    journal: str = ""
    year: int = 0
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    link: str = ""
    accessed: datetime.date | None = None

    @property
    def label(self) -> str:
        """Who wrote it, and when: 'Myrer 2001', or an organisation's own name."""
        name, _, last = self.authors[0].rpartition(" ")
        named_so = self.publisher.split()[:1] == name.split()[:1]  # 'FOX 5 DC' publishes itself: its DC is no initials
        person = name and last.isupper() and len(last) <= 3 and not named_so
        return f"{name if person else self.authors[0]} {self.year or ''}".strip()


@dataclass(frozen=True)
class Claim(Record):
    """One sentence about what research says, how sure we are, and why."""

    title: str
    kind: Literal["effect", "observed", "no-effect", "warning"]
    says: str
    grade: Grade
    judged_by: str
    section: Literal["science", "benefits", "integration", "who", "safety"]
    population: str
    found: str
    not_shown: str
    checked: datetime.date
    check_by: datetime.date
    references: tuple[str, ...] = ()  # only a warning may have none
    figures: dict[str, str] = field(default_factory=dict)
    basis: Literal["", "own caution"] = ""


@dataclass(frozen=True)
class Belief(Record):
    """Something people say, and what research makes of it."""

    claim: str
    verdict: Verdict
    grade: Grade
    priority: Literal["normal", "high", "critical"]
    why: str
    instead: str
    references: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Dose(Record):
    """A time, limit or way of doing: its numbers by name, and a sentence that uses them."""

    what: str
    says: str
    applies_to: Touch
    why: str
    numbers: dict[str, str] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    basis: Literal["", "own caution"] = ""
    aside: str = ""


@dataclass(frozen=True)
class Drawing(Record):
    """One of our own drawings, with its text twin and the numbers it is drawn from."""

    title: str
    twin: str
    references: tuple[str, ...] = ()
    data: dict = field(default_factory=dict)
