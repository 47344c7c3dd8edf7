"""A practice puts its name in one block; nothing in it can change what a page is."""

import json

import pytest

from press.__main__ import main
from press.blocks import words
from press.built import read_built
from press.contrast import contrast
from press.reading import read

HOSTILE = ['Smith & Sons <script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "O'Neill's \\ practice",
           "مركز العلاج", "</title></head><body>", "x" * 200]


def block(small, **values: str):
    lines = "".join(f"\n    {key}: {value}" for key, value in values.items())
    return small.edit("mkdocs.yml", "  practice:", f"  practice:{lines}")


def quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_printed_as_it_is_and_does_nothing(small, name):
    plain = read_built(small.root / "site")
    result = block(small, name=quoted(name)).build()
    assert result.built, result.text
    for file, page in read_built(small.root / "site").pages.items():
        if "http-equiv=\"refresh\"" in page.html:
            continue
        assert " ".join(name.split()) in words(page.tree.body), file
        for tag in ("script", "img", "iframe", "[onerror]"):
            assert len(page.tree.css(tag)) == len(plain.pages[file].tree.css(tag)), (file, tag)


def test_a_template_sign_in_the_block_is_refused(small):
    result = block(small, name=quoted("River {{ note('x') }}")).build()
    assert result.line("practice-block") == "mkdocs.yml:3"


@pytest.mark.parametrize(("key", "value", "fix"),
                         [("phone", '"+61 (0)2 5550 0123"', 'write it as one dials it from abroad: "+61 2 5550 0123".'),
                          ("phone", "“+44 20 7946 0000”", 'write straight ones: "+44 20 7946 0000".'),
                          ("name", "“River & Co”", 'write straight ones: "River & Co".'),
                          ("author", "Jane Roe", 'write {name: "…", credentials: "…"}.')])
def test_a_usual_slip_in_a_value_is_told_with_the_value_as_it_should_be(small, key, value, fix):
    said = [problem.fix for problem in read(block(small, **{key: value}).root).problems if problem.rule == "practice-block"]
    assert fix in said


def test_what_a_practice_is_called_by_law_and_the_digits_of_its_phone_advertise_nothing_and_call_nobody(small):
    small.edit("docs/index.md", "Ask your doctor.", """Ask your doctor.

Or ask at {{ practice("name") }} here, or use {{ practice("contact") }} instead.

The author is {{ practice("author") }}. The reviewer is {{ practice("reviewer") }}.""")
    result = block(small, name="Studio 111", phone='"(01223) 999-123"', website="https://xn--mller-kva.example/", reviewed="2026-11-23",
                   author="{name: C. Writer, credentials: sports injury therapist}",
                   reviewer="{name: B. Clinician, credentials: consultant in pain medicine}").build()
    assert result.built, result.text
    assert read_built(small.root / "site").pages["index.html"].tree.css_first('footer a[href="tel:01223-999-123"]')


def test_an_address_alone_is_shown_too(small):
    assert block(small, address="1 River Street").build().built
    assert "1 River Street" in words(read_built(small.root / "site").pages["index.html"].tree.css_first("footer"))


def test_a_name_that_advertises_is_told_once_where_the_practice_wrote_it(small):
    small.edit("docs/index.md", "\n## ", '\nThis copy comes from {{ practice("name") }}.\n\n## ')
    result = block(small, name="Back Pain Rooms", address="1 Arthritis Lane").build()
    assert result.rules == {"conditions-do-not-advertise"} and result.text.count("Fix:") == 2, result.text
    assert "mkdocs.yml:3: 'pain' in 'Back Pain Rooms'" in result.text and "mkdocs.yml:4: 'arthritis'" in result.text


UNSEEN = "\ufeff\u2028\u2029\u200b\u200c\u200d\u200e\u200f\u202e\u2066\u00ad\u2060\u0085"


@pytest.mark.parametrize(("key", "sign"),
                         [*(("name", sign) for sign in UNSEEN), *((key, "\u200b") for key in ("address", "author", "reviewer"))],
                         ids=lambda given: given if len(given) > 1 else f"{ord(given):04X}")
def test_what_nobody_can_see_is_refused_with_its_field_and_its_code(small, key, sign):
    value = json.dumps(f"River{sign}side")
    line = (f"{{name: {value}, credentials: nurse}}\n    reviewed: 2026-11-23" if key == "reviewer" else f"{{name: {value}}}"
            if key == "author" else value)
    said = [problem for problem in read(block(small, **{key: line}).root).problems if problem.rule == "practice-block"]
    assert [problem.line for problem in said] == [3]
    assert f"'{key}' holds U+{ord(sign):04X}" in said[0].says


def test_a_sign_that_nobody_can_see_is_the_one_problem_of_the_build(small):
    result = block(small, name='"River\\ufeffside"').build()
    assert result.rules == {"practice-block"} and result.text.count("Fix:") == 1, result.text


@pytest.mark.parametrize("day", ["2026-11-23", '"2026-11-23"'], ids=["plain", "quoted"])
def test_a_filled_block_is_shown_and_no_rule_objects(small, day):
    result = block(small, name="River Massage", email="hello@river.example", phone='"+44 20 7946 0018"',
                   website="https://river.example/",
                   address="1 River Street", region="uk", author="{name: C. Writer, credentials: massage therapist}",
                   reviewer="{name: B. Clinician, credentials: physiotherapist}", reviewed=day,
                   colours='{cold: "#123b5c", warm: "#6b2f12"}').build()
    assert result.built, result.text
    home = read_built(small.root / "site").pages["index.html"]
    text = words(home.tree.body)
    for shown in ("River Massage", "hello@river.example", "B. Clinician", "23 November 2026"):
        assert shown in text
    assert home.tree.css_first('a[href="mailto:hello@river.example"]')
    told = json.loads(home.tree.css_first('script[type="application/ld+json"]').text())
    assert [told[who]["name"] for who in ("author", "publisher", "reviewedBy")] == ["C. Writer", "River Massage", "B. Clinician"]
    assert told["lastReviewed"] == "2026-11-23" and told["dateModified"] == "2026-11-22"
    assert home.tree.css_first('[data-number="uk"]').text() == "999"
    assert main(["--root", str(small.root), "check", str(small.root / "site")]) == 0  # nothing there was changed since
    style = small.files()["assets/site.css"]
    assert b"--cold:#123b5c;--cold-tint:#e3e7eb;" in style
    assert style.count(b"\n") == (small.root / "docs/assets/site.css").read_bytes().count(b"\n")


def test_all_that_is_wrong_in_the_block_is_told_at_once(small):
    small.edit("mkdocs.yml", "  practice:", "  practice:\n    adress: here\n    name: The Guaranteed Room\n    phone: [1]\n"
               "    region: ukk\n    email: hello@practice.example\n    author: {name: ChatGPT}\n    colours: {cold: red}")
    text = small.told("practice-block", "nothing-is-overclaimed").text
    for said in ("'adress'", "'guaranteed'", "'phone'", "'ukk'", "hello@practice.example", "'ChatGPT'", "'red' is not a colour"):
        assert said in text, text


def test_the_neutral_edition_names_nobody_and_prints_no_number(small):
    home = read_built(small.root / "site").pages["index.html"]
    assert "No clinician has reviewed this page." in words(home.tree.body)
    assert not home.tree.css("[data-number], a[href^='tel:'], a[href^='mailto:']")


def test_contrast_is_the_one_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
