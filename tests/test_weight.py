"""Pages keep their budgets, and the build says which page is too heavy, by how much, and what grew."""

import random
import re

import pytest
import yaml

from guide import ROOT, Guide
from press.model import Practice
from press.prose import prose_of
from press.reading import read
from press.rules.weight import budgets_are_known, pages_are_light, the_guide_is_light
from press.sharing import shares
from press.styles import read_styles
from press.weight import weigh

BUDGETS, PRIVACY = "docs/_data/budgets.yml", "docs/privacy/index.md"


def more_words(count):
    """Return words that no compression makes small, and no rule about words minds."""
    dice = random.Random(8)
    return ["".join(dice.choices("0123456789", k=8)) for _ in range(count)]


@pytest.mark.parametrize("rule", [pages_are_light, the_guide_is_light, budgets_are_known])
def test_the_real_guide_keeps_its_budgets(real_site, real_built, rule):
    assert list(rule(real_site, real_built)) == []


def test_an_article_costs_at_most_25_kilobytes_and_five_files(real_site, real_built):
    heavy, long = real_site.budgets["first-view"].but, real_site.budgets["html"].but
    is_ours = real_site.practice == Practice() and "//example.org/" in real_built.site_url
    own = 0 if is_ours else 1024  # for a practice's name, its address, its ways to be reached and its reviewer
    for page in real_site.pages.values():
        weight = weigh(real_built, real_built.page_at(page.url))
        assert weight.requests <= 5, page.url
        assert weight.first_view <= 25 * 1024 + own or page.url in heavy, page.url
        assert weight.html + weight.drawings <= 9 * 1024 + own or page.url in long, page.url


def test_a_style_loses_its_comments_and_nothing_else(real_built):
    ours, published = ((folder / "assets/site.css").read_text(encoding="utf-8") for folder in (ROOT / "docs", real_built.folder))
    published = re.sub(r":root\{--(?:cold|warm):[^}]*\}(?=@media)", "", published, count=1)  # a practice's colours
    assert what_it_says(published) == what_it_says(ours)
    assert "/*" in ours and "/*" not in published and len(published) < len(ours)


def what_it_says(text):
    """Return what a stylesheet says, rule by rule, each with its line."""
    flat = lambda words: re.sub(r"\s*([,:>])\s*", r"\1", " ".join(words.split()))
    return [(rule.line, flat(rule.selector), [flat(media) for media in rule.media],
             [(one.name, flat(one.text), one.important, one.line) for one in rule.declarations])
            for rule in read_styles(text, "site.css")]


def test_a_script_loses_its_comments_and_nothing_else(real_built):
    read = {script.name: script.read_text(encoding="utf-8").splitlines() for script in (ROOT / "docs/assets").glob("*.js")}
    code = {name: [_code(line) for line in lines] for name, lines in read.items()}
    for name in read.keys() & {name.removeprefix("assets/") for name in real_built.files}:
        left = (real_built.folder / "assets" / name).read_text(encoding="utf-8").splitlines()
        assert left == (list(_with_its_parts(name, code)) if name == "search.js" else code[name]), name


def _with_its_parts(name, code):
    """Yield the lines of a script and, before them, those of the scripts that it imports, each script once."""
    for line in code[name]:
        if part := re.fullmatch(r'import .* from "./(.*)";', line):
            yield from _with_its_parts(part[1], code) if part[1] in code else ()
    yield from ("" if line.startswith("import ") else line for line in code.pop(name))


def _code(line):
    """Return a line of a script without its indent and its remark; one that holds a quotation mark stays, for it may be part of a
    text."""
    code, _, remark = line.strip().partition(" // ")
    return "" if line.lstrip().startswith("//") else line.strip() if set(remark) & set("\"'`") else code.rstrip()


@pytest.mark.breaks("pages-are-light")
def test_a_page_too_heavy_is_named_with_its_budget_and_what_grew(small):
    assert small.build().built
    page = small.root / PRIVACY
    small.write(PRIVACY, page.read_text(encoding="utf-8") + "\n\n## All the other numbers {#more}\n\n"
                + "\n\n".join(f"`{word}`." for word in more_words(3000)))
    result = small.build()
    assert {"pages-are-light"} == result.rules - {"addresses-are-recorded"}  # the new heading
    assert result.line("pages-are-light").startswith(f"{PRIVACY}:")
    assert "'/privacy/' has" in result.text and "its budget 'html' is 9,500." in result.text
    assert ("these grew: html by" in result.text and "its part '#more' by" in result.text
            and "The largest parts of its text are '#more' with" in result.text)


