"""Reads mkdocs.yml before MkDocs does: a slip there is told with its line and its fix, all at once, and the last good site stays.

`python -m press.settings_slips build` is what `make site` runs: when all is well, it hands the command to MkDocs, as do `make serve`
and `make addresses`. MkDocs itself would name one slip at a time, without a line, and without the hook it would build a site that
nobody has checked.
"""

import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import yaml
from mkdocs.__main__ import cli as mkdocs
from pathspec.gitignore import GitIgnoreSpec

from press.addition_slips import in_extensions, in_plugins
from press.menu_slips import Slips, in_menu
from press.practice import read_practice
from press.problem import Problem, did_you_mean, report
from press.settings import FILE, RULE, read_settings
from press.source_files import text_of
from press.strict_yaml import LOADER, Row, load
from press.theme_slips import in_theme

HOOK = "scripts/hooks.py"
HIDDEN = ("/_data/", "/_notes/")  # authors' files below docs/, which no reader sees
FIXED = {"docs_dir": "docs", "site_dir": "site", "use_directory_urls": True}  # the press counts on these
WORDS = ("site_author", "site_description", "copyright")
KEYS = ("extra", "site_name", "site_url", "theme", "hooks", "plugins", "exclude_docs", "markdown_extensions", "validation",
        "strict", "nav", *FIXED, *WORDS)
TAGS = ("!ENV",)
SET = ("SITE_URL",)  # what a value after !ENV may be taken from
UNKNOWN = "mend its name, or remove it with the lines that belong to it."
LEVELS = ("warn", "info", "ignore")
CHECKED = {"nav": ("omitted_files", "not_found", "absolute_links"),
           "links": ("not_found", "anchors", "absolute_links", "unrecognized_links")}


def slips(root: Path) -> list[Problem]:
    """Return all that is wrong with `root/mkdocs.yml`, in the file's order."""
    found: list[Problem] = []
    text = text_of(root, root / FILE, found)
    if text is None:
        return found
    row, wrong = load(text, FILE)
    if not isinstance(row, Row):
        return wrong or [Problem(FILE, 1, "the settings are not 'name: value' lines.", "put back the mkdocs.yml of the guide.",
                                 RULE)]
    read_practice(read_settings(root, None, found), found)
    told = [_tags(text), *(check(row) for check in CHECKS), *(check(row, root) for check in CHECKS_OF_FILES)]
    found += [Problem(FILE, *slip, RULE) for slip in chain.from_iterable(told)]
    return sorted(set(found))


def _known_lines(row: Row) -> Slips:
    """Each line is a setting that this guide uses, written in its shape."""
    for key, value in row.items():
        line = row.lines[key]
        if key not in KEYS:
            yield line, f"'{key}' is no setting of this guide.{did_you_mean(key, KEYS)}", UNKNOWN
        elif key in FIXED and value != FIXED[key]:
            yield (line, f"'{key}' is '{value}', and the guide needs '{_yaml(FIXED[key])}'.",
                   f"write '{key}: {_yaml(FIXED[key])}'.")
        elif key in WORDS and not isinstance(value, str):
            yield line, f"'{key}' is not words.", f"write '{key}: \"…\"', or remove the line."
        elif key == "strict" and not isinstance(value, bool):
            yield line, f"'strict' is '{value}', neither true nor false.", "write 'strict: true', or remove the line."
        elif key == "extra" and not isinstance(value, dict):
            yield (line, "'extra' has no 'name: value' lines.",
                   "write 'extra:', and '  practice:' on the line below it, or remove it.")
        elif key == "extra":
            for name in value.keys() - {"practice"}:
                says = f"'{name}' is nothing that the guide looks for in 'extra'.{did_you_mean(name, ['practice'])}"
                yield value.lines[name], says, UNKNOWN


def _hooks(row: Row, root: Path) -> Slips:
    """The press is called, and every hook is there."""
    hooks, line, fix = row.get("hooks"), row.lines.get("hooks", 0), f"write 'hooks: [{HOOK}]'."
    if not isinstance(hooks, list):
        says = f"'hooks' is '{hooks}', not a list." if "hooks" in row else "'hooks' is missing, so nothing would check the guide."
        yield line, says, fix
        return
    for hook in hooks:
        if hook == HOOK and not (root / HOOK).is_file():
            yield line, f"'{HOOK}' is not there, so nothing would check the guide.", "put that file back."
        elif not isinstance(hook, str) or not (root / hook).is_file():
            yield line, f"the hook '{hook}' is not there.{did_you_mean(hook, [HOOK])}", fix
    if HOOK not in hooks:
        yield line, f"'hooks' does not name '{HOOK}', so nothing would check the guide.", fix


