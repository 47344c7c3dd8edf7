"""No style takes away what people use a page with: the way past the menu, the menu, what unfolds, buttons and fields,
and the search once it is open. Each is large enough to touch, and has an outline when it has the focus. Scripts make some of them,
so they are known by their names, and not by a page that holds them."""

import re
from collections.abc import Iterator

from press.built import Built
from press.contrast import contrast
from press.css_colours import as_painted
from press.harm import harm
from press.rules import Found, problem, rule
from press.site import Site
from press.style_sheets import sheet_rules
from press.styles import Declaration, StyleRule, plain_tokens

LAST = re.compile(r"[^\s>+~]+$")  # what a selector reaches in the end
# A control, in any state but not open or filled in.
CONTROL = re.compile(r"^(?:details|summary|dialog|button|input|textarea|select)(?![\w-])|\[type="
                     r"|[.#](?:skip|menu|tree|crumbs|tool|press|share|(?:kit|search)(?:-[a-z]+)?)(?![\w-])")
GONE = {
    "display": re.compile("none"),
    "visibility": re.compile("hidden|collapse"),
    "content-visibility": re.compile("hidden"),
    "opacity": re.compile(r"^(?:0?\.\d+|0|\d{1,2}%)$"),
    "pointer-events": re.compile("none"),
    **dict.fromkeys(("appearance", "-webkit-appearance"), re.compile("none")),  # a tick has no other look here
}
# What may leave hardly anything of it, unless it scrolls in a box about as high as the window.
CRUSHED = {"max-height", "max-block-size", "clip", "clip-path", "font-size", "text-indent", "transform", "translate", "scale", "zoom",
           "filter", "mask"}
ROOM = re.compile(r"calc\(|(?:[5-9]\d|100)d?vh$")
# Then something else stands in its place: the wide menu, paper, a page that an open menu would cover, a list that waits.
ELSEWHERE = re.compile(r"@media [^@]*(?:print|min-width)|@supports not")
WAITS = re.compile(r":has\(|:not\(\[open\]\)|\[hidden\]|\.away\b")
TOUCHED = re.compile(r"^(?:a|summary|button|label|textarea|select)(?![\w-])|\.(?:tool|press)(?![\w-])")
SIZE = re.compile(r"^(?:(?:min-|max-)?(?:height|width)|(?:min-|max-)?(?:block|inline)-size)$")
LEAST, PIXELS = 44, {"px": 1, "rem": 18, "em": 16, "pt": 4 / 3}  # of what is touched, in pixels
RING = ("outline", "outline-style", "outline-width", "outline-color")
NO_RING = re.compile(r"(?:none|0(?:px|r?em)?|transparent)(?:\s|$)", re.IGNORECASE)
LED_TO = ("main", ":target", "[tabindex=")  # what a link leads to has the focus for a moment, and is no control
THIN, STANDS_OUT = 2, 3  # of an outline: pixels; contrast with the ground around it, WCAG 2.4.13
GROUNDS = ("--paper", "--card", "--sand")


@rule(about_look=True)
def styles_leave_controls_in_sight(site: Site, built: Built) -> Found:
    """On screen, no style hides or disables the way past the menu, the menu, what unfolds, a button, a field or the open search."""
    for style, declaration in _declared(built):
        if "::" not in style.selector and _is_control(style) and _takes_away(declaration):
            yield problem("styles-leave-controls-in-sight", style.file, declaration.line,
                          f"'{style.saying(declaration)}' takes away something that people use a page with.",
                          "take it out, or leave it to @media print or to a state in which something else stands in its place.")


@rule(about_look=True)
def controls_can_be_touched(site: Site, built: Built) -> Found:
    """No style makes a link, a button, a field or what unfolds smaller than a finger: 44 pixels."""
    for style, declaration in _declared(built):
        last = LAST.search(style.selector.strip())
        if (last and TOUCHED.search(last[0]) and "::" not in style.selector and SIZE.match(declaration.name)
                and not any("print" in medium for medium in style.media) and _is_small(declaration)):
            yield problem("controls-can-be-touched", style.file, declaration.line,
                          f"'{style.saying(declaration)}' makes something to touch smaller than {LEAST} pixels.",
                          f"write '{LEAST}px' or more: hands may be cold, stiff or unsteady.")


