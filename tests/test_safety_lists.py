"""The safety lists are whole, the check before ice is one static list, numbers belong to the reader's country,
and nobody is called safe."""

import pytest

from guide import Guide, messages
from mutants import Bench
from press.built import read_built
from press.problem import FOLLOWS

AGAINST, SIGNS, CHECK = "docs/_data/contraindications.yml", "docs/_data/red_flags.yml", "docs/safety/check.md"
PACK, STEP = "docs/how-to/cold-pack.md", "1. Wrap the cold pack in a cloth."


def test_the_real_lists_have_all_entries_each_with_an_address(real_site, real_built):
    assert (len(real_site.contraindications), len(real_site.red_flags)) == (59, 32)
    for url, mark, ids in (("safety/", "data-contraindication", real_site.contraindications),
                           ("safety/signs/", "data-warning-sign", real_site.red_flags)):
        shown = real_built.page_at(url).tree.css(f"[{mark}]")
        assert {node.attributes[mark] for node in shown} == set(ids)
        assert set(ids) <= set(real_built.page_at(url).ids)


@pytest.mark.parametrize(("file", "old", "new", "says"), [
    ("overrides/snippets/contraindications.html", "{{ entry.why_html }}", "", "does not say: 'Cold shuts the small vessels.'"),
    ("overrides/snippets/contraindications.html", "{{ entry.what_to_do_html }}", "", "does not say: 'Ask a nurse first.'"),
    ("overrides/snippets/contraindications.html", "{{ entry.plain_name }}", "It", "does not say: 'Diabetes with poor feeling'"),
    ("overrides/snippets/warning_signs.html", "{{ entry.signs_html }}", "", "does not say: 'Tight chest pain.'"),
    ("overrides/snippets/warning_signs.html", "{{ entry.may_mean_html }}", "It", "does not say: 'A heart attack'"),
    ("overrides/snippets/contraindications.html", "{{ sources(entry.references, entry.basis) }}", "",
     "does not link to its source 'jones-2001'"),
    ("overrides/snippets/contraindications.html", 'id="{{ entry.id }}"', "", "has no heading of its own with this id"),
    ("overrides/snippets/warning_signs.html", "{{ entry.what_to_do_html }}", "",
     "does not say: 'Call your local emergency number now.'"),
    ("docs/safety/index.md", '{{ contraindications("ask-first") }}', "Nobody.", "is not there"),
])
def test_an_entry_that_is_not_whole_is_named_at_its_row(small_bench, file, old, new, says):
    found = small_bench.say((file, old, new), rules=("safety-lists-are-whole",))
    assert found and all(p.where in (AGAINST, SIGNS) and p.line for p in found)
    assert any(says in p.says for p in found), [p.says for p in found]


def test_each_part_of_the_check_is_a_list_though_no_sign_shows_it(real_built):
    """To Safari, a list without signs is none, unless it says so."""
    lists = real_built.page_at("safety/check/").article.css(".checklist ul")
    assert lists and all(node.attributes.get("role") == "list" for node in lists)


@pytest.mark.breaks("safety-lists-are-whole")
def test_the_gravest_stand_first(small_bench):
    found = small_bench.say(("docs/safety/signs.md", '{{ warning_signs("emergency-now") }}', '{{ warning_signs("this-week") }}'),
                            ("docs/safety/signs.md", '## This week {#this-week}\n\n{{ warning_signs("this-week") }}',
                             '## Later {#later}\n\n{{ warning_signs("emergency-now") }}'),
                            rules=("safety-lists-are-whole",))
    assert [p.says for p in found] == ["'skin-damage' stands after entries that are less grave."]


@pytest.mark.parametrize(("old", "new", "says"), [
    ('<input type="checkbox"', '<input type="checkbox" name="a"', "'name'"),
    ('<input type="checkbox"', '<input type="checkbox" id="a"', "'id'"),
    ('<input type="checkbox"', '<input type="checkbox" checked', "'checked'"),
    (' autocomplete="off"', "", "may be kept by the browser"), ("<li><label>", "<li hidden><label>", "is out of sight"),
    ('method="dialog"', 'action="/"', "<form> stands on the page"), ('off">\n', 'off"><output></output>\n', "<output>"),
    ('off">\n', 'off"><p aria-live="polite"></p>\n', "<p> stands on the page"),
    ("Do not use ice yet.", "Think first.", "'Do not use ice yet' does not stand before"),
    ("{{ entry.plain_name }}</span>", "{{ entry.name }}</span>", "'Fingers that turn white in the cold' stands 0 times"),
    ('off">\n', 'off"><script src="score.js"></script>\n', "<script>"),
])
def test_the_check_is_static_and_the_same_for_everyone(small_bench, old, new, says):
    found = small_bench.say(("overrides/snippets/checklist.html", old, new), rules=("the-check-is-one-static-list",))
    assert found and all(p.where == CHECK and p.line == small_bench.line(CHECK, "{{ checklist()") for p in found)
    assert any(says in p.says for p in found), [p.says for p in found]


@pytest.mark.breaks("the-check-is-one-static-list")
def test_a_script_for_the_check_alone_is_named(small_bench):
    found = small_bench.say(("site/safety/check/index.html", "</head>", '<script src="../../assets/tick.js"></script></head>'),
                            rules=("the-check-is-one-static-list",))
    assert ["'../../assets/tick.js' is loaded for this page alone" in p.says for p in found] == [True]