def _hidden(row: Row, root: Path) -> Slips:
    """What only authors see is not published, and each page is."""
    hidden = row.get("exclude_docs")
    lines = [line.strip() for line in hidden.splitlines()] if isinstance(hidden, str) else []
    try:
        spec = GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        fix = f"write {' and '.join(HIDDEN)} below it, each on a line of its own."
        yield row.lines["exclude_docs"], f"'exclude_docs' has a line that is no path: {error}.", fix
        return
    for folder in HIDDEN:
        if not spec.match_file(f"{folder.strip('/')}/file.md"):
            says = f"'exclude_docs' does not hide '{folder}', so readers would get the authors' files."
            yield (row.lines.get("exclude_docs", 0), says,
                   f"write 'exclude_docs: |' and below it '  {folder}' on a line of its own.")
    for line in lines:
        if line.startswith("!"):
            yield row.lines["exclude_docs"], f"'exclude_docs' publishes '{line[1:]}' again.", f"remove '{line}'."
    files = (path.relative_to(root / "docs").as_posix() for path in sorted((root / "docs").rglob("*.md")))
    if left_out := [file for file in files if not f"/{file}".startswith(HIDDEN) and spec.match_file(file)]:
        more = f" and {len(left_out) - 1} more" if left_out[1:] else ""
        yield (row.lines["exclude_docs"], f"'exclude_docs' hides the page '{left_out[0]}'{more}, so readers would not get it.",
               f"leave only {' and '.join(HIDDEN)} below it. CONTRIBUTING.md says how to withdraw a page.")


def _validation(row: Row) -> Slips:
    """What MkDocs itself would check is named as MkDocs names it."""
    value, line = row.get("validation"), row.lines.get("validation", 0)
    if not isinstance(value, dict | None):
        yield line, "'validation' is not 'name: value' lines.", "put its lines back, or remove it."
    for part, levels in value.items() if isinstance(value, Row) else ():
        if part not in CHECKED or not isinstance(levels, Row):
            says = f"'{part}' is nothing that can be validated.{did_you_mean(part, CHECKED)}"
            yield value.lines[part], says, f"write '{{name: ignore}}' lines below {' or '.join(CHECKED)}."
            continue
        for name, level in levels.items():
            if name not in CHECKED[part] or level not in LEVELS:
                fix = f"name one of {', '.join(CHECKED[part])}, as one of {', '.join(LEVELS)}."
                yield levels.lines[name], f"'{name}: {level}' is no check.", fix


CHECKS: tuple[Callable[[Row], Slips], ...] = (_known_lines, in_plugins, in_extensions, _validation, in_menu)
CHECKS_OF_FILES: tuple[Callable[[Row, Path], Slips], ...] = (_hooks, _hidden, in_theme)


def _tags(text: str) -> Slips:
    """Yield each tag that MkDocs would not know, and each value that is taken from elsewhere under a name that nobody sets.
    A tag is the word after '!'."""
    taken = False
    for token in yaml.scan(text, LOADER):
        if taken and isinstance(token, yaml.ScalarToken):
            taken = False
            if token.value not in SET:
                yield (token.start_mark.line + 1, f"nobody sets '{token.value}', so what stands after it would always count.",
                       f"write {SET[0]}, which the workflow that publishes sets.")
        if isinstance(token, yaml.TagToken):
            taken = token.value[1] == "ENV"
            tag = "".join(part or "" for part in token.value)
            if tag not in TAGS:
                yield (token.start_mark.line + 1, f"'{tag}' is no tag that the guide uses.",
                       "remove it, or put the words in quotes.")


def _yaml(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value


def main(command: list[str]) -> int:
    """Print what is wrong with the mkdocs.yml of this folder, and return 1 when something is; else let MkDocs carry out a command,
    if there is one. What is wrong with the practice's block alone is left to the build, which tells it with all the rest."""
    found = slips(Path.cwd())
    if all(slip.rule == "practice-block" for slip in found):
        return mkdocs(command, prog_name="mkdocs") if command else 0
    print(f"{report(found)}\nThe last good site is untouched.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
