"""What is wrong, where it is, and the exact edit that mends it: the one kind of message an author ever sees."""

import difflib
import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass

PAGE = re.compile(r"'/(?:[a-z0-9-]+/)*'")
FOLLOWS = "Mend what stands above first, and build again. What stands below may follow from it:"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `where` is a path from the project's top folder; `line` is 0 when the whole file is meant."""

    where: str
    line: int
    says: str
    fix: str
    rule: str
    stops: bool = True
    follows: bool = False  # it was found in a guide that another problem left incomplete

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.line else self.where
        kind = "" if self.stops else "advice  "
        return f"{kind}{place}: {self.says} [{self.rule}]\n    Fix: {self.fix}"


class CannotMake(Exception):
    """Something that stops one kind of output from being made, as a problem to tell."""

    def __init__(self, problem: Problem):
        super().__init__(problem.says)
        self.problem = problem


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """Return the nearest known names as a sentence, or an empty string when none is near."""
    known = [str(n) for n in names]
    near = [n for n in known if n.lower() == str(name).lower()] or difflib.get_close_matches(str(name), known, n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(repr(n) for n in near)}?" if near else ""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems, each once, grouped by file: first the causes, then what may follow from them."""
    return sorted(set(problems), key=lambda p: (p.follows, p))


def _told(problems: Iterable[Problem]) -> list[str]:
    """Return problems as text.

    What stands in a template stands on every page: of those that differ only in the page, the first is told and the rest
    counted.
    """
    alike: dict[tuple, list[Problem]] = {}
    for p in problems:
        alike.setdefault((p.where, p.line, p.rule, p.fix, PAGE.sub("", p.says)) if p.where.startswith("overrides/") else (p,),
                         []).append(p)
    return [f"{first}{f' (And {len(more)} more like this.)' if more else ''}" for first, *more in alike.values()]


def report(problems: Iterable[Problem], *, as_json: bool = False) -> str:
    """Return all problems as text, or as JSON, each said once, causes first."""
    found = in_order(problems)
    stopping = sum(p.stops for p in found)
    if as_json:
        return json.dumps({"stops": stopping, "problems": [asdict(p) for p in found]}, ensure_ascii=False, indent=1)
    lines = _told(p for p in found if not p.follows)
    if any(p.follows for p in found):
        lines += [FOLLOWS, *_told(p for p in found if p.follows)]
    if stopping:
        lines.append(f"{stopping} problem{'s' * (stopping != 1)} stop{'s' * (stopping == 1)} this build.")
    return "\n".join(lines)
