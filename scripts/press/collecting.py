"""Spares a build the search for rubbish: it keeps most of what it makes to the end,
and Python would look through all of it again and again."""

import atexit
import gc

atexit.register(gc.freeze)  # nor at the very end, when all goes at once


def stop() -> None:
    """Leave memory that nobody needs where it is, for the length of one build."""
    gc.disable()


def go_on(ends_here: bool) -> None:
    """Collect as usual again, unless the program ends with this build: the first search would look through all that it made."""
    if not ends_here:
        gc.enable()


stop()  # the rest of the press, which is read next, stays as well
