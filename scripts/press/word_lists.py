"""Puts lists into the forms of the table of words: `$good-ends` stands for any word of the list with this id,
so that no list is written twice."""

import re
from dataclasses import replace

from press.model import Wording
from press.problem import Problem, did_you_mean
from press.site import Site

_NAME = re.compile(r"\$([a-z-]+)")


def fill_lists(site: Site) -> None:
    """Fill the lists named in the table of words; one that is not there is added to the site's problems."""
    lists = {row.id: "/".join(word.replace(" ", "_") for word in row.words) for row in site.wording.values() if row.use == "list"}
    for id, row in site.wording.items():
        if any("$" in form for form in (*row.words, *row.harmless)):
            site.wording[id] = replace(row, **{field: tuple(_filled(form, row, field, lists, site.problems)
                                                            for form in getattr(row, field))
                                               for field in ("words", "harmless")})


def _filled(form: str, row: Wording, field: str, lists: dict[str, str], problems: list[Problem]) -> str:
    for name in set(_NAME.findall(form)) - lists.keys():
        problems.append(Problem(row.path, row.lines[field], f"there is no list '${name}'.{did_you_mean(name, lists)}",
                                f"use one of: {', '.join(lists)}.", "known-names"))
    return _NAME.sub(lambda match: lists.get(match[1], match[0]), form)
