"""Emails say what they must, in few words, look alike everywhere, and give nothing away."""

import json
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from guide import ROOT
from press.email_support import features, refused
from press.message import Messages
from press.prose import Prose, prose_of
from press.rules.messages import POINTING
from press.sharing import FILES, KIT_DATA, shares

PACK = "docs/how-to/cold-pack.md"
TABLE = features(ROOT, [])
ALLOWED = {"element": {"table", "tbody", "tr", "td", "p", "strong", "ul", "li", "a", "br"},
           "attribute": {"role", "lang", "width", "cellpadding", "cellspacing", "border", "href", "style"},
           "property": {"font-family", "font-size", "color", "border", "padding"}}
ELEMENTS = """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote button canvas center
    cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
    footer form frame frameset h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend link main map mark
    marquee math menu meta meter nav noscript object ol optgroup option output param picture pre progress q rp rt ruby s
    samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template
    textarea tfoot th thead time title tr track tt u ul var video wbr x-card""".split()
INSIDE_TABLES = {"tbody", "td", "tr", "th", "thead", "tfoot", "col", "colgroup"}
NOT_IN_BODY = {"frame", "frameset"}  # a browser drops them when they stand in a page
ATTRIBUTES = """
    accesskey align alt aria-label background bgcolor charset class colspan content contenteditable data-x dir download
    draggable face for height hidden hreflang hspace http-equiv id inert itemprop loading media name nonce onclick onerror
    onload ping popover referrerpolicy rel rowspan sizes slot src srcdoc srcset tabindex target title translate type usemap
    valign value vspace xmlns""".split()
PROPERTIES = """
    align-items all animation appearance aspect-ratio backdrop-filter background background-color background-image
    border-collapse border-radius border-spacing bottom box-shadow box-sizing clear clip-path color-scheme column-count
    columns content cursor direction display filter flex float font gap grid grid-template height hyphens inset
    justify-content left letter-spacing line-height list-style list-style-type margin margin-top mask max-height max-width
    min-width mix-blend-mode mso-line-height-rule object-fit opacity order outline overflow overflow-wrap pointer-events
    position right text-align text-decoration text-indent text-overflow text-shadow text-transform top transform transition
    unicode-bidi user-select vertical-align visibility white-space width word-break word-spacing z-index
    -webkit-text-size-adjust --own""".split()
VALUES = [("p", "font-size", "1rem"), ("p", "font-size", "120%"), ("p", "color", "rgba(0,0,0,.5)"), ("p", "color", "var(--ink)"),
          ("p", "color", "red"),
          ("p", "padding", "4px"), ("p", "border", "1px solid #000000"), ("td", "border", "9px solid #000000"),
          ("td", "border", "1px dotted #000000"), ("td", "padding", "1em"), ("td", "padding", "-4px")]


def allowed(kind):
    """Return the names that the table lets an email use."""
    return {name for feature in TABLE if feature.kind == kind
            and not feature.refused("", "td").startswith(("Outlook", "Gmail", "Apple")) for name in feature.names}


@pytest.mark.parametrize("kind", ALLOWED)
def test_the_white_list_follows_from_the_table(kind):
    assert allowed(kind) == ALLOWED[kind]


@pytest.mark.parametrize("name", sorted(set(ELEMENTS) - ALLOWED["element"] - NOT_IN_BODY))
def test_any_other_element_is_refused(name):
    html = f"<table><{name}></{name}></table>" if name in INSIDE_TABLES else f"<p>a</p><{name}></{name}>"
    parsed = LexborHTMLParser(html).css_first(name) is not None
    assert (f"<{name}>" in dict(refused(html, TABLE))) == parsed
    assert parsed or name in ("base", "link", "meta", "title", "template", "script", "style", "noscript") or name in INSIDE_TABLES


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_any_other_attribute_is_refused(name):
    assert f'{name}="x"' in dict(refused(f'<p {name}="x">a</p>', TABLE))


@pytest.mark.parametrize("name", PROPERTIES)
def test_any_other_property_is_refused(name):
    assert f"{name}: 1px" in dict(refused(f'<table><tr><td style="{name}:1px">a</td></tr></table>', TABLE))


