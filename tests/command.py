"""Builds a guide as a command in a process of its own, as `make site` does."""

import os
import subprocess
import sys
from collections.abc import Callable

from guide import Guide, Result

MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet"]


def run(guide: Guide, *arguments: str, before: Callable[[], None] | None = None, **environment: str) -> Result:
    """Build a guide by the command, which takes a second longer to start; `before` is called in the new process first."""
    done = subprocess.run([*MKDOCS, *arguments], cwd=guide.root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
                          capture_output=True, text=True, timeout=120, preexec_fn=before)
    return Result(done.returncode == 0, done.stderr)
