"""A page as the audit sees it."""

from dataclasses import dataclass, field
from functools import cached_property

from press.built_page import BuiltPage
from press.model import Page
from press.readability import Reading, reading
from press.site import Site


@dataclass
class Audited:
    """A page, its source, and what is asked of it more than once."""

    site: Site
    page: Page
    shown: BuiltPage
    boxes: dict[str, set[int]] = field(default_factory=dict)  # what stands inside some boxes, by their selector
    met: dict[str, bool | None] = field(default_factory=dict)  # what each check found, since it is asked for by item and by page

    @cached_property
    def facts(self) -> str:
        """The words of the list under the text: author, sources, dates, money and review."""
        return self.shown.words_of(next(iter(self.shown.classed("facts")), None))

    @cached_property
    def blocks(self) -> list[str]:
        """All blocks of the text."""
        return self.shown.blocks_of(self.shown.article)

    @cached_property
    def reading(self) -> Reading:
        """The reading grade, and the sentences."""
        return reading(self.shown)

    @cached_property
    def longest_sentence(self) -> int:
        """The number of words in the longest sentence."""
        return max((len(sentence.split()) for sentence in self.reading.sentences), default=0)

    def has(self, selector: str, least: int = 1) -> bool:
        """Tell whether the text holds at least so many elements."""
        return len(self.shown.article.css(selector)) >= least

    def inside(self, selector: str) -> set[int]:
        """Return the elements that a selector names and all that stands in them, by their marks in memory."""
        if selector not in self.boxes:
            self.boxes[selector] = {node.mem_id for box in self.shown.article.css(selector) for node in (box, *box.css("*"))}
        return self.boxes[selector]

    def part(self, id: str) -> list[str]:
        """Return the blocks of text between the heading `id` and the next heading of its level."""
        start = self.shown.article.css_first(f"h2[id='{id}']")
        blocks, node = [], start.next if start else None
        while node and node.tag != "h2":
            blocks += self.shown.blocks_of(node) if node.tag != "-text" else []
            node = node.next
        return blocks

    def links_to(self, address: str) -> bool:
        """Tell whether the page leads to an address of the guide, in its text or right below."""
        return bool(self.shown.tree.css(f"main a[href$='{address}'], main a[href*='{address}#']"))
