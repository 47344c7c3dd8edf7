"""Lines of a text that look like items of a list or like headings, and would be shown as something else: a step inside the
step above it, or lost in its words."""

import re
from collections.abc import Iterator

NEST = 4  # spaces before an item of a list that stands within an item
ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|(?P<number>\d+)\.)(?P<space>[ \t\u00a0\u2000-\u200b\u202f])")
BULLET = re.compile(r"[ \t]*(?:[\u2022\u00b7\u25e6\u25aa\u25cf\u2023\u2043\u2013\u2014\uf0b7:]|[oO](?=[ \t]+[A-Z])|[a-h]\)"
                    r"|(?P<number>\d+)[):])[ \t\u00a0]+(?=\S|$)")
HEADING = re.compile(r"[ \t]+(#{1,6} .*)")
ENDS = re.compile(r"[.!?:)\"'\s*]")  # the last sign of what is said in full; where a call stood, it is blank


def list_slips(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each line of a text, in which calls are blank, that would not be the item or heading it looks like, or starts
    a list at another number than 1: where it stands, what is wrong, and the fix."""
    at, opens, listed, above = 0, "", False, ""  # where the line starts, the first line of its block, is a list above, the line above
    for line in text.split("\n"):
        item = ITEM.match(line)
        depth = len(line.expandtabs(NEST)) - len(line.expandtabs(NEST).lstrip())
        found = (_no_sign(line) or item and _item(item, line, depth, opens, listed, above) or not item and _runs_in(line, opens, above)
                 or _heading(line))
        if found:
            yield at, *found
        if line.strip():
            listed = bool(item) or listed and depth >= NEST
            above = line
        opens = "" if not line.strip() or line.startswith("#") else line if item and found else opens or line
        at += len(line) + 1


def _no_sign(line: str) -> tuple[str, str] | None:
    """Return what is wrong with a line that begins with a sign that Markdown does not know, and the fix."""
    if not (bullet := BULLET.match(line)):
        return None
    sign = f"{bullet['number']}." if bullet["number"] else "-"
    return (f"'{line.strip()[:60]}' is no item of a list: '{bullet[0].strip()}' is no sign for one here.",
            f"write '{sign} {line[bullet.end():].strip()[:40]}', with an empty line before the list.")


def _item(item: re.Match[str], line: str, depth: int, opens: str, listed: bool, above: str) -> tuple[str, str] | None:
    """Return what is wrong with a line that has the sign of an item, and the fix."""
    beside = (other := ITEM.match(above)) and len(other["indent"].expandtabs(NEST)) >= depth
    if item["space"] not in " \t":
        return f"'{line[:60]}' is no item of a list: the space after its sign is of another kind.", "type that space again."
    if depth < NEST and opens and not ITEM.match(opens) and opens[0] not in " |>{":
        return f"'{line[:60]}' runs into the line above it, and no list begins.", "leave an empty line before the list."
    if depth < NEST and item["number"] and not opens and not listed and int(item["number"]) != 1:
        return (f"the list starts at '{line[:40].strip()}', so a step seems to be missing.",
                "start it at '1.'; what belongs to a step is indented by four spaces.")
    if listed and depth >= NEST and not beside and not above.rstrip().endswith(":"):
        return (f"'{line.strip()[:60]}' would stand within the item above it, as {depth} spaces stand before it.",
                "take the spaces before it away; a list within an item follows words that end with ':'.")
    return None


def _runs_in(line: str, opens: str, above: str) -> tuple[str, str] | None:
    """Return what is wrong with a new sentence right below an item, which would be read as more of that item, and the fix."""
    begins = line[:1].isalnum() and not line[0].islower() or line[:1] in ("-", "*", "+", "(") and line[1:2].isalnum()
    if begins and ITEM.match(opens) and ITEM.match(above) and ENDS.match(above[-1:]):
        return (f"'{line[:60]}' runs into the item above it.",
                "leave an empty line before it; or begin it as an item does: '- ' or '1. ', and a space.")
    return None


def _heading(line: str) -> tuple[str, str] | None:
    """Return what is wrong with a heading, and the fix."""
    if heading := HEADING.match(line):
        return f"'{heading[1][:60]}' is no heading, as a space stands before it.", "begin the line with its '#' signs."
    words = re.sub(r"\{.*", "", line)
    if line.startswith("#") and words.isupper() and len(re.findall(r"[A-Z]{2,}", words)) > 1:
        return (f"'{words.strip()[:60]}' is all in capitals, which are hard to read and may be read letter by letter.",
                "write it in small letters.")
    return None
