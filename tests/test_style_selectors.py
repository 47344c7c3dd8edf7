"""A stylesheet is read as a browser reads it: what a selector can ever reach, how strong it is, and in which media."""

import pytest

from press.selector import is_beside, states, weight, widest
from press.styles import StyleRule, Unread, read_styles


@pytest.mark.parametrize(("selector", "reaches"), [
    *[(f".note:{state}", ".note") for state in (
        "hover", "focus", "focus-visible", "focus-within", "active", "visited", "link", "any-link", "target", "checked", "open",
        "popover-open", "enabled", "disabled", "fullscreen", "modal", "defined", "autofill", "placeholder-shown", "default",
        "user-valid", "user-invalid", "lang(en)", "dir(rtl)")],
    *[(f".note{part}", ".note") for part in (
        "::before", "::after", ":before", ":after", ":first-line", ":first-letter", "::marker", "::part(a)")],
    (":hover", "*"), ("[open] > p", "* > p"), ("a :hover", "a *"), (".a:not(:hover)", ".a"), (".a:not(.b)", ".a:not(.b)"),
    (".a:has(p) b", ".a b"), (".a:not(:has(p)) b", ".a b"), (".a:not(.b:not(.c)) :focus", ".a:not(.b:not(.c)) *"),
    (".hover", ".hover"), ("p:first-child", "p:first-child"), ("a:linked", "a:linked")])
def test_a_selector_is_taken_for_all_that_it_can_ever_reach(selector, reaches):
    assert widest(selector) == reaches


@pytest.mark.parametrize(("selector", "says"), [
    ("p", []), ("p:hover", ["state"]), ("p::marker", ["part"]), ("p:has(b)", ["state"]), ("p:before", ["part"]),
    ("p:hover::after", ["state", "part"])])
def test_a_selector_says_when_it_holds(selector, says):
    in_words = {"state": "some state such as :hover", "part": "a part such as ::marker"}
    assert states(selector) == tuple(in_words[one] for one in says)


@pytest.mark.parametrize(("selector", "strength"), [
    ("p", (0, 0, 1)), ("#a .b c", (1, 1, 1)), (".a.b", (0, 2, 0)), ("[x]:hover", (0, 2, 0)), ("p::before", (0, 0, 2)),
    ("ul > li + li", (0, 0, 3)),
    (":is(#a, p) b", (1, 0, 2)), (".a:not(.b)", (0, 2, 0)), ("*", (0, 0, 0)), ("a~b", (0, 0, 2))])
def test_a_selector_is_as_strong_as_in_a_browser(selector, strength):
    assert weight(selector) == strength


def test_what_is_drawn_beside_an_element_is_told_from_the_element():
    assert [is_beside(one) for one in ("p::before", "p:after", "p", "p::marker",
        "p::before b")] == [True, True, False, False, False]


def read(css: str) -> list[StyleRule | Unread]:
    return list(read_styles(css, "site.css"))


def test_rules_are_read_with_the_media_around_them():
    css = """@media PRINT { @supports (display:grid) { .a, .b { color: red; & c { color: blue } d { color: blue } } } }
@layer x { .e { color: red } }
.f { @media screen { color: red; .g { color: red } } }
@container (width > 1px) { h { color: red } }
@keyframes k { from { color: red } }
@charset "utf-8";
@layer a, b;
@media print { color: red }"""
    around = ("@media print", "@supports (display: grid)")
    assert [(rule.selector, rule.media, rule.line) for rule in read(css)] == [
        (".a", around, 1), (":is(.a) c", around, 1), (":is(.a) d", around, 1), (".b", around, 1), (":is(.b) c", around, 1),
        (":is(.b) d", around, 1), (".e", (), 2), (".f", (), 3), (".f", ("@media screen",), 3),
    (":is(.f) .g", ("@media screen",), 3),
        ("h", ("@container (width > 1px)",), 4)]


@pytest.mark.parametrize(("css", "says"), [
    ("@page { margin: 4cm }", ""), ("@page { margin-top: 40mm; size: a4 }", ""), ("@page { margin-left: 1.6in }", ""),
    ("@page { margin-right: 110pt }", ""), ("@page { margin-bottom: 150px }", ""), ("@page { margin: 8rem 8em }", ""),
    ("@page { color: red }", ""), ("@page;", ""), ("@media;", ""),
    ("@page { margin: 8.1rem }", "'@page' with"), ("@page { margin: 8.1em }", "'@page' with"),
    ("@page { margin: 4.1cm }", "'@page' with 'margin: 4.1cm'"), ("@page { margin-top: 41mm }", "'@page' with"),
    ("@page { margin-left: 1.7in }", "'@page' with"), ("@page { margin-right: 111pt }", "'@page' with"),
    ("@page { margin-bottom: 151px }", "'@page' with"), ("@page { size: 9cm }", "'@page' with 'size: 9cm'"),
    ("@page { margin: -1cm }", "'@page' with"), ("@import 'a.css';", "'@import', which can hide"),
    ("@font-face { src: url(a) }", "'@font-face', which can hide"), ("@property --a { syntax: '*' }", "'@property'"),
    (".a { color red }", "a declaration that is not CSS"), ("}", "a rule that is not CSS")])
def test_what_cannot_be_judged_is_told(css, says):
    told = [found.what for found in read(css) if isinstance(found, Unread)]
    assert (says in told[0]) if says else told == []
