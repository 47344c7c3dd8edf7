"""The guide is right for every country, and for a practice that has filled in its block: no rule speaks,
and each number is that country's own."""

import json
import re
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp
from selectolax.lexbor import LexborHTMLParser

from guide import NEUTRAL, Guide
from press.built import read_built
from press.prose import Prose, prose_of
from press.readability import LONGEST_SENTENCE, read_blocks
from press.reading import read
from press.rules import REGISTER
from press.sharing import shares

REGIONS = ["uk", "uk-ni", "ie", "us", "ca", "au", "nz", "eu", "none"]
NUMBERS = {"uk": {"999"}, "uk-ni": {"999"}, "ie": {"112", "999"}, "us": {"911"}, "ca": {"911"}, "au": {"000"}, "nz": {"111"},
           "eu": {"112"}, "none": set()}
# the modules of rules about safety
SAFETY = {"safety", "topics", "seals", "sealed_cautions", "safety_lists", "check_before_ice", "numbers_to_call", "verdicts",
          "help_at_hand", "styles", "styles_of_words"}
BLOCK = """  practice:
    name: Riverside Massage
    email: hello@river.example
    phone: "+44 20 7946 0018"
    website: https://river.example/
    address: 12 Mill Lane, Riverton
    region: uk
    author: {name: C. Writer, credentials: MSc}
    reviewer: {name: B. Reader, credentials: MCSP}
    reviewed: 2026-11-22
    colours: {cold: "#1b4f72", warm: "#7a3b1e"}
"""


def numbers(folder) -> set[str]:
    return {node.text() for page in read_built(folder).pages.values() for node in page.tree.css("[data-number]")}


def test_every_region_of_the_table_is_tried(real_site):
    assert set(real_site.regions) == set(REGIONS)


@pytest.mark.parametrize("region", REGIONS)
def test_no_rule_speaks_in_any_region_of_the_small_guide(small_bench, region):
    about_safety = tuple(rule.name for rule in REGISTER if rule.run.__module__.rpartition(".")[2] in SAFETY)
    # it goes into the email as well
    action = ("docs/index.md", "actions: [Read the page first.]",
              """actions: [Read the page first., 'Bad? {{ region("emergency") }}.']""")
    assert small_bench.say(("mkdocs.yml", "  practice:", f"  practice:\n    region: {region}"), action, rules=about_safety) == []


# Markdown that is no word: the signs of a list, a heading and a link, an id, a cell's edge
MARKS = re.compile(r"^\s*(?:[-#]+|\d+\.)\s|\]\([^)]*\)|\{[:#][^}]*\}|[*[]", re.MULTILINE)


# To build the guide for each country takes minutes. Here its pages are only filled: nobody has to wait to hear of a sentence that the words
# of one country make too long, such as 'an urgent treatment centre or minor injuries unit'.
@pytest.mark.parametrize("region", REGIONS)
def test_no_sentence_of_the_real_guide_is_too_long_in_the_words_of_any_country(real_site, region):
    there = replace(real_site, practice=replace(real_site.practice, region=region))
    prose, long = Prose(there), []
    for page in (page for page in there.pages.values() if page.topics):
        blocks = re.split(r"[\n|]", MARKS.sub("", prose.words(page.body, page, page.path, 1)))
        long += [one for one in read_blocks(tuple(blocks)).sentences if len(one.split()) > LONGEST_SENTENCE]
    assert not long


@pytest.mark.slow
@pytest.mark.parametrize("region", REGIONS)
def test_the_real_guide_is_built_for_every_region_with_its_own_numbers(tmp_path, region):
    guide = Guide.real(tmp_path / "guide").write("mkdocs.yml", NEUTRAL.replace("  practice:", f"  practice:\n    region: {region}"))
    result = guide.build()
    assert result.built and result.text.strip() == "", result.text
    assert numbers(guide.root / "site") == NUMBERS[region]


HOSTILE = {  # names of 200 characters
    "markup": ("<b>\"R&D\"</b> 'Spa' </textarea><script>alert(1)</script> #strong[x] $x$ \\ *a* _b_ &amp; " * 3)[:200],
    "right to left": ('מרפאת "הנהר" & <i>עיסוי</i> – عيادة النهر للتدليك ' * 5)[:200],
}


