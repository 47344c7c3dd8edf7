"""The share kit for therapists, and the page that a set of pages leads to."""

from types import SimpleNamespace

from markupsafe import Markup

from press.message import messages_of
from press.model import SEVERITIES
from press.sharing import FILES, PICKED, Share, SharedNote, earlier_names, shares
from press.snippets.bench import Bench


class ShareKit(Bench):
    """Functions that list all shared pages for a page, with what each of them hands over."""

    def kit(self) -> Markup:
        """The share kit: what each page of advice hands over, in the order of the menu."""
        messages, given = messages_of(self.prose), shares(self.prose)
        rows = {share.page.url: SimpleNamespace(share=share, plain=messages.plain(share), mail_link=messages.mail_link(share),
                                                href=self._href(share.page.url),
                                                earlier=earlier_names(self.site, share.page),
                                                files={name: self._href(share.page.url + name) for name in FILES})
                for share in given}
        sections = [(title, [rows.pop(page.url) for page in pages if page.url in rows]) for title, pages in self.site.menu]
        sections.append(("More pages", list(rows.values())))
        return self._keep("kit", "", sections=[(title, some) for title, some in sections if some], notes=_notes(given),
                          subject=messages.subject_of_a_set(),
                          set_text=messages.about_a_set(), sender=self.site.sender, picked=self.site.settings.site_url + PICKED)

    def picked(self) -> Markup:
        """All shared pages, of which picked.js leaves those that a link names."""
        given = shares(self.prose)
        rows = [SimpleNamespace(share=share, href=self._href(share.page.url),
                                names=[share.name, *earlier_names(self.site, share.page)])
                for share in given]
        return self._keep("picked", "", rows=rows, notes=_notes(given))


def _notes(given: tuple[Share, ...]) -> list[SharedNote]:
    """Return every note of these pages once, gravest first."""
    notes = {note.id: note for share in given for note in share.notes}
    return sorted(notes.values(), key=lambda note: SEVERITIES.index(note.severity))
