"""The long lists of the guide: every claim, reference, reason not to, warning sign, word and rule."""

from operator import attrgetter
from types import SimpleNamespace

from markupsafe import Markup

from press import claim_index, lists, provenance, words
from press.sharing import earlier_names
from press.snippets.bench import Bench
from press.words import day


class LongLists(Bench):
    """Functions that each gather the rows of a table for a page, and hand them to their template."""

    def beliefs(self) -> Markup:
        """Every belief as a card, those that can do most harm first."""
        order = ("critical", "high", "normal")
        found = sorted(self.site.beliefs.values(), key=lambda b: order.index(b.priority))
        return self._keep("beliefs", "", beliefs_html=[self._look("belief", **self._belief(b)) for b in found])

    def contraindications(self, severity: str) -> Markup:
        """The reasons not to use cold or massage, of one severity such as `do-not`."""
        entries = [self._entry(c) for c in self.site.contraindications.values() if c.severity == severity]
        if not entries:
            self._unknown("severity", severity, ("do-not", "ask-first", "take-care"))
        return self._keep("contraindications", "", severity=severity, entries=entries)

    def warning_signs(self, urgency: str) -> Markup:
        """The signs that need help first, of one urgency such as `emergency-now`."""
        entries = [self._entry(s) for s in self.site.red_flags.values() if s.urgency == urgency]
        if not entries:
            self._unknown("urgency", urgency, ("emergency-now", "same-day", "this-week"))
        return self._keep("warning_signs", "", urgency=urgency, entries=entries)

    def accessibility_checks(self) -> Markup:
        """What was tested for the accessibility statement, and what failed."""
        checks = list(self.site.accessibility.values())
        return self._keep("accessibility_checks", "", good=[c for c in checks if not c.failed],
                          bad=[c for c in checks if c.failed],
                          standard=checks[0].standard if checks else "", last=day(max(c.tested_on for c in checks))
                          if checks else "",
                          pages=max((c.pages for c in checks), default=0),
                          tools=sorted({tool for c in checks for tool in c.tools}))

    def checklist(self) -> Markup:
        """The check before ice: every reason against cold, to be ticked."""
        cold = [c for c in self.site.contraindications.values() if c.applies_to != "massage"]
        groups = [(s, [self._entry(c) for c in cold if c.severity == s]) for s in ("do-not", "ask-first", "take-care")]
        return self._keep("checklist", "", groups=groups)

    def claims_list(self) -> Markup:
        """Every claim with its sources, section by section."""
        page, sections = self.prose.spot.page, dict.fromkeys(c.section for c in self.site.claims.values())
        shown = lists.pages_by_claim(self.site)
        rows = lambda section: [self._with(c, says_html=self._html(c.says), references=self._references(self._named(c)),
                                           pages=[SimpleNamespace(title=p.title, href=page.root + p.url)
                                                  for p in shown.get(c.id, [])])
                                for c in self.site.claims.values() if c.section == section]
        return self._keep("claims_list", "", groups=[(section, rows(section)) for section in sections])

    def claims_by(self, way: str) -> Markup:
        """The ways to a claim: by `grade`, `topic` or `page`."""
        ways = {"grade": claim_index.by_grade, "topic": claim_index.by_topic}
        if way == "page":
            rows = [SimpleNamespace(title=page.title, id=provenance.place(page), earlier=earlier_names(self.site, page),
                                    claims=claims)
                    for page, claims in claim_index.by_page(self.site)]
        elif way in ways:
            rows = [SimpleNamespace(title=title, id="", earlier=(), claims=claims) for title, claims in ways[way](self.site)]
        else:
            self._unknown("way to list claims", way, (*ways, "page"))
            return Markup("")
        return self._keep("claims_by", "", way=way, rows=rows)

    def limits_list(self) -> Markup:
        """Every dose with its sources."""
        entries = [self._with(dose, text=words.sentence(dose), references=self._references(self._named(dose)))
                   for dose in self.site.doses.values()]
        return self._keep("limits_list", "", entries=entries)

    def beliefs_list(self, *verdicts: str) -> Markup:
        """The beliefs with one of these verdicts, each with the way to its card."""
        found = [self._with(belief, href=self._href(f"science/beliefs/#belief-{belief.id}"))
                 for belief in self.site.beliefs.values()
                 if belief.verdict in verdicts]
        if not found:
            self._unknown("verdict", " or ".join(verdicts),
                          dict.fromkeys(belief.verdict for belief in self.site.beliefs.values()))
        return self._keep("beliefs_list", "", beliefs=found)

    def self_audit(self) -> Markup:
        """A place for what a program could see of the standards, filled once all pages are rendered."""
        return self._keep("self_audit", "")

    def references_list(self) -> Markup:
        """Every reference, by author."""
        found = sorted(self.site.references.values(), key=lambda r: (r.authors[0].lower(), r.year, r.title))
        return self._keep("references_list", "", references=self._references(found))

    def glossary_list(self) -> Markup:
        """Every word that is explained, by name."""
        found = sorted(self.site.glossary.values(), key=lambda t: t.term.lower())
        return self._keep("glossary_list", "", terms=found)

    def a_to_z(self) -> Markup:
        """Everything in the guide by first letter."""
        return self._keep("a_to_z", "", letters=lists.a_to_z(self.site, self.prose.spot.page.root))

    def rules_list(self) -> Markup:
        """Every rule by name, with what it asks for."""
        from press.rules import REGISTER  # the rules read the built site, which comes after the pages

        return self._keep("rules_list", "", rules=sorted(REGISTER, key=attrgetter("name")))
