"""Reads the words of a page as a reader meets them: a list item, paragraph or heading each on its own,
and nothing that is not shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from selectolax.lexbor import LexborNode

BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption", "caption", "summary", "blockquote",
          "div", "section", "article", "aside", "ul", "ol", "dl", "table", "tr", "tbody", "thead", "figure", "nav",
          "header", "footer", "main", "label", "legend", "fieldset", "br", "hr", "details"}
UNSEEN = {"script", "style", "template", "noscript", "head", "title", "svg"}
# where elements stand: from, whether they hold anything, to (below 0, so that the longer come first), and their mark in memory
Places = Sequence[tuple[int, bool, int, int]]
BREAK = "\0"  # between two blocks; no parser lets it through, so it is in no text


class Blocks:
    """The words of an element, read once: which of them stand in a part of it is then only a matter of cutting."""

    def __init__(self, element: LexborNode):
        # where in the text the words of each element begin and end, by its mark in memory
        self.places: dict[int, tuple[int, int]] = {}
        # what is left out, by the selectors that name it: many parts of a page are read without the same
        self.left_out: dict[str, Places] = {}
        self.breaks: list[int] = []  # where in the text a block begins or ends
        pieces: list[str] = []
        self.places[element.mem_id] = 0, self._read(element, pieces, 0)
        self.text = "".join(pieces)
        on_one_line = " ".join(self.text.split()).replace(f" {BREAK}", BREAK).replace(f"{BREAK} ", BREAK)
        stretches = on_one_line.split(BREAK)  # before the first break, between two, behind the last
        self.blocks = [block for block in stretches if block]
        self.before = [0, *accumulate(map(bool, stretches))]  # how many blocks stand before each stretch

    def of(self, element: LexborNode, skip: Places = (), instead: str = "", until: LexborNode | None = None) -> list[str]:
        """Return the text of an element, block by block.

        `skip` is where the elements stand that are left out, as `places_of` gives it; `instead` is what stands for each. `until`
        is an element in it that is shown: the text up to its end is returned.
        """
        at, end = self.places[element.mem_id]
        end = self.places[until.mem_id][1] if until else end
        found: list[str] = []
        torn = ""  # the text since the last break
        for start, after in self._kept(skip, element, at, end):
            first, last = bisect_left(self.breaks, start), bisect_left(self.breaks, after)
            if first < last:  # then what lies between its breaks is whole
                if words := " ".join((torn + self.text[start:self.breaks[first]]).split()):
                    found.append(words)
                found += self.blocks[self.before[first + 1]:self.before[last]]
                torn, start = "", self.breaks[last - 1] + 1
            torn += self.text[start:after] + instead
        if words := " ".join(torn.removesuffix(instead).split()):
            found.append(words)
        return found

    def places_of(self, elements: Iterable[LexborNode]) -> Places:
        """Return where in the text some elements stand, as far as they are shown, from left to right:
        what holds others before them."""
        places = self.places
        return sorted([(place[0], place[0] < place[1], -place[1], mark) for element in elements
                       if (place := places.get(mark := element.mem_id))])

    def _kept(self, skip: Places, element: LexborNode, at: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield from where to where the text of an element stays when what is left out is cut from it."""
        own = element.mem_id
        begins, ends = self.places[own]
        for start, holds, before, mark in skip[bisect_left(skip, (at,)):bisect_right(skip, (end, True, 1))] if skip else ():
            after = -before
            # what is empty, and touches its edge, may stand beside it
            if at <= start and after <= end and mark != own and (holds or begins < start and after < ends):
                yield at, start
                at = after
        yield at, end

    def _read(self, element: LexborNode, pieces: list[str], at: int) -> int:
        """Add the words of an element to `pieces`, whose length so far is `at`, and return their length with them."""
        for child in element.iter(include_text=True):
            tag = child.tag
            if tag == "-text":
                if text := child.text_content:
                    pieces.append(text)
                    at += len(text)
            elif tag not in UNSEEN:
                start = at
                if tag in BLOCKS:
                    pieces.append(BREAK)
                    self.breaks.append(at)
                    at = self._read(child, pieces, at + 1)
                    pieces.append(BREAK)
                    self.breaks.append(at)
                    at += 1
                else:
                    at = self._read(child, pieces, at)
                self.places[child.mem_id] = start, at
        return at


def visible_blocks(element: LexborNode, skip: str = "") -> list[str]:
    """Return the text of an element, block by block. `skip` is a CSS selector of elements in it to leave out."""
    blocks = Blocks(element)
    return blocks.of(element, blocks.places_of(element.css(skip)) if skip else ())


def words(element: LexborNode, skip: str = "") -> str:
    """Return an element's visible text on one line."""
    return " ".join(visible_blocks(element, skip))
