"""Which tests run, and in which order, so that no processor waits."""

from pathlib import Path

import pytest

# The files to begin with. The first takes longest, and builds the real guide; the second has enough to do without it until then.
# The others are the longest too: as the last in the alphabet they kept one processor waiting at the end.
FIRST = ("test_tour.py", "test_missing.py", "test_every_rule.py", "test_paper.py", "test_sharing.py", "test_mutants.py", "test_wording.py")
# What was seen on the tour is judged at the end, when no processor waits for it any more.
LAST = ("test_notes_are_seen.py", "test_behind_the_back.py", "test_bare.py")


def times_something(config: pytest.Config) -> bool:
    """Tell whether this is the run of the tests that time something."""
    return config.option.markexpr.startswith("timed")


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The run of the tests that time something reads only the files that have any: to read them all takes longer than to time."""
    timed_alone = times_something(config) and collection_path.suffix == ".py"
    return True if timed_alone and "mark.timed" not in collection_path.read_text(encoding="utf-8") else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    place = {name: at - len(FIRST) for at, name in enumerate(FIRST)} | dict.fromkeys(LAST, 1)
    items.sort(key=lambda item: place.get(item.path.name, 0))
