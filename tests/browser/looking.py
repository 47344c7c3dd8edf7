"""How the tests look at a page: what is noted while it loads, and what is asked of it in each way of reading."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession
from playwright.sync_api import Page as Tab

from press.built import Built

HERE = Path(__file__).parent
NOTES = (HERE / "notes.js").read_text(encoding="utf-8")
LOOK = f"{(HERE / 'look.js').read_text(encoding='utf-8')}\nlook.seenNotes = {NOTES};"
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().flatMap(
  ({ value, sources }) => sources.map(({ node }) => `${value} ${(node?.parentElement ?? node)?.outerHTML.slice(0, 100)}`)
))).observe({ type: "layout-shift", buffered: true });
window.violations = [];
addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));
"""
PHONE = {"width": 390, "height": 844}
LOST = "nothing/here/"  # a page that is not there

HEIGHTS = {1280: 800, 794: 1123, 560: 800, 390: 844, 360: 640, 320: 568}  # of a window, by its width, in CSS pixels
PLAIN = {"media": "screen", "color_scheme": "light", "forced_colors": "none", "reduced_motion": "no-preference"}
LOOKS = {
    "light": PLAIN, "dark": PLAIN | {"color_scheme": "dark"}, "print": PLAIN | {"media": "print"},
    "forced colours": PLAIN | {"forced_colors": "active"}, "no motion": PLAIN | {"reduced_motion": "reduce"},
}


@dataclass(frozen=True)
class Mode:
    """A width of the window, in CSS pixels, and a look; and a height that is not the usual one."""

    width: int
    look: str
    height: int = 0


# What is asked of each page in each mode, by way of reading. From one to the next, either the size changes or the look where that can be:
# to lay out and to paint a page takes a browser longer than to say what it shows.
FIRST = Mode(390, "light")
ASKED = {
    FIRST: {"twice as large on 390": "unfit('twice as large')"},
    Mode(390, "no motion"): {"moving": "moving()"},
    Mode(560, "no motion"): {"twice as large on 560": "unfit('twice as large')"},
    Mode(320, "no motion", 256): {"on 320": "unfit()", "spaced on 320": "unfit('spaced')"},
    Mode(320, "no motion"): {"notes seen, small": "seenNotes()"},
    Mode(320, "forced colours"): {"notes in one colour": "notes()", "lost in one colour": "lost()",
                                  "notes seen, one colour": "seenNotes()"},
    Mode(360, "dark"): {"notes seen, phone": "seenNotes()"},
    Mode(1280, "dark"): {},
    Mode(1280, "light"): {"on 1280": "unfit()", "twice as large on 1280": "unfit('twice as large')",
                          "notes seen, wide": "seenNotes()"},
    Mode(794, "print"): {"notes on paper": "notes()", "text on paper": "lines()", "unspelt": "unspelt()",
                         "notes seen, paper": "seenNotes()"},
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


def pages_of(built: Built) -> list[str]:
    """Return the addresses of all pages, from the site's root; the page for lost readers stands for any that is not there."""
    return [page.url if page.file != "404.html" else LOST for page in built.pages.values() if not page.forwards]


def without_icon(asked: Iterable[str]) -> set[str]:
    """Return the addresses that a page asked for: the browser asks for its icon too, but whenever it has time."""
    return {address for address in asked if not address.endswith("/favicon.svg")}


def show(tab: Tab, mode: Mode, before: Mode | None = None) -> None:
    """Give the page that a tab shows the size and the look of a mode. What it has from the mode before stays:
    the browser would lay out and paint the whole page once more for it."""
    if not before or mode.look != before.look:
        tab.emulate_media(**LOOKS[mode.look])
    if not before or (mode.width, mode.height) != (before.width, before.height):
        resize(tab, mode.width, mode.height or HEIGHTS[mode.width])


def resize(tab: Tab, width: int, height: int) -> None:
    """Give a tab another size at once; Playwright's own way waits longer than the page needs."""
    shape = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    _line_to(tab).send("Emulation.setDeviceMetricsOverride", shape)


def press_tab(tab: Tab, backwards: bool = False) -> None:
    """Press the Tab key; Playwright's own way takes the browser twice as long."""
    key = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": 8 if backwards else 0}
    _line_to(tab).send("Input.dispatchKeyEvent", key)


@lru_cache(maxsize=8)
def _line_to(tab: Tab) -> CDPSession:
    return tab.context.new_cdp_session(tab)


def settled(tab: Tab) -> None:
    """Wait until the scripts that a page names have run.

    Playwright's own wait, for a network at rest, takes half a second more.
    """
    tab.evaluate("""() => {
      const root = new URL("..", document.querySelector("link[rel=stylesheet]").href);
      const parts = [...document.querySelectorAll("[data-script]")];
      return Promise.all(parts.map(({ dataset }) => import(new URL(`assets/${dataset.script}.js`, root))));
    }""")


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
