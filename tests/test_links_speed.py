"""All links of a large guide are followed in seconds."""

import time
from pathlib import Path

import pytest

from press.built import read_built
from press.crawl import links
from press.reading import read
from press.rules.link_words import links_say_where_they_go
from press.rules.links import links_lead_somewhere

PAGE = """<!doctype html><html lang="en"><head><title>{n}</title><link rel="canonical" href="https://small.example/guide/{url}"></head>
<body><main><article>{parts}{links}</article></main></body></html>"""
LINKS = 100  # on each page


def large_guide(folder: Path, pages: int) -> None:
    """Write a built guide: on each page, links to pages, parts of pages and studies.

    One link of each hundredth page leads nowhere.
    """
    parts = "".join(f'<h2 id="part-{n}">Part {n}</h2><p>{"Some words of a page. " * 10}</p>' for n in range(8))
    for n in range(pages):
        url = f"section-{n % 20}/page-{n}/" if n else ""
        root = "../../" if n else "./"
        others = [(n * 7 + step * 13 + 1) % (pages - 1) + 1 for step in range(LINKS)]
        hrefs = [f"{root}section-{m % 20}/page-{m}/" + f"#part-{m % 8}" * (step % 3 == 0) for step, m in enumerate(others[:80])]
        hrefs += [f"https://studies.example/{m}?a={step}" for step, m in enumerate(others[80:99])]
        hrefs.append(f"{root}gone-{n}/" if n % 100 == 50 else f"#part-{n % 8}")
        text = "".join(f'<p>Some words, then <a href="{href}">the page on {href[-12:]}</a> and others.</p>' for href in hrefs)
        path = folder / url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(n=n, url=url, parts=parts, links=text), encoding="utf-8")


@pytest.mark.parametrize("pages, seconds", [(100, 3), pytest.param(1000, 10, marks=pytest.mark.slow)])
def test_every_link_is_followed_in_time(recorded_small, tmp_path, pages, seconds):
    large_guide(tmp_path / "site", pages)
    site = read(recorded_small)
    start = time.process_time()  # of this program alone: what else the computer does takes no part
    built = read_built(tmp_path / "site")
    told = [*links_lead_somewhere(site, built), *links_say_where_they_go(site, built)]
    taken = time.process_time() - start
    assert sum(1 for _ in links(built)) >= pages * LINKS
    assert sorted(problem.where for problem in told) == sorted(f"section-{n % 20}/page-{n}/index.html"
                                                               for n in range(50, pages, 100))
    assert taken < seconds, f"{taken:.1f} s"
