"""The pieces that stand in an author's text: a note, a claim, a dose, a word of the region."""

from collections.abc import Callable
from types import SimpleNamespace

from markupsafe import Markup

from press import drawings, model, words
from press.notes import box_title, filled
from press.snippets.bench import Bench, same_everywhere

PRACTICE = {"name": "the practice that sent you this guide", "contact": "the person who sent you this guide",
            "reviewer": "no clinician", "author": "no named person"}


class Pieces(Bench):
    """Functions that each look one thing up, and hand it to its template in `overrides/snippets/`."""

    @same_everywhere
    def note(self, *ids: str) -> Markup:
        """One or more safety notes in full, in one box."""
        if not ids:
            raise TypeError("note() names no note, so it prints none")
        notes = [self._note(note) for note in self._known("notes", *ids)]
        return self._keep("note", "\n".join(n.text for n in notes), notes=notes) if notes else Markup("")

    def opening(self) -> Markup:
        """The point, the short lines of the notes and the main actions of the page in hand, from its header."""
        page = self.prose.spot.page
        fill = lambda text, key: self.prose.html(text, page, page.path, page.lines.get(key, 1))
        notes = [self._note(note) for note in self.site.notes_required(page.topics)]
        return self._keep("opening", page.point, notes=notes, title=box_title(page), point_html=fill(page.point, "point"),
                          actions_html=[fill(action, "actions") for action in page.actions])

    @same_everywhere
    def claim(self, id: str) -> Markup:
        """What research found, how sure that is, and the way to the studies."""
        claims = self._known("claims", id)
        return self._keep("claim", claims[0].says, block=False, claim=claims[0], says_html=self._html(claims[0].says),
                          href=self._href(f"evidence/#claim-{id}")) if claims else Markup("")

    @same_everywhere
    def cite(self, *ids: str) -> Markup:
        """Links to references, for a caution that is no claim."""
        if not ids:
            raise TypeError("cite() names no source, so it prints none")
        found = self._references(self._known("references", *ids))
        return self._keep("cite", "", block=False, references=found) if found else Markup("")

    def term(self, id: str, words: str = "") -> Markup:
        """A word that is explained, in the words of the glossary or in others."""
        terms = self._known("glossary", id)
        if not terms:
            return Markup("")
        seen = self.prose.spot.terms
        first, term = id not in seen, terms[0]
        seen.add(id)
        shown = words or (term.term if term.term.isupper() else term.term[0].lower() + term.term[1:])
        return self._keep("term", shown, block=False, term=term, words=shown, first=first, href=self._href(f"glossary/#{id}"))

    @same_everywhere
    def belief(self, id: str) -> Markup:
        """What people say, and what is true."""
        found = self._known("beliefs", id)
        return self._keep("belief", found[0].instead, **self._belief(found[0])) if found else Markup("")

    @same_everywhere
    def dose(self, id: str, name: str = "") -> Markup:
        """The sentence of a dose, or one of its numbers with its unit."""
        return self._dose(id, name, words.amount if name else lambda dose, _: words.sentence(dose))

    @same_everywhere
    def number(self, id: str, name: str) -> Markup:
        """A number of a dose without its unit."""
        return self._dose(id, name, words.bare)

    def region(self, word: str) -> Markup:
        """Words of the reader's country, with its numbers to call."""
        region = self.site.region
        if not region or word not in words.REGION_WORDS:
            self._unknown("region word", word, words.REGION_WORDS)
            return Markup("")
        parts = words.region_parts(region, word)
        self.prose.spot.names_emergency |= any(part.number for part in parts)
        return self._keep("region", words.plain(parts, region), block=False, region=region, parts=parts)

    def practice(self, word: str) -> Markup:
        """Words of the practice, such as its name."""
        if word not in PRACTICE:
            self._unknown("word of the practice", word, PRACTICE)
            return Markup("")
        practice = self.site.practice
        ways = {"name": practice.name, "contact": practice.email or practice.phone or practice.website,
                "reviewer": practice.reviewer and practice.reviewer.name, "author": practice.author and practice.author.name}
        text = ways[word] or PRACTICE[word]
        return self._keep("practice", text, block=False, word=word, text=text)

    @same_everywhere
    def drawing(self, id: str) -> Markup:
        """A drawing with its title and the same in words."""
        found = self._known("drawings", id)
        if not found:
            return Markup("")
        row = found[0]
        says = lambda dose, name: words.amount(self.site.doses[dose], name)
        bare = lambda dose, name: words.bare(self.site.doses[dose], name)
        svg = self._look(f"drawings/{id}.svg", drawing=row, g=drawings.geometry(row), dose=says, number=bare)
        page, twin = self.prose.spot.page, (row.path, row.lines["twin"])
        return self._keep("drawing", self.prose.words(row.twin, page, *twin), id=id, svg=_tight(svg), title=row.title,
                          twin_html=self.prose.rich(row.twin, page, *twin),
                          references=self._references(self.site.references[r] for r in row.references
                                                      if r in self.site.references))

    def blank(self) -> Markup:
        """A line to write on, when the page is printed."""
        return self._keep("blank", "", block=False)

    def keep(self) -> Markup:
        """The button that keeps the guide on a phone."""
        return self._keep("keep", "")

    def slash(self) -> Markup:
        """The button that switches the / key off."""
        return self._keep("slash", "")

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
        if note.id not in self.notes:
            self.notes[note.id] = self._with(note, **vars(filled(self.prose, note)))
        return self.notes[note.id]


def _tight(svg: Markup) -> Markup:
    """Return a drawing without the ends of lines between its shapes: its templates have a shape a line,
    and no browser needs that."""
    return Markup(str(svg).replace("\n<", "<"))
