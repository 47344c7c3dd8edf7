"""Asks axe what is wrong with a page: WCAG 2.2 A and AA, best practice, and text contrast of 7:1. No exceptions."""

import re
from importlib.resources import files
from pathlib import Path

from looking import LOOK, resize
from playwright.sync_api import Page as Tab

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
VERSION = re.search(r"axe v([0-9.]+)", AXE)[1]
READY = (Path(__file__).parent / "axe.js").read_text(encoding="utf-8").replace("/* axe */", AXE)
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# 7:1 is asked of all text (axe.js sees to that), which holds what 4.5:1 asks; so the weaker rule is not run as well.
RULES = {"color-contrast-enhanced": {"enabled": True}, "color-contrast": {"enabled": False}, "target-size": {"enabled": True}}
FORCED = {"color-contrast-enhanced": {"enabled": False}}  # the reader's own colours, which are not ours to judge
SIZES = {1280: 900, 390: 844, 320: 640}
LOOKS = {
    "light": {"media": "screen", "color_scheme": "light", "forced_colors": "none"},
    "dark": {"media": "screen", "color_scheme": "dark", "forced_colors": "none"},
    "print": {"media": "print", "color_scheme": "light", "forced_colors": "none"},
    "forced colours": {"media": "screen", "color_scheme": "light", "forced_colors": "active"},
}


def ready(tab: Tab) -> None:
    """Put axe into the page that a tab shows, with all laid out that is far from sight: axe judges what a reader will come near."""
    tab.evaluate(f"{LOOK}\n;look.layOut();\n{READY}\n;0")


def show(tab: Tab, width: int, look: str) -> None:
    """Give the page that a tab shows a width, in CSS pixels, and a look."""
    tab.emulate_media(**LOOKS[look])
    resize(tab, width, SIZES[width])


def start(tab: Tab, look: str = "light") -> None:
    """Start to judge the page that a tab shows, in the look it has now."""
    tab.evaluate("([tags, rules]) => judge(tags, rules)", [TAGS, RULES | FORCED if look == "forced colours" else RULES])


def faults(tab: Tab) -> list[str]:
    """Return what axe found, once it has ended."""
    return tab.evaluate("() => window.found")
