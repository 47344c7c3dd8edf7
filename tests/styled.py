"""Judges the small guide's stylesheet with some CSS added at its end."""

from mutants import Bench
from press.problem import Problem

SHEET = "site/assets/site.css"


def adding(bench: Bench, css: str, *rules: str) -> tuple[list[Problem], int]:
    """Return what some rules say of the stylesheet with some CSS at its end, and the line on which that begins."""
    text = bench.read(SHEET).rstrip()
    return bench.say((SHEET, bench.read(SHEET), f"{text}\n{css}\n"), rules=rules), text.count("\n") + 2


def judged(bench: Bench, css: str, rule: str) -> tuple[set[tuple[str, int]], tuple[str, int]]:
    """Return the places at which one rule speaks of the stylesheet with some CSS at its end, and the place of that CSS."""
    found, line = adding(bench, css, rule)
    return {(problem.where, problem.line) for problem in found}, ("docs/assets/site.css", line)
