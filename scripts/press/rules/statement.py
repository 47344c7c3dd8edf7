"""The accessibility statement says what a run of the tests found."""

from press.as_run import is_as_signed
from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site

FILE = "docs/_data/accessibility.yml"


@rule()
def tests_are_told_as_they_ran(site: Site, built: Built) -> Found:
    """The accessibility page says what the last run of the tests found, and no hand changed it."""
    if site.accessibility and not is_as_signed(site.written[FILE]):
        yield problem("tests-are-told-as-they-ran", FILE, 1, "its rows are not as 'make statement' wrote them.",
                      "put the file back as it was, or run 'make test-all' and then 'make statement'.")
