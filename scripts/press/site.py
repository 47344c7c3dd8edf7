"""The guide as its authors wrote it: pages, notes, tables of data, and what is wrong with them so far."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Generic, TypeVar

from press import model
from press.problem import Problem
from press.settings import Settings

T = TypeVar("T", bound=model.Record)
FRAME = "overrides/base.html"  # the template of all pages
WRITTEN = {".md", ".yml", ".html", ".txt", ".typ", ".svg", ".css", ".js", ".webmanifest"}
TABLES: dict[str, type[model.Record]] = {
    "claims": model.Claim, "references": model.Reference, "contraindications": model.Contraindication,
    "red_flags": model.WarningSign, "doses": model.Dose, "topics": model.Topic, "glossary": model.Term,
    "regions": model.Region, "beliefs": model.Belief, "drawings": model.Drawing, "seals": model.Seal,
    "study_types": model.StudyType, "wording": model.Wording, "exceptions": model.Exemption, "audit": model.AuditItem,
    "budgets": model.Budget, "accessibility": model.Check,
    "questions": model.Questions, "outside": model.Outside,
}


class Table(dict[str, T], Generic[T]):
    """Records by id. `broken` when the file could not be read, so that nobody is told each of its ids is unknown.
    `unread` when nothing of the file could be read: then no page can be made from it.
    """

    broken = unread = False


@dataclass(eq=False)  # one guide is never another, so what is worked out for it can be kept
class Site:
    """The guide as its authors wrote it, and what is wrong with it so far."""

    root: Path
    settings: Settings
    practice: model.Practice
    pages: Table[model.Page] = field(default_factory=Table)
    notes: Table[model.Note] = field(default_factory=Table)
    problems: list[Problem] = field(default_factory=list)
    tables: dict[str, Table] = field(default_factory=dict)
    menus: dict[str, list] = field(default_factory=dict)  # the menu as seen from each depth, made once
    unfilled: set[str] = field(default_factory=set)  # files that could not be filled; what is missing there follows from that
    # pages that could not be read, by path; that nothing leads to them follows from that
    unread: set[str] = field(default_factory=set)
    unmade: set[str] = field(default_factory=set)  # files that could not be made; that they are not there follows from that

    def __getattr__(self, name: str) -> Table:
        if name in TABLES:
            return self.tables[name]
        raise AttributeError(name)

    @property
    def look_is_aside(self) -> bool:
        """Whether somebody put our look aside, by taking its first template away: then the theme's own is published."""
        return not (self.root / FRAME).exists()

    @property
    def region(self) -> model.Region | None:
        return self.regions.get(self.practice.region)

    @property
    def gaps(self) -> set[str]:
        """The addresses of the pages that could not be read."""
        return {address_of(Path(path).relative_to("docs")) for path in self.unread}

    @property
    def is_whole(self) -> bool:
        """Whether all pages, notes and tables could be read and filled; if not, what is not there may only be missing for now."""
        return not (self.unfilled or any(table.broken for table in (self.pages, self.notes, *self.tables.values())))

    @property
    def sender(self) -> str:
        """Under whose name emails go out: the practice's, or else the guide's."""
        return self.practice.name or self.settings.site_name

    @cached_property
    def written(self) -> dict[str, str]:
        """The text of each file that authors write, by its path from the guide's folder. They are read once for all rules."""
        files = (path for top in ("docs", "overrides") for path in sorted((self.root / top).rglob("*"))
                 if path.suffix in WRITTEN and path.is_file())
        return {path.relative_to(self.root).as_posix(): path.read_text(encoding="utf-8", errors="replace")
                for path in (self.root / "mkdocs.yml", *files)}

    @cached_property
    def menu(self) -> list[tuple[str, list[model.Page]]]:
        """The sections of the menu as (title, pages), as `mkdocs.yml` orders them; a section without pages is left out."""
        found = [(title, [self.pages[a] for a in map(address_of, map(Path, files)) if a in self.pages])
                 for title, files in self.settings.menu]
        return [(title or pages[0].title, pages) for title, pages in found if pages]

    @cached_property
    def places(self) -> dict[str | None, list[int]]:
        """The numbers of the menu's sections that name a page, by its address, in the order of the menu."""
        found: dict[str | None, list[int]] = {}
        for number, (_, pages) in enumerate(self.menu):
            for url in dict.fromkeys(page.url for page in pages):
                found.setdefault(url, []).append(number)
        return found

    def notes_required(self, topics: tuple[str, ...]) -> list[model.Note]:
        """Return the notes that these topics call for, with those of every page, gravest first."""
        known = self.topics
        ids = dict.fromkeys(n for t in ("every-page", *topics) if t in known for n in known[t].notes)
        found = [self.notes[n] for n in ids if n in self.notes]
        return sorted(found, key=lambda note: model.SEVERITIES.index(note.severity))


def address_of(path: Path) -> str:
    """Return the address of a Markdown file from the site's root: `how-to/cold-pack.md` -> `how-to/cold-pack/`."""
    folder = path.parent if path.stem in ("index", "README") else path.parent / path.stem
    return "" if folder == Path(".") else f"{folder.as_posix()}/"
