"""No script of ours takes a safety note away: none that runs on a page of advice takes hold of the page's text,
or writes styles or HTML."""

import re
from collections.abc import Iterator
from functools import cache

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.elements import around
from press.problem import Problem
from press.rules import Found, problem, rule
from press.script_syntax import fault
from press.site import Site
from press.sources import advice
from press.texts import our_scripts

FOLDER = "assets/"
START = f"{FOLDER}start.js"  # what each page links; it fetches the others
HOLDERS = {"html", "head", "body", "header", "nav"}  # what stands around the text, and the ways through the guide
COMMENT = re.compile(r"(?<![:\"'`\\])//[^\n]*|/\*.*?\*/", re.DOTALL)
STRING = re.compile(r"""(["'`])((?:(?!\1)[^\\\n]|\\.)*)\1""")
TAKES = re.compile(r"\bdocument\s*\.\s*(querySelector(?:All)?|getElementById)\s*(?:\?\.)?\s*\(\s*|\.\s*(closest)\s*(?:\?\.)?\s*\(\s*")
PLAIN = re.compile(r"""(["'`])((?:(?!\1|\$\{)[^\\\n])*)\1\s*\)""")
PAGE = re.compile(r"\b(?:document|window|globalThis|self)\b(?!\s*\.\s*(?:querySelector|querySelectorAll|getElementById|createElement"
                  r"|addEventListener|activeElement|documentElement\.dataset|execCommand|HTMLDialogElement|caches)\b)")
# How a script gets at what it was not given, or changes how a page looks or reads.
REACHES = re.compile(
    r"\.\s*(?:style|inert|popover|animate|constructor|setAttribute(?!\s*\(\s*[\"']aria-label[\"'])|toggleAttribute|scroll\w*)\b"
    r"|\{\s*style\b"
    r"|\b(?:cssText|styleSheets|adoptedStyleSheets|attributeStyleMap|CSSStyleSheet|insertRule|deleteRule|setProperty"
    r"|innerHTML|outerHTML|innerText|insertAdjacent\w+|attachShadow|DOMParser|XSLTProcessor"
    r"|parentElement|parentNode|offsetParent|getRootNode|ownerDocument|(?:previous|next)(?:Element)?Sibling|baseURI"
    r"|composedPath|relatedTarget|currentTarget|srcElement|elementFromPoint|getElementsBy\w+"
    r"|createTreeWalker|createNodeIterator|Range|getSelection|MutationObserver|ResizeObserver|IntersectionObserver"
    r"|customElements|eval|Function"
    r"|frames|opener|showPopover|scrollTo|scrollBy|scrollRestoration"
    r"|(?<!\.)(?:top|parent|scroll)(?!\s*[:=]))\b"
    r"|\b(?:target|activeElement)\s*\.\s*(?!closest\b|value\b)|\[\s*[\"'`](?:style|inner|outer|parent|document)"
    r"|[\"'`](?:style|link|script|iframe|base|meta)[\"'`]"
    r"|\blocation\s*(?:\.\s*(?:hash|href|search|pathname)\s*)?=(?![=>])"
    r"|\blocation\s*\.\s*(?:replace|reload|assign\s*\((?!\s*\w+\.href\s*\)))|serviceWorker")
TAKEN = re.compile(r"""\bimport\s*\{([^}]*)\}\s*from\s*["']\./([\w.-]+)["']""")
GIVEN = re.compile(r"\bexport\s+(?:async\s+)?(?:function\*?|class|const|let|var)\s+([\w$]+)")
REWRITES = re.compile(r"\.text\s*\(|\bnew\s+Response\s*\(|HTMLRewriter|TransformStream|pipeThrough|getReader")
FIX = ("leave the page's text and its notes alone; "
       "give what the script needs an id of its own, outside <main>, or an element with data-script.")


@rule(about_look=True)
def scripts_leave_notes_alone(site: Site, built: Built) -> Found:
    """No script that runs on a page of advice takes hold of the page's text, with its safety notes, or of what stands around it,
    or writes styles or HTML."""
    pages = [shown for _, shown in advice(site, built)]
    text = _Text(pages)
    for file in sorted(_running(built, pages)):
        raw = (built.folder / file).read_text(encoding="utf-8", errors="replace")
        code = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), raw)
        told = set()
        for at, says in (*_taken(code, text), *_reached(code, text)):
            line = code.count("\n", 0, at) + 1
            if (line, says) not in told:
                told.add((line, says))
                yield _problem(file, line, says)


@rule(about_look=True)
def workers_hand_over_what_came(site: Site, built: Built) -> Found:
    """A service worker answers with pages as they came or were kept, and never with words of its own."""
    for _, where, text in our_scripts(site, built):
        for match in REWRITES.finditer(text) if "respondWith" in text else ():
            yield problem("workers-hand-over-what-came", where, text.count("\n", 0, match.start()) + 1,
                          f"'{match[0].strip()}' could change a page on its way to the reader.",
                          "hand over the answer as it came.")


