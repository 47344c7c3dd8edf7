"""Weighs pages in a real browser, as the server sees it: the files of a first visit, and what a second page costs after it."""

import os
import shutil
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from measure.serve import SiteServer
from press.built import Built
from press.weight import weigh

PHONE = {"width": 390, "height": 844}
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]


def visits(built: Built, urls: list[str]) -> Iterator[dict[str, object]]:
    """Yield for each page the requests and bytes of a first visit, the bytes without content pictures,
    and those of the page that follows."""
    program = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    with SiteServer(built.folder, built.base) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for url, after in zip(urls, [*urls[1:], urls[0]], strict=True):
            context = browser.new_context(viewport=PHONE)
            tab = context.new_page()
            first = _answers(server, tab, url)
            second = _answers(server, tab, after)
            drawings = weigh(built, built.pages[f"{url}index.html"]).drawings
            size = sum(answer.size for answer in first)
            yield {"page": f"/{url}", "requests": len(first), "bytes": size, "without pictures": size - drawings,
                   "next page": f"/{after}", "its bytes": sum(answer.size for answer in second)}
            context.close()
        browser.close()


def _answers(server: SiteServer, tab, url: str) -> list:
    before = len(server.answers)
    tab.goto(server.url + url, wait_until="networkidle")
    return server.answers[before:]
