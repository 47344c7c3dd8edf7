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
EXAMPLES = {"hello@practice.example", "https://practice.example/", "+44 20 7946 0000", "1 River Street, Exampletown", "A. Person", "A. Clinician", "their own"}  # as mkdocs.yml and README.md show them
PLACEHOLDER = re.compile(r"^(?:your\W?\w*|my\W?name|name|you|user|username|e?mail|someone|somebody|test|first\W?name\W?last\W?name)@|[@./](?:your\W?\w+|example|domain|mysite|my\W?(?:site|practice|clinic)|website|test)\.[a-z.]{2,6}(?:/|$)", re.IGNORECASE)
COUNTS_UP = "01234567890123456789"
OFFERS = re.compile(r"[£$€]\s?\d|\d\s?[%£$€]|\b(?:free (?:visit|session|trial|consultation|treatment|massage|gift)s?|(?:visit|session|trial|consultation|treatment|massage|gift)s? free|offers?|discounts?|for sale|half price|book(?:ing)? (?:now|today|online|a|your)|call (?:now|today|us)|from \d)\b", re.IGNORECASE)  # an advert, on every page
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
        elif practice.phone and (digits := re.sub(r"\D", "", practice.phone)) and (not 7 <= len(digits) <= 15 or len(set(digits[2:])) < 2 or digits in COUNTS_UP or digits[::-1] in COUNTS_UP):
            wrong("phone", f"'{practice.phone}' is nobody's number.", "write the whole number of the practice, as one dials it from abroad, or leave 'phone:' out.")
        for key in ("email", "website"):
            if made_up := PLACEHOLDER.search(getattr(practice, key)):
                wrong(key, f"'{getattr(practice, key)}' is made up, as '{made_up[0]}' shows, and reaches nobody.", f"write your own, or leave '{key}:' out.")
        for key in ("name", "address"):
            if offer := OFFERS.search(getattr(practice, key)):
                wrong(key, f"'{offer[0]}' in '{getattr(practice, key)}' is an advert, and stands on every page beside the advice.", f"write the {key} alone.")
        if practice.website and not _is_web(practice.website):
            wrong("website", f"'{practice.website}' is not a web address.", "write it in full, like 'https://practice.example/'.")
        for key in ("author", "reviewer"):
            person = getattr(practice, key)
            if person and (word := _no_person(person.name)):
                wrong(key, f"'{person.name}' is not the name of a person: '{word}'.", f"write the name of the one person who answers for it, or leave '{key}:' out.")
            for value in (person.name, person.credentials) if person else ():
                _plain(key, value, wrong)
        if practice.reviewer and not practice.reviewer.credentials:
            wrong("reviewer", f"it does not say what makes '{practice.reviewer.name}' fit to review.", f'write {{name: {practice.reviewer.name}, credentials: "what they are by law, such as physiotherapist"}}.')
        if practice.author and practice.reviewer and _same(practice.author.name, practice.reviewer.name):
            wrong("reviewer", f"'{practice.reviewer.name}' is the author too, and nobody can review their own work.", "name another clinician who has read every page, or leave 'reviewer:' and 'reviewed:' out.")
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
    if len(practice.colours) == 2 and len({colour.lower() for colour in practice.colours.values()}) == 1:
        wrong("colours", f"'cold' and 'warm' are both '{practice.colours['cold']}', and each means something of its own." if "cold" in practice.colours else "'colours' names one colour twice.", "give them two colours, or leave one out.")
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
    if value in EXAMPLES:
        wrong(key, f"'{value}' is only there to show how '{key}' is written.", f"write your own, or leave '{key}:' out.")
    if re.search(r"\s\s", value.strip()):
        wrong(key, f"'{value}' has two spaces in a row.", f'write "{" ".join(value.split())}".')
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


def _same(one: str, other: str) -> bool:
    """Tell whether two names are one person's, whatever titles and signs stand around them."""
    words = [{word for word in re.findall(r"[^\W\d_]{2,}", name.lower())} - {"dr", "mr", "mrs", "ms", "miss", "prof", "professor"} for name in (one, other)]
    return bool(words[0]) and words[0] == words[1]


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in parts.netloc and not re.search(r"[\s<>\"'\\]", address)