@rule(about_look=True)
def focus_can_be_seen(site: Site, built: Built) -> Found:
    """Whoever uses a keyboard sees where they are: what has the focus has an outline, thick and in a colour that stands out,
    and no style takes it away but from what a link leads to."""
    rings = [(style, d) for style, d in _declared(built) if d.name in RING]
    for style, d in rings:
        if not style.selector.startswith(LED_TO) and (fault := _ring_fault(style, d)):
            yield problem("focus-can-be-seen", style.file, d.line, f"'{style.saying(d)}' {fault} what has the focus.",
                          "take it out, or draw a clearer outline.")
    if "assets/site.css" in built.files and not any(":focus" in style.selector and not NO_RING.match(d.text.strip())
                                                    for style, d in rings):
        yield problem("focus-can-be-seen", "docs/assets/site.css", 1,
                      "no style draws an outline around what has the focus: ':focus-visible' is missing.",
                      "write ':focus-visible { outline: 3px solid var(--ring); outline-offset: 2px; }'.")
    for style, d, ground in _pale_rings(built):
        yield problem("focus-can-be-seen", style.file, d.line,
                      f"'{style.saying(d)}' does not stand out from {ground}: nobody would see the outline of what has the focus.",
                      f"choose a colour that is {STANDS_OUT} to 1 from {', '.join(GROUNDS)}, or more.")


def _declared(built: Built) -> Iterator[tuple[StyleRule, Declaration]]:
    """Yield each declaration of the stylesheets, with its rule."""
    for sheet in sorted(name for name in built.files if name.endswith(".css")):
        for style in sheet_rules(built, sheet):
            if isinstance(style, StyleRule):
                yield from ((style, declaration) for declaration in style.declarations)


def _is_control(style: StyleRule) -> bool:
    last = LAST.search(style.selector.strip())
    return bool(last and CONTROL.search(last[0])) and not WAITS.search(style.selector) and not any(map(ELSEWHERE.search, style.media))


def _takes_away(declaration: Declaration) -> bool:
    if declaration.name in CRUSHED:
        return harm(declaration) and not ROOM.match(declaration.text)
    return declaration.name in GONE and bool(GONE[declaration.name].search(declaration.text.lower()))


def _is_small(declaration: Declaration) -> bool:
    """Tell whether a size is below that of a finger. A width of nought alone lets a column give way, and makes nothing small."""
    sizes = [t.value * PIXELS[t.lower_unit] for t in plain_tokens(declaration) if t.type == "dimension" and t.lower_unit in PIXELS]
    sizes += [0 for t in plain_tokens(declaration) if t.type == "number" and t.value == 0 and "width" not in declaration.name]
    return any(size < LEAST for size in sizes)


def _ring_fault(style: StyleRule, d: Declaration) -> str:
    """Return what an outline does to what has the focus, or an empty string."""
    if NO_RING.match(d.text.strip()):
        return "takes the outline away from"
    if ":focus" not in style.selector:
        return ""
    if any(t.type == "dimension" and t.lower_unit in PIXELS and t.value * PIXELS[t.lower_unit] < THIN for t in plain_tokens(d)):
        return f"draws an outline thinner than {THIN} pixels around"
    if any(as_painted(t.serialize(), is_ground=False) for t in plain_tokens(d)) or "var(" in d.text.replace("var(--ring)", ""):
        return "draws an outline in a colour of its own, not var(--ring), around"
    return ""


def _pale_rings(built: Built) -> Iterator[tuple[StyleRule, Declaration, str]]:
    """Yield where the colour of outlines is given and one of the grounds is too much like it, with that ground."""
    given: dict[tuple[str, ...], dict[str, tuple[StyleRule, Declaration]]] = {}
    for style, d in _declared(built):
        if style.selector.strip() == ":root" and d.name in ("--ring", *GROUNDS):
            given.setdefault(tuple(style.media), {})[d.name] = (style, d)
    dark = {name: one for media, found in given.items() if "dark" in str(media) for name, one in found.items()}
    for media, found in given.items():
        there = {**given.get((), {}), **(dark if "dark" in str(media) else {}), **found}
        colours = {name: as_painted(d.text, is_ground=False) for name, (_, d) in there.items()}
        for ground in GROUNDS:
            ring, below = colours.get("--ring"), colours.get(ground)
            if ring and below and contrast(ring, below) < STANDS_OUT:
                yield *found.get("--ring", there[ground]), ground