@pytest.mark.slow
@pytest.mark.parametrize("region", ["uk", "us"])
@pytest.mark.parametrize("name", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_stands_in_the_block_every_output_of_the_real_guide_stays_right(tmp_path, region, name):
    name = name.strip()
    told, other = (json.dumps(who, ensure_ascii=False) for who in (name, f"Ada {name[4:]}"))  # nobody reviews their own work
    filled = f"""  practice:
    name: {told}
    email: hello@river.example
    phone: "+44 20 7946 0018"
    website: https://river.example/
    address: {told}
    region: {region}
    author: {{name: {told}, credentials: {told}}}
    reviewer: {{name: {other}, credentials: {told}}}
    reviewed: 2026-11-22
    colours: {{cold: "#1b4f72", warm: "#7a3b1e"}}
"""
    guide = Guide.real(tmp_path / "guide").write("mkdocs.yml", NEUTRAL).edit("mkdocs.yml", "  practice:\n", filled)
    result = guide.build()
    assert result.built and result.text.strip() == "", result.text
    site, folder = read(guide.root), guide.root / "site"
    assert numbers(folder) == NUMBERS[region]
    for share in shares(prose_of(site)):
        beside = folder / share.page.url
        assert (beside / "share.txt").read_text(encoding="utf-8").endswith(f"{share.address}\n\n{name}\n")
        email = LexborHTMLParser((beside / "share.html").read_text(encoding="utf-8"))
        assert email.css("td p")[-1].text() == name and not email.css("b, i, script")
        for sheet in ("handout.pdf", "handout-letter.pdf", "wall.pdf"):
            page = pypdfium2.PdfDocument(beside / sheet)[0]
            codes = zxingcpp.read_barcodes(page.render(scale=150 / 72, grayscale=True).to_pil(),
                                           formats=zxingcpp.BarcodeFormat.QRCode)
            assert [code.text for code in codes] == [share.address], sheet


@pytest.mark.slow
def test_the_real_guide_is_built_for_a_practice_that_has_filled_in_its_block(tmp_path):
    guide = Guide.real(tmp_path / "guide").write("mkdocs.yml", NEUTRAL).edit("mkdocs.yml", "  practice:\n", BLOCK)
    result = guide.build()
    assert result.built and result.text.strip() == "", result.text
    assert numbers(guide.root / "site") == NUMBERS["uk"]


# Sentences that a page may not hold, by the rule; what it quotes stands in ‹ ›.
TYPED = {
    "words-of-one-country-come-from-data": """Go to ‹A&E›. | Go to ‹A & E›. | Go to an ‹ER›. | ‹Emergency room›.
        the ‹emergency rooms› | Ask a ‹GP›. | Ask ‹GPs›. | Ask a ‹family doctor›. | ‹Family doctors› know. | ‹Call an ambulance›.
        ‹Ring the ambulance›. | ‹Phone for an ambulance›. | ‹Dial for ambulances›. | ‹Fetch paramedics›. | ‹Ask for an ambulance›.
        ‹Get the emergency services›. | ‹Send for an ambulance›. | an ‹urgent care centre› | an ‹urgent care clinic›
        a ‹minor injury unit› | a ‹minor injuries clinic› | a ‹walk-in centre› | a ‹walk-in clinic› | ‹Take paracetamol›.
        ‹Taking some acetaminophen› is fine. | ‹Try paracetamol›. | ‹Use paracetamol›. | a ‹physical therapist›
        two ‹physical therapists›""",
    "nobody-is-quoted": """‹Dr Smith› says so. | ‹Dr. Smith› says so. | ‹Prof. Smith› | ‹Mr. Smith› | ‹Mrs. Smith› | ‹Ms. Smith›
        ‹Prof Smith› | ‹Professor Smith› | ‹Mrs Smith› | ‹Mr Smith›
        ‹Ms Smith› | ‹Nurse Smith› | ‹Doctor Smith› | 'It helped‹' says Ann› | "It helped,‹" said Ann› | 'It helped‹', wrote Ann›
        ‹Ann, 54,› did. | Say ‹Ann, aged 54›""",
    "sources-are-cited-by-their-id": """Smith ‹et al› found it. | It was seen ‹[12]›. | It was seen ‹[1, 2]›. | It was seen ‹[1–3]›.
        It helps ‹(Smith 2010)›. | It helps ‹(Smith, 1999a)›. | It helps ‹(Smith and Jones, 2010)›. | It helps ‹(Smith & Jones 2010)›.
        The ‹2010 study› | The ‹1999 trial› | The ‹2010 review› | See ‹doi:›x. | See ‹10.1000/›x.""",
}
FREE = """Ask the people near you. | Get a cloth and some ice. | The paracetamol is there. | Drive to the area. | A person, 54, did it.
    In 2010 it was seen (twice). | The doctor says so. | The nurse says Ice is cold. | Wait here at 10. | Urgent care helps."""


@pytest.mark.parametrize(("rule", "sentences"), TYPED.items(), ids=TYPED)
def test_each_thing_that_may_not_be_typed_is_named_and_no_other_words(small, rule, sentences):
    about, each = "docs/about/index.md", lambda lines: [one.strip() for line in lines.split("\n") for one in line.split("|")]
    before, typed = (small.root / about).read_text(encoding="utf-8").rstrip("\n"), each(sentences)
    said = "\n\n".join([before, *(re.sub("[‹›]", "", one) for one in typed), *each(FREE)])
    told, first = small.write(about, said).told(rule).text, before.count("\n") + 3
    assert [one for n, one in enumerate(typed)
            if f"{about}:{first + 2 * n}: '{re.search('‹(.*)›', one)[1]}' in '" not in told] == []
    assert told.count("Fix: ") == len(typed), told
