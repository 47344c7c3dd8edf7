"""What a page no longer hands over, or hands over wrongly, is named."""

import pytest

from press.built import read_built
from press.prose import Prose
from press.reading import read
from press.rules import check
from press.sharing import FILES, KIT, PICKED

PACK = "docs/how-to/cold-pack.md"
BESIDE = "how-to/cold-pack/"


def rules_of(guide, folder="site"):
    """Return the names of the rules that speak of a built folder."""
    built = read_built(guide.root / folder)
    site = read(guide.root, built.site_url)
    prose = Prose(site)
    for page in site.pages.values():
        prose.page(page)
    return {problem.rule for problem in check(site, built)}


@pytest.mark.parametrize("file", FILES)
def test_a_missing_file_is_named(small, file):
    (small.root / "site" / BESIDE / file).unlink()
    lost = {"shared-files-exist", "addresses-are-kept"}
    assert lost <= rules_of(small) <= lost | {"links-lead-somewhere"}


@pytest.mark.breaks("addresses-are-kept")
def test_the_files_of_a_page_that_stays_out_lead_to_the_page_itself(small):
    small.edit(PACK, "kind: advice", "kind: advice\nnot_shared: it is still being written")
    result, record = small.build(), "docs/_data/addresses.txt"
    assert result.rules == {"addresses-are-kept"}, result.text
    for name in FILES:
        line = f"/{BESIDE}{name} -> /{BESIDE}"
        assert f"write '{line}' on this line" in result.text, result.text
        small.edit(record, f"/{BESIDE}{name}\n", f"{line}\n")
    result = small.build()
    assert result.built, result.text


@pytest.mark.breaks("links-lead-somewhere")
def test_a_link_to_a_handout_that_is_not_there_is_led_to_its_page(small):
    with (small.root / "docs/privacy/index.md").open("a", encoding="utf-8") as page:
        page.write("\nSee [the sheet](../safety/handout.pdf).\n")
    result = small.build()
    assert "safety/handout.pdf" in result.text and "handout.pdf" not in result.text.split("Fix:", 1)[1], result.text


@pytest.mark.parametrize(("file", "words"), [(PACK, "kind: advice\nnot_shared: because"),
                                             ("docs/privacy/index.md", "kind: service\nnot_shared: it gives no advice")])
@pytest.mark.breaks("shared-files-exist")
def test_staying_out_needs_a_reason_that_holds(small, file, words):
    result = small.edit(file, words.split("\n")[0], words).build()
    assert "shared-files-exist" in result.rules
    assert "not_shared" in result.text


@pytest.mark.parametrize(("file", "old", "rule"), [
    ("overrides/partials/share.html",
     '<li><a href="wall.pdf" download="wall-{{ press.share.given.name|e }}.pdf">Sheet for the wall (PDF)</a></li>',
     "shared-files-are-linked"),
    ("overrides/partials/share.html", '<li><a href="{{ press.share.kit|e }}">Copy or send an email</a></li>',
     "shared-files-are-linked"),
    pytest.param("overrides/snippets/kit.html", "row.files['qr.svg']", "shared-files-are-linked",
                 marks=pytest.mark.breaks("shared-files-are-linked")),
    ("overrides/partials/preview-tags.html", '<meta property="og:image:type" content="image/png">', "previews-are-complete"),
    ("overrides/partials/preview-tags.html", '<meta property="og:image:width" content="{{ press.share.card_width }}">',
     "previews-are-complete"),
])
def test_what_is_no_longer_linked_or_told_is_named(small, file, old, rule):
    result = small.edit(file, old, "row.files['handout.pdf']" if "row." in old else "").seal().build()
    assert result.rules == {rule}, result.text
    assert result.line(rule) == file


@pytest.mark.parametrize(("old", "new"), [
    ('content="{{ press.share.card_height }}"', 'content="600"'), ('content="summary_large_image"', 'content="summary"'),
    ('name="twitter:image" content="{{ press.share.card|e }}"', 'name="twitter:image" content="{{ press.canonical|e }}card.png"'),
    ('<meta property="og:type"', "{{ ' ' * 10000 }}<meta property=\"og:type\""),
])
@pytest.mark.breaks("previews-are-complete")
def test_a_preview_that_is_not_right_is_named(small, old, new):
    assert small.edit("overrides/partials/preview-tags.html", old, new).seal().build().rules == {"previews-are-complete"}


def test_an_own_frame_is_refused_on_the_kit_page_too(small):
    small.edit("docs/therapists/kit.md", "{{ kit() }}",
               '{{ kit() }}\n\n<iframe sandbox="" src="../../share.html" title="x"></iframe>')
    assert "no-active-markup" in small.build().rules


@pytest.mark.breaks("pages-keep-a-strict-policy")
def test_frames_are_allowed_on_the_kit_page_alone(small):
    small.edit("overrides/base.html", "{% if press.shows_kit %}frame-src 'self'; {% endif %}", "frame-src 'self'; ")
    result = small.build()
    assert result.rules == {"pages-keep-a-strict-policy"}
    assert f"'/{KIT}'" not in result.text


def test_a_kit_without_the_page_for_its_sets_is_named(small):
    assert rules_of(small) == set()
    (small.root / "site" / PICKED / "index.html").unlink()
    assert "shared-files-are-linked" in rules_of(small)
