"""Every link is followed, wherever it stands: each planted fault is named with the file and line that hold it,
and nothing else is."""

import json
import shutil
import zlib
from pathlib import Path

import pytest

from guide import MESSAGE, Guide, Result
from press import crawl
from press.built import read_built
from press.built_page import BuiltPage
from press.crawl import addresses_in, links
from press.on_paper import with_addresses
from press.reading import read
from press.rules import link_words, menu
from press.rules import links as rules

ABOUT, PRIVACY, FOOTER, BASE, LOST = ("docs/about/index.md", "docs/privacy/index.md", "overrides/partials/footer.html",
                                      "overrides/base.html", "overrides/404.html")
SHEET, MANIFEST, START, STUDIES = ("docs/assets/site.css", "docs/assets/manifest.webmanifest", "docs/assets/start.js",
                                   "docs/_data/references.yml")
LEADS, SAYS, TEXT, WHOLE, ELSE = ("links-lead-somewhere", "links-say-where-they-go", "nothing-unfilled", "links-are-whole",
                                  "nothing-from-elsewhere")
# what else a planted line breaks, a promise about weight for example, is tested elsewhere
OF_LINKS = {LEADS, SAYS, TEXT, WHOLE, ELSE}

# What is written on a line of a page, and what the build must say about that very line: rules, and words of the message or its
# fix.
IN_A_PAGE = [
    ("LNK01 a page that is not there", "See [the check](../safety/chek.md).", {LEADS}, "'../safety/check.md'"),
    ("LNK02 a picture that is not there", "![A pack](pack.svg)", {LEADS}, "pack.svg"),
    ("LNK03 a part that is not there", "See [the list](../safety/check.md#lst).", {LEADS}, "'../safety/check.md#list'"),
    ("LNK05 a raw link", 'See <a href="../safety/gone/">the lost page</a>.', {LEADS}, "'../safety/gone/'"),
    ("LNK05 a raw picture", '<img src="../gone.png" alt="A pack">', {LEADS}, "../gone.png"),
    ("LNK07 a folder that is not there", "See [the lost folder](gone/).", {LEADS}, "'gone/'"),
    ("LNK10 a page in another case", "See [the check in capitals](../safety/Check.md).", {LEADS}, "'../safety/check.md'"),
    ("LNK12 a file that is no page", "See [the note](../_notes/cold-never.md).", {LEADS}, "cold-never"),
    ("LNK13 a script", "See [the script](javascript:alert(1)).", {LEADS}, "'javascript:'"),
    ("LNK13 a page in the link itself", "See [the data](data:text/html,hi).", {LEADS}, "'data:'"),
    ("LNK14 an unsafe way", "See [the study](http://studies.example/1).", {LEADS}, "'https://studies.example/1'"),
    ("LNK14 an unsafe picture", "![A study](http://studies.example/1.png)", {LEADS, ELSE}, "http:"),
    *[(f"a short link: {host}", f"See [the study of packs](https://{host}/3xYz).", {LEADS}, "hides where it leads")
      for host in ("bit.ly", "t.co", "TinyURL.com", "www.ow.ly")],
    ("LNK15 no words", "See [](../safety/check.md).", {SAYS}, "reads ''"),
    ("a picture without words as a link", "[![](../assets/icons/favicon.svg)](../safety/stop.md)", {SAYS}, "reads ''"),
    ("'here'", "See [here](../safety/signs.md).", {SAYS}, "'here'"),
    ("'read more'", "See [Read more …](../safety/index.md).", {SAYS}, "'Read more"),
    ("'this page'", "See [**this page**](../index.md).", {SAYS}, "'this page'"),
    ("an unsafe way to ourselves", "See [ourselves](http://small.example/guide/safety/stop/).", {LEADS},
     "'https://small.example/guide/safety/stop/'"),
    ("another folder of our host", "See [our neighbour](https://small.example/other/).", {LEADS}, "own folder"),
    ("an address from the host's root", 'See <a href="/safety/stop/">the root</a>.', {LEADS}, "'../safety/stop.md'"),
    ("too far up", "See [the top](../../../../safety/stop/).", {LEADS}, "own folder"),
    ("no last slash", "See [the stop signs](https://small.example/guide/safety/stop).", {LEADS},
     "'https://small.example/guide/safety/stop/'"),
    ("our own address in full, misspelt", "See <https://small.example/guide/safty/stop/>.", {LEADS, SAYS}, "'../safety/stop.md'"),
    ("an email address that is none", "Write to [the office](mailto:office-at-river.example).", {LEADS}, "email"),
    ("an email address without a country", "Write to [the desk](mailto:desk@river).", {LEADS}, "email"),
    ("a phone number in words", "Call [the office](tel:the-office).", {LEADS}, "'tel:+442079460000'"),
    ("a phone number with spaces", "Call [the desk](<tel:+44 20 79>).", {LEADS}, "phone"),
    ("a part of this page that is not there", "See [below](#below).", {LEADS}, "names a part that its page has not"),
    ("no address", "See [the empty one]().", {LEADS}, "no address"),
    ("a lone sign", "See [the lone sign](#).", {LEADS}, "no address"),
    ("an address without https:", "See [the studies of old](www.studies.example/2).", {LEADS}, "www.studies.example/2"),
    ("an address without //", "See [the half address](https:studies.example).", {LEADS}, "'https://studies.example'"),
    ("an address with one /", "See [the thin address](https:/studies.example/3).", {LEADS}, "'https://studies.example/3'"),
    ("an address that leaves https: out", "See [the short address](//studies.example/4).", {LEADS},
     "'https://studies.example/4'"),
    ("a way that does not exist", "See [the odd way](htps://studies.example/5).", {LEADS}, "'htps:'"),
    ("a file on somebody's computer", "See [the guide on my disk](file:///C:/guide.html).", {LEADS}, "'file:'"),
    ("somebody's own computer", "See [the preview](https://localhost:8000/x/).", {LEADS}, "whole web address"),
    ("a password", "See [the door](https://me:secret@studies.example/6).", {LEADS}, "whole web address"),
    ("an address that nobody can read", 'See <a href="https://[::1/x">the bracket</a>.', {LEADS}, "whole web address"),
    ("a script in disguise", 'See <a href="java&#115;cript:alert(2)">the disguise</a>.', {LEADS}, "'javascript:'"),
    ("a larger picture that is not there", '<img srcset="gone-2.png 2x" src="../assets/icons/favicon.svg" alt="An icon">',
     {LEADS}, "gone-2.png"),
    ("a link by name", "See [the words][words].\n\n[words]: ../glossary/gone.md", {LEADS}, "../glossary/gone.md"),
    ("a query before a lost part", 'See <a href="../safety/check/?x=1#lst">the query</a>.', {LEADS},
     "'../safety/check/?x=1#list'"),
    ("a part in another case", "See [the word](../glossary/index.md#Frostbite).", {LEADS}, "'../glossary/index.md#frostbite'"),
    ("a larger picture after a comma",
     '<img srcset="../assets/icons/favicon.svg 1x,gone-3.png 2x" src="../assets/icons/favicon.svg" alt="An icon again">', {LEADS},
     "gone-3.png"),
    ("a picture in a drawing", '<svg role="img" aria-label="A pack"><image xlink:href="gone-4.png"/></svg>', {LEADS},
     "gone-4.png"),
    ("two email addresses, one of them bad", "Write to [both](mailto:a@river.example,b@river..example).", {LEADS}, "email"),
    ("a subject that is misspelt", "Write to [the team](mailto:a@river.example?subjet=Ice).", {LEADS}, "email"),
    ("a phone number that is cut off", "Call [the team](tel:+44).", {LEADS}, "phone"),
    ("ourselves in capitals, without https:", "See [the loud one](HTTP://SMALL.example/guide/safety/stop/).", {LEADS},
     "by 'http:'"),
    ("ourselves without https:", "See [the bare one](//small.example/guide/safety/stop/).", {LEADS},
     "'https://small.example/guide/safety/stop/'"),
    ("an address that works under this path alone", "See [the stop signs of this place](/guide/safety/stop/).", {LEADS},
     "'../safety/stop.md'"),
    ("no last slash before a part", "See [the list of old](https://small.example/guide/safety/check#list).", {LEADS},
     "'https://small.example/guide/safety/check/#list'"),
    ("slashes that lean back", r'See <a href="..\safety\stop/">the leaning one</a>.', {LEADS}, "'../safety/stop/'"),
    ("'click on this link'", "Please [click on this link!](../safety/stop.md#stop-signs)", {SAYS}, "'click on this link!'"),
    ("an arrow alone", "See [→](../safety/check.md#list).", {SAYS}, "'→'"),
    ("a reference without an address", "See [the lost check] first.", {WHOLE}, "'[the lost check]'"),
    ("a space before the address", "See [the parted words] (../safety/check.md).", {WHOLE}, "'[the parted words]'"),
    ("a broken reference", "See [the lost words][nowhere].", {TEXT}, "']['"),
    ("a lost footnote", "It is so.[^9]", {TEXT}, "'[^'"),
]
# A line put into another file, after the line that holds the words given.
ELSEWHERE = [
    ("the foot of each page", FOOTER, "<ul>", '<li><a href="{{ root }}privcy/">Privacy of old</a></li>', "'privacy/'"),
    ("the 404 page", LOST, '<ul class="ways">', '<li><a href="{{ root }}safety/stpo/">Stop signs of old</a></li>',
     "'safety/stop/'"),
    ("the head of each page", BASE, '<link rel="icon"', '<link rel="icon" href="{{ root }}assets/icons/gone.svg">',
     "assets/icons/gone.svg"),
    ("a part of each page", FOOTER, '<div class="foot-in">', '<a href="#gone-part">The lost part</a>', "#gone-part"),
    ("a preview's picture", BASE, '<link rel="icon"',
     '<meta property="og:image" content="https://small.example/guide/gone-card.png">', "gone-card.png"),
    ("structured data", BASE, '<link rel="icon"',
     '<script type="application/ld+json">{"@graph": [{"@id": "https://small.example/guide/gone-data/"}]}</script>', "gone-data/"),
    ("a style", SHEET, "/* Safety:", '.x { background: url("gone-bag.svg"); }', "gone-bag.svg"),
    ("a style that a style names", SHEET, "/* Safety:", '@import "gone-style.css";', "gone-style.css"),
    ("the icons of the manifest", MANIFEST, '"icons"', '{"src": "gone-icon.png", "sizes": "1x1", "type": "image/png"},',
     "gone-icon.png"),
    ("a script that a script names", START, "const link", 'const lost = () => import("./gone-script.js");', "gone-script.js"),
    ("the address of a study", STUDIES, "  doi: 10.1000/small.1", None, "'htp:'"),
]


