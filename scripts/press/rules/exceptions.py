"""What a rule lets pass is let pass for a reason, and by a rule that asks for one."""

import json
import re

from press.built import Built
from press.problem import did_you_mean
from press.rules import Found, problem, rule
from press.site import Site

# those that read docs/_data/exceptions.yml
RULES = ("nothing-is-orphaned", "numbers-come-from-data", "references-have-a-safe-way", "words-are-spelt-right")
FEWEST = 4  # words of a reason


def as_exception(name: str, what: str, page: str = "") -> str:
    """Return the row that lets a rule pass something, on every page or on the file `page`, as words of a fix."""
    on = f"page: {page}, " if page else ""
    return (f"add to docs/_data/exceptions.yml: - {{id: a-name-for-it, rule: {name}, {on}what: {json.dumps(what, ensure_ascii=False)}, "
            "reason: Say in a sentence why it may stay.}")


@rule()
def exceptions_have_a_reason(site: Site, built: Built) -> Found:
    """What docs/_data/exceptions.yml excuses, and what a page only mentions, has a reason that can be read,
    and a rule that asks for it."""
    name = "exceptions-have-a-reason"
    for row in site.exceptions.values():
        if row.rule not in RULES:
            yield problem(name, row.path, row.lines["rule"],
                          f"the rule '{row.rule}' knows no exceptions.{did_you_mean(row.rule, RULES)}",
                          f"write one of: {', '.join(RULES)}; or remove the row and mend what it excuses.")
        if _is_empty(row.reason):
            yield problem(name, row.path, row.lines["reason"], f"'{row.reason}' is no reason.",
                          "say in a sentence why this may stay.")
    for page in site.pages.values():
        for topic, reason in page.mentions.items():
            if _is_empty(reason):
                yield problem(name, page.path, page.lines["mentions"],
                              f"'{reason}' is no reason why the page is not about '{topic}'.",
                              f"say in a sentence what it says of '{topic}', or declare the topic.")


def _is_empty(reason: str) -> bool:
    return len(re.findall(r"[^\W\d_]{2,}", reason)) < FEWEST
