"""Finds the pages among the files of docs/, and names each file that does not belong there."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from press.problem import Problem, did_you_mean
from press.schema import KEBAB
from press.site import TABLES

OTHER_DATA = {"addresses.txt", "learned.txt"}  # beside the tables
OTHER_PAGE = re.compile(r"(.+?)(?:\.(?:md|markdown|mdown|mkd)(?:\.txt)?)", re.IGNORECASE)
PICTURES = {".png", ".svg", ".jpg", ".jpeg", ".gif", ".webp"}
ASSETS = {".css", ".js", ".svg", ".png", ".txt", ".webmanifest", ".ttf", ".otf"}


def page_files(root: Path, problems: list[Problem]) -> Iterator[Path]:
    """Yield the Markdown files of the pages, and name every file of `docs/` that does not belong there."""
    docs = root / "docs"
    tell: Callable[..., None] = lambda path, says, fix: problems.append(
        Problem(path.relative_to(root).as_posix(), 0, says, fix, "files-that-belong"))
    for path in sorted(docs.rglob("*")):
        inside = path.relative_to(docs)
        if path.is_symlink():
            tell(path, "a link to another place is not published.", "put the file itself here.")
        elif path.is_dir():
            continue
        elif not path.is_file():
            tell(path, "this is no file that can be read.", "move it out of docs/.")
        elif inside.parts[0] == "_data":
            if path.stem not in TABLES and path.name not in OTHER_DATA or path.suffix not in (".yml", ".txt"):
                tell(path, f"nothing reads '{path.name}', so what it says reaches nobody.{did_you_mean(path.stem, TABLES)}",
                     "move its rows into the table they belong to, or move it out of docs/.")
        elif inside.parts[0] == "_notes":
            if path.suffix != ".md" or len(inside.parts) > 2:
                tell(path, f"'{inside.name}' is no note, and nothing reads it.",
                     "write a note as docs/_notes/its-id.md, or move the file out of docs/.")
        elif inside.parts[0] == "assets":
            if path.suffix not in ASSETS:
                tell(path, f"'{path.suffix}' files are not part of the look.", f"use one of: {', '.join(sorted(ASSETS))}.")
        elif path.suffix != ".md" and (meant := OTHER_PAGE.fullmatch(inside.name)):  # as some editors and systems name it
            tell(path, f"'{inside.name}' is no page, as its name does not end with '.md' alone.", f"rename it '{meant[1]}.md'.")
        elif path.suffix != ".md":
            steps = "../" * (len(inside.parts) - 1)
            tell(path, "only pages (.md) stand here; this file would be published as it is.",
                 f"move it to docs/assets/, and show it with ![what it shows]({steps}assets/{inside.name})."
                 if path.suffix.lower() in PICTURES else "move it out of docs/.")
        elif not all(KEBAB.match(part) for part in inside.with_suffix("").parts):
            tell(path, "the name is not lower-case words with hyphens, so its address would not last.",
                 "rename it like 'cold-pack.md'.")
        else:
            yield path