def planted(guide: Guide) -> Guide:
    for n, (_, text, _, _) in enumerate(IN_A_PAGE):
        if n % 2:
            guide.edit(ABOUT, "Who writes this guide.\n", f"Who writes this guide.\n\n{text}\n")
        else:
            guide.write(PRIVACY, (guide.root / PRIVACY).read_text() + f"\n{text}\n")
    for _, file, after, text, _ in ELSEWHERE:
        if text is None:
            guide.edit(file, "link: https://doi.org/10.1000/small.1", "link: htp://doi.org/10.1000/small.1")
            continue
        lines = (guide.root / file).read_text(encoding="utf-8").split("\n")
        at = next(n for n, line in enumerate(lines) if after in line)
        guide.write(file, "\n".join([*lines[:at + 1], text, *lines[at + 1:]]))
    return guide


@pytest.fixture(scope="module")
def told(recorded_small: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Guide, Result]:
    """The small guide with every fault planted at once, and what its build says."""
    folder = tmp_path_factory.mktemp("links") / "guide"
    shutil.copytree(recorded_small, folder)
    guide = planted(Guide(folder))
    return guide, guide.build()


def messages(result: Result) -> list[tuple[str, str, str]]:
    """Return (file:line, rule, message with its fix) of each problem."""
    blocks = [block for block in result.text.split("\n") if block.strip()]
    found = []
    for line, after in zip(blocks, [*blocks[1:], ""], strict=True):
        if match := MESSAGE.match(line):
            found.append((f"{match['where']}:{match['line']}", match["rule"], f"{match['says']} {after}"))
    return found


