"""Links are followed outside the text of a page too: in the menu, in messages, handouts, data and the site map."""

import json
import zlib
from pathlib import Path

import pytest

from guide import Guide, messages, place
from press import crawl
from press.built import read_built
from press.built_page import BuiltPage
from press.crawl import addresses_in, links
from press.on_paper import with_addresses
from press.reading import read
from press.rules import link_words, menu
from press.rules import links as rules
from slips.links_in_a_page import BASE, LEADS


def test_the_real_guide_has_no_fault_in_its_links(real_site, real_built):
    assert [str(p) for rule in OURS for p in rule(real_site, real_built)] == []
    assert sum(1 for _ in links(real_built)) > 5000


OURS = [rules.links_lead_somewhere, link_words.links_say_where_they_go, link_words.links_are_whole,
        rules.canonical_links_name_their_page, rules.the_site_map_is_whole, menu.the_menu_names_every_page]


@pytest.mark.parametrize("site_url", ["https://small.example/", "https://small.example/some-repo/"])
@pytest.mark.parametrize("file", ["index.html", "a/index.html", "a/b/index.html", "a/b/share.html", "404.html"])
def test_ordinary_addresses_are_followed_as_the_library_follows_them(site_url, file):
    for address in ("x/", "x/y/", "x.html", "x/y.tar.gz", "#p", "x/#p", "x/y.html#p-1", "../" * file.count("/") + "x/#p",
                    "../" * file.count("/"), "../" * file.count("/") + "x.pdf"):
        if address:
            assert crawl._near(file, address) == crawl._anywhere(site_url, file, address), address

def test_a_list_that_is_lost_is_named_at_each_call_that_leads_into_it(small):
    small.edit("docs/evidence/index.md", "{{ references_list() }}", "")
    told = [(where, rule) for where, rule, _ in messages(small.build())]
    assert ("docs/how-to/cold-pack.md:27", LEADS) in told


@pytest.mark.breaks("the-menu-names-every-page")
def test_lnk08_a_page_outside_the_menu_is_named(small):
    small.edit("mkdocs.yml", "safety/stop.md, ", "")
    result = small.build()
    assert result.rules == {"the-menu-names-every-page"}, result.text
    assert ("docs/safety/stop.md:1: the page '/safety/stop/' is not in the menu." in result.text
            and "add '- safety/stop.md' below 'nav:'" in result.text)


def test_a_menu_that_names_a_lost_or_doubled_page_is_named(small):
    small.edit("mkdocs.yml", "how-to/cold-pack.md", "how-to/cold-pack.md, how-to/cold-pakc.md, how-to/cold-pack.md")
    result = small.build()
    line = place(small, "mkdocs.yml", "  - How to do it:")
    assert [(where, rule) for where, rule, _ in messages(result)] == [(line, "the-menu-names-every-page")] * 2, result.text
    assert "write 'how-to/cold-pack.md', or remove the line" in result.text


def test_lnk11_pages_that_differ_by_case_are_refused(small):
    small.write("docs/safety/Stop.md", (small.root / "docs/safety/stop.md").read_bytes())
    assert small.build().line("files-that-belong") == "docs/safety/Stop.md"


@pytest.mark.breaks("canonical-links-name-their-page")
def test_a_canonical_link_to_another_page_is_named(small):
    small.edit(BASE, '<link rel="canonical" href="{{ press.canonical|e }}">',
               '<link rel="canonical" href="{{ press.canonical|e }}" data-x>'
               '<meta property="og:url" content="https://small.example/guide/">')
    assert small.build().rules == {"canonical-links-name-their-page"}


def problems_in(guide: Guide, folder: Path) -> list[str]:
    built = read_built(folder)
    site = read(guide.root, built.site_url)
    return [str(p) for rule in OURS for p in rule(site, built)]


@pytest.mark.parametrize("name, content, says", [
    ("how-to/cold-pack/share.txt", "Read https://small.example/guide/how-to/cold-pakc/ (it is short).",
     "'https://small.example/guide/how-to/cold-pakc/' leads nowhere"),
    ("how-to/cold-pack/share.html",
     '<table><tr><td><a href="https://small.example/guide/how-to/cold-pack/#stpes">Using a cold pack</a></td></tr></table>',
     "'https://small.example/guide/how-to/cold-pack/#steps'"),
    ("how-to/cold-pack/share.html", '<p style="background: url(https://small.example/guide/gone.png)">Using a cold pack</p>',
     "gone.png"),
    ("therapists/kit.json", '{"pages": [{"address": "https://small.example/guide/gone/"}]}',
     "'https://small.example/guide/gone/' leads nowhere"),
    ("how-to/cold-pack/handout.pdf", b"%PDF-1.7\n1 0 obj\n<< /Length 99 >>\nstream\n"
     + zlib.compress(b"<< /S /URI /URI (https://small.example/guide/gone/\\(x\\)/) >>") + b"\nendstream", "gone/(x)/"),
    ("how-to/cold-pack/qr.svg", '<svg xmlns="http://www.w3.org/2000/svg"><a href="https://small.example/guide/gone/"/></svg>',
     "gone/"),
    ("search.json", '{"pages": [["how-to/gone/", "Gone"]], "entries": ["0", "part"]}', "'how-to/gone/#part' leads nowhere"),
    ("addresses.json", '{"pages": {"how-to/cold-pack/": ["Using a cold pack", "gone.pdf"]}}', "how-to/cold-pack/gone.pdf"),
])
def test_messages_handouts_and_data_are_followed_too(small, tmp_path, name, content, says):
    path = small.root / "site" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    told = [line for line in problems_in(small, small.root / "site") if "[links-lead-somewhere]" in line]
    assert len(told) == 1 and says in told[0], told


