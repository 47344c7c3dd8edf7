"""Works out the colours in which the stylesheets paint the words of a safety note, in each medium, as a browser would."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import tinycss2
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError
from tinycss2 import color5

from press.practice import contrast
from press.styles import Declaration, StyleRule

Given = tuple[StyleRule, Declaration]
Chain = tuple[tuple[int, ...], ...]  # the rules that reach an element and each of those around it, inmost first
LETS_THROUGH = "none"
PAINT = ("color", "background", "background-color")
# How browsers paint the reader's own colours, roughly: what matters is which are letters and which are ground.
SYSTEM = {"canvas": "#ffffff", "canvastext": "#000000", "linktext": "#0000ee", "visitedtext": "#551a8b", "buttonface": "#eeeeee", "buttontext": "#000000",
          "field": "#ffffff", "fieldtext": "#000000", "highlight": "#0a57ad", "highlighttext": "#ffffff", "mark": "#ffff00", "marktext": "#000000"}


@dataclass(frozen=True)
class Painted:
    """The colours of one element's words: `contrast` is None when a colour cannot be worked out. `by` are the declarations that decide."""

    letters: str
    ground: str
    contrast: float | None
    by: tuple[Given, ...]


@dataclass
class Painter:
    """The rules that paint, and which elements of a page each of them reaches."""

    rules: list[StyleRule]
    media: list[frozenset[str]]
    reached: dict[int, list[int]] = field(default_factory=dict)
    known: dict[tuple, list[tuple[frozenset[str], Painted]]] = field(default_factory=dict)

    @classmethod
    def of(cls, rules: list[StyleRule]) -> "Painter":
        """Return a painter with the rules that paint, and the media in which they differ: each alone, and each together with dark colours."""
        paints = [r for r in rules if any(d.name in PAINT or d.name.startswith("--") for d in r.declarations)]
        each = dict.fromkeys(m for rule in paints for m in rule.conditions)
        dark = [m for m in each if "prefers-color-scheme: dark" in m]
        together = [frozenset((m, d)) for d in dark for m in each if not ("print" in m and "screen" in d)]
        return cls(paints, list(dict.fromkeys([frozenset(), *(frozenset((m,)) for m in each), *together])))

    def look_at(self, tree: LexborHTMLParser) -> None:
        """Find out which rules reach each element of a page."""
        self.reached = {}
        for number, rule in enumerate(self.rules):
            for mark in reach(rule, tree) or ():
                self.reached.setdefault(mark, []).append(number)

    def paint(self, node: LexborNode) -> list[tuple[frozenset[str], Painted]]:
        """Return the colours of an element's words in each medium, on the page last looked at."""
        chain = tuple(tuple(self.reached.get(element.mem_id, ())) for element in _chain(node))
        if chain not in self.known:
            self.known[chain] = [(media, self._paint(tuple(self._on(numbers, media) for numbers in chain))) for media in self.media]
        return self.known[chain]

    def _on(self, numbers: tuple[int, ...], media: frozenset[str]) -> tuple[int, ...]:
        return tuple(n for n in numbers if set(self.rules[n].conditions) <= media)

    def _paint(self, chain: Chain) -> Painted:
        letters, by_letters = self._first(chain, ("color",))
        ground, by_ground = self._first(chain, ("background", "background-color"))
        known = letters and ground
        return Painted(letters or "?", ground or "?", contrast(letters, ground) if known else None, (*by_letters, *by_ground))

    def _first(self, chain: Chain, names: tuple[str, ...]) -> tuple[str, list[Given]]:
        """Return the first colour given to an element or to those around it, and all that gives it."""
        for depth, numbers in enumerate(chain):
            if given := self._winner(numbers, names):
                value, by = self._colour(given, chain[depth:])
                if value != LETS_THROUGH:
                    return value, by
        return ("#000000" if names == ("color",) else "#ffffff"), []

    def _winner(self, numbers: tuple[int, ...], names: tuple[str, ...]) -> Given | None:
        """Return the declaration that wins among the rules that reach an element: by importance, weight and order."""
        found = [((d.important, self.rules[n].weight, n, k), (self.rules[n], d)) for n in numbers for k, d in enumerate(self.rules[n].declarations) if d.name in names]
        return max(found, key=lambda f: f[0])[1] if found else None

    def _colour(self, given: Given, chain: Chain) -> tuple[str, list[Given]]:
        """Return a colour as #rrggbb (LETS_THROUGH for what is below, empty when it cannot be worked out) and all that gives it."""
        ground, by = given[1].name != "color", [given]
        text = self._filled(given[1].text, chain, by).strip().lower()
        if text in ("inherit", "none") or (ground and text == "transparent"):
            return LETS_THROUGH, by
        colour = color5.parse_color(SYSTEM.get(text, text))
        if colour is None or colour == "currentcolor":
            return "", by
        if colour.alpha < 1:
            return (LETS_THROUGH if ground and colour.alpha == 0 else ""), by
        return "#" + "".join(f"{round(max(0, min(1, c)) * 255):02x}" for c in colour.to("srgb").coordinates), by

    def _filled(self, text: str, chain: Chain, by: list[Given]) -> str:
        """Return a value with its custom properties filled in; the declarations that give them are added to `by`."""
        if "var(" not in text or len(by) > 9:
            return text
        pieces = []
        for token in tinycss2.parse_component_value_list(text):
            if token.type == "function" and token.lower_name == "var":
                name = tinycss2.serialize(token.arguments).split(",")[0].strip()
                given = next((w for w in (self._winner(numbers, (name,)) for numbers in chain) if w), None)
                by += [given] if given else []
                pieces.append(self._filled(given[1].text, chain, by) if given else "?")
            else:
                pieces.append(token.serialize())
        return "".join(pieces)


def reach(rule: StyleRule, tree: LexborHTMLParser) -> set[int] | None:
    """Return the elements of a page that a rule can reach, by their marks in memory; None when its selector cannot be read."""
    try:
        return {node.mem_id for node in tree.css(rule.reaches)}
    except SelectolaxError:
        return None


def _chain(node: LexborNode) -> Iterator[LexborNode]:
    """Yield an element and those around it, inmost first."""
    at: LexborNode | None = node
    while at and at.tag != "-document":
        yield at
        at = at.parent