@pytest.mark.parametrize("says", ["You are safe to use ice.", "You’re safe now.", "You are cleared.", "You have a low risk.",
                                  "You are at low risk.", "Your score is 3.", "All clear.", "You passed."])
@pytest.mark.breaks("nobody-is-called-safe")
def test_a_verdict_on_the_reader_is_named(small_bench, says):
    found = small_bench.say((PACK, STEP, f"{STEP} {says}"), rules=("nobody-is-called-safe",))
    assert [(p.where, p.line) for p in found] == [(PACK, small_bench.line(PACK, STEP))]


@pytest.mark.parametrize("says", ["Nobody can say that you are safe.", "This cannot tell you that ice is safe for you.",
                                  "There is no risk score.", "The trial had a low risk of bias.", "Put it in a safe place."])
def test_a_verdict_that_is_denied_is_left_alone(small_bench, says):
    assert small_bench.say((PACK, STEP, f"{STEP} {says}"), rules=("nobody-is-called-safe",)) == []


@pytest.mark.breaks("safety-lists-are-called-once")
def test_a_list_that_took_the_place_of_another_is_named_where_it_is_called_and_what_follows_comes_after(small):
    small.edit("docs/safety/signs.md", '{{ warning_signs("this-week") }}', '{{ warning_signs("same-day") }}')
    result = small.build()
    told = [(place, rule) for place, rule, _ in messages(result)]
    assert told[:2] == [(f"docs/safety/signs.md:{line}", "safety-lists-are-called-once") for line in (18, 20)]
    assert result.text.index(FOLLOWS) < result.text.index("ids-are-unique")


def test_a_script_that_gives_a_verdict_is_named(small_bench):
    script = next(name for name in sorted(small_bench.built.files) if name.endswith(".js") and "vendor" not in name)
    text = small_bench.read(f"site/{script}")
    found = small_bench.say((f"site/{script}", text, text + '\nshow("You are cleared to use ice")\n'),
                            rules=("nobody-is-called-safe",))
    assert [p.where for p in found] == [f"docs/{script}"]


@pytest.mark.parametrize("says", ["Call 999.", "Dial 112 now.", "Ring 911.", "Call 000.", "Phone 116 123.", "Text 988.",
                                  "Call 0800 611 116.", "Call +44 20 7946 0000.", "[Ring us](tel:999)."])
@pytest.mark.breaks("no-number-stands-alone")
def test_a_number_that_stands_alone_is_named(small_bench, says):
    found = small_bench.say((PACK, STEP, f"{STEP} {says}"), rules=("no-number-stands-alone",))
    assert found and {(p.where, p.line) for p in found} == {(PACK, small_bench.line(PACK, STEP))}


@pytest.mark.parametrize("says", ["In 112 people it did.", "See 3.112 or 1999.", "It took 20 minutes."])
def test_a_number_that_nobody_calls_is_left_alone(small_bench, says):
    assert small_bench.say((PACK, STEP, f"{STEP} {says}"), rules=("no-number-stands-alone",)) == []


@pytest.fixture(scope="module")
def at_home(recorded_small, tmp_path_factory) -> Bench:
    """The small guide for a practice in New Zealand, where 111 is the number for help and not for advice."""
    guide = Guide.small(tmp_path_factory.mktemp("nz") / "guide")
    guide.edit("mkdocs.yml", "  practice:", "  practice:\n    region: nz\n    phone: \"+64 9 123 4567\"").seal().record()
    return Bench(guide.root, read_built(guide.root / "site"))


NUMBERS = ("numbers-belong-to-the-region", "no-number-stands-alone")


def test_a_number_is_printed_with_its_country_and_what_to_call_elsewhere(at_home):
    shown = at_home.built.page_at("how-to/cold-pack/")
    assert '<a class="number" href="tel:111" data-number="nz">111</a> (New Zealand)' in shown.html
    assert "Elsewhere, call your local emergency number." in shown.html
    assert at_home.say(("mkdocs.yml", "nz", "nz"), rules=NUMBERS) == []


@pytest.mark.parametrize(("old", "new", "says"), [
    ('data-number="{{ region.id }}"', 'data-number="uk"', "is marked for 'uk', and the practice is in 'nz'"),
    ("tel:{{ part.tel }}", "tel:0", "leads to 'tel:0'"),
    (" ({{ region.country }})", "", "does not name its country"), ('data-number="{{ region.id }}"', "", "stands alone"),
])
def test_a_number_without_its_mark_its_link_or_its_country_is_named(at_home, old, new, says):
    found = at_home.say(("overrides/snippets/region.html", old, new), rules=NUMBERS)
    assert any(says in p.says for p in found), [p.says for p in found]


@pytest.mark.breaks("numbers-belong-to-the-region")
def test_another_countrys_number_is_named(at_home):
    page = "site/how-to/cold-pack/index.html"
    found = at_home.say((page, 'href="tel:111" data-number="nz">111', 'href="tel:999" data-number="nz">999'), rules=NUMBERS)
    assert [p.says for p in found] == ["the number '999' on '/how-to/cold-pack/' is not a number of 'nz'."]


def test_a_page_that_does_not_say_what_to_call_elsewhere_is_named(at_home):
    page = "site/how-to/cold-pack/index.html"
    found = at_home.say((page, "Elsewhere, call your local emergency number.", ""), rules=NUMBERS)
    assert [p.fix for p in found] == ["add: Elsewhere, call your local emergency number."]
