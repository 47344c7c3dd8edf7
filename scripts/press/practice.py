"""Checks the practice's own block in `mkdocs.yml`, so that a slip there is told in words and nothing in it can harm the site."""

import re
import unicodedata
from urllib.parse import urlsplit

from press.model import Practice
from press.problem import Problem
from press.schema import build
from press.settings import Settings

LONGEST = 200  # characters in one value
PAPER = "#fffdf9"  # the light background; dark mode keeps the guide's own colours
CONTRAST = 7.0  # text against the light paper, WCAG AAA
EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")
PHONE = re.compile(r"\+?[0-9][0-9 ()-]{4,24}$")
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}  # kinds of characters, in Unicode's letters: they break lines, turn words round, or hide
CURLY = re.compile(r"[“‘„].*[”’“‘]$")  # quotes that a word processor makes, and YAML does not know
NO_PERSON = re.compile(r"\b(?:project|teams?|staff|group|clinics?|practices?|cent(?:re|er)s?|hospitals?|company|ltd|llc|inc|board|panel|committee|department|university|society|association|experts?"
                       r"|specialists?|doctors|clinicians|nurses|physios|physiotherapists|therapists|professionals|authors|editors|readers|clients|patients|people|everyone|everybody|anyone|somebody|someone"
                       r"|nobody|anonymous|unknown|tb[acd]|todo|n/a|website|google|computer|software|robot|bot|a\.i\.|artificial intelligence|language model|chat ?gpt|gpt(?:-?\w+)?|copilot|llama)\b|@|://"
                       r"|^(?:(?:the|our|my|your|any|some|all) .*|(?-i:an?) (?:doctor|clinician|nurse|physio\w*|therapist|friend|reviewer|expert)|none|me|myself|we|us|our|ourselves|who|nhs|ai|bots?|claude|gemini|model|assistant|machine|internet|to be .*|(?:no|your|my) name|name|test)$", re.IGNORECASE)
HEX = re.compile(r"#[0-9a-fA-F]{6}$")


def read_practice(settings: Settings, problems: list[Problem]) -> Practice:
    """Return the practice, or an unnamed one when the block is empty or wrong; what is wrong is added to `problems`."""
    block, found = settings.practice, []

    def wrong(key: str, says: str, fix: str) -> None:
        found.append(Problem("mkdocs.yml", settings.practice_line(key), says, fix, "practice-block"))

    practice = build(Practice, block, "mkdocs.yml", block.line, "practice-block", found)
    for key, value in block.items():
        if isinstance(value, str):
            _plain(key, value, wrong)
    if practice:
        if practice.email and not EMAIL.match(practice.email):
            wrong("email", f"'{practice.email}' is not an email address.", "write it like 'hello@practice.example'.")
        if practice.phone and not PHONE.match(practice.phone):
            wrong("phone", f"'{practice.phone}' is not a phone number.", "write digits and spaces in quotes, like \"+44 20 7946 0000\".")
        elif practice.phone and "(0)" in practice.phone:
            wrong("phone", f"'{practice.phone}' holds a '(0)', which a phone would dial.", f'write it as one dials it from abroad: "{re.sub(r" *[(]0[)] *", " ", practice.phone)}".')
        if practice.website and not _is_web(practice.website):
            wrong("website", f"'{practice.website}' is not a web address.", "write it in full, like 'https://practice.example/'.")
        for key in ("author", "reviewer"):
            person = getattr(practice, key)
            if person and (word := _no_person(person.name)):
                wrong(key, f"'{person.name}' is not the name of a person: '{word}'.", f"write the name of the one person who answers for it, or leave '{key}:' out.")
            for value in (person.name, person.credentials) if person else ():
                _plain(key, value, wrong)
        if practice.reviewer and not practice.reviewed:
            wrong("reviewer", "a reviewer is named, but not when the guide was reviewed.", "add 'reviewed:' and the day as YYYY-MM-DD.")
        if practice.reviewed and not practice.reviewer:
            wrong("reviewed", "a day of review is given, but nobody is named.", "add 'reviewer:' with 'name:' and 'credentials:', or remove 'reviewed:'.")
        _colours(practice, wrong)
    problems += found
    return practice if practice and not found else Practice()


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours written as #rrggbb."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _colours(practice: Practice, wrong) -> None:
    for name, colour in practice.colours.items():
        if name not in ("cold", "warm"):
            wrong("colours", f"'{name}' is not a colour of the guide.", "use 'cold' and 'warm' only.")
        elif not HEX.match(colour):
            wrong("colours", f"'{colour}' is not a colour.", "write it in quotes, like \"#1b4f72\".")
        elif (ratio := contrast(colour, PAPER)) < CONTRAST:
            wrong("colours", f"'{colour}' is too pale to read: its contrast is {ratio:.1f} to 1, and text needs {CONTRAST:g} to 1.",
                  f"choose a darker colour for '{name}'.")


def _luminance(colour: str) -> float:
    parts = [int(colour[n:n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _plain(key: str, value: str, wrong) -> None:
    if CURLY.match(value):
        wrong(key, f"the quotes around '{value}' are curly, and would be printed.", f'write straight ones: "{value[1:-1]}".')
        return
    if len(value) > LONGEST:
        wrong(key, f"'{key}' is {len(value)} characters long.", f"shorten it to {LONGEST} or fewer.")
    if sign := next((s for s in ("{{", "{%", "{#", "}}") if s in value), ""):
        wrong(key, f"'{key}' holds the template sign '{sign}'.", "write it as plain text.")
    for sign in sorted({sign for sign in value if unicodedata.category(sign) in UNSEEN}):
        wrong(key, f"'{key}' holds U+{ord(sign):04X} ({unicodedata.name(sign, 'a line break or a control character')}), which nobody can see.",
              "take it out, or type the words anew on one line. Words that run from right to left need no such sign.")


def _no_person(name: str) -> str:
    """Return what in a name shows that it is nobody's, or an empty string. A person's name has a word of two letters or more."""
    found = NO_PERSON.search(re.sub(r"<[^>]*>|&\w+;", " ", name))
    return found[0] if found else "" if re.search(r"[^\W\d_]{2}", name) else name


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in parts.netloc and not re.search(r"[\s<>\"'\\]", address)
