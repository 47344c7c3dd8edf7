"""Words: the glossary, those of each country, those that claims must and must not use, and those that people search with."""

from dataclasses import dataclass, field
from typing import Literal

from press.model.record import NEVER_EMPTY, Record


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
    country: str = ""


@dataclass(frozen=True)
class Wording(Record):
    """A row of the one table of words: what claims must say, what nobody may, what counts as a denial, what is a unit."""

    use: Literal["brand", "shop", "site", "american", "english", "foreign", "grade", "kind", "overclaim", "verdict", "denial",
                 "negation", "small", "answer", "twist", "break", "yes", "no", "hearsay",
                 "number", "unit", "list", "name", "condition", "call", "caution", "treatment", "outcome"]
    words: tuple[str, ...]
    harmless: tuple[str, ...] = ()
    instead: str = ""


@dataclass(frozen=True)
class Questions(Record):
    """What people ask, in their own words, and the addresses that answer it, the best first."""

    leads_to: tuple[str, ...] = field(metadata={"never": ([],)})  # the address of the home page is an empty one
    ask: tuple[str, ...] = field(metadata=NEVER_EMPTY)


@dataclass(frozen=True)
class Outside(Record):
    """Questions that this guide does not answer, and the kind line that says so.

    `unsure`: it says so above results, when a question may be about something else.
    """

    says: str
    ask: tuple[str, ...] = ()
    see: str = ""
    always: tuple[str, ...] = ()
    unsure: bool = False
