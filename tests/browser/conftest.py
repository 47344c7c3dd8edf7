"""Looks at every page of the real guide once, in every way of reading, and keeps what was seen for the tests to judge."""

import pytest
from looking import LOOK, PHONE, WATCH, Seen, Tour, look_at, pages_of
from measure.serve import SiteServer
from playwright.sync_api import Browser
from press.built import Built


@pytest.fixture(scope="session")
def tour(browser: Browser, served: SiteServer, real_built: Built) -> Tour:
    """Each page, looked at in one tab, with everything on it opened at the end."""
    tour, context = Tour(), browser.new_context(viewport=PHONE)
    context.add_init_script(WATCH + LOOK)
    tab = context.new_page()
    context.on("request", lambda request: tour.asked.append(request.url))
    tab.on("console", lambda message: tour.said.append(f"{message.location['url']}: {message.text}"))
    tab.on("pageerror", lambda error: tour.said.append(f"{tab.url}: {error}"))
    for url in pages_of(real_built):
        tour.pages[url] = Seen(url, look_at(tab, served.url + url, search=url.count("/") < 2))  # on the first page of each part
    tour.cookies = context.cookies()
    context.close()
    return tour


@pytest.fixture(scope="session")
def seen(tour: Tour) -> dict[str, Seen]:
    """Each page as it was seen on the tour."""
    return tour.pages


@pytest.fixture(autouse=True)
def noted(record_property, browser: Browser, real_built: Built) -> None:
    """Note for the accessibility statement with which browser a test ran, and on how many pages."""
    record_property("browser", f"Chromium {browser.version}")
    record_property("pages", len(pages_of(real_built)))
