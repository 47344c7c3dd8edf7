"""Nothing reaches a reader that was meant for a program: no sign of a template, no placeholder, no Markdown left standing."""

import re
from collections.abc import Iterable
from functools import lru_cache
from html import unescape

from press.built import Built
from press.origin import origin
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import in_look, source_of
from press.texts import texts
from press.word_forms import MOST_TEXTS

LEFTOVERS = ("<!--", "-->", "{{", "}}", "{%", "%}", "{#", "[^", "][", "--8<--", "!!! ", "??? ", "TODO", "FIXME", "Lorem ipsum",
             "Traceback", "jinja2.", "Undefined", "\ue000", "\ue001", "{: ", "{emergency}", "{advice}", "{ed}",
             "As an AI", "as an AI", "AI language model", "language model, I", "I cannot provide medical advice",
             "I cannot give medical advice", "Here is the revised", "Here's the revised", "[insert", "[Insert", "[your name]",
             "Here is a simpler version", "As of my last update", "as of my last update", "my knowledge cutoff", "I hope this helps",
             "Hope this helps", "turn0search", "oaicite", "\u3010", "Would you like me to",
             "Let me know if you would", "Let me know if you want", "Key takeaways", "Sure!",
             "In conclusion,",
             "Here's a breakdown", "Here is a breakdown", "Here's the rewritten", "Here is the rewritten", "Pro tip:",
             "for informational purposes", "@@ -", "diff --git", "\\n", "â€", "Ã©", "Â ", "\ufffd")
# what an author meant to fill in
BLANKS = re.compile(r"\[[A-Z][A-Z ]+\]|(?<![\w-])(?:X{2,3}|x{2,3}|TKT?K?|TB[ACD]|_{3,})(?![\w-])|(?<=\w) ?\.\.\.$")
SENT = ("share.txt", "share.html", ".pdf")
TO_FILL = re.compile(r"\[(?:[A-Z][A-Z ]+|(?:your|client|first|last|practice) ?[a-z]*)\]")  # [NAME], as letters to many people have it
TAGGED = re.compile(r"</?[a-z]+>")  # in what is no HTML
# what Markdown leaves standing when a sign is not closed, or is of another dialect than ours
MARKUP = re.compile(r"\*\*|~~|==|```|(?<!\w):[a-z][a-z0-9_+-]*:(?!\w)|\[[ xX]?\]|\]\(|!\[|(?<!\{)\{\s*[a-z_]+\("
                    r"|(?<!\S)(?:\*|__?)(?=[^\W_])|(?<=\w)\*(?!\w)"
                    r"|:::|%%|\+\+|(?<!~)~[^~\s]+~(?!~)|\^[^^\s]+\^|^#{1,6} |\|\s*:?-{2,}|&#?\w+;|</?[a-z][^<>]*>|\\(?!\w)")


@rule()
def nothing_unfilled(site: Site, built: Built) -> Found:
    """No template sign, broken reference, placeholder or program error reaches a reader."""
    yield from _signs(site, built)
    yield from _blanks(site, built)
    yield from _markup(site, built)
    yield from _remarks(site, built)
    yield from _sent(site, built)


def _signs(site: Site, built: Built) -> Found:
    """Yield what was meant for a program, or said by one, and is shown on a page."""
    signs, told = _standing_in(built.said), set()
    titles = [page.title for page in site.pages.values() if "{{" in page.title]  # told by calls-fit-their-sentence
    for block, pages in built.said.items() if signs else ():
        for sign in (sign for sign in signs if sign in block and not any(title in block for title in titles)):
            token = _token(block, start := block.index(sign), start + len(sign))
            for shown in pages:
                at = _written_at(site, token) if token != sign else None
                where, line = at or source_of(site, shown, sign)
                if not at or (at, token) not in told:  # a list that repeats a heading of a page repeats its slip
                    told.add((at, token))
                    yield problem("nothing-unfilled", where, line,
                                  f"'{sign}' is shown to readers on '/{shown.url}': '{_around(block, sign)}'.",
                                  "mend or remove what stands there.")


