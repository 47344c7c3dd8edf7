"""Tells slips in what mkdocs.yml says of the theme, which our own look lies on."""

from pathlib import Path

from press.menu_slips import Slips
from press.problem import did_you_mean
from press.strict_yaml import Row

LOOK = ("name", "custom_dir", "font", "language")


def in_theme(row: Row, root: Path) -> Slips:
    """The theme is the one that the look lies on."""
    theme, line = row.get("theme"), row.lines.get("theme", 0)
    if not isinstance(theme, Row):
        says = f"'theme' is '{theme}', not 'name: value' lines." if "theme" in row else "'theme' is missing."
        yield line, says, "write 'theme: {name: material, custom_dir: overrides, font: false, language: en}'."
        return

    def told(key: str, says: str, fix: str) -> tuple[int, str, str]:
        return theme.lines.get(key, theme.line), says, fix

    for key in theme.keys() - set(LOOK):
        says = f"'{key}' is no setting of the look.{did_you_mean(key, LOOK)}"
        yield told(key, says, "mend its name, or remove it. The look is made in 'overrides'.")
    if theme.get("name") != "material":
        says = f"the theme is '{theme.get('name', '')}', and the look of the guide lies on 'material'."
        yield told("name", says, "write 'name: material' below 'theme:'.")
    if theme.get("custom_dir") != "overrides":
        says = f"'custom_dir' is '{theme.get('custom_dir', '')}', and the look of the guide is in 'overrides'."
        yield told("custom_dir", says, "write 'custom_dir: overrides' below 'theme:'.")
    elif not (root / "overrides").is_dir():
        yield told("custom_dir", "the folder 'overrides' is not there.", "put it back.")
    if not isinstance(theme.get("language", "en"), str):
        yield told("language", f"'{theme['language']}' is no language.", "write 'language: en' below 'theme:'.")
