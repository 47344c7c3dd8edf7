"""Reads the words of a page as a reader meets them: a list item, paragraph or heading each on its own, and nothing that is not shown."""

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "figcaption", "caption", "summary", "blockquote",
          "div", "section", "article", "aside", "ul", "ol", "dl", "table", "tr", "tbody", "thead", "figure", "nav", "header", "footer",
          "main", "label", "legend", "fieldset", "br", "hr", "details"}
UNSEEN = {"script", "style", "template", "noscript", "head", "title", "svg"}
BREAK = "\0"  # between two blocks; no parser lets it through, so it is in no text


class Blocks:
    """The words of an element, read once: which of them stand in a part of it is then only a matter of cutting."""

    def __init__(self, element: LexborNode):
        self.places: dict[int, tuple[int, int]] = {}  # where in the text the words of each element begin and end, by its mark in memory
        pieces: list[str] = []
        self.places[element.mem_id] = 0, self._read(element, pieces, 0)
        self.text = "".join(pieces)

    def of(self, element: LexborNode, skip: Iterable[LexborNode] = (), instead: str = "", until: LexborNode | None = None) -> list[str]:
        """Return the text of an element, block by block.

        `skip` are elements to leave out where they stand in it; `instead` is what stands for each. `until` is an element in it that is shown:
        the text up to its end is returned.
        """
        if element.mem_id not in self.places:  # it is not shown, and asked for by itself
            return Blocks(element).of(element, skip, instead)
        at, end = self.places[element.mem_id]
        end = self.places[until.mem_id][1] if until else end
        text = self._without(skip, element, at, end, instead) if skip else self.text[at:end]
        return [block for stretch in " ".join(text.split()).split(BREAK) if (block := stretch.strip(" "))]

    def _without(self, skip: Iterable[LexborNode], element: LexborNode, at: int, end: int, instead: str) -> str:
        own, places, kept = element.mem_id, self.places, []
        whole = places[own]
        left_out = [place for node in skip if (mark := node.mem_id) != own and (place := places.get(mark)) and at <= place[0] and place[1] <= end]
        for start, after in sorted(left_out, key=lambda place: (place[0], place[0] < place[1], -place[1])):  # what holds others before them
            if at <= start and (start < after or whole[0] < start and after < whole[1]):  # what is empty, and touches its edge, may stand beside it
                kept += (self.text[at:start], instead)
                at = after
        return "".join((*kept, self.text[at:end]))

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
                    at = self._read(child, pieces, at + 1) + 1
                    pieces.append(BREAK)
                else:
                    at = self._read(child, pieces, at)
                self.places[child.mem_id] = start, at
        return at


def visible_blocks(element: LexborNode, skip: str = "") -> list[str]:
    """Return the text of an element, block by block. `skip` is a CSS selector of elements in it to leave out."""
    return Blocks(element).of(element, element.css(skip) if skip else ())


def words(element: LexborNode, skip: str = "") -> str:
    """Return an element's visible text on one line."""
    return " ".join(visible_blocks(element, skip))
