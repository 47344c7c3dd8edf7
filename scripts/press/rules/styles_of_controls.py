"""No style takes away what people use a page with: the way past the menu, the menu, what unfolds, buttons and fields,
and the search once it is open. Scripts make some of them, so they are known by their names, and not by a page that holds them."""

import re

from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site
from press.style_sheets import sheet_rules
from press.styles import Declaration, StyleRule

LAST = re.compile(r"[^\s>+~]+$")  # what a selector reaches in the end
# A control, in any state but not open or filled in.
CONTROL = re.compile(r"^(?:details|summary|dialog|button|input|textarea|select)(?![\w-])"
                     r"|[.#](?:skip|menu|tree|tool|press|share|kit|search|search-(?:close|words|status|list))(?![\w-])")
GONE = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "content-visibility": re.compile("hidden"),
    "opacity": re.compile(r"^(?:0?\.\d+|0|\d{1,2}%)$"),
    "pointer-events": re.compile("none"),
}
# Then something else stands in its place: the wide menu, paper, a page that an open menu would cover, a list that waits.
ELSEWHERE = re.compile(r"@media [^@]*(?:print|min-width)|@supports not")
WAITS = re.compile(r":has\(|:not\(\[open\]\)|\[hidden\]|\.away\b")


@rule(about_look=True)
def styles_leave_controls_in_sight(site: Site, built: Built) -> Found:
    """On screen, no style hides or disables the way past the menu, the menu, what unfolds, a button, a field or the open search."""
    for sheet in sorted(name for name in built.files if name.endswith(".css")):
        for style in sheet_rules(built, sheet):
            if not isinstance(style, StyleRule) or "::" in style.selector or not _is_control(style):
                continue
            for declaration in filter(_takes_away, style.declarations):
                yield problem("styles-leave-controls-in-sight", style.file, declaration.line,
                              f"'{style.saying(declaration)}' takes away something that people use a page with.",
                              "take it out, or leave it to @media print or to a state in which something else stands in its place.")


def _is_control(style: StyleRule) -> bool:
    last = LAST.search(style.selector.strip())
    return bool(last and CONTROL.search(last[0])) and not WAITS.search(style.selector) and not any(map(ELSEWHERE.search, style.media))


def _takes_away(declaration: Declaration) -> bool:
    return declaration.name in GONE and bool(GONE[declaration.name].search(declaration.text.lower()))
