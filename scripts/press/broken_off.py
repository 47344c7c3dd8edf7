"""Says in words why a build could not go on: a template that cannot be filled, a full disk, or a program that broke."""

import errno
import traceback
from pathlib import Path

import jinja2

from press.problem import CannotMake, Problem
from press.source_files import text_of

ROOM = {errno.ENOSPC: "make room on the disk.", errno.EDQUOT: "make room on the disk."}
# a full disk names the file that was being copied
UNREAD = {errno.ENOENT, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOTDIR}
WRITTEN = {".css", ".html", ".js", ".svg", ".txt", ".typ", ".yml"}
UNDO = "undo the last change there. If you changed nothing there, tell us, with this message."


def broken_off(error: BaseException, in_hand: str, target: Path, root: Path) -> Problem:
    """Return what to tell an author.

    `in_hand` is the page that was being made, `target` where the site should go, `root` the project's folder.
    """
    if isinstance(error, CannotMake):
        return error.problem
    kind = f"{type(error).__name__}: {error}"
    if isinstance(error, jinja2.TemplateNotFound):
        return Problem("overrides", 0, f"the template '{error.name}' is not there.",
                       "put it back, or mend its name where it is called.", "templates-are-whole")
    if isinstance(error, jinja2.TemplateSyntaxError):
        return Problem(_within(root, error.filename or "overrides"), error.lineno,
                       f"the template cannot be read: {error.message}", "close what was opened there.", "templates-are-whole")
    if isinstance(error, UnicodeDecodeError) and (told := _no_text(root)):
        return told
    if isinstance(error, OSError) and error.errno in UNREAD and (read := _source(root, error.filename)):
        return Problem(read, 0, f"the file cannot be read: {error.strerror or error}.",
                       "put the file back, or let everybody read it.", "readable-files")
    if isinstance(error, OSError):
        return Problem(target.name, 0, f"the site cannot be written: {error.strerror or error}.",
                       ROOM.get(error.errno or 0, "make room, or let this user write there."), "site-written")
    if isinstance(error, RecursionError):
        return Problem(in_hand, 0, f"Markdown could not read the page ({kind}).",
                       "look for lists or quotes nested many levels deep.", "page-rendered")
    where, line = _place(error, root)
    if where.startswith("overrides"):
        return Problem(where, line, f"the template cannot be filled: {error}.", UNDO, "templates-are-whole")
    return Problem(where, line, f"the program broke off{f' at {in_hand!r}' if in_hand else ''} ({kind}).", UNDO,
                   "build-broke-off")


def _no_text(root: Path) -> Problem | None:
    """Return what is wrong with the first file of the look that was saved in other letters than ours."""
    problems: list[Problem] = []
    files = (path for top in ("overrides", "docs/assets") for path in sorted((root / top).rglob("*")) if path.suffix in WRITTEN)
    return next((problems[-1] for path in files if text_of(root, path, problems) is None), None)


def _source(root: Path, file: object) -> str:
    """Return a file's path from the project's folder when it is one that authors write, or an empty string."""
    inside = _within(root, str(file or ""))
    return inside if inside.startswith(("docs/", "overrides/", "mkdocs.yml")) else ""


def _place(error: BaseException, root: Path) -> tuple[str, int]:
    """Return the last file of the project that the error went through, and the line."""
    frames = [(_within(root, frame.filename), frame.lineno or 0) for frame in traceback.extract_tb(error.__traceback__)]
    ours = [frame for frame in frames if frame[0].startswith(("overrides/", "scripts/"))]
    return (ours or frames or [("scripts/press", 0)])[-1]


def _within(root: Path, file: str) -> str:
    """Return a file's path from the project's folder, or from the press when it is installed elsewhere."""
    for top in (root.resolve(), Path(__file__).resolve().parents[2]):
        if Path(file).resolve().is_relative_to(top) and ".venv" not in Path(file).parts:
            return Path(file).resolve().relative_to(top).as_posix()
    return file
