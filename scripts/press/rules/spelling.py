"""Words are spelt as British readers know them, and none stands twice by a slip of the keyboard."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from operator import eq

from press.built import Built
from press.calls import headings
from press.cautions import said_by, said_in
from press.look_words import looks, without_values
from press.readability import is_in_dictionary
from press.rules import Found, problem, rule
from press.rules.exceptions import as_exception
from press.settings import FILE
from press.site import Site
from press.word_forms import rows

WORD = re.compile(r"[^\W\d_]+")
TWICE = re.compile(r"\b([a-z]+) \1\b(?!-)", re.IGNORECASE)
MAY_STAND_TWICE = {"that", "had", "is", "do", "very"}  # 'the pain that that caused', 'what it is is a guess'
# What authors write in the data; names of sources and of what else a thing is called are others' words.
WRITTEN = {"claims": ("title", "says", "population", "found", "not_shown"), "beliefs": ("why", "instead"),
           "doses": ("what", "says", "why", "aside"),
           "red_flags": ("signs", "may_mean", "what_to_do"), "contraindications": ("plain_name", "why", "what_to_do"),
           "glossary": ("term", "definition", "short"), "drawings": ("title", "twin"), "topics": ("name",)}
SHORTEST, RARE, USUAL = 4, 2, 3  # letters of a word that is judged; how often an odd one, and a usual one, stands in the guide
ENDINGS = ("", "s", "es", "d", "ed", "er", "ers", "ing", "ings", "ly", "y", "ness", "like")
NAMED = re.compile(r"\((?:the (?:dose|number|words for|source)|leads to) [^)]*\)")  # how cautions.py names what a call gives
LETTERS = "abcdefghijklmnopqrstuvwxyz"
Said = tuple[str, int, str, list[str]]  # file, line, sentence, its words in small letters


@lru_cache(maxsize=1)  # several rules ask
def spoken(site: Site) -> list[Said]:
    """Return every sentence of the pages and notes as their authors wrote it, with its place and its words in small letters."""
    notes = ((note.path, said, line) for note in site.notes.values() for said, line in said_in(note.text, note.body_line))
    return [(where, line, said, WORD.findall(said.lower()))
            for where, said, line in (*((page.path, said, line) for page in site.pages.values() for said, line in said_by(page)),
                                      *notes)]


@rule()
def spelling_is_british(site: Site, built: Built) -> Found:
    """Words are spelt one way throughout, the British one, as the pages tell browsers and readers' programs: 'colour',
    'fibre', 'organise'."""
    theirs = re.compile("|".join(f"(?P<{row.id.replace('-', '_')}>{'|'.join(map(_form, row.words))})"
                                 for row in rows(site, "american")))
    data = list(in_data(site))
    others = [*in_headers(site), *in_looks(site)]
    every = {word for _, _, _, words in (*spoken(site), *others, *data) for word in words}
    wrong = {word: site.wording[found.lastgroup.replace("_", "-")].instead for word in every if (found := theirs.fullmatch(word))
             and found.lastgroup}
    for where, line, said, words in (*others, *spoken(site), *data) if wrong else ():
        for word in dict.fromkeys(wrong.keys() & set(words)):
            if not _is_name(word, said):
                yield problem("spelling-is-british", where, line, f"'{word}' is spelt as in America: '{said[:80]}'.",
                              f"write {wrong[word]}.")


@rule()
def words_are_spelt_right(site: Site, built: Built) -> Found:
    """No word that the dictionary does not know is one letter away from a word that the guide often uses:
    'towle' for 'towel'. docs/_data/exceptions.yml says why one may stay."""
    name = "words-are-spelt-right"
    written = [*in_headers(site), *in_headings(site), *in_menu(site), *spoken(site), *in_data(site), *in_looks(site)]
    count = Counter(chain.from_iterable(words for _, _, _, words in written))
    usual = {word for word, times in count.items() if times >= USUAL and len(word) >= SHORTEST}
    excused = {row.what for row in site.exceptions.values() if row.rule == name}
    odd = {word: meant[0] for word, times in count.items() if times <= RARE and len(word) >= SHORTEST and word not in excused
           and not is_known(word) and (meant := sorted(_near(word) & usual, key=lambda near: (-count[near], near)))}
    for where, line, said, words in written if odd else ():
        for word in dict.fromkeys(odd.keys() & set(words)):
            if not _is_name(word, said) and word in WORD.findall(NAMED.sub("", said).lower()):
                yield problem(name, where, line, f"'{word}' in '{said[:80]}' is no word that the dictionary knows.",
                              f"write '{odd[word]}', if that is meant; or {as_exception(name, word)}")


@rule()
def no_word_stands_twice(site: Site, built: Built) -> Found:
    """No word is typed twice in a row."""
    for where, line, said, words in (*spoken(site), *in_looks(site)):
        if any(map(eq, words, words[1:])) and (found := next((found for found in TWICE.finditer(said)
                                                              if found[1].lower() not in MAY_STAND_TWICE), None)):
            yield problem("no-word-stands-twice", where, line, f"'{found[0]}' in '{said[:80]}' is one word twice.",
                          f"write '{found[1]}' once.")


def in_headers(site: Site) -> Iterator[Said]:
    """Yield the title and the description of each page."""
    for page in site.pages.values():
        yield from ((page.path, page.lines[key], text, WORD.findall(text.lower())) for key in ("title", "description")
                    if (text := getattr(page, key)))


def in_headings(site: Site) -> Iterator[Said]:
    """Yield each heading of the pages."""
    for page in site.pages.values():
        yield from ((page.path, heading.line, heading.words, WORD.findall(heading.words.lower())) for heading in headings(page))


def in_menu(site: Site) -> Iterator[Said]:
    """Yield the name of the guide and the titles of its menu."""
    text = (site.root / FILE).read_text(encoding="utf-8", errors="replace") if site.settings.menu else ""
    yield from ((FILE, text.count("\n", 0, max(0, text.find(title))) + 1, title, WORD.findall(title.lower()))
                for title in (site.settings.site_name, *(title for title, _ in site.settings.menu)) if title)


def in_looks(site: Site) -> Iterator[Said]:
    """Yield the words of each template and script."""
    for look in looks(site):
        yield from ((look.path, line, said, WORD.findall(without_values(said).lower())) for said, line in look.said)


def is_known(word: str) -> bool:
    """Tell whether the dictionary has a word, or what it is a form of: 'droops' of 'droop', 'icing' of 'ice'."""
    stems = {word.removesuffix(ending) for ending in ENDINGS}
    return any(map(is_in_dictionary, (*stems, *(f"{stem}e" for stem in stems), *(stem[:-1] for stem in stems if stem[-1:] == stem[-2:-1]))))


def _near(word: str) -> set[str]:
    """Return what a slip of one letter makes of a word: one left out, added, changed or swapped with the next;
    not what is the same word with another ending."""
    parted = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = {left + right[1:] for left, right in parted if right}
    near |= {left + right[1] + right[0] + right[2:] for left, right in parted if len(right) > 1}
    near |= {left + letter + right[cut:] for left, right in parted for letter in LETTERS for cut in (0, 1)}
    return {other for other in near if not (other.startswith(word) or word.startswith(other))}


def in_data(site: Site) -> Iterator[Said]:
    """Yield each text of the data that authors write."""
    for table, fields in WRITTEN.items():
        for record in site.tables[table].values():
            yield from ((record.path, record.lines.get(key, record.line), text, WORD.findall(text.lower())) for key in fields
                        if (text := getattr(record, key)))


def _form(form: str) -> str:
    return re.escape(form).replace(r"\*", "[a-z]*")


def _is_name(word: str, said: str) -> bool:
    """Tell whether a word stands in a sentence with a capital alone, and not at its beginning,
    as names of places and firms do."""
    found = list(re.finditer(rf"\b{word}\b", said, re.IGNORECASE))
    return all(match[0][0].isupper() and match.start() and said[match.start() - 2] not in ".!?:" for match in found)
