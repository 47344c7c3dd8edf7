"""A guide that a test may change and build: a copy of the small good one, or of the real one."""

import contextlib
import datetime
import io
import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from press import collecting, seals
from press.built import read_built
from press.problem import Problem, report
from press.reading import read
from press.rules import REGISTER

ROOT = Path(__file__).parents[1]
# The settings without what a practice makes its own. The tests must hold in its copy too, or it could never be published.
HEAD = """extra:
  practice:

site_name: Cold and massage
site_url: !ENV [SITE_URL, "https://example.org/cold-and-massage/"]
"""
NEUTRAL = re.sub(r"\A.*?(?=^use_directory_urls:)", lambda _: HEAD, (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), count=1,
                 flags=re.DOTALL | re.MULTILINE)
MESSAGE = re.compile(r"^(?:advice  )?(?P<where>[^:\n]+?)(?::(?P<line>\d+))?: (?P<says>.*) \[(?P<rule>[a-z-]+)\]"
                     r"(?:\n    Fix: (?P<fix>.+))?$", re.MULTILINE)
HEARD: list[re.Match[str]] = []  # what the press said in the test in hand


def heard(problems: Iterable[Problem]) -> str:
    """Return what the press says of some problems, and keep it in mind for the test in hand."""
    text = report(problems)
    HEARD.extend(MESSAGE.finditer(text))
    return text


@dataclass(frozen=True)
class Result:
    """What a build said, and whether it was allowed to become the site."""

    built: bool
    text: str

    def __post_init__(self):
        HEARD.extend(MESSAGE.finditer(self.text))

    @property
    def rules(self) -> set[str]:
        return {match["rule"] for match in MESSAGE.finditer(self.text) if not match[0].startswith("advice")}

    def line(self, rule: str) -> str:
        """Return `file:line` of the first message of a rule."""
        match = next(m for m in MESSAGE.finditer(self.text) if m["rule"] == rule)
        return f"{match['where']}:{match['line']}" if match["line"] else match["where"]


@dataclass
class Guide:
    """A copy of a guide in a folder of its own."""

    root: Path

    @classmethod
    def small(cls, folder: Path) -> "Guide":
        """Return a copy of the small good guide, with the real look and the real press."""
        shutil.copytree(ROOT / "tests/small_guide", folder, dirs_exist_ok=True)
        for table in ("wording", "study_types", "audit"):
            shutil.copy(ROOT / f"docs/_data/{table}.yml", folder / "docs/_data")
        return cls(folder)._with_look()

    @classmethod
    def real(cls, folder: Path) -> "Guide":
        """Return a copy of the real guide."""
        shutil.copytree(ROOT / "docs", folder / "docs")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        return cls(folder)._with_look()

    def copy(self, folder: Path) -> "Guide":
        """Return a copy of this guide, with all that was built and made, in a folder that is not there yet."""
        subprocess.run(["cp", "-R", self.root, folder], check=True)  # four times as fast as Python
        return Guide(folder)

    def _with_look(self) -> "Guide":
        shutil.copytree(ROOT / "overrides", self.root / "overrides")
        shutil.copytree(ROOT / "docs/assets", self.root / "docs/assets", dirs_exist_ok=True)
        (self.root / "scripts").mkdir()
        shutil.copy(ROOT / "scripts/hooks.py", self.root / "scripts")
        return self

    def write(self, file: str, text: str | bytes) -> "Guide":
        """Write a file of the guide."""
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return self

    def edit(self, file: str, old: str, new: str, count: int = 1) -> "Guide":
        """Replace words of a file. Raises AssertionError when they are not there, so that a test never tests nothing."""
        text = (self.root / file).read_text(encoding="utf-8")
        assert old in text, f"{file} does not hold {old!r}"
        return self.write(file, text.replace(old, new, count))

    def build(self, folder: str = "site", *, preview: bool = False, **config: object) -> Result:
        """Build the guide as `mkdocs build` does, in this process; or as `mkdocs serve` does."""
        heard = io.StringIO()
        with contextlib.redirect_stderr(heard), contextlib.redirect_stdout(heard):
            try:
                settings = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / folder), **config)
                settings.plugins.on_startup(command="serve" if preview else "build", dirty=False)
                build(settings)
                return Result(True, heard.getvalue())
            except (Abort, MkDocsException) as stop:
                return Result(False, f"{heard.getvalue()}\n{stop}")
            finally:
                collecting.go_on(ends_here=False)  # many more builds follow in this process, and would fill its memory

    def told(self, *rules: str) -> Result:
        """Return what these rules say of the sources as they stand now, on the folder built last. Far faster than a build."""
        built = read_built(self.root / "site")
        site = read(self.root, built.site_url)
        found = [problem for problem in site.problems if problem.rule in rules]
        found += [problem for rule in REGISTER if rule.name in rules for problem in rule.run(site, built)]
        return Result(not any(problem.stops for problem in found), report(found))

    def record(self) -> "Guide":
        """Put every address of the guide on the record."""
        with _environment(RECORD_ADDRESSES="yes"):
            result = self.build()
        assert result.built, result.text
        return self

    def seal(self) -> "Guide":
        """Seal the safety words of the guide as they stand."""
        site = read(self.root)
        seals.write(self.root, seals.seal(site, site.seals, (), "the tests", datetime.date(2026, 11, 22)))
        return self

    def files(self, folder: str = "site") -> dict[str, bytes]:
        """Return the built files by name."""
        top = self.root / folder
        return {p.relative_to(top).as_posix(): p.read_bytes() for p in sorted(top.rglob("*")) if p.is_file()}

    def json(self, file: str) -> object:
        return json.loads((self.root / file).read_text(encoding="utf-8"))


def messages(result: Result) -> list[tuple[str, str, str]]:
    """Return (file:line, rule, message with its fix) of each problem."""
    blocks = [block for block in result.text.split("\n") if block.strip()]
    found = []
    for line, after in zip(blocks, [*blocks[1:], ""], strict=True):
        if match := MESSAGE.match(line):
            found.append((f"{match['where']}:{match['line']}", match["rule"], f"{match['says']} {after}"))
    return found


def place(guide: Guide, file: str, text: str) -> str:
    """Return `file:line` of a text that was planted once."""
    whole = (guide.root / file).read_text(encoding="utf-8")
    assert whole.count(text) == 1, text
    return f"{file}:{whole[:whole.index(text)].count(chr(10)) + 1}"


@contextlib.contextmanager
def _environment(**values: str):
    import os

    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.__setitem__(name, value)
