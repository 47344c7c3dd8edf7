"""The guide does not know its reader: nothing in it says that somebody is safe, or adds up answers."""

import re
from collections.abc import Iterator
from functools import lru_cache

from press.built import Built, BuiltPage
from press.origin import page_beside
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import source_of
from press.style_sheets import sheet_rules
from press.styles import StyleRule
from press.texts import INDEX, texts
from press.topic_words import UNSEEN

# What no page, label or script may say of its reader.
VERDICT = re.compile(
    r"\byou(?:'re|’re| are| will be| should be| seem| look)(?: \w+)? (?:safe|cleared|low[- ]risk|good to go|free to use|fine to use|ok(?:ay)? to use|at (?:low|no) risk)\b"
    r"|\b(?:is|are|be|ice|cold|massage) safe for you\b|\bcleared (?:for|to use)\b|\ball[- ]clear\b|\b(?:low|lower|no|zero)[- ]risk\b(?! (?:of bias|score))|\brisk[- ]free\b"
    r"|\bgood to go\b|\byou (?:have )?passed\b|\byour (?:risk|score|result|total)(?: score)?\b|\brisk score\b|\bnothing to worry\b|\bgo ahead and (?:use|ice)\b"
    r"|\b(?:fine|ok(?:ay)?|all right|suitable|harmless) for you\b|\bok(?:ay)? for you to\b|\bnothing to fear\b|\bmay use (?:ice|cold|it) now\b|\byou can safely\b|\bsafely use\b|\bgreen light\b"
    r"|\byou (?:are|'re|’re) (?:\w+ )?(?:fine|ready|eligible|suitable|okay|all right|healthy enough|a good candidate|not at risk|in no danger|no risk)\b|\byou (?:qualify|scored|score)\b"
    r"|\b(?:chance|risk|danger) (?:of harm )?(?:is|are) (?:very |quite )?(?:small|low|tiny|slight|zero)\b|\ball good\b|\bunlikely to (?:harm|hurt) you\b|\b(?:then )?(?:ice|cold|massage) is (?:okay|ok|fine|all right)\b"
    r"|\b(?:no|zero|without) ticks?\b|\bticked (?:nothing|none)\b|\bmeans? (?:no|little) (?:danger|risk)\b|\bnone (?:of these )?(?:fits?|applies|apply)\b[^.!?]*\bfine\b|\bgo ahead[.!]"
    r"|\bno reason (?:not to|against)\b", re.IGNORECASE)
FIX = "say what to look out for and whom to ask; nobody here can know who is safe."
DENIAL = re.compile(r"\b(?:not|cannot|never|no|nobody|none|without|nor)\b|n['’]t\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+")
TICKED = re.compile(r":(checked|indeterminate|valid|invalid|user-valid|user-invalid|default)(?![\w-])")
LABELS = ("aria-label", "title", "alt", "content", "value")  # attributes that hold words
CHANGES = ("content", "display", "visibility", "counter-increment", "counter-set", "counter-reset", "opacity", "height", "max-height", "clip-path", "position")


@rule()
def nobody_is_called_safe(site: Site, built: Built) -> Found:
    """No page, label or script says that a reader is safe or cleared or at low risk, or gives a score."""
    name = "nobody-is-called-safe"
    for words, places in texts(built).items():
        for sentence, verdict in _verdicts(words):
            for file in (text.file for text in places if text.file not in built.pages and text.file != INDEX and not text.file.endswith(".js")):
                page = page_beside(site, file)
                yield problem(name, page.path if page else file, page.body_line if page else 0, f"'{file}' says '{verdict}' of its reader: '{sentence[:80]}'.", FIX)
    for text, pages in (*built.said.items(), *_labels(built)):
        for sentence, words in _verdicts(text):
            for shown in pages:
                yield problem(name, *source_of(site, shown, words), f"'/{shown.url}' says '{words}' of its reader: '{sentence[:80]}'.", FIX)
    for file in sorted(name for name in built.files if name.endswith(".js") and "/vendor/" not in name):
        text = (built.folder / file).read_text(encoding="utf-8")
        for match in VERDICT.finditer(text):
            yield problem(name, f"docs/{file}", text.count("\n", 0, match.start()) + 1, f"the script holds '{match[0]}'.", "a script gives no verdict; remove it.")


@rule(about_look=True)
def a_tick_changes_no_words(site: Site, built: Built) -> Found:
    """No style shows, hides or counts anything when a box is ticked."""
    for file in sorted(name for name in built.files if name.endswith(".css")):
        for style in sheet_rules(built, file):
            if isinstance(style, StyleRule) and TICKED.search(style.selector):
                for declaration in (d for d in style.declarations if d.name in CHANGES):
                    yield problem("a-tick-changes-no-words", style.file, declaration.line, f"'{style.selector} {{ {declaration.name}: {declaration.text} }}' answers a tick.",
                                  "let a tick change nothing but the tick.")


def _labels(built: Built) -> Iterator[tuple[str, list[BuiltPage]]]:
    """Yield the words that stand in attributes, with their page."""
    for shown in built.pages.values():
        yield from ((text, [shown]) for key in LABELS for _, text in shown.having(key))


@lru_cache(maxsize=1 << 16)  # the same words stand on many pages
def _verdicts(text: str) -> tuple[tuple[str, str], ...]:
    """Return each sentence that gives a verdict, with its words; a sentence that denies one does not give it."""
    return tuple((sentence, match[0]) for sentence in SENTENCE.split(UNSEEN.sub("", text)) for match in VERDICT.finditer(sentence)
                 if not DENIAL.search(sentence[:match.start()]))
