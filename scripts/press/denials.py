"""Tells whether a sentence takes back what it says: by one of the fixed denials of docs/_data/wording.yml,
or by the answer that follows."""

import re

from press.site import Site
from press.word_forms import REACH, forms, pattern

_QUESTION = re.compile(r"(?:and |but |so )?"
                       r"(?:is|are|was|were|do|does|did|can|could|will|would|has|have|should|may|might) [^.!?]*\?")
_PAUSE = re.compile("[,;:()]")
_PART_ENDS = re.compile(r"\s*(?:[.,;!?)\"'”’]|$)")


def denied(site: Site, sentence: str, start: int, end: int, following: str = "") -> bool:
    """Tell whether one of the fixed denials stands beside the words from `start` to `end` of a folded sentence,
    and nothing takes it back."""
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
    others = [s for s in _spans(pattern(forms(site, "negation") + forms(site, "twist")), before) if s[0] >= here
              and not _overlaps(denials, *s)]
    if len(denials) + len(others) != 1:
        return False
    start, end = (denials or others)[0]
    between = before[end:].split()
    if denials:
        return len(between) <= REACH
    return (bool(_find(site, "negation", before[start:end], "fullmatch"))
            and all(_find(site, "small", word, "fullmatch") for word in between))


def _denied_after(site: Site, after: str) -> bool:
    answer = _find(site, "answer", after)
    between = after[:answer.start()].rstrip(": ") if answer else ""
    return (bool(answer) and not _breaks(site).search(between) and len(between.split()) <= REACH
            and bool(_PART_ENDS.match(after, answer.end())))


def _taken_back(site: Site, after: str, following: str) -> bool:
    """Tell whether the rest of a sentence, or the next one, says yes to what was denied: "It does."."""
    parts = [part.strip() for part in (*_breaks(site).split(after)[1:], *_breaks(site).split(following)[:2])]
    return any((yes := _find(site, "yes", part, "match")) and _PART_ENDS.match(part, yes.end()) for part in parts)


def _spans(form: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    return [match.span() for match in form.finditer(text)]


def _overlaps(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(a < end and start < b for a, b in spans)


def _breaks(site: Site) -> re.Pattern[str]:
    """Return the pattern of what ends a part of a sentence."""
    return re.compile(f"{_PAUSE.pattern}|{pattern(forms(site, 'break')).pattern}")


def _find(site: Site, use: str, text: str, how: str = "search") -> re.Match[str] | None:
    """Return the first form of one use in a text: anywhere, at its start (`match`) or as the whole of it (`fullmatch`)."""
    return getattr(pattern(forms(site, use)), how)(text)
