"""Finds the words of docs/_data/wording.yml in a text: plain forms, with no grammar, so that anybody can see why a word was found."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from operator import itemgetter

from press.finder import Finder
from press.model import Wording
from press.site import Site
from press.topic_words import plain

MOST_TEXTS = 1 << 16  # texts kept in mind: menus and notes stand on every page, and are looked at once
REACH = 6  # words that may stand between a denial and what it denies, and that a … of the table may stand for
_HYPHENS = re.compile("[-\u2010-\u2015\u2212]")
_DASHES = re.compile(r"\s+(?:-+|[\u2012-\u2015\u2212])\s+|\s*[\u2014\u2015]\s*")  # these part a sentence; a hyphen joins a word
_SENTENCE = re.compile(r"(?<=[.!?;])[\"'”’)]*\s+")
_QUESTION = re.compile(r"(?:and |but |so )?(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should|may|might) [^.!?]*\?")
_PAUSE = re.compile("[,;:()]")
_GAP = rf"(?:(?!(?:not(?! only| just)|no|never) )[^\s,;:()]+ ){{0,{REACH}}}?"  # a … never stands for a denial
_SAYS_NO = re.compile(r"\b(?:not|cannot|never|no|nobody|none|without|nor|whether|(?:ask|asks|know|knows|tell|say|see|sure) (?:if|that))\b|n't\b")
_PART_ENDS = re.compile(r"\s*(?:[.,;!?)\"'”’]|$)")


@dataclass(frozen=True)
class Hit:
    """A form of the table in a text: its row, the words found, and the sentence they stand in."""

    row: Wording
    words: str
    sentence: str


@lru_cache(maxsize=MOST_TEXTS)
def folded(text: str) -> str:
    """Return a text as the table sees it: small letters, plain apostrophes, spaces for hyphens and line ends, commas for dashes."""
    said = plain(text)
    if "-" in said or not said.isascii():
        said = _HYPHENS.sub(" ", _DASHES.sub(", ", said))
    return " ".join(said.split())


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, folded."""
    return [sentence for sentence in _SENTENCE.split(folded(text)) if sentence]


@lru_cache(maxsize=64)
def rows(site: Site, use: str) -> list[Wording]:
    """Return the rows of the table for one use."""
    return [row for row in site.wording.values() if row.use == use]


class Forms(tuple[str, ...]):
    """Forms of the table. What is found with them is kept by them, and their own key to it is worked out once."""

    @cached_property
    def key(self) -> int:
        return super().__hash__()

    def __hash__(self) -> int:
        return self.key


@lru_cache(maxsize=64)
def forms(site: Site, use: str) -> Forms:
    """Return all forms of the table for one use."""
    return Forms(form for row in rows(site, use) for form in row.words)


@lru_cache(maxsize=64)
def _rows_of(site: Site, use: str) -> dict[str, list[int]]:
    """Return the rows of the table for one use, by their number, that hold a form, folded."""
    found: dict[str, list[int]] = {}
    for number, row in enumerate(rows(site, use)):
        for form in dict.fromkeys(map(folded, row.words)):
            found.setdefault(form, []).append(number)
    return found


def holds(words: tuple[str, ...], text: str) -> str:
    """Return the first of these forms that a text holds, as it stands there, or an empty string."""
    return _first(words, folded(text)) if words else ""


def overclaims(site: Site, text: str) -> Iterator[Hit]:
    """Yield each overclaim of a text that no harmless phrase holds, no denial stands beside and no answer refuses."""
    for sentence, following in pairwise([*sentences(text), ""]):
        found = hits(site, "overclaim", sentence)
        if found and not refused(site, sentence, following):
            yield from (Hit(row, sentence[start:end], sentence) for row, start, end in found if not denied(site, sentence, start, end, following))


def verdicts(site: Site, text: str) -> Iterator[Hit]:
    """Yield what each sentence of a text says of its reader that nobody can know, unless a denial stands before it."""
    if not finder(forms(site, "verdict")).may_stand_in(folded(text)):
        return  # as in most
    for said, following in pairwise([*sentences(text), ""]):
        sentence = f"{said.rstrip('.!: ')}." if not said.endswith("?") else said
        found = hits(site, "verdict", sentence)
        if found and not refused(site, sentence, following):
            yield from (Hit(row, sentence[start:end], sentence) for row, start, end in found if not _SAYS_NO.search(sentence[:start]))


def hits(site: Site, use: str, sentence: str) -> list[tuple[Wording, int, int]]:
    """Return where a folded sentence holds forms of one use that no harmless phrase of their row holds, each with its row."""
    found = finder(forms(site, use)).found(sentence)
    if not found:
        return []  # as in most
    spans_of: dict[int, list[tuple[int, int]]] = {}
    for form, places in found.items():
        for number in _rows_of(site, use)[form]:
            spans_of.setdefault(number, []).extend(places)
    spans = ((rows(site, use)[number], *span) for number in sorted(spans_of) for span in _apart(spans_of[number]))
    harmless = lambda row, start, end: any(a <= start and end <= b for spans in finder(row.harmless).found(sentence).values() for a, b in spans)
    return [hit for hit in spans if not harmless(*hit)]


