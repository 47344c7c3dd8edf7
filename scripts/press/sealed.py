"""Says what is under seal, and in which words: what a reader of the seal agreed to, with its doses filled.

Sealed are the notes, the doses and region words that fill them, the safety lists, the drawings, the table of topics that calls
for the notes, and of each page that shows notes, what it is about and the cautions in its own words. So is the evidence: claims,
beliefs, the words that explain them, which source is meant, how good it is and what it can carry. And so are the limits that
all of this is held to: the words that must or may not be used, and what a page may weigh. Last, what the search says when this guide
has no answer: in a crisis, it is whom to call; and the words that templates and scripts show, and on what conditions: which limit
counts, what is kept. What a script does is sealed by a few signs for each statement.
"""

import json
import re
import unicodedata
from dataclasses import dataclass

from press import words
from press.calls import calls
from press.cautions import cautions
from press.look_words import Look, looks
from press.model import Contraindication, Dose, Note, Page, Record, WarningSign
from press.notes import filled
from press.prose import Prose
from press.site import Site

PARTS = " | "  # between the cautions of a page, and the words of a template, which hold no such line themselves
LOOK, DOES = "look", "does"
EVIDENCE = {"claim": "claims", "belief": "beliefs", "reference": "references", "term": "glossary", "study-type": "study_types",
            "standard": "audit"}
LIMITS = {"words": "wording", "budget": "budgets"}
ANSWERS = {"answer": "outside"}
TABLES = {"topic": "topics", "dose": "doses", "region": "regions", "contraindication": "contraindications",
          "warning-sign": "red_flags", "drawing": "drawings", **EVIDENCE, **LIMITS, **ANSWERS}
_FIELDS = {
    "contraindication": ("severity", "applies_to", "scope", "name", "plain_name", "why", "what_to_do"),
    "warning-sign": ("urgency", "signs", "may_mean", "what_to_do", "who_says"),
    "region": ("country", *words.REGION_WORDS),
    "claim": ("title", "kind", "grade", "judged_by", "says", "population", "found", "figures", "not_shown", "references"),
    "belief": ("claim", "verdict", "grade", "priority", "why", "instead", "claims", "references"),
    "reference": ("title", "authors", "year", "journal", "doi", "pmid", "pmcid", "study_type", "status", "results_read"),
    "standard": ("standard", "number", "asks", "check", "looks_for", "pages"),
    "term": ("term", "also_called", "definition", "short"),
    "study-type": ("highest", "carries"),
    "words": ("use", "words", "harmless"),
    "answer": ("says", "see", "always"),
    "budget": ("most", "unit", "but", "practice"),
}


@dataclass(frozen=True)
class Sealed:
    """Something whose words are under seal: a kind such as 'note', the record, and its words by field."""

    kind: str
    record: Record
    words: dict[str, str]

    @property
    def id(self) -> str:
        """The id of its seal."""
        return id_of(self.kind, self.record)

    @property
    def what(self) -> str:
        """How a message names it: `the note 'cold-never'`."""
        return f"the {self.kind.replace('-', ' ')} '{self.record.id or '/'}'"


def id_of(kind: str, record: Record) -> str:
    """Return the id of a seal: 'note-cold-never', 'page-how-to-cold-pack', 'page-home', 'look-partials-footer-html'."""
    return f"{kind}-{re.sub('[/._]+', '-', record.id).strip('-') or 'home'}"


def to_seal(site: Site) -> dict[str, Sealed]:
    """Return all that is under seal, by the id of its seal: doses filled, region words as {emergency}."""
    prose = Prose(site)
    prose.functions["region"] = lambda word: f"{{{word}}}"
    found = [Sealed("note", note, _note_words(prose, note)) for note in site.notes.values()]
    found += [Sealed("page", page, _page_words(site, page)) for page in site.pages.values()]
    found += [Sealed(LOOK, look, _look_words(look)) for look in looks(site)]
    for kind, table in TABLES.items():
        found += [Sealed(kind, record, _words(kind, record)) for record in site.tables[table].values()]
    return {sealed.id: sealed for sealed in found}


def under_seal(path: str) -> bool:
    """Tell whether a file holds words that are sealed."""
    return path.startswith("docs/_notes/") or path in {f"docs/_data/{table}.yml" for table in TABLES.values()}


def _note_words(prose: Prose, note: Note) -> dict[str, str]:
    said = filled(prose, note)
    return {"severity": note.severity, "title": _plain(note.title), "short": _plain(said.short), "text": _plain(said.text)}


def _page_words(site: Site, page: Page) -> dict[str, str]:
    """Return what of a page is under seal. Which notes advice shows, its topics say; another page names them."""
    notes = [note for call in calls(page) if call.name == "note" for note in call.arguments]
    return {"kind": page.kind, "topics": ", ".join(page.topics), "mentions": ", ".join(page.mentions),
            **({} if page.kind == "advice" else {"notes": ", ".join(notes)}),
            "cautions": PARTS.join(said for said, _ in cautions(site, page))}


def _look_words(look: Look) -> dict[str, str]:
    words = {"words": PARTS.join(_plain(said) for said, _ in look.said), DOES: " ".join(signs for signs, _ in look.does)}
    return {name: said for name, said in words.items() if said}


def _words(kind: str, record: Record) -> dict[str, str]:
    if kind == "topic":
        return {"notes": ", ".join(record.notes), "words": ", ".join(record.words)}
    if kind == "dose":
        return {"what": _plain(record.what), "applies_to": record.applies_to, "numbers": _listed(record.numbers),
                "says": _plain(record.says), "why": _plain(record.why), "aside": _plain(record.aside), "references": _sources(record)}
    if kind == "drawing":
        return {"title": _plain(record.title), "data": json.dumps(record.data, ensure_ascii=False, sort_keys=True, default=str),
                "twin": _plain(record.twin)}
    said = {name: getattr(record, name) for name in _FIELDS[kind]}
    sources = {"references": _sources(record)} if kind in ("contraindication", "warning-sign") else {}
    return {**{name: _plain(_listed(value)) for name, value in said.items()}, **sources}


def _sources(record: Contraindication | WarningSign | Dose) -> str:
    """Return which sources stand behind advice, in any order."""
    return ", ".join(sorted(record.references))


def _listed(value: object) -> str:
    if isinstance(value, dict):
        value = tuple(f"{name} {what}" for name, what in value.items())
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
