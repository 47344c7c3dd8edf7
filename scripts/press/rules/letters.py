"""Words are written in letters of one alphabet, so that search,
readers' programs and whoever reads a change see what stands there."""

import contextlib
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from press.built import Built
from press.rules import Found, problem, rule
from press.rules.spelling import is_known, spoken
from press.site import Site
from press.topic_words import LOOKALIKES
from press.word_forms import forms

LEARNT = "docs/_data/learned.txt"  # written by `make learn`, never by hand
WORD = re.compile(r"[^\W\d_]+")
FOREIGN = re.compile(r"[\u0250-\u02af\u0370-\u058f\u13a0-\u13ff\u1c80-\u1c8f\u1d00-\u1dbf\u1f00-\u1fff\u2100-\u214f\u2c80-\u2cff"
                     r"\ua640-\ua69f\ufb00-\ufb06\uff21-\uff5a\U0001d400-\U0001d7ff]")
# more Cyrillic and Greek letters that look like ours
ALSO = str.maketrans("АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧвгкмнтεη", "ABEKMHOPCTYXIJSABEZHIKMNOPTYXbrkmhten")
# not a lone sign such as μ
OTHER_SCRIPT = re.compile(r"[\u0400-\u052f\u0370-\u03ff\u0590-\u06ff\u0900-\u0e7f\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{3}")
OTHERS = re.compile("[åäöøæßąćęłńśźżğışčřžőűñõãþð]")  # English lends these to names alone
NAMES = ("mkdocs.yml", "docs/_data/references.yml")  # a practice's own name, and the names of sources, may be in any language
UNSEEN = re.compile("[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
                    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e01ef\u0335-\u0338]")  # the last four strike a letter out
CODED = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);")  # a sign by its number or name: &#8203; &zwnj;
LEADS = "ÂÃÄÅâð"  # with which nearly all of those begin: looked for first, as they are rare
# what becomes of a sign when a program takes UTF-8 for something else: 'â€™' for an apostrophe
GARBLED = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039"
                     "\u0152\u017d\u2018\u2019\u201c\u201d\u2022"
                     "\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]+")
SHORT = 4  # words of a sentence that may hold none of our small ones
UNITS = {"μ", "µ", "Ω"}  # signs that stand before or beside Latin letters: 5 μm


@rule()
def words_are_in_one_alphabet(site: Site, built: Built) -> Found:
    """No word mixes our letters with those of another alphabet that look alike, and none is made of such letters alone."""
    for where, line, word in _strange(site):
        signs = ", ".join(dict.fromkeys(f"'{sign}' ({unicodedata.name(sign, f'U+{ord(sign):04X}')})" for sign in word
                                        if FOREIGN.match(sign)))
        yield problem("words-are-in-one-alphabet", where, line,
                      f"'{word}' holds {signs}, which only looks like a letter of ours.",
                      f"type the word again, with the letters of the keyboard: '{_ours(word)}'.")


@rule()
def no_sign_is_unseen(site: Site, built: Built) -> Found:
    """No word is parted by a sign that nobody sees, and none was garbled on its way:
    search, and programs that read aloud, would take it for another."""
    for where, text in site.written.items():
        yield from _garbled(where, text)
        if text.startswith("\ufeff") and where.startswith(("overrides/", "docs/assets/")):
            yield problem("no-sign-is-unseen", where, 1, "the file begins with 'ZERO WIDTH NO-BREAK SPACE', and nobody can see it.",
                          "save it as 'UTF-8', not as 'UTF-8 with BOM'.")
        for found in CODED.finditer(text) if "&" in text and where.endswith((".md", ".yml")) else ():
            if UNSEEN.match(unescape(found[0])):
                yield problem("no-sign-is-unseen", where, text.count("\n", 0, found.start()) + 1,
                              f"'{found[0]}' is a sign that nobody can see.", "take it out.")
        if where not in (*NAMES, LEARNT) and where.endswith((".md", ".yml")) and not text.isascii():
            for found in UNSEEN.finditer(text, text.startswith("\ufeff")):
                before = text[max(0, found.start() - 20):found.start()].rpartition("\n")[2]
                yield problem("no-sign-is-unseen", where, text.count("\n", 0, found.start()) + 1,
                              f"'{unicodedata.name(found[0], f'U+{ord(found[0]):04X}')}' stands after '{before}', and nobody can see it.",
                              "type the word again.")


@rule()
def words_are_english(site: Site, built: Built) -> Found:
    """A page and a note speak English, as they tell browsers and readers' programs: another language would be read aloud as if
    it were English, and no other rule understands it."""
    ours, theirs = (frozenset(forms(site, use)) for use in ("english", "foreign"))
    for where, line, said, words in spoken(site):
        usual = len(ours.intersection(words))
        strange = len(theirs.intersection(words)) + sum(bool(OTHERS.search(word)) for word in words)
        if (OTHER_SCRIPT.search(said) or strange > max(1, usual)
            or usual < 2 and len(words) >= SHORT and 2 * sum(not is_known(word) for word in words) > len(words)):
            yield problem("words-are-english", where, line, f"'{said[:80]}' is in another language.",
                          "write it in English; a guide in another language needs a copy of its own.")


def _garbled(where: str, text: str) -> Found:
    """Yield each sign of a text that was read as if it were several, with what it was."""
    for found in GARBLED.finditer(text) if where != LEARNT and any(sign in text for sign in LEADS) else ():
        with contextlib.suppress(UnicodeError):
            was = found[0].encode("cp1252").decode("utf-8")
            yield problem("no-sign-is-unseen", where, text.count("\n", 0, found.start()) + 1,
                          f"'{found[0]}' is a sign that was garbled when it was copied: it was '{was}'.",
                          "type it again, or save what it was copied from as UTF-8.")


def _strange(site: Site) -> Iterator[tuple[str, int, str]]:
    """Yield file, line and word of each such word in a file that authors write."""
    for where, text in site.written.items():
        for line, word in () if text.isascii() or where == LEARNT else _in(text):
            if _is_mixed(word) or where not in NAMES and _looks_ours(word):
                yield where, line, word


@lru_cache(maxsize=512)  # in a preview, most files are as they were
def _in(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a text that hold a letter beyond Latin, each with its line."""
    return tuple((number, word) for number, line in enumerate(text.split("\n"), 1) if FOREIGN.search(line)
                 for word in WORD.findall(line) if FOREIGN.search(word))


def _is_mixed(word: str) -> bool:
    return bool(re.search(r"[A-Za-z]", word)) and not UNITS.issuperset(FOREIGN.findall(word))


def _looks_ours(word: str) -> bool:
    """Tell whether a word of several letters is made of signs alone that stand for Latin letters,
    such as full-width or mathematical ones."""
    return len(word) > 1 and bool(re.fullmatch("[A-Za-z]+", _ours(word)))


def _ours(word: str) -> str:
    """Return a word in Latin letters, as far as its signs look like some."""
    return "".join(sign if sign.isascii() else _latin(sign) for sign in word)


def _latin(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign).translate(ALSO).translate(LOOKALIKES)
