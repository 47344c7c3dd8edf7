"""Pages and notes are Markdown and calls: no HTML that shows words in another way than the guide's own,
and nothing that changes what an element is."""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.built import Built
from press.calls import calls
from press.list_slips import list_slips
from press.rules import Found, problem, rule
from press.rules.spelling import in_data, in_headers, in_headings, in_menu
from press.site import Site

# marks that leave words where they are
IN_A_LINE = {"a", "abbr", "b", "br", "cite", "em", "i", "img", "q", "small", "span", "strong", "sub", "sup", "wbr"}
INSTEAD = {"details": "write the words out, so that nobody has to open them",
           "summary": "write the words out, so that nobody has to open them",
           **dict.fromkeys(("ul", "ol", "li"), "write a list: '- words' or '1. words'"),
           **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "write '## words {#id}'"),
           **dict.fromkeys(("table", "thead", "tbody", "tr", "th", "td"), "write a table: '| words | words |'")}
ALLOWED = {"a": {"href", "title", "id"}, "abbr": {"title"}, "img": {"src", "alt"}, "span": {"id", "lang", "dir"}}
LONG = 20  # letters of a line that nobody writes twice by intent
CODE = re.compile(r"^(```+|~~~+).*?^\1\s*?$|(`+)(?!`).+?(?<!`)\2(?!`)|\{##.*?##\}|\{\{.*?\}\}", re.MULTILINE | re.DOTALL)
TAG = re.compile(r"<(?P<tag>/?[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:\s[^<>]*)?)/?>")
ATTRIBUTE = re.compile(r"([^\s\"'=<>/]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
# what an author may hang onto words: {#id}, {: .class }, {: role=alert }
LIST = re.compile(r"(?<!\{)\{:?[ \t]*(?P<said>[#.][^{}\n]*|[a-zA-Z-]+\s*=[^{}\n]*|[a-zA-Z-]+(?=[ \t]*\}))[^{}\n]*\}(?!\})")
PICTURES = re.compile("[\u2300-\u23ff\u25a0-\u27bf\u2b00-\u2bff\ufe0f\U0001f000-\U0001faff]")
SHOUTS = re.compile(r"(?:\b[A-Z][A-Z']*\b[ ,]+){3,}[A-Z]{2,}")
BREAK = re.compile(r"^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE)
LOOSE = re.compile(r" [,;.!?)](?<=\w..)(?=\s|$)|\( (?=\w)", re.MULTILINE)  # a call, blanked, leaves more than one space
CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}).*", re.MULTILINE)
CRIES = re.compile(r"[!?]{2,}")
PASTED = re.compile(r"(?:\]\(\s*<?|\bsrc\s*=\s*[\"']?)data:[^)\s\"'>]*", re.IGNORECASE)  # a picture as thousands of letters
CONTENTS = re.compile(r"^\s*\[TOC\]\s*$", re.MULTILINE)


@rule()
def pages_are_plain_markdown(site: Site, built: Built) -> Found:
    """A page or note holds no HTML but small marks in a line, no class, role or other attribute but an id,
    and no list of contents. Nothing shouts, and no word is a small picture, in the menu and the data either."""
    for record, text in (*((page, page.body) for page in site.pages.values()),
                         *((note, note.text) for note in site.notes.values())):
        for at, says, fix in _strange(text):
            yield problem("pages-are-plain-markdown", record.path, record.body_line + text.count("\n", 0, at), says, fix)
    notes = ((note.path, note.lines[key], getattr(note, key)) for note in site.notes.values() for key in ("title", "short"))
    points = ((page.path, page.lines.get("point", 1), " ".join((page.point, *page.actions))) for page in site.pages.values())
    for where, line, text, *_ in (*in_headers(site), *in_headings(site), *in_menu(site), *in_data(site), *notes, *points):
        for _, says, fix in _loud(text):
            yield problem("pages-are-plain-markdown", where, line, says, fix)


@rule()
def nothing_is_said_twice(site: Site, built: Built) -> Found:
    """No line of a page is repeated right after itself, no claim or belief twice in one part, and no safety note twice on a page."""
    for page in site.pages.values():
        before, part, shown = "", 0, {}
        notes: dict[str, int] = {}
        for note, id in ((call, id) for call in calls(page) if call.name == "note" for id in call.arguments):
            if notes.setdefault(id, note.line) != note.line or note.arguments.count(id) > 1:
                yield problem("nothing-is-said-twice", page.path, note.line,
                              f"the note '{id}' stands on this page already, on line {notes[id]}.",
                              f"take '{id}' out of one of the two calls.")
        for number, line in enumerate(page.body.split("\n"), page.body_line):
            said = re.sub(r"^\s*(?:[-*+]|\d+[.)])\s+", "", line).strip()
            part += line.startswith("#")
            for id in re.findall(r"\{\{-?\s*(?:claim|belief)\(\s*[\"']([a-z0-9-]+)", line):
                if shown.setdefault((part, id), number) != number:
                    yield problem("nothing-is-said-twice", page.path, number,
                                  f"'{id}' stands in this part already, on line {shown[part, id]}.",
                                  "take one of the two out, or name what was meant.")
            if len(said) >= LONG and said == before and not said.startswith("|"):
                yield problem("nothing-is-said-twice", page.path, number, f"'{said[:60]}' stands right above, too.",
                              "take one of the two out.")
            before = said or before