@rule(about_look=True)
def scripts_can_be_read(site: Site, built: Built) -> Found:
    """No script of ours holds a slip for which a browser drops all of it: a bracket or quote that is not closed, two words with nothing
    between, or a name from another script that this one does not give."""
    gives = {file.rpartition("/")[2]: set(GIVEN.findall(text)) for file, _, text in our_scripts(site, built)}
    for _, where, text in our_scripts(site, built):
        if wrong := fault(text):
            at, says = wrong
            yield problem("scripts-can-be-read", where, text.count("\n", 0, at) + 1, f"{says}, so no browser runs this script.",
                          "put it right, or undo the last change.")
        for taken in TAKEN.finditer(text):
            names = [name.split(" as ")[0].strip() for name in taken[1].split(",") if name.strip()]
            for name in [name for name in names if name not in gives.get(taken[2], names)]:
                yield problem("scripts-can-be-read", where, text.count("\n", 0, taken.start()) + 1,
                              f"'{name}' is taken from '{taken[2]}', which does not give it.",
                              f"write 'export' before '{name}' there, or take it out here.")


def _problem(file: str, line: int, says: str) -> Problem:
    return problem("scripts-leave-notes-alone", f"docs/{file}", line, says, FIX)


def _running(built: Built, pages: list[BuiltPage]) -> set[str]:
    """Return the scripts of ours that may run on some pages: those they link or name, and those that these name."""
    linked = {f"{FOLDER}{(address or '').rpartition('/')[2].partition('?')[0]}" for shown in pages
              for node, address in shown.having("src") if node.tag == "script"}
    named = {f"{FOLDER}{name}.js" for shown in pages for _, name in shown.having("data-script")}
    found, new = set(), (linked | named) & built.files
    while new:
        found |= new
        said = {said for file in new
                for _, said in STRING.findall((built.folder / file).read_text(encoding="utf-8", errors="replace"))}
        new = {f"{FOLDER}{word.rpartition('/')[2].removesuffix('.js')}.js" for word in said} & built.files - found
    return found


class _Text:
    """What scripts must not take hold of: the text of pages, all in it but what waits for a script, what stands around it,
    and the places of the ways through the guide.

    `ids` are its names, `ids_of_notes` those of what holds or is a note.
    """

    def __init__(self, pages: list[BuiltPage]):
        self.pages = pages
        self.ids = set().union(*map(_ids, pages))
        self.ids_of_notes = set().union(*map(_ids_of_notes, pages))
        self.is_found = cache(self.is_found)

    def is_found(self, selector: str) -> bool:
        """Tell whether a selector finds any of it, or nobody can know."""
        try:
            return any(_is_held(node) for shown in self.pages for node in shown.fitting(selector))
        except ValueError:  # not a selector that this program knows
            return True


def _is_held(node: LexborNode) -> bool:
    """Tell whether scripts must not take hold of an element: of the page's text, but for what waits for a script and holds no note,
    or of what stands around it."""
    if node.tag in HOLDERS:
        return True
    above = list(around(node))
    return any(at.tag == "main" for at in above) and not any("data-script" in at.attributes and _waits(at) for at in above)


def _waits(box: LexborNode) -> bool:
    """Tell whether an element with `data-script` waits for its script, and holds no note."""
    return not box.css_first("[data-note]")


def _ids(shown: BuiltPage) -> set[str]:
    """Return the ids on a page of what scripts must not take hold of."""
    waiting = {node.mem_id for box, _ in shown.having("data-script") if _waits(box) for node in box.css("[id]")}
    held = {node.attributes["id"] or "" for main in shown.tagged("main") for node in main.css("[id]") if node.mem_id not in waiting}
    return held | {id for node, id in shown.having("id") if node.tag in HOLDERS}


def _ids_of_notes(shown: BuiltPage) -> set[str]:
    """Return the ids of the notes of a page, and of what they stand in."""
    return {id for node, id in shown.having("id") if node.css_first("[data-note]")}


def _taken(code: str, text: _Text) -> Iterator[tuple[int, str]]:
    """Yield what a script takes hold of that holds a note, or that nobody can read here: where, and what."""
    for match in TAKES.finditer(code):
        by, plain = match[1] or match[2], PLAIN.match(code, match.end())
        is_text = text.ids.__contains__ if by == "getElementById" else text.is_found
        if plain:
            if is_text(plain[2]):
                yield match.start(), f"the script takes hold of '{plain[2]}', which is the page's text, is in it or stands around it."
        elif by == "getElementById":  # the ids stand elsewhere in the script
            yield from ((said.start(),
                         f"the script takes hold of '{said[2]}', which is the page's text, is in it or stands around it.")
                        for said in STRING.finditer(code) if re.fullmatch(r"[\w-]+", said[2]) and is_text(said[2]))
        else:
            yield match.start(), f"nobody can read here what '{code[match.start():match.end()].strip()}…' takes hold of."


def _reached(code: str, text: _Text) -> Iterator[tuple[int, str]]:
    """Yield the words by which a script could change what it was not given."""
    names = "|".join(sorted(filter(str.isidentifier, text.ids_of_notes)))  # each is a name in a script, too
    for pattern in (PAGE, REACHES, *([re.compile(rf"(?<![\w.$\"'`#-])(?:{names})\s*[.\[]")] if names else [])):
        yield from ((match.start(), f"'{match[0].strip()}' in a script could change or hide a safety note.")
                    for match in pattern.finditer(code))
