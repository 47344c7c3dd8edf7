"""The functions that pages may call. Each looks a thing up, and hands it to its template in `overrides/snippets/`."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from types import SimpleNamespace

from markupsafe import Markup

from press import drawings, lists, model, words
from press.notes import filled
from press.problem import did_you_mean

PRACTICE = {"name": "the practice that sent you this guide", "contact": "the person who sent you this guide",
            "reviewer": "no clinician", "author": "no named person"}


class Snippets:
    """The functions, each for the page in hand."""

    def __init__(self, prose):
        self.prose, self.site = prose, prose.site

    def functions(self) -> dict[str, Callable[..., Markup]]:
        """Return the functions by the name that pages call."""
        return {name: getattr(self, name) for name, value in vars(Snippets).items()
                if callable(value) and not name.startswith("_") and name != "functions"}

    def note(self, *ids: str) -> Markup:
        notes = [self._note(note) for note in self._known("notes", *ids)]
        return self._keep("note", "\n".join(n.text for n in notes), notes=notes) if notes else Markup("")

    def opening(self) -> Markup:
        page = self.prose.spot.page
        fill = lambda text, key: self.prose.html(text, page, page.path, page.lines.get(key, 1))
        notes = [self._note(note) for note in self.site.notes_required(page.topics)]
        return self._keep("opening", page.point, notes=notes, point_html=fill(page.point, "point"),
                          actions_html=[fill(action, "actions") for action in page.actions])

    def claim(self, id: str) -> Markup:
        claims = self._known("claims", id)
        return self._keep("claim", claims[0].says, block=False, claim=claims[0], says_html=self._html(claims[0].says),
                          href=self._href(f"evidence/#claim-{id}")) if claims else Markup("")

    def cite(self, *ids: str) -> Markup:
        found = self._references(self._known("references", *ids))
        return self._keep("cite", "", block=False, references=found) if found else Markup("")

    def term(self, id: str, words: str = "") -> Markup:
        terms = self._known("glossary", id)
        if not terms:
            return Markup("")
        seen = self.prose.spot.terms
        first, term = id not in seen, terms[0]
        seen.add(id)
        shown = words or (term.term if term.term.isupper() else term.term[0].lower() + term.term[1:])
        return self._keep("term", shown, block=False, term=term, words=shown, first=first, href=self._href(f"glossary/#{id}"))

    def belief(self, id: str) -> Markup:
        found = self._known("beliefs", id)
        return self._keep("belief", found[0].instead, **self._belief(found[0])) if found else Markup("")

    def beliefs(self) -> Markup:
        order = ("critical", "high", "normal")
        found = sorted(self.site.beliefs.values(), key=lambda b: order.index(b.priority))
        return self._keep("beliefs", "", beliefs_html=[self._look("belief", **self._belief(b)) for b in found])

    def dose(self, id: str, name: str = "") -> Markup:
        return self._dose(id, name, words.amount if name else lambda dose, _: words.sentence(dose))

    def number(self, id: str, name: str) -> Markup:
        return self._dose(id, name, words.bare)

    def region(self, word: str) -> Markup:
        region = self.site.region
        if not region or word not in words.REGION_WORDS:
            self._unknown("region word", word, words.REGION_WORDS)
            return Markup("")
        parts = words.region_parts(region, word)
        self.prose.spot.names_emergency |= any(part.number for part in parts)
        return self._keep("region", words.plain(parts, region), block=False, region=region, parts=parts)

    def practice(self, word: str) -> Markup:
        if word not in PRACTICE:
            self._unknown("word of the practice", word, PRACTICE)
            return Markup("")
        practice = self.site.practice
        ways = {"name": practice.name, "contact": practice.email or practice.phone or practice.website,
                "reviewer": practice.reviewer and practice.reviewer.name, "author": practice.author and practice.author.name}
        text = ways[word] or PRACTICE[word]
        return self.prose.spot.stash.keep(Markup.escape(text), text, block=False)

    def drawing(self, id: str) -> Markup:
        found = self._known("drawings", id)
        if not found:
            return Markup("")
        row = found[0]
        says = lambda dose, name: words.amount(self.site.doses[dose], name)
        bare = lambda dose, name: words.bare(self.site.doses[dose], name)
        svg = self._look(f"drawings/{id}.svg", drawing=row, g=drawings.geometry(row), dose=says, number=bare)
        page, twin = self.prose.spot.page, (row.path, row.lines["twin"])
        return self._keep("drawing", self.prose.words(row.twin, page, *twin), id=id, svg=svg, title=row.title,
                          twin_html=self.prose.rich(row.twin, page, *twin),
                          references=self._references(self.site.references[r] for r in row.references if r in self.site.references))

    def contraindications(self, severity: str) -> Markup:
        entries = [self._entry(c) for c in self.site.contraindications.values() if c.severity == severity]
        if not entries:
            self._unknown("severity", severity, ("do-not", "ask-first", "take-care"))
        return self._keep("contraindications", "", severity=severity, entries=entries)

    def warning_signs(self, urgency: str) -> Markup:
        entries = [self._entry(s) for s in self.site.red_flags.values() if s.urgency == urgency]
        if not entries:
            self._unknown("urgency", urgency, ("emergency-now", "same-day", "this-week"))
        return self._keep("warning_signs", "", urgency=urgency, entries=entries)

    def checklist(self) -> Markup:
        cold = [c for c in self.site.contraindications.values() if c.applies_to != "massage"]
        groups = [(s, [self._entry(c) for c in cold if c.severity == s]) for s in ("do-not", "ask-first", "take-care")]
        return self._keep("checklist", "", groups=groups)

    def claims_list(self) -> Markup:
        page, sections = self.prose.spot.page, dict.fromkeys(c.section for c in self.site.claims.values())
        shown = lists.pages_by_claim(self.site)
        rows = lambda section: [self._with(c, says_html=self._html(c.says), references=self._references(self._named(c)),
                                           pages=[SimpleNamespace(title=p.title, href=page.root + p.url) for p in shown.get(c.id, [])])
                                for c in self.site.claims.values() if c.section == section]
        return self._keep("claims_list", "", groups=[(section, rows(section)) for section in sections])

    def references_list(self) -> Markup:
        found = sorted(self.site.references.values(), key=lambda r: (r.authors[0].lower(), r.year, r.title))
        return self._keep("references_list", "", references=self._references(found))

    def glossary_list(self) -> Markup:
        found = sorted(self.site.glossary.values(), key=lambda t: t.term.lower())
        return self._keep("glossary_list", "", terms=found)

    def a_to_z(self) -> Markup:
        return self._keep("a_to_z", "", letters=lists.a_to_z(self.site, self.prose.spot.page.root))

    def rules_list(self) -> Markup:
        from press.rules import REGISTER  # the rules read the built site, which comes after the pages

        return self._keep("rules_list", "", rules=list(REGISTER))

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

    def _dose(self, id: str, name: str, shape: Callable[[model.Dose, str], str]) -> Markup:
        found = self._known("doses", id)
        if not found:
            return Markup("")
        try:
            text = shape(found[0], name)
        except KeyError as error:
            self._unknown(f"number of the dose '{id}'", error.args[0], found[0].numbers)
            return Markup("")
        return self._keep("dose", text, block=False, dose=found[0], name=name, text=text)

    def _note(self, note: model.Note) -> SimpleNamespace:
        return self._with(note, **vars(filled(self.prose, note)))

    def _entry(self, record: model.Contraindication | model.WarningSign) -> SimpleNamespace:
        """Return a safety entry with its region words filled."""
        names = [n for n in ("why", "what_to_do", "signs", "may_mean") if hasattr(record, n)]
        return self._with(record, references=self._references(self._named(record)),
                          **{f"{n}_html": self._html(getattr(record, n)) for n in names})

    def _belief(self, belief: model.Belief) -> dict[str, object]:
        claims = [SimpleNamespace(id=c, title=self.site.claims[c].title, href=self._href(f"evidence/#claim-{c}"))
                  for c in belief.claims if c in self.site.claims]
        return {"belief": belief, "references": self._references(self._named(belief)), "claims": claims}

    def _html(self, text: str) -> Markup:
        region = self.site.region
        if not region or "{" not in text:
            return Markup.escape(text)
        return self._look("region", region=region, parts=words.regional_parts(text, region))

    def _named(self, record) -> list[model.Reference]:
        return [self.site.references[r] for r in record.references if r in self.site.references]

    def _references(self, references: Iterable[model.Reference]) -> list[SimpleNamespace]:
        return [self._with(r, href=self._href(f"evidence/#ref-{r.id}")) for r in references]

    def _with(self, record: model.Record, **more: object) -> SimpleNamespace:
        return SimpleNamespace(**{f.name: getattr(record, f.name) for f in fields(record)} | more)

    def _href(self, address: str) -> str:
        page = self.prose.spot.page
        return (page.root if page else self.site.settings.base) + address

    def _look(self, snippet: str, /, **given: object) -> Markup:
        return self.prose.look(snippet, self.prose.spot.page, **given)

    def _keep(self, snippet: str, plain: str, /, *, block: bool = True, **given: object) -> Markup:
        return self.prose.spot.stash.keep(self._look(snippet, **given), plain, block=block)