@pytest.mark.parametrize(("element", "name", "value"), VALUES)
def test_a_value_that_only_some_programs_show_is_refused(element, name, value):
    html = f'<{element} style="{name}:{value}">a</{element}>'
    assert f"{name}: {value}" in dict(refused(f"<table><tr>{html}</tr></table>" if element == "td" else html, TABLE))


def test_the_email_says_its_page_and_every_note_in_both_forms(real_site, real_built):
    for share in shares(prose_of(real_site)):
        text, html = ((real_built.folder / share.page.url / name).read_text() for name in ("share.txt", "share.html"))
        said = " ".join(LexborHTMLParser(html).body.text(separator=" ").split())
        assert said == " ".join(" ".join(line.removeprefix("- ") for line in text.splitlines()).split())
        assert text.endswith(f"{share.address}\n\n{share.sender}\n")


def test_an_email_frames_its_safety_words_and_is_not_read_aloud_as_a_table(real_site):
    messages = Messages(real_site)
    for share in shares(prose_of(real_site)):
        tree = LexborHTMLParser(messages.rich(share))
        assert [table.attributes.get("role") for table in tree.css("table")] == ["presentation"]
        cells = tree.css("td")
        framed = ["border:3px solid" in cell.attributes["style"] for cell in cells]
        assert framed == [share.box_title in cell.text() for cell in cells] == [False, True, False]


def test_a_mail_link_carries_subject_and_text_letter_by_letter(real_site):
    messages = Messages(real_site)
    for share in shares(prose_of(real_site)):
        link = messages.mail_link(share)
        carried = parse_qs(urlsplit(link).query, strict_parsing=True)
        assert len(link) <= 1800
        assert carried["subject"] == ["The page we talked about"]
        said, whole = carried["body"][0].replace("\r\n", "\n"), messages.plain(share)
        assert said + f"\n\n{share.sender}\n" in (whole, whole.replace(f"\n\n{share.point}\n\nWhat to do: {share.actions[0]}", ""))


def test_a_long_address_leaves_the_advice_out_of_a_mail_link_and_never_a_safety_word(real_site):
    longest = f"https://{'n' * 39}.github.io/{'r' * 100}/"  # that GitHub Pages gives
    there = replace(real_site, settings=replace(real_site.settings, site_url=longest))
    messages, told = Messages(there), shares(Prose(there))
    assert max(len(messages.mail_link(share)) for share in told) <= 1800
    assert {"What to do:" in messages.body(share) for share in told} == {True, False}
    assert all(note.short in messages.body(share) and share.address in messages.body(share) for share in told for note in share.notes)


def test_the_kit_as_data_holds_what_its_page_promises(real_site, real_built):
    told = json.loads((real_built.folder / KIT_DATA).read_text())
    page = (ROOT / "docs/therapists/kit.md").read_text()
    promised = {name.strip("`") for row in page.splitlines() if row.startswith("| `")
                for name in row.split("|")[1].strip().split(", ")}
    assert told["shape"] == 1
    assert {f"`{key}`" for key in told} - {"`pages`"} <= set(page.replace(",", " ").replace(".", " ").split())
    for row, share in zip(told["pages"], shares(prose_of(real_site)), strict=True):
        assert set(row) == promised
        assert row["text"] == (real_built.folder / share.page.url / "share.txt").read_text()
        assert row["html"] == (real_built.folder / share.page.url / "share.html").read_text()
        assert [note["id"] for note in row["notes"]] == [note.id for note in share.notes]
        assert row["files"] == {name: share.address + name for name in FILES}


# Words that point at something which stays behind, and words that do not.
POINTS = """this page | these pages | this list | the first table | the second step | the third part | the last section | the next note
    the following belief | the two rows | the three drawings | the 4 pictures | Below | above | following | overleaf"""
STAYS = "the page | that list | the pages | this week | belowground | first step | the fourth step | these days | the listing"


def test_each_word_that_points_at_what_stays_behind_is_known():
    each = lambda words: [one.strip() for line in words.split("\n") for one in line.split("|")]
    assert [words for words in each(POINTS) if POINTING.search(f"See {words}.") is None] == []
    assert [words for words in each(STAYS) if POINTING.search(f"See {words}.")] == []
