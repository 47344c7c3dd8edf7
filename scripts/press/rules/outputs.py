"""Safety notes go wherever the advice goes: into every kind of file that is made beside the pages."""

import posixpath
import re
from types import ModuleType

from press import outputs
from press.built import Built
from press.carrying import Carries, makers_of
from press.model import Note, Page
from press.notes import filled
from press.prose import Prose, prose_of
from press.rules import Found, problem, rule
from press.site import Site

PAGE = re.compile(r"(.+/)?index\.html$|404\.html$")
FIX = "give it NAMES, and CARRIES = Carries(\"short\", …) or CARRIES_NO_ADVICE = \"why\", as press/carrying.py tells."


@rule()
def every_kind_of_file_speaks_of_notes(site: Site, built: Built) -> Found:
    """Each kind of file says which form of the safety notes it carries, or why it carries no advice;
    no other file is published."""
    name = "every-kind-of-file-speaks-of-notes"
    for maker in outputs.MAKERS:
        said = [key for key in ("CARRIES", "CARRIES_NO_ADVICE") if getattr(maker, key, None)]
        if len(said) != 1 or not getattr(maker, "NAMES", ()):
            yield problem(name, _path(maker), 1, "nothing says whether the files it makes carry the safety notes.", FIX)
    theme = "assets/" if site.look_is_aside else ""  # with the look set aside, the theme's own files
    for file in sorted(built.files):
        if PAGE.match(file) or (site.root / "docs" / file).is_file() or (theme and file.startswith(theme)):
            continue
        makers = makers_of(file, outputs.MAKERS)
        if len(makers) != 1:
            who = " and ".join(map(_path, makers)) or "no module of scripts/press/outputs/"
            yield problem(name, file, 0,
                          f"{who} {'say' if makers else 'says'} that it makes '{file}', "
                          "so nobody knows whether it carries the safety notes.",
                          "name it under NAMES in the one module that makes it, or do not publish it.")


@rule()
def outputs_carry_their_notes(site: Site, built: Built) -> Found:
    """Every file made for an advice page shows each note that the page's topics call for, in the form that its kind promises."""
    prose = prose_of(site)
    advice = {url: page for url, page in site.pages.items() if page.kind == "advice"}
    for file in sorted(file for file in built.files if not PAGE.match(file)):
        maker = next((m for m in makers_of(file, outputs.MAKERS) if getattr(m, "CARRIES", None)), None)
        if not maker:
            continue
        carries = maker.CARRIES
        content = (built.folder / file).read_bytes()
        beside = advice.get(f"{posixpath.dirname(file)}/".lstrip("/"))
        for page in advice.values() if carries.every_page else [beside] if beside else []:
            words = carries.words(content, page)
            if words is None and carries.every_page:
                continue  # a file for all pages need not have them all; one beside a page is about that page
            for note in _missing(site, prose, page, carries, " ".join((words or "").split())):
                yield problem("outputs-carry-their-notes", page.path, page.lines.get("topics", page.line),
                              f"'{file}' does not show the {'short line' if carries.form_of(note) == 'short' else 'words'} "
                              f"of the safety note '{note.id}'.",
                              f"mend overrides/outputs/ or {_path(maker)}, so that it shows every note its page requires.")


def _missing(site: Site, prose: Prose, page: Page, carries: Carries, said: str) -> list[Note]:
    return [note for note in site.notes_required(page.topics) if getattr(filled(prose, note), carries.form_of(note)) not in said]


def _path(maker: ModuleType) -> str:
    return f"scripts/press/outputs/{maker.__name__.rpartition('.')[2]}.py"
