"""The search finds the right place for what people type, with the warning first: asked in a real browser, of the real guide.

The search learns from the questions of `queries.yml`, so that those it has read show only that nothing is lost: `make test-all`
asks them. A fifth at least it never learns from: they show what new questions meet, and are asked each time.
`make test ARGS="-s -k relevance"` prints the scores.
"""

import base64
import functools
import random
from pathlib import Path

import pytest
import yaml
from answers import ASK, READ, TYPE, Answer, leads, said

from press.search.packed import Packer
from press.search.plain import ages, split, stem
from press.strict_yaml import LOADER

QUERIES = Path(__file__).parents[1] / "queries.yml"


@pytest.fixture(scope="module")
def dialog(browser, served):
    """The search dialog of a real page, open and ready."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(served.url + "how-to/cold-pack/")
    tab.click("#find")
    tab.keyboard.type("ice")
    tab.wait_for_selector("#search-list a")
    yield tab
    context.close()


@pytest.fixture(scope="module")
def queries():
    """The rows of queries.yml."""
    return yaml.load(QUERIES.read_text(encoding="utf-8"), LOADER)


@pytest.fixture(scope="module")
def answers(dialog, real_site, queries):
    """A function that returns the answers to the questions that were read, or to those set aside.

    A kind line may show the one warning that matters all the same.
    """
    matters = [row.see for row in real_site.outside.values() if row.see]
    [unsure] = [row.says for row in real_site.outside.values() if row.unsure]

    @functools.cache
    def ask(aside):
        rows = [row | {"reach": [*row["reach"], *(matters if row["kind"] == "outside" else ())]} for row in queries
                if row.get("aside", False) == aside]
        given = [answer | {"says": "", "doubted": True} if answer["says"] == unsure else answer
                 for answer in said(dialog, ASK, [row["ask"] for row in rows])]
        return [Answer(**row, **answer) for row, answer in zip(rows, given, strict=True)]

    return ask


def test_the_browser_reads_words_and_numbers_as_they_were_learnt_and_packed(dialog, real_site, queries):
    questions = [ask for row in (*real_site.questions.values(), *real_site.outside.values()) for ask in row.ask]
    questions += ([row["ask"] for row in queries] + ["Ménière’s", "R.I.C.E. naïve", "82 year old", "aged 9½", "20mins, 2nd, rapped"])
    numbers, packer = [n * n % 500 if n % 7 else n // 100 for n in range(3000)], Packer()
    for n, number in enumerate(numbers):
        packer.number(f"kind {n % 7}", number, 9)
    read, stems, unpacked = said(dialog, READ, [questions, base64.b64encode(packer.finish()).decode()])
    assert unpacked == numbers
    assert len(questions) > 10_000
    assert [(ask, got) for ask, got in zip(questions, read, strict=True) if got != split(ages(ask))] == []
    words = dict.fromkeys(word for got in read for word in got)
    assert [(word, got) for word, got in zip(words, stems, strict=True) if got != stem(word)] == []


MOST_DOUBTED = 6  # percent


def share(answers, good):
    return 100 * sum(map(bool, map(good, answers))) / len(answers)


# In percent: right first, right among the first three (a warning: two), misspelt among the first three, warnings among the first
# two, outside answered as such, and outside told so at least in doubt. The aim is 90, 98, 95, 100, 100 and 100. Where new questions
# are not there yet, the test holds the ground that is won, but for half a point: in a copy the words of its country stand in the index.
# Few of the others may be doubted.
@pytest.mark.parametrize("aside, least", [pytest.param(False, (93.0, 97.6, 96.5, 99.0, 89.0, 96.0), marks=pytest.mark.slow),
                                          (True, (91.6, 96.9, 97.2, 98.4, 85.5, 95.3))], ids=["read", "set aside"])
def test_what_people_ask_is_answered(answers, aside, least):
    asked = answers(aside)
    inside, outside = [a for a in asked if a.kind != "outside"], [a for a in asked if a.kind == "outside"]
    misspelt, warnings = [a for a in inside if a.misspelt], [a for a in inside if a.kind == "safety"]
    won = (share(inside, lambda a: a.first), share(inside, lambda a: a.right), share(misspelt, lambda a: a.among(3)),
           share(warnings, lambda a: a.right), share(outside, lambda a: a.right), share(outside, lambda a: a.right or a.says or a.doubted))
    print(f"\n{'set aside' if aside else 'read'}: of {len(inside)} questions right first {won[0]:.1f} %, "
          f"among the first three {won[1]:.1f} %, of {len(misspelt)} misspelt {won[2]:.1f} %, "
          f"of {len(warnings)} warnings among the first two {won[3]:.1f} %, of {len(outside)} outside {won[4]:.1f} %, "
          f"at least doubted {won[5]:.1f} %")
    wrong = [f"{a.ask}: {' '.join(a.found[:3])} {a.says}" for a in asked if not a.right]
    assert all(got >= floor for got, floor in zip(won, least, strict=True)), (won, wrong)
    assert share(inside, lambda a: a.doubted) < MOST_DOUBTED


def test_a_fifth_of_the_questions_is_set_aside(queries):
    assert share(queries, lambda row: row.get("aside", False)) >= 20


def test_every_reason_sign_and_page_is_asked_for(queries, real_site):
    reached = {address for row in queries for address in (*row["reach"], *row.get("also", ()))}
    warnings = {f"safety/#{id}" for id in real_site.contraindications} | {f"safety/signs/#{id}" for id in real_site.red_flags}
    conditions = {page.url for page in real_site.pages.values() if page.url.startswith("who/")}
    assert (warnings | conditions) - reached == set()


def test_each_question_leads_to_an_address_that_exists(queries, real_built):
    known = {address for page in real_built.pages.values() for address in (page.url, *(f"{page.url}#{id}" for id in page.ids))}
    assert {address for row in queries for address in (*row["reach"], *row.get("also", ()))} - known == set()


@pytest.mark.parametrize("most", [60, pytest.param(None, marks=pytest.mark.slow)], ids=["a sample", "all questions"])
def test_a_further_letter_never_loses_the_place(dialog, answers, most):
    given = answers(True) if most else answers(True) + answers(False)
    asked = [(a.ask, place) for a in given if a.kind != "outside" and not (a.misspelt or a.says)
             for found, place in list(zip(a.found, a.places, strict=True))[:1] if leads(found, [*a.reach, *a.also])]
    asked = random.Random(7).sample(asked, most) if most else asked
    lost = said(dialog, TYPE, asked)
    print(f"\nof {len(asked)} questions typed letter by letter {len(lost)} lost their place on the way: {[words for words, _ in lost]}")
    assert len(asked) >= 60 and not lost
