"""Builds aside and swaps at the end, so that the last good site stays whole whatever happens in between."""

import atexit
import contextlib
import fcntl
import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path


def build_aside() -> Path:
    """Return an empty folder away from the project to build in; it is removed when the program ends, however it ends."""
    folder = Path(tempfile.mkdtemp(prefix="guide-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
        signal.signal(signal.SIGTERM, lambda *_: exit(143))
    return folder


def mend(target: Path) -> None:
    """Put right what a killed swap may have left: the last good site goes back to its place, and nothing lies about."""
    with _alone(target.parent):
        _mend(target)


def _mend(target: Path) -> None:
    new, old = _beside(target)
    shutil.rmtree(new, ignore_errors=True)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def swap(made: Path, target: Path) -> None:
    """Make the folder `made` the site at `target`: renames, after everything else is done. Raises OSError untouched."""
    with _alone(target.parent):
        _mend(target)
        new, old = _beside(target)
        try:
            _move(made, new)
            if target.exists():
                target.rename(old)
            new.rename(target)
            shutil.rmtree(old, ignore_errors=True)
        except BaseException:  # also when the program is told to end at this very moment
            _mend(target)
            raise


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let a second build of the same guide wait: each would take the other's folders for those of a killed one."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _move(made: Path, new: Path) -> None:
    """Move a folder to a place where nothing is: at once, or as a copy when it lies on another disk."""
    try:
        made.rename(new)
    except OSError:
        shutil.copytree(made, new)


def _beside(target: Path) -> tuple[Path, Path]:
    return target.with_name(f".{target.name}-new"), target.with_name(f".{target.name}-old")
