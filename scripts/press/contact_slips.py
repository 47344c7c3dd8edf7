"""Tells slips in what a practice says of itself: an email, a phone number and a website that reach it,
and a name and an address that sell nothing."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from press.model import Practice

EMAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$")
PHONE = re.compile(r"\+?[0-9(][0-9 ()-]{4,24}$")
COUNTS_UP = "01234567890123456789"
_MADE_UP_BOX = r"your\W?\w*|my\W?name|name|you|user|username|e?mail|someone|somebody|test|first\W?name\W?last\W?name"
_MADE_UP_HOST = r"your\W?\w+|example|domain|mysite|my\W?(?:site|practice|clinic)|website|test"
MADE_UP = re.compile(rf"^(?:{_MADE_UP_BOX})@|[@./](?:{_MADE_UP_HOST})\.[a-z.]{{2,6}}(?:/|$)", re.IGNORECASE)
_GIVEN = "visit|session|trial|consultation|treatment|massage|gift"
_SOLD = (rf"free (?:{_GIVEN})s?|(?:{_GIVEN})s? free|offers?|discounts?|for sale|half price|book(?:ing)? (?:now|today|online|a|your)"
         r"|call (?:now|today|us)|from \d+")
OFFER = re.compile(rf"[£$€]\s?\d|\d\s?[%£$€]|\b(?:{_SOLD})\b", re.IGNORECASE)


def contact_slips(practice: Practice) -> Iterator[tuple[str, str, str]]:
    """Yield the key in the block, what is wrong with what it says, and the fix."""
    if practice.email and not EMAIL.match(practice.email):
        yield "email", f"'{practice.email}' is not an email address.", "write it like 'hello@practice.example'."
    if practice.phone:
        yield from _phone_slips(practice.phone)
    if practice.website and not _is_web(practice.website):
        yield "website", f"'{practice.website}' is not a web address.", "write it in full, like 'https://practice.example/'."
    for key in ("email", "website"):
        if made_up := MADE_UP.search(said := getattr(practice, key)):
            yield (key, f"'{said}' is made up, as '{made_up[0]}' shows, and reaches nobody.",
                   f"write your own, or leave '{key}:' out.")
    for key in ("name", "address"):
        if offer := OFFER.search(said := getattr(practice, key)):
            yield (key, f"'{offer[0]}' in '{said}' is an advert, and stands on every page beside the advice.",
                   f"write the {key} alone.")


def _phone_slips(phone: str) -> Iterator[tuple[str, str, str]]:
    digits = re.sub(r"\D", "", phone)
    if not PHONE.match(phone):
        yield "phone", f"'{phone}' is not a phone number.", "write digits and spaces in quotes, like \"+44 20 7946 0000\"."
    elif "(0)" in phone:
        yield ("phone", f"'{phone}' holds a '(0)', which a phone would dial.",
               f'write it as one dials it from abroad: "{re.sub(r" *[(]0[)] *", " ", phone)}".')
    elif not 7 <= len(digits) <= 15 or len(set(digits[2:])) < 2 or digits in COUNTS_UP or digits[::-1] in COUNTS_UP:
        yield ("phone", f"'{phone}' is nobody's number.",
               "write the whole number of the practice, as one dials it from abroad, or leave 'phone:' out.")


def _is_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in parts.netloc and not re.search(r"[\s<>\"'\\]", address)
