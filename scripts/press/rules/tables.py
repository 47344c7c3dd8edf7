"""A table tells those who cannot see it what it is about, and what each of its cells is about."""

import re
from collections.abc import Iterator

from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import source_of

BARS = re.compile(r"(?<!\\)\|")
RULED = re.compile(r"\|\s*:?-")  # the line between the heads of a table and its rows


@rule()
def tables_say_what_they_hold(site: Site, built: Built) -> Found:
    """Each table is one, is named by a heading of its own, and each of its columns and rows by its first cell."""
    for page in site.pages.values():
        for line, says, fix in _as_written(page.body):
            yield problem("tables-say-what-they-hold", page.path, page.body_line + line, says, fix)
    for shown in built.pages.values():
        names = set()
        for table in shown.tagged("table"):
            if not shown.in_text(table):
                continue
            words = (shown.words_of(cell) for cell in table.css("th, td"))
            where, line = source_of(site, shown, next(filter(None, words), "")[:30])
            name, about = table.attributes.get("aria-labelledby"), shown.words_of(table)[:40]
            if not name or name not in shown.ids or name in names:
                yield problem("tables-say-what-they-hold", where, line,
                              f"the table '{about}…' has no heading of its own, so nobody who listens is told what it is about.",
                              "put a heading above it, with an id: '## All limits {#all-limits}'.")
            names.add(name)
            for cell in (*table.css("thead th, thead td"), *table.css("tbody tr > :first-child")):
                if not shown.words_of(cell) or cell.tag != "th" or cell.attributes.get("scope") not in ("col", "row"):
                    yield problem("tables-say-what-they-hold", where, line,
                                  f"the table '{about}…' has a row or column that says nothing of what it is about.",
                                  "fill the first cell of each row and column, and leave the columns as they fall: no ':' below a head.")
                    break
            if empty := next((cell for cell in table.css("tbody td") if not shown.words_of(cell)
                              and not cell.css_first("svg, img")), None):
                row = shown.words_of(empty.parent)[:40]
                yield problem("tables-say-what-they-hold", *source_of(site, shown, row.split("  ")[0][:30]),
                              f"a cell of the row '{row}' is empty, so nobody knows whether something is missing there.",
                              "fill it, or write 'none' or 'not known'.")


def _as_written(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each line of a text that looks like a row of a table and would be none, that runs into one, or whose last cells would be
    lost: its number from 0, what is wrong, and the fix."""
    lines = text.split("\n")
    start = columns = 0  # the first line of the table in hand, and what it has
    for number, (before, line) in enumerate(zip(["", *lines], lines, strict=False)):
        row, inside, cells = line.strip()[:40], before.startswith("|"), len(BARS.findall(line.strip().strip("|"))) + 1
        if not line.startswith("|"):
            if inside and line.strip():
                yield number, f"'{row}' runs into the table above it.", "leave an empty line after the table."
        elif not inside:
            start, columns = number, cells
            if before.strip() and not before.startswith("#"):
                yield number, f"the table at '{row}' runs into the line above it.", "leave an empty line before the table."
            elif not RULED.match(next(iter(lines[number + 1:]), "")):
                yield (number, f"'{row}' belongs to no table.",
                       "take the empty line above it away; or begin a table: its heads, and below them a line like '|---|---|'.")
        elif number == start + 1 and cells != columns:
            yield (number, f"'{row}' parts {cells} columns, and the line above it has {columns}: no table begins.",
                   f"write '{'|---' * columns}|'.")
        elif cells > columns:
            yield (number, f"the row '{row}' has {cells} cells, and its table has {columns} columns: what is over is lost.",
                   "give each row as many cells as the first one has.")
