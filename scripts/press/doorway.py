"""Reads mkdocs.yml before MkDocs does: a slip there is told with its line and its fix, all at once, and the last good site stays.

`python -m press.doorway` is what `make site`, `make serve` and `make addresses` run first. MkDocs itself would name one slip at a time,
without a line, and without the hook it would build a site that nobody has checked.
"""

import re
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown
from pathspec.gitignore import GitIgnoreSpec

from press.practice import read_practice
from press.problem import Problem, did_you_mean, report
from press.settings import FILE, RULE, read_settings
from press.source_files import text_of
from press.strict_yaml import LOADER, Row, load

HOOK = "scripts/hooks.py"
HIDDEN = ("/_data/", "/_notes/")  # authors' files below docs/, which no reader sees
FIXED = {"docs_dir": "docs", "site_dir": "site", "use_directory_urls": True}  # the press counts on these
WORDS = ("site_author", "site_description", "copyright")
KEYS = ("extra", "site_name", "site_url", "theme", "hooks", "plugins", "exclude_docs", "markdown_extensions", "validation", "strict", "nav", *FIXED, *WORDS)
LOOK = ("name", "custom_dir", "font", "language")
TAGS = ("!ENV",)
LEVELS = ("warn", "info", "ignore")
CHECKED = {"nav": ("omitted_files", "not_found", "absolute_links"), "links": ("not_found", "anchors", "absolute_links", "unrecognized_links")}
PAGE = re.compile(r"[^\s\\:]+\.md$")

Slips = Iterator[tuple[int, str, str]]  # line, what is wrong, and the fix


def slips(root: Path) -> list[Problem]:
    """Return all that is wrong with `root/mkdocs.yml`, in the file's order."""
    found: list[Problem] = []
    text = text_of(root, root / FILE, found)
    if text is None:
        return found
    row, wrong = load(text, FILE)
    if not isinstance(row, Row):
        return wrong or [Problem(FILE, 1, "the settings are not 'name: value' lines.", "put back the mkdocs.yml of the guide.", RULE)]
    read_practice(read_settings(root, None, found), found)
    found += [Problem(FILE, line, says, fix, RULE) for check in CHECKS for line, says, fix in check(row, root)]
    found += [Problem(FILE, line, says, fix, RULE) for line, says, fix in _tags(text)]
    return sorted(set(found))


def _known_lines(row: Row, root: Path) -> Slips:
    """Each line is a setting that this guide uses, written in its shape."""
    for key, value in row.items():
        line = row.lines[key]
        if key not in KEYS:
            yield line, f"'{key}' is no setting of this guide.{did_you_mean(key, KEYS)}", "mend its name, or remove it with the lines that belong to it."
        elif key in FIXED and value != FIXED[key]:
            yield line, f"'{key}' is '{value}', and the guide needs '{_yaml(FIXED[key])}'.", f"write '{key}: {_yaml(FIXED[key])}'."
        elif key in WORDS and not isinstance(value, str):
            yield line, f"'{key}' is not words.", f"write '{key}: \"…\"', or remove the line."
        elif key == "strict" and not isinstance(value, bool):
            yield line, f"'strict' is '{value}', neither true nor false.", "write 'strict: true', or remove the line."
        elif key == "extra" and not isinstance(value, dict):
            yield line, "'extra' has no 'name: value' lines.", "write 'extra:', and '  practice:' on the line below it, or remove it."
        elif key == "extra":
            for name in value.keys() - {"practice"}:
                yield value.lines[name], f"'{name}' is nothing that the guide looks for in 'extra'.{did_you_mean(name, ['practice'])}", "mend its name, or remove it with the lines that belong to it."


def _hooks(row: Row, root: Path) -> Slips:
    """The press is called, and every hook is there."""
    hooks, line, fix = row.get("hooks"), row.lines.get("hooks", 0), f"write 'hooks: [{HOOK}]'."
    if not isinstance(hooks, list):
        yield line, f"'hooks' is '{hooks}', not a list." if "hooks" in row else "'hooks' is missing, so nothing would check the guide.", fix
        return
    for hook in hooks:
        if not isinstance(hook, str) or not (root / hook).is_file():
            yield line, f"the hook '{hook}' is not there.{did_you_mean(hook, [HOOK])}", fix
    if HOOK not in hooks:
        yield line, f"'hooks' does not name '{HOOK}', so nothing would check the guide.", fix


