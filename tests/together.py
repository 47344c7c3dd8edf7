"""Slips told together: many slips are planted in one guide, and one build names them all at once, as it promises its authors.

A build of the small guide takes half a second, and a page more in it a thirtieth of that. So slips in the page about the cold pack are
planted in a guide that has this page many times over, each in a page of its own. Slips in other files share a build when no
message can be taken for that of another. Those that a build of many does not name, as one fault can hide another, are told together
in a next build, and so are those of which only advice is given, until one is alone.
"""

import functools
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from guide import MESSAGE, Guide, Result

PACK = "docs/how-to/cold-pack.md"
TWINS = [PACK.replace("cold-pack", f"cold-pack{number}") for number in range(2, 14)]
OF_PACK = re.compile(r"\bcold-pack(?=[./])")  # its file, or its address
LINE = re.compile(r":\d*$")
STOPS_READING = ("settings", "strict-yaml")  # in the settings: nothing else is read then


class Slip(NamedTuple):
    """What is done to a guide (`old` words of a file become `new` ones), and what must be said of it.

    No old words: the file is written anew. No new words either: it is taken away.
    """

    what: str
    file: str
    old: str
    new: str
    rule: str
    where: str
    words: str

    def plant(self, guide: Guide) -> Guide:
        """Do it, and return the guide. Raises AssertionError when the old words are not there."""
        if self.old or self.new:
            return guide.edit(self.file, self.old, self.new) if self.old else guide.write(self.file, self.new)
        (guide.root / self.file).unlink()
        return guide

    def told(self, result: Result) -> list[re.Match[str]]:
        """Return the messages about this slip: from its rule, with its place, its words and the fix."""
        return [m for m in MESSAGE.finditer(result.text) if m["rule"] == self.rule and m["fix"] and self.words in m[0]
                and m[0].removeprefix("advice  ").startswith(self.where)]

    def homes(self) -> "list[Slip]":
        """Return the slip in each twin of its page and in the page itself; any other is at home in its own file alone."""
        moved = lambda text, home: OF_PACK.sub(Path(home).stem, text)
        return [self] if self.file != PACK else [self._replace(file=home, where=moved(self.where, home), words=moved(self.words, home))
                                                 for home in (*TWINS, PACK)]

    def goes_with(self, other: "Slip") -> bool:
        """Tell whether both can be planted in one guide, and what is said of one be told from what is said of the other."""
        one, two = (LINE.sub("", slip.where) for slip in (self, other))
        if self.rule == other.rule and (one.startswith(two) or two.startswith(one)):
            return False
        if "mkdocs.yml" in (self.file, other.file) and {self.rule, other.rule} & set(STOPS_READING):
            return False
        lines = [slip.where for slip in (self, other) if slip.where[-1:].isdigit()]  # one would move those of the other
        return self.file != other.file or not (lines or self.file.endswith(".md"))


class Build:
    """Slips that share one build of a guide, and what it said of them."""

    def __init__(self, guide: Guide):
        self.guide, self.slips, self.texts = guide, [], {}
        self.next: dict[bool, Build] = {}  # for those that were not heard here: whether advice was given of them

    def takes(self, slip: Slip) -> bool:
        """Take a slip in, if it goes with all others and its words are still there."""
        path = self.guide.root / slip.file
        text = self.texts.get(slip.file, path.read_text(encoding="utf-8") if path.exists() else "")
        if slip.old not in text or not all(slip.goes_with(other) for other in self.slips):
            return False
        self.slips.append(slip)
        self.texts[slip.file] = text.replace(slip.old, slip.new, 1) if slip.old else slip.new
        return True

    def hears(self, slip: Slip) -> bool:
        """Tell whether the build was refused for a slip, or gave advice about it and was published all the same."""
        own = slip.told(self.result)
        return bool(own) and (self.result.built or any(not m[0].startswith("advice  ") for m in own))

    def without_the_heard(self, slip: Slip) -> "Build | None":
        """Return a build of the slips that were not heard here as this one was not, or nothing when it would be alone, or no fewer."""
        is_advised = bool(slip.told(self.result))
        if is_advised not in self.next:
            self.next[is_advised] = Build(self.guide)
            for other in self.slips:
                if not self.hears(other) and bool(other.told(self.result)) == is_advised:
                    assert self.next[is_advised].takes(other)
        return self.next[is_advised] if 1 < len(self.next[is_advised].slips) < len(self.slips) else None

    @functools.cached_property
    def result(self) -> Result:
        """What the build said. It was refused if anything was said that stops it, and then the last good site stayed."""
        with tempfile.TemporaryDirectory() as folder:
            guide = self.guide.copy(Path(folder) / "guide")
            before = guide.files()
            for slip in self.slips:
                slip.plant(guide)
            result = guide.build()
            assert result.built == (not result.rules), result.text
            assert result.built or guide.files() == before
        assert "Traceback" not in result.text
        return result


class Together:
    """The slips of a table, dealt to as few builds as can be. A build is made when the first of its slips is asked for."""

    def __init__(self, small: Guide, many: Guide, slips: Iterable[tuple]):
        self.small, self.many, self.builds = small, many, []
        self.dealt = {slip: self._deal(slip) for slip in (Slip(*one) for one in slips)}

    def hear(self, slip: Slip) -> tuple[Result, list[re.Match[str]]]:
        """Return what a build said with this slip in it, and what of that is about the slip. Where advice alone is given, the build is
        one of slips of this kind: this is to show that the guide is published all the same."""
        build, home = self.dealt[slip]
        while len(build.slips) > 1 and not build.hears(home):
            if not (build := build.without_the_heard(home)):
                build, home = Build(self.small), slip
                assert build.takes(home)
        return build.result, home.told(build.result)

    def _deal(self, slip: Slip) -> tuple[Build, Slip]:
        guide = self.many if slip.file == PACK else self.small
        for build in (*(build for build in self.builds if build.guide is guide), Build(guide)):
            for home in slip.homes():
                if build.takes(home):
                    self.builds += [build] if len(build.slips) == 1 else []
                    return build, home
        raise AssertionError(f"{slip.file} does not hold {slip.old!r}")


def many(folder: Path) -> Guide:
    """Return the small guide with its page about the cold pack many times over."""
    guide = Guide.small(folder)
    text = (guide.root / PACK).read_text(encoding="utf-8")
    for number, twin in enumerate(TWINS, 2):
        titled = text.replace("title: Using a cold pack", f"title: Using a cold pack, way {number}")
        pointed = titled.replace("is easy to read here.", f"is easy to read here. It is way {number}.")
        guide.write(twin, pointed.replace("A page of the small guide", f"A page about way {number} of the small guide"))
    return guide.edit("mkdocs.yml", "how-to/cold-pack.md", ", ".join(file.removeprefix("docs/") for file in (PACK, *TWINS)))
