"""Finds a topic's words in a text, however an author writes them: ice pack, ice-pack, icepack, Ice Packs, ice packs."""

import re
import unicodedata
from functools import lru_cache

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphens and marks without width, which only part a word for the eye
_APOSTROPHES = re.compile("[‘’ʼ`´′＇]")
LOOKALIKES = str.maketrans("аеорсухіјѕԁԛԝһοανικρτυχ", "aeopcyxijsdqwhoavikptux")  # Cyrillic and Greek letters that look like ours
_GAP = r"[\s\-‐‑‒–—_/\"“”'()]*"  # between two words of a phrase: a space, a hyphen, a line's end, a bracket or nothing
_SMALL = rf"(?:(?:a|an|the|your|some){_GAP})?"  # "put ice" is also "put some ice"
_SPELLINGS = (("ae", "a?e"), ("oe", "o?e"), ("our", "ou?r"), ("isa", "i[sz]a"), ("ise", "i[sz]e"), ("'", "'?"))  # British, and American


def plain(text: str) -> str:
    """Return a text as it is searched: small letters, straight apostrophes, no marks that part a word for the eye alone."""
    return _APOSTROPHES.sub("'", UNSEEN.sub("", unicodedata.normalize("NFKC", text))).lower().translate(LOOKALIKES)


def hits(topic_words: tuple[str, ...], text: str) -> list[str]:
    """Return the words of a topic that a `plain` text holds, as they stand there, each once."""
    found = _any_of(topic_words).findall(text) if topic_words else []
    return list(dict.fromkeys(" ".join(hit.split()) for hit in found))


@lru_cache(maxsize=None)
def _any_of(topic_words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(topic_words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(_phrase(plain(words)) for words in longest_first)})(?!\w)")


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
