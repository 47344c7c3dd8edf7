"""The words of a text as the search sees them. search-words.js splits and cuts what is typed in the same way;
a test holds the two together."""

import re
import unicodedata
from functools import cache

# Such words stand in every question, and say little.
STOP_WORDS = """
    a about all also am an and any are arent as at be been being but by came can come comes could couldnt define did do does
    doing for from get getting go goes going gonna got had has have havent having he her hers hes him his how hows i id if
    im in into is isnt it its ive just know like made make makes making may me mean meaning means might my need of on or our
    ours please pls put really say says shall she shes should so some take takes taking tell that thats the their them then
    there theres these they theyre think this those to too took tried try u ur us use used using very wanna want was wasnt
    we went were weve what whats when where wheres which while who whos why will with would wouldnt yall you your youre yours
    yous youve""".split()
# Such words say what somebody wants to do and who wants it, and name no illness: the others are looked at for the name of a
# warning.
WISHES = """
    after allowed apply avoid bad ball before better client cold compress cool cooling cube dad danger dangers deep fine
    freeze frozen gel good gun help husband ice iced icepack icing massage massaged massages massaging masseuse mum ok okay
    pack packs patient peas press pressure risk risks roller rub rubbed rubbing rubs safe session someone sports still
    therapist therapy tissue treatment wife without""".split()
CHILD, OLD = 18, 60  # years
_ACCENTS, _WORD = re.compile("[\u0300-\u036f'’]"), re.compile("[a-z0-9]+")
_LETTER = re.compile(r"\b([a-z])\.(?=[a-z]\b)", re.ASCII)
_NUMBER = re.compile(r"(?<=[0-9])(?=[a-z]{3})")  # not in "2nd", "l5s1" and "10mg"
_AGE = re.compile(r"\b(?:(?:over|aged?|is|am|im|nearly|turned) (\d{1,3})\b"
                  r"(?! ?(?:min|sec|h(?:ou)?rs?\b|times|days|weeks|months|years? ago|degrees|%|°))"
                  r"|(\d{1,3})[ -]?(?:years?|yrs?|yo)\b(?! ago)|\d{1,2}[ -]?months?[ -]old)", re.IGNORECASE | re.ASCII)
_WRAPPED = re.compile(r"\brapp")
_ENDS = [(re.compile(end), short) for end, short in (
    (r"(..)ies$", r"\1y"), (r"(ss|x|z|ch|sh)es$", r"\1"), (r"(.[^siu])s$", r"\1"), (r"(...)ness$", r"\1"), (r"(.{4})ly$", r"\1"),
    (r"(.{3}[st])ion$", r"\1"), (r"^(.*[aeiouy].*)ing$", r"\1"), (r"^(.*[aeiouy].*[^e])ed$", r"\1"),
    (r"^([aeiouy][^e])ed$", r"\1"), (r"([bdfgmnprt])\1$", r"\1"), (r"^([aeiou][bcdgsx])$", r"\1e"), (r"(...)e$", r"\1"))]


def split(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and apostrophes: R.I.C.E. is one word, "20mins" is two, and "rapped"
    is "wrapped", as somebody in distress may write a word that is cut to the same stem."""
    bare = _ACCENTS.sub("", unicodedata.normalize("NFD", text.lower()))
    return _WORD.findall(_WRAPPED.sub("wrapp", _NUMBER.sub(" ", _LETTER.sub(r"\1", bare) if "." in bare else bare)))


def ages(text: str) -> str:
    """Return a question with who is meant beside each age: "82 year old" says "elderly", "aged 9" says "child"."""
    return _AGE.sub(lambda age: f"{age[0]} {_who(int(age[1] or age[2] or 0))}", text)


def _who(years: int) -> str:
    return "child" if years < CHILD else "elderly" if years >= OLD else ""


@cache
def stem(word: str) -> str:
    """Return a word without its ending, which only serves to compare: "ice", "iced" and "icing" share one."""
    for end, short in _ENDS:
        word = end.sub(short, word)
    return word
