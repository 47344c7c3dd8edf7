"""The guide as its authors wrote it: pages, notes, tables of data, and what is wrong with them so far."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from press import model
from press.problem import Problem
from press.settings import Settings

T = TypeVar("T", bound=model.Record)
TABLES: dict[str, type[model.Record]] = {
    "claims": model.Claim, "references": model.Reference, "contraindications": model.Contraindication,
    "red_flags": model.WarningSign, "doses": model.Dose, "topics": model.Topic, "glossary": model.Term,
    "regions": model.Region, "beliefs": model.Belief, "drawings": model.Drawing,
}


class Table(dict[str, T], Generic[T]):
    """Records by id. `broken` when the file could not be read, so that nobody is told each of its ids is unknown."""

    broken = False


@dataclass
class Site:
    """The guide as its authors wrote it, and what is wrong with it so far."""

    root: Path
    settings: Settings
    practice: model.Practice
    pages: Table[model.Page] = field(default_factory=Table)
    notes: Table[model.Note] = field(default_factory=Table)
    problems: list[Problem] = field(default_factory=list)
    tables: dict[str, Table] = field(default_factory=dict)
    unfilled: set[str] = field(default_factory=set)  # files that could not be filled; what is missing there follows from that

    def __getattr__(self, name: str) -> Table:
        if name in TABLES:
            return self.tables[name]
        raise AttributeError(name)

    @property
    def region(self) -> model.Region | None:
        return self.regions.get(self.practice.region)

    def notes_required(self, topics: tuple[str, ...]) -> list[model.Note]:
        """Return the notes that these topics call for, with those of every page, gravest first."""
        ids = dict.fromkeys(n for t in ("every-page", *topics) if t in self.topics for n in self.topics[t].notes)
        found = [self.notes[n] for n in ids if n in self.notes]
        return sorted(found, key=lambda note: model.SEVERITIES.index(note.severity))
