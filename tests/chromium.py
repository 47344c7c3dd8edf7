"""One real browser for the whole run, the real guide on this computer for it to open, and tabs in it: fresh ones as a new phone has,
and cheaper ones that share a room."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from measure.serve import SiteServer
from order import times_something
from press.built import Built

# Each window readies two pages for the lists under the address bar, which took half of what a new window costs.
NOBODY_TYPES_AN_ADDRESS = ("WebUIOmniboxPopup", "WebUIOmniboxAimPopup")
# What Playwright disables by itself: our list takes the place of its own.
PLAYWRIGHT_DISABLES = (
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning", "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled", "PreconnectToSearch")


@pytest.fixture(scope="session")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """One Chromium for the whole run."""
    program = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    flags = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking",
             "--disable-features=" + ",".join((*PLAYWRIGHT_DISABLES, *NOBODY_TYPES_AN_ADDRESS))]
    # Tabs of one room share a process: to start one for each took a seventh of a short test.
    flags.append("--renderer-process-limit=1")
    # To make a script as fast as can be pays on a page that stays. Here each page goes soon, and a fifth of the time went into that.
    flags += [] if times_something(pytestconfig) else ["--js-flags=--no-turbofan --invocation-count-for-maglev=3000"]
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=flags)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served(real_built: Built) -> Iterator[SiteServer]:
    """The real guide on this computer, under the path it is built for; `served.url` is its home page."""
    with SiteServer(real_built.folder, real_built.base) as server:
        yield server


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A fresh tab, the size of a phone, with nothing stored."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def room(browser: Browser) -> Iterator[BrowserContext]:
    """Where the tabs of one file of tests open one after the other, when nothing that they show stores anything;
    it is seen to at the end."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.new_page()  # stays: without any, a browser would start anew for the next
    yield context
    stored = context.storage_state()
    context.close()
    assert stored == {"cookies": [], "origins": []}


@pytest.fixture
def tab_of_room(room: BrowserContext) -> Iterator[Page]:
    """A new tab in the room of its file: twice as soon there as one with a fresh storage."""
    tab = room.new_page()
    yield tab
    tab.close()