@lru_cache(maxsize=1024)  # in a preview, and in the tests, most pages are as they were
def _strange(text: str) -> tuple[tuple[int, str, str], ...]:
    """Return what does not belong in a text with its calls: where it stands, what is wrong, and the fix."""
    return tuple(_found_in(CODE.sub(_blank, text)))


def _found_in(text: str) -> Iterator[tuple[int, str, str]]:
    opened = set()
    for found in TAG.finditer(text) if "<" in text else ():
        tag, names = found["tag"].lower().lstrip("/"), [name.lower() for name in ATTRIBUTE.findall(found["attributes"])]
        if tag not in IN_A_LINE and not (found["tag"].startswith("/") and tag in opened):  # two halves are told once
            opened.add(tag)
            yield (found.start(), f"'<{found['tag'].lower()}>' does not belong in a page.",
                   f"{INSTEAD.get(tag, 'take it out, and write the words in Markdown')}.")
        elif strange := next((name for name in names if name not in ALLOWED.get(tag, ())), ""):
            yield (found.start(), f"'{strange}' on '<{tag}>' does not belong in a page.",
                   f"take '{strange}' out: how words look and behave is said in overrides/ and docs/assets/site.css.")
    for found in LIST.finditer(text) if "{" in text else ():
        if name := next((name for name in found[0].strip("{}: ").split() if not name.startswith("#")), ""):
            yield (found.start(), f"'{name}' in '{found[0]}' does not belong in a page.",
                   f"take '{name}' out: only a name stands there, as in '{{#name}}'.")
    for found in PASTED.finditer(text):
        yield (found.start(), f"'{found[0][:40]}…' is a picture pasted into the page as letters, which each reader loads with it.",
               "save the picture as a file in docs/assets/, and write its name; or describe what it shows in words.")
    yield from list_slips(text)
    yield from _loud(text)
    yield from _paragraphs(text)
    for found in CONFLICT.finditer(text) if any(sign * 7 in text for sign in "<>|") else ():
        yield (found.start(), f"'{found[0]}' is a sign of two changes to this page that were not brought together.",
               "keep the better one of the two, and take the signs out.")
    for found in LOOSE.finditer(text):
        before = text[max(0, found.start() - 20):found.end()].rpartition("\n")[2]
        yield found.start(), f"a space stands on the wrong side of a sign in '{before.strip()}'.", "take that space out."
    for found in BREAK.finditer(text) if re.search("---|\\*|_", text) else ():
        yield (found.start(), f"'{found[0].strip()}' draws a line across the page, and says nothing.",
               "take it out; a heading parts a page: '## words {#id}'.")
    for found in CONTENTS.finditer(text) if "[TOC]" in text else ():
        yield (found.start() + len(found[0]) - len(found[0].lstrip()), "'[TOC]' is no list of contents here.",
               "take it out; the menu and '## In short' lead readers on.")


def _paragraphs(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each paragraph that does not begin or end as a sentence does. Where a call stands first or last, it is blank."""
    at = 0
    for part in text.split("\n\n"):
        said = part.strip("\n")
        if said[:1].isalpha() and (said[0].islower() or said[-1].isalnum() or said[-1] in ",;"):
            how, line = ("begin", 0) if said[0].islower() else ("end", said.rfind("\n") + 1)
            yield (at + part.index(said) + line, f"the paragraph '{' '.join(said[:60].split())}' does not {how} as a sentence does.",
                   "write it whole, with a capital first and a full stop last.")
        for opens, closes in ("()", '""'):
            if part.count(opens) != part.count(closes) or opens == closes and part.count(opens) % 2:
                yield (at + part.index(opens if opens in part else closes),
                       f"'{opens}' or '{closes}' has lost its other half in '{' '.join(said[:60].split())}'.",
                       "put it back, or take this one out.")
        at += len(part) + 2


def _loud(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield what cries, shouts or is a small picture in a text."""
    if found := CRIES.search(text):
        yield found.start(), f"'{found[0]}' shouts at a reader who may be afraid.", "write one sign, or a full stop."
    if not text.isascii() and (found := PICTURES.search(text)):
        yield (found.start(), f"'{found[0]}' is a small picture that differs from phone to phone, and is read aloud by its name.",
               "write in words what it says.")
    # else it is a row of short names: UK, IE, US
    for found in (found for found in SHOUTS.finditer(text) if max(map(len, found[0].split())) > 4):
        yield (found.start(), f"'{found[0][:60]}' is all in capitals, which are hard to read and may be read letter by letter.",
               "write it in small letters; what matters most may stand between ** and **.")


def _blank(code: re.Match[str]) -> str:
    """Return nothing but line ends in the place of code and calls, so that all else keeps its line."""
    return "\n".join(" " * len(line) for line in code[0].split("\n"))
