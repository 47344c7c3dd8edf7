"""The rules that the guide keeps. A rule is one small generator function; its name is its id, its docstring what it asks for."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from press.broken_off import broken_off
from press.built import Built
from press.problem import Problem
from press.site import FRAME, Site

Found = Iterator[Problem]


@dataclass(frozen=True)
class Rule:
    """A rule: what it asks for, whether it stops the build, whether it is about the look alone,
    and whether what it finds has other problems follow."""

    name: str
    says: str
    run: Callable[..., Found]
    stops: bool
    about_look: bool
    is_cause: bool = False


REGISTER: list[Rule] = []


def rule(*, stops: bool = True, about_look: bool = False,
         is_cause: bool = False) -> Callable[[Callable[..., Found]], Callable[..., Found]]:
    """Enter a generator function `(site, built)` in the register. With `about_look` it is left out when the look is set aside;
    with `is_cause`, what other rules find may follow from it, and is told after it."""

    def enter(run: Callable[..., Found]) -> Callable[..., Found]:
        REGISTER.append(Rule(run.__name__.replace("_", "-"), " ".join((run.__doc__ or "").split()), run, stops,
                             about_look, is_cause))
        return run

    return enter


def check(site: Site, built: Built) -> list[Problem]:
    """Return everything that is wrong with the guide: what reading and filling found, then what each rule finds."""
    causes, problems = list(site.problems), []
    for entry in REGISTER:
        if entry.about_look and site.look_is_aside:
            continue
        try:
            (causes if entry.is_cause else problems).extend(found for found in entry.run(site, built)
                                                            if found.where not in site.unfilled)
        except Exception as error:  # a rule that cannot judge lets nothing pass
            causes.append(replace(broken_off(error, "", built.folder, site.root), rule=entry.name))
    if site.look_is_aside:
        left_out = sum(entry.about_look for entry in REGISTER)
        problems.append(Problem(FRAME, 0, f"the look is set aside, so {left_out} rules about it were left out.",
                                "put overrides/base.html back before you publish.", "look-in-place", stops=False))
    if any(cause.stops for cause in causes):
        problems = [replace(found, follows=found.stops) for found in problems]
    return causes + problems


def problem(name: str, where: str, line: int, says: str, fix: str, *, stops: bool = True) -> Problem:
    """Return a problem found by the rule function `name`."""
    return Problem(where, line, says, fix, name.replace("_", "-"), stops)


for module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{module.name}")
