"""Knows what all mail programs show alike: the table in overrides/outputs/email_support.yml,
and what of an email's HTML goes beyond it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from selectolax.lexbor import LexborHTMLParser

from press import strict_yaml
from press.model import Record
from press.problem import Problem
from press.schema import build
from press.source_files import text_of

TABLE = "overrides/outputs/email_support.yml"
Support = Literal["full", "partly", "none"]
PROGRAMS = {"outlook": "Outlook on Windows", "outlook_com": "Outlook elsewhere", "gmail": "Gmail", "apple_mail": "Apple Mail"}


@dataclass(frozen=True)
class Feature(Record):
    """Elements, attributes or style properties, and how far each mail program shows them."""

    kind: Literal["element", "attribute", "property"]
    names: tuple[str, ...]
    outlook: Support
    outlook_com: Support
    gmail: Support
    apple_mail: Support
    part: str = ""
    on: tuple[str, ...] = ()
    values: str = ""

    def refused(self, value: str, element: str) -> str:
        """Return why this may not be used with a value on an element, or an empty string."""
        too_weak = {"none"} if self.part else {"none", "partly"}
        weak = [name for program, name in PROGRAMS.items() if getattr(self, program) in too_weak]
        if weak:
            return f"{' and '.join(weak)} {'do' if len(weak) > 1 else 'does'} not show it in full"
        if (self.on and element not in self.on) or (self.values and not re.fullmatch(self.values, value)):
            return f"only {self.part or 'other values'} can be relied on"
        return ""


def features(root: Path, problems: list[Problem]) -> list[Feature]:
    """Return the rows of the table. What is wrong with it is added to `problems`."""
    text = text_of(root, root / TABLE, problems)
    found, wrong = _features(text) if text is not None else ([], [])
    problems += wrong
    return found


@lru_cache(maxsize=4)  # in a preview, and in the tests, it is as it was
def _features(text: str) -> tuple[list[Feature], list[Problem]]:
    rows, problems = strict_yaml.load(text, TABLE)
    if not problems and not isinstance(rows, list):
        problems.append(Problem(TABLE, 1, "the file is not a list of rows.", "start each row with '- id:'.", "data-fields"))
    built = [build(Feature, row, TABLE, getattr(row, "line", 1), "data-fields", problems)
             for row in (rows if isinstance(rows, list) else ())]
    return [feature for feature in built if feature], problems


def refused(html: str, table: list[Feature]) -> Iterator[tuple[str, str]]:
    """Yield each element, attribute or style property of an email that the table does not allow, and why."""
    known = {(feature.kind, name): feature for feature in table for name in feature.names}

    def reason(kind: str, name: str, value: str = "", element: str = "") -> str:
        feature = known.get((kind, name))
        return feature.refused(value, element) if feature else "the table has no row for it"

    for node in LexborHTMLParser(html).body.css("*"):
        uses = [("element", node.tag, "")] if node.tag != "body" else []
        uses += [("attribute", name, value or "") for name, value in node.attributes.items()]
        style = (part.partition(":") for part in (node.attributes.get("style") or "").split(";") if part.strip())
        uses += [("property", name.strip(), value.strip()) for name, _, value in style]
        for kind, name, value in uses:
            if why := reason(kind, name, value, node.tag):
                yield f"{name}: {value}" if kind == "property" else f"<{name}>" if kind == "element" else f'{name}="{value}"', why
