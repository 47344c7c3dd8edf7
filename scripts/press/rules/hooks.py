"""Stylesheets and scripts ask for classes, ids and data names; templates, pages and scripts give them. A letter lost on one side
would lose a look, or what a button does, and nobody would hear of it."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

from press.built import Built
from press.model import SEVERITIES, URGENCY_WORDS, VERDICTS
from press.rules import Found, problem, rule
from press.site import Site
from press.style_sheets import sheet_rules
from press.styles import StyleRule
from press.texts import finds, our_scripts

ASKED = re.compile(r"(?P<sign>[.#])(?P<name>[A-Za-z_][\w-]*)|\[\s*(?P<data>data-[\w-]+)")  # in a selector
STRINGS = re.compile(r"\"[^\"]*\"|'[^']*'")  # what a selector says of values is no name
GIVEN = re.compile(r'\b(?P<what>class|id)="(?P<names>(?:\{\{.*?\}\}|\{%.*?%\}|[^"{])*)"|\b(?P<data>data-[\w-]+)')  # in a template
WORD = re.compile(r"[A-Za-z_][\w-]*")
FINDS = re.compile(r"""\b(?P<by>querySelector(?:All)?|closest|matches|getElementById|classList\s*\.\s*remove)\s*(?:\?\.)?\s*\(\s*"""
                   r"""(?P<quote>["'`])(?P<what>(?:(?!(?P=quote))[^\\\n])*)(?P=quote)""")
JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
MADE = re.compile(r"""(["'`])(?P<names>[A-Za-z_][\w -]*)\1""")  # scripts and templates may hand a name on before they give it
# What a template may fill into a class from the data, whether or not a row has it today.
WORDS_OF_DATA = {f".{word.replace(' ', '-')}" for word in (*VERDICTS, *SEVERITIES, *URGENCY_WORDS)}


class Name(NamedTuple):
    """A name as a selector writes it, `.note`, `#find` or `[data-copy]`, and where it stands."""

    name: str
    where: str
    line: int


@rule(about_look=True)
def names_of_looks_and_scripts_are_given(site: Site, built: Built) -> Found:
    """Each class, id and data name that a stylesheet or a script asks for is given by a template, a page or a script,
    and no template gives a class that is all but one of them."""
    in_templates = list(_in_templates(site))
    asked = list(_asked(site, built))
    names = {name.name for name in in_templates} | _in_pages(built) | _made(site, built) | WORDS_OF_DATA
    for name in {(name.name, name.where): name for name in reversed(asked) if name.name not in names}.values():
        yield problem("names-of-looks-and-scripts-are-given", name.where, name.line,
                      f"'{name.name}' is asked for, and no template, page or script gives it{_near(name.name, names)}.",
                      "write the name as the template gives it, or take out what asks for it.")
    wanted = {name.name for name in asked}
    for name in dict.fromkeys(name for name in in_templates if name.name.startswith(".") and name.name not in wanted):
        if near := _near(name.name, wanted - names):
            yield problem("names-of-looks-and-scripts-are-given", name.where, name.line,
                          f"no stylesheet and no script asks for the class '{name.name[1:]}'{near}.", "write the name that is asked for.")


def _asked(site: Site, built: Built) -> Iterator[Name]:
    """Yield what the stylesheets and the scripts ask for."""
    for sheet in sorted(name for name in built.files if name.endswith(".css")):
        for style in sheet_rules(built, sheet):
            if isinstance(style, StyleRule):
                yield from [Name(name, style.file, style.line) for name in _names(style.selector)]
    for _, where, text in our_scripts(site, built):
        for match in finds(FINDS, text):
            sign = {"getElementById": "#"}.get(match["by"], "." if match["by"].startswith("classList") else "")
            line = text.count("\n", 0, match.start()) + 1
            yield from (Name(name, where, line) for name in _names(sign + match["what"].partition("${")[0]))


@lru_cache(maxsize=2048)
def _names(selector: str) -> tuple[str, ...]:
    return tuple(f"[{match['data']}]" if match["data"] else match["sign"] + match["name"]
                 for match in ASKED.finditer(STRINGS.sub("''", selector)))


def _in_templates(site: Site) -> Iterator[Name]:
    """Yield what templates give, with all that may fill a gap in a class."""
    return (name for where, text in _templates(site).items() for name in _given(where, text))


@lru_cache(maxsize=256)  # in a preview, and in the tests, most templates are as they were
def _given(where: str, text: str) -> tuple[Name, ...]:
    found = []
    for match in GIVEN.finditer(text):
        names = ([f"[{match['data']}]"] if match["data"]
                 else [".#"[match["what"] == "id"] + name for name in WORD.findall(match["names"])])
        found += [Name(name, where, text.count("\n", 0, match.start()) + 1) for name in names]
    return tuple(found)


def _in_pages(built: Built) -> set[str]:
    """Return what the built pages give, also where a template fills it in."""
    found: set[str] = set()
    for page in built.pages.values():
        found.update(f".{name}" for name in page.elements.by_class)
        found.update(f"#{id}" for id in page.ids)
        found.update(f"[{name}]" for name in page.elements.by_attribute if name.startswith("data-"))
    return found


def _made(site: Site, built: Built) -> set[str]:
    """Return what scripts and templates may give: each name in quotes with which a script finds nothing itself."""
    code = [text for _, _, text in our_scripts(site, built)]
    code += [" ".join(filled[0] for filled in finds(JINJA, text)) for text in _templates(site).values()]
    return {sign + name for text in code for name in _handed_on(text) for sign in ".#"}


@lru_cache(maxsize=256)  # in a preview, and in the tests, most scripts and templates are as they were
def _handed_on(code: str) -> frozenset[str]:
    return frozenset(name for match in MADE.finditer(FINDS.sub("", code)) for name in match["names"].split())


def _templates(site: Site) -> dict[str, str]:
    return {where: text for where, text in site.written.items() if where.startswith("overrides/") and where.endswith((".html", ".svg"))}


def _near(name: str, known: set[str]) -> str:
    """Return a question for the name that was meant, or no words."""
    near = get_close_matches(name, sorted(known), 1, 0.8)
    return f": did you mean '{near[0].removeprefix('.')}'" if near else ""
