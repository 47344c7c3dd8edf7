"""How the tests look at a page: in which sizes and looks, and what runs in it to tell what is seen."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from playwright.sync_api import CDPSession
from playwright.sync_api import Page as Tab

from press.built import Built

HERE = Path(__file__).parent
NOTES = (HERE / "notes.js").read_text(encoding="utf-8")
LOOK = f"{(HERE / 'look.js').read_text(encoding='utf-8')}\nlook.seenNotes = {NOTES};"
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
    line_to(tab).send("Emulation.setDeviceMetricsOverride", shape)


@lru_cache(maxsize=8)
def line_to(tab: Tab) -> CDPSession:
    """Return a tab's line to the browser itself, for what Playwright does more slowly."""
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
