"""The press from the command line: check a built folder, record new addresses, seal a note."""

import argparse
import sys
from pathlib import Path

from press.built import read_built
from press.problem import report
from press.prose import Prose
from press.reading import read
from press.rules import check


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when nothing stops the guide from being published, 1 when something does, 2 for a slip in the call."""
    parser = argparse.ArgumentParser(prog="python -m press", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder with mkdocs.yml (here, unless told)")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="run every rule on a built folder")
    checking.add_argument("folder", type=Path)
    checking.add_argument("--json", action="store_true", help="print the problems as JSON")
    called = parser.parse_args(arguments)
    return run_check(called.root, called.folder, as_json=called.json)


def run_check(root: Path, folder: Path, *, as_json: bool) -> int:
    """Run every rule on `folder`, against the sources in `root`."""
    try:
        built = read_built(folder)
    except FileNotFoundError:
        print(f"There is no folder '{folder}'. Run 'make site' first.", file=sys.stderr)
        return 2
    site = read(root, built.site_url or None)
    prose = Prose(site)
    for page in site.pages.values():
        prose.page(page)
    problems = check(site, built)
    if problems or as_json:
        print(report(problems, as_json=as_json))
    return int(any(problem.stops for problem in problems))


if __name__ == "__main__":
    sys.exit(main())
