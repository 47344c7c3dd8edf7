"""Reads YAML the way an author means it: every value keeps its line, and a value that YAML would change is refused."""

import datetime
import re
from collections.abc import Iterable
from typing import Any

import yaml

from press.problem import Problem
from press.yaml_slips import slip

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the fast one is not in every wheel
WHOLE = re.compile(r"-?(0|[1-9][0-9]*)$")
DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}$")
# Words and shapes that YAML turns into something else: truth values, octal numbers, minutes, lost zeros.
TURNCOAT = re.compile(r"(?i:yes|no|on|off|y|n)$|[-+]?(0[0-9_]+|[0-9][0-9_]*:[0-9:.]+|[0-9_]*\.[0-9_]+|[0-9_]+\.[0-9_]*"
                      r"|0[xob][0-9a-f_]+|[0-9]+_[0-9_]*|\.inf|\.nan)$", re.IGNORECASE)


NO_PROSE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")  # an id, a number or a day: a comment may follow it on its line
REMARK = re.compile(r"  +# ")  # nor is it words for readers, what stands well apart from one word alone
SIGN = re.compile(r"(?:^|[\s\[{,])[!&*]")  # how a tag, an anchor or an alias begins
SETTING = "!ENV"  # the one tag of ours: MkDocs fills it from the environment
NAMES_OF = {"!": "a tag", "&": "an anchor", "*": "an alias"}


class Row(dict):
    """A YAML map that knows its own line and the line of each key."""

    def __init__(self, line: int):
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class Items(list):
    """A YAML list that knows the line of each of its items."""

    def __init__(self, items: Iterable[Any], lines: list[int]):
        super().__init__(items)
        self.lines = lines


class _Reader:
    def __init__(self, path: str, before: int, text: str):
        self.path, self.before, self.problems = path, before, []
        self.rows = text.split("\n")

    def wrong(self, node: yaml.Node, says: str, fix: str) -> None:
        self.problems.append(Problem(self.path, self.line(node), says, fix, "strict-yaml"))

    def line(self, node: yaml.Node) -> int:
        return node.start_mark.line + 1 + self.before

    def value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self.row(node)
        if isinstance(node, yaml.SequenceNode):
            return Items(map(self.value, node.value), [self.line(item) for item in node.value])
        return self.scalar(node)

    def row(self, node: yaml.MappingNode) -> Row:
        row = Row(self.line(node))
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key == "<<":
                self.wrong(key_node, "'<<' would take in another map unseen.", "write its lines out here.")
            if key in row:
                self.wrong(key_node, f"'{key}' is written twice, first on line {row.lines[key]}.", f"keep one '{key}:'.")
            row[key] = self.value(value_node)
            row.lines[key] = self.line(key_node)
        return row

    def scalar(self, node: yaml.ScalarNode) -> Any:
        text = node.value
        if node.style is None or node.style == "":
            self.eaten(node)
        elif (first := self.left_open(node)) is not None:
            self.wrong(node, "the quote that opens here is closed on a later line, and takes in the remarks between.",
                       f"write {node.style}{first}{node.style}.")
            return None
        if node.style or node.tag.startswith("!"):
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        if WHOLE.match(text):
            return int(text)
        if DATE.match(text):
            return self.date(node)
        if TURNCOAT.match(text):
            self.wrong(node, f"YAML would change the bare value '{text}'.", f'put it in quotes: "{text}".')
        return text

    def left_open(self, node: yaml.ScalarNode) -> str | None:
        """Return the words on the first line of a quote that runs on into lines of remarks, or None."""
        start, end = node.start_mark, node.end_mark
        runs_on = node.style in ("'", '"') and any(row.lstrip().startswith("#") for row in self.rows[start.line + 1:end.line + 1])
        return REMARK.split(self.rows[start.line][start.column + 1:])[0].strip() if runs_on else None

    def eaten(self, node: yaml.ScalarNode) -> None:
        """Tell when words behind a bare value would be lost as a comment."""
        end = node.end_mark
        behind = self.rows[end.line][end.column:] if end.line < len(self.rows) else ""
        rest = behind.strip()
        if rest.startswith("#") and not NO_PROSE.match(node.value) and not (REMARK.match(behind) and len(node.value.split()) < 2):
            self.problems.append(Problem(self.path, end.line + 1 + self.before,
                                         f"YAML would leave out '{rest[:60]}', as a comment.",
                                         f"move '{rest[:60]}' to a line of its own, above this one; or, if readers should see it, "
                                         f'put all in quotes: "{f"{node.value} {rest}".strip()}".',
                                         "strict-yaml"))

    def signs(self, text: str) -> None:
        """Tell of each word that YAML would take for a tag, an anchor or an alias, and leave out."""
        for event in yaml.parse(text, LOADER) if SIGN.search(text) else ():
            if isinstance(event, yaml.NodeEvent) and (event.anchor or (getattr(event, "tag", None) and event.tag != SETTING)):
                row = self.rows[event.start_mark.line][event.start_mark.column:].strip()
                what = NAMES_OF.get(row[:1], "a sign of its own")
                self.problems.append(Problem(self.path, event.start_mark.line + 1 + self.before,
                                             f"YAML would read '{row.split()[0] if row else ''}' as {what}, and leave it out.",
                                             f'put it in quotes: "{row}".', "strict-yaml"))

    def date(self, node: yaml.ScalarNode) -> datetime.date | str:
        try:
            return datetime.date.fromisoformat(node.value)
        except ValueError:
            self.wrong(node, f"'{node.value}' is not a day of the calendar.", "write a real day as YYYY-MM-DD.")
            return node.value


def load(text: str, path: str, before: int = 0) -> tuple[Any, list[Problem]]:
    """Return the value of a YAML text and what is wrong with it.

    `path` names the file in messages; `before` is how many lines of the file stand above the text.
    The value is None when the text cannot be read at all.
    """
    reader = _Reader(path, before, text)
    try:
        reader.signs(text)
        node = yaml.compose(text, LOADER) if not reader.problems else None
        value = reader.value(node) if node else None
    except yaml.MarkedYAMLError as error:
        opened, within = error.context_mark, error.context or ""
        to_the_end = "quoted" in within and "end of stream" in (error.problem or "")  # where a quote goes that nothing closes
        mark = opened if to_the_end else error.problem_mark or opened
        fix = 'put text that holds ": ", "#" or starts with "{", "[", "*", "&", "@" or a tab in quotes, and indent with spaces.'
        row, says, fix = (slip(reader.rows, mark.line, opened.line if "flow" in within else None)
                          or (mark.line, f"{error.problem or error.context}, at column {mark.column + 1}", fix))
        return None, [Problem(path, row + 1 + before, f"this is not YAML: {says}.", fix, "strict-yaml")]
    except (yaml.YAMLError, RecursionError) as error:
        says = f"this is not YAML: {str(error).splitlines()[0]}."
        return None, [Problem(path, before + 1, says, "write plain text with spaces, no control characters.", "strict-yaml")]
    return value, reader.problems
