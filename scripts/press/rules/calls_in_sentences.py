"""What a call gives fits into the sentence that an author wrote around it: with spaces, with a unit, and as a sentence of its own
where it is one."""

import re
from collections.abc import Iterator

from press.built import Built
from press.calls import arguments, calls
from press.rules import Found, problem, rule
from press.rules.spelling import WRITTEN
from press.site import Site
from press.words import amount

CALL = re.compile(r"\{\{-?\s*(?P<name>[a-z_]+)\((?P<given>[^}]*)\)\s*-?\}\}")
LINK = re.compile(r"(?<!!)\[[^\]\n]+\]\([^)\n]*\)")
GLUED, GLUES = re.compile(r"[\w.,;:!?)]$"), re.compile(r"[\w(\[{]")  # right before something, and right after it
NUMBERED = re.compile(r"\s+[a-z*]")  # a number is of something: its unit, or what is counted
OPEN = re.compile(r"\w['\"]?[,;]?\s*$")  # the end of words that go on
GOES_ON = re.compile(r"\s*(?:[,;.]|[a-z])")

ELSEWHERE = {"keep", "slash", "kit", "picked", "self_audit", "accessibility_checks", "rules_list", "a_to_z", "claims_list", "claims_by",
             "beliefs_list", "references_list", "limits_list", "glossary_list"}  # each has a page of its own kind


@rule()
def calls_fit_their_sentence(site: Site, built: Built) -> Found:
    """What a call or a link gives is parted from the words beside it, and repeats none of them; a bare number has its unit; a whole
    sentence that a call gives stands within no other. Advice holds no list that has a page of its own."""
    for where, line, text in _texts(site):
        for found in (*CALL.finditer(text), *LINK.finditer(text)):
            before, after = text[:found.start()].rpartition("\n")[2], text[found.end():].partition("\n")[0]
            call = CALL.fullmatch(found[0])
            for says, fix in (*_glued(before, after), *(_slips(site, call, before, after) if call else ())):
                yield problem("calls-fit-their-sentence", where, line + text.count("\n", 0, found.start()), f"'{found[0]}' {says}.",
                              f"{fix}.")
    for page in (page for page in site.pages.values() if "{{" in page.title):
        yield problem("calls-fit-their-sentence", page.path, page.lines["title"], f"'{page.title}' holds a call, and a title "
                      "stands as it is in the menu, in browsers and in emails.", "write in words what it is about, without the number.")
    for page in (page for page in site.pages.values() if page.kind == "advice"):
        for call in (call for call in calls(page) if call.name in ELSEWHERE):
            yield problem("calls-fit-their-sentence", page.path, call.line, f"what '{call.name}()' gives belongs on no page of advice.",
                          "take it out, and link to the page that has it.")


def _glued(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield where no space parts something from the words before and after it on its line, and the fix."""
    if GLUED.search(before):
        yield f"runs into '{before.split()[-1]}' before it", "put a space before it"
    if GLUES.match(after):
        yield f"runs into '{after.split()[0]}' after it", "put a space after it, or end the sentence"


def _slips(site: Site, call: re.Match[str], before: str, after: str) -> Iterator[tuple[str, str]]:
    """Yield how a call does not fit between the words before and after it on its line, and the fix."""
    if call["name"] == "number" and not NUMBERED.match(after):
        yield "is a number without what it counts", f"write its unit after it, or call for both: {call[0].replace('number', 'dose')}"
    if call["name"] == "claim" or call["name"] == "dose" and "," not in call["given"]:
        if OPEN.search(before):
            yield f"is a sentence, and stands within '{before.strip()[-40:]}'", "end the words before it with a full stop"
        if GOES_ON.match(after):
            yield f"is a sentence, and '{after.strip()[:20]}' follows on it", "begin a new sentence after it, or take that away"
    left, right = re.findall(r"\w+", before.lower())[-1:], re.findall(r"\w+", after.lower())[:1]
    beside = ((word, near) for said in _said(site, call) for word, near in zip(said, (left, right), strict=True))
    if twice := next((word for word, near in beside if [word] == near), ""):
        yield f"says '{twice}' too, so that it stands there twice", "leave out the word beside the call"


def _said(site: Site, call: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Yield the first and the last word, in small letters, of what a call gives for a number of a dose, or for each country."""
    id, name = (*arguments(call["given"]), "", "")[:2]
    given = [getattr(region, id, "") for region in site.regions.values()] if call["name"] == "region" else []
    if call["name"] == "dose" and id in site.doses and name in site.doses[id].numbers:
        given = [amount(site.doses[id], name)]
    for said in filter(None, (text.lower().split() for text in given)):
        yield said[0], said[-1]


def _texts(site: Site) -> Iterator[tuple[str, int, str]]:
    """Yield each text in which authors call for something: its file, its first line and its words."""
    for page in site.pages.values():
        yield page.path, page.body_line, page.body
        yield from ((page.path, page.lines.get(key, 1), text) for key, texts in (("point", (page.point,)), ("actions", page.actions))
                    for text in texts)
    for note in site.notes.values():
        yield from ((note.path, note.body_line, note.text), (note.path, note.lines["short"], note.short))
    for table, fields in WRITTEN.items():
        yield from ((record.path, record.lines.get(key, record.line), text) for record in site.tables[table].values() for key in fields
                    if (text := getattr(record, key)))
