"""Everything that a page hands over is there, is linked, and stays right whatever the practice's block holds."""

import json
import shutil
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from press.model import Page
from press.prose import prose_of
from press.readback import sheets_of, words_of_picture
from press.sharing import FILES, KIT, KIT_DATA, PICKED, is_shared, shares

PACK = "docs/how-to/cold-pack.md"
BESIDE = "how-to/cold-pack/"
NAMES = {
    "markup": """<b>"R&D"</b> 'Spa' <script>alert(1)</script> #strong[x] $x$ \\ *a* _b_ &amp; </textarea>""",
    "quotes": """O'Brien's “Massage” «Ici» „hier“ "x" ‘y’""",
    "Hebrew": "מרפאת הנהר",
    "Arabic": "عيادة النهر للتدليك",
    "200 characters": "Riverside Massage and Sports Therapy of Upper Exampletown " * 3 + "and of Lower Exampletown!!",
    "one word of 200 characters": "R" * 200,
    "200 of the widest letters": "W" * 200,
    "letters with marks": "Łódź Ångström Čeština Ünïcödé ßtraße",
}


@pytest.mark.parametrize("url", ["therapists/which-page/", "how-to/"])
def test_a_table_of_pages_calls_each_by_its_title_so_that_it_is_found_again_in_the_kit(real_site, real_built, url):
    shown = real_built.page_at(url)
    links = LexborHTMLParser(shown.html).css("main td a")
    titles = {page.url: page.title for page in real_site.pages.values()}
    for link in links:
        leads = urlsplit(urljoin(f"/{url}", link.attributes["href"])).path[1:]
        assert link.text().startswith(titles[leads]), link.text()
    assert len(links) > 4


def test_every_advice_page_hands_over_every_file(real_site, real_built):
    advice = [page for page in real_site.pages.values() if page.kind == "advice" and not page.not_shared]
    assert {share.page.url for share in shares(prose_of(real_site))} == {page.url for page in advice}
    for page in advice:
        assert all(page.url + name in real_built.files for name in FILES)


def test_a_page_can_stay_out_with_a_reason(small):
    small.edit(PACK, "kind: advice", "kind: advice\nnot_shared: it is still being written")
    text = (small.root / "docs/_data/addresses.txt").read_text()
    gone = [f"/{BESIDE}{name}\n" for name in FILES]
    for line in gone:
        assert line in text
        text = text.replace(line, "")
    small.write("docs/_data/addresses.txt", text)
    result = small.build()
    assert result.built, result.text
    files = small.files()
    assert not any(BESIDE + name in files for name in FILES)
    assert b'class="share"' not in files[BESIDE + "index.html"]
    assert b"og:image" not in files[BESIDE + "index.html"]
    assert b"how-to-cold-pack" not in files[KIT + "index.html"]
    assert [row["path"] for row in json.loads(files[KIT_DATA])["pages"]] == [""]


def test_each_download_has_a_name_that_tells_what_and_of_which_page(small):
    told = {}
    for file in (BESIDE + "index.html", KIT + "index.html"):
        for link in LexborHTMLParser(small.files()[file].decode()).css("a[download]"):
            told.setdefault((file, link.attributes["download"]), set()).add(link.attributes["href"].rpartition("/")[2])
    names = {name.replace(".", "-how-to-cold-pack.") for name in FILES}
    assert {name for file, name in told if file == BESIDE + "index.html"} == names
    assert {name for file, name in told if file == KIT + "index.html"} == names | {name.replace(".", "-home.") for name in FILES}
    assert all(len(addresses) == 1 for addresses in told.values())


def test_a_changed_card_has_another_address(small):
    page = lambda: LexborHTMLParser(small.files()[BESIDE + "index.html"].decode())
    tag = lambda: page().css_first('meta[property="og:image"]').attributes["content"]
    before = tag()
    small.edit("mkdocs.yml", "  practice:", "  practice:\n    name: Riverside Massage").build()
    assert before.startswith(f"https://small.example/guide/{BESIDE}card.png?v=")
    assert tag() != before


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_whatever_the_practice_is_called_everything_stays_right(small, name):
    name = name.strip()
    result = small.edit("mkdocs.yml", "  practice:", f"  practice:\n    name: {json.dumps(name, ensure_ascii=False)}").build()
    assert result.built, result.text
    files = small.files()
    assert files[BESIDE + "share.txt"].decode().endswith(f"\n\n{name}\n")
    email = LexborHTMLParser(files[BESIDE + "share.html"].decode())
    assert email.css("td p")[-1].text() == name
    assert email.css_first("b, script") is None
    kit = LexborHTMLParser(files[KIT + "index.html"].decode())
    assert kit.css_first('[data-kit-page="how-to-cold-pack"] pre').text() == files[BESIDE + "share.txt"].decode()
    assert kit.css_first("article script, article b") is None
    assert json.loads(files[KIT_DATA])["practice"] == name
    for sheet in (*sheets_of(files[BESIDE + "handout.pdf"]), *sheets_of(files[BESIDE + "wall.pdf"])):
        assert letters(name) <= letters(sheet.words)
    assert letters(name) <= letters(words_of_picture(files[BESIDE + "card.png"], None))


def letters(text: str) -> set[str]:
    """Return the letters of a text; those of Arabic change their shape, and their code, beside each other."""
    return {sign for sign in text if sign.isalnum() and not "\u0600" <= sign <= "\u06ff"}


def test_without_a_practice_the_guide_signs_itself(small):
    assert small.files()[BESIDE + "share.txt"].decode().endswith("\n\nSmall guide\n")


def test_a_set_finds_a_page_under_its_earlier_name(small):
    with (small.root / "docs/_data/addresses.txt").open("a") as record:
        record.write("/how-to/old-pack/ -> /how-to/cold-pack/\n")
    result = small.build()
    assert result.built, result.text
    page = LexborHTMLParser(small.files()[PICKED + "index.html"].decode())
    assert "how-to-cold-pack how-to-old-pack" in [node.attributes["data-picked"] for node in page.css("[data-picked]")]


def test_only_advice_is_shared():
    page = lambda **more: Page(id="x/", title="x", description="x", checked=None, check_by=None, **more)
    assert is_shared(page(kind="advice"))
    assert not is_shared(page(kind="service"))
    assert not is_shared(page(kind="advice", not_shared="it is being written"))


@pytest.mark.breaks("look-in-place")
def test_with_the_look_set_aside_everything_is_still_handed_over(small):
    for path in (small.root / "overrides").iterdir():
        if path.name not in ("snippets", "outputs"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert small.build().built
    assert {BESIDE + name for name in FILES} <= small.files().keys()
