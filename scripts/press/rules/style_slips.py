"""A slip of the keyboard in a stylesheet is named: a browser passes over what it does not understand, and says nothing."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

import tinycss2.color5

from press.built import Built
from press.rules import Found, problem, rule
from press.rules.markup import CONFLICT
from press.site import Site
from press.style_sheets import Sheets, looks
from press.styles import Declaration

# What a slip is likely to be meant for; others may stand in a stylesheet too.
KNOWN = set("""align-content align-items align-self background background-color background-image background-position background-repeat
background-size border border-block border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse border-color
border-inline border-left border-left-color border-left-style border-left-width border-radius border-right border-right-color
border-right-style border-right-width border-spacing border-style border-top border-top-color border-top-style border-top-width border-width
bottom box-shadow box-sizing break-after break-before break-inside caption-side caret-color clear clip clip-path color color-scheme
column-count column-gap columns content content-visibility counter-increment counter-reset counter-set cursor direction display fill filter
flex flex-basis flex-direction flex-flow flex-grow flex-shrink flex-wrap float font font-family font-feature-settings font-kerning font-size
font-stretch font-style font-variant font-weight forced-color-adjust gap grid grid-area grid-auto-flow grid-column grid-row grid-template
grid-template-areas grid-template-columns grid-template-rows height hyphens inset isolation justify-content justify-items justify-self left
letter-spacing line-height list-style list-style-position list-style-type margin margin-block margin-bottom margin-inline margin-left
margin-right margin-top max-height max-width min-height min-width object-fit opacity order orphans outline outline-color outline-offset
outline-style outline-width overflow overflow-wrap overflow-x overflow-y padding padding-block padding-bottom padding-inline padding-left
padding-right padding-top page paint-order place-content place-items pointer-events position print-color-adjust quotes resize right row-gap
scroll-margin scroll-padding scroll-padding-top stroke stroke-width tab-size table-layout text-align text-decoration text-indent
text-overflow text-size-adjust text-transform text-underline-offset text-wrap top transform transition unicode-bidi user-select
vertical-align visibility white-space widows width word-break word-spacing writing-mode z-index zoom""".split())
COLOURED = {"color", "background-color", "border-color", "outline-color", "text-decoration-color", "fill", "stroke", "caret-color"}
NO_COLOUR = set("inherit initial unset revert revert-layer none auto canvas canvastext linktext visitedtext activetext buttonface"
                " buttontext buttonborder field fieldtext highlight highlighttext selecteditem selecteditemtext mark marktext graytext"
                " accentcolor accentcolortext context-fill context-stroke".split())
USED, RUN_ON = re.compile(r"\bvar\(\s*(--[\w-]+)\s*\)"), re.compile(r"(?<![\w-])([a-z-]+)\s*:(?!:)")
REMARK = re.compile(r"/\*(.*?)\*/", re.DOTALL)
UNITLESS = re.compile(r"(?:margin|padding|width|height|top|left|right|bottom|inset|gap|font-size|letter-spacing)\b")


@rule(about_look=True)
def styles_are_understood(site: Site, built: Built) -> Found:
    """Each declaration of a stylesheet is one that browsers understand: its name is no slip of a known one, its colour is one, a length
    has its unit, each name with '--' is given somewhere, no ';' is missing, and no remark goes on into the next."""
    for where, text in site.written.items():
        for torn in CONFLICT.finditer(text) if where.endswith(".css") else ():
            yield problem("styles-are-understood", where, text.count("\n", 0, torn.start()) + 1,
                          f"'{torn[0]}' is a sign of two changes that were not brought together.",
                          "keep the better one of the two, and take out the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'.")
        for remark in REMARK.finditer(text) if where.endswith(".css") else ():
            if "/*" in remark[1]:
                yield problem("styles-are-understood", where, text.count("\n", 0, remark.start()) + 1,
                              f"the remark '/*{remark[1][:40].splitlines()[0]}' goes on to the end of the next one, "
                              "and takes all styles between along.", "end it with '*/'.")
    for sheets in dict.fromkeys(sheets for _, sheets in looks(site, built)):
        for where, line, says, fix in _told(sheets):
            yield problem("styles-are-understood", where, line, says, fix)


@lru_cache(maxsize=8)  # in a preview, and in the tests, most builds have the same ones
def _told(sheets: Sheets) -> tuple[tuple[str, int, str, str], ...]:
    """Return the slips of some stylesheets, each with its file and line, and its fix."""
    given = {declaration.name for style in sheets.rules if not style.media for declaration in style.declarations
             if declaration.name.startswith("--")}  # what the dark alone gives has no value in the light
    return tuple(dict.fromkeys((style.file, declaration.line, *slip)  # a rule stands once for each of its selectors
                               for style in sheets.rules for declaration in style.declarations
                               for slip in _slips(declaration, given)))


def _slips(declaration: Declaration, given: set[str]) -> Iterator[tuple[str, str]]:
    """Yield what browsers would pass over in a declaration, and the fix."""
    name, text = declaration.name, declaration.text
    meant = get_close_matches(name, KNOWN, n=1, cutoff=0.8) if name not in KNOWN and not name.startswith("-") else []
    if meant and abs(len(meant[0]) - len(name)) < 2:
        yield f"'{name}' is nothing that browsers know.", f"write '{meant[0]}'."
    bare = re.sub(r"\([^)]*\)|\"[^\"]*\"|'[^']*'", "", text)
    if not name.startswith("--") and (run_on := RUN_ON.search(bare)):
        yield f"'{name}: {text[:60]}' holds two declarations, so browsers pass over both.", f"put a ';' before '{run_on[1]}'."
    elif name in COLOURED and re.fullmatch(r"[a-zA-Z-]+", text) and text.lower() not in NO_COLOUR and not _is_colour(text):
        yield f"'{text}' is no colour.", "write a colour, or the name of one of ours: var(--ink)."
    elif UNITLESS.match(name) and re.search(r"(?<![\w.%#-])[+-]?(?:[1-9]\d*|\d*\.\d*[1-9]\d*)(?![\w.%])", bare):
        yield f"'{name}: {text[:60]}' is a length without its unit, so browsers pass over it.", "write its unit: rem, em or px."
    for unknown in sorted(set(USED.findall(text)) - given):
        near = get_close_matches(unknown, given, n=1) or ["a name that :root gives"]
        yield f"'{unknown}' has no value in this stylesheet.", f"write {near[0]}."


def _is_colour(text: str) -> bool:
    return tinycss2.color5.parse_color(text) is not None
