"""Twenty edits such as a guide sees in ten years: pages are renamed, moved, split, merged, deleted, reworded,
withdrawn and brought back.

Each page and part holds a word of its own, so that a test can tell whether an address still leads to what it once held.
"""

import shutil

from guide import Guide
from press.address_record import RECORD
from story import Edit, Story, menu

PAGE = """---
title: {title}
description: A page named {title}, whose addresses are followed through twenty edits.
kind: service
topics: []
checked: 2026-11-22
check_by: 2027-11-22
---
{words}
"""


def page(guide: Guide, file: str, title: str, words: str) -> None:
    guide.write(f"docs/{file}", PAGE.format(title=title, words=words))


def move(guide: Guide, old: str, new: str) -> None:
    (guide.root / "docs" / new).parent.mkdir(exist_ok=True)
    shutil.move(guide.root / "docs" / old, guide.root / "docs" / new)


def swap(guide: Guide, file: str, old: str, new: str) -> None:
    guide.edit(f"docs/{file}", old, new)


def remove(guide: Guide, file: str) -> None:
    (guide.root / "docs" / file).unlink()


def put(guide: Guide, *lines: tuple[str, str]) -> None:
    """Change lines of the record."""
    for old, new in lines:
        guide.edit(RECORD, f"{old}\n", f"{new}\n")


WARM = "WILLOW bends.\n\n## Before {#before}\n\nThe OAKS stand.\n\n## During {#during}\n\nA BIRCH sways.\n"
COOL = "CEDAR lasts.\n\n## Steps {#steps}\n\nThe MAPLE turns.\n\n## After {#after}\n\nAn ALDER drinks.\n"
TRAVEL = "HAZEL bears.\n\n## By plane {#plane}\n\nThe PINES smell.\n\n## By car {#car}\n\nA LARCH sheds.\n"


def begin(guide: Guide) -> Story:
    """Return the story's start: the small guide with two leaflets, published."""
    page(guide, "leaflets/warm-up.md", "Warming up", WARM)
    page(guide, "leaflets/cool-down.md", "Cooling down", COOL)
    menu(guide)
    story = Story(guide.record())
    story.note()
    return story


def split(guide: Guide) -> None:
    swap(guide, "leaflets/travel.md", "The PINES smell.", "This is now [on a page about flying](flying.md#plane).")
    page(guide, "leaflets/flying.md", "Flying",
         "ASPEN trembles.\n\n## By plane {#plane}\n\nThe PINES smell.\n\n## Seats {#seats}\n\nThe ROWAN glows.\n")


def merge(guide: Guide) -> None:
    remove(guide, "leaflets/flying.md")
    swap(guide, "leaflets/travel.md", "This is now [on a page about flying](flying.md#plane).",
         "ASPEN trembles. The PINES smell.\n\n## Seats on a plane {#plane-seats}\n\nThe ROWAN glows.")


def turn_folder(guide: Guide, old: str, new: str) -> None:
    for path in sorted((guide.root / "docs" / old).glob("*.md")):
        move(guide, f"{old}/{path.name}", f"{new}/{path.name}")


def rename_advice(guide: Guide, old: str, new: str) -> None:
    """Rename a folder that the menu names, and mend the link to it."""
    turn_folder(guide, old, new)
    guide.edit("mkdocs.yml", f"{old}/cold-pack.md", f"{new}/cold-pack.md")
    guide.edit("docs/index.md", f"{old}/cold-pack.md", f"{new}/cold-pack.md")


KEPT, MOVED, GONE = "addresses-are-kept", "moved-addresses-lead-to-pages", "withdrawn-addresses-say-why"

