"""Looks at every page of the real guide once, in every way of reading, and keeps what was seen for the tests to judge;
and gives them a guide from which pages have moved, and a phone that may keep the guide."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import axe
import pytest
from looking import LOOK, PHONE, pages_of
from phone import FEW
from playwright.sync_api import Browser, BrowserContext
from playwright.sync_api import Page as Tab
from touring import Tour, take

from guide import Guide
from measure.serve import SiteServer
from press.address_record import RECORD
from press.built import Built

# What the record of a guide says in which pages, parts and a file have moved, and a page was withdrawn.
MOVES = """/old/pack/ -> /how-to/cold-pack/
/old/pack/#steps
/old/pack/#cold -> /safety/check/#list
/old/list/ -> /safety/check/#list
/old/list/#mine -> /how-to/cold-pack/#steps
/old/leaf.pdf -> /safety/stop/
/safety/old-first-aid/ !! 2027-03-01 It told people to use hot water.
"""
HOME = "http://home.example/"  # in what is kept of the tour, for the guide's start


@pytest.fixture(scope="session")
def tour(browser: Browser, served: SiteServer, real_built: Built, shared: Callable[..., Path]) -> Tour:
    """A tour of every page, taken once for all processors. axe judges the pages on it too: to open each once more for axe
    took as long as the half of a tour."""
    def make(folder: Path) -> None:
        folder.mkdir()
        with browser.new_context(viewport=PHONE) as context:
            taken = take(context, served.url, axe.modes(pages_of(real_built)), axe.told)
        (folder / "tour.json").write_text(json.dumps(asdict(taken)).replace(served.url, HOME), encoding="utf-8")

    # each processor serves the guide at a port of its own
    return Tour(**json.loads((shared("tour", make) / "tour.json").read_text(encoding="utf-8").replace(HOME, served.url)))


@pytest.fixture(scope="session")
def seen(tour: Tour) -> dict[str, dict[str, Any]]:
    """What was seen on the tour of each page, by way of reading."""
    return tour.pages


@pytest.fixture(scope="module", params=["/", "/some-repo/"])
def moved(request: pytest.FixtureRequest, recorded_small: Path, shared: Callable[..., Path]) -> Iterator[SiteServer]:
    """The small guide after some moves and a withdrawal, at the root of a host and under a project's path."""
    def make(folder: Path) -> None:
        guide = Guide(recorded_small).copy(folder)
        guide.write(RECORD, (folder / RECORD).read_text(encoding="utf-8") + MOVES)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("SITE_URL", f"https://small.example{request.param}")
            result = guide.build()
        assert result.built, result.text

    folder = shared(f"moved-{request.param.strip('/')}", make)
    with SiteServer(folder / "site", request.param) as server:
        yield server


@pytest.fixture(autouse=True)
def noted(record_property, browser: Browser, real_built: Built) -> None:
    """Note for the accessibility statement with which browser a test ran, and on how many pages."""
    record_property("browser", f"Chromium {browser.version}")
    record_property("pages", len(pages_of(real_built)))


@pytest.fixture
def desk(tab_of_room):
    """A tab on a desk, beside others: for what stores nothing."""
    tab_of_room.set_viewport_size({"width": 1280, "height": 800})
    return tab_of_room


@pytest.fixture
def clip(room: BrowserContext, tab_of_room: Tab, served: SiteServer) -> Iterator[Tab]:
    """A tab whose clipboard can be read, and that notes what goes wrong and what is asked for."""
    room.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.origin)
    tab = tab_of_room
    tab.said, tab.asked = [], []
    tab.on("console", lambda message: tab.said.append(message.text))
    tab.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.on("request", lambda request: tab.asked.append(request))
    yield tab
    assert tab.said == []
    assert all(request.url.startswith(served.url) and request.method == "GET" for request in tab.asked)


@pytest.fixture(scope="module")
def keyed(browser: Browser) -> Iterator[Tab]:
    """A tab that is worked by keys, and tells where the focus is."""
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        context.add_init_script(LOOK)
        yield context.new_page()


@pytest.fixture
def phone(tab, real_built, tmp_path):
    """A tab on the page with the button, and a server whose guide can be built anew and has few pages to keep."""
    folder = tmp_path / "site"
    shutil.copytree(real_built.folder / "assets", folder / "assets")
    for name in FEW:
        file = name if "." in name else f"{name}index.html"
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(real_built.folder / file, folder / file)
    shutil.copy(real_built.folder / "sw.js", folder)
    listed = json.loads((real_built.folder / "offline.json").read_text(encoding="utf-8"))
    (folder / "offline.json").write_text(json.dumps({name: listed[name] for name in FEW}), encoding="utf-8")
    with SiteServer(folder, real_built.base) as server:
        tab.goto(server.url + "about/keep/")
        yield tab, server
