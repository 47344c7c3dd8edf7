"""Fills the words that differ by place, number or day: region words in data, doses with their units, and dates."""

import datetime
import re
from dataclasses import dataclass

from press.model import Dose, Region

REGION_WORDS = ("emergency", "advice", "ed", "urgent_care", "doctor", "maternity", "pen", "painkiller", "physio", "cast")
ELSEWHERE = "Elsewhere, call your local emergency number."
_FIELD = re.compile(r"\{([a-z_-]+)\}")
_NUMBER = re.compile(r"\[([0-9 ]+)\]")


@dataclass(frozen=True)
class Part:
    """A stretch of text, or a phone number to call."""

    text: str
    number: bool = False

    @property
    def tel(self) -> str:
        return self.text.replace(" ", "")


def region_parts(region: Region, word: str) -> list[Part]:
    """Return a region's word as parts, its phone numbers apart. Raises AttributeError for a word that is not one."""
    if word not in REGION_WORDS:
        raise AttributeError(word)
    pieces = _NUMBER.split(getattr(region, word))
    return [Part(piece, number=n % 2 == 1) for n, piece in enumerate(pieces) if piece]


def regional_parts(text: str, region: Region) -> list[Part]:
    """Return a data text with its {region} words filled, as parts. A sentence with a number ends by naming other places."""
    parts: list[Part] = []
    for n, piece in enumerate(_FIELD.split(text)):
        parts += region_parts(region, piece) if n % 2 else [Part(piece)] if piece else []
    if any(part.number for part in parts):
        parts.append(Part(" " + ELSEWHERE))
    return parts


def plain(parts: list[Part], region: Region) -> str:
    """Return parts as plain words, the country beside each number."""
    return "".join(f"{part.text} ({region.country})" if part.number else part.text for part in parts)


def amount(dose: Dose, name: str) -> str:
    """Return a number of a dose with its unit, such as '10 minutes'. Raises KeyError when the dose has no such number."""
    return dose.numbers[name]


def bare(dose: Dose, name: str) -> str:
    """Return a number of a dose without its unit, such as '10'."""
    return amount(dose, name).split(" ", 1)[0]


def sentence(dose: Dose) -> str:
    """Return a dose's sentence with its numbers filled. One that the dose has not stays as it is; reading has told it."""
    return _FIELD.sub(lambda m: dose.numbers.get(m[1], m[0]), dose.says)


def unknown(dose: Dose) -> list[str]:
    """Return the numbers that a dose's sentence names, and the dose has not."""
    return [name for name in _FIELD.findall(dose.says) if name not in dose.numbers]


def day(date: datetime.date) -> str:
    """Return a date in words: 2026-11-22 -> 22 November 2026."""
    return f"{date.day} {date:%B %Y}"
