"""Lives through the edits of a guide, one after the other: each is published, or refused and mended as the build says;
and what each address held is remembered."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from guide import MESSAGE, Guide, Result
from press.address_record import RECORD
from press.addresses import published
from press.built import read_built

FOLDERS = ("leaflets", "home", "handouts")  # where leaflets live
MENU = re.compile(r"  - Leaflets: .*\n")
FIX = re.compile(r"write '(/[^']*)'")


@dataclass(frozen=True)
class Edit:
    """What an author does. `stopped_by` is the rule that must refuse it, `after` what the author does then;
    lines of the record are changed as the build prints."""

    name: str
    do: Callable[[Guide], object]
    stopped_by: str = ""
    after: Callable[[Guide], object] | None = None


@dataclass
class Story:
    """What has been published so far: each address with the word it held, and what the build said to each edit."""

    guide: Guide
    held: dict[str, str] = field(default_factory=dict)
    said: dict[str, list[Result]] = field(default_factory=dict)

    def live(self, edit: Edit) -> None:
        """Make an edit and publish it, with `make addresses`; when the build refuses it, mend what it names, as it says."""
        edit.do(self.guide)
        menu(self.guide)
        tries = self.said[edit.name] = [self.guide.build()]
        if not tries[0].built and edit.after:
            edit.after(self.guide)
            menu(self.guide)
            tries.append(self.guide.build())
        while not tries[-1].built and len(tries) < 6:
            follow(self.guide, tries[-1])
            tries.append(self.guide.build())
        assert tries[-1].built, f"{edit.name}: {tries[-1].text}"
        self.note()

    def note(self) -> None:
        """Note the word that each new address holds."""
        for address in sorted(published(read_built(self.guide.root / "site")) - self.held.keys()):
            self.held[address] = word_at(self.guide, address)


def follow(guide: Guide, result: Result) -> None:
    """Change the lines of the record as the messages say."""
    lines = (guide.root / RECORD).read_text().splitlines()
    text = result.text.splitlines()
    for line, fix in pairwise(text):
        match = MESSAGE.match(line)
        if match and match["where"] == RECORD and match["line"] and (edit := FIX.search(fix)):
            lines[int(match["line"]) - 1] = edit[1]
    guide.write(RECORD, "\n".join(lines) + "\n")


def word_at(guide: Guide, address: str) -> str:
    """Return the word in capitals that a leaflet or its part holds, or an empty string: other pages have none of their own."""
    page, _, part = address.partition("#")
    shown = read_built(guide.root / "site").page_at(page.lstrip("/"))
    if not shown or page.split("/")[1] not in FOLDERS:
        return ""
    html = shown.article.html
    return next(iter(re.findall(r"\b[A-Z]{4,}\b", html[html.index(f'id="{part}"'):] if part else html)), "")


def menu(guide: Guide) -> None:
    """Name every leaflet in the menu."""
    files = sorted(path.relative_to(guide.root / "docs").as_posix() for folder in FOLDERS
                   for path in (guide.root / "docs").glob(f"{folder}/*.md"))
    text = MENU.sub("", (guide.root / "mkdocs.yml").read_text())
    guide.write("mkdocs.yml", text.replace("  - Safety:", f"  - Leaflets: [{', '.join(files)}]\n  - Safety:") if files else text)