def denied(site: Site, sentence: str, start: int, end: int, following: str = "") -> bool:
    """Tell whether one of the fixed denials stands beside the words from `start` to `end` of a folded sentence, and nothing takes it back."""
    before, after = sentence[:start], sentence[end:]
    return (_denied_before(site, before) or _denied_after(site, after)) and not _taken_back(site, after, following)


def refused(site: Site, sentence: str, following: str) -> bool:
    """Tell whether a sentence asks, or tells what people say, and the next one begins with a no."""
    asks = _QUESTION.fullmatch(sentence) or _find(site, "hearsay", sentence, "match")
    return bool(asks and _find(site, "no", following, "match"))


def _denied_before(site: Site, before: str) -> bool:
    """Tell whether exactly one denial stands before, near enough and in the same part of the sentence. Two say the opposite."""
    denials = _spans(pattern(forms(site, "denial")), before)
    ends = [end for start, end in _spans(_breaks(site), before) if not _overlaps(denials, start, end)]
    here = max(ends, default=0)
    denials = [span for span in denials if span[0] >= here]
    others = [s for s in _spans(pattern(forms(site, "negation") + forms(site, "twist")), before) if s[0] >= here and not _overlaps(denials, *s)]
    if len(denials) + len(others) != 1:
        return False
    start, end = (denials or others)[0]
    between = before[end:].split()
    if denials:
        return len(between) <= REACH
    return bool(_find(site, "negation", before[start:end], "fullmatch")) and all(_find(site, "small", word, "fullmatch") for word in between)


def _denied_after(site: Site, after: str) -> bool:
    answer = _find(site, "answer", after)
    between = after[:answer.start()].rstrip(": ") if answer else ""
    return bool(answer) and not _breaks(site).search(between) and len(between.split()) <= REACH and bool(_PART_ENDS.match(after, answer.end()))


def _taken_back(site: Site, after: str, following: str) -> bool:
    """Tell whether the rest of a sentence, or the next one, says yes to what was denied: "It does."."""
    parts = [part.strip() for part in (*_breaks(site).split(after)[1:], *_breaks(site).split(following)[:2])]
    return any((yes := _find(site, "yes", part, "match")) and _PART_ENDS.match(part, yes.end()) for part in parts)


def _spans(form: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in form.finditer(text)]


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans from left to right, the longest first, without those that another holds a part of already."""
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or kept[-1][1] <= start:
            kept.append((start, end))
    return kept


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def _breaks(site: Site) -> re.Pattern[str]:
    """Return the pattern of what ends a part of a sentence."""
    return re.compile(f"{_PAUSE.pattern}|{pattern(forms(site, 'break')).pattern}")


def _find(site: Site, use: str, text: str, how: str = "search") -> re.Match[str] | None:
    """Return the first form of one use in a text: anywhere, at its start (`match`) or as the whole of it (`fullmatch`)."""
    return getattr(pattern(forms(site, use)), how)(text)


@lru_cache(maxsize=MOST_TEXTS)
def _first(words: tuple[str, ...], text: str) -> str:
    found = pattern(words).search(text) if finder(words).may_stand_in(text) else None
    return found[0] if found else ""


@lru_cache(maxsize=64)
def finder(words: tuple[str, ...]) -> Finder:
    """Return what finds many forms in a folded text, where one pattern of them all would be slow to make."""
    return Finder(tuple(map(folded, words)), lambda form: pattern((form,)))


@lru_cache(maxsize=4096)
def pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of any of these forms, for a folded text. Forms are tried by their first letter, which is ten times faster."""
    spread = {(first, rest) for form in map(folded, words) for firsts, _, rest in [form.partition(" ")] for first in firsts.split("/")}
    by_letter = groupby(sorted(spread, key=lambda form: (form[0][0], form[1])), lambda form: form[0][0])
    groups = (f"(?:{'|'.join(_of_letter(forms))})" for _, forms in by_letter)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(groups) or '(?!)'})(?![a-z0-9])")


def _of_letter(forms: Iterator[tuple[str, str]]) -> list[str]:
    """Return the patterns of forms that begin with one letter, the longest first. First words with the same rest share it."""
    same = [("/".join(sorted((first for first, _ in group), reverse=True)), rest) for rest, group in groupby(forms, itemgetter(1))]
    return [_form(f"{firsts} {rest}".strip()) for firsts, rest in sorted(same, key=lambda form: len(form[1]), reverse=True)]


def _form(form: str) -> str:
    return "".join(_GAP if word == "..." else rf"{_choice(word)} " for word in form.split()).rstrip()  # folding writes … as three dots


def _choice(word: str) -> str:
    one = re.escape(word).replace(r"\*", "[a-z']*").replace("_", " ")
    return f"(?:{one.replace('/', '|')})" if "/" in one else one
