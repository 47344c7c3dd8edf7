"""Tells slips in whom a practice names: its author and its reviewer are persons, and two of them,
and the reviewer is fit to review."""

import re
from collections.abc import Iterator

from press.model import Practice

_GROUPS = ("project|teams?|staff|group|clinics?|practices?|cent(?:re|er)s?|hospitals?|company|ltd|llc|inc|board|panel|committee|department"
           "|university|society|association")
_KINDS_OF_PEOPLE = ("experts?|specialists?|doctors|clinicians|nurses|physios|physiotherapists|therapists"
                    "|professionals|authors|editors|readers"
                    "|clients|patients|people|everyone|everybody|anyone|somebody|someone|nobody|anonymous|unknown")
_THINGS = (r"tb[acd]|todo|n/a|website|google|computer|software|robot|bot"
           r"|artificial intelligence|language model|chat ?gpt|gpt(?:-?\w+)?"
           "|copilot|llama")
_WHOLE = (r"(?:the|our|my|your|any|some|all) .*|(?-i:an?) (?:doctor|clinician|nurse|physio\w*|therapist|friend|reviewer|expert)"
          r"|none|me|myself|we|us|our|ourselves|who|nhs|a\.?i\.?|bots?|claude|gemini|model|assistant|machine|internet|to be .*"
          "|(?:no|your|my) name|name|test")
NO_PERSON = re.compile(rf"\b(?:{_GROUPS}|{_KINDS_OF_PEOPLE}|{_THINGS})\b|@|://|^(?:{_WHOLE})$", re.IGNORECASE)
NO_CREDENTIALS = re.compile(rf"^\W*(?:\w\W*|{_THINGS}|none|no|yes|unknown|various|many|qualified)?\W*$", re.IGNORECASE)
TITLES = {"dr", "mr", "mrs", "ms", "miss", "prof", "professor"}


def people_slips(practice: Practice) -> Iterator[tuple[str, str, str]]:
    """Yield the key in the block, what is wrong with whom it names, and the fix."""
    author, reviewer = practice.author, practice.reviewer
    for key, person in (("author", author), ("reviewer", reviewer)):
        if person and (word := _no_person(person.name)):
            yield (key, f"'{person.name}' is not the name of a person: '{word}'.",
                   f"write the name of the one person who answers for it, or leave '{key}:' out.")
    if reviewer and NO_CREDENTIALS.search(reviewer.credentials):
        yield ("reviewer", f"it does not say what makes '{reviewer.name}' fit to review.",
               f'write {{name: {reviewer.name}, credentials: "what they are by law, such as physiotherapist"}}.')
    if author and reviewer and _same(author.name, reviewer.name):
        yield ("reviewer", f"'{reviewer.name}' is the author too, and nobody can review their own work.",
               "name another clinician who has read every page, or leave 'reviewer:' and 'reviewed:' out.")
    if reviewer and not practice.reviewed:
        yield ("reviewer", "a reviewer is named, but not when the guide was reviewed.",
               "add 'reviewed:' and the day as YYYY-MM-DD.")
    if practice.reviewed and not reviewer:
        yield ("reviewed", "a day of review is given, but nobody is named.",
               "add 'reviewer:' with 'name:' and 'credentials:', or remove 'reviewed:'.")


def _no_person(name: str) -> str:
    """Return what in a name shows that it is nobody's, or an empty string. A person's name has a word of two letters or more."""
    found = NO_PERSON.search(re.sub(r"<[^>]*>|&\w+;", " ", name))
    return found[0] if found else "" if re.search(r"[^\W\d_]{2}", name) else name


def _same(one: str, other: str) -> bool:
    """Tell whether two names are one person's, whatever titles and signs stand around them."""
    words = [set(re.findall(r"[^\W\d_]{2,}", name.lower())) - TITLES for name in (one, other)]
    return bool(words[0]) and words[0] == words[1]
