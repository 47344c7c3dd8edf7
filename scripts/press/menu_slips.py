"""Tells the slips in the menu of mkdocs.yml: each line names a page, or opens a section of pages,
and only sections carry a name."""

import re
from collections.abc import Iterator
from typing import Any

from press.strict_yaml import Row

PAGE = re.compile(r"[^\s\\:]+\.md$")

Slips = Iterator[tuple[int, str, str]]  # line, what is wrong, and the fix


def in_menu(row: Row) -> Slips:
    """Yield what is wrong with the shape of the menu, the 'nav' of the settings."""
    nav = row.get("nav")
    if not isinstance(nav, list) or not nav:
        says = "'nav' is not a list of pages and sections." if "nav" in row else "'nav', the menu, is missing."
        yield row.lines.get("nav", 0), says, "write 'nav:', and below it '  - index.md' and so on, each on a line with a dash."
        return
    for entry, line in zip(nav, nav.lines, strict=True):
        yield from _in_section(entry, line) if isinstance(entry, Row) else _in_line(entry, line)


def names_of_lines(nav: Any) -> Slips:
    """Yield each section of the menu without a name, and each line below a section that carries one of its own."""
    for section in (entry for entry in nav if isinstance(entry, Row)) if isinstance(nav, list) else ():
        for title, pages in section.items():
            if not str(title or "").strip():
                yield section.line, "a section of the menu has no name.", "write its name before the ':', such as '- Safety:'."
            for line in (page for page in pages if isinstance(page, Row)) if isinstance(pages, list) else ():
                for name, file in line.items():
                    says = f"the menu line '{name}: {file}' carries a name; a page is called by its own title."
                    fix = (f"write '- {file}'." if isinstance(file, str)
                           else "write the pages of a section below it, as '- page.md'.")
                    yield line.lines[name], says, fix


def _in_section(section: Row, line: int) -> Slips:
    if len(section) > 1:
        yield (line, f"the sections {' and '.join(map(repr, section))} share one dash.",
               "start each section with a dash of its own.")
    for title, pages in section.items():
        if isinstance(pages, list) and pages:
            for page, at in zip(pages, pages.lines, strict=True):
                yield from _in_line(page, at)
        elif not (isinstance(pages, str) and PAGE.match(pages)):
            fix = f"write '- {title}:' and below it, indented, '- file.md' and so on."
            yield section.lines[title], f"the section '{title}' lists no pages.", fix


def _in_line(page: Any, line: int) -> Slips:
    if page is None:
        yield line, "a line of the menu is empty.", "name a page after the dash, or remove the line."
    elif not isinstance(page, str):
        shown = ", ".join(map(repr, page)) if page and isinstance(page, list | dict) else repr(page)
        yield line, f"the menu has {shown} where a page should stand.", "write '- file.md'. The page itself gives its title."
    elif " " in page:
        yield line, f"the menu has '{page}' as one line.", "give each page a line of its own, with a dash before it."
    elif not PAGE.match(page):
        yield line, f"'{page}' is not a page.", "write the file's path below docs/, like 'how-to/cold-pack.md'."
