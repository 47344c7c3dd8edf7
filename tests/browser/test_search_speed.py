"""How soon the first results stand there after the last key, on a processor four times as slow,
beside the theme's own search on the same pages.

`make test-all ARGS="-s -k search_speed"` prints the figures.
"""

import dataclasses
import json
import shutil
import statistics
import subprocess
import sys

import pytest
import yaml

from measure.serve import SiteServer
from press.built import Built
from press.built_page import BuiltPage
from press.outputs.search import index
from press.search.entries import entries
from press.weight import size_of

pytestmark = [pytest.mark.slow, pytest.mark.timed]
SLOWER = 4
MOST, MOST_AT_1000 = 50, 150  # milliseconds
QUESTIONS = ["ice massage", "frozen peas", "arthuritis in my knee", "diabetes", "how long should i ice", "blood thiners",
             "cold plunge", "massage gun on neck",
             "numb between legs", "sore muscles", "plantar fasitis", "pregnant", "does ice stop healing", "knots", "heat or ice",
             "swollen calf", "raynauds", "fibromialga", "back pain at night", "before or after massage"]
# Types a question but for its last letter, then that letter, and returns the time until the list has changed and is laid out.
TYPE = """async ([field, list, words]) => {
  const input = document.querySelector(field);
  const type = (text) => {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };
  const calm = (ms) => new Promise((done) => setTimeout(done, ms));
  type(words.slice(0, -1));
  await calm(600);
  const box = document.querySelector(list);
  const changed = new Promise((done) => new MutationObserver(() => done(box.getBoundingClientRect().height && performance.now()))
    .observe(box, { childList: true, subtree: true }));
  const start = performance.now();
  type(words);
  const end = await Promise.race([changed, calm(5000).then(() => Infinity)]);
  await calm(100);
  return end - start;
}"""


def milliseconds(browser, address, open_it, field, results):
    """Return the median time for the questions, on a slow processor."""
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(address)
    open_it(tab)
    tab.context.new_cdp_session(tab).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    times = [tab.evaluate(TYPE, [field, results, words]) for words in QUESTIONS]
    context.close()
    return statistics.median(times)


def open_ours(tab):
    tab.click("#find")
    tab.keyboard.type("ice ")
    tab.wait_for_selector("#search-list a")


def open_theirs(tab):
    tab.click(".md-search__input")
    tab.keyboard.type("ice ")
    tab.wait_for_selector(".md-search-result__item", timeout=60_000)


def of_size(site, built, count):
    """Return a guide of `count` pages: some of the real ones, or all of them and copies, each with words of its own."""
    real = sorted(site.pages.values(), key=lambda page: (not page.url.startswith(("safety/", "how-to/")), page.url))
    pages, shown = {}, {}
    for n in range(count):
        page = real[n % len(real)]
        copy = n // len(real)
        url = page.url if not copy else f"copies-{copy}/{page.url}"
        html = built.page_at(page.url).html
        pages[url] = dataclasses.replace(page, id=url, title=page.title if not copy else f"{page.title} {copy}")
        shown[f"{url}index.html"] = BuiltPage(f"{url}index.html", html if not copy else html.replace("pain", f"pain{copy}"))
    return dataclasses.replace(site, pages=pages), Built(built.folder, shown)


@pytest.mark.parametrize("count, most", [(12, MOST), (0, MOST), (100, MOST), (1000, MOST_AT_1000)],
                         ids=["12 pages", "this guide", "100 pages", "1,000 pages"])
def test_the_first_results_stand_there_soon(browser, real_site, real_built, tmp_path, count, most):
    folder = shutil.copytree(real_built.folder, tmp_path / "site")
    if count:
        made = index(*(lambda site, built: (site, entries(site, built)))(*of_size(real_site, real_built, count)))
        (folder / "search.json").write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    with SiteServer(folder, real_built.base) as server:
        took = milliseconds(browser, server.url + "how-to/cold-pack/", open_ours, "#search-words", "#search-list")
    print(f"\n{count or len(real_site.pages)} pages: first results after {took:.0f} ms, "
          f"index of {size_of(folder / 'search.json') / 1000:.0f} kB compressed")
    assert took <= most


def test_it_is_no_slower_than_the_themes_own_search(browser, real_site, real_built, tmp_path):
    """The theme's search on the same words: each built page's text, put into a site of the stock theme."""
    for page in real_site.pages.values():
        file = tmp_path / "docs" / (f"{page.url}index.md")
        file.parent.mkdir(parents=True, exist_ok=True)
        text = "\n".join(line for line in (real_built.page_at(page.url).article.html or "").splitlines() if line.strip())
        file.write_text(f"# {page.title}\n\n{text}\n", encoding="utf-8")
    settings = {"site_name": "Stock", "site_url": "https://small.example/", "theme": {"name": "material", "font": False},
                "plugins": ["search"]}
    (tmp_path / "mkdocs.yml").write_text(yaml.dump(settings), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=tmp_path, check=True)
    with SiteServer(real_built.folder, real_built.base) as ours, SiteServer(tmp_path / "site", "/") as theirs:
        mine = milliseconds(browser, ours.url + "how-to/cold-pack/", open_ours, "#search-words", "#search-list")
        stock = milliseconds(browser, theirs.url + "how-to/cold-pack/", open_theirs, ".md-search__input",
                             ".md-search-result__list")
    theirs_size = size_of(tmp_path / "site/search/search_index.json")
    print(f"\nfirst results: ours after {mine:.0f} ms, the theme's after {stock:.0f} ms; "
          f"its index has {theirs_size / 1000:.0f} kB, fetched with every page")
    assert mine <= stock
