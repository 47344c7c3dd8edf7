"""Writes the email about a page: as plain text, as HTML that all mail programs show alike,
and as a link that opens the mail program."""

from functools import lru_cache
from urllib.parse import quote

import jinja2
from selectolax.lexbor import LexborHTMLParser

from press.compiled import Compiled
from press.filling import Filling
from press.problem import Problem
from press.sharing import Share
from press.site import Site

LONGEST_LINK = 1800  # characters; mail programs cut longer ones
MAY_STAY = "!'()*,;:@/-._~"  # signs that need no %xx in a mail link; each one spared keeps the link short


class Messages:
    """The templates for emails, in `overrides/outputs/`."""

    def __init__(self, site: Site):
        self.site = site
        loader = jinja2.FileSystemLoader(site.root / "overrides/outputs")
        self.looks = jinja2.Environment(loader=loader, autoescape=jinja2.select_autoescape(["html"]),
                                        undefined=jinja2.StrictUndefined,
                                        trim_blocks=True, lstrip_blocks=True, bytecode_cache=Compiled(site.root, "emails"))

    def plain(self, share: Share) -> str:
        """Return the email as plain text."""
        return self._text(share, share.sender)

    def rich(self, share: Share) -> str:
        """Return the email as a piece of HTML, written as browsers write it,
        so that it comes back from a clipboard letter by letter."""
        table = LexborHTMLParser(self._filled("email.html", share=share, sender=share.sender)).css_first("table")
        return f"{table.html}\n" if table else ""

    def subject(self) -> str:
        """Return the subject: the same for every page, since a subject line must not say what a person has."""
        return " ".join(self._filled("subject.txt").split())

    def subject_of_a_set(self) -> str:
        """Return the subject of an email about several pages."""
        return " ".join(self._filled("set_subject.txt").split())

    def body(self, share: Share) -> str:
        """Return the text that a mail link carries: without the practice's name, since the mail goes out under it.

        A guide with a long address leaves less room for words: then the advice stays on the page, and the safety words go all the same.
        """
        whole = self._text(share, "")
        return whole if len(self._link(whole)) <= LONGEST_LINK else self._text(share, "", brief=True)

    def mail_link(self, share: Share) -> str:
        """Return a link that opens the mail program, with subject and text filled in."""
        return self._link(self.body(share))

    def _link(self, body: str) -> str:
        carried = quote(body.strip().replace("\n", "\r\n"), MAY_STAY)
        return f"mailto:?subject={quote(self.subject(), MAY_STAY)}&body={carried}"

    def about_a_set(self) -> str:
        """Return the text about several pages, with {places} for what is picked in the kit and for the sender."""
        return self._filled("set.txt").strip() + "\n"

    def _text(self, share: Share, sender: str, *, brief: bool = False) -> str:
        return self._filled("email.txt", share=share, sender=sender, brief=brief).strip() + "\n"

    def _filled(self, template: str, **given: object) -> str:
        try:
            return self.looks.get_template(template).render(**given)
        except jinja2.TemplateError as error:
            self.site.problems.append(Problem(f"overrides/outputs/{template}", getattr(error, "lineno", 0),
                                              f"the template cannot be filled: {error}.",
                                              "mend what it says there.", "templates-work"))
            return ""


@lru_cache(maxsize=1)
def messages_of(prose: Filling) -> Messages:
    """Return the templates of the build in hand, read once."""
    return Messages(prose.site)
