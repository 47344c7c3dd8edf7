"""The search index: what it holds, what it weighs, and the rules that keep its tables honest, each broken once."""

import json

import pytest

from press.due import is_copy
from press.search.learned import digest, read_learned
from press.search.packed import Packer
from press.texts import texts
from press.weight import size_of

INDEX_AND_ENGINE = 60_000  # bytes, compressed
QUESTIONS, OUTSIDE, LEARNED = (f"docs/_data/{name}" for name in ("questions.yml", "outside.yml", "learned.txt"))


def test_index_and_engine_are_light(real_folder, real_site):
    files = [real_folder / "search.json", *sorted((real_folder / "assets").glob("search*.js"))]
    assert [file.name for file in files] == ["search.json", "search.js"]  # the engine comes in one file, which packs better
    weights = {file.name: size_of(file) for file in files}
    own = 500 if is_copy(real_site) else 0  # the words of its country, such as 'urgent care centre'
    assert sum(weights.values()) <= INDEX_AND_ENGINE + own, weights


def test_what_a_result_says_is_read_by_the_rules_about_words(real_folder, real_built):
    """Else an overclaim could stand in the search and nowhere else."""
    index = json.loads((real_folder / "search.json").read_text(encoding="utf-8"))
    _, parts, headings, excerpts, *_ = (column.split("\n") for column in index["entries"])
    shown = {words for part, *both in zip(parts, headings, excerpts, strict=True) if not part.startswith("belief-")
             for words in both}
    read = {words for words, places in texts(real_built).items() if any(text.file == "search.json" for text in places)}
    shown |= {row[1] for row in (*index["pages"], *index["labels"])} | {row[0] for row in index["outside"]} | {index["unsure"]}
    assert len(shown) > 400 and shown == read


def test_every_reason_and_sign_is_an_entry_with_its_word(real_folder, real_site):
    index = json.loads((real_folder / "search.json").read_text(encoding="utf-8"))
    pages, parts, _, _, labels, _ = (column.split("\n") for column in index["entries"])
    labels = {f"{index['pages'][int(page)][0]}#{part}": index["labels"][int(label)][1]
              for page, part, label in zip(pages, parts, labels, strict=True)}
    for id in real_site.contraindications:
        assert labels[f"safety/#{id}"].split(":")[0] in ("Do not", "Ask first", "Take care"), id
    for id in real_site.red_flags:
        assert labels[f"safety/signs/#{id}"] in ("Get help now", "Get help today", "See someone this week"), id


def test_every_belief_is_an_entry_that_begins_with_our_verdict(real_folder, real_site):
    """Else whoever searches for one would not find it, or would meet it as if it were true."""
    index = json.loads((real_folder / "search.json").read_text(encoding="utf-8"))
    _, parts, _, excerpts, *_ = (column.split("\n") for column in index["entries"])
    shown = dict(zip(parts, excerpts, strict=True))
    for id, belief in real_site.beliefs.items():
        assert shown[f"belief-{id}"].startswith(f"{belief.verdict.capitalize()}. "), id


def test_safety_notes_are_not_among_the_words_of_a_page(small):
    small.edit("docs/_notes/cold-never.md", "Do not use cold on numb", "Do not use xylophones or cold on numb").seal()
    assert small.build().built
    assert "xylophone" not in (small.root / "site/search.json").read_text(encoding="utf-8")


def test_an_excerpt_is_made_of_the_parts_own_words(small):
    small.edit("docs/how-to/cold-pack.md", "1. Wrap the cold pack in a cloth.", "1. Wrap the xylophone in a cloth.").seal()
    assert small.build().built
    index = small.json("site/search.json")
    _, parts, _, excerpts, *_ = (column.split("\n") for column in index["entries"])
    assert excerpts[parts.index("steps")].startswith("Wrap the xylophone in a cloth.")