def test_a_script_too_heavy_is_found_on_every_page(small):
    small.edit("docs/assets/start.js", "const link", f"'{' '.join(more_words(400))}';\nconst link").seal()
    result = small.build()
    assert result.rules == {"pages-are-light"}
    assert "'/safety/stop/' has" in result.text and "'script' is 1,500" in result.text


def test_a_file_too_many_is_found(small):
    small.edit("overrides/base.html", "{%- block extrahead %}",
               '<script src="{{ root }}assets/search.js" type="module"></script>\n{%- block extrahead %}')
    result = small.build()
    assert "6 files (fetched at once); its budget 'requests' is 5" in result.text


@pytest.mark.parametrize(("old", "new", "says"), [
    ("{id: html,", "{id: hmtl,", "nothing measures 'hmtl'"),
    ("- {id: icons, what: icons, most: 1000, unit: bytes}\n", "", "the budget 'icons' is missing"),
    ("unit: files}", "unit: files, but: {safety/: 6}}", "'safety/' is an exception without a reason"),
    ("unit: files}", "unit: files, but: {safty/: 6}, why: it is long}", "there is no page 'safty/'"),
    ("unit: files}", "unit: files, but: {safety/: 6 + two}, why: it is long}", "'6 + two' is no figure."),
    ("unit: files}", "unit: files, but: {safety/: 6 + 2 * clams}, why: it is long}",
     "'6 + 2 * clams' is no figure: nothing counts 'clams'."),
])
@pytest.mark.breaks("budgets-are-known")
def test_a_slip_in_the_budgets_is_told(small, old, new, says):
    result = small.edit(BUDGETS, old, new).build()
    assert result.rules - {"limits-are-sealed"} == {"budgets-are-known"}
    assert says in result.text


def test_the_budget_of_a_list_grows_with_what_it_lists(small):
    budget = "unit: elements, but: {{therapists/kit/: {}}}, why: it lists them"
    result = small.edit(BUDGETS, "unit: elements", budget.format("1 * shared")).seal().build()
    assert result.rules == {"pages-are-light"}
    shared = len(shares(prose_of(read(small.root))))
    assert f"its budget 'elements' is {shared} ('1 * shared', for {shared} shared)." in result.text
    assert small.edit(BUDGETS, "1 * shared", "100 + 500 * shared").seal().told("pages-are-light", "budgets-are-known").built


WORDY = {"claims": "found", "glossary": "definition", "contraindications": "why", "red_flags": "may_mean", "beliefs": "why",
         "references": "title"}


@pytest.mark.slow
def test_the_guide_can_grow_without_a_change_to_its_budgets(tmp_path):
    """Fifteen pages, and ten more of everything that is listed, each with words of its own."""
    guide, dice = Guide.real(tmp_path / "guide"), random.Random(8)
    pages = sorted((guide.root / "docs/who").glob("*-*.md"))
    for number in range(15):
        text = pages[number % len(pages)].read_text(encoding="utf-8")
        guide.write(f"docs/who/more-{number}.md", re.sub("(?m)^title: .*$", f"title: Page {more_words(number + 1)[-1]}",
                                                         text, count=1))
        guide.edit("mkdocs.yml", "      - who/index.md\n", f"      - who/index.md\n      - who/more-{number}.md\n")
    for table, field in WORDY.items():
        path = guide.root / f"docs/_data/{table}.yml"
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
        words = " ".join(row.get(field, "") for row in rows).split()
        more = [{**row, "id": f"more-{n}", field: " ".join(dice.choices(words, k=len(row[field].split())))}
                for n, row in enumerate(dice.sample(rows, 10))]
        path.write_text(path.read_text(encoding="utf-8") + "\n" + yaml.safe_dump(more, sort_keys=False, allow_unicode=True),
                        encoding="utf-8")
    result = guide.build()
    assert "addresses-are-recorded" in result.rules, result.text  # it came as far as the rules
    assert not result.rules & {"pages-are-light", "the-guide-is-light", "budgets-are-known"}, result.text


@pytest.mark.parametrize("address, stops", [("https://example.org/guide/", True), ("https://willow-and-oak.example/guide/", False)])
def test_an_address_of_its_own_may_make_a_guide_heavier(small, monkeypatch, address, stops):
    monkeypatch.setenv("SITE_URL", address)
    small.edit(BUDGETS, "what: HTML, most: 9500, unit: bytes,", "what: HTML, most: 9, unit: bytes, practice: 9500,").seal()
    assert ("pages-are-light" in small.build().rules) is stops


@pytest.mark.breaks("the-guide-is-light")
def test_the_whole_guide_has_a_budget(small):
    result = small.edit(BUDGETS, "most: 60000", "most: 100").seal().build()
    assert result.rules == {"the-guide-is-light"}
    assert result.line("the-guide-is-light").startswith(BUDGETS)
