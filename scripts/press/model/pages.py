"""A page as its author wrote it, and the practice that hosts it."""

import datetime
import re
from dataclasses import dataclass, field
from typing import Literal

from press.model.record import Record


@dataclass(frozen=True)
class Page(Record):
    """A page as its author wrote it. Its id is its address from the site's root, such as `how-to/cold-pack/`."""

    title: str
    description: str
    kind: Literal["advice", "reference", "service"]
    checked: datetime.date
    check_by: datetime.date
    topics: tuple[str, ...] = ()
    mentions: dict[str, str] = field(default_factory=dict)
    point: str = ""
    actions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    not_shared: str = ""  # why a page of advice has no handout, email text and so on
    body: str = field(default="", kw_only=True, repr=False)
    body_line: int = field(default=1, kw_only=True)

    @property
    def url(self) -> str:
        return self.id

    @property
    def root(self) -> str:
        """The relative way from this page to the site's root, such as `../../`."""
        return "../" * self.id.count("/") or "./"

    def line_of(self, words: str) -> int:
        """Return the line of the source on which `words` first stand, or the line of the body's start."""
        at = self.body.find(words)
        return self.body_line + (self.body.count("\n", 0, at) if at >= 0 else 0)


@dataclass(frozen=True)
class Person:
    """A named person, given by the practice. The project itself names none."""

    name: str
    credentials: str = ""


@dataclass(frozen=True)
class Practice:
    """Who hosts this copy of the guide: all of it optional, all of it checked."""

    name: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    address: str = ""
    region: str = "none"
    author: Person | None = None
    reviewer: Person | None = None
    reviewed: datetime.date | None = None
    colours: dict[str, str] = field(default_factory=dict)

    @property
    def dialled(self) -> str:
        """The phone as a link dials it: '(212) 736 5000' is '212-736-5000'."""
        return "-".join(re.findall(r"\+?\d+", self.phone))
