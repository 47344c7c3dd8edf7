"""Reads authors' files as text, and parts the header of a Markdown file from its body.

What cannot be read is told, never fatal.
"""

import re
from pathlib import Path
from typing import Any

from press import strict_yaml
from press.problem import Problem

# control signs, what turns the way of writing round, and our own marks
NOT_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028-\u202e\u2066-\u2069\ufff9-\ufffc\ue000-\uf8ff]")


def text_of(root: Path, path: Path, problems: list[Problem]) -> str | None:
    """Return a file's text with plain line ends, or None when it cannot be read."""
    where = path.relative_to(root).as_posix()
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        for strange in NOT_TEXT.finditer(text):
            problems.append(Problem(where, text.count("\n", 0, strange.start()) + 1,
                                    f"the sign U+{ord(strange[0]):04X} is no text, and nobody can see it.",
                                    "delete it, or type the line again.", "readable-files"))
            if strange[0] == "\0":  # this is another kind of file
                return None
        return NOT_TEXT.sub("", text)  # so that all else is told as well
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        says = f"byte {error.start + 1} is not UTF-8 text."
        problems.append(Problem(where, line, says, "save the file as UTF-8.", "readable-files"))
    except OSError as error:
        problems.append(Problem(where, 0, f"the file cannot be read: {error.strerror}.",
                                "put the file back, or let everybody read it.", "readable-files"))
    return None


def header_and_body(text: str, where: str, problems: list[Problem]) -> tuple[Any, str, int] | None:
    """Return header, body and the body's first line of a Markdown file, or None when they cannot be told apart.

    `where` names the file in messages.
    """
    lines = text.split("\n")
    ends = [n for n, line in enumerate(lines) if n and line.rstrip() == "---"]
    if lines[0].rstrip() != "---" or not ends:
        says = "the file does not start with a header between two lines of '---'."
        problems.append(Problem(where, 1, says, "make '---' the very first line and close the header with '---'.", "page-header"))
        return None
    header, wrong = strict_yaml.load("\n".join(lines[1:ends[0]]), where, before=1)
    problems += wrong
    return None if header is None and wrong else (header, "\n".join(lines[ends[0] + 1:]), ends[0] + 2)
