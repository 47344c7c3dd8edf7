"""A thing with a permanent id, and the place where an author finds it."""

from dataclasses import dataclass, field
from typing import Literal

NEVER_EMPTY = {"never": ([], [""])}  # of a list that needs words
Touch = Literal["cold", "massage", "both", "cold and massage"]


@dataclass(frozen=True)
class Record:
    """A thing with a permanent id. `path` and `lines` say where an author finds it."""

    id: str
    path: str = field(default="", kw_only=True, repr=False, compare=False)
    lines: dict[str, int] = field(default_factory=dict, kw_only=True, repr=False, compare=False)

    @property
    def line(self) -> int:
        return self.lines.get("id", 0)
