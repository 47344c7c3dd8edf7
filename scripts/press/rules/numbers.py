"""Numbers in a page's prose come from data, so that a changed number changes everywhere and none is mistyped."""

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from press import words
from press.built import Built
from press.origin import origin
from press.rules import Found, problem, rule
from press.rules.exceptions import as_exception
from press.site import Site
from press.sources import source_of
from press.word_forms import folded, forms

# What comes from data: its numbers stand in one place already.
FROM_DATA = ("[data-dose], [data-claim], [data-note], [data-belief], [data-number], [data-contraindication], "
             "[data-warning-sign], [data-limit], [data-picked], [data-self-audit], .drawing, .notes, .checklist, .references, "
             ".glossary, .rules, .index, .sources, .cite, .letters, .kit, .folds")
TAKE = 'take it from a dose, like {{ dose("pack-time", "usual") }}.'
CALL = re.compile(r"\{\{.*?\}\}")
DATUM = "\ufffc"  # stands for what comes from data
BARE = re.compile(r"\{\{-?\s*number\(\s*[\"']([^\"']+)[\"']\s*,\s*[\"']([^\"']+)[\"']\s*\)\s*-?\}\}(?:[\s*_]|&nbsp;)*")


@rule()
def numbers_come_from_data(site: Site, built: Built) -> Found:
    """A number with a unit in the prose of a page comes from data, or docs/_data/exceptions.yml says why it may be typed."""
    name = "numbers-come-from-data"
    allowed = {(e.page, folded(e.what)): e for e in site.exceptions.values() if e.rule == name}
    pattern, needed = _typed(forms(site, "number"), forms(site, "unit")), set()
    for page in site.pages.values():
        shown = built.page_at(page.url)
        blocks = shown.blocks_of(shown.article, FROM_DATA, DATUM) if shown else []
        for block, near in (*((block, "") for block in blocks), *_split(blocks)):
            for match in pattern.finditer(folded(block)):
                words = match["typed"].replace(DATUM, "").strip()
                if (page.path, words) in allowed:
                    needed.add((page.path, words))
                    continue
                where, line = origin(site, near or words, near or block.replace(DATUM, " "), shown.file)
                yield problem(name, where, line, f"'{words}' is typed by hand: '{block[:80].replace(DATUM, '…')}'.",
                              f"{TAKE[:-1]}, or from a claim; or {as_exception(name, words, page.path)}")
    for note in site.notes.values():
        for line, text in ((note.lines["short"], note.short), *enumerate(note.text.split("\n"), note.body_line)):
            for match in pattern.finditer(folded(CALL.sub(DATUM, text))):
                yield problem(name, note.path, line,
                              f"'{match['typed'].replace(DATUM, '').strip()}' is typed by hand: '{text[:80]}'.", TAKE)
    for where, line, text in _written(site):
        for match in BARE.finditer(text):
            if unit := _unit(forms(site, "unit")).match(folded(text[match.end():match.end() + 40])):
                yield problem(name, where, line + text.count("\n", 0, match.start()),
                              f"the unit '{unit[0]}' is typed by hand behind a number of the dose '{match[1]}'.",
                              f"write {{{{ dose(\"{match[1]}\", \"{match[2]}\") }}}}, which prints the number with its own unit.")
    for key in sorted(allowed.keys() - needed):
        yield problem(name, allowed[key].path, allowed[key].line, f"'{allowed[key].what}' is not typed on '{allowed[key].page}'.",
                      "remove this row.")


@rule()
def doses_are_printed_as_they_are(site: Site, built: Built) -> Found:
    """Where a page prints a dose, it is a number or the sentence of that dose, as docs/_data/doses.yml has it now."""
    for shown in built.pages.values():
        for node, id in shown.having("data-dose"):
            dose, said = site.doses.get(id), shown.words_of(node)
            if not dose or said not in {words.sentence(dose), *dose.numbers.values(),
                                        *(words.bare(dose, number) for number in dose.numbers)}:
                yield problem("doses-are-printed-as-they-are", *source_of(site, shown, said),
                              f"'/{shown.url}' prints '{said[:60]}', which is not what the dose '{id}' says.",
                              "let {{ dose(…) }} print it, and mend overrides/snippets/dose.html.")


def _split(blocks: list[str]) -> Iterator[tuple[str, str]]:
    """Yield what a tag tears apart, as in 45<br>minutes:
    the last word of a block with the first of the next, when that goes on in small letters; and the first block."""
    for this, after in itertools.pairwise(blocks):
        if not after[0].isupper() and re.search(r"\w$", this):
            yield f"{this.split()[-1]} {after.split()[0]}", this.replace(DATUM, " ")


def _written(site: Site) -> Iterator[tuple[str, int, str]]:
    """Yield (file, line, text) of all that authors write with calls in it: pages, their headers, notes,
    and the words of drawings."""
    for page in site.pages.values():
        yield from ((page.path, page.lines.get(key, 1), getattr(page, key)) for key in ("description", "point"))
        yield from ((page.path, page.lines.get("actions", 1), action) for action in page.actions)
        yield page.path, page.body_line, page.body
    for note in site.notes.values():
        yield from ((note.path, note.lines["short"], note.short), (note.path, note.body_line, note.text))
    yield from ((row.path, row.lines["twin"], row.twin) for row in site.drawings.values())


@lru_cache(maxsize=4)
def _unit(units: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a unit that is no number of its own, such as 'a day'."""
    return re.compile("(?:" + "|".join(re.escape(folded(u)).replace(r"\*", "[a-z]*") for u in units if " " not in u
                                       and len(u) > 1) + ")(?![a-z0-9])")


def _typed(numbers: tuple[str, ...], units: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a number, maybe to another, and a unit; what comes from data may stand for the rest of it."""
    number = rf"(?:[0-9][0-9.,]*(?: [0-9]{{3}})*|{'|'.join(map(re.escape, numbers))})"
    unit = "|".join(re.escape(folded(u)).replace(r"\*", "[a-z]*") for u in sorted(units, key=len, reverse=True))
    second = rf"(?: ?(?:to|or|and|a|an|of a|of an) ?(?:{number}|{DATUM})?)?"
    # ten (10) more minutes
    between = r"(?: ?\([^)]*\))?(?: (?:or so|whole|full|more|long|short|further|other|extra|of the|of all))?"
    times = rf"(?:half|twice|double|triple|three times|{number} times) (?:of )?(?:the )?{DATUM}"
    one = (r"(?:an|one|an? full|one full|a whole|one whole) (?:hour|minute)|one (?:day|week|month|year)|an inch"
           r"|every other (?:hour|minute)|every few hours")
    with_unit = rf"{number}{second}{between} ?(?:(?:{unit})(?![a-z0-9])|(?<=(?:to|or) ){DATUM})"
    return re.compile(rf"(?<![a-z0-9.])(?P<typed>{with_unit}|{times}|(?:{one})(?![a-z]))")
