"""A table tells those who cannot see it what it is about, and what each of its cells is about."""

import re

from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import source_of


@rule()
def tables_say_what_they_hold(site: Site, built: Built) -> Found:
    """Each table is named by a heading of its own, and each of its columns and rows by its first cell."""
    for page in site.pages.values():
        columns = 0
        for number, row in enumerate(page.body.split("\n"), page.body_line):
            cells = len(re.findall(r"(?<!\\)\|", row.strip().strip("|"))) + 1 if row.startswith("|") else 0
            if columns and cells > columns:
                yield problem("tables-say-what-they-hold", page.path, number,
                              f"the row '{row.strip()[:40]}' has {cells} cells, and its table has {columns} columns: what is over is lost.",
                              "give each row as many cells as the first one has.")
            columns = columns and cells and columns or cells
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
