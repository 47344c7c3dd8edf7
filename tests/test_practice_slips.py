"""What a practice may type into its block by mistake: each slip is named, and what only looks like one is not."""


import pytest

from press.contact_slips import contact_slips
from press.model import Person, Practice
from press.people_slips import people_slips
from press.strict_yaml import load

SLIPS = [  # what a person writes; the line of the slip; the fix in words
    ("    name: 'Müller & O'Brien's'\n    region: ie", 3, 'write name: "Müller & O\'Brien\'s".'),
    ('    name: "The "Good" one"', 3, "write name: 'The \"Good\" one'."),
    ('    name: "Müller\n    region: uk\n    email: "a@b.example"', 3, 'write name: "Müller".'),
    ("    name: 'River\n    # region: uk", 3, 'write name: "River".'),
    ("    colours: {cold: #1b4f72}" + "\n    # a remark\n" * 12, 3, 'put it in quotes: "#1b4f72".'),
    ("    author: {name: Ann Roe  # who\n    # reviewer: {name: Jo Roe}", 3, "end it with '}'."),
    ("    name: 24/7 Massage: hands", 3, 'put it in quotes: name: "24/7 Massage: hands".'),
    ("    name: @river", 3, 'put it in quotes: name: "@river".'),
    ("    phone:+44 20 7946 0000\n    region: uk", 3, 'write phone: "+44 20 7946 0000".'),
    ('    colours: {cold: #1b4f72}', 3, 'put it in quotes: "#1b4f72".'),
    ("    author: {name: A. Person\n    region: uk", 3, "end it with '}'."),
    ("    name: River\n\tregion: uk", 4, "begin it with spaces, as many as the lines it belongs to."),
    ("   name: River\n    region: uk", 4, "put the same number of spaces before the lines that belong together."),
    ("     name: River\n    # phone: none\n    region: uk", 5,
     "put the same number of spaces before the lines that belong together."),
]


@pytest.mark.parametrize(("lines", "line", "fix"), SLIPS, ids=range(len(SLIPS)))
def test_a_slip_in_the_block_is_told_with_the_line_as_it_should_be(lines, line, fix):
    value, problems = load(f"extra:\n  practice:\n{lines}\nsite_name: Cold\n", "mkdocs.yml")
    assert value is None and [(problem.line, problem.fix) for problem in problems] == [(line, fix)]


def test_a_quote_that_takes_in_the_remarks_below_it_is_told_where_it_opens():
    block = 'name: "River  # ours\n# colours: {cold: "\nregion: uk  # or ie\nreviewed: 29.11.2026   # the day\n'
    value, problems = load(block, "mkdocs.yml")
    assert [(problem.line, problem.fix) for problem in problems] == [(1, 'write "River".')]
    assert value == {"name": None, "region": "uk", "reviewed": "29.11.2026"}


# What a slip says, and words that it is about, with what it quotes of them in brackets.
NOBODY = """
    ice [project] | ice [team] | ice [teams] | ice [staff] | ice [group] | River [clinic] | River [clinics] | a [practice]
    River [practices] | River [centre] | River [center] | River [Centers] | St Mary's [Hospital] | Ice [company] | Ice [Ltd]
    Ice [LLC] | Ice [Inc] | ice [board] | Ice [panel] | Ice [committee] | Ice [department] | Ice [university] | Ice [society]
    Ice [association] | ice [experts] | ice [expert] | ice [specialist] | ice [specialists] | two [doctors] | two [clinicians]
    two [nurses] | two [physios] | two [physiotherapists] | two [therapists] | two [professionals] | two [authors] | ice [editors]
    two [readers] | two [clients] | two [patients] | ice [people] | [everyone] | [everybody] | [anyone] | [somebody] | [someone]
    [nobody] | [anonymous] | [unknown] | [TBC] | [tba] | [todo] | [n/a] | ice [website] | [Google] | ice [computer]
    ice [software] | a [robot] | a [bot] | [A.I.] | [artificial intelligence] | a [language model] | [Chat GPT]
    [ChatGPT] | [GPT] | [gpt-5] | [Copilot] | [Llama] | a[@]river.example | https[://]river.example | [the ice people]
    [our nurse] | [my nurse] | [your nurse] | [any nurse] | [some nurse] | [all of us] | [a doctor] | [an expert]
    [a clinician] | [a nurse] | [a physio] | [a physiotherapist] | [a therapist] | [a friend] | [a reviewer] | [none] | [me]
    [myself] | [we] | [us] | [ourselves] | [who] | [NHS] | [AI] | [Claude] | [Gemini] | [model] | [assistant] | [machine]
    [internet] | [to be named] | [no name] | [your name] | [my name] | [name] | [test] | [our] | [bots] | [X] | [J. R.]"""
SOMEBODY = "Jane Roe | Claude Model | A. Doctor-Smith | Ai Weimin | Annie Theodore | Dr Us Machine | María Núñez | Meiko Whoe | Test Pilot"
NO_BOX = """
    your@a.example | yourname@a.example | my-name@a.example | name@a.example | you@a.example | user@a.example
    username@a.example | email@a.example | mail@a.example | someone@a.example | somebody@a.example | test@a.example
    firstname.lastname@a.example | firstnamelastname@a.example | ann@yoursite.org | ann@example.org | ann@domain.com
    ann@mysite.com | ann@my-clinic.com
    ann@my-practice.com | ann@website.com | ann@test.com"""
