"""The table of topics and the seals: rows, notes, words and names taken away."""

import re

from mutants import Bench
from mutators.common import POLICY, SEALED, SEALS, TOPICS, UNREAD, advice, operator, row_of
from press.sealed import ANSWERS as KINDS_OF_ANSWERS
from press.sealed import EVIDENCE as KINDS_OF_EVIDENCE
from press.sealed import LIMITS as KINDS_OF_LIMITS
from press.sealed import to_seal

NAMED, EVIDENCE, LIMITS = ("seals-have-a-name",), ("evidence-is-sealed",), ("limits-are-sealed", "answers-are-sealed")


@operator
def delete_policy_row(bench: Bench):
    text = bench.read(TOPICS)
    for topic in bench.site.topics.values():
        without = text.replace(row_of(text, topic.id), "", 1)
        concerned = [page.path for page in advice(bench) if topic.id in ("every-page", *page.topics)]
        yield topic.id, TOPICS, without, POLICY, (SEALS, *concerned)
        emptied = text.replace(row_of(text, topic.id), f"- id: {topic.id}\n\n", 1)
        yield f"{topic.id} emptied", TOPICS, emptied, (*POLICY, *UNREAD), (TOPICS, *concerned)


@operator
def remove_note_from_policy(bench: Bench):
    text = bench.read(TOPICS)
    for topic in bench.site.topics.values():
        row = row_of(text, topic.id)
        for note in topic.notes:
            left = ", ".join(n for n in topic.notes if n != note)
            thinner = text.replace(row, re.sub(r"(?ms)^  notes: \[.*?\]", f"  notes: [{left}]", row), 1)
            yield f"{topic.id} {note}", TOPICS, thinner, (*POLICY, *UNREAD), TOPICS


@operator
def remove_topic_word(bench: Bench):
    text = bench.read(TOPICS)
    for topic in bench.site.topics.values():
        row = row_of(text, topic.id)
        for word in topic.words:
            spaced = r"\s+".join(map(re.escape, word.split()))
            thinner, count = re.subn(rf"(?<=[\[,])\s*\"?{spaced}\"?(?:,|(?=\]))", "", row, count=1)
            assert count, (topic.id, word)
            yield f"{topic.id} '{word}'", TOPICS, text.replace(row, thinner, 1), (*POLICY, *UNREAD), TOPICS


@operator
def weaken_a_caution(bench: Bench):
    """In a page's own words: each way on each page once, always at another of its cautions."""
    ways = ((r"\b(?:Do not|Never) (\w)", lambda m: m[1].upper()), (r"\bnever\b", lambda m: "rarely"),
            (r"\bat least\b", lambda m: "about"), (r"\bNot on\b", lambda m: "On"), (r"\bno\b", lambda m: "some"),
            (r"\btoday\b", lambda m: "some day"), (r"\bstop\b", lambda m: "slow down"), (r"\bAsk\b", lambda m: "Forget"))
    for turn, page in enumerate(advice(bench)):
        text = bench.read(page.path)
        start = text.index("\n---\n", 4)
        for way, weaker in ways:
            found = [m for m in re.finditer(way, text[start:])
                     if not re.search(r"\{\{[^}]*$|\{#[^}]*$|\]\([^)]*$", text[start:start + m.start()])
                     and not text[:start + m.start()].rsplit("\n", 1)[-1].startswith("#")]
            if found:
                at = found[turn % len(found)]
                yield (f"{page.path} '{at[0]}' at {at.start()}", page.path, text[:start + at.start()] + weaker(at)
                       + text[start + at.end():], ("cautions-are-kept",), page.path, (page.url,))
        lines = text.split("\n")
        rows = [n for n, line in enumerate(lines) if line.startswith("- [") and "signs.md#" in line or line.startswith("- Not ")]
        for n in rows[turn % 3::3]:
            yield (f"{page.path}:{n + 1} deleted", page.path, "\n".join(lines[:n] + lines[n + 1:]), ("cautions-are-kept",),
                   page.path, (page.url,))


@operator
def misspell_topic(bench: Bench):
    text = bench.read(TOPICS)
    for topic in bench.site.topics.values():
        yield topic.id, TOPICS, text.replace(f"- id: {topic.id}\n", f"- id: {topic.id}s\n", 1), POLICY, TOPICS


@operator
def tamper_with_seals(bench: Bench):
    """A page, a piece of evidence and a limit may be new and not yet sealed; all else is missed when its seal is gone.

    The seal itself is missed by the one after it.
    """
    text, under_seal = bench.read(SEALS), to_seal(bench.site)
    for seal in list(bench.site.seals.values()):
        row, sealed = row_of(text, seal.id), under_seal[seal.id]
        if sealed.kind not in ("page", *KINDS_OF_EVIDENCE, *KINDS_OF_LIMITS, *KINDS_OF_ANSWERS):
            yield f"{seal.id} removed", SEALS, text.replace(row, "", 1), (*SEALED, *POLICY), sealed.record.path
        yield f"{seal.id} taken out", SEALS, text.replace(row, "", 1), ("no-seal-is-taken-out",), SEALS
        yield (f"{seal.id} checksum", SEALS, text.replace(row, row.replace("sha256-", "sha256-0", 1), 1),
               (*SEALED, *EVIDENCE, *LIMITS, *POLICY), SEALS)
        yield (f"{seal.id} nobody", SEALS, text.replace(row, re.sub(r"(?m)^  checked_by: .*$", "  checked_by:", row), 1),
               UNREAD, SEALS)


@operator
def seal_in_nobodys_name(bench: Bench):
    text = bench.read(SEALS)
    names = ("'-'", "'   '", "TBD", "todo", "12", '"\\u200b"', "nobody", "n/a", "'?'", "X")
    for turn, seal in enumerate(bench.site.seals.values()):
        whole = row_of(text, seal.id)
        yield (f"{seal.id} {names[turn % len(names)]}", SEALS,
               text.replace(whole, re.sub(r"(?m)^  checked_by: .*$", lambda _: f"  checked_by: {names[turn % len(names)]}",
                                          whole), 1), (*NAMED, *UNREAD), SEALS)
        yield (f"{seal.id} in the year 2096", SEALS,
               text.replace(whole, re.sub(r"(?m)^  checked_on: \d{4}", "  checked_on: 2096", whole), 1), NAMED, SEALS)
