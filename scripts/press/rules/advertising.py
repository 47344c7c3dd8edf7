"""Information, not advertising: what somebody has is never named in one breath with the practice's contact or a call to
action."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press.blocks import BLOCKS
from press.built import Built
from press.cautions import said_by
from press.origin import origin
from press.rules import Found, problem, rule
from press.site import Site
from press.texts import texts
from press.word_forms import folded, forms, holds

PRICE = re.compile(r"[£$€]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:[£€]|(?:GBP|USD|EUR|euros?|dollars?|pence|quid|p)\b)|[®™]")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
WRITES_TO = re.compile(rf"mailto:({MAIL.pattern})")
OUTSIDE = re.compile(r"https?://(?:www\.)?(?P<host>[\w.-]+)[^\s)>\"]*")
ADDRESS = re.compile(r"\S+://\S+|\S+@\S+")  # an address of a page may hold the name of a condition


@rule()
def conditions_do_not_advertise(site: Site, built: Built) -> Found:
    """A word for an illness, injury or pain never stands in the same block as the practice's contact or a call to action."""
    told, conditions, own = set(), forms(site, "condition"), []
    for key in ("name", "address"):
        if condition := holds(conditions, value := getattr(site.practice, key)):
            own.append(value)  # named once, where the practice wrote it, and on no page
            yield problem("conditions-do-not-advertise", "mkdocs.yml", site.settings.practice_line(key),
                          f"'{condition}' in '{value}' would stand on every page, beside the advice.",
                          f"write the {key} without it, or leave '{key}:' out; this guide informs, and sells nothing.")
    own += [who.credentials for who in (site.practice.author, site.practice.reviewer) if who]  # what somebody is by law is no advert
    for file, block, beside in _blocks(site, built):
        for words in filter(None, own):
            block = block.replace(" ".join(words.split()), " ")
        condition = holds(conditions, ADDRESS.sub(" ", block))
        where, line = origin(site, condition, block, file) if condition else ("", 0)
        if condition and (where, line, condition) not in told:
            told.add((where, line, condition))
            yield problem("conditions-do-not-advertise", where, line, f"'{condition}' stands beside {beside}: '{block[:80]}'.",
                          "give it a paragraph of its own, away from any contact; this guide informs, and sells nothing.")


@rule()
def nothing_is_sold(site: Site, built: Built) -> Found:
    """No page names a price, a brand or a shop, leads to a shop or a network of adverts,
    or tells readers to write to somebody's own address."""
    brands, shops, own = (forms(site, "brand"), forms(site, "shop"),
                          {folded(way) for way in (site.practice.email, site.practice.website) if way})
    for page in site.pages.values():
        for said, line in said_by(page):
            found = PRICE.search(said) or next((mail for mail in MAIL.finditer(said) if folded(mail[0]) not in own), None)
            if words := found[0].strip(" .,") if found else holds(brands, said):
                what = ("is somebody's own address" if found and "@" in words else "is a price" if found
                        else "is the name of something to buy")
                yield problem("nothing-is-sold", page.path, line, f"'{words}' {what}: '{said[:80]}'.",
                              "take it out, or say what kind of thing it is; the practice's own address is {{ practice(\"contact\") }}.")
        for link in WRITES_TO.finditer(page.body):
            if folded(link[1]) not in own:
                yield problem("nothing-is-sold", page.path, page.body_line + page.body.count("\n", 0, link.start()),
                              f"the link '{link[0]}' writes to somebody's own address.",
                              "take it out; the practice's own address is {{ practice(\"contact\") }}.")
        for link in OUTSIDE.finditer(page.body):
            if shop := holds(shops, link["host"].replace(".", " ")):
                line = page.body_line + page.body.count("\n", 0, link.start())
                yield problem("nothing-is-sold", page.path, line,
                              f"the link '{link[0]}' leads to '{shop}', which sells or follows its readers.",
                              "take the link out, or lead to a source.")


def _blocks(site: Site, built: Built) -> Iterator[tuple[str, str, str]]:
    """Yield each block that names the practice, gives its contact or calls to action: its file, its words and what it holds."""
    contacts = [folded(contact) for contact in (site.practice.email, site.practice.phone, site.practice.website) if contact]
    for shown in built.pages.values():
        for node in (*shown.classed("practice"), *(node for node, _ in shown.having("data-practice"))):
            yield shown.file, shown.words_of(_block(node)), "the practice"
    calls = forms(site, "call")
    for words, places in texts(built).items():
        said = folded(words)
        if any(contact in said for contact in contacts):
            yield from ((place.file, words, "the practice's contact") for place in places)
        elif call := holds(calls, said):
            yield from ((place.file, words, f"a call to action ('{call}')") for place in places)


def _block(node: LexborNode) -> LexborNode:
    """Return the block that an element stands in, or the element itself when it is one."""
    while node.tag not in BLOCKS and node.parent and node.parent.tag != "body":
        node = node.parent
    return node
