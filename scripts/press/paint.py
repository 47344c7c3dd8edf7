"""Works out the colours in which the stylesheets paint the words of a safety note and its frame, in each medium,
as a browser would."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from typing import TypeVar

from selectolax.lexbor import LexborNode

from press.built_page import BuiltPage
from press.cascade import GROUND, Cascade, Chain
from press.contrast import contrast
from press.css_colours import LETS_THROUGH
from press.elements import around
from press.frame import Given, gap, sides
from press.reach import reach
from press.styles import StyleRule

T = TypeVar("T")
PAINT = ("color", *GROUND)
FRAME = 3  # contrast of a frame and the ground around it, WCAG 1.4.11


@dataclass(frozen=True)
class Painted:
    """The colours of one element's words: `contrast` is None when a colour cannot be worked out.

    `by` are the declarations that decide.
    """

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
    known: dict[tuple, list] = field(default_factory=dict)

    @cached_property
    def cascade(self) -> Cascade:
        """What decides which of the rules wins."""
        return Cascade(self.rules)

    @cached_property
    def conditions(self) -> list[frozenset[str]]:
        """When each rule holds."""
        return [frozenset(rule.conditions) for rule in self.rules]

    @classmethod
    def of(cls, rules: list[StyleRule]) -> "Painter":
        """Return a painter with the rules that paint, and the media in which they differ: each alone, all that a rule asks for
        at once, such as small windows and :hover, and each of these together with dark colours."""
        paints = [r for r in rules if not r.is_beside and any(d.name in PAINT or d.name.startswith(("--", "border"))
                                                              for d in r.declarations)]
        each = dict.fromkeys([*(frozenset((m,)) for rule in paints for m in rule.conditions),
                              *(frozenset(rule.conditions) for rule in paints)])
        dark = [m for some in each if len(some) == 1 for m in some if "prefers-color-scheme: dark" in m]
        together = [some | {d} for d in dark for some in each if not ("screen" in d and any("print" in m for m in some))]
        return cls(paints, list(dict.fromkeys([frozenset(), *each, *together])))

    def look_at(self, shown: BuiltPage) -> None:
        """Find out which rules reach each element of a page."""
        self.reached = {}
        for number, rule in enumerate(self.rules):
            for mark in reach(rule, shown) or ():
                self.reached.setdefault(mark, []).append(number)

    def paint(self, node: LexborNode) -> list[tuple[frozenset[str], Painted]]:
        """Return the colours of an element's words in each medium, on the page last looked at."""
        return self._in_each_medium(node, self._paint)

    def frame(self, box: LexborNode, edges: tuple[str, ...]) -> list[tuple[frozenset[str], tuple[str, list[Given]]]]:
        """Return what is wrong with the frame of a box at these edges in each medium, in words (or nothing),
        and the declarations that decide."""
        return self._in_each_medium(box, partial(self._frame, edges))

    def _in_each_medium(self, node: LexborNode, judge: Callable[[Chain], T]) -> list[tuple[frozenset[str], T]]:
        chain = tuple(tuple(self.reached.get(element.mem_id, ())) for element in around(node))
        key = (judge.args if isinstance(judge, partial) else (), chain)
        if key not in self.known:
            asked = {self.conditions[n] for numbers in chain for n in numbers}
            # the same rules hold in many media
            judged = cache(lambda met: judge(tuple(tuple(n for n in numbers if self.conditions[n] in met) for numbers in chain)))
            self.known[key] = [(media, judged(frozenset(condition for condition in asked if condition <= media)))
                               for media in self.media]
        return self.known[key]

    def _frame(self, edges: tuple[str, ...], chain: Chain) -> tuple[str, list[Given]]:
        borders = sorted((d.important, self.rules[n].weight, n, k) for n in chain[0]
                         for k, d in enumerate(self.rules[n].declarations) if d.name.startswith("border"))
        drawn = sides((self.rules[n], self.rules[n].declarations[k]) for _, _, n, k in borders)
        why, by = gap(drawn, edges)
        if why:
            return why, by
        ground, by_ground = self.cascade.first(chain[1:], GROUND)
        for value, given in dict.fromkeys(drawn[part] for part in drawn if part[1] == "color" and part[0] in edges):
            letters, by_colour = (self.cascade.first(chain, ("color",)) if value == "currentcolor"
                                  else self.cascade.colour(given, chain, value))
            if not letters or letters == LETS_THROUGH or not ground or contrast(letters, ground) < FRAME:
                return f"has a frame of '{value}', which does not stand out", [given, *by_colour, *by_ground]
        return "", []

    def _paint(self, chain: Chain) -> Painted:
        letters, by_letters = self.cascade.first(chain, ("color",))
        ground, by_ground = self.cascade.first(chain, GROUND)
        known = letters and ground
        return Painted(letters or "?", ground or "?", contrast(letters, ground) if known else None, (*by_letters, *by_ground))
