"""Sentences are whole: none breaks off, and none runs into the next."""

import re
from collections.abc import Iterator

from press.built import Built
from press.calls import headings
from press.rules import Found, problem, rule
from press.rules.spelling import in_headings, spoken
from press.site import Site

# What a hurried edit leaves, each with what to do about it.
SLIPS = (
    (re.compile(r"\b[A-Za-z][a-z]+[.!?][A-Z][a-z]+\b"), "put a space after the first sentence"),
    (re.compile(r"\S*,\s*[,.;]|\S*(?<!\.)\.\.(?!\.)"), "keep one of the two signs"),
    (re.compile(r"[a-z]+,[a-z]+"), "put a space after the comma"),
    (re.compile(r"\[[A-Z]{1,3}\d{1,2}\].*"), "answer that remark, and take it out"),
    (re.compile(r"(?:\b(?:Figure|Fig\.|Table|Box|Appendix|Chapter|Page|page) \d+\b|^Table of [Cc]ontents).*"),
     "name the part that is meant, with a link to it; nothing here has such a number"),
    (re.compile(r"\b(?:a|an|the|and|or|your|my|our|because|than|every)[.]?$"), "write the sentence to its end"),
)
NAME = re.compile(r"(?=[^a-z])(?!.* {2}).*[^.,:;]")  # a title or a heading
WHOLE = re.compile(r"(?=[^a-z])(?!.* {2}).*[.!?}][\"')]?", re.DOTALL)
_ASKED = "(?:I|you|we|it|this|that|these|those|there|they|he|she)"
# A question begins with its verb, or with a word to ask by and then the verb before whom it is about.
ASKS = re.compile(rf"^(?:(?:Is|Are|Was|Were|Does|Did|Has|Can|Could|Will|Would|Should|May|Must) (?:{_ASKED[3:-1]}|the|your|my|a|an|any)\b"
                  rf"|(?:Do|Have|Am) (?:I|you|we|they)\b|(?:What|When|Where|Why|Who|How|Which)(?: \w+){{0,2}}?"
                  rf" (?:do|does|did|can|could|should|must|may|will|is|are) {_ASKED}\b)[^?:]*$")


@rule()
def sentences_are_whole(site: Site, built: Built) -> Found:
    """No sentence of a page or note breaks off or runs into the next one, no sign stands twice, a question ends as one,
    and titles, headings and what stands in a header begin and end as they should."""
    for where, line, said, _ in spoken(site):
        for slip, fix in SLIPS:
            if found := slip.search(said):
                yield problem("sentences-are-whole", where, line, f"'{found[0]}' in '{said[:80]}' is a slip.", f"{fix}.")
    for where, line, text, fix in _headers(site):
        yield problem("sentences-are-whole", where, line, f"'{text[:80]}' does not begin and end as it should.", fix)
    for where, line, said, _ in (*spoken(site), *in_headings(site)):
        if ASKS.search(said):
            yield problem("sentences-are-whole", where, line, f"'{said[:80]}' asks something and does not end as a question.",
                          f"write '{said[:80].rstrip('.!')}?'.")


def _headers(site: Site) -> Iterator[tuple[str, int, str, str]]:
    """Yield each title, heading, description, point and action that is not whole: its file and line, its words, and the fix."""
    for page in site.pages.values():
        names = ((page.title, page.lines.get("title", 1)), *((heading.words, heading.line) for heading in headings(page)))
        texts = ((text, page.lines.get(key, 1)) for key, said in (("description", [page.description]), ("point", [page.point]),
                                                                  ("actions", page.actions)) for text in said)
        yield from ((page.path, line, text, "begin it with a capital, and write no stop after it.") for text, line in names
                    if text and not NAME.fullmatch(text))
        yield from ((page.path, line, text, "begin it with a capital, end it with a full stop, and write one space between words.")
                    for text, line in texts if text and not WHOLE.fullmatch(text))