def _blanks(site: Site, built: Built) -> Found:
    """Yield what an author meant to fill in, and did not."""
    for block, pages in built.said.items():
        if found := next(iter(_found(BLANKS, block)), None):
            for shown in (shown for shown in pages if shown.url in site.pages):
                yield problem("nothing-unfilled", *origin(site, found[0].strip(), block, shown.file),
                              f"'{found[0].strip()}' on '/{shown.url}' looks like a blank that nobody filled in: "
                              f"'{_around(block, found[0])}'.",
                              "write what belongs there, or end the sentence.")


def _markup(site: Site, built: Built) -> Found:
    """Yield the Markdown that is shown as it was written."""
    written = ""
    for block, pages in built.said.items():
        for found in _found(MARKUP, block):
            token = _token(block, found.start(), found.end())
            if token not in (written := written or _written(site)):
                continue  # a practice's name and a study's title are no Markdown, and stand as they are
            for shown in pages:
                page = site.pages.get(shown.url)
                where, line = ((page.path, page.line_of(token)) if page and token in page.body
                               else origin(site, token, block, shown.file))
                yield problem("nothing-unfilled", where, line,
                              f"'{found[0]}' is shown to readers on '/{shown.url}': '{_around(block, found[0])}'.",
                              "close it, or take it out: only Markdown as the other pages use it is understood.")


def _remarks(site: Site, built: Built) -> Found:
    """Yield the remarks that are sent to readers, though no browser shows them."""
    told = set()
    for shown in (shown for shown in built.pages.values() if "<!--" in shown.html):
        remark = shown.html.partition("<!--")[2].partition("-->")[0].strip()[:60]
        if (page := site.pages.get(shown.url)) and remark in page.body:
            continue  # an author's own, which nothing_is_hidden tells
        where, line = in_look(site, remark)
        if (where, remark) not in told:
            told.add((where, remark))
            yield problem("nothing-unfilled", where, line, f"the remark '{remark}' is sent to every reader of '/{shown.url}'.",
                          "write it as {#- … -#}, which stays here.")


def _sent(site: Site, built: Built) -> Found:
    """Yield what was meant for a program, or to be filled in, in an email or a sheet of paper."""
    files = {words: file for words, places in texts(built).items()
             if (file := next((place.file for place in places if place.file.endswith(SENT)), ""))}
    signs = _standing_in(files)
    for words, file in files.items():
        found = TO_FILL.search(words) or (TAGGED.search(words.replace(site.sender, "")) if file.endswith(".txt") else None)
        if sign := found[0] if found else next((sign for sign in signs if sign in words), ""):
            yield problem("nothing-unfilled", *origin(site, sign, words, file), f"'{sign}' is sent to readers in '/{file}': "
                          f"'{_around(words, sign)}'.", "mend or remove what stands there.")


@lru_cache(maxsize=MOST_TEXTS)
def _found(pattern: re.Pattern[str], block: str) -> tuple[re.Match[str], ...]:
    return tuple(pattern.finditer(block))


def _standing_in(texts: Iterable[str]) -> list[str]:
    """Return those of the signs that stand in any of some texts: most stand in none."""
    whole = "\n".join(texts)
    return [sign for sign in LEFTOVERS if sign in whole]


def _token(block: str, start: int, end: int) -> str:
    """Return a part of a text with what stands right beside it, up to the next spaces."""
    return re.search(r"\S*$", block[:start])[0] + block[start:end] + re.match(r"\S*", block[end:])[0]


def _written_at(site: Site, token: str) -> tuple[str, int] | None:
    """Return file and line of the one page in whose text a token stands, if it stands in no other."""
    holding = [page for page in site.pages.values() if token in page.body]
    return (holding[0].path, holding[0].line_of(token)) if len(holding) == 1 else None


def _written(site: Site) -> str:
    """Return all that authors wrote as Markdown."""
    texts = (text for page in site.pages.values() for text in (page.body, page.title, page.description, page.point,
                                                               *page.actions))
    return unescape("\n".join((*texts, *(text for note in site.notes.values() for text in (note.title, note.short, note.text)))))


def _around(text: str, sign: str) -> str:
    at = text.index(sign)
    return text[max(0, at - 20):at + 40]