def _theme(row: Row, root: Path) -> Slips:
    """The theme is the one that the look lies on."""
    theme, line = row.get("theme"), row.lines.get("theme", 0)
    if not isinstance(theme, Row):
        yield line, f"'theme' is '{theme}', not 'name: value' lines." if "theme" in row else "'theme' is missing.", "write 'theme: {name: material, custom_dir: overrides, font: false, language: en}'."
        return
    at = lambda key: theme.lines.get(key, theme.line)
    for key in theme.keys() - set(LOOK):
        yield at(key), f"'{key}' is no setting of the look.{did_you_mean(key, LOOK)}", "mend its name, or remove it. The look is made in 'overrides'."
    if theme.get("name") != "material":
        yield at("name"), f"the theme is '{theme.get('name', '')}', and the look of the guide lies on 'material'.", "write 'name: material' below 'theme:'."
    if theme.get("custom_dir") != "overrides":
        yield at("custom_dir"), f"'custom_dir' is '{theme.get('custom_dir', '')}', and the look of the guide is in 'overrides'.", "write 'custom_dir: overrides' below 'theme:'."
    elif not (root / "overrides").is_dir():
        yield at("custom_dir"), "the folder 'overrides' is not there.", "put it back."
    if not isinstance(theme.get("language", "en"), str):
        yield at("language"), f"'{theme['language']}' is no language.", "write 'language: en' below 'theme:'."


def _plugins(row: Row, root: Path) -> Slips:
    """Each plugin is installed. Without the line MkDocs would add a search of its own."""
    if not isinstance(row.get("plugins"), list | dict):
        yield row.lines.get("plugins", 0), "'plugins' is not a list." if "plugins" in row else "'plugins' is missing, and MkDocs would add a search of its own.", "write 'plugins: []'."
        return
    known = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    for name, options, line in _named(row, "plugins"):
        if name not in known and f"material/{name}" not in known:
            yield line, f"the plugin '{name}' is not installed.", "remove it, or mend its name. The guide itself needs none: 'plugins: []'."
        elif not isinstance(options, dict | None):
            yield line, f"the options of '{name}' are not 'name: value' lines.", f"write '- {name}' alone."


def _extensions(row: Row, root: Path) -> Slips:
    """Each addition to Markdown is installed, and the one that pages need is named."""
    key, line = "markdown_extensions", row.lines.get("markdown_extensions", 0)
    if not isinstance(row.get(key), list | dict):
        yield line, f"'{key}' is not a list." if key in row else f"'{key}' is missing.", f"write '{key}: [attr_list, {{toc: {{permalink: false}}}}]'."
        return
    named = list(_named(row, key))
    for name, options, at in named:
        if not isinstance(options, dict | None):
            yield at, f"the options of '{name}' are not 'name: value' lines.", f"write '- {name}' alone."
            continue
        try:
            Markdown(extensions=[name], extension_configs={name: options or {}})
        except Exception as error:  # an extension may be any program
            near = did_you_mean(name, ["attr_list", "toc"]) if name not in ("attr_list", "toc") else ""
            yield at, f"the Markdown extension '{name}' cannot be used: {' '.join(str(error).split()).rstrip('.')}.{near}", "mend its name and its options, or remove it."
    if "attr_list" not in [name for name, _, _ in named]:
        yield line, f"'{key}' does not name 'attr_list', which the pages need.", f"add '  - attr_list' below '{key}:'."


def _hidden(row: Row, root: Path) -> Slips:
    """What only authors see is not published."""
    hidden = row.get("exclude_docs")
    lines = [line.strip() for line in hidden.splitlines()] if isinstance(hidden, str) else []
    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        yield row.lines["exclude_docs"], f"'exclude_docs' has a line that is no path: {error}.", f"write {' and '.join(HIDDEN)} below it, each on a line of its own."
        return
    for folder in HIDDEN:
        if not spec.match_file(f"{folder.strip('/')}/file.md"):
            yield row.lines.get("exclude_docs", 0), f"'exclude_docs' does not hide '{folder}', so readers would get the authors' files.", f"write 'exclude_docs: |' and below it '  {folder}' on a line of its own."
    for line in lines:
        if line.startswith("!"):
            yield row.lines["exclude_docs"], f"'exclude_docs' publishes '{line[1:]}' again.", f"remove '{line}'."


