"""The press from the command line: `python -m press check site` runs every rule on a built folder; `seal` seals safety words."""

import argparse
import datetime
import sys
from pathlib import Path

from press import outside_report, seals
from press.as_made import changed_since
from press.built import Built, read_built
from press.due import due, is_copy
from press.outside import Manner
from press.problem import Problem, report
from press.prose import prose_of
from press.reading import read
from press.rules import check
from press.sealed import under_seal


def main(arguments: list[str] | None = None) -> int:
    """Run one command; return 0 when nothing stops the guide from being published, 1 when something does,
    2 for a slip in the call."""
    parser = argparse.ArgumentParser(prog="python -m press", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="the folder with mkdocs.yml (here, unless told)")
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="run every rule on a built folder, and tell what was changed in it")
    checking.add_argument("folder", type=Path)
    checking.add_argument("--json", action="store_true", help="print the problems as JSON")
    checking.add_argument("--published-at", metavar="URL", help="refuse a folder that was built for another address")
    checking.add_argument("--today", type=datetime.date.fromisoformat, metavar="DATE",
                          help="name the pages and claims whose check is due on that day")
    checking.add_argument("--copy", action="store_true",
                          help="this is a copy of the guide: an overdue check is told and stops nothing")
    checking.set_defaults(run=run_check)
    sealing = commands.add_parser("seal", help="seal safety words that you have read and agreed")
    sealing.add_argument("ids", nargs="*", metavar="ID",
                         help="a note, page, topic, dose, region or safety entry (all that changed, unless told)")
    sealing.add_argument("--by", default="", metavar="NAME", help="who read them, and against what")
    sealing.add_argument("--on", metavar="DATE", type=datetime.date.fromisoformat, help="the day they were read, as YYYY-MM-DD")
    sealing.set_defaults(run=run_seal)
    asking = commands.add_parser("outside", help="ask every outside link whether it still answers, and say which checks fall due")
    asking.add_argument("folder", type=Path, nargs="?", default=Path("site"), help="the built folder (site, unless told)")
    asking.add_argument("--due-within", type=int, default=60, metavar="DAYS", help="which checks to name (60 days, unless told)")
    asking.add_argument("--today", type=datetime.date.fromisoformat, default=None, metavar="DATE",
                        help="the day to count from (today, unless told)")
    asking.add_argument("--original", default="", metavar="URL",
                        help="the guide of which this is a copy: names what it has withdrawn")
    asking.set_defaults(run=run_outside)
    called = parser.parse_args(arguments)
    return called.run(called)


def folder_of(called: argparse.Namespace) -> Built | None:
    """Return the built folder that was named, or None, said in words, when it is not there."""
    try:
        return read_built(called.folder)
    except FileNotFoundError:
        print(f"There is no folder '{called.folder}'. Run 'make site' first.", file=sys.stderr)
        return None


def run_check(called: argparse.Namespace) -> int:
    """Run every rule on a folder, against the sources in the root, and tell what of it was changed since it was made."""
    if (built := folder_of(called)) is None:
        return 2
    if not (called.root / "mkdocs.yml").is_file():
        print(f"There is no guide in '{called.root}' to judge the folder by. Name the folder with its mkdocs.yml: --root FOLDER.",
              file=sys.stderr)
        return 2
    site = read(called.root, built.site_url or None)
    prose = prose_of(site)
    for page in site.pages.values():
        prose.page(page)
    problems = [*check(site, built), *changed_since(site, prose, built)]
    if called.published_at:
        problems += published_elsewhere(built, called.published_at)
    if called.today:
        problems += due(site, called.today, copy=called.copy or is_copy(site))
    if problems or called.json:
        print(report(problems, as_json=called.json))
    return int(any(problem.stops for problem in problems))


def run_outside(called: argparse.Namespace) -> int:
    """Print what the outside links answer and which checks fall due, in Markdown. Return 1 when there is something to do."""
    if (built := folder_of(called)) is None:
        return 2
    site = read(called.root, built.site_url or None)
    manner = Manner(name=f"Mozilla/5.0 (compatible; guide-link-check; +{site.settings.site_url})")
    text, something_to_do = outside_report.report(site, built, called.today or datetime.date.today(), called.due_within,
                                                  called.original, manner)
    print(text, end="")
    return int(something_to_do)


def run_seal(called: argparse.Namespace) -> int:
    """Seal the safety words as they stand, in the name of whoever read them."""
    if not called.by.strip() or not called.on:
        print("Say who read the words, and on which day: make seal ARGS='--by \"YOUR NAME\" --on YYYY-MM-DD'.", file=sys.stderr)
        return 2
    site = read(called.root)
    ids = [id for given in called.ids for id in given.split(",") if id]  # some part them with commas
    try:
        changed = seals.each_change(site)
        after = seals.seal(site, site.seals, ids, called.by.strip(), called.on)
    except KeyError as unknown:
        print(f"There is no note, page, topic, dose, region or safety entry {unknown}.", file=sys.stderr)
        return 2
    if amiss := [problem for problem in site.problems if under_seal(problem.where)]:
        print(report(amiss), file=sys.stderr)
        return 1
    seals.write(called.root, after)
    for now, old in changed:
        id = (now or old).id
        if after.get(id) is not old:
            print(f"{id}: {seals.changes(old.words if old else {}, now.words if now else {})}.")
    print(f"Read this once more. Then commit {seals.FILE} with the words.")
    return 0


def published_elsewhere(built: Built, url: str) -> list[Problem]:
    """Return a problem when the folder was built for another address than `url`."""
    if built.site_url.rstrip("/") == url.rstrip("/"):
        return []
    says = f"site_url is '{built.site_url}', and the guide is published at '{url}'."
    return [Problem("mkdocs.yml", 0, says, f"remove your own site_url, or build with SITE_URL={url}.", "published-address")]


if __name__ == "__main__":
    sys.exit(main())
