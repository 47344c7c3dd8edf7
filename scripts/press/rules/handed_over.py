"""What is handed over is whole, and shows the safety notes as plainly as the page does: in emails and on paper."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from press.blocks import words
from press.built import Built
from press.message import messages_of
from press.notes import TITLE
from press.prose import prose_of
from press.readback import sheets_of
from press.rules import Found, problem, rule
from press.rules.paper import PAPERS, template_of
from press.sharing import PICKED, Share, shares
from press.site import Site

SET, PICKED_LOOK = "overrides/outputs/set.txt", "overrides/snippets/picked.html"
PLACES = ("{own}", "{pages}", f"{TITLE}:", "{notes}", "{link}", "{sender}")  # of the text about several pages, which kit.js fills
EMAILS = {"share.txt": "overrides/outputs/email.txt", "share.html": "overrides/outputs/email.html"}


@rule()
def emails_show_their_notes(site: Site, built: Built) -> Found:
    """In an email the notes follow its own words under the title of the page's own box, all together, before the page's address."""
    for share, file, said in _emails(site, built):
        title = f"{share.box_title}:"
        start = said.find(title)
        notes = [said.find(note.short, start) for note in share.notes]
        end, address = max((at + len(note.short) for at, note in zip(notes, share.notes, strict=True)),
                           default=start), said.find(share.address)
        between = said[start + len(title):end]
        for note in share.notes:
            between = between.replace(note.short, "", 1)
        if start < said.find(share.point) or min((start, *notes)) < 0 or address < end or between.strip(" -\n"):
            says = (f"'/{share.page.url}{file}' does not show its safety notes together, under '{title}', "
                    "after its own words and before the address.")
            yield problem("emails-show-their-notes", EMAILS[file], line_of_title(site, EMAILS[file]), says,
                          "print '{{ share.box_title }}:', then each note of share.notes and nothing else, then the address.")


@rule()
def what_is_handed_over_is_whole(site: Site, built: Built) -> Found:
    """An email, a handout and a sheet for the wall have the page's title and point, and say what to do first;
    a handout says all there is to do."""
    told = set()
    for share, look, file, said in (*((share, EMAILS[file], file, said) for share, file, said in _emails(site, built)),
                                    *_sheets(site, built)):
        actions = share.actions[:1] if file in EMAILS else share.actions if file != "wall.pdf" else ()
        letters = "".join(said.split())
        title, point = ("".join(words.split()) for words in (share.page.title, share.point))
        amiss = [("title", share.page.title)] if not 0 <= letters.find(title) < letters.find(point) else []
        if point not in letters:
            amiss.append(("point", share.point))
        else:
            amiss += [("thing to do", action) for action in actions if "".join(action.split()) not in letters]
        for what, wanted in amiss:
            if (look, what) not in told:  # a template makes the files of all pages, and is named once
                told.add((look, what))
                yield problem("what-is-handed-over-is-whole", look, 1,
                              f"'/{share.page.url}{file}' does not give the page's {what}: '{wanted[:80]}'.",
                              "print it in the template, as it was.")


@rule()
def sets_show_their_notes(site: Site, built: Built) -> Found:
    """The text about several pages has a place for them, for every safety note that one of them needs, under the usual title,
    and for the link; the page to which it leads shows each of these notes."""
    said, name = messages_of(prose_of(site)).about_a_set(), "sets-show-their-notes"
    at = [said.find(place) for place in PLACES]
    if -1 in at or at != sorted(at):
        lost = [place for place, start in zip(PLACES, at, strict=True) if start < 0]
        says = f"lacks {', '.join(repr(place) for place in lost)}" if lost else "has its parts in another order"
        yield problem(name, SET, 1, f"the text about several pages {says}.",
                      f"write these, one below the other: {' '.join(PLACES)}")
    shown, told = built.page_at(PICKED), set()
    for share in shares(prose_of(site)) if shown else ():
        for note in share.notes:
            if note.id not in told and not any(id == note.id and note.short in shown.words_of(node)
                                               for node, id in shown.having("data-picked-note")):
                told.add(note.id)
                yield problem(name, PICKED_LOOK, 1,
                              f"'/{PICKED}' does not show the safety note '{note.id}' in short: '{note.short}'.",
                              "print {{ note.short }} for each of notes, with data-picked-note.")


def _emails(site: Site, built: Built) -> Iterator[tuple[Share, str, str]]:
    """Yield each email with its page's share, its file's name and its words."""
    for share in shares(prose_of(site)):
        for file in EMAILS:
            if share.page.url + file in built.files:
                text = (built.folder / share.page.url / file).read_text(encoding="utf-8")
                yield share, file, text if file.endswith(".txt") else words(LexborHTMLParser(text).body)


def _sheets(site: Site, built: Built) -> Iterator[tuple[Share, str, str, str]]:
    """Yield each sheet of paper with its page's share, its template, its file's name and its words."""
    for share in shares(prose_of(site)):
        for file in PAPERS:
            if share.page.url + file in built.files:
                yield (share, template_of(file), file,
                       " ".join(sheet.words for sheet in sheets_of((built.folder / share.page.url / file).read_bytes())))


def line_of_title(site: Site, look: str) -> int:
    """Return the line of a template on which its box of notes begins, or its first."""
    before, found, _ = (site.root / look).read_text(encoding="utf-8").partition("box_title")
    return before.count("\n") + 1 if found else 1