def place(guide: Guide, file: str, text: str) -> str:
    """Return `file:line` of a text that was planted once."""
    whole = (guide.root / file).read_text(encoding="utf-8")
    assert whole.count(text) == 1, text
    return f"{file}:{whole[:whole.index(text)].count(chr(10)) + 1}"


def places_of_faults(guide: Guide) -> list[tuple[str, str, set[str], str]]:
    """Return (name, file:line, rules, words) of every planted fault."""
    found = []
    for n, (name, text, wanted, says) in enumerate(IN_A_PAGE):
        line = text.split("\n")[-1]
        found.append((name, place(guide, ABOUT if n % 2 else PRIVACY, line), wanted, says))
    for name, file, _, text, says in ELSEWHERE:
        found.append((name, place(guide, file, text or "link: htp://"), {LEADS}, says))
    return found


@pytest.mark.parametrize("n", range(len(IN_A_PAGE) + len(ELSEWHERE)), ids=[f[0] for f in IN_A_PAGE] + [f[0] for f in ELSEWHERE])
def test_a_planted_fault_is_named_at_its_line(told, n):
    guide, result = told
    _, where, wanted, says = places_of_faults(guide)[n]
    here = [(rule, message) for line, rule, message in messages(result) if line == where and rule in OF_LINKS]
    assert {rule for rule, _ in here} == wanted, result.text
    assert any(says in message for _, message in here), here


