"""Takes a table apart as Markdown made it, so that a screen reader can be told what it is about and what each row and column
holds."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

TABLE = re.compile(r"<table>\s*<thead>(.*?)</thead>\s*<tbody>(.*?)</tbody>\s*</table>", re.DOTALL)
ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd]>(.*?)</t[hd]>", re.DOTALL)
ALIGNED = re.compile(r"<t[hd] ")
HEADING = re.compile(r'<h[2-6] id="([^"]+)">')


@dataclass(frozen=True)
class Table:
    """A table: the id of the heading it stands below, the heads of its columns, and its rows,
    of which the first cell says what the row is about."""

    heading: str
    head: list[Markup]
    rows: list[list[Markup]]


def laid_out(html: str, look: Callable[[Table], str]) -> str:
    """Return rendered HTML with each table as `look` lays it out.
    A table whose columns are aligned stays as it is, for a rule to refuse its style."""

    def told(match: re.Match[str]) -> str:
        if ALIGNED.search(match[0]):
            return match[0]
        above = HEADING.findall(html, 0, match.start())
        cells = [[Markup(cell) for cell in CELL.findall(row)] for part in match.groups() for row in ROW.findall(part)]
        return look(Table(above[-1] if above else "", cells[0], cells[1:]))

    return TABLE.sub(told, html)
