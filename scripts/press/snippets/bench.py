"""What all functions for pages share: looking things up by id, telling what is unknown, and keeping the finished piece."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cached_property, wraps
from string import ascii_lowercase
from types import SimpleNamespace

from markupsafe import Markup

from press import glossary, model, words
from press.problem import did_you_mean


def same_everywhere(piece: Callable[..., Markup]) -> Callable[..., Markup]:
    """Let a piece be made once for all pages at the same depth: one that depends on nothing but what it is called with."""

    @wraps(piece)
    def made_once(self, *called: str, **named: str) -> Markup:
        stash, key, told = self.prose.spot.stash, (piece.__name__, called, tuple(named.items()),
                                                   self._href("")), len(self.site.problems)
        if key in self.made:
            html, plain, block = self.made[key]
            return stash.keep(html, plain, block=block)
        mark = piece(self, *called, **named)
        if mark and told == len(self.site.problems):  # what is wrong must be told of each page
            self.made[key] = stash.pieces[-1]
        return mark

    return made_once


class Bench:
    """The tools, each for the page in hand."""

    def __init__(self, prose):
        self.prose, self.site = prose, prose.site
        self.made: dict[tuple, tuple[Markup, str, bool]] = {}
        self.notes: dict[str, SimpleNamespace] = {}  # as templates see them, by id

    def _known(self, table: str, *ids: str) -> list:
        rows = self.site.notes if table == "notes" else self.site.tables[table]
        for id in ids:
            if id not in rows and not rows.broken:
                self._unknown({"glossary": "term"}.get(table, table.removesuffix("s")), id, rows)
        return [rows[id] for id in ids if id in rows]

    def _unknown(self, kind: str, id: str, names: Iterable[str]) -> None:
        names = list(names)
        known = ", ".join(names) if len(names) < 25 else f"the {len(names)} ids of its data file"
        self.prose.tell(f"there is no {kind} '{id}'.{did_you_mean(id, names)}", f"use one of: {known}.", "known-names")

    def _html(self, text: str) -> Markup:
        region = self.site.region
        if not region or "{" not in text:
            return Markup.escape(text)
        return self._look("region", region=region, parts=words.regional_parts(text, region))

    def _named(self, record) -> list[model.Reference]:
        return [self.site.references[r] for r in record.references if r in self.site.references]

    def _references(self, references: Iterable[model.Reference]) -> list[SimpleNamespace]:
        return [self._with(r, mark=self._marks[r.id], label=f"{r.label}{self._marks[r.id]}",
                           href=self._href(f"evidence/#ref-{r.id}"))
                for r in references]

    @cached_property
    def _marks(self) -> dict[str, str]:
        """What tells works of the same people and year apart, by the id of the work:
        'a' behind a year, ' (a)' where there is none, nothing for most."""
        alike: dict[str, list[model.Reference]] = {}
        for work in sorted(self.site.references.values(), key=lambda work: work.id):
            alike.setdefault(work.label.casefold(), []).append(work)
        return {work.id: "" if len(works) == 1 else letter if work.year else f" ({letter})" for works in alike.values()
                for letter, work in zip(ascii_lowercase, works, strict=False)}

    def _with(self, record: model.Record, **more: object) -> SimpleNamespace:
        return SimpleNamespace(**{f.name: getattr(record, f.name) for f in fields(record)} | more)

    def _href(self, address: str) -> str:
        page = self.prose.spot.page
        return (page.root if page else self.site.settings.base) + address

    def _look(self, snippet: str, /, **given: object) -> Markup:
        return self.prose.look(snippet, self.prose.spot.page, **given)

    def _keep(self, snippet: str, plain: str, /, *, block: bool = True, **given: object) -> Markup:
        return self.prose.spot.stash.keep(self._look(snippet, **given), plain, block=block)

    def _entry(self, record: model.Contraindication | model.WarningSign) -> SimpleNamespace:
        """Return a safety entry with its region words filled."""
        names = [n for n in ("why", "what_to_do", "signs", "may_mean") if hasattr(record, n)]
        return self._with(record, references=self._references(self._named(record)),
                          **{f"{n}_html": self._html(getattr(record, n)) for n in names})

    def _belief(self, belief: model.Belief) -> dict[str, object]:
        claims = [SimpleNamespace(id=c, title=self.site.claims[c].title, href=self._href(f"evidence/#claim-{c}"))
                  for c in belief.claims if c in self.site.claims]
        text = f"{belief.claim} {belief.why} {belief.instead}"
        terms = [self._with(term, href=self._href(f"glossary/#{term.id}")) for term in glossary.found_in(self.site, text)]
        return {"belief": belief, "terms": terms, "references": self._references(self._named(belief)), "claims": claims}