def _validation(row: Row, root: Path) -> Slips:
    """What MkDocs itself would check is named as MkDocs names it."""
    value, line = row.get("validation"), row.lines.get("validation", 0)
    if not isinstance(value, dict | None):
        yield line, "'validation' is not 'name: value' lines.", "put its lines back, or remove it."
    for part, levels in value.items() if isinstance(value, Row) else ():
        if part not in CHECKED or not isinstance(levels, Row):
            yield value.lines[part], f"'{part}' is nothing that can be validated.{did_you_mean(part, CHECKED)}", f"write '{{name: ignore}}' lines below {' or '.join(CHECKED)}."
            continue
        for name, level in levels.items():
            if name not in CHECKED[part] or level not in LEVELS:
                yield levels.lines[name], f"'{name}: {level}' is no check.", f"name one of {', '.join(CHECKED[part])}, as one of {', '.join(LEVELS)}."


def _nav(row: Row, root: Path) -> Slips:
    """Each line of the menu names a page, or opens a section of pages."""
    nav = row.get("nav")
    if not isinstance(nav, list) or not nav:
        yield row.lines.get("nav", 0), "'nav' is not a list of pages and sections." if "nav" in row else "'nav', the menu, is missing.", "write 'nav:', and below it '  - index.md' and so on, each on a line with a dash."
        return
    for entry, line in zip(nav, nav.lines, strict=True):
        if not isinstance(entry, Row):
            yield from _menu_page(entry, line)
            continue
        if len(entry) > 1:
            yield line, f"the sections {' and '.join(map(repr, entry))} share one dash.", "start each section with a dash of its own."
        for title, pages in entry.items():
            if not isinstance(pages, list) or not pages:
                if isinstance(pages, str) and PAGE.match(pages):
                    continue
                yield entry.lines[title], f"the section '{title}' lists no pages.", f"write '- {title}:' and below it, indented, '- file.md' and so on."
                continue
            for page, at in zip(pages, pages.lines, strict=True):
                yield from _menu_page(page, at)


def _menu_page(page: Any, line: int) -> Slips:
    if page is None:
        yield line, "a line of the menu is empty.", "name a page after the dash, or remove the line."
    elif not isinstance(page, str):
        yield line, f"the menu has {', '.join(map(repr, page)) if page and isinstance(page, list | dict) else repr(page)} where a page should stand.", "write '- file.md'. The page itself gives its title."
    elif " " in page:
        yield line, f"the menu has '{page}' as one line.", "give each page a line of its own, with a dash before it."
    elif not PAGE.match(page):
        yield line, f"'{page}' is not a page.", "write the file's path below docs/, like 'how-to/cold-pack.md'."


CHECKS: tuple[Callable[[Row, Path], Slips], ...] = (_known_lines, _hooks, _theme, _plugins, _extensions, _hidden, _validation, _nav)


def _tags(text: str) -> Slips:
    """Yield each tag that MkDocs would not know. A tag is the word after '!'."""
    for token in yaml.scan(text, LOADER):
        if isinstance(token, yaml.TagToken):
            tag = "".join(part or "" for part in token.value)
            if tag not in TAGS:
                yield token.start_mark.line + 1, f"'{tag}' is no tag that the guide uses.", "remove it, or put the words in quotes."


def _named(row: Row, key: str) -> Iterator[tuple[str, Any, int]]:
    """Yield name, options and line of each plugin or extension."""
    value = row[key]
    if isinstance(value, Row):
        yield from ((name, options, value.lines[name]) for name, options in value.items())
        return
    for entry, line in zip(value, value.lines, strict=True):
        pairs = entry.items() if isinstance(entry, Row) else [(str(entry), None)]
        yield from ((name, options, line) for name, options in pairs)


def _yaml(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value


def main() -> int:
    """Print what is wrong with the mkdocs.yml of this folder; return 1 when something is."""
    found = slips(Path.cwd())
    if found:
        print(f"{report(found)}\nThe last good site is untouched.", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
