"""Our own Python is fit to be read: nothing unused, nothing that may do something else than it says, no line too long."""

import subprocess
import sys

import pytest

from guide import ROOT


def found(*call: str, text: str | None = None) -> str:
    """Return what ruff finds, by the section of pyproject.toml that is about it."""
    command = [sys.executable, "-m", "ruff", "check", "--no-cache", "--quiet", "--output-format", "concise", *call]
    done = subprocess.run(command, cwd=ROOT, input=text, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_nothing_is_wrong_with_our_python():
    if wrong := found():
        pytest.fail(wrong, pytrace=False)


@pytest.mark.parametrize(("text", "code"), [("import os\n", "F401"), (f"WORDS = '{'word ' * 30}'\n", "E501"),
                                            ("import re\nimport os\n\nprint(os, re)\n", "I001")])
def test_what_is_wrong_would_be_found(text, code):
    assert code in found("--stdin-filename", "scripts/press/new.py", "-", text=text)
