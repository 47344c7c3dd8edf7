"""Fills the calls in an author's text, such as {{ note("cold-stop-signs") }}. It offers our own functions and nothing else."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from pathlib import Path

import jinja2
import markdown
from jinja2 import nodes
from markupsafe import Markup

from press.compiled import Compiled
from press.model import SEVERITY_WORDS, URGENCY_WORDS, Page
from press.on_paper import with_addresses
from press.problem import Problem, did_you_mean
from press.site import Site
from press.stash import Stash
from press.tables import laid_out

HEADING = re.compile(r'<h([2-6]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)


_TEXTS = jinja2.Environment(comment_start_string="{##", comment_end_string="##}", keep_trailing_newline=True)  # so that {#id} on a heading is no comment
_CALL = re.compile(r'''\{\{ ?([a-z_]+)\(((?:"[^"\\{}\n]*"(?:, ?"[^"\\{}\n]*")*)?)\) ?\}\}''')  # a call as most are written
_SIGNS = re.compile(r"\{(?:\{|%|##)|\{$")  # what may begin anything else
_WORD = re.compile(r'"([^"]*)"')
NOT_NAMES = {"not", "true", "false", "none"}


@dataclass(frozen=True)
class Called:
    """The call of a name with words in quotes, and its line in the text."""

    name: str
    given: tuple[str, ...]
    line: int


@lru_cache(maxsize=2048)  # a header's line is filled for several places
def _pieces(text: str) -> tuple[str | Called, ...]:
    """Return an author's text as words and calls. Raises TemplateSyntaxError for anything else."""
    words, names, given = (_CALL.split(text)[n::3] for n in range(3))
    if "\r" in text or NOT_NAMES & {*names} or any(map(_SIGNS.search, words)):
        return _pieces_by_jinja(text)  # which is slow
    found: list[str | Called] = [words[0]]
    line = 1
    for before, name, quoted, after in zip(words, names, given, words[1:], strict=False):
        line += before.count("\n")
        found += (Called(name, tuple(_WORD.findall(quoted)), line), after)
    return tuple(found)


def _pieces_by_jinja(text: str) -> tuple[str | Called, ...]:
    found: list[str | Called] = []
    for part in (part for node in _TEXTS.parse(text).body for part in (node.nodes if isinstance(node, nodes.Output) else (node,))):
        if isinstance(part, nodes.TemplateData):
            found.append(part.data)
        elif _is_call(part):
            found.append(Called(part.node.name, tuple(given.value for given in part.args), part.lineno))
        else:
            near = text.split("\n")[part.lineno - 1].strip()
            raise jinja2.TemplateSyntaxError(f"'{near[:80]}' works something out, and only a name with words in quotes is filled", part.lineno)
    return tuple(found)


def _is_call(node: nodes.Node) -> bool:
    """Tell whether a node is the call of a name with words in quotes: no filter, no sum, no condition and no loop, which could change what is filled, or never end."""
    return isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and not (node.kwargs or node.dyn_args or node.dyn_kwargs) \
        and all(isinstance(given, nodes.Const) and isinstance(given.value, str) for given in node.args)


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


class Filling:
    """Turns an author's text into words and HTML. Whatever does not fit is added to the site's problems."""

    def __init__(self, site: Site, looks: Path | None = None):
        self.site, self.spots, self.pages, self.notes = site, [], {}, {}
        self.functions: dict[str, Callable[..., str]] = {}  # what a text may call
        self.looks = jinja2.Environment(loader=jinja2.FileSystemLoader(looks or site.root / "overrides/snippets"), autoescape=True,
                                        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, bytecode_cache=Compiled(site.root, "snippets"), auto_reload=False)
        self._heading = lru_cache(maxsize=512)(lambda level, id, words: self.look("heading", None, level=level, id=id, words_html=Markup(words)))
        self.looks.globals.update(severity_words=SEVERITY_WORDS, urgency_words=URGENCY_WORDS)

    @property
    def spot(self) -> Spot:
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
            self.site.problems.append(Problem(page.path, page.line_of(near), f"a note, a list or another piece of its own stands in the sentence '{near[:60]}'.",
                                              "give its call a paragraph of its own, with an empty line before and after.", "pieces-stand-alone"))
        named = laid_out(with_addresses(html, page.url), lambda table: self.look("table", page, table=table))
        linked = HEADING.sub(lambda m: self._heading(int(m[1]), m[2], m[3]), named)  # the same ones stand on many pages
        return stash.html(linked)

    def words(self, text: str, page: Page | None, where: str, line: int) -> str:
        """Return a header's or a note's text as plain words."""
        spot = Spot(where, line - 1, page)
        return spot.stash.words(self.fill(text, spot)).strip()

    def html(self, text: str, page: Page | None, where: str, line: int) -> Markup:
        """Return a header's text as safe HTML."""
        spot = Spot(where, line - 1, page)
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
            return "".join([piece if isinstance(piece, str) else self._made(piece, spot) for piece in _pieces(text)])
        except jinja2.TemplateSyntaxError as error:
            self.tell(f"this is not a call the press can read: {error.message}", "write it like {{ note(\"cold-stop-signs\") }}.",
                      "known-names", error.lineno)
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

    def _made(self, called: Called, spot: Spot) -> str:
        """Return what a call gives: nothing, when there is no such name."""
        spot.line = called.line
        if called.name not in self.functions:
            self.unknown_name(called.name)
            return ""
        return str(self.functions[called.name](*called.given))

    def tell(self, says: str, fix: str, rule: str, line: int = 0) -> None:
        """Add a problem at the line of the call in hand, or at `line` of the text in hand."""
        at = (line or self.spot.line) + self.spot.before
        self.site.problems.append(Problem(self.spot.where, at, says, fix, rule))

    def unknown_name(self, name: str) -> None:
        self.tell(f"there is no '{name}' to call.{did_you_mean(name, self.functions)}", f"use one of: {', '.join(sorted(self.functions))}.", "known-names")
