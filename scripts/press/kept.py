"""Keeps what was made before, by the hash of all that went into it, so that what did not change is not made again."""

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path


def made_with(files: Iterable[str | Path], *packages: str) -> str:
    """Return a mark that changes whenever one of these files does (programs of ours, templates, fonts),
    or one of the packages used."""
    return " ".join([*packages, *(hashlib.sha256(Path(file).read_bytes()).hexdigest() for file in files)])


def _mark(made: bytes) -> bytes:
    """Return the mark that stands before a made thing in its file."""
    return hashlib.sha256(made).digest()


def _parted(whole: bytes) -> tuple[bytes, bytes]:
    """Return the mark and the made thing of a file."""
    return whole[:hashlib.sha256().digest_size], whole[hashlib.sha256().digest_size:]


class Kept:
    """Made things of one kind, in a folder. Used as a context, it forgets at the end what this build did not ask for."""

    def __init__(self, folder: Path):
        self.folder, self.asked = folder, set()

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the thing with this key; make it, and keep it, when there is none."""
        self.asked.add(key)
        made = self._whole(key)
        if made is None:
            made = make()
            with contextlib.suppress(OSError):  # a folder that cannot be written only costs time
                self._keep(self.folder / key, made)
        return made

    def __contains__(self, key: str) -> bool:
        return self._whole(key) is not None

    def _whole(self, key: str) -> bytes | None:
        """Return what is kept, if it is as it was made: a computer that lost its power may have left a part of it."""
        with contextlib.suppress(OSError):
            mark, made = _parted((self.folder / key).read_bytes())
            return made if mark == _mark(made) else None
        return None

    def _keep(self, path: Path, made: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(_mark(made) + made)
        Path(name).replace(path)  # at once, so that a second build never reads half a file

    def __enter__(self) -> "Kept":
        return self

    def __exit__(self, *_: object) -> None:
        for path in self.folder.glob("*"):
            if path.name not in self.asked:
                path.unlink(missing_ok=True)
