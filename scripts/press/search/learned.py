"""What the search has learnt: for each place how often it is asked for, and for each word how strongly it points to places.

`make learn` writes docs/_data/learned.txt; the build only reads it. The strength of a word is a whole number, and may be below
nothing.
"""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from press.problem import CannotMake, Problem
from press.site import Site

FILE = "docs/_data/learned.txt"
UNIT = 1.8  # a strength of 1; finer steps find no more, and take more room
_HEAD = """\
# What the search has learnt from docs/_data/questions.yml and outside.yml. Written by `make learn`, never by hand.
# First each place and how often it is asked for, then each word and the places that it points to, by their number, and how strongly.
"""


@dataclass
class Learned:
    """`places` are addresses, or rows of outside.yml as "outside:shopping".

    `leads`: a word -> the number of a place -> a strength.

    `digest` tells which questions this was learnt from.
    """

    places: list[str] = field(default_factory=list)
    bias: list[float] = field(default_factory=list)
    leads: dict[str, dict[int, int]] = field(default_factory=dict)
    digest: str = ""


def digest(site: Site) -> str:
    """Return what changes when a question or where it leads changes."""
    asked = [(row.leads_to, row.ask) for row in site.questions.values()] + [(row.id, row.ask) for row in site.outside.values()]
    return hashlib.sha256(repr(asked).encode()).hexdigest()[:16]


def read_learned(root: Path) -> Learned:
    """Return what was learnt for the guide in a folder; nothing when nobody has taught it yet.

    Raises CannotMake for a line that `make learn` did not write.
    """
    learned, file = Learned(), root / FILE
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    for number, line in enumerate(lines, 1):
        name, _, rest = line.partition("\t")
        kind, _, name = name.partition(" ")
        try:
            _take(learned, kind, name, rest)
        except ValueError:
            raise CannotMake(Problem(FILE, number, f"'{line[:40]}' is no line that 'make learn' writes.",
                                     "put the file back as it was; or empty it, and learn anew: run 'make learn'.",
                                     "search-has-learned")) from None
    return learned


def _take(learned: Learned, kind: str, name: str, rest: str) -> None:
    """Put one line into what was learnt. Raises ValueError when it cannot be read."""
    if kind == "place":
        learned.places.append(name)
        learned.bias.append(float(rest))
    elif kind == "questions":
        learned.digest = name
    elif kind == "word":
        pairs = [pair.split(":") for pair in rest.split()]
        learned.leads[name] = {range(len(learned.places)).index(int(place)): int(strength) for place, strength in pairs}
    elif kind and not kind.startswith("#"):
        raise ValueError(kind)


def write_learned(root: Path, learned: Learned) -> None:
    """Write what was learnt beside the questions."""
    places = [f"place {place}\t{bias}" for place, bias in zip(learned.places, learned.bias, strict=True)]
    words = [f"word {word}\t{' '.join(f'{n}:{strength}' for n, strength in sorted(row.items()))}"
             for word, row in sorted(learned.leads.items())]
    (root / FILE).write_text(_HEAD + "\n".join([f"questions {learned.digest}", *places, *words]) + "\n", encoding="utf-8")