def test_a_message_beside_a_page_is_laid_at_the_door_of_that_page(small):
    (small.root / "site/how-to/cold-pack/share.txt").write_text("Read https://small.example/guide/gone/.")
    assert any(line.startswith("docs/how-to/cold-pack.md:") and "links-lead-somewhere" in line
               for line in problems_in(small, small.root / "site"))


@pytest.mark.parametrize("old, new, says", [
    ("safety/stop/</loc>", "safety/stpo/</loc>", "sitemap.xml:"),
    ("safety/stop/</loc>", "safety/signs/</loc>", "docs/safety/stop.md:1: the site map does not name"),
])
def test_a_site_map_that_leads_astray_is_named(small, old, new, says):
    path = small.root / "site/sitemap.xml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    told = problems_in(small, small.root / "site")
    assert any(says in line and "[the-site-map-is-whole]" in line for line in told), told


def test_the_list_from_a_to_z_tells_headings_with_the_same_words_apart(small):
    small.edit("docs/safety/first-aid.md", "## ", "## Step by step {#steps}\n\nKeep calm.\n\n## ")
    small.edit("docs/safety/first-aid.md", "## ", "## First aid {#again}\n\nKeep warm.\n\n## ")  # as its title
    small.edit("docs/safety/first-aid.md", "## ", "## 2. Wait a little {#wait}\n\nKeep still.\n\n## ")
    result = small.record().build()
    assert result.built, result.text
    page = read_built(small.root / "site").page_at("glossary/a-z/")
    read = {" ".join(node.text().split()) for node, _ in page.links}
    assert ({"First aid page", "Wait a little First aid", "Step by step Using a cold pack", "Step by step First aid"} <= read
            and "First aid First aid" not in read)


@pytest.mark.parametrize("url, href, address", [
    ("how-to/cold-pack/", "../../safety/stop/#stop-signs", "safety/stop/#stop-signs"), ("how-to/cold-pack/", "../", "how-to/"),
    ("how-to/cold-pack/", "../../", ""),
    ("", "safety/", "safety/"), ("safety/", "stop/", "safety/stop/"), ("safety/", "../guide.html", "guide.html"),
    ("safety/", "./", "safety/"),
])
def test_paper_shows_an_address_from_the_start_of_the_guide(url, href, address):
    assert with_addresses(f'<p><a href="{href}">a page</a></p>', url) == f'<p><a href="{href}" data-at="{address}">a page</a></p>'


@pytest.mark.parametrize("href", ["#steps", "https://example.org/", "mailto:a@b.example", "tel:112"])
def test_other_links_stay_as_they_are(href):
    assert with_addresses(f'<a href="{href}">words</a>', "safety/") == f'<a href="{href}">words</a>'


def test_every_address_that_a_page_can_name_is_found():
    names = "href xlink:href src poster data action formaction cite background longdesc".split()
    keys = "url @id image logo contentUrl item mainEntityOfPage sameAs license isPartOf citation".split()
    metas = [f"{kind}:{what}{more}" for kind in ("og", "twitter") for what in ("url", "image", "audio", "video")
             for more in ("", ":url", ":secure_url", ":src")]
    data = json.dumps({"@graph": [{key: f"https://ld.example/{key}" for key in keys}, {"name": "https://ld.example/name"}]})
    html = "".join((
        *(f'<p {name}="a/{name}">a</p>' for name in names),
        *(f'<img {name}="s/{name}-1 1x,s/{name}-2 2x, s/{name}-3">' for name in ("srcset", "imagesrcset")),
        *(f'<meta property="{name}" content="m/{name}">' for name in metas),
        '<meta http-equiv="refresh" content="0; URL=\'r/there\'"><meta name="author" content="m/author">',
        '<p style="background: url(c/style)">a</p><style>p { background: url("c/sheet") } @import \'c/import\';</style>',
        f'<script type="application/ld+json">{data}</script><script>"s/script"</script><p title="t/title">a</p>'))
    found = {address for address, _ in addresses_in(BuiltPage("x/index.html", f"<html><body>{html}</body></html>"))}
    assert found == {*(f"a/{name}" for name in names), *(f"m/{name}" for name in metas), "r/there", "c/style", "c/sheet", "c/import",
                     *(f"s/{name}-{n}" for name in ("srcset", "imagesrcset") for n in (1, 2, 3)),
                     *(f"https://ld.example/{key}" for key in keys)}
