"""Seals: the safety words that somebody read and agreed, kept with a checksum, so that no later change goes unseen."""

import datetime
import difflib
import hashlib
import itertools
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from press.look_words import Look
from press.model import Note, Seal
from press.prose import Prose
from press.sealed import DOES, LOOK, PARTS, TABLES, Sealed, to_seal
from press.site import Site

FILE = "docs/_data/seals.yml"
_HEAD = """\
# The safety words as somebody read and agreed them. Written by `make seal`, never by hand: a changed word stops the build
# until it is sealed again. CONTRIBUTING.md tells how, under 'Change a safety note'.
"""


@lru_cache(maxsize=1)  # several rules ask
def each_change(site: Site) -> list[tuple[Sealed | None, Seal | None]]:
    """Return what is not as it was sealed: (what is there now, its seal); one of the two is missing when it is new, or gone."""
    there = to_seal(site)
    pairs = [(there.get(id), site.seals.get(id)) for id in there | site.seals]
    return [(now, old) for now, old in pairs if not now or not old or not _holds(old, now)]


def checksum(fields: dict[str, str]) -> str:
    """Return the checksum of words by field."""
    text = "\0".join(f"{name}\0{said}" for name, said in fields.items())
    return "sha256-" + hashlib.sha256(text.encode()).hexdigest()


def changes(before: dict[str, str], after: dict[str, str]) -> str:
    """Return what changed between two versions, word by word, as a sentence without its full stop."""
    told = []
    for name in before | after:
        if name == DOES:  # signs, which say nothing to a reader
            told += ["what it does is another, from this line on"] if not told and before.get(name) != after.get(name) else []
            continue
        old, new = before.get(name, "").split(), after.get(name, "").split()
        for how, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            was, now = " ".join(old[a:b]), " ".join(new[c:d])
            if how == "replace":
                told.append(f"'{was}' became '{now}' in {name}")
            elif how != "equal":
                told.append(f"'{was}' is gone from {name}" if was else f"'{now}' is new in {name}")
    return ", ".join(told[:6]) + (f", and {len(told) - 6} more" if len(told) > 6 else "")


def seal(site: Site, seals: dict[str, Seal], ids: Iterable[str], by: str, on: datetime.date) -> dict[str, Seal]:
    """Return the seals after somebody agreed to the words of `ids` (of all that changed, when none is named).

    An id is that of the note, topic or entry. Raises KeyError for an id that names nothing, now or under seal.
    """
    there, asked = to_seal(site), set(ids)
    for name in asked - {name for id in there | seals for name in _names(id)}:
        raise KeyError(name)
    sealed = {}
    for id in there | seals:
        now, old = there.get(id), seals.get(id)
        unchanged = now and old and not asked and _holds(old, now)
        if unchanged or (asked and not asked & _names(id)):
            sealed |= {id: old} if old else {}
        elif now:
            sealed[id] = Seal(id, by, on, checksum(now.words), now.words)
    return sealed


def _holds(seal: Seal, now: Sealed) -> bool:
    return seal.words == now.words and seal.checksum == checksum(now.words)


def _names(id: str) -> set[str]:
    """Return by which names an author may call a seal: 'note-children' and 'children'."""
    return {id, *(id.removeprefix(f"{kind}-") for kind in ("note", "page", LOOK, *TABLES) if id.startswith(f"{kind}-"))}


def in_a_ring(seals: dict[str, Seal]) -> Iterator[tuple[str, Seal]]:
    """Yield each seal with the id of the one before it; before the first stands the last."""
    ids = list(seals)
    return zip([*ids[-1:], *ids], seals.values(), strict=False)


def write(root: Path, seals: dict[str, Seal]) -> None:
    """Write the seals into their file."""
    rows = [{"id": s.id, "after": before, "checked_by": s.checked_by, "checked_on": s.checked_on, "checksum": s.checksum,
             "words": dict(s.words)} for before, s in in_a_ring(seals)]
    text = "\n".join(yaml.safe_dump([row], sort_keys=False, allow_unicode=True, width=110) for row in rows)
    (root / FILE).write_text(f"{_HEAD}\n{text}", encoding="utf-8")


def line_of_change(site: Site, sealed: Sealed, before: dict[str, str]) -> int:
    """Return the line of the source on which the first changed word stands."""
    record = sealed.record
    field = next(name for name in sealed.words | before if sealed.words.get(name) != before.get(name))
    if isinstance(record, Look):
        there = record.does if field == DOES else record.said
        sealed_as = before.get(field, "").split() if field == DOES else before.get(field, "").split(PARTS)
        pairs = itertools.zip_longest(there, sealed_as, fillvalue=("", there[-1][1] if there else record.line))
        return next((now[1] for now, was in pairs if now[0] != was), record.line)
    if not isinstance(record, Note) or field != "text":
        return record.lines.get(field, record.line)
    pairs = itertools.zip_longest(before["text"].split(), sealed.words["text"].split())
    unchanged = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], pairs))
    prose, lines = Prose(site), record.text.split("\n")
    counts = itertools.accumulate(len(prose.words(line, None, record.path, 1).split()) for line in lines)
    return record.body_line + next((n for n, count in enumerate(counts) if count > unchanged), len(lines) - 1)
