"""Puts doses into the words of data files: `{pack-time.limit}` becomes '20 minutes',
so that a changed dose changes every sentence."""

import re
from dataclasses import fields, replace

from press import words
from press.model import Dose, Record
from press.problem import Problem, did_you_mean
from press.site import Site, Table

_AMOUNT = re.compile(r"\{([a-z0-9-]+)\.([a-z0-9-]+)\}")
_TABLES = ("claims", "contraindications", "red_flags", "beliefs", "glossary")


def fill_amounts(site: Site) -> None:
    """Fill the doses named in the data; a dose or number that is not there is added to the site's problems."""
    for dose in site.doses.values():
        for name in words.unknown(dose):
            says = f"the sentence of '{dose.id}' names '{{{name}}}', which is none of its numbers.{did_you_mean(name, dose.numbers)}"
            known = ", ".join(f"{{{known}}}" for known in dose.numbers)
            site.problems.append(Problem(dose.path, dose.lines["says"], says, f"use one of: {known}.", "known-names"))
    for name in _TABLES:
        table = site.tables[name]
        for id, record in table.items():
            filled = {f.name: _filled(record, f.name, site.doses, site.problems) for f in fields(record)
                      if isinstance(getattr(record, f.name), str) and _AMOUNT.search(getattr(record, f.name))}
            if filled:
                table[id] = replace(record, **filled)


def _filled(record: Record, field: str, doses: Table[Dose], problems: list[Problem]) -> str:
    def amount(match: re.Match[str]) -> str:
        dose = doses.get(match[1])
        if dose and match[2] in dose.numbers:
            return dose.numbers[match[2]]
        if dose or not doses.broken:
            kind, names = (f"number of the dose '{match[1]}'", dose.numbers) if dose else ("dose", doses)
            says = f"there is no {kind} '{match[2] if dose else match[1]}'.{did_you_mean(match[2] if dose else match[1], names)}"
            problems.append(Problem(record.path, record.lines[field], says, f"use one of: {', '.join(names)}.", "known-names"))
        return match[0]

    return _AMOUNT.sub(amount, getattr(record, field))
