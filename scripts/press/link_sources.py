"""Finds where a link of the built folder is written: the line of the page, data row, note, template,
style or record that an author must open."""

import html
import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from press.address_record import RECORD, read_record
from press.built import Built
from press.calls import calls
from press.crawl import Link, target
from press.model import Page, Record
from press.site import Site

LOOKS = {".html", ".svg", ".txt", ".typ"}
_WRITTEN = re.compile(r"(?:\[(?P<words>[^\[\]]*))?\]\(\s*"  # [words](address)
                      r"(?:<(?P<angled>[^>\n]*)>|(?P<plain>(?:[^\s()<>]|\([^\s()]*\))*))"
                      r"|^ *\[[^\]]+\]:\s*<?(?P<named>[^\s>]+)"  # [name]: address
                      r"|<(?P<bare>[a-z]+:[^\s>]+)>"  # <https://…>
                      r"|\b(?:href|src|srcset|poster|data|action|cite)\s*=\s*[\"']?(?P<raw>[^\"'>]*)",
                      re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True)
class Place:
    """Where a link is written, and how. `page` is the page whose source that is, `words` are the link's own there."""

    where: str
    line: int
    written: str
    words: str | None = None
    page: Page | None = field(default=None, compare=False)


def places(site: Site, built: Built, link: Link) -> list[Place]:
    """Return every place that holds a link; when none can be told, the page or file that shows it."""
    return places_in(site, built, link, *_counts(built, link))


def places_in(site: Site, built: Built, link: Link, text: bool, look: bool) -> list[Place]:
    """Return the places of a link that stands in the text of a page, or in the look around it, or in both."""
    if link.file.startswith("assets/"):
        return [Place(f"docs/{link.file}", link.line, link.address)]
    # it is, or lies beside
    page = site.pages.get(link.file[:link.file.rfind("/") + 1]) if "/" in link.file or link.file == "index.html" else None
    found: list[Place] = []
    if page and text:
        found += [*_in_page(built, page, link), *_in_header(page, link)] or [*_in_rows(site, link), *_in_calls(page, link)]
    if look or not found:
        found += [*_in_looks(site, page, link)] or [*_in_practice(site, link), *_in_record(site, link)]
    nearest = Place(page.path, page.body_line, link.address, page=page) if page else Place(link.file, link.line, link.address)
    return list(dict.fromkeys(found or _in_rows(site, link))) or [nearest]


def meanings(built: Built, page: Page, written: str) -> set[tuple[str, str] | None]:
    """Return where an address in a page's source may lead: from its file, as MkDocs reads it, and as it stands,
    from its address."""
    path, _, part = written.partition("#")
    file = posixpath.normpath(posixpath.join(posixpath.dirname(page.path.removeprefix("docs/")), path)) if path else ""
    url = re.sub(r"(^|/)index/$", r"\1", re.sub(r"\.md$", "/", file)) if path else page.url
    return {(url, part), target(built, Link(f"{page.url}index.html", written))}


def _counts(built: Built, link: Link) -> tuple[bool, bool]:
    """Tell whether a link stands in the text of its page, and whether it stands around it. A file beside a page is all text."""
    shown = built.pages.get(link.file)
    if not shown:
        return True, False
    inside, whole = (html.unescape(part or "").count(f'"{link.address}')
                     for part in (shown.article and shown.article.html, shown.html))
    return inside > 0 or not whole, whole > inside


def _in_page(built: Built, page: Page, link: Link) -> Iterator[Place]:
    """Yield the lines of a page's text that lead where the link leads."""
    wanted, exact, alike = target(built, link), [], []
    for match in _WRITTEN.finditer(page.body):
        name = next(name for name, value in match.groupdict().items() if name != "words" and value is not None)
        written = html.unescape(match[name]).strip()
        place = Place(page.path, page.body_line + page.body.count("\n", 0, match.start(name)), written, match["words"], page)
        if link.address in (written, *re.split(r"[\s,]+", written)):
            exact.append(place)
        elif wanted and wanted in meanings(built, page, written):
            alike.append(place)
    yield from exact or alike


def _in_header(page: Page, link: Link) -> Iterator[Place]:
    for key in ("title", "description", "point", "actions"):
        if link.address and link.address in str(getattr(page, key)):
            yield Place(page.path, page.lines[key], link.address, page=page)


def _in_calls(page: Page, link: Link) -> Iterator[Place]:
    """Yield the lines on which a page calls for the thing that the address names:
    `#claim-ben-01` comes from `claim("ben-01")`."""
    part = link.address.rpartition("#")[2]
    for call in calls(page):
        if any(part == id or part.endswith(f"-{id}") for id in call.arguments):
            yield Place(page.path, call.line, link.address, page=page)


def _in_rows(site: Site, link: Link) -> Iterator[Place]:
    """Yield the rows of data files, and the lines of notes, that hold the address itself."""
    for record, said in _rows(site) if len(link.address) > 3 else ():
        if key := next((key for key, words in said if link.address in words), ""):
            yield Place(record.path, _line_in(record, key, link.address), link.address)


@lru_cache(maxsize=1)
def _rows(site: Site) -> list[tuple[Record, list[tuple[str, str]]]]:
    """Return all notes and rows of data, each with what its fields say."""
    return [(record, [(key, str(value)) for key, value in vars(record).items()]) for table in (site.notes, *site.tables.values())
            for record in table.values()]


def _line_in(record: Record, key: str, words: str) -> int:
    if key == "text":  # of a note: it stands below the header
        return record.body_line + record.text.count("\n", 0, record.text.find(words))
    return record.lines.get(key, record.line)


def _in_looks(site: Site, page: Page | None, link: Link) -> Iterator[Place]:
    """Yield the lines of the templates that hold the address; most of them write it after `{{ root }}`."""
    tail = link.address.removeprefix(page.root if page else site.settings.base)
    if len(tail) < 2:
        return
    forms = "|".join(re.escape(form) for form in dict.fromkeys((tail, html.escape(tail, quote=False))))
    sign = re.compile(rf"[\"'(=,\s](?:\{{\{{[^}}]*\}}\}})?({forms})(?=[\"')\s,])")
    for path in sorted((site.root / "overrides").rglob("*")):
        if path.suffix in LOOKS:
            yield from _in_look(site, path, sign)


def _in_look(site: Site, path: Path, sign: re.Pattern[str]) -> Iterator[Place]:
    text = path.read_text(encoding="utf-8", errors="replace")
    for match in sign.finditer(text):
        yield Place(path.relative_to(site.root).as_posix(), text.count("\n", 0, match.start(1)) + 1, match[1])


def _in_practice(site: Site, link: Link) -> Iterator[Place]:
    """Yield the lines of the practice's block that hold the address."""
    practice = site.practice
    for key, value, said in (("email", practice.email, practice.email), ("phone", practice.phone, practice.dialled),
                             ("website", practice.website, practice.website)):
        if value and said in link.address:
            yield Place("mkdocs.yml", site.settings.practice_line(key), value)


def _in_record(site: Site, link: Link) -> Iterator[Place]:
    """Yield the line of the record behind a page that stands where another was."""
    entry = read_record(site.root).by_address.get("/" + link.file.removesuffix("index.html"))
    if entry and (entry.target or entry.reason):
        yield Place(RECORD, entry.line, link.address)
