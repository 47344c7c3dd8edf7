"""Finds what a search can lead to, in the built pages: each page, its parts, each reason, sign, belief and word,
with their names."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.elements import marks_around
from press.model import Page
from press.search.plain import STOP_WORDS, split
from press.site import Site

# Safety notes and sources stand on many pages and would flood the results; the list from A to Z repeats everything.
# 'People say' stays before a belief: without it an excerpt would state what nobody has shown. A belief's own entry is labelled,
# and drops it.
LEFT_OUT = (".notes, .sources, .references, .letters, .index, .kicker:not(.belief h3 .kicker), .label, .medical, .level, .also, "
            ".rings, .finding dl, .entry p > b, svg, .kit, .picked")
PARTS = ":is(h2, h3, h4)[id]:not([id^='letter-'], .belief > h3, .finding > h4), .beliefs h3[id], .glossary dt[id]"
SAFETY = {"data-contraindication", "data-warning-sign"}
COMMON = 4  # a part with the same id on so many pages, such as "In short", belongs to its page: alone it would say nothing


@dataclass
class Entry:
    """A place to land on.

    `names` is what people call it beside its heading; `kind` and `label` show what it is: "do-not", "Do not: cold".
    """

    page: Page
    part: str = ""
    heading: str = ""
    kind: str = ""
    label: str = ""
    names: list[str] = field(default_factory=list)
    blocks: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"{self.page.url}#{self.part}" if self.part else self.page.url

    @property
    def text(self) -> str:
        return " ".join(self.blocks)

    @property
    def excerpt(self) -> str:
        """The entry's own words; of a reason or a sign, what to do; of a belief, the verdict first: "Unsupported.

        No study in people …".
        """
        if self.kind == "belief" and len(self.blocks) > 1:
            return f"{self.blocks[0].capitalize()}. {self.blocks[1].removeprefix('Why. ')}"
        return self.blocks[-1] if self.label and self.blocks else self.text


def entries(site: Site, built: Built) -> list[Entry]:
    """Return all entries by address, each page before its parts."""
    shown = [(page, built.page_at(page.url)) for page in sorted(site.pages.values(), key=lambda page: page.url)]
    shown = [(page, found, found.article.css(PARTS)) for page, found in shown if found and found.article]
    common = Counter(part for _, _, parts in shown for part in {node.attributes["id"] for node in parts})
    often = {part for part, count in common.items() if count >= COMMON}
    by_page = [list(_of_page(page, seen, parts, often)) for page, seen, parts in shown]
    found = [entry for of_page in by_page for entry in of_page]
    by_address = {entry.address: entry for entry in found}
    for address, name in [*((f"safety/#{row.id}", row.name) for row in site.contraindications.values()),
                          *((f"glossary/#{term.id}", term.also_called) for term in site.glossary.values())]:
        if name and address in by_address:
            by_address[address].names.append(name)
    for of_page in by_page:
        _hand_down(of_page)
    return found


def _hand_down(of_page: list[Entry]) -> None:
    """Give a name of the page to the one part that speaks of it, unless the page's summary does: there the answer stands."""
    whole, *parts = of_page
    if not whole.names:
        return
    said = [(part, _stems(f"{part.heading} {part.text}")) for part in parts]
    for name in list(whole.names):
        asked = _stems(name)
        speaking = [part for part, stems in said if asked <= stems]
        if len(speaking) == 1 and asked and not asked <= _stems(f"{whole.heading} {whole.text}"):
            whole.names.remove(name)
            speaking[0].names.append(name)


def _stems(text: str) -> set[str]:
    """Return the telling words of a text without their endings."""
    return {re.sub(r"(?:ing|ed|es|s|e)$", "", word) for word in split(text) if word not in STOP_WORDS}


def _of_page(page: Page, shown: BuiltPage, starting: list[LexborNode], common: set[str | None]) -> Iterator[Entry]:
    """Yield the entries of a page: itself, then its parts.

    `starting` are the headings and words that start one, `common` the ids of those that start none.
    """
    whole = Entry(page, heading=page.title, names=list(page.aliases),
                  blocks=[shown.attribute('meta[name="description"]', "content")])
    parts, current = [whole], whole
    starts = {node.mem_id for node in starting}
    around_starts = marks_around(starting)
    skipped = {node.mem_id for node in shown.fitting(LEFT_OUT)}

    def walk(node: LexborNode) -> None:
        nonlocal current
        for child in node.iter():
            if child.mem_id in skipped:
                continue
            if child.mem_id in starts:
                current = whole if child.attributes["id"] in common else _part(page, shown, child)
                parts.extend([current] if current is not whole else [])
            elif child.mem_id in around_starts:
                walk(child)
            else:
                current.blocks += shown.blocks_of(child, LEFT_OUT)

    walk(shown.article)
    return iter(parts)


def _part(page: Page, shown: BuiltPage, node: LexborNode) -> Entry:
    """Return the entry that starts at a heading or word. The box around it tells its kind."""
    entry = Entry(page, node.attributes["id"] or "", shown.words_of(node, f"{LEFT_OUT}, .kicker").strip('"'))
    box = node.parent.attributes if node.parent else {}
    if SAFETY & box.keys():
        label = node.parent.css_first(".label")
        entry.kind, entry.label = (box.get("class") or "").split()[-1], shown.words_of(label)
    elif node.tag == "dt":
        entry.kind = "word"
    elif "data-belief" in box:
        entry.kind = "belief"
    return entry
