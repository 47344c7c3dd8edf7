"""Keeps finished pieces of a page aside while Markdown runs, and puts them back where they were called for.

Markdown would re-indent, escape or swallow HTML; a short mark passes through lists, boxes and tables untouched.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from press.blocks import BLOCKS

MARK = re.compile("\ue000([0-9]+)\ue001")
ALONE = re.compile("<p>\\s*\ue000([0-9]+)\ue001\\s*</p>")

BLOCK_TAG = re.compile(rf"</?(?:{'|'.join(sorted(BLOCKS - {'br'}))})\b[^>]*>")


@dataclass
class Stash:
    """Pieces of one text: each has its HTML, its plain words, and whether it is a block of its own."""

    pieces: list[tuple[Markup, str, bool]] = field(default_factory=list)

    def keep(self, html: Markup, words: str, *, block: bool) -> Markup:
        """Put a piece aside and return the mark that stands for it."""
        self.pieces.append((html, words, block))
        return Markup(f"\ue000{len(self.pieces) - 1}\ue001")

    def html(self, rendered: str) -> Markup:
        """Return rendered HTML with every mark replaced by its piece."""
        rendered = ALONE.sub(lambda m: self._piece(m, wrap=True), rendered)
        return Markup(MARK.sub(self._piece, rendered))

    def in_sentences(self, rendered: str) -> Iterator[str]:
        """Yield the words that stand in one paragraph with a piece that is a block of its own, nearest to it."""
        for stretch in BLOCK_TAG.split(rendered):
            for mark in MARK.finditer(stretch):
                if self.pieces[int(mark[1])][2]:
                    before, after = (re.sub(r"<[^>]*>", "", MARK.sub("", side)).strip()
                                     for side in (stretch[:mark.start()], stretch[mark.end():]))
                    if before or after:
                        yield before or after

    def escaped(self, text: str) -> Markup:
        """Return plain text, made safe for HTML, with every mark replaced by its piece's HTML."""
        return Markup(MARK.sub(self._piece, str(escape(text))))

    def words(self, text: str) -> str:
        """Return plain text with every mark replaced by its piece's plain words."""
        return MARK.sub(lambda m: self.pieces[int(m[1])][1], text)

    def _piece(self, match: re.Match[str], wrap: bool = False) -> str:
        html, _, block = self.pieces[int(match[1])]
        return f"<p>{html}</p>" if wrap and not block else str(html)
