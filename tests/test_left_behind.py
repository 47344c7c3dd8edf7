"""Each sign that a program or an author left behind, each price, and each way to hide words is known by itself."""

import html
import re

# What a program or an author left behind, one a line.
LEFT = """a <!-- b | a --> b | {{ a }} | a }} b | {% a | a %} b | {# a | a[^1] | a][b | --8<-- a | !!! a | ??? a | TODO a
    FIXME a | Lorem ipsum a | Traceback a | jinja2.a | Undefined a | \ue000 a | \ue001 a | a {: b | {emergency} a | {advice} a
    {ed} a | As an AI a | b as an AI a | An AI language model a | a language model, I | I cannot provide medical advice a
    I cannot give medical advice a
    Here is the revised a | Here's the revised a | [insert a | [Insert a | [your name] a | Here is a simpler version a
    As of my last update a | b as of my last update a | my knowledge cutoff a | I hope this helps a | Hope this helps a | turn0search1
    oaicite a | a\\nb | â€a | Ã©a | Â a | \ufffd a"""


def test_each_thing_that_a_program_left_behind_is_named(small):
    left = [one.strip() for line in LEFT.split("\n") for one in line.split("|")]
    shown = "".join(f"<p>No {n} {html.escape(one)} z</p>" for n, one in enumerate(left))
    told = small.edit("site/about/index.html", "</article>", f"{shown}</article>").told("nothing-unfilled").text
    assert [one for n, one in enumerate(left) if f"No {n} " not in told] == []


def test_each_price_mark_and_address_is_named_and_nothing_else(small):
    sold = """‹£4.99› | ‹$ 5› | ‹€1,000› | ‹5 £› | ‹5€› | ‹5 GBP› | ‹5 USD› | ‹5 EUR› | ‹5 euro› | ‹5 euros› | ‹5 dollar›
        ‹5 dollars› | ‹5 pence› | ‹5 quid› | ‹50p› | Ice‹®› | Ice‹™› | ‹a.b+c@d-e.example›"""
    free = "5 minutes | the euro | 5 people | a@ home"
    each = lambda text: [one.strip() for line in text.split("\n") for one in line.split("|")]
    said, about = (*each(sold), *each(free)), "docs/about/index.md"
    before = (small.root / about).read_text(encoding="utf-8").rstrip("\n")
    told = small.write(about, "\n\n".join([before, *(f"It is {re.sub('[‹›]', '', one)} a." for one in said)])).told("nothing-is-sold")
    lines, first = {int(line.split(":")[1]) for line in told.text.split("\n") if line.startswith(about)}, before.count("\n") + 3
    assert [one for n, one in enumerate(said) if (first + 2 * n in lines) != (n < len(each(sold)))] == []


def test_each_way_to_hide_words_and_each_thing_that_acts_is_named(small):
    hides = ['<p hidden>a</p>', '<p inert>a</p>', '<p aria-hidden="true">a</p>', '<p popover>a</p>', "<template><p>a</p></template>",
             "<noscript>a</noscript>", "<dialog>a</dialog>"]
    names = ["hidden", "inert", "aria-hidden", "popover", "<template>", "<noscript>", "<dialog>"]
    acts = "script iframe object embed style link meta base form".split()
    attributes = ["onclick", "style", "srcdoc"]
    shown = "".join((*hides, '<p aria-hidden="false">b</p>', *(f"<{tag}></{tag}>" for tag in acts),
                    *(f'<p {name}="a">b</p>' for name in attributes), '<svg><title hidden>b</title></svg>'))
    small.edit("site/about/index.html", "</article>", f"{shown}</article>")
    told = small.told("nothing-is-hidden").text
    assert [name for name in names if f"'{name}' hides '" not in told] == [] and told.count("Fix: ") == len(names), told
    told = small.told("no-active-markup").text
    words = [*(f"<{tag}" for tag in acts), *attributes]
    assert [word for word in words if f"'{word}' does not belong" not in told] == [] and told.count("Fix: ") == len(words), told
