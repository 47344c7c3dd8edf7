"""Checks the practice's own block in `mkdocs.yml`, so that a slip there is told in words and nothing in it can harm the site."""

import re
import unicodedata
from collections.abc import Iterator

from press.contact_slips import contact_slips
from press.contrast import contrast
from press.model import Practice
from press.people_slips import people_slips
from press.problem import Problem
from press.schema import build
from press.settings import Settings
from press.strict_yaml import Row

LONGEST = 200  # characters in one value
PAPER = "#fffdf9"  # the light background; dark mode keeps the guide's own colours
CONTRAST = 7.0  # text against the light paper, WCAG AAA
# kinds of characters, in Unicode's letters: they break lines, turn words round, or hide
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
CURLY = re.compile(r"[“‘„].*[”’“‘]$")  # quotes that a word processor makes, and YAML does not know
HEX = re.compile(r"#[0-9a-fA-F]{6}$")
EXAMPLES = {  # as mkdocs.yml and README.md show them
    "hello@practice.example", "https://practice.example/", "+44 20 7946 0000", "1 River Street, Exampletown", "A. Person",
    "A. Clinician", "their own",
}


def read_practice(settings: Settings, problems: list[Problem]) -> Practice:
    """Return the practice with what is right in its block; what is wrong is added to `problems`, all at once."""
    block, found = settings.practice, []
    practice = (build(Practice, block, "mkdocs.yml", block.line, "practice-block", found)
                or build(Practice, _readable(block), "mkdocs.yml", block.line, "practice-block", []))
    slips = [slip for key, value in block.items() if isinstance(value, str) for slip in _text_slips(key, value)]
    if practice:
        slips += [*contact_slips(practice), *people_slips(practice), *_colour_slips(practice.colours)]
        for key in ("author", "reviewer"):
            if person := getattr(practice, key):
                slips += [*_text_slips(key, person.name), *_text_slips(key, person.credentials)]
    found += [Problem("mkdocs.yml", settings.practice_line(key), says, fix, "practice-block") for key, says, fix in slips]
    problems += found
    wrong = {key for key, *_ in slips}
    return Practice(**{key: value for key, value in vars(practice or Practice()).items() if key not in wrong})


def _readable(block: Row) -> Row:
    """Return the lines of the block that can be read, each judged alone."""
    sound = Row(block.line)
    for key, value in block.items():
        alone = Row(block.line)
        for row in (alone, sound):
            row[key], row.lines[key] = value, block.lines[key]
        if build(Practice, alone, "mkdocs.yml", block.line, "practice-block", []) is None:
            del sound[key]
    return sound


def _colour_slips(colours: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    if len(colours) == 2 and len({colour.lower() for colour in colours.values()}) == 1:
        one, other = colours
        yield ("colours", f"'{one}' and '{other}' are both '{colours[one]}', and each means something of its own.",
               "give them two colours, or leave one out.")
    for name, colour in colours.items():
        if name not in ("cold", "warm"):
            yield "colours", f"'{name}' is not a colour of the guide.", "use 'cold' and 'warm' only."
        elif not HEX.match(colour):
            yield "colours", f"'{colour}' is not a colour.", "write it in quotes, like \"#1b4f72\"."
        elif (ratio := contrast(colour, PAPER)) < CONTRAST:
            yield ("colours",
                   f"'{colour}' is too pale to read: its contrast is {ratio:.1f} to 1, and text needs {CONTRAST:g} to 1.",
                   f"choose a darker colour for '{name}'.")


def _text_slips(key: str, value: str) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with a value as a piece of text, whatever it says."""
    if CURLY.match(value):
        yield key, f"the quotes around '{value}' are curly, and would be printed.", f'write straight ones: "{value[1:-1]}".'
        return
    if value in EXAMPLES:
        yield key, f"'{value}' is only there to show how '{key}' is written.", f"write your own, or leave '{key}:' out."
    if re.search(r"\s\s", value.strip()):
        yield key, f"'{value}' has two spaces in a row.", f'write "{" ".join(value.split())}".'
    if len(value) > LONGEST:
        yield key, f"'{key}' is {len(value)} characters long.", f"shorten it to {LONGEST} or fewer."
    if sign := next((s for s in ("{{", "{%", "{#", "}}") if s in value), ""):
        yield key, f"'{key}' holds the template sign '{sign}'.", "write it as plain text."
    for sign in sorted({sign for sign in value if unicodedata.category(sign) in UNSEEN}):
        called = unicodedata.name(sign, "a line break or a control character")
        yield (key, f"'{key}' holds U+{ord(sign):04X} ({called}), which nobody can see.",
               "take it out, or type the words anew on one line. Words that run from right to left need no such sign.")
