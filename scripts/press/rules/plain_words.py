"""Client pages are plain: a low reading grade, and no long sentence. All pages have one kind of quotation marks."""

import re
from functools import lru_cache

from press.built import Built
from press.model import Page
from press.readability import HIGHEST_GRADE, LONGEST_SENTENCE, Reading, reading
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import advice, source_of

HIGHEST_MEAN = 6.0
CURLY = re.compile("[‘’“”‚„«»´`]")


@rule()
def words_are_plain(site: Site, built: Built) -> Found:
    """A client page reads at grade 6.5 or below, and no sentence has more than 20 words."""
    name = "words-are-plain"
    for page, result in client_readings(site, built):
        shown = built.page_at(page.url)
        if result.grade > HIGHEST_GRADE:
            yield problem(name, page.path, page.body_line,
                          f"the page reads at grade {result.grade:.1f}; clients need {HIGHEST_GRADE} or below.",
                          "use shorter words and shorter sentences.")
        for sentence in result.sentences:
            count = len(sentence.split())
            if count > LONGEST_SENTENCE:
                where, line = source_of(site, shown, sentence[:40])
                yield problem(name, where, line, f"a sentence of {count} words: '{sentence[:80]}…'.", "make two sentences of it.")


@rule()
def words_are_plain_on_the_whole(site: Site, built: Built) -> Found:
    """The client pages together read at a mean grade of 6 or below."""
    grades = [result.grade for _, result in client_readings(site, built)]
    if grades and sum(grades) / len(grades) > HIGHEST_MEAN:
        yield problem("words-are-plain-on-the-whole", "docs", 0,
                      f"the client pages read at a mean grade of {sum(grades) / len(grades):.2f}.",
                      f"bring the hardest pages down until the mean is {HIGHEST_MEAN:g} or below.")


@rule()
def quotation_marks_are_straight(site: Site, built: Built) -> Found:
    """Quotation marks and apostrophes are straight, as keyboards type them, and so the same on each page."""
    titles = [page for page in site.pages.values() if CURLY.search(page.title)]  # which stand in lists of other pages
    for page in titles:
        yield problem("quotation-marks-are-straight", page.path, page.lines["title"],
                      f"'{CURLY.search(page.title)[0]}' in '{page.title}' is not straight.", "write ' or \".")
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for block in filter(CURLY.search, shown.blocks if shown else ()):
            for match in CURLY.finditer(_without_names(site, block, titles)):
                where, line = source_of(site, shown, block[:40])
                yield problem("quotation-marks-are-straight", where, line, f"'{match[0]}' in '{block[:60]}' is not straight.",
                              "write ' or \".")
                break


def _without_names(site: Site, words: str, titles: list[Page]) -> str:
    """Return words without some titles and what a practice says of itself: that is for the practice to write."""
    practice = site.practice
    people = [name for person in (practice.author, practice.reviewer) if person for name in (person.name, person.credentials)]
    for name in filter(None, (practice.name, practice.address, *people, *(page.title for page in titles))):
        words = words.replace(name, "")
    return words


@lru_cache(maxsize=1)
def client_readings(site: Site, built: Built) -> list[tuple[Page, Reading]]:
    """Return each advice page with the reading of its article."""
    return [(page, reading(shown)) for page, shown in advice(site, built) if shown.article]
