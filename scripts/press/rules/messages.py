"""Emails are short, make sense away from their page, look alike in all mail programs, and give nothing away."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser

from press.built import Built
from press.email_support import TABLE, features, refused
from press.message import LONGEST_LINK, Messages
from press.prose import prose_of
from press.rules import Found, problem, rule
from press.sharing import Share, shares
from press.site import Site
from press.word_forms import folded, forms, holds

OWN_WORDS = 60
HEAVIEST = 10_000  # bytes
POINTING = re.compile(r"\b(?:this|these|the (?:first|second|third|last|next|following|two|three|\d+)) "
                      r"(?:pages?|lists?|tables?|steps?|parts?|sections?|notes?|beliefs?|rows?|drawings?|pictures?)\b"
                      r"|\b(?:below|above|following|overleaf)\b", re.IGNORECASE)
TEXT, HTML, SUBJECT, SET_SUBJECT = (f"overrides/outputs/{name}"
                                    for name in ("email.txt", "email.html", "subject.txt", "set_subject.txt"))


@rule()
def emails_are_short(site: Site, built: Built) -> Found:
    """An email has at most 60 words of its own beside the safety notes, the address and the sender;
    it names the page's own address."""
    for share, content in _beside(site, built, "share.txt"):
        text = content.decode()
        own = len(_own(share, text).split())
        if own > OWN_WORDS:
            yield problem("emails-are-short", share.page.path, share.page.lines["actions"],
                          f"'/{share.page.url}share.txt' has {own} words of its own.",
                          f"shorten 'point:' or the first of 'actions:', so that there are {OWN_WORDS} or fewer.")
        if share.address not in text.split():
            yield problem("emails-are-short", TEXT, 0, f"'/{share.page.url}share.txt' does not give the page's address.",
                          "put '{{ share.address }}' on a line of its own.")


@rule()
def sent_words_stand_alone(site: Site, built: Built) -> Found:
    """What goes into emails and handouts never points at a list or a part of the page that stays behind."""
    for share in shares(prose_of(site)):
        for field, texts in (("point", [share.point]), ("actions", share.actions)):
            for pointing in [found for text in texts for found in POINTING.findall(text)]:
                yield problem("sent-words-stand-alone", share.page.path, share.page.lines[field],
                              f"'{pointing}' is not there in an email or on a handout, where '{field}:' goes too.",
                              "name the thing, such as 'the full check' or 'the warning signs for back pain'.")


@rule()
def emails_look_alike_everywhere(site: Site, built: Built) -> Found:
    """The HTML of an email uses only what all mail programs show, loads nothing, tracks nobody, and stays under 10 KB."""
    name, problems = "emails-look-alike-everywhere", []
    table = features(site.root, problems)
    yield from problems
    if not table:
        return  # without a row, every word of every email would be amiss
    for share, content in _beside(site, built, "share.html"):
        html, file = content.decode(), f"/{share.page.url}share.html"
        for what, why in refused(html, table):
            yield problem(name, HTML, 0, f"'{what}' in an email: {why}.", f"do without it, or correct the row in {TABLE}.")
        if len(content) > HEAVIEST:
            yield problem(name, HTML, 0, f"'{file}' has {len(content)} bytes.", f"keep it under {HEAVIEST}.")
        links = {node.attributes.get("href") or "" for node in LexborHTMLParser(html).css("a[href]")}
        if links != {share.address}:
            yield problem(name, HTML, 0, f"'{file}' links {', '.join(sorted(links)) or 'nothing'}.",
                          f"link '{share.address}' alone, with nothing added to it.")


@rule()
def mail_links_fit(site: Site, built: Built) -> Found:
    """A link that opens the mail program has at most 1,800 characters, and what it carries is the subject and the text,
    letter by letter."""
    messages = Messages(site)
    for share in shares(prose_of(site)):
        link = messages.mail_link(share)
        if len(link) > LONGEST_LINK:
            yield problem("mail-links-fit", share.page.path, share.page.lines["topics"],
                          f"the mail link of '/{share.page.url}' has {len(link)} characters; some mail programs cut it.",
                          f"give the guide a shorter address than '{share.address}', or part the page, so that fewer notes are called for.")
        carried = parse_qs(urlsplit(link).query, strict_parsing=True)
        if carried != {"subject": [messages.subject()], "body": [messages.body(share).strip().replace("\n", "\r\n")]}:
            yield problem("mail-links-fit", TEXT, 0,
                          f"the mail link of '/{share.page.url}' does not carry the text letter by letter.",
                          "mend press/message.py.")


@rule()
def subjects_name_no_condition(site: Site, built: Built) -> Found:
    """The subject of an email names no condition and no part of the body."""
    messages = Messages(site)
    named = " ".join([*(f"{c.name} {c.plain_name}" for c in site.contraindications.values()),
                      *(sign.may_mean for sign in site.red_flags.values()),
                      *(topic.name for id, topic in site.topics.items() if id != "every-page")])
    telling = set(re.findall(r"\w{4,}", folded(named)))
    for template, subject in ((SUBJECT, messages.subject()), (SET_SUBJECT, messages.subject_of_a_set())):
        for word in sorted({holds(forms(site, "condition"), subject)} - {""} | telling & set(folded(subject).split())):
            yield problem("subjects-name-no-condition", template, 1,
                          f"the subject says '{word}', which can tell others what a client has.",
                          "write a subject that fits every page, such as 'The page we talked about'.")


def _beside(site: Site, built: Built, file: str) -> Iterator[tuple[Share, bytes]]:
    for share in shares(prose_of(site)):
        if share.page.url + file in built.files:
            yield share, (built.folder / share.page.url / file).read_bytes()


def _own(share: Share, text: str) -> str:
    """Return a text without the safety notes, the address and the sender."""
    for part in (*(f"- {note.short}" for note in share.notes), share.address):
        text = text.replace(part, "", 1)
    return text.strip().removesuffix(share.sender)
