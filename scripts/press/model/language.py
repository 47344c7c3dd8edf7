"""Words: the glossary, those of each country, those that claims must and must not use, and those that people search with."""

from dataclasses import dataclass
from typing import Literal

from press.model.record import Record


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
class Wording(Record):
    """A row of the one table of words: what claims must say, what nobody may, what counts as a denial, what is a unit."""

    use: Literal["grade", "kind", "overclaim", "verdict", "denial", "negation", "small", "answer", "twist", "break", "yes", "no", "hearsay",
                 "number", "unit", "list", "name", "condition", "call", "treatment", "outcome"]
    words: tuple[str, ...]
    harmless: tuple[str, ...] = ()
    instead: str = ""


@dataclass(frozen=True)
class LayWords(Record):
    """What people call a thing when they search, and the addresses that it leads to."""

    leads_to: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Synonyms(Record):
    """Words that people use for the same thing when they search. `also` are words that may be meant so, but not the other way round."""

    words: tuple[str, ...]
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outside(Record):
    """A question that this guide does not answer, and the kind line that says so."""

    says: str
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    see: str = ""
