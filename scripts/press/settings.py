"""What the press needs of `mkdocs.yml`, read with line numbers: the guide's name and address, the menu, the practice's block."""

import os
import re
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from press import strict_yaml
from press.menu_slips import names_of_lines
from press.problem import Problem
from press.strict_yaml import Row

LOCAL = re.compile(r"^https?://(?:localhost|0\.0\.0\.0|127\.|10\.|192\.168\.|[^/.:]+(?:[:/]|$)|[^/:]+\.(?:local|test|invalid)(?:[:/]|$))")
HOST = re.compile(r"^\w+://[^/]*")  # capitals make no difference in it; to compare addresses, they do
NO_FOLDER = re.compile(r"[\s?#]|//|\.html?/?$")  # each page's address begins with this one: that of a file is no beginning
FILE, RULE = "mkdocs.yml", "settings"


@dataclass(frozen=True)
class Settings:
    """The settings of the guide. `site_url` ends in a slash; `menu` is a list of (section title, page files)."""

    site_name: str
    site_url: str
    menu: tuple[tuple[str, tuple[str, ...]], ...] = ()
    practice: Row = field(default_factory=lambda: Row(1))

    @property
    def base(self) -> str:
        """The path under which the site lives: `/` or `/some-repo/`."""
        return urlsplit(self.site_url).path or "/"

    def practice_line(self, key: str) -> int:
        """Return the line of a key of the practice's block, or of the block itself."""
        return self.practice.lines.get(key, self.practice.line)


def read_settings(root: Path, site_url: str | None, problems: list[Problem]) -> Settings:
    """Return the settings in `root/mkdocs.yml`. What cannot be used is added to `problems` and left at its default."""
    path = root / FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problems.append(Problem(FILE, 0, f"the settings cannot be read: {error}.", "put back mkdocs.yml as UTF-8 text.", RULE))
        return Settings("", site_url or "http://localhost/")
    row, wrong = strict_yaml.load(text, FILE)
    problems += wrong
    row = row if isinstance(row, Row) else Row(1)
    url = HOST.sub(lambda host: host[0].lower(), site_url or os.environ.get("SITE_URL") or _text(row, "site_url"))
    if not _is_full(url):
        problems.append(Problem(FILE, row.lines.get("site_url", 0), f"site_url is '{url}', not the full web address of a folder.",
                                "write it like 'https://name.github.io/repo/', with nothing after the last '/'.", RULE))
        url = "http://localhost/"
    if LOCAL.search(_text(row, "site_url")):
        problems.append(Problem(FILE, row.lines["site_url"], f"site_url is '{_text(row, 'site_url')}', which nobody else can open: "
                                "each email and each QR code would lead there.",
                                "write the address at which readers find the guide.", RULE))
    if not isinstance(row.get("site_name") or "", str | list):
        problems.append(Problem(FILE, row.lines["site_name"], f"site_name is '{row['site_name']}', which is not words.",
                                f"put it in quotes: \"{row['site_name']}\".", RULE))
    elif not _text(row, "site_name").strip():
        problems.append(Problem(FILE, row.lines.get("site_name", 0), "site_name is missing.",
                                "add 'site_name:' and the name of the guide.", RULE))
    extra = row.get("extra") if isinstance(row.get("extra"), Row) else Row(row.lines.get("extra", 1))
    practice = extra.get("practice")
    if practice is not None and not isinstance(practice, Row):
        problems.append(Problem(FILE, extra.lines["practice"], "the practice's block is not 'key: value' lines.",
                                "write 'name: …' and so on below 'practice:'.", "practice-block"))
    block = practice if isinstance(practice, Row) else Row(extra.lines.get("practice", extra.line))
    problems += [Problem(FILE, *slip, RULE) for slip in names_of_lines(row.get("nav"))]
    parts = urlsplit(url)  # a host is the same in any letters, and links are compared letter by letter
    return Settings(_text(row, "site_name"), parts._replace(netloc=parts.netloc.lower()).geturl().rstrip("/") + "/",
                    tuple(_menu(row.get("nav"))), block)


def _is_full(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc) and not NO_FOLDER.search(url.partition("://")[2])


def _text(row: Row, key: str) -> str:
    value = row.get(key)
    if isinstance(value, list):  # !ENV [NAME, default]: the environment was asked above
        value = value[-1]
    return str(value or "")


def _menu(nav: Any) -> list[tuple[str, tuple[str, ...]]]:
    """Return the menu of MkDocs' `nav` as (title, files) pairs; a title is empty for a page that stands alone."""
    pairs: list[tuple[str, tuple[str, ...]]] = []
    for entry in nav if isinstance(nav, list) else ():
        if isinstance(entry, str):
            pairs.append(("", (entry,)))
        elif isinstance(entry, dict):
            pairs += [(title, _files(pages)) for title, pages in entry.items()]
    return pairs


def _files(pages: Any) -> tuple[str, ...]:
    """Return the files of a section of the menu, also those of lines that carry a name, which are told of elsewhere."""
    if not isinstance(pages, list):
        return (str(pages),)
    lines = chain.from_iterable(page.values() if isinstance(page, dict) else (page,) for page in pages)
    return tuple(file for file in lines if isinstance(file, str))
