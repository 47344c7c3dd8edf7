"""Holds what an author wrote against the model: unknown, missing and ill-shaped fields are named, with the fix."""

import datetime
import re
import types
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from press.problem import Problem, did_you_mean
from press.strict_yaml import Row

T = TypeVar("T")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")
UNSET = object()
EXPECTED = {str: "words on one line", int: "a whole number", bool: "true or false", datetime.date: "a day as YYYY-MM-DD"}


def build(cls: type[T], row: Any, path: str, line: int, rule: str, problems: list[Problem], **given: Any) -> T | None:
    """Return `row` as a `cls`, or None when something is wrong with it, which is then added to `problems`.

    `given` are fields that the author does not write, such as the address of a page.
    """
    kind = cls.__name__.lower()
    if not isinstance(row, Row):
        problems.append(Problem(path, line, f"a {kind} is a list of 'key: value' lines; here stands {row!r}.",
                                "write 'key: value' lines.", rule))
        return None
    before = len(problems)
    hints, known = _hints(cls), _authored(cls, *given)
    for key in row.keys() - known.keys():
        says = f"'{key}' is not a field of a {kind}.{did_you_mean(key, known)}"
        problems.append(Problem(path, row.lines[key], says, f"use one of: {', '.join(known)}.", rule))
    values = dict(given)
    for name, spec in known.items():
        value = row.get(name)
        if value is None or value == "" or value in spec.metadata.get("never", ()):
            if _required(spec):
                what = "is empty" if name in row else "is missing"
                at = row.lines.get(name, row.line)
                problems.append(Problem(path, at, f"'{name}' {what}; each {kind} needs it.",
                                        f"add '{name}:' and its value.", rule))
            continue
        fitted = _fit(hints[name], value)
        if fitted is UNSET:
            shown = _doubled(value) or _cut(value) or _shown(value)
            says = f"'{name}' is {shown}, which is not {_expected(hints[name], value)}"
            problems.append(Problem(path, row.lines[name], says, f"write {_expected(hints[name]).rstrip('.')}.", rule))
        values[name] = fitted
    identity = values.get("id")
    if "id" in known and isinstance(identity, str) and not KEBAB.match(identity):
        problems.append(Problem(path, row.lines["id"], f"the id '{identity}' is not lower-case words with hyphens.",
                                "write it like 'cold-stop-signs'.", rule))
    if len(problems) > before:
        return None
    return cls(**values, path=path, lines={"id": row.line, **row.lines}) if "path" in hints else cls(**values)


_hints = cache(get_type_hints)
_made_of = cache(lambda hint: (get_origin(hint), get_args(hint)))


@cache
def _authored(cls: type, *given: str) -> dict[str, Field]:
    hidden = {"path", "lines", "body", "body_line", *given}
    return {f.name: f for f in fields(cls) if f.name not in hidden}


def _required(spec: Field) -> bool:
    return spec.default is MISSING and spec.default_factory is MISSING


def _fit(hint: Any, value: Any) -> Any:
    """Return the value in the shape that the hint asks for, or UNSET when it has another."""
    origin, parts = _made_of(hint)
    if origin is Literal:
        return value if value in parts else UNSET
    if origin in (Union, types.UnionType):
        return _fit(next(part for part in parts if part is not types.NoneType), value)
    if origin is tuple:
        items = [_fit(parts[0], item) for item in value] if isinstance(value, list) else [UNSET]
        return UNSET if UNSET in items or len(set(items)) < len(items) else tuple(items)
    if origin is dict:
        good = isinstance(value, dict) and all(isinstance(item, str | int) for item in value.values())
        return {key: str(item) for key, item in value.items()} if good else UNSET
    if hint is str:
        return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else UNSET
    if hint is datetime.date and isinstance(value, str):
        return _day(value)
    if hint is dict:
        return value if isinstance(value, dict | list) else UNSET
    if hasattr(hint, "__dataclass_fields__"):
        problems: list[Problem] = []
        built = build(hint, value, "", 0, "", problems)
        return UNSET if problems else built
    return value if type(value) is hint else UNSET


def _day(text: str) -> Any:
    """Return the day that an author put in quotes, or UNSET. A week (2027-W47-1) is no day."""
    try:
        return datetime.date.fromisoformat(text.strip()) if re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip()) else UNSET
    except ValueError:
        return UNSET


def _expected(hint: Any, value: Any = None) -> str:
    origin, parts = _made_of(hint)
    if origin is Literal:
        near = did_you_mean(value, parts) if isinstance(value, str) else ""
        return f"one of: {', '.join(p for p in parts if p)}.{near}"
    if origin in (Union, types.UnionType):
        return _expected(parts[0])
    if origin is tuple:
        return "a list of words, each written once."
    if origin is dict or hint is dict:
        return "lines of 'name: value'."
    if hasattr(hint, "__dataclass_fields__"):
        return "{" + ", ".join(f'{f.name}: "…"' for f in fields(hint)) + "}."
    return EXPECTED.get(hint, "a value") + "."


def _doubled(value: Any) -> str:
    """Return words that name what a list holds twice, or an empty string."""
    twice = next((item for item in value if value.count(item) > 1), None) if isinstance(value, list) else None
    return f"a list with {_shown(twice)} twice" if twice is not None else ""


def _cut(value: Any) -> str:
    """Return words that name what a comma parted from its value, as in {name: Roe, Jane}, or an empty string."""
    lone = next((key for key in [*value][1:] if value[key] is None), "") if isinstance(value, dict) else ""
    return f"cut in two at the comma before '{lone}'" if lone else ""


def _shown(value: Any) -> str:
    return f"'{value}'" if isinstance(value, str | int | datetime.date) else "a " + ("list" if isinstance(value, list) else "map")
