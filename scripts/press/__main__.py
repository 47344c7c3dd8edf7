"""The press from the command line: `python -m press check site` runs every rule on a built folder."""

import argparse
import sys
from pathlib import Path

from press.built import Built, read_built
from press.problem import Problem, report
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
    checking.add_argument("--published-at", metavar="URL", help="refuse a folder that was built for another address")
    checking.set_defaults(run=run_check)
    called = parser.parse_args(arguments)
    return called.run(called)


def run_check(called: argparse.Namespace) -> int:
    """Run every rule on a folder, against the sources in the root."""
    try:
        built = read_built(called.folder)
    except FileNotFoundError:
        print(f"There is no folder '{called.folder}'. Run 'make site' first.", file=sys.stderr)
        return 2
    site = read(called.root, built.site_url or None)
    prose = Prose(site)
    for page in site.pages.values():
        prose.page(page)
    problems = check(site, built)
    if called.published_at:
        problems += published_elsewhere(built, called.published_at)
    if problems or called.json:
        print(report(problems, as_json=called.json))
    return int(any(problem.stops for problem in problems))


def published_elsewhere(built: Built, url: str) -> list[Problem]:
    """Return a problem when the folder was built for another address than `url`."""
    if built.site_url.rstrip("/") == url.rstrip("/"):
        return []
    says = f"site_url is '{built.site_url}', and the guide is published at '{url}'."
    return [Problem("mkdocs.yml", 0, says, f"remove your own site_url, or build with SITE_URL={url}.", "published-address")]


if __name__ == "__main__":
    sys.exit(main())
