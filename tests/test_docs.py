"""What README.md and CONTRIBUTING.md tell people to do is there to be done: each call, each command, each file to edit."""

import re

import pytest

from guide import ROOT
from press.prose import prose_of

README, CONTRIBUTING = ((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))
TARGETS = re.findall(r"^\.PHONY: (.*)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)[0].split()


def test_every_call_is_in_the_table_of_calls(real_site):
    called = set(re.findall(r"`\{\{ ([a-z_]+)\(", CONTRIBUTING))
    assert called == prose_of(real_site).functions.keys()


@pytest.mark.parametrize("text", [README, CONTRIBUTING], ids=["README.md", "CONTRIBUTING.md"])
def test_every_command_can_be_given(text):
    told = set(re.findall(r"(?:^|`)make ([a-z-]+)", text, re.MULTILINE))
    assert told and told <= set(TARGETS)


def test_every_file_to_edit_is_there():
    table = README[README.index("| … | edit |"):README.index("\n\n[CONTRIBUTING.md]")]
    files = [path for path in re.findall(r"`([\w./]+)`", table) if "/" in path or path.endswith(".yml")]
    assert len(files) > 10 and [path for path in files if not (ROOT / path).exists()] == []


def test_every_module_of_the_map_is_there():
    section = CONTRIBUTING[CONTRIBUTING.index("### How a page becomes a site"):CONTRIBUTING.index("### Add a rule")]
    named = re.findall(r"`([\w./]+(?:\.\w+|/))`", section)
    assert len(named) > 15 and [n for n in named if not (ROOT / n).exists() and not (ROOT / "scripts/press" / n).exists()] == []


def test_the_practices_block_of_the_readme_is_the_one_in_the_settings():
    shown = re.search(r"```yaml\nextra:\n  practice:\n(.*?)```", README, re.DOTALL)[1]
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for line in shown.splitlines():
        assert line.replace("    ", "    # ", 1) in settings
