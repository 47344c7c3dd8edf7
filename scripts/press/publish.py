"""Builds aside and swaps at the end, so that the last good site stays whole whatever happens in between."""

import atexit
import shutil
import signal
import tempfile
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
    new, old = _beside(target)
    shutil.rmtree(new, ignore_errors=True)
    if old.exists() and not target.exists():
        old.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def swap(made: Path, target: Path) -> None:
    """Make the folder `made` the site at `target`: renames, after everything else is done. Raises OSError untouched."""
    mend(target)
    new, old = _beside(target)
    try:
        _move(made, new)
        if target.exists():
            target.rename(old)
        new.rename(target)
        shutil.rmtree(old, ignore_errors=True)
    except BaseException:  # also when the program is told to end at this very moment
        mend(target)
        raise


def _move(made: Path, new: Path) -> None:
    """Move a folder to a place where nothing is: at once, or as a copy when it lies on another disk."""
    try:
        made.rename(new)
    except OSError:
        shutil.copytree(made, new)


def _beside(target: Path) -> tuple[Path, Path]:
    return target.with_name(f".{target.name}-new"), target.with_name(f".{target.name}-old")
