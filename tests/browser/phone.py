"""A phone that keeps the guide: what tests of it press, wait for and build anew."""

import hashlib
import json
import re
import threading

import pytest

OLD, NEW = "Stop signs", "Newer stop signs"
KEPT = """async (page) => {
  const shelf = await caches.open((await caches.keys())[0]);
  return (await shelf.keys()).map(({ url }) => url).filter((url) => url.split('?')[0] === page);
}"""
STORED = "async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length, localStorage.length]"
# What a phone keeps where the whole guide would show no more: the pages that these tests open, and how they look.
FEW = ("", "about/keep/", "safety/stop/", "safety/signs/", "how-to/cold-pack/", "404.html", "addresses.json", "search.json",
       "assets/site.css", "assets/start.js", "assets/keep.js", "assets/icons/favicon.svg")


def press(tab, until):
    """Press the button, and wait until it says that all is done."""
    tab.click("#keep-button:not(.away)")
    tab.wait_for_selector(f"#keep-status:has-text('{until}')")


def keep(tab):
    press(tab, "is on this phone now")
    assert tab.locator("#keep-button").inner_text() == "Remove this guide from my phone"


def hurry(server, **milliseconds):
    """Let the worker wait for less than it would, so that a test need not."""
    worker = server.folder / "sw.js"
    for name, value in milliseconds.items():
        worker.write_text(re.sub(rf"(const {name} = )[0-9_]+", rf"\g<1>{value}", worker.read_text(encoding="utf-8")),
                          encoding="utf-8")


def until(tab, is_so):
    """Wait until it is so. Playwright's own wait takes what an async function promises for a yes."""
    for _ in range(600):
        if is_so():
            return
        tab.wait_for_timeout(50)
    pytest.fail("it never was so")


def until_kept(tab, server, url):
    """Wait until a page is kept as the list now names it, and not as it was before."""
    version = json.loads((server.folder / "offline.json").read_text(encoding="utf-8"))[url]
    until(tab, lambda: tab.evaluate(KEPT, f"{server.url}{url}") == [f"{server.url}{url}?{version}"])


def build_anew(server, *urls, safety_too=True):
    """Change the words of pages as a new build would, and list their versions: with other safety words,
    unless told that these are the same."""
    listed = json.loads((server.folder / "offline.json").read_text(encoding="utf-8"))
    for url in urls:
        file = server.folder / url / "index.html"
        file.write_text(file.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
        listed[url] = hashlib.sha256(file.read_bytes()).hexdigest()[:32] + ("changed!" if safety_too else listed[url][32:])
    (server.folder / "offline.json").write_text(json.dumps(listed), encoding="utf-8")


class Held:
    """What the server keeps back, until it is let go, of all that is asked for at addresses with some end."""

    def __init__(self, server, end):
        self.asked, self._gone = threading.Event(), threading.Event()
        self.let_go = self._gone.set
        answer = server._answer

        def late(handler):
            if handler.path.partition("?")[0].endswith(end):
                self.asked.set()
                self._gone.wait(60)
            answer(handler)

        server._answer = late
