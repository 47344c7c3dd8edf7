"""A tour of pages: what is asked of each in each way of reading, and what is noted on the way."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from looking import LOOK, Mode, settled, show
from playwright.sync_api import BrowserContext
from playwright.sync_api import Page as Tab

WATCH = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().flatMap(
  ({ value, sources }) => sources.map(({ node }) => `${value} ${(node?.parentElement ?? node)?.outerHTML.slice(0, 100)}`)
))).observe({ type: "layout-shift", buffered: true });
window.violations = [];
addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
# What is asked of each page in each mode, by way of reading. From one to the next, either the size changes or the look where that can be:
# to lay out and to paint a page takes a browser longer than to say what it shows.
FIRST = Mode(390, "light")
ASKED = {
    FIRST: {"twice as large on 390": "unfit('twice as large')"},
    Mode(390, "no motion"): {"moving": "moving()"},
    Mode(560, "no motion"): {"twice as large on 560": "unfit('twice as large')"},
    Mode(320, "no motion", 256): {"on 320": "unfit()", "spaced on 320": "unfit('spaced')"},
    Mode(320, "no motion"): {"notes seen, small": "seenNotes()", "misplaced on 320": "misplaced()"},
    Mode(320, "forced colours"): {"notes in one colour": "notes()", "lost in one colour": "lost()",
                                  "notes seen, one colour": "seenNotes()"},
    Mode(360, "dark"): {"notes in the dark": "notes()", "notes seen, phone": "seenNotes()"},
    Mode(1280, "dark"): {},
    Mode(1280, "light"): {"on 1280": "unfit()", "twice as large on 1280": "unfit('twice as large')",
                          "misplaced on 1280": "misplaced()", "notes seen, wide": "seenNotes()"},
    Mode(794, "print"): {"notes on paper": "notes()", "text on paper": "lines()", "unspelt": "unspelt()",
                         "misplaced on paper": "misplaced()", "notes seen, paper": "seenNotes()"},
}
LAST = Mode(1280, "no motion")  # in which all that opens is opened
Judge = Callable[[Tab, Mode], list[str]]


@dataclass
class Tour:
    """What was seen of all pages, by address and way of reading, and what the browser asked for, said and stored on the way."""

    pages: dict[str, dict[str, Any]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    cookies: list[Any] = field(default_factory=list)


def take(context: BrowserContext, home: str, modes: Mapping[str, Iterable[Mode]], judge: Judge) -> Tour:
    """Return a tour of pages, each looked at in one tab, judged in its modes, and with everything on it opened at the end."""
    tour = Tour()
    context.add_init_script(WATCH + LOOK)
    context.on("request", lambda request: tour.asked.append(request.url))
    tab = context.new_page()
    tab.on("console", lambda message: tour.said.append(f"{message.location['url']}: {message.text}"))
    tab.on("pageerror", lambda error: tour.said.append(f"{tab.url}: {error}"))
    for url, judged in modes.items():
        tour.pages[url] = look_at(tab, home + url, judged, judge, search=url.count("/") < 2)  # on the first page of each part
    tour.cookies = context.cookies()
    return tour


def look_at(tab: Tab, address: str, judged: Iterable[Mode], judge: Judge, search: bool = True) -> dict[str, Any]:
    """Return what is seen of the page at an address, by way of reading, and what a judge says of it in some modes;
    at the end all that opens is opened, the search too when asked for."""
    tab.evaluate("() => { document.documentElement.style.display = 'none'; }")  # or the page before would be laid out anew
    show(tab, FIRST)
    for _ in range(2):
        tab.goto(address)
        ways = _ask(tab, {"": "atRest()"})[""] | {"axe": []}
        if not ways["shifts"]:  # a busy computer may show a page when half of its header is read: it is looked at again
            break
    settled(tab)
    judged, before = set(judged), FIRST
    for mode in [*ASKED, *(judged - ASKED.keys()), LAST]:
        show(tab, mode, before)
        before = mode
        ways |= _ask(tab, ASKED.get(mode, {}))
        if mode in judged:
            ways["axe"] += [f"{mode.look} on {mode.width}: {fault}" for fault in judge(tab, mode)]
    return ways | _ask(tab, {"opened": f"openEverything({str(search).lower()})"})


def _ask(tab: Tab, calls: Mapping[str, str]) -> dict[str, Any]:
    """Return what functions of look.js say of the page that a tab shows, by the names that are given to what they say."""
    said = ", ".join(f"{json.dumps(name)}: await look.{call}" for name, call in calls.items())
    return tab.evaluate(f"async () => ({{ {said} }})") if calls else {}
