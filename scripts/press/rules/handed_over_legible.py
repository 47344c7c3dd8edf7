"""What is handed over can be read by weak eyes: its letters are large and dark enough, in emails and on paper."""

import re

from press.built import Built
from press.contrast import contrast
from press.prose import prose_of
from press.readback import sheets_of
from press.rules import Found, problem, rule
from press.rules.handed_over import EMAILS, line_of_title
from press.rules.paper import PAPERS
from press.sharing import shares
from press.site import Site

SMALLEST, PALEST = 14, 7  # pixels of letters in an email; contrast with white


@rule()
def emails_can_be_read(site: Site, built: Built) -> Found:
    """All letters of an email are at least 14 pixels high and dark on white."""
    told = set()
    for share in shares(prose_of(site)):
        if f"{share.page.url}share.html" not in built.files:
            continue
        for value in re.findall(r"(?:font-size|line-height|font|color|background[\w-]*)\s*:[^;\"]*",
                                (built.folder / share.page.url / "share.html").read_text(encoding="utf-8")):
            if not _is_clear(value) and value not in told:
                told.add(value)
                yield problem("emails-can-be-read", EMAILS["share.html"], line_of_title(site, EMAILS["share.html"]),
                              f"'{value}' in an email cannot be read by all.",
                              f"use {SMALLEST}px or more, and a colour with a contrast of {PALEST} to 1 with white.")


@rule()
def sheets_can_be_read(site: Site, built: Built) -> Found:
    """All letters on a handout or a sheet for the wall are large enough, and stand out from what they are printed on."""
    for share in shares(prose_of(site)):
        for file in PAPERS:
            address = share.page.url + file
            sheets = sheets_of((built.folder / address).read_bytes()) if address in built.files else ()
            for faint in sorted({faint for sheet in sheets for faint in sheet.faint}):
                yield problem("sheets-can-be-read", "overrides/outputs/style.typ", 1,
                              f"'{faint[:60]}' on '/{address}' is too small or too pale to be read.",
                              "print it in the usual size and colour.")
            if sheets and not any(share.box_title in sheet.words for sheet in sheets):
                yield problem("sheets-can-be-read", "overrides/outputs/style.typ", 1,
                              f"the safety box on '/{address}' has another title than '{share.box_title}'.", "call it data.box_title.")


def _is_clear(value: str) -> bool:
    name, _, said = (part.strip() for part in value.lower().partition(":"))
    if name == "font-size":
        return bool(found := re.fullmatch(r"(\d+)px", said)) and int(found[1]) >= SMALLEST
    if name == "color":
        return bool(re.fullmatch(r"#[0-9a-f]{6}", said)) and contrast(said, "#ffffff") >= PALEST
    return False
