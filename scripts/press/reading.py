"""Reads the whole guide from its folder: settings, data, notes and pages. Whatever is wrong is collected, never fatal."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from press import model, strict_yaml
from press.amounts import fill_amounts
from press.page_files import page_files
from press.practice import read_practice
from press.problem import Problem, did_you_mean
from press.schema import build
from press.settings import read_settings
from press.site import TABLES, Site, Table, address_of
from press.source_files import header_and_body, text_of
from press.word_lists import fill_lists

T = TypeVar("T", bound=model.Record)
LONGEST_LINE, LARGEST_PAGE = 2_000, 100_000  # characters; Markdown needs minutes for some longer ones
COUNTRIES = {"gb": "uk", "usa": "us", "ni": "uk-ni", "eire": "ie"}  # what people write for a region


def read(root: Path, site_url: str | None = None) -> Site:
    """Return the guide in folder `root`. `site_url` stands in for the one of `mkdocs.yml` when given."""
    problems: list[Problem] = []
    settings = read_settings(root, site_url, problems)
    site = Site(root, settings, read_practice(settings, problems), problems=problems)
    for name, kind in TABLES.items():
        site.tables[name] = _table(root, f"docs/_data/{name}.yml", kind, problems)
    if site.practice.region not in site.regions and not site.regions.broken:
        region = site.practice.region
        says = f"'{region}' is not a region.{did_you_mean(COUNTRIES.get(region.lower(), region), site.regions)}"
        problems.append(Problem("mkdocs.yml", settings.practice_line("region"), says,
                                f"write one of: {', '.join(site.regions)}.", "practice-block"))
        site.practice = model.Practice(**{**vars(site.practice), "region": "none"})
    fill_amounts(site)
    fill_lists(site)
    for path in sorted((root / "docs/_notes").glob("*.md")):
        _add(site.notes, _note(root, path, problems), problems)
    for path in page_files(root, problems):
        page = _page(root, path, problems)
        _add(site.pages, page, problems)
        if page is None:
            site.unread.add(path.relative_to(root).as_posix())
    return site


def _table(root: Path, where: str, kind: type[T], problems: list[Problem]) -> Table[T]:
    text = text_of(root, root / where, problems)
    read, wrong = _rows(text, where, kind) if text is not None else (Table(), ())
    table: Table[T] = Table(read)
    table.broken = text is None or read.broken
    table.unread = text is None or read.unread
    problems += wrong
    return table


@lru_cache(maxsize=64)  # a preview, and each test, reads again only what has changed
def _rows(text: str, where: str, kind: type[T]) -> tuple[Table[T], list[Problem]]:
    """Return the table in a data file's text, and what is wrong with it."""
    table: Table[T] = Table()
    rows, problems = strict_yaml.load(text, where)
    if not isinstance(rows, list):
        table.broken = table.unread = True
        if not problems:
            problems.append(Problem(where, 1, "the file is not a list of rows.", "start each row with '- id:'.", "data-fields"))
        return table, problems
    for row in rows:
        _add(table, build(kind, row, where, getattr(row, "line", 1), "data-fields", problems), problems)
    table.broken = len(table) < len(rows)
    return table, problems


def _add(table: Table[T], record: T | None, problems: list[Problem]) -> None:
    if record is None:
        table.broken = True
    elif record.id in table:
        first = table[record.id]
        if isinstance(record, model.Page):
            says, fix = f"'{first.path}' already has the address '/{record.id}'.", "rename or remove one of the two files."
            problems.append(Problem(record.path, 1, says, fix, "one-page-per-address"))
        else:
            says = f"the id '{record.id}' is taken by {first.path}:{first.line}."
            problems.append(Problem(record.path, record.line, says, "give one of the two another id.", "data-fields"))
    else:
        table[record.id] = record


def _note(root: Path, path: Path, problems: list[Problem]) -> model.Note | None:
    return _kept(_note_in, root, path, problems)


def _page(root: Path, path: Path, problems: list[Problem]) -> model.Page | None:
    return _kept(_page_in, root, path, problems)


def _kept(read_in: Callable[[str, str], tuple[T | None, list[Problem]]], root: Path, path: Path, problems: list[Problem]) -> T | None:
    """Return what stands in a Markdown file, and add what is wrong with it to `problems`."""
    text = text_of(root, path, problems)
    record, wrong = read_in(text, path.relative_to(root).as_posix()) if text is not None else (None, [])
    problems += wrong
    return record


@lru_cache(maxsize=64)
def _note_in(text: str, where: str) -> tuple[model.Note | None, list[Problem]]:
    problems: list[Problem] = []
    parts = header_and_body(text, where, problems)
    if parts is None:
        return None, problems
    header, body, line = parts
    note = build(model.Note, header, where, 1, "data-fields", problems, text=body.strip(), body_line=line)
    if note and not note.text:
        problems.append(Problem(where, line, "the note has no words.", "write the note below its header.", "data-fields"))
    if note and note.id != Path(where).stem:
        problems.append(Problem(where, note.line, f"the id '{note.id}' is not the file's name.",
                                f"write 'id: {Path(where).stem}'.", "data-fields"))
    return note, problems


@lru_cache(maxsize=1024)
def _page_in(text: str, where: str) -> tuple[model.Page | None, list[Problem]]:
    problems: list[Problem] = []
    parts = header_and_body(text, where, problems)
    if parts is None:
        return None, problems
    header, body, line = parts
    before = len(problems)
    page = build(model.Page, header, where, 1, "page-header", problems, id=address_of(Path(where).relative_to("docs")),
                 body=body, body_line=line)
    for number, words in enumerate(body.split("\n"), line):
        if len(words) > LONGEST_LINE:
            problems.append(Problem(where, number, f"a line of {len(words)} characters.",
                                    f"break it below {LONGEST_LINE} characters.", "page-size"))
    if len(body) > LARGEST_PAGE:
        problems.append(Problem(where, line, f"the page has {len(body)} characters.", f"split it below {LARGEST_PAGE}.",
                                "page-size"))
    if page and page.kind == "advice":  # nothing can be handed over without them
        problems += [Problem(where, page.lines.get(key, 1), f"an advice page needs '{key}'.", f"add '{key}:' and its words to the header.",
                             "advice-pages-have-their-parts") for key in ("topics", "point", "actions") if not getattr(page, key)]
    if page and not body.strip():
        problems.append(Problem(where, line, "the page has no words.", "write the page below its header.", "page-header"))
    return (page if len(problems) == before else None), problems
