"""Works out which declaration wins among those that reach an element, and the colour that it gives, as a browser would."""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from operator import itemgetter

import tinycss2

from press.css_colours import LETS_THROUGH, as_painted
from press.frame import Given
from press.styles import StyleRule

Chain = tuple[tuple[int, ...], ...]  # the rules that reach an element and each of those around it, inmost first
GROUND = ("background", "background-color")


@dataclass
class Cascade:
    """The rules that paint, by number, and the colours found so far: much stands in the same."""

    rules: list[StyleRule]
    known: dict[tuple, tuple[str, list[Given]]] = field(default_factory=dict)

    @cached_property
    def given(self) -> list[dict[str, tuple]]:
        """What each rule gives, by name: its strongest declaration with how strong it is, by importance, weight and order."""
        found: list[dict[str, tuple]] = [{} for _ in self.rules]
        for n, rule in enumerate(self.rules):
            for k, d in enumerate(rule.declarations):
                found[n][d.name] = max(found[n].get(d.name, ((),)), ((d.important, rule.weight, n, k), (rule, d)),
                                       key=itemgetter(0))
        return found

    def first(self, chain: Chain, names: tuple[str, ...]) -> tuple[str, list[Given]]:
        """Return the first colour given to an element or to those around it, and all that gives it."""
        if (chain, names) not in self.known:
            self.known[chain, names] = self._find_first(chain, names)
        return self.known[chain, names]

    def _find_first(self, chain: Chain, names: tuple[str, ...]) -> tuple[str, list[Given]]:
        """Return what `first` keeps in mind."""
        if not chain:
            return ("#000000" if names == ("color",) else "#ffffff"), []
        given = self._winner(chain[0], names)
        value, by = self.colour(given, chain) if given else (LETS_THROUGH, [])
        return (value, by) if value != LETS_THROUGH else self.first(chain[1:], names)

    def colour(self, given: Given, chain: Chain, value: str = "") -> tuple[str, list[Given]]:
        """Return a colour as #rrggbb (LETS_THROUGH for what is below, empty when it cannot be worked out) and all that gives it.

        `value` is the part of the declaration that is the colour, when it is not all of it.
        """
        by = [given]
        return as_painted(self._filled(value or given[1].text, chain, by), is_ground=given[1].name != "color"), by

    def _winner(self, numbers: tuple[int, ...], names: tuple[str, ...]) -> Given | None:
        """Return the declaration that wins among the rules that reach an element."""
        found = [self.given[n][name] for n in numbers for name in names if name in self.given[n]]
        return max(found, key=itemgetter(0))[1] if found else None

    def _filled(self, text: str, chain: Chain, by: list[Given]) -> str:
        """Return a value with its custom properties filled in; the declarations that give them are added to `by`."""
        if "var(" not in text or len(by) > 9:
            return text
        pieces = []
        for token in _tokens(text):
            if token.type == "function" and token.lower_name == "var":
                name = tinycss2.serialize(token.arguments).split(",")[0].strip()
                given = next((w for w in (self._winner(numbers, (name,)) for numbers in chain) if w), None)
                by += [given] if given else []
                pieces.append(self._filled(given[1].text, chain, by) if given else "?")
            else:
                pieces.append(token.serialize())
        return "".join(pieces)


_tokens = lru_cache(maxsize=1024)(tinycss2.parse_component_value_list)
