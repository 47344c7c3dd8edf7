"""Measures the built guide: `python -m measure` weighs and paints it, `speed` times the build,
`statement` writes what was tested."""

import argparse
import datetime
import sys
from pathlib import Path

from measure import paint, speed, statement, weights
from press.built import read_built

# one of each
KINDS = ["", "how-to/cold-pack/", "benefits/pain/", "who/knee-arthritis/", "science/cold/", "safety/", "therapists/kit/",
         "evidence/", "glossary/a-z/", "privacy/"]


def main() -> int:
    """Run one measurement and print its table; return 0, or 2 when what it needs is missing."""
    parser = argparse.ArgumentParser(prog="python -m measure", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("pages", "speed", "statement"), default="pages")
    parser.add_argument("--folder", type=Path, default=Path("site"), help="the built guide (site/, unless told)")
    parser.add_argument("--pages", type=lambda text: text.split(","), default=KINDS,
                        help="addresses of pages, such as how-to/cold-pack/ (one of each kind, unless told)")
    parser.add_argument("--runs", type=int, default=3, help="how often each thing is measured (3, unless told)")
    parser.add_argument("--counts", type=lambda text: [int(n) for n in text.split(",")], default=[16, 100, 300, 1000],
                        help="numbers of pages to build")
    parser.add_argument("--source", type=Path, default=Path("tests/small_guide"), help="the guide whose pages are multiplied")
    called = parser.parse_args()
    if called.what == "speed":
        return build_speed(called.source, called.counts, called.runs)
    if called.what == "statement":
        return accessibility(Path.cwd())
    return pages(called.folder, called.pages, called.runs)


def pages(folder: Path, wanted: list[str], runs: int) -> int:
    """Print what pages weigh, and what Lighthouse says of them."""
    if not folder.is_dir():
        print(f"There is no folder '{folder}'. Run 'make site' first.", file=sys.stderr)
        return 2
    built = read_built(folder)
    urls = [url.removeprefix("/") for url in wanted]
    if unknown := [url for url in urls if f"{url}index.html" not in built.pages]:
        print(f"The guide has no page at: {', '.join(unknown)}. Write addresses as in {KINDS[1]}.", file=sys.stderr)
        return 2
    table(list(weights.visits(built, urls)))
    if not paint.fetched():
        print(paint.MISSING, file=sys.stderr)
        return 0
    rows = []
    for url, ours, bare in paint.paints(built, urls, runs):
        rows.append({"page": f"/{url}", **{goal: ours[goal] for goal in paint.GOALS}, "paint ms": round(ours["lcp"]),
                     "bare ms": round(bare["lcp"]),
                     "ratio": round(ours["lcp"] / bare["lcp"], 2), "blocked ms": round(ours["tbt"]),
                     "shift": round(ours["cls"], 4), "faults": " ".join(ours["faults"])})
    table(rows)
    return 0


def build_speed(source: Path, counts: list[int], runs: int) -> int:
    """Print how long builds take beside the stock theme, and how that grows."""
    rows = speed.compare(source, counts, runs)
    table([{"pages": row["pages"], "ours s": round(row["ours"], 2), "stock s": round(row["stock"], 2),
            "ratio": round(row["ratio"], 2), "MB of HTML": round(row["html"] / 1e6, 1)} for row in rows])
    if len(rows) > 1:
        print(f"Growth: ours to the power {speed.exponent(rows):.2f}, stock {speed.exponent(rows, 'stock'):.2f}.")
    return 0


def accessibility(root: Path) -> int:
    """Write the data of the accessibility statement."""
    if not (root / statement.RUN).exists():
        print("No run is recorded. Run 'make test-all' first.", file=sys.stderr)
        return 2
    print(f"{statement.write(root, datetime.date.today())} checks are in {statement.DATA} now.")
    return 0


def table(rows: list[dict[str, object]]) -> None:
    """Print rows under their names, in columns."""
    cells = [list(rows[0]), *(list(map(str, row.values())) for row in rows)] if rows else []
    wide = [max(len(row[n]) for row in cells) for n in range(len(cells[0]))] if cells else []
    for row in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, wide, strict=True)).rstrip())
    print()


if __name__ == "__main__":
    sys.exit(main())
