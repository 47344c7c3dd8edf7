"""A real browser, opened once, and the real guide, served on this computer under its own path."""

import os
import shutil
from collections.abc import Iterator

import pytest
from measure.serve import SiteServer
from playwright.sync_api import Browser, Page, sync_playwright
from press.built import Built

FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"]
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    program = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def served(real_built: Built) -> Iterator[SiteServer]:
    """The real guide on 127.0.0.1; `served.url` is its home page."""
    with SiteServer(real_built.folder, real_built.base) as server:
        yield server


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A fresh tab, the size of a phone, with nothing stored."""
    context = browser.new_context(viewport=PHONE)
    yield context.new_page()
    context.close()