A_BOX = "hello@river.example | ann@mysites.org | younis@river.example | ann@contest.org"
OFFERS = """
    [free visit] | [free visits] | [free session] | [free trial] | [free consultation] | [free treatment] | [free massage]
    [free gift] | [visit free] | [sessions free] | [offer] | [offers] | [discount] | [discounts] | [for sale] | [half price]
    [book now] | [booking today] | [book online] | [book a] visit | [book your] visit | [call now] | [call today] | [call us]
    [from 20] | [£2]0 | [$ 2]0 | [€2]0 | 2[0%] | 2[0 £]"""
NO_OFFERS = "Fromm 20 Street | Freeman Massage | Coffers Lane | 20 Call Street | Bookham Clinic"


def each(words: str) -> list[str]:
    return [one.strip() for line in words.strip().split("\n") for one in line.split("|")]


@pytest.mark.parametrize(("make", "slips", "key", "wrong", "right"), [
    (lambda said: Practice(author=Person(said)), people_slips, "author", NOBODY, SOMEBODY),
    (lambda said: Practice(reviewer=Person(said, "nurse"), reviewed="2026-11-23"), people_slips, "reviewer", NOBODY, SOMEBODY),
    (lambda said: Practice(email=said), contact_slips, "email", NO_BOX, A_BOX),
    (lambda said: Practice(name=said), contact_slips, "name", OFFERS, NO_OFFERS),
    (lambda said: Practice(address=said), contact_slips, "address", OFFERS, NO_OFFERS),
], ids=["author", "reviewer", "email", "name", "address"])
def test_each_word_that_says_nobody_or_sells_is_named_and_no_other(make, slips, key, wrong, right):
    for typed in each(wrong):
        said = typed.replace("[", "").replace("]", "")
        named = f"'{typed.partition('[')[2].partition(']')[0]}'" if "[" in typed else f"'{said}' is made up"
        assert [named in says for at, says, _ in slips(make(said)) if at == key] == [True], typed
    for said in each(right):
        assert list(slips(make(said))) == [], said


@pytest.mark.parametrize(("value", "says"), [
    ("+44 20 7946 0018", ""), ("020 (7946) 0018", ""), ("1300 975 707", ""), ("1305 975", ""), ("130597", "nobody's number"),
    ("0123 9753 1086 421", ""), ("0123 9753 1086 4215", "nobody's number"), ("07 55 55 55 55", "nobody's number"),
    ("9876543210", "nobody's number"), ("020 7946 0018 x5", "is not a phone number"), ("+44 (0)20 7946 0018", "holds a '(0)'"),
    ("020", "is not a phone number."), ("(212) 736 5000", ""), ("+1 (212) 736-5000", ""), ("999", "is not a phone number."),
    ("020 7946 0018 / 0019", "is not a phone number: it holds '/'."), ("020–7946 0018", "it holds '–' (EN DASH)."),
    ("020\u00a07946 0018", "(NO-BREAK SPACE)")])
def test_a_phone_that_reaches_nobody_is_named(value, says):
    assert [says in said for _, said, _ in contact_slips(Practice(phone=value))] == [True] * bool(says)


@pytest.mark.parametrize(("website", "good"), [
    ("https://river.example/", True), ("https://ann:secret@river.example/", False), ("https://river/", False),
    ("https://river.example/a b", False), ("https://river.example/<a>", False), ("river.example", False),
    ("https://[river.example/", False), ('https://river.example/"', False)])
def test_a_website_that_is_no_address_is_named(website, good):
    told = [("website", f"'{website}' is not a web address.", "write it in full, like 'https://practice.example/'.")]
    assert list(contact_slips(Practice(website=website))) == told * (not good)


def test_a_website_that_others_can_read_along_is_named():
    told = [("website", "'http://river.example/' begins with 'http:', which anyone on the way can read and change.",
             "write 'https://river.example/', and look whether that opens; or leave 'website:' out.")]
    assert list(contact_slips(Practice(website="http://river.example/"))) == told


@pytest.mark.parametrize(("email", "good"), [
    ("a.b+c@river.example", True), ("o'neill@river-side.co.uk", True), ("river.example", False), ("a@river", False), ("a@river..uk", False),
    ("a@@river.example", False), ("a b@river.example", False), ("a@river.example ", False), ("@river.example", False)])
def test_an_email_that_is_no_address_is_named(email, good):
    told = [("email", f"'{email}' is not an email address.", "write one, like 'hello@practice.example'.")]
    assert list(contact_slips(Practice(email=email))) == told * (not good)


@pytest.mark.parametrize(("one", "other", "same"), [
    ("Jane Roe", "Dr. Roe, Jane", True), ("Prof Jane Roe", "Mrs Jane Roe", True), ("Miss Jane Roe", "Professor Jane Roe", True),
    ("Mr J. Roe", "Ms J. Roe", True), ("Jane Roe", "John Roe", False)])
def test_nobody_reviews_their_own_work_under_another_title(one, other, same):
    practice = Practice(author=Person(one), reviewer=Person(other, "nurse"), reviewed="2026-11-23")
    assert [key for key, says, _ in people_slips(practice) if "the author too" in says] == ["reviewer"] * same
