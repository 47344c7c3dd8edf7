"""Reads the folder that will be published, as a browser would find it. It needs no builder and no source."""

import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from press.address import url_of
from press.built_page import BuiltPage, html_file

NOT_PAGES = {"guide.html", "share.html"}  # outputs in HTML: the guide in one file, and what goes into an email

ID = re.compile(r'\sid="([^"<>]*)"')


@dataclass(eq=False)  # one folder is never another, so what is worked out for it can be kept
class Built:
    """The folder that will be published: its pages and its other HTML (emails, the guide in one file) by file name,
    and the names of all its files."""

    folder: Path
    pages: dict[str, BuiltPage] = field(default_factory=dict)
    files: set[str] = field(default_factory=set)
    not_pages: dict[str, BuiltPage] = field(default_factory=dict)

    @cached_property
    def site_url(self) -> str:
        """The address for which the folder was built, from the home page's own canonical link."""
        home = self.pages.get("index.html")
        return home.attribute('link[rel="canonical"]', "href") if home else ""

    @cached_property
    def base(self) -> str:
        return urlsplit(self.site_url).path or "/"

    @cached_property
    def addresses(self) -> set[str]:
        """Every address within the site, written from its root: pages, their parts, and files. The home page is the empty one."""
        return ({page.url for page in (*self.pages.values(), *self.not_pages.values())} | self.files
                | {f"{url_of(file)}#{id}" for file, ids in self.ids.items() for id in ids})

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids in each HTML file. The guide in one file repeats those of all pages, so there they are found in its text."""
        return ({file: set(page.ids) for file, page in self.pages.items()}
                | {file: set(ID.findall(page.html)) for file, page in self.not_pages.items()})

    @cached_property
    def said(self) -> dict[str, list[BuiltPage]]:
        """Every block of text that a reader meets, with the pages it stands on: what many pages say is judged once."""
        found: dict[str, list[BuiltPage]] = {}
        for page in self.pages.values():
            for block in dict.fromkeys(page.blocks):
                found.setdefault(block, []).append(page)
        return found

    def page_at(self, url: str) -> BuiltPage | None:
        """Return the page that a browser gets at an address from the site's root."""
        return self.pages.get(f"{url}index.html" if url.endswith("/") or not url else url)


def read_built(folder: Path) -> Built:
    """Return the built folder. Raises FileNotFoundError when there is none."""
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    built = Built(folder)
    for name in files_in(folder):
        built.files.add(name)
        if name.endswith(".html"):
            html = built.not_pages if name.rpartition("/")[2] in NOT_PAGES else built.pages
            with open(folder / name, encoding="utf-8", errors="replace") as file:
                html[name] = html_file(name, file.read())
    return built


def files_in(folder: Path) -> list[str]:
    """Return the files in a folder and in those that it holds, by their names from that folder: `safety/index.html`."""
    start = len(os.path.join(folder, ""))
    found = (os.path.join(place, name) for place, _, names in os.walk(folder) for name in names)
    return sorted((path[start:] for path in found if os.path.isfile(path)), key=lambda name: name.split("/"))
