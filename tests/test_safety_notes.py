"""A required safety note is there, complete, in its box, in sight and in time, on every page of advice."""

import pytest

from press.rules import steps

PACK, HOME = "docs/how-to/cold-pack.md", "docs/index.md"
NOTES = '{{ note("cold-never", "cold-pack-rules") }}'
MISSING, IN_SIGHT, BEFORE = "required-safety-notes", "notes-are-in-sight", "notes-come-before-the-steps"


def test_a_missing_note_is_named_with_the_topics_that_call_for_it(small_bench):
    found = small_bench.say((PACK, NOTES, '{{ note("cold-never") }}'), rules=(MISSING, IN_SIGHT, BEFORE))
    assert {(p.rule, p.where, p.line) for p in found} == {(MISSING, PACK, 5), (BEFORE, PACK, 5)}
    missing = next(p for p in found if p.rule == MISSING)
    assert "(ice-pack)" in missing.says and missing.fix.startswith('add {{ note("cold-pack-rules") }}')


@pytest.mark.parametrize("note", ["cold-pack-rules", "emergency-signs"])
def test_a_note_that_is_deleted_or_emptied_names_every_page_that_needs_it(small_bench, note):
    file = f"docs/_notes/{note}.md"
    text = small_bench.read(file)
    for left in ("", text.split("---\n", 2)[1].join(("---\n", "---\n"))):
        found = small_bench.say((file, text, left), rules=(MISSING,))
        assert {p.where for p in found} == {PACK, HOME}
        assert all(p.line > 10 and f"docs/_notes/{note}.md" in p.fix for p in found)


@pytest.mark.parametrize("around", [
    "<div hidden>\n{}\n</div>", "<details>\n<summary>More</summary>\n{}\n</details>", '<div style="display:none">\n{}\n</div>',
    "<div inert>\n{}\n</div>",
    "<div popover>\n{}\n</div>", "<dialog open>\n{}\n</dialog>", "```\n{}\n```", "> {}", '<div aria-hidden="true">\n{}\n</div>',
    '<div aria-label="Nothing of importance" lang="xx">\n{}\n</div>', "<figure>\n{}\n</figure>", "Text.\n\n    {}",
    "**Read: {}**",
])
def test_a_note_out_of_sight_is_named_with_the_line_of_its_call(small_bench, around):
    found = small_bench.say((PACK, NOTES, around.format(NOTES)), rules=(IN_SIGHT,))
    line = small_bench.line(PACK, NOTES) + around.split("{}")[0].count("\n")
    assert {(p.where, p.line) for p in found} == {(PACK, line)}


@pytest.mark.parametrize("around", ["<!-- {} -->", "{{% raw %}}{}{{% endraw %}}", "{{% if false %}}{}{{% endif %}}",
                                    "{{## {} ##}}"])
def test_a_note_that_stands_in_the_source_alone_is_missing(small_bench, around):
    assert {p.rule for p in small_bench.say((PACK, NOTES, around.format(NOTES)), rules=(MISSING, IN_SIGHT))} == {MISSING}


def test_words_hidden_inside_a_note_are_found(small_bench):
    found = small_bench.say(("docs/_notes/cold-never.md", "Never use it", "<span hidden>Never</span> use it"),
                            rules=(IN_SIGHT, "safety-words-are-sealed"))
    assert {(p.rule, p.where) for p in found} == {(IN_SIGHT, PACK), (IN_SIGHT, HOME)}


@pytest.mark.parametrize(("old", "new", "says"), [
    ("{{ note.text_html }}", "<p>{{ note.short }}</p>", "is not complete"),
    ("<b>{{ word(note.severity) }}</b>", "<b>Tip</b>", "does not say 'Take care'"),
    ("{{ sign(note.severity) }}", "", "has no sign"),
])
def test_a_look_that_thins_a_note_out_is_named(small_bench, old, new, says):
    found = small_bench.say(("overrides/snippets/note.html", old, new), rules=(MISSING,))
    assert {p.where for p in found} == {PACK, HOME}
    assert any(says in p.says for p in found)


@pytest.mark.breaks("notes-are-in-sight")
def test_a_look_without_the_box_is_named(small_bench):
    found = small_bench.say(("overrides/snippets/note.html", '<div class="notes">', "<div>"), rules=(IN_SIGHT,))
    assert found and all("it stands outside the box for safety notes" in p.says for p in found)


@pytest.mark.parametrize("call", [NOTES, "{{ opening() }}"])
@pytest.mark.breaks("notes-come-before-the-steps")
def test_a_note_below_the_steps_it_is_about_comes_too_late(small_bench, call):
    found = small_bench.say((PACK, call, ""), (PACK, "## If it does not help", f"{call}\n\n## If it does not help"),
                            rules=(MISSING, IN_SIGHT, BEFORE))
    assert {(p.rule, p.where) for p in found} == {(BEFORE, PACK)}
    assert all("Wrap the cold pack in a cloth" in p.says for p in found)


@pytest.mark.parametrize("step", ["1\\. Wrap the cold pack.", "Step 1: wrap the cold pack."])
def test_steps_that_are_not_written_as_a_list_count_as_steps(small_bench, step):
    assert {p.line for p in small_bench.say((PACK, NOTES, f"{step}\n\n{NOTES}"),
                                            rules=(BEFORE,))} == {small_bench.line(PACK, NOTES) + 2}


def test_first_aid_speaks_of_an_ice_burn_and_of_numbness(small_bench):
    found = small_bench.say(("docs/safety/first-aid.md", "{#numbness}", "{#numb}"), rules=("help-is-one-tap-away",))
    assert [(p.where, p.says) for p in found] == [("docs/safety/first-aid.md", "'/safety/first-aid/' has no part '#numbness'.")]


@pytest.mark.parametrize(("old", "new"), [
    ('safety/first-aid/">First aid<', 'about/">First aid<'), (">First aid</a>", ">More</a>"),
    ('<ul class="urgent"', '<ul hidden class="urgent"'), ("safety/first-aid/", "safety/first-aid-2/"),
])
@pytest.mark.breaks("help-is-one-tap-away")
def test_the_stop_signs_and_first_aid_are_one_tap_away(small_bench, old, new):
    found = small_bench.say((f"site/{'how-to/cold-pack/index.html'}", old, new), rules=("help-is-one-tap-away",))
    assert {p.where for p in found} == {"overrides/partials/header.html"}


def test_each_way_in_which_a_step_begins_is_known():
    marks = """1. a | 12) a | h: a | Step 2: a | one. a | Two: a | three) a | ① a | ⑳ a | First, a | then: a | Next, a | now, a | Second, a
        Last, a | finally: a"""
    does = """Put it | (hold it | 'Place it | Lay it | Rest it | apply it | Press it | Rub it | Massage it | Knead it | Stroke it | Roll it
        Move it | Push it | Dip it | Wrap it | Strap it | Glide it | Slide it | Squeeze it | Soak it"""
    neither = """1.5 cups | i. a | First a | Four: a | Then a
        Putting it | Inputs | Move on to it | Press out the air | Rest on it | You put it | And rub it"""
    each = lambda text: [one.strip() for line in text.split("\n") for one in line.split("|")]
    assert [said for said in each(marks) if not steps.NUMBERED.match(said)] == []
    assert [said for said in each(does) if not steps.DOES.match(said)] == []
    assert [said for said in each(neither) if steps.NUMBERED.match(said) or steps.DOES.match(said)] == []
