"""Scripts of ours can be read by a browser, and a worker hands over pages as they came."""

import posixpath
import re
from difflib import get_close_matches
from functools import lru_cache

from press.built import Built
from press.rules import Found, problem, rule
from press.script_names import misspelt, unknown
from press.script_syntax import fault
from press.site import Site
from press.texts import finds, our_scripts

TAKEN = re.compile(r"""\bimport\s*\{([^}]*)\}\s*from\s*["']\./([\w.-]+)["']""")
GIVEN = re.compile(r"\bexport\s+(?:async\s+)?(?:function\*?|class|const|let|var)\s+([\w$]+)")
# What a line that begins at the margin declares, and the names in it.
DECLARED = re.compile(r"^(?:export )?(?:async )?(?:const|let|class|function\*?) ([^\n]*)", re.MULTILINE)
DECLARES = re.compile(r"(?:^|, |^[\[{] ?)([A-Za-z_$][\w$]*)(?=[ ,;(\]}])")
# Words that a script shows, left empty: of a control that it makes, of a constant.
NO_WORDS = re.compile(r"""\w\((["'])(?:button|label|a|summary)\1,[^;\n]*?,\s*(["'`])\s*\2\s*\)"""
                      r"""|\bconst\s+[A-Z][A-Z_]+\s*=\s*(["'`])\s*\3""")
# What a script waits for, and the keys that it looks at: a browser never says that one of these does not exist.
EVENTS = set("""abort activate afterprint animationend beforeinput beforeprint beforetoggle beforeunload blur change click close
compositionend compositionstart contextmenu copy cut dblclick drag dragend dragover dragstart drop ended error fetch focus
focusin focusout fullscreenchange hashchange input install invalid keydown keyup load message mousedown mousemove mouseout
mouseover mouseup offline online pagehide pageshow paste pointerdown pointermove pointerup popstate reset resize scroll
scrollend select selectionchange storage submit toggle touchend touchstart transitionend unload visibilitychange wheel
DOMContentLoaded""".split())
KEYS = set("""Alt ArrowDown ArrowLeft ArrowRight ArrowUp Backspace Control Delete End Enter Escape Home Insert Meta PageDown PageUp Shift
Tab Unidentified""".split())
WAITS = re.compile(r"""(?:\baddEventListener\(\s*|\bnew (?:Custom)?Event\(\s*)(["'])(?P<event>\w+)\1"""
                   r"""|\bkey\s*[=!]==?\s*(["'])(?P<key>\w{2,})\3""")
FILES = re.compile(r"""(["'])(\.{1,2}/[\w./-]+\.(?:js|json|css|html|txt|svg|png))\1""")
REWRITES = re.compile(r"\.text\s*\(|\bnew\s+Response\s*\(|HTMLRewriter|TransformStream|pipeThrough|getReader")


@rule(about_look=True)
def workers_hand_over_what_came(site: Site, built: Built) -> Found:
    """A service worker answers with pages as they came or were kept, and never with words of its own."""
    for _, where, text in our_scripts(site, built):
        for match in finds(REWRITES, text) if "respondWith" in text else ():
            yield problem("workers-hand-over-what-came", where, text.count("\n", 0, match.start()) + 1,
                          f"'{match[0].strip()}' could change a page on its way to the reader.",
                          "hand over the answer as it came.")


@rule(about_look=True)
def scripts_can_be_read(site: Site, built: Built) -> Found:
    """No script of ours holds a slip for which a browser drops all of it: a bracket or quote that is not closed, two words with nothing
    between, a name that nothing gives or that is misspelt, or one from another script that this one does not give."""
    gives = {where.rpartition("/")[2]: {found[1] for found in finds(GIVEN, text)} for _, where, text in our_scripts(site, built)}
    yield from _twice(site, built)
    for _, where, text in our_scripts(site, built):
        if wrong := fault(text):
            at, says = wrong
            yield problem("scripts-can-be-read", where, text.count("\n", 0, at) + 1, f"{says}, so no browser runs this script.",
                          "put it right, or undo the last change.")
        for at, name in () if wrong else unknown(text):
            yield problem("scripts-can-be-read", where, text.count("\n", 0, at) + 1,
                          f"'{name}' stands nowhere else in this script, and no browser gives it, so the script breaks off there.",
                          "write the name as it is given, or undo the last change.")
        for at, name, meant in () if wrong else misspelt(text):
            yield problem("scripts-can-be-read", where, text.count("\n", 0, at) + 1,
                          f"'.{name}' is nothing that a browser gives, so the script breaks off there.",
                          f"write '.{meant}', if that is meant.")
        for taken in finds(TAKEN, text):
            names = [name.split(" as ")[0].strip() for name in taken[1].split(",") if name.strip()]
            for name in [name for name in names if name not in gives.get(taken[2], names)]:
                yield problem("scripts-can-be-read", where, text.count("\n", 0, taken.start()) + 1,
                              f"'{name}' is taken from '{taken[2]}', which does not give it.",
                              f"write 'export' before '{name}' there, or take it out here.")


def _twice(site: Site, built: Built) -> Found:
    """Yield a problem for each name that two scripts declare which are published in one file."""
    declared: dict[tuple[str, str], str] = {}  # a file and a name in it -> the source that declares it
    for file, where, _ in our_scripts(site, built):
        text = (site.root / where).read_text(encoding="utf-8")  # as it was written: what a block declares is set in
        for name, at in _declares(text):
            if (other := declared.setdefault((file, name), where)) != where:
                yield problem("scripts-can-be-read", where, text.count("\n", 0, at) + 1,
                              f"'{name}' stands in '{other}' too, and both are published in one file, so no browser runs it.",
                              "give it another name here.")


@lru_cache(maxsize=256)  # in a preview, and in the tests, most scripts are as they were
def _declares(code: str) -> tuple[tuple[str, int], ...]:
    """Return the names that a script declares, each with its place."""
    return tuple((name, found.start()) for found in DECLARED.finditer(code)
                 for name in DECLARES.findall(re.split("=>|//", found[1])[0]))


@rule(about_look=True)
def scripts_wait_for_what_there_is(site: Site, built: Built) -> Found:
    """What a script of ours waits for is something that browsers tell, each key it looks at is one, and each file it asks for is there."""
    name = "scripts-wait-for-what-there-is"
    for file, where, text in our_scripts(site, built):
        line = lambda found, text=text: text.count("\n", 0, found.start()) + 1
        for found in finds(WAITS, text):
            said, known = (found["event"], EVENTS) if found["event"] else (found["key"], KEYS)
            if said not in known and (meant := get_close_matches(said, known, n=1)):
                yield problem(name, where, line(found), f"no browser tells of '{said}', so this never happens.", f"write '{meant[0]}'.")
        for found in finds(FILES, text):
            asked = posixpath.normpath(posixpath.join(posixpath.dirname(file), found[2]))
            if asked not in built.files and not (site.root / "docs" / asked).is_file():
                yield problem(name, where, line(found), f"'{found[2]}' is not there, so the script waits for it in vain.",
                              "write the name of a file that is published, seen from the script.")


@rule(about_look=True)
def scripts_say_what_they_make(site: Site, built: Built) -> Found:
    """No button, link or label that a script makes is left without words, and no sentence that it shows is emptied."""
    for _, where, text in our_scripts(site, built):
        for match in finds(NO_WORDS, text):
            yield problem("scripts-say-what-they-make", where, text.count("\n", 0, match.start()) + 1,
                          f"'{match[0].strip()}' has no words, so readers see nothing there.", "write its words between the quotes.")