def test_nothing_is_named_but_what_was_planted(told):
    guide, result = told
    faults = {where for _, where, _, _ in places_of_faults(guide)}
    assert [message for message in messages(result) if message[0] not in faults and message[1] in OF_LINKS] == []


def test_at_least_forty_faults_are_planted():
    assert len(IN_A_PAGE) + len(ELSEWHERE) >= 40


# What is good is left alone

GOOD = ["See [the check](../safety/check.md).", "See [the list](../safety/check.md#list).", "See [the folder](../safety/check/).",
        "See [the top](#main).",
        "See [ourselves](https://small.example/guide/safety/stop/).",
        "See [words on a page](../safety/check.md#:~:text=Go%20through).",
        "See [part and words](../safety/check.md#list:~:text=Go).", "See [a query](../safety/check/?utm_source=mail#list).",
        "Write to [us](mailto:a.b+c@river.example?subject=Ice).",
        "Call [the desk](tel:+442079460000).", "Call [the other desk](tel:+44-20-7946-0000).",
        "Write to [both](mailto:a@river.example,b@river.example?subject=Ice%20pack&body=Hello).",
        "Words in [brackets](../index.md) (round ones), and `[code]`.",
        "See [A](../safety/stop.md#stop-signs) and [1](../safety/check.md).",
        "See [a study](https://doi.org/10.1000/a(b)c).", "See [another study](https://studies.example/a?b=1&c=2#d).",
        "![An icon](../assets/icons/favicon.svg)", "See [a study in Köln](https://studies.example/k%C3%B6ln)."]


def test_good_links_of_every_kind_pass(small):
    small.edit(ABOUT, "Who writes this guide.\n", "Who writes this guide.\n\n" + "\n\n".join(GOOD) + "\n")
    result = small.build()
    assert [message for message in messages(result) if message[1] in OF_LINKS] == []


@pytest.mark.parametrize("address", ["https://small.example/", "https://small.example/some-repo/", "http://127.0.0.1:8000/",
                                     "https://dr-color.example/massage-cures-pain-er/"])
def test_the_same_sources_pass_at_a_root_and_under_a_project_path_whatever_it_is_called(small, monkeypatch, address):
    monkeypatch.setenv("SITE_URL", address)
    result = small.build()
    assert result.built and not result.text.strip(), result.text


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


# Faults that need a page to go, or a file that is not ours

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
