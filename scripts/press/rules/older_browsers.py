"""What older browsers do not know stands where they can do without it: a phone is kept for years, and many never get a newer browser.

The tests look with the newest one alone. So what has cost readers of older ones something is listed here, each with the reason.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site
from press.style_sheets import Sheets, looks
from press.styles import StyleRule
from press.texts import finds, our_scripts

# A property and what of its values is young; what an '@supports' around it has to name; why; what to write instead.
PROPERTIES = (
    ("text-decoration", re.compile(r"\s"), "text-decoration",
     "before Chrome 89 and Safari 26.2 a browser passes over several values, and with var() among them takes the line away",
     "write text-decoration-line, -style, -color and -thickness, each by itself."),
    ("inset", re.compile(""), "inset", "before Chrome 87 and Safari 14.1 a browser passes over it",
     "write top, right, bottom and left."),
    ("content-visibility", re.compile("auto"), "contain-intrinsic-",
     "before Chrome 98 no place is kept for what is out of sight, so links end elsewhere",
     "put it into '@supports (contain-intrinsic-height: auto 1rem)'."),
)
# Values that do harm beside var(). A browser takes such a declaration for a good one, whatever else stands in it. Finds it out
# later that it does not know the rest, then the property is as if it was never set: what was said before does not come back.
VALUES = re.compile(r"(?<![\w-])[\d.]*((?:[dsl]v(?:h|w|b|i|min|max))\b|(?:color-mix|light-dark|oklab|oklch|lab|lch)\()")

# What a script asks for, since when a browser gives it, and what to write instead. After '?.(' it may be missing.
MEMBERS = {
    "at": ("Chrome 92", "slice(-1)[0], or [n]"), "hasOwn": ("Chrome 93", "'in', or a Map"),
    "findLast": ("Chrome 97", "filter"), "findLastIndex": ("Chrome 97", "lastIndexOf"),
    "toSorted": ("Chrome 110 and Safari 16", "[...list].sort"), "toReversed": ("Chrome 110 and Safari 16", "[...list].reverse"),
    "toSpliced": ("Chrome 110 and Safari 16", "filter"), "toWellFormed": ("Chrome 111 and Safari 16.4", "'?.(' behind it"),
    "groupBy": ("Chrome 117 and Safari 17.4", "reduce"), "canParse": ("Chrome 120 and Safari 17", "try"),
    "withResolvers": ("Chrome 119 and Safari 17.4", "new Promise"), "timeout": ("Chrome 103 and Safari 16", "'?.(' behind it"),
    "structuredClone": ("Chrome 98", "JSON.parse(JSON.stringify(…))"), "requestIdleCallback": ("another browser than Safari", "setTimeout"),
    "(?<": ("Safari 16.4", "a group, and take what stands in it"),
}
ASKS = re.compile(r"(?<!this)\.(" + "|".join(name for name in MEMBERS if name.isalpha()) + r")\("
                  r"|(?<![\w.])(structuredClone|requestIdleCallback)\(|(\(\?<)(?=[=!])")


@rule(about_look=True)
def styles_hold_in_older_browsers(site: Site, built: Built) -> Found:
    """What an older browser does not know stands in an '@supports' that asks for it, wherever it would take more away than itself:
    the line under a link, the end of the menu, the colours of a drawing."""
    for sheets in dict.fromkeys(sheets for _, sheets in looks(site, built)):
        for where, line, says, fix in _told(sheets):
            yield problem("styles-hold-in-older-browsers", where, line, says, fix)


@lru_cache(maxsize=8)  # in a preview, and in the tests, most builds have the same ones
def _told(sheets: Sheets) -> tuple[tuple[str, int, str, str], ...]:
    """Return what is too young in some stylesheets, each with its file and line, and its fix."""
    return tuple(dict.fromkeys((style.file, *young) for style in sheets.rules for young in _young(style)))  # once for all selectors


def _young(style: StyleRule) -> Iterator[tuple[int, str, str]]:
    """Yield what is too young in a rule: its line, what is wrong with it, and the fix."""
    asked = " ".join(condition for condition in style.media if condition.startswith("@supports") and " not " not in condition)
    for declaration in style.declarations:
        name, text, line = declaration.name, declaration.text, declaration.line
        for own, value, asks, why, fix in PROPERTIES:
            if name == own and value.search(text) and asks not in asked:
                yield line, f"'{name}: {text}' is too young: {why}.", fix
        found = VALUES.search(text) if "var(" in text or name.startswith("--") else None
        if found and found[1] not in asked:
            yield (line, f"'{name}: {text[:80]}' has '{found[1]}' beside var(): "
                         "an older browser drops both, and what was said before them too.",
                   f"write an older value, and put this one into an '@supports' that asks for '{found[1]}'.")


@rule(about_look=True)
def scripts_hold_in_older_browsers(site: Site, built: Built) -> Found:
    """No script of ours calls what a phone of a few years ago lacks, unless it does without it there."""
    for _, where, text in our_scripts(site, built):
        for found in finds(ASKS, text):
            since, instead = MEMBERS[found[1] or found[2] or found[3]]
            yield problem("scripts-hold-in-older-browsers", where, text.count("\n", 0, found.start()) + 1,
                          f"'{found[0]}' needs {since}, and on an older phone the script breaks off there.", f"write {instead}.")