EDITS = [
    Edit("a page is added", lambda g: page(g, "leaflets/travel.md", "Travelling", TRAVEL)),
    Edit("a page is renamed", lambda g: move(g, "leaflets/warm-up.md", "leaflets/warming-up.md"), KEPT),
    Edit("a heading is reworded", lambda g: swap(g, "leaflets/warming-up.md", "## Before {#before}",
                                                 "## What to do first {#before}")),
    Edit("a heading is reworded and loses its id", lambda g: swap(g, "leaflets/cool-down.md", "## After {#after}",
                                                                  "## Later {#later}"), KEPT,
         lambda g: swap(g, "leaflets/cool-down.md", "{#later}", "{#after}")),
    Edit("a page moves to another part of the guide", lambda g: move(g, "leaflets/cool-down.md", "home/cool-down.md"), KEPT),
    Edit("a page is renamed once more", lambda g: move(g, "leaflets/warming-up.md", "leaflets/warm.md"), KEPT),
    Edit("a page is split, and leaves a line", split),
    Edit("a part moves and leaves nothing", lambda g: swap(g, "home/cool-down.md", "## Steps {#steps}\n\nThe MAPLE turns.\n\n",
                                                           ""), KEPT,
         lambda g: (swap(g, "leaflets/travel.md", "## By car", "## Steps {#steps}\n\nThe MAPLE turns.\n\n## By car"),
                    swap(g, "home/cool-down.md", "## Later",
                         "This is now [on the page about travel](../leaflets/travel.md#steps).\n{: #steps }\n\n## Later"))),
    Edit("two pages become one", merge, KEPT,
         lambda g: put(g, ("/leaflets/flying/", "/leaflets/flying/ -> /leaflets/travel/#plane"),
                       ("/leaflets/flying/#seats", "/leaflets/flying/#seats -> /leaflets/travel/#plane-seats"))),
    Edit("a page is deleted without a word", lambda g: remove(g, "home/cool-down.md"), KEPT,
         lambda g: page(g, "home/cool-down.md", "Cooling down", COOL)),
    Edit("a page's name gets a capital letter", lambda g: move(g, "leaflets/travel.md", "leaflets/Travel.md"),
         "files-that-belong", lambda g: move(g, "leaflets/Travel.md", "leaflets/travel.md")),
    Edit("an id gets a capital letter", lambda g: swap(g, "leaflets/travel.md", "{#car}", "{#Car}"), "headings-are-permanent",
         lambda g: swap(g, "leaflets/travel.md", "{#Car}", "{#car}")),
    Edit("a renamed page gets its first name back", lambda g: move(g, "leaflets/warm.md", "leaflets/warm-up.md"), KEPT),
    Edit("an id is given twice", lambda g: swap(g, "leaflets/travel.md", "{#steps}", "{#car}"), "ids-are-unique",
         lambda g: swap(g, "leaflets/travel.md", "Steps {#car}", "Steps {#steps}")),
    Edit("a page is added that will be withdrawn",
         lambda g: page(g, "leaflets/hot.md", "Heat", "The ELDER burns.\n\n## Water {#water}\n\nA BRIAR pricks.\n")),
    Edit("a page is withdrawn",
         lambda g: (remove(g, "leaflets/hot.md"),
                    put(g, ("/leaflets/hot/", "/leaflets/hot/ !! 2027-03-01 It told people to use hot water.")))),
    Edit("a withdrawn page comes back", lambda g: page(g, "leaflets/hot.md", "Heat", "The ELDER burns.\n"), GONE,
         lambda g: remove(g, "leaflets/hot.md")),
    Edit("a page takes an address that leads elsewhere", lambda g: page(g, "leaflets/flying.md", "Flies", "An ACACIA hums.\n"),
         MOVED, lambda g: remove(g, "leaflets/flying.md")),
    Edit("two folders are renamed, one with handouts", lambda g: (turn_folder(g, "leaflets", "handouts"),
                                                                  rename_advice(g, "how-to", "doing")), KEPT),
    Edit("the folders get their first names back", lambda g: (turn_folder(g, "handouts", "leaflets"),
                                                              rename_advice(g, "doing", "how-to")), KEPT),
]
