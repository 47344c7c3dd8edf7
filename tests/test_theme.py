"""The theme underneath may change with any release. These tests name what we rely on, and what a new release changed in it."""

import hashlib
from importlib.metadata import version
from pathlib import Path

import jinja2
import material
import pytest
import yaml
from guide import ROOT

THEME = Path(material.__file__).parent / "templates"
RELIED_ON = yaml.safe_load((ROOT / "tests/theme.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", RELIED_ON)
def test_what_we_rely_on_is_as_it_was(name):
    now = hashlib.sha256((THEME / name).read_bytes()).hexdigest()[:32]
    assert now == RELIED_ON[name], f"mkdocs-material {version('mkdocs-material')} changed {name}: compare it, then write {now} in tests/theme.yml."


def test_no_template_of_the_theme_is_used_but_those_we_rely_on(small, monkeypatch):
    used, read = set(), jinja2.FileSystemLoader.get_source

    def noting(loader, environment, template):
        text, file, fresh = read(loader, environment, template)
        used.add(Path(file))
        return text, file, fresh

    monkeypatch.setattr(jinja2.FileSystemLoader, "get_source", noting)
    assert small.build().built
    assert small.root / "overrides/base.html" in used
    assert {file.relative_to(THEME).as_posix() for file in used if file.is_relative_to(THEME)} <= RELIED_ON.keys()


def test_no_file_of_the_theme_is_published(real_built):
    ours = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/assets").rglob("*") if path.is_file()}
    assert {name for name in real_built.files if name.startswith("assets/")} <= ours
    theirs = {path.relative_to(THEME).as_posix() for path in THEME.rglob("*") if path.suffix not in (".html", ".svg")}
    assert real_built.files & theirs == set()
