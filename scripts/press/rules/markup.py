"""Pages and notes are Markdown and calls: no HTML that shows words in another way than the guide's own, and nothing that changes what an element is."""

import re
from collections.abc import Iterator

from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site

IN_A_LINE = {"a", "abbr", "b", "br", "cite", "em", "i", "img", "q", "small", "span", "strong", "sub", "sup", "wbr"}  # marks that leave words where they are
INSTEAD = {"details": "write the words out, so that nobody has to open them", "summary": "write the words out, so that nobody has to open them",
           **dict.fromkeys(("ul", "ol", "li"), "write a list: '- words' or '1. words'"), **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "write '## words {#id}'"),
           **dict.fromkeys(("table", "thead", "tbody", "tr", "th", "td"), "write a table: '| words | words |'")}
ALLOWED = {"a": {"href", "title", "id"}, "abbr": {"title"}, "img": {"src", "alt"}, "span": {"id", "lang", "dir"}}
CODE = re.compile(r"^(```+|~~~+).*?^\1\s*?$|(`+)(?!`).+?(?<!`)\2(?!`)|\{##.*?##\}|\{\{.*?\}\}", re.MULTILINE | re.DOTALL)
TAG = re.compile(r"<(?P<tag>[a-zA-Z][a-zA-Z0-9-]*)(?P<attributes>(?:\s[^<>]*)?)/?>")
ATTRIBUTE = re.compile(r"([^\s\"'=<>/]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
LIST = re.compile(r"(?<!\{)\{:?[ \t]*(?P<said>[#.][^{}\n]*|[a-zA-Z-]+\s*=[^{}\n]*|[a-zA-Z-]+(?=[ \t]*\}))[^{}\n]*\}(?!\})")  # {#id}, {: .class }, {: role=alert }
CONTENTS = re.compile(r"^\s*\[TOC\]\s*$", re.MULTILINE)


@rule()
def pages_are_plain_markdown(site: Site, built: Built) -> Found:
    """A page or note holds no HTML but small marks in a line, no class, role or other attribute but an id, and no list of contents."""
    for record, text in (*((page, page.body) for page in site.pages.values()), *((note, note.text) for note in site.notes.values())):
        for at, says, fix in _strange(CODE.sub(_blank, text)):
            yield problem("pages-are-plain-markdown", record.path, record.body_line + text.count("\n", 0, at), says, fix)


def _strange(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield what does not belong in a text: where it stands, what is wrong, and the fix."""
    for found in TAG.finditer(text) if "<" in text else ():
        tag, names = found["tag"].lower(), [name.lower() for name in ATTRIBUTE.findall(found["attributes"])]
        if tag not in IN_A_LINE:
            yield found.start(), f"'<{tag}>' does not belong in a page.", f"{INSTEAD.get(tag, 'take it out, and write the words in Markdown')}."
        elif strange := next((name for name in names if name not in ALLOWED.get(tag, ())), ""):
            yield found.start(), f"'{strange}' on '<{tag}>' does not belong in a page.", f"take '{strange}' out: how words look and behave is said in overrides/ and docs/assets/site.css."
    for found in LIST.finditer(text) if "{" in text else ():
        if name := next((name for name in found[0].strip("{}: ").split() if not name.startswith("#")), ""):
            yield found.start(), f"'{name}' in '{found[0]}' does not belong in a page.", f"take '{name}' out: only a name stands there, as in '{{#name}}'."
    for found in CONTENTS.finditer(text) if "[TOC]" in text else ():
        yield found.start() + len(found[0]) - len(found[0].lstrip()), "'[TOC]' is no list of contents here.", "take it out; the menu and '## In short' lead readers on."


def _blank(code: re.Match[str]) -> str:
    """Return nothing but line ends in the place of code and calls, so that all else keeps its line."""
    return re.sub(r"[^\n]", " ", code[0])
