"""Finds the numbers to call in a text: those of any country's help and advice, and whatever looks like a phone number."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache

from press.model import Region
from press.site import Site

# Lines for help and advice of some country, which the table of regions does not print; one that is right here is wrong elsewhere.
OTHER_LINES = ("811", "988", "1737", "18000", "116 123", "116 117", "13 11 14", "13 43 25 84", "1800 022 222", "1800 633 422",
               "1800 700 700", "0800 611 116", "1300 60 60 24")
COUNTED = (r"(?!\s+(?:people|patients|adults|women|men|athletes|players|runners|participants|muscles|studies|trials|cases|reports"
           r"|knees|shoulders|ankles)\b)")
DIGIT = "(?:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine)"
TO_CALL = (r"(?<=\b)(?:call|dial|ring|phone|text|tel\.?|telephone|sms)\b(?: [a-z]+){0,2}? "
           rf"\(?(?:[0-9]{{3,}}|[0-9](?:[ .-][0-9])+|(?:double|triple) {DIGIT}|{DIGIT}(?:[ -]{DIGIT})+)")
LONG = (r"1[ .-]8[0-9]{2}[ .-][0-9]{3}[ .-][0-9]{4}|\(0[0-9]{1,4}\) ?[0-9]{3,4} ?[0-9]{3,4}|\+[0-9][0-9 ()-]{6,}[0-9]"
        r"|\(?0[0-9]{2,4}\)?[ -][0-9]{3,4}[ -]?[0-9]{3,4}")


def finder(site: Site) -> Callable[[str], tuple[re.Match[str], ...]]:
    """Return what finds the numbers to call of any country in a text, but for digits in the practice's own phone and name:
    '01223 999 123' and 'Studio 111' call nobody's help.

    The same words stand on many pages, and are searched once.
    """
    found, practice = _finder(_all_numbers(site)), site.practice
    own = [words for words in (practice.phone, practice.name) if re.search(r"\d", words) and re.search(r"\D", words)]
    if not own:
        return found
    ours = re.compile("|".join(map(re.escape, own)))
    return lambda text: found(ours.sub(lambda said: "_" * len(said[0]), text))


@lru_cache(maxsize=4)  # in a preview, and in the tests, the numbers are as they were, and so are most texts
def _finder(known_numbers: tuple[str, ...]) -> Callable[[str], tuple[re.Match[str], ...]]:
    all_known = "|".join(re.escape(number).replace(r"\ ", "[ -]?") for number in known_numbers)
    known = rf"(?:{all_known})(?![\w/–:-]|[.,]\d){COUNTED}"
    called = rf"{TO_CALL}(?![\w%°]|[ -]?(?:min|hour|day|week)){COUNTED}"
    sought = re.compile(rf"(?<![\w.,/–:+-])(?:{known}|{LONG}|{called})", re.IGNORECASE)
    return lru_cache(maxsize=1 << 16)(lambda text: tuple(sought.finditer(unicodedata.normalize("NFKC", text))))


def is_ours(site: Site, number: str) -> bool:
    """Tell whether a number is the practice's own phone, or what its region calls its number, such as Triple Zero."""
    digits = re.sub(r"\D", "", number)
    if digits:
        return digits == re.sub(r"\D", "", site.practice.phone)
    said = " ".join(text for text in vars(site.region).values() if isinstance(text, str)) if site.region else ""
    return number.lower() in said.lower()


def numbers(region: Region) -> Iterator[str]:
    """Yield the numbers that a region's words print in square brackets, as links to call."""
    for text in vars(region).values():
        if isinstance(text, str):
            yield from (number.strip() for number in re.findall(r"\[([0-9 ]+)\]", text))


def _all_numbers(site: Site) -> tuple[str, ...]:
    found = {number for region in site.regions.values() for number in numbers(region)}
    return tuple(sorted(found | set(OTHER_LINES), key=lambda number: (-len(number), number)))
