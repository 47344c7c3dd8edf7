"""Keeps templates as Jinja has compiled them in `.cache/`: compiling is slow, and the next build,
a preview and the tests need the same ones."""

from contextlib import suppress
from pathlib import Path
from pickle import UnpicklingError
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

FOLDER = ".cache/templates"
_read: dict[tuple[str, str, str], CodeType] = {}  # what was read in this program, by settings, template and what it says


class Compiled(jinja2.FileSystemBytecodeCache):
    """The compiled templates of a guide, for environments with the same settings.

    A template that says something else is compiled anew.
    """

    def __init__(self, root: Path, settings: str):
        """`root` is the guide's folder; `settings` names the environments that compile alike."""
        super().__init__(str(root / FOLDER / settings))

    def get_bucket(self, environment: jinja2.Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place of a template, wherever the guide with it lies now."""
        bucket = super().get_bucket(environment, name, None, source)
        if bucket.code and filename:
            bucket.code = bucket.code.replace(co_filename=filename)  # which is what a message about a template names
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was kept of a template; a preview, and the tests, read it once."""
        known = Path(self.directory).name, bucket.key, bucket.checksum
        bucket.code = _read.get(known)
        if not bucket.code:
            with suppress(OSError, UnpicklingError):  # a file that is torn, or where a folder should be: it is compiled again
                super().load_bytecode(bucket)
            if bucket.code:
                _read[known] = bucket.code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; one that cannot be kept is compiled again next time."""
        with suppress(OSError):
            Path(self.directory).mkdir(parents=True, exist_ok=True)
            super().dump_bytecode(bucket)
