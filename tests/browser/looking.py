"""How the tests look at a page: what is noted while it loads, and what is asked of it in each way of reading."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession
from playwright.sync_api import Page as Tab

from press.built import Built

LOOK = (Path(__file__).parent / "look.js").read_text(encoding="utf-8")
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


@dataclass
class Seen:
    """What was seen of one page, by way of reading."""

    url: str
    ways: dict[str, Any]


@dataclass
class Tour:
    """All pages by address, and what the browser asked for, said and stored on the way."""

    pages: dict[str, Seen] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    cookies: list[Any] = field(default_factory=list)


def pages_of(built: Built) -> list[str]:
    """Return the addresses of all pages, from the site's root; the page for lost readers stands for any that is not there."""
    return [page.url if page.file != "404.html" else LOST for page in built.pages.values() if not page.forwards]


def without_icon(asked: Iterable[str]) -> set[str]:
    """Return the addresses that a page asked for: the browser asks for its icon too, but whenever it has time."""
    return {address for address in asked if not address.endswith("/favicon.svg")}


def resize(tab: Tab, width: int, height: int) -> None:
    """Give a tab another size at once; Playwright's own way waits longer than the page needs."""
    shape = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    _line_to(tab).send("Emulation.setDeviceMetricsOverride", shape)


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


def take(context: BrowserContext, home: str, urls: Iterable[str], judge: Callable[[Tab, str], list[str]]) -> Tour:
    """Return a tour of pages, each looked at in one tab, judged there, and with everything on it opened at the end."""
    tour = Tour()
    context.add_init_script(WATCH + LOOK)
    context.on("request", lambda request: tour.asked.append(request.url))
    tab = context.new_page()
    tab.on("console", lambda message: tour.said.append(f"{message.location['url']}: {message.text}"))
    tab.on("pageerror", lambda error: tour.said.append(f"{tab.url}: {error}"))
    for url in urls:
        tour.pages[url] = Seen(url, look_at(tab, home + url, lambda: judge(tab, url),
                                            search=url.count("/") < 2))  # on the first page of each part
    tour.cookies = context.cookies()
    return tour


def look_at(tab: Tab, address: str, judge: Callable[[], list[str]], search: bool = True) -> dict[str, Any]:
    """Return what is seen of the page at an address, by way of reading, and what its judge says;
    at the end all that opens is opened, the search too when asked for."""
    look = lambda call: tab.evaluate(f"() => window.look.{call}")
    tab.emulate_media(media="screen")
    resize(tab, **PHONE)
    for _ in range(2):
        tab.goto(address)
        ways = look("atRest()")
        if not ways["shifts"]:  # a busy computer may show a page when half of its header is read: it is looked at again
            break
    tab.emulate_media(forced_colors="active")
    ways["notes in one colour"], ways["lost in one colour"] = look("notes()"), look("lost()")
    tab.emulate_media(forced_colors="none", reduced_motion="reduce")
    ways["moving"] = look("moving()")
    tab.emulate_media(media="print", reduced_motion="no-preference")
    ways |= look("onPaper()")
    tab.emulate_media(media="screen")
    ways["twice as large on 390"] = look("unfit('twice as large')")
    resize(tab, 560, 800)
    ways["twice as large on 560"] = look("unfit('twice as large')")
    resize(tab, 320, 256)
    ways["on 320"], ways["spaced on 320"] = look("unfit()"), look("unfit('spaced')")
    ways["axe"] = judge()
    tab.emulate_media(media="screen", color_scheme="light", forced_colors="none")
    resize(tab, 1280, 800)
    ways["on 1280"], ways["twice as large on 1280"] = look("unfit()"), look("unfit('twice as large')")
    ways["opened"] = look(f"openEverything({str(search).lower()})")
    return ways
