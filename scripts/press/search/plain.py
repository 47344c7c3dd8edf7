"""The words of a text as the search sees them. search-words.js splits what is typed in the same way."""

import re
import unicodedata

# Such words stand in every question, and say little.
STOP_WORDS = """a about all also am an and any are as at be been being but by came can come comes could define did do does doing for from get getting go
 goes going got had has have having he her hers him his how i id if im in into is it its ive just know like made make makes making may me mean
 meaning means might my need of on or our ours please put really say says shall she should so some take takes taking tell that the their them then
 there these they think this those to too took tried try us use used using very want was we went were what when where which while who why will with
 would you your yours""".split()


def split(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents and apostrophes: R.I.C.E. is one word."""
    bare = re.sub("[\u0300-\u036f'’]", "", unicodedata.normalize("NFD", text.lower()))
    return re.findall("[a-z0-9]+", re.sub(r"\b([a-z])\.(?=[a-z]\b)", r"\1", bare))
