"""Says which pages and claims are due for a check. The day is given from outside: nothing that is built ever depends on it."""

import datetime
from collections.abc import Iterator

from press.problem import Problem
from press.site import Site
from press.words import day

WARNING = datetime.timedelta(days=90)  # so long before the day, the check is announced
A_DAY = datetime.timedelta(days=1)  # somewhere on earth it is tomorrow already
RULE = "checks-are-not-overdue"


def is_copy(site: Site) -> bool:
    """Tell whether this is a practice's copy of the guide: one whose block in `mkdocs.yml` is filled."""
    return bool(site.settings.practice)


def due(site: Site, today: datetime.date, *, copy: bool) -> Iterator[Problem]:
    """Yield a review from the future, and each page and claim whose check falls due within 90 days,
    or is overdue on the day `today`.

    An overdue check stops the guide's own publication. In a practice's copy it is said, and stops nothing. A check in the future
    always stops.
    """
    if (reviewed := site.practice.reviewed) and reviewed > today + A_DAY:
        yield Problem("mkdocs.yml", site.settings.practice_line("reviewed"), f"'{reviewed}' has not come yet; today is {today}.",
                      "write the day on which the reviewer finished.", RULE)
    for record in (*site.pages.values(), *site.claims.values()):
        if record.checked > today + A_DAY:
            yield Problem(record.path, record.lines["checked"], f"'{record.checked}' has not come yet; today is {today}.",
                          "write the day on which it was checked.", RULE)
        if record.check_by < today:
            yield Problem(record.path, record.lines["check_by"],
                          f"the check of '{_name(record)}' was due by {day(record.check_by)}.",
                          "check it against its sources, then set 'checked:' and 'check_by:'.", RULE, stops=not copy)
        elif record.check_by - WARNING <= today:
            left = (record.check_by - today).days
            yield Problem(record.path, record.lines["check_by"],
                          f"the check of '{_name(record)}' is due by {day(record.check_by)}, in {left} days.",
                          "check it against its sources, then set 'checked:' and 'check_by:'.", RULE, stops=False)


def _name(record) -> str:
    return record.title if hasattr(record, "url") else record.id
