"""Writes the accessibility statement's data from the last run of every test: what was tested, on how many pages, with what, and what failed."""

import datetime
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

STANDARD = "WCAG 2.2 level AA"
RUN, DATA = ".cache/test-all.xml", "docs/_data/accessibility.yml"
ABOUT = ("test_tour", "test_keyboard", "test_axe", "test_drawings_are_read", "test_valid_html")  # the tests that speak of accessibility
HEAD = "# Written by `make statement` from the last run of every test. Not by hand: what it says has been seen.\n"


@dataclass
class Check:
    """One thing that was tested: its sentence, how many cases there were, and how many failed."""

    says: str
    cases: int = 0
    failed: int = 0
    pages: int = 0
    notes: set[str] = field(default_factory=set)


def checks(run: Path) -> Iterator[Check]:
    """Yield what the tests about accessibility tested, from pytest's report. Raises FileNotFoundError when there is none."""
    found: dict[str, Check] = {}
    for case in ElementTree.parse(run).iter("testcase"):
        if case.get("classname", "").rsplit(".", 1)[-1] in ABOUT and case.find("skipped") is None:
            noted = {item.get("name"): item.get("value", "") for item in case.iter("property")}
            if "tries" in noted:
                continue  # it tries a checker, and says nothing about the guide
            sentence = case.get("name", "").partition("[")[0].removeprefix("test_").replace("_", " ")
            check = found.setdefault(sentence, Check(sentence[0].upper() + sentence[1:]))
            check.cases += int(noted.get("cases", 1))
            check.failed += case.find("failure") is not None or case.find("error") is not None
            check.pages = max(check.pages, int(noted.get("pages", 0)))
            check.notes |= {noted[name] for name in ("browser", "axe", "nu") if name in noted}
    yield from found.values()


def write(root: Path, today: datetime.date) -> int:
    """Write the data file in `root`, and return how many checks it holds. `today` is the day of the run."""
    rows = list(checks(root / RUN))
    lines = [HEAD]
    for check in rows:
        values = {"id": check.says.lower().replace(" ", "-"), "says": check.says, "standard": STANDARD, "tested_on": today.isoformat(),
                  "cases": check.cases, "failed": check.failed, "pages": check.pages, "tools": sorted(check.notes)}
        lines.append("- " + "\n  ".join(f"{key}: {value if key == 'tested_on' else json.dumps(value, ensure_ascii=False)}"
                                        for key, value in values.items()))
    (root / DATA).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(rows)
