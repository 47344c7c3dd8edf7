"""The guide does not know its reader: nothing in it says that somebody is safe, or adds up answers."""

import re

from press.built import Built
from press.built_page import BuiltPage
from press.origin import origin, page_beside
from press.rules import Found, problem, rule
from press.site import Site
from press.style_sheets import sheet_rules
from press.styles import StyleRule
from press.texts import INDEX, our_scripts, texts
from press.wording import Hit, verdicts

FIX = "say what to look out for and whom to ask; nobody here can know who is safe."
TICKED = re.compile(r":(checked|indeterminate|valid|invalid|user-valid|user-invalid|default)(?![\w-])")
LABELS = ("aria-label", "title", "alt", "content", "value")  # attributes that hold words
CHANGES = ("content", "display", "visibility", "counter-increment", "counter-set", "counter-reset", "opacity", "height",
           "max-height", "clip-path", "position")


@rule()
def nobody_is_called_safe(site: Site, built: Built) -> Found:
    """No page, label or script says that a reader is safe or cleared or at low risk, or gives a score."""
    name = "nobody-is-called-safe"
    for words, places in (*texts(built).items(), *built.said.items(), *_labels(built).items()):
        for hit in {hit.sentence: hit for hit in verdicts(site, words)}.values():
            for file in (place.file for place in places if isinstance(place, BuiltPage) or _is_read_apart(built, place.file)):
                yield problem(name, *_place(site, built, file, hit),
                              f"'{_address(built, file)}' says '{hit.words}' of its reader: '{hit.sentence[:80]}'.", FIX)
    for _, where, text in our_scripts(site, built):
        for number, line in enumerate(text.split("\n"), 1):
            for hit in verdicts(site, line):
                yield problem(name, where, number, f"the script holds '{hit.words}'.", "a script gives no verdict; remove it.")


@rule(about_look=True)
def a_tick_changes_no_words(site: Site, built: Built) -> Found:
    """No style shows, hides or counts anything when a box is ticked."""
    for file in sorted(name for name in built.files if name.endswith(".css")):
        for style in sheet_rules(built, file):
            if isinstance(style, StyleRule) and TICKED.search(style.selector):
                for declaration in (d for d in style.declarations if d.name in CHANGES):
                    yield problem("a-tick-changes-no-words", style.file, declaration.line,
                                  f"'{style.saying(declaration)}' answers a tick.",
                                  "let a tick change nothing but the tick.")


def _labels(built: Built) -> dict[str, list[BuiltPage]]:
    """Return the words that stand in attributes, with the pages they stand on."""
    found: dict[str, list[BuiltPage]] = {}
    for shown in built.pages.values():
        for text in {text for key in LABELS for _, text in shown.having(key)}:
            found.setdefault(text, []).append(shown)
    return found


def _is_read_apart(built: Built, file: str) -> bool:
    """Tell whether a text of a file is judged as it stands: those of pages and of the search are judged as readers see them,
    scripts line by line."""
    return file not in built.pages and file != INDEX and not file.endswith(".js")


def _place(site: Site, built: Built, file: str, hit: Hit) -> tuple[str, int]:
    """Return the source file and line of a verdict; for a file beside a page, that of the page."""
    page = page_beside(site, file) if file not in built.pages else None
    return (page.path, page.body_line) if page else origin(site, hit.words, hit.sentence.rstrip("."), file)


def _address(built: Built, file: str) -> str:
    return f"/{built.pages[file].url}" if file in built.pages else file
