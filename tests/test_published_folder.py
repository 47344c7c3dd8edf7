"""The folder that is published: the addresses that were promised, nothing of the workshop, under any path; and the look is only a look."""

import shutil
from urllib.parse import urljoin

import pytest

from guide import Guide
from press.__main__ import main
from press.built import Built, read_built


def test_the_site_lives_under_a_path_and_at_a_root(small, monkeypatch):
    for given in ("https://Root.example", "https://name.example/Some-repo/"):
        monkeypatch.setenv("SITE_URL", given)
        url = given.replace("Root", "root").rstrip("/") + "/"
        result = small.build("out")
        assert result.built, result.text
        built = read_built(small.root / "out")
        assert built.site_url == url
        assert f'href="{built.base}safety/' in built.pages["404.html"].html


def test_authors_folders_and_templates_are_not_published(real_built):
    assert not [name for name in real_built.files if "_data" in name or "_notes" in name
                or name.endswith((".md", ".yml", ".map"))]


def test_every_address_of_the_contract_exists(real_built):
    for url in ("", "science/", "benefits/", "how-to/", "who/", "safety/", "therapists/", "evidence/", "glossary/",
                "about/", "privacy/", "accessibility/", "safety/signs/", "safety/check/"):
        assert real_built.page_at(url), url
    assert "404.html" in real_built.pages


@pytest.mark.parametrize("menu", [".menu", ".parts", ".side"])
def test_each_menu_marks_the_page_that_is_open_and_no_other(real_built, menu):
    found = set()
    for page in (page for page in real_built.pages.values() if not page.forwards):
        here = f"{real_built.site_url}{page.url}"
        links = [(urljoin(here, link.attributes["href"]), link.attributes.get("aria-current")) for link in page.tree.css(f"{menu} a")]
        marked = {address for address, current in links if current == "page"}
        assert marked == {address for address, _ in links if address == here}, page.url
        found |= marked
    assert len(found) > 5


def test_claims_references_terms_and_safety_entries_have_their_addresses(real_site, real_built):
    wanted = {"evidence/": [f"claim-{id}" for id in real_site.claims] + [f"ref-{id}" for id in real_site.references],
              "glossary/": list(real_site.glossary), "safety/": list(real_site.contraindications),
              "safety/signs/": list(real_site.red_flags)}
    for url, ids in wanted.items():
        assert not set(ids) - set(real_built.page_at(url).ids), url


def test_a_site_built_for_another_address_is_not_published(recorded_small, capsys):
    for url, code in (("https://small.example/guide/", 0), ("https://name.github.io/repo/", 1)):
        assert main(["--root", str(recorded_small), "check", str(recorded_small / "site"), "--published-at", url]) == code
        assert ("published-address" in capsys.readouterr().out) == bool(code)



@pytest.fixture(params=["small", pytest.param("real", marks=pytest.mark.slow)])
def twice(request, tmp_path) -> tuple[Guide, Built]:
    """A guide to build, and how it was built with our look."""
    if request.param == "small":
        guide = request.getfixturevalue("small")
        return guide, read_built(request.getfixturevalue("recorded_small") / "site")
    built = request.getfixturevalue("real_built")
    guide = Guide.real(tmp_path / "guide")
    if (kept := built.folder.with_name(".cache")).exists():  # handouts, cards and codes have looks of their own
        shutil.copytree(kept, guide.root / ".cache")
    return guide, built


def test_with_the_look_set_aside_the_stock_theme_shows_every_note_and_claim(twice):
    guide, with_our_look = twice
    for path in (guide.root / "overrides").iterdir():
        if path.name not in ("snippets", "outputs"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    result = guide.build()
    assert result.built, result.text
    assert "the look is set aside" in result.text
    stock = read_built(guide.root / "site")
    assert "assets/stylesheets/" in stock.pages["index.html"].html
    for sign in ("data-note", "data-claim"):
        ours, theirs = ({name: [node.attributes[sign] for node in page.article.css(f"[{sign}]")]
                         for name, page in built.pages.items() if name != "404.html"} for built in (with_our_look, stock))
        assert theirs == ours and any(ours.values())
