"""Times the build against the stock theme on the same pages, and how it grows: 12, 100,
300 and 1,000 pages made from a guide's own advice pages."""

import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import yaml

from press.rules.help_at_hand import WAYS

ROOT = Path(__file__).parents[2]
ADVICE = "\nkind: advice\n"  # in the header of a page
SECTION = 30  # pages in one section of the menu
STOCK = {"theme": {"name": "material", "features": ["navigation.prune"], "font": False}, "plugins": ["search"],
         "markdown_extensions": ["attr_list", "toc"], "site_name": "Stock", "site_url": "https://small.example/guide/",
         "exclude_docs": "/_data/\n/_notes/\n"}
# Runs a command as its only child, and prints the user time that it took.
CHILD = """\
import resource, subprocess, sys
code = subprocess.call(sys.argv[1:])
print("user", resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime)
sys.exit(code)
"""


@dataclass(frozen=True)
class Timing:
    """One build: user time in seconds, and bytes of HTML."""

    seconds: float
    html: int


def compare(source: Path, counts: list[int], runs: int) -> list[dict[str, float]]:
    """Return for each number of pages the least user time of ours and of the stock theme, in seconds, and their ratio.

    The two take turns.
    """
    rows = []
    with tempfile.TemporaryDirectory(prefix="speed-") as place:
        for count in counts:
            ours, stock = many_pages(source, Path(place, f"ours-{count}"), count), Path(place, f"stock-{count}")
            as_stock(ours, stock)
            fit_to_publish(ours)
            timings = [(build(ours), build(stock, "mkdocs")) for _ in range(runs)]
            mine, theirs = (min(pair[n].seconds for pair in timings) for n in (0, 1))
            rows.append({"pages": count, "ours": mine, "stock": theirs, "ratio": mine / theirs, "html": timings[0][0].html})
            shutil.rmtree(ours)
            shutil.rmtree(stock)
    return rows


def exponent(rows: list[dict[str, float]], who: str = "ours") -> float:
    """Return how build time grows with pages: 1.0 is in step with them."""
    first, last = rows[0], rows[-1]
    return math.log(last[who] / first[who]) / math.log(last["pages"] / first["pages"])


def many_pages(source: Path, folder: Path, count: int) -> Path:
    """Write a guide of `count` pages: all of the guide in `source`, and copies of its advice pages to make up the number.

    None is shared, as the stock theme makes no emails, handouts and cards either.
    """
    shutil.copytree(source / "docs", folder / "docs")
    for table in (ROOT / "docs/_data").glob("*.yml"):
        if table.stem in ("wording", "study_types", "audit"):  # tables about words and studies, the same for every guide
            shutil.copy(table, folder / "docs/_data")
    budgets = folder / "docs/_data/budgets.yml"
    # long lists grow with the pages
    budgets.write_text(re.sub(r"most: \d+", "most: 1000000000", budgets.read_text(encoding="utf-8")), encoding="utf-8")
    shutil.copytree(ROOT / "docs/assets", folder / "docs/assets", dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides")
    (folder / "scripts").mkdir()
    shutil.copy(ROOT / "scripts/hooks.py", folder / "scripts")
    pages = sorted(p for p in (folder / "docs").rglob("*.md") if "_notes" not in p.parts)
    for page in pages:
        page.write_text(page.read_text(encoding="utf-8").replace(ADVICE, f"{ADVICE}not_shared: it is made to be counted\n", 1),
                        encoding="utf-8")
    ways = {folder / "docs" / f"{url.rstrip('/')}.md" for url in WAYS}  # which the rules know by their address
    advice = [p for p in pages if ADVICE in p.read_text(encoding="utf-8") and p.parent != folder / "docs" and p not in ways]
    settings = yaml.load((source / "mkdocs.yml").read_text(encoding="utf-8"), _Plain)
    for number in range(max(0, count - len(pages))):
        section, page = f"copies-{number // SECTION + 1}", advice[number % len(advice)]
        text = re.sub(r"^((?:title|description|point): [\"']?)", rf"\1Copy {in_letters(number)} of ", page.read_text(encoding="utf-8"),
                      count=3, flags=re.MULTILINE)
        text = re.sub(r"\]\((?!\.\./|https?:|#)", f"](../{page.parent.name}/", text)
        file = folder / "docs" / section / f"page-{number + 1}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
        if number % SECTION == 0:
            settings["nav"].append({section: []})
        settings["nav"][-1][section].append(f"{section}/{file.name}")
    (folder / "mkdocs.yml").write_text(yaml.dump(settings, sort_keys=False), encoding="utf-8")
    return folder


def in_letters(number: int) -> str:
    """Return a number in letters, as 111 and 112 in a title would be taken for a number to call: 27 -> `ch`."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def fit_to_publish(folder: Path) -> None:
    """Seal the safety words of a guide made for this, and put its addresses on the record.

    Raises RuntimeError when more is wrong with it.
    """
    seal = [sys.executable, "-m", "press", "seal", "--by", "the bench", "--on", "2026-11-22"]
    done = subprocess.run(seal, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    build(folder, RECORD_ADDRESSES="yes")


def as_stock(ours: Path, folder: Path) -> None:
    """Write the same pages as a site of the stock theme."""
    shutil.copytree(ours / "docs", folder / "docs", ignore=shutil.ignore_patterns("_data", "_notes", "assets"))
    nav = yaml.safe_load((ours / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]
    (folder / "mkdocs.yml").write_text(yaml.dump({**STOCK, "nav": nav}, sort_keys=False), encoding="utf-8")


def build(folder: Path, program: str = "press.settings_slips", **environment: str) -> Timing:
    """Build a folder as `make site` does, or with MkDocs alone. Raises RuntimeError with what the build said when it fails."""
    command = [sys.executable, "-c", CHILD, sys.executable, "-m", program, "build", "--quiet"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True,
                          env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment})
    if done.returncode:
        raise RuntimeError(done.stdout + done.stderr)
    html = sum(file.stat().st_size for file in (folder / "site").rglob("*.html"))
    return Timing(float(done.stdout.rsplit("user", 1)[1]), html)


class _Plain(yaml.SafeLoader):
    """Reads `!ENV [NAME, default]` as its default."""


_Plain.add_constructor("!ENV", lambda loader, node: loader.construct_sequence(node)[-1])
