"""The days of checks and reviews are possible ones, and the next check is not too far off."""

import datetime

from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site


@rule()
def dates_are_in_order(site: Site, built: Built) -> Found:
    """A page is checked again within a year of its last check, and a claim within two."""
    for record, years in (*((page, 1) for page in site.pages.values()), *((claim, 2) for claim in site.claims.values())):
        longest = datetime.timedelta(days=365 * years + 1)  # a leap day may lie between
        if record.check_by <= record.checked:
            yield problem("dates-are-in-order", record.path, record.lines["check_by"],
                          f"'{record.check_by}' is not after '{record.checked}', the day of the last check.",
                          "write a later day.")
        elif record.check_by - record.checked > longest:
            yield problem("dates-are-in-order", record.path, record.lines["check_by"],
                          f"'{record.check_by}' is too long after '{record.checked}', the day of the last check.",
                          f"write '{record.checked + longest}' or an earlier day.")


@rule()
def days_have_come(site: Site, built: Built) -> Found:
    """Nobody checked a page or claim, or reviewed the guide, on a day by which all else would be overdue;
    and a review is no older than the pages it vouches for."""
    name, practice = "days-have-come", site.practice
    records = [*site.pages.values(), *site.claims.values()]
    deadlines = sorted((record.check_by for record in records), reverse=True)
    for record in records:
        others = deadlines[deadlines[0] == record.check_by:][:1]
        if others and record.checked > others[0]:
            yield problem(name, record.path, record.lines["checked"], f"'{record.checked}' is a day that has not come.",
                          "write the day on which it was checked.")
    for reference in site.references.values():
        if deadlines and reference.accessed and reference.accessed > deadlines[0]:
            yield problem(name, reference.path, reference.lines["accessed"],
                          f"'{reference.accessed}' is a day that has not come.", "write the day on which the page was read.")
    if not practice.reviewed or not site.pages:
        return
    line, newest = site.settings.practice_line("reviewed"), max(site.pages.values(), key=lambda page: page.checked)
    if practice.reviewed > max(page.check_by for page in site.pages.values()):
        yield problem(name, "mkdocs.yml", line,
                      f"'{practice.reviewed}' is a day that has not come, or the guide is too old to be reviewed.",
                      "write the day on which the reviewer finished. Is it that one? Get the newest guide first: all pages are overdue.")
    elif practice.reviewed < newest.checked:
        yield problem(name, "mkdocs.yml", line,
                      f"the review of '{practice.reviewed}' is older than '{newest.path}', which was checked on {newest.checked}.",
                      # a copy that takes the newest guide is told, never locked out
                      "let the reviewer read what is new, and write the day on which that was done; or remove 'reviewer:' and 'reviewed:'.",
                      stops=False)
