"""What README.md and CONTRIBUTING.md tell people to do, and what runs by itself, is there to be done: each call, each command,
each file to edit, each package."""

import re
import tomllib
from dataclasses import fields

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from guide import ROOT
from press.due import is_copy
from press.model import Practice
from press.prose import prose_of

README, CONTRIBUTING = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
TARGETS = re.findall(r"^\.PHONY: (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()


def test_every_call_is_in_the_table_of_calls(real_site):
    called = set(re.findall(r"`\{\{ ([a-z_]+)\(", CONTRIBUTING))
    assert called == prose_of(real_site).functions.keys()


@pytest.mark.parametrize("file", ["README.md", "CONTRIBUTING.md", ".ci/run", ".github/workflows/publish.yml",
                                  ".github/workflows/links.yml"])
def test_every_command_can_be_given(file):
    told = set(re.findall(r"(?:^|`|run: |exec )make ([a-z-]+)", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE))
    assert told and told <= set(TARGETS)


@pytest.mark.parametrize(("file", "group"), [("requirements.txt", None), ("requirements-test.txt", "test")])
def test_every_package_is_pinned_as_it_is_asked_for(file, group):
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [Requirement(one) for one in (asked["dependency-groups"][group] if group else asked["project"]["dependencies"])]
    pins = re.findall(r"^([\w.-]+)==(\S+)[^\n]*\n( +--hash=sha256:[0-9a-f]{64})?", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE)
    versions = {canonicalize_name(name): version for name, version, checksum in pins if checksum}
    assert len(versions) == len(pins) > len(wanted)
    assert [str(one) for one in wanted if versions.get(canonicalize_name(one.name), "") not in one.specifier] == []


def test_every_file_to_edit_is_there():
    table = README[README.index("| … | edit |"):README.index("\n\n[CONTRIBUTING.md]")]
    files = [path for path in re.findall(r"`([\w./]+)`", table) if "/" in path or path.endswith(".yml")]
    assert len(files) > 10 and [path for path in files if not (ROOT / path).exists()] == []


def test_every_module_of_the_map_is_there():
    section = CONTRIBUTING[CONTRIBUTING.index("### How a page becomes a site"):CONTRIBUTING.index("### Add a rule")]
    named = re.findall(r"`([\w./]+(?:\.\w+|/))`", section)
    assert len(named) > 15 and [n for n in named if not (ROOT / n).exists() and not (ROOT / "scripts/press" / n).exists()] == []


def test_the_practices_block_of_the_readme_has_the_fields_there_are_as_the_settings_give_them_out(real_site):
    shown = re.search(r"```yaml\n(extra:\n  practice:\n(.*?))```", README, re.DOTALL)
    assert yaml.safe_load(shown[1])["extra"]["practice"].keys() <= {field.name for field in fields(Practice)}
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    given_out = [line.replace("    ", "    # ", 1) for line in shown[2].splitlines()]
    assert is_copy(real_site) or [line for line in given_out if line not in settings] == []  # a practice has made it its own


def test_no_other_test_asks_for_the_settings_as_they_are():
    """A practice fills in its block and changes the menu, and its copy is published only when all tests pass."""
    own = [path.name for path in sorted((ROOT / "tests").rglob("*.py")) if 'ROOT / "mkdocs.yml"' in path.read_text(encoding="utf-8")]
    assert own == ["guide.py", "test_docs.py", "test_settings_slips.py"]
