"""Fills the calls in an author's text, such as {{ note("cold-stop-signs") }}. It offers our own functions and nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path

import jinja2
import markdown
from markupsafe import Markup

from press.calls import Call
from press.compiled import Compiled
from press.model import SEVERITY_WORDS, URGENCY_WORDS, Page
from press.on_paper import with_addresses
from press.parsing import as_meant, pieces
from press.problem import Problem, did_you_mean
from press.site import Site
from press.stash import Stash
from press.tables import laid_out
from press.words import day

# what a line may call for: a title of a drawing, the short form of a note, a point, an action; all else is a piece of a page
IN_A_LINE = ("blank", "cite", "claim", "dose", "number", "practice", "region", "term")
HEADING = re.compile(r'<h([2-6]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)


@dataclass
class Spot:
    """Where filling stands: the file in hand, the page it is for, and the pieces put aside so far."""

    where: str
    before: int
    page: Page | None
    stash: Stash = field(default_factory=Stash)
    terms: set[str] = field(default_factory=set)
    names_emergency: bool = False
    line: int = 1  # of the call in hand
    is_line: bool = False  # of a header or a note


class Filling:
    """Turns an author's text into words and HTML. Whatever does not fit is added to the site's problems."""

    def __init__(self, site: Site, looks: Path | None = None):
        self.site, self.spots, self.pages, self.notes = site, [], {}, {}
        self.functions: dict[str, Callable[..., str]] = {}  # what a text may call
        self.looks = jinja2.Environment(loader=jinja2.FileSystemLoader(looks or site.root / "overrides/snippets"),
                                        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True,
                                        bytecode_cache=Compiled(site.root, "snippets"), auto_reload=False)
        self._heading = lru_cache(maxsize=512)(
            lambda level, id, words: self.look("heading", None, level=level, id=id, words_html=Markup(words)))
        self.looks.globals.update(severity_words=SEVERITY_WORDS, urgency_words=URGENCY_WORDS)
        self.looks.filters["day"] = day

    @property
    def spot(self) -> Spot:
        """Where the text in hand stands."""
        return self.spots[-1]

    def page(self, page: Page) -> str:
        """Return a page's Markdown with every call replaced by a mark; `settle` puts the pieces in place."""
        spot = self.pages[page.url] = Spot(page.path, page.body_line - 1, page)
        return self.fill(page.body, spot)

    def settle(self, page: Page, html: str) -> Markup:
        """Return a page's rendered HTML with headings that can be linked and every piece in its place."""
        stash = self.pages[page.url].stash
        for words in stash.in_sentences(html):
            near = unescape(words.splitlines()[-1])
            self.site.problems.append(Problem(page.path, page.line_of(near),
                                              f"a note, a list or another piece of its own stands in the sentence '{near[:60]}'.",
                                              "give its call a paragraph of its own, with an empty line before and after.",
                                              "pieces-stand-alone"))
        named = laid_out(with_addresses(html, page.url), lambda table: self.look("table", page, table=table))
        linked = HEADING.sub(lambda m: self._heading(int(m[1]), m[2], m[3]), named)  # the same ones stand on many pages
        return stash.html(linked)

    def words(self, text: str, page: Page | None, where: str, line: int) -> str:
        """Return a header's or a note's text as plain words."""
        spot = Spot(where, line - 1, page, is_line=True)
        return spot.stash.words(self.fill(text, spot)).strip()

    def html(self, text: str, page: Page | None, where: str, line: int) -> Markup:
        """Return a header's text as safe HTML."""
        spot = Spot(where, line - 1, page, is_line=True)
        return spot.stash.escaped(self.fill(text, spot).strip())

    def rich(self, text: str, page: Page | None, where: str, line: int) -> Markup:
        """Return a longer text of a data file or note as HTML paragraphs and lists."""
        spot = Spot(where, line - 1, page)
        return spot.stash.html(markdown.markdown(self.fill(text, spot)))

    def fill(self, text: str, spot: Spot) -> str:
        """Return a text with its calls replaced by marks; on a slip, the text so far is lost and the slip is told."""
        if "{" not in text:
            return text
        self.spots.append(spot)
        try:
            return "".join([piece if isinstance(piece, str) else self._made(piece, spot) for piece in pieces(text)])
        except jinja2.TemplateSyntaxError as error:
            line, fix = as_meant(text, error.lineno, self.functions)
            what = "this remark has no end" if "comment" in error.message else "this is not a call the press can read"
            self.tell(f"{what}: {error.message}", fix, "known-names", line)
        except jinja2.TemplateError as error:
            self.tell(f"this call is refused: {error.message}", "use the functions named in CONTRIBUTING.md only.", "known-names")
        except (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, RecursionError) as error:
            says = re.sub(r"^[A-Z]\w*\.", "", str(error))  # the name of our own class says nothing to an author
            self.tell(f"this call does not fit: {says}.", "write it as CONTRIBUTING.md shows.", "known-names", spot.line)
        finally:
            self.spots.pop()
        self.site.unfilled.add(spot.where)
        return ""

    def look(self, snippet: str, page: Page | None, /, **given: object) -> Markup:
        """Return the template `snippet` filled with `given`."""
        template = self.looks.get_template(snippet if snippet.endswith(".svg") else f"{snippet}.html")
        root = page.root if page else self.site.settings.base
        return Markup(template.render(root=root, site=self.site, page=page, **given).strip())

    def _made(self, called: Call, spot: Spot) -> str:
        """Return what a call gives: nothing, when there is no such name."""
        spot.line = called.line
        if called.name not in self.functions:
            self.unknown_name(called.name)
            return ""
        if spot.is_line and called.name not in IN_A_LINE:
            self.tell(f"'{called.name}()' gives a piece of a page, which does not fit into one line.",
                      f"move this call into the text, below the header; a line may call: {', '.join(IN_A_LINE)}.", "known-names")
            return ""
        return str(self.functions[called.name](*called.arguments))

    def tell(self, says: str, fix: str, rule: str, line: int = 0) -> None:
        """Add a problem at the line of the call in hand, or at `line` of the text in hand."""
        at = (line or self.spot.line) + self.spot.before
        self.site.problems.append(Problem(self.spot.where, at, says, fix, rule))

    def unknown_name(self, name: str) -> None:
        """Add the problem of a name that nothing here answers."""
        self.tell(f"there is no '{name}' to call.{did_you_mean(name, self.functions)}",
                  f"use one of: {', '.join(sorted(self.functions))}.", "known-names")
