"""`make` asks for what it says it does: the right programs, with what they are told, and stops when one of them fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from guide import ROOT

# Stands where Python does. It notes what it is asked for and with which settings, and fails at what it is told to fail at.
PYTHON = """#!/bin/sh
case "$*" in *'import pip'*) echo 1; exit;; scripts/setup_browser.py) echo a-browser; exit "${NO_BROWSER:-0}";; esac
echo "${RECORD_ADDRESSES:+record }${LEARN:+learn }${CHROME_PATH:+$CHROME_PATH }$*" >> asked
case "$*" in *"${FAILS:-at nothing}"*) exit "${WITH:-1}";; esac
"""
MADE = (".made", ".ready", ".tools", ".browser", ".ready-test")


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """A folder with the Makefile, and with all that is needed made already."""
    for name in ("Makefile", "requirements.txt", "requirements-test.txt", "scripts/setup_python.sh"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy2(ROOT / name, tmp_path / name)
    for name in ("docs/index.md", "tests/test_a.py", "site/index.html", ".cache/a", ".venv/bin/python"):
        (tmp_path / name).parent.mkdir(parents=True)
        (tmp_path / name).write_text(PYTHON, encoding="utf-8")
    (tmp_path / ".venv/bin/python").chmod(0o755)
    for name in MADE:
        (tmp_path / ".venv" / name).touch()
    return tmp_path


def make(room: Path, *words: str, **settings: str) -> tuple[int, list[str]]:
    """Return what make ended with, and what it asked of Python."""
    told = {name: value for name, value in os.environ.items() if name not in ("CHROME_PATH", "MAKEFLAGS", "MAKELEVEL", "CI")}
    done = subprocess.run(["make", *words], cwd=room, env={**told, **settings}, capture_output=True, text=True, timeout=60)
    asked = room / "asked"
    return done.returncode, asked.read_text(encoding="utf-8").splitlines() if asked.exists() else []


SPREAD = "--numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder"


@pytest.mark.parametrize(("words", "asked"), [
    (("site",), ["-m press.settings_slips build"]),
    (("test", "ARGS=-k paper"), [f"a-browser -m pytest -m not slow {SPREAD} -k paper"]),
    (("test-all", "ARGS=-x"), ["a-browser -m pytest -m timed -x",
                               f"a-browser -m pytest -m not timed {SPREAD} --junitxml=.cache/test-all.xml -x"]),
    (("check", "FOLDER=out", "ARGS=--copy"), ["-m press check out --copy"]),
    (("outside", "FOLDER=out", "ARGS=--due-within 9"), ["-m press outside out --due-within 9"]),
    (("seal", "ARGS=--by me"), ["-m press seal --by me"]),
    (("addresses",), ["record -m press.settings_slips build --quiet"]),
    (("learn",), ["learn -m press.settings_slips build --quiet"]),
    (("statement",), ["-m measure statement"]),
    (("measure", "ARGS=speed"), ["a-browser -m measure speed"]),
])
def test_each_command_asks_for_what_it_says(room, words, asked):
    assert make(room, *words) == (0, asked)


@pytest.mark.parametrize(("words", "settings", "ends"), [
    (("site",), {"FAILS": "build"}, 2), (("check",), {"FAILS": "check"}, 2), (("test",), {"FAILS": "pytest"}, 2),
    (("test",), {"NO_BROWSER": "1"}, 2), (("test-all",), {"FAILS": "-m timed"}, 2), (("test-all",), {"FAILS": "not timed"}, 2),
    (("test-all",), {"FAILS": "-m timed", "WITH": "5"}, 0),  # of those that time something, none was asked for
])
def test_a_command_fails_when_what_it_asks_for_does(room, words, settings, ends):
    assert make(room, *words, **settings)[0] == ends


def test_packages_are_taken_with_their_checksums_alone(room):
    for name in MADE[1:]:
        (room / ".venv" / name).unlink()
    installed = [line for line in make(room, "test")[1] if "pip install" in line]
    assert sorted(line.split()[-1] for line in installed) == ["requirements-test.txt", "requirements.txt"]
    assert all("--require-hashes --no-deps" in line for line in installed)


def test_clean_removes_what_was_made_here_and_nothing_else(room):
    assert make(room, "clean")[0] == 0
    assert sorted(path.name for path in room.iterdir()) == ["Makefile", "docs", "requirements-test.txt", "requirements.txt", "scripts",
                                                            "tests"]


@pytest.mark.parametrize(("versions", "chosen"), [(("3.10", "3.12"), "3.12"), (("3.11",), "3.11"), (("2.7", "3.10"), None)])
def test_the_first_python_that_is_new_enough_is_taken(tmp_path, versions, chosen):
    for version in versions:
        major, minor = version.split(".")
        python = tmp_path / f"python{version}"
        python.write_text(f"""#!/bin/sh
case "$2" in
  *version*) exec {sys.executable} -c "import sys; sys.version_info = ({major}, {minor}); $2";;
  venv) echo {version} > "$3";;
esac
""", encoding="utf-8")
        python.chmod(0o755)
    pythons = " ".join(str(tmp_path / f"python{version}") for version in versions)
    done = subprocess.run(["sh", ROOT / "scripts/setup_python.sh", tmp_path / "made"], env={**os.environ, "PYTHON": pythons},
                          capture_output=True, text=True)
    assert (done.returncode == 0) == bool(chosen) and ("Python 3.11 or newer" in done.stderr) != bool(chosen)
    assert not chosen or (tmp_path / "made").read_text(encoding="utf-8").strip() == chosen


def test_the_browser_that_was_chosen_is_taken_and_named(tmp_path):
    chosen = tmp_path / "browser"
    chosen.write_text("#!/bin/sh\n", encoding="utf-8")
    chosen.chmod(0o755)
    call = [sys.executable, ROOT / "scripts/setup_browser.py"]
    for given, said in (((), f"{chosen}\n"), (("--before-playwright",), "")):  # then it only sees to it that there is one
        done = subprocess.run([*call, *given], env={**os.environ, "CHROME_PATH": str(chosen)}, capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stdout) == (0, said)
