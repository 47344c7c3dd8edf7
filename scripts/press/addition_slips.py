"""Tells the slips in what mkdocs.yml adds to MkDocs and to Markdown: each plugin and each extension is installed,
and can be used."""

from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Any

from markdown import Markdown

from press.menu_slips import Slips
from press.problem import did_you_mean
from press.strict_yaml import Row

OF_HEADINGS = {"anchorlink", "baselevel", "separator", "slugify"}  # options of 'toc'
CHANGES_SIGNS = ("smarty", "nl2br", "smartsymbols")  # extensions that make other signs or lines of what was typed


def in_plugins(row: Row) -> Slips:
    """Each plugin is installed. Without the line MkDocs would add a search of its own."""
    if not isinstance(row.get("plugins"), list | dict):
        says = ("'plugins' is not a list." if "plugins" in row
                else "'plugins' is missing, and MkDocs would add a search of its own.")
        yield row.lines.get("plugins", 0), says, "write 'plugins: []'."
        return
    known = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    for name, options, line in _named(row, "plugins"):
        if name not in known and f"material/{name}" not in known:
            yield (line, f"the plugin '{name}' is not installed.",
                   "remove it, or mend its name. The guide itself needs none: 'plugins: []'.")
        elif name.rpartition("/")[2] == "search":
            yield line, f"the plugin '{name}' adds a second search, which the guide has of its own.", "remove it: 'plugins: []'."
        elif not isinstance(options, dict | None):
            yield line, f"the options of '{name}' are not 'name: value' lines.", f"write '- {name}' alone."


def in_extensions(row: Row) -> Slips:
    """Each addition to Markdown is installed, and the one that pages need is named."""
    key, line = "markdown_extensions", row.lines.get("markdown_extensions", 0)
    if not isinstance(row.get(key), list | dict):
        says = f"'{key}' is not a list." if key in row else f"'{key}' is missing."
        yield line, says, f"write '{key}: [attr_list, {{toc: {{permalink: false}}}}]'."
        return
    named = list(_named(row, key))
    for name, options, at in named:
        if not isinstance(options, dict | None):
            yield at, f"the options of '{name}' are not 'name: value' lines.", f"write '- {name}' alone."
            continue
        if name == "toc" and (options or {}).get("permalink"):
            yield at, "'permalink' adds a sign to each heading, which is a link by itself.", "write '- toc: {permalink: false}'."
        elif name == "toc" and (others := (options or {}).keys() & OF_HEADINGS):
            yield (at, f"{' and '.join(map(repr, sorted(others)))} would change the headings of every page, or their addresses.",
                   "write '- toc: {permalink: false}'.")
        elif name.rpartition(".")[2] in CHANGES_SIGNS:
            yield at, f"the Markdown extension '{name}' changes signs that authors typed, on every page.", f"remove '- {name}'."
        try:
            Markdown(extensions=[name], extension_configs={name: options or {}})
        except Exception as error:  # an extension may be any program
            near = did_you_mean(name, ["attr_list", "toc"]) if name not in ("attr_list", "toc") else ""
            why = " ".join(str(error).split()).rstrip(".")
            yield (at, f"the Markdown extension '{name}' cannot be used: {why}.{near}",
                   "mend its name and its options, or remove it.")
    if "attr_list" not in [name for name, _, _ in named]:
        yield line, f"'{key}' does not name 'attr_list', which the pages need.", f"add '  - attr_list' below '{key}:'."


def _named(row: Row, key: str) -> Iterator[tuple[str, Any, int]]:
    """Yield name, options and line of each plugin or extension."""
    value = row[key]
    if isinstance(value, Row):
        yield from ((name, options, value.lines[name]) for name, options in value.items())
        return
    for entry, line in zip(value, value.lines, strict=True):
        pairs = entry.items() if isinstance(entry, Row) else [(str(entry), None)]
        yield from ((name, options, line) for name, options in pairs)
