"""What the guide is made of: pages, claims, references, notes and the rest. The fields here are the fields an author may write."""

import datetime
from dataclasses import dataclass, field
from typing import Literal

Grade = Literal["high", "moderate", "low", "very low"]
Severity = Literal["do-not", "get-help", "ask-first", "take-care"]
Touch = Literal["cold", "massage", "both", "cold and massage"]
SEVERITIES: tuple[str, ...] = Severity.__args__
GRAVE = ("do-not", "get-help")  # shown in full on paper, however little room there is
SEVERITY_WORDS = {"do-not": "Do not", "get-help": "Get help", "ask-first": "Ask first", "take-care": "Take care"}  # what readers see
GRADES: tuple[str, ...] = Grade.__args__
NOT_INITIALS = ("DC", "NHS", "NSW")  # how the names of some organisations end


@dataclass(frozen=True)
class Record:
    """A thing with a permanent id. `path` and `lines` say where an author finds it."""

    id: str
    path: str = field(default="", kw_only=True, repr=False, compare=False)
    lines: dict[str, int] = field(default_factory=dict, kw_only=True, repr=False, compare=False)

    @property
    def line(self) -> int:
        return self.lines.get("id", 0)


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
class Reference(Record):
    """A study, guideline or page that was read."""

    type: Literal["article", "report", "webpage", "chapter", "conference"]
    title: str
    authors: tuple[str, ...]
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
        person = name and last.isupper() and len(last) <= 3 and last not in NOT_INITIALS
        return f"{name if person else self.authors[0]} {self.year or ''}".strip()


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
class Topic(Record):
    """What a page can be about: the notes it then must show, and the words that give it away."""

    name: str
    notes: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Term(Record):
    """A word of the glossary."""

    term: str
    definition: str
    also_called: str = ""
    see: str = ""
    explain: bool = False
    short: str = ""


@dataclass(frozen=True)
class Region(Record):
    """The emergency and advice words of a country. A number stands in [ ]."""

    name: str
    emergency: str
    advice: str
    ed: str
    urgent_care: str
    doctor: str
    maternity: str
    pen: str
    painkiller: str
    physio: str
    cast: str
    temperature: Literal["C", "F"]
    country: str = ""


@dataclass(frozen=True)
class Belief(Record):
    """Something people say, and what research makes of it."""

    claim: str
    verdict: Literal["supported", "partly supported", "unsupported", "unsafe as worded", "missing"]
    grade: Grade
    priority: Literal["normal", "high", "critical"]
    why: str
    instead: str
    references: tuple[str, ...]
    claims: tuple[str, ...]


@dataclass(frozen=True)
class StudyType(Record):
    """A kind of source: the highest grade that it can carry, and for what."""

    highest: Grade
    carries: Literal["any claim", "a warning"]


@dataclass(frozen=True)
class Wording(Record):
    """A row of the one table of words: what claims must say, what nobody may, what counts as a denial, what is a unit."""

    use: Literal["grade", "kind", "overclaim", "denial", "negation", "answer", "number", "unit", "condition", "call", "treatment", "outcome"]
    words: tuple[str, ...]
    harmless: tuple[str, ...] = ()
    instead: str = ""


@dataclass(frozen=True)
class Exemption(Record):
    """Something that a rule would name, and the reason why it may stay. `page` is a file of `docs/`, or empty."""

    rule: str
    what: str
    reason: str
    page: str = ""


@dataclass(frozen=True)
class LayWords(Record):
    """What people call a thing when they search, and the addresses that it leads to."""

    leads_to: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Synonyms(Record):
    """Words that people use for the same thing when they search."""

    words: tuple[str, ...]


@dataclass(frozen=True)
class Outside(Record):
    """A question that this guide does not answer, and the kind line that says so."""

    says: str
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    see: str = ""


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
class Drawing(Record):
    """One of our own drawings, with its text twin and the numbers it is drawn from."""

    title: str
    twin: str
    references: tuple[str, ...] = ()
    data: dict = field(default_factory=dict)


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

    def for_page(self, url: str, practice: "Practice") -> int:
        """Return the figure for the page at an address. What a practice adds of its own is allowed for."""
        return int(self.but.get(url, self.most)) + (self.practice if practice != Practice() else 0)


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
class Note(Record):
    """A safety note: `short` for boxes and messages, `text` in full. Both come from one file."""

    severity: Severity
    title: str
    short: str
    text: str = ""
    body_line: int = field(default=1, kw_only=True)


@dataclass(frozen=True)
class Seal(Record):
    """Words that somebody read and agreed, with a checksum of them, by whom and when. Written by `python -m press seal`, never by hand."""

    checked_by: str
    checked_on: datetime.date
    checksum: str
    words: dict[str, str]


@dataclass(frozen=True)
class Page(Record):
    """A page as its author wrote it. Its id is its address from the site's root, such as `how-to/cold-pack/`."""

    title: str
    description: str
    kind: Literal["advice", "reference", "service"]
    checked: datetime.date
    check_by: datetime.date
    topics: tuple[str, ...] = ()
    mentions: dict[str, str] = field(default_factory=dict)
    point: str = ""
    actions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    not_shared: str = ""  # why a page of advice has no handout, email text and so on
    body: str = field(default="", kw_only=True, repr=False)
    body_line: int = field(default=1, kw_only=True)

    @property
    def url(self) -> str:
        return self.id

    @property
    def root(self) -> str:
        """The relative way from this page to the site's root, such as `../../`."""
        return "../" * self.id.count("/") or "./"

    def line_of(self, words: str) -> int:
        """Return the line of the source on which `words` first stand, or the line of the body's start."""
        at = self.body.find(words)
        return self.body_line + (self.body.count("\n", 0, at) if at >= 0 else 0)


@dataclass(frozen=True)
class Person:
    """A named person, given by the practice. The project itself names none."""

    name: str
    credentials: str = ""


@dataclass(frozen=True)
class Practice:
    """Who hosts this copy of the guide: all of it optional, all of it checked."""

    name: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    address: str = ""
    region: str = "none"
    author: Person | None = None
    reviewer: Person | None = None
    reviewed: datetime.date | None = None
    colours: dict[str, str] = field(default_factory=dict)
