"""No script of ours takes a safety note away: none that runs on a page of advice takes hold of the page's text,
or writes styles or HTML."""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.built import Built
from press.built_page import BuiltPage
from press.out_of_reach import Held
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import advice
from press.texts import finds, our_scripts

FOLDER = "assets/"
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
FIX = ("leave the page's text and its notes alone; "
       "give what the script needs an id of its own, outside <main>, or an element with data-script.")


@rule(about_look=True)
def scripts_leave_notes_alone(site: Site, built: Built) -> Found:
    """No script that runs on a page of advice takes hold of the page's text, with its safety notes, or of what stands around it,
    or writes styles or HTML."""
    pages = [shown for _, shown in advice(site, built)]
    held = Held(pages)
    running = _running(built, pages)
    for _, where, raw in (script for script in our_scripts(site, built) if script[0] in running):
        code = _without_comments(raw)
        told = set()
        for at, says in (*_taken(code, held), *_reached(code, held)):
            line = code.count("\n", 0, at) + 1
            if (line, says) not in told:
                told.add((line, says))
                yield problem("scripts-leave-notes-alone", where, line, says, FIX)


@lru_cache(maxsize=64)  # in a preview, and in the tests, most scripts are as they were
def _without_comments(raw: str) -> str:
    return COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), raw)


def _running(built: Built, pages: list[BuiltPage]) -> set[str]:
    """Return the scripts of ours that may run on some pages: those they link or name, and those that these name."""
    linked = {f"{FOLDER}{(address or '').rpartition('/')[2].partition('?')[0]}" for shown in pages
              for node, address in shown.having("src") if node.tag == "script"}
    named = {f"{FOLDER}{name}.js" for shown in pages for _, name in shown.having("data-script")}
    found, new = set(), (linked | named) & built.files
    while new:
        found |= new
        said = {said[2] for file in new
                for said in finds(STRING, (built.folder / file).read_text(encoding="utf-8", errors="replace"))}
        new = {f"{FOLDER}{word.rpartition('/')[2].removesuffix('.js')}.js" for word in said} & built.files - found
    return found


def _taken(code: str, held: Held) -> Iterator[tuple[int, str]]:
    """Yield what a script takes hold of that holds a note, or that nobody can read here: where, and what."""
    for match in finds(TAKES, code):
        by, plain = match[1] or match[2], PLAIN.match(code, match.end())
        is_held = held.ids.__contains__ if by == "getElementById" else held.is_found
        if plain:
            if is_held(plain[2]):
                yield match.start(), f"the script takes hold of '{plain[2]}', which is the page's text, is in it or stands around it."
        elif by == "getElementById":  # the ids stand elsewhere in the script
            yield from ((said.start(),
                         f"the script takes hold of '{said[2]}', which is the page's text, is in it or stands around it.")
                        for said in STRING.finditer(code) if re.fullmatch(r"[\w-]+", said[2]) and is_held(said[2]))
        else:
            yield match.start(), f"nobody can read here what '{code[match.start():match.end()].strip()}…' takes hold of."


def _reached(code: str, held: Held) -> Iterator[tuple[int, str]]:
    """Yield the words by which a script could change what it was not given."""
    names = "|".join(sorted(filter(str.isidentifier, held.ids_of_notes)))  # each is a name in a script, too
    for pattern in (PAGE, REACHES, *([re.compile(rf"(?<![\w.$\"'`#-])(?:{names})\s*[.\[]")] if names else [])):
        yield from ((match.start(), f"'{match[0].strip()}' in a script could change or hide a safety note.")
                    for match in finds(pattern, code))