FAULTS = [
    ("questions that lead nowhere", QUESTIONS, "leads_to: [safety/#raynauds]", "leads_to: [safety/#raynauds, safety/#reynards]",
     "search-words-lead-somewhere", 2, "'safety/#reynards'"),
    ("an outside question that shows nothing", OUTSIDE, "[]",
     '- {id: shop, ask: [buy], says: This guide sells nothing., see: safety/#shop}', "search-words-lead-somewhere", 1,
     "'safety/#shop'"),
    ("a question twice for one place", QUESTIONS, "ask: [tight chest]}",
     "ask: [tight chest]}\n- {id: chest, leads_to: [safety/signs/#heart-attack], ask: [Tight Chest]}",
     "search-words-have-one-meaning", 6, "'heart-attack'"),
    ("a question both inside and outside", OUTSIDE, "[]", '- {id: shop, ask: [thin skin], says: This guide sells nothing.}',
     "search-words-have-one-meaning", 1, "'safety/#older'"),
    ("a word that stands in every question", OUTSIDE, "[]", '- {id: shop, ask: [buy, to], says: This guide sells nothing.}',
     "search-words-have-one-meaning", 1, "'to'"),
    ("two lines for a doubt", OUTSIDE, "[]", "- {id: doubt, unsure: true, says: This may not help.}\n"
     "- {id: again, unsure: true, says: This may help.}", "doubt-has-one-line", 2, "'doubt'"),
    ("a line for a doubt that stands for questions", OUTSIDE, "[]", '- {id: doubt, unsure: true, ask: [buy], says: This may not help.}',
     "doubt-has-one-line", 1, "'doubt'"),
    ("a reason that nobody can find", QUESTIONS, "- {id: raynauds, leads_to: [safety/#raynauds], ask: [white fingers]}\n", "",
     "warnings-have-lay-words", 0, "'raynauds'"),
    ("questions of a warning that lead elsewhere first", QUESTIONS, "leads_to: [safety/#raynauds]",
     "leads_to: [how-to/cold-pack/, safety/#raynauds]", "warnings-have-lay-words", 2, "lead to 'how-to/cold-pack/' first"),
    ("a sign that nobody can find", QUESTIONS, "- {id: slow-pain, leads_to: [safety/signs/#slow-pain], ask: [pain every week]}\n",
     "", "warnings-have-lay-words", 0, "'slow-pain'"),
]


@pytest.mark.parametrize("file, old, new, rule, line, says", [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_question_that_is_not_honest_stops_the_build(small, file, old, new, rule, line, says):
    result = small.edit(file, old, new).build()
    assert not result.built and result.rules == {rule} and says in result.text, result.text
    assert result.line(rule) == (f"{file}:{line}" if line else result.line(rule))


@pytest.mark.breaks("search-has-learned")
def test_a_question_that_the_search_has_not_learnt_from_stops_the_build(small, monkeypatch):
    small.write(LEARNED, "questions 0123456789abcdef\nplace safety/#raynauds\t0.0\nword fingers\t0:3\n")
    result = small.build()
    assert not result.built and result.rules == {"search-has-learned"} and "run 'make learn'" in result.text
    monkeypatch.setenv("LEARN", "yes")
    assert "Learnt " in (taught := small.build()).text and taught.built, taught.text  # also where no page was ever built
    monkeypatch.delenv("LEARN")
    assert small.build().built
    for torn in ("word cold\t0", "word cold\t7:1", "place how-to/\t-", "wo"):
        small.write(LEARNED, f"questions 0\nplace safety/\t-0.5\n{torn}\n")
        assert small.told("search-has-learned").line("search-has-learned") == f"{LEARNED}:3", torn
    small.write(LEARNED, "questions 0\n<<<<<<< mine\n").edit("docs/how-to/cold-pack.md", "in a cloth.", "in a cloth. TODO")
    assert {"search-has-learned", "nothing-unfilled"} <= (result := small.build()).rules and "broke off" not in result.text


def test_the_search_has_learnt_from_the_questions_as_they_stand(real_site):
    assert read_learned(real_site.root).digest == digest(real_site)


def test_learning_finds_the_words_that_point_to_a_place():
    from press.search.learn import Lesson, learn  # takes a third of a second, on each processor that reads this file

    taught = [Lesson(ask, (place,))
              for place, asks in {"a": ["white fingers", "my fingers are white"],
                                  "b": ["sore heel", "heel hurts", "my fingers hurt"]}.items() for ask in asks]
    learned = learn(taught)
    strengths = {word: {learned.places[n]: strength for n, strength in row.items()} for word, row in learned.leads.items()}
    assert strengths["white"]["a"] > 0 > strengths["white"]["b"] and strengths["heel"]["b"] > 0


def test_a_place_that_the_search_has_not_learnt_of_takes_its_names_along(small):
    assert small.build().built
    index = small.json("site/search.json")
    parts, called = index["entries"][1].split("\n"), index["entries"][5].split("\n")
    assert "white fingers" in called[parts.index("raynauds")]


def test_a_number_that_does_not_fit_is_not_packed():
    with pytest.raises(ValueError, match="512 does not fit into 9 bits"):
        Packer().number("places", 512, 9)
