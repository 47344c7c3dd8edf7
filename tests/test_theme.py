"""The theme underneath may change with any release. These tests name what we rely on, and what a new release changed in it."""

from importlib.metadata import version
from pathlib import Path

import jinja2
import material
import yaml

from guide import ROOT

THEME = Path(material.__file__).parent / "templates"
SETTINGS = yaml.safe_load((ROOT / "tests/theme.yml").read_text(encoding="utf-8"))


def test_the_settings_of_the_theme_are_as_they_were():
    now = yaml.safe_load((THEME / "mkdocs_theme.yml").read_text(encoding="utf-8"))
    changed = {name: now.get(name, "is gone") for name in SETTINGS.keys() | now.keys() if name not in SETTINGS
               or SETTINGS[name] != now.get(name, "is gone")}
    assert changed == {}, (f"mkdocs-material {version('mkdocs-material')} changed these settings: "
                           "see whether our look needs them, then write them in tests/theme.yml.")


def test_no_template_of_the_theme_is_used(small, monkeypatch):
    used, read = set(), jinja2.FileSystemLoader.get_source

    def noting(loader, environment, template):
        text, file, fresh = read(loader, environment, template)
        used.add(Path(file))
        return text, file, fresh

    monkeypatch.setattr(jinja2.FileSystemLoader, "get_source", noting)
    assert small.build().built
    assert small.root / "overrides/base.html" in used
    assert [file for file in used if file.is_relative_to(THEME)] == []


def test_no_file_of_the_theme_is_published(real_built):
    ours = {path.relative_to(ROOT / "docs").as_posix() for path in (ROOT / "docs/assets").rglob("*") if path.is_file()}
    assert {name for name in real_built.files if name.startswith("assets/")} <= ours
    theirs = {path.relative_to(THEME).as_posix() for path in THEME.rglob("*") if path.suffix not in (".html", ".svg")}
    assert real_built.files & theirs == set()
