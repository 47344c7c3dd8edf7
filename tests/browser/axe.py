"""Asks axe what is wrong with a page: WCAG 2.2 A and AA, best practice, and text contrast of 7:1. No exceptions."""

import random
import re
from collections.abc import Iterable
from importlib.resources import files
from itertools import product

from looking import HERE, LOOK, Mode
from playwright.sync_api import Page as Tab

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
VERSION = re.search(r"axe v([0-9.]+)", AXE)[1]
# Without its own way to remember what its functions said, in whose place axe.js has a faster one.
FAST = AXE.replace("(0,so.default)(e)", "remember(e)")
READY = (HERE / "axe.js").read_text(encoding="utf-8").replace("/* axe */", FAST)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# 7:1 is asked of all text (axe.js sees to that), which holds what 4.5:1 asks; so the weaker rule is not run as well.
RULES = {"color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": False}, "target-size": {"enabled": True}}
FORCED = {"color-contrast-enhanced": {"enabled": False}}  # the reader's own colours, which are not ours to judge

MODES = [Mode(width, look) for width in (1280, 390, 320) for look in ("light", "dark", "print", "forced colours")]
ALWAYS = [Mode(390, "light"), Mode(320, "forced colours"), Mode(1280, "dark")]
SAMPLE = 12


def modes(pages: Iterable[str]) -> dict[str, list[Mode]]:
    """Return the modes in which the short test judges each page: three for every page, and a sample of the rest."""
    pages = list(pages)
    more = random.Random(8).sample([case for case in product(pages, MODES) if case[1] not in ALWAYS], SAMPLE)
    return {page: ALWAYS + [mode for other, mode in more if other == page] for page in pages}


def ready(tab: Tab) -> None:
    """Put axe into the page that a tab shows, with all laid out that is far from sight: axe judges what a reader will come near."""
    tab.evaluate(f"{LOOK}\n;look.layOut();\n{READY}\n;0")


def start(tab: Tab, look: str = "light") -> None:
    """Start to judge the page that a tab shows, in the look it has now."""
    tab.evaluate("([tags, rules]) => judge(tags, rules)", [TAGS, RULES | FORCED if look == "forced colours" else RULES])


def faults(tab: Tab) -> list[str]:
    """Return what axe found, once it has ended."""
    return tab.evaluate("() => window.found")


def told(tab: Tab, mode: Mode) -> list[str]:
    """Return what axe finds in the page that a tab shows in a mode."""
    if not tab.evaluate("() => 'axe' in window"):
        ready(tab)
    start(tab, mode.look)
    return faults(tab)
