"""Finds a topic's words in a text, however an author writes them: ice pack, ice-pack, icepack, Ice Packs, ice packs."""

import re
import unicodedata
from functools import cache, lru_cache

# soft hyphens and marks without width, which only part a word for the eye
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_APOSTROPHES = re.compile("[‘’ʼ`´′＇]")
# Cyrillic and Greek letters that look like ours
LOOKALIKES = str.maketrans("аеорсухіјѕԁԛԝһοανικρτυχ", "aeopcyxijsdqwhoavikptux")
_SIGNS = str.maketrans("‐‑‒–—“”", '-----""')
_GAP = r"[\s\-_/\"'()]*"  # between two words of a phrase: a space, a hyphen, a line's end, a bracket or nothing
_SMALL = rf"(?:(?:a|an|the|your|some){_GAP})?"  # "put ice" is also "put some ice"
# British, and American
_SPELLINGS = (("ae", "a?e"), ("oe", "o?e"), ("our", "ou?r"), ("isa", "i[sz]a"), ("ise", "i[sz]e"), ("'", "'?"))


def plain(text: str) -> str:
    """Return a text as it is searched: small letters, straight apostrophes, no marks that part a word for the eye alone."""
    if text.isascii():  # as most are
        return text.lower().replace("`", "'")
    return _APOSTROPHES.sub("'", UNSEEN.sub("", unicodedata.normalize("NFKC", text))).lower().translate(LOOKALIKES)


def hits(topic_words: tuple[str, ...], text: str) -> list[str]:
    """Return the words of a topic that a `plain` text holds, as they stand there, each once."""
    found = _any_of(topic_words).finditer(_plain_signs(text)) if topic_words else ()
    return list(dict.fromkeys(" ".join(text[hit.start():hit.end()].split()) for hit in found))


@lru_cache(maxsize=1024)  # a text is searched for one topic after the other
def _plain_signs(text: str) -> str:
    """Return a text with simple hyphens and quotation marks, letter for letter:
    a pattern that names the others is slow to make."""
    return text.translate(_SIGNS)


@cache
def _any_of(topic_words: tuple[str, ...]) -> re.Pattern[str]:
    # each way to begin with one letter together, the longest first: most letters of a text begin none of them
    by_letter: dict[str, list[str]] = {}
    for words in sorted(topic_words, key=len, reverse=True):
        for phrase in _openings(_phrase(_plain_signs(plain(words)))):
            by_letter.setdefault(phrase[:1], []).append(phrase)
    groups = "|".join(rf"(?:{'|'.join(phrases)})" for phrases in by_letter.values())
    return re.compile(rf"(?<!\w)(?:{groups})(?!\w)")


def _openings(phrase: str) -> list[str]:
    """Return the pattern of a phrase with its first letter, and without one that may be missing:
    "a?erobic" is "aerobic" and "erobic"."""
    return [phrase[0] + phrase[2:], *_openings(phrase[2:])] if phrase[1:2] == "?" else [phrase]


def _phrase(words: str) -> str:
    return f"{_GAP}{_SMALL}".join(_word(word) for word in re.split(r"[\s-]+", words))


def _word(word: str) -> str:
    """Return the pattern of a word: both spellings, one or many, with or without an apostrophe."""
    pattern = re.escape(word)
    for british, either in _SPELLINGS:
        pattern = pattern.replace(british, either)
    if len(word) < 3:
        return pattern
    if pattern.endswith("y"):
        return rf"{pattern[:-1]}(?:y(?:'?s)?|ies)"
    return rf"{pattern}(?:e?s|'s?)?"
