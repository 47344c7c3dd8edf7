"""A number to call is the right one for the reader's country, says which country, and stands nowhere without it."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press import words
from press.built import Built
from press.built_page import BuiltPage
from press.elements import around, classes_of
from press.model import Page
from press.origin import page_beside
from press.phone_numbers import finder, is_ours, numbers
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import source_of, source_page
from press.texts import texts

MESSAGES = ("share.txt", "share.html")
WHOLE_TEXT = "pre[data-region]"  # an email as plain text, which cannot mark a single number
# titles and page numbers of studies; numbers that are marked
NOT_TO_CALL = f".references, .sources, .cite, [data-number], .practice, {WHOLE_TEXT}"


@rule()
def numbers_belong_to_the_region(site: Site, built: Built) -> Found:
    """A number to call is a link marked with the practice's region, is one of that region's, and names the country beside it."""
    name, region = "numbers-belong-to-the-region", site.region
    own = set(numbers(region)) if region else set()
    for shown in built.pages.values():
        marked = shown.having("data-number")
        for node, where in marked:
            number = node.text().strip()
            fault = (f"is marked for '{where}', and the practice is in '{site.practice.region}'" if where != site.practice.region
                     else f"is not a number of '{where}'" if number not in own
                     else f"leads to '{node.attributes.get('href')}'"
                     if node.attributes.get("href") != f"tel:{number.replace(' ', '')}"
                     else "does not name its country" if region.country and not _after(node).startswith(f" ({region.country})")
                     else "")
            if fault:
                yield problem(name, *source_of(site, shown, number), f"the number '{number}' on '/{shown.url}' {fault}.",
                              'let {{ region("emergency") }} print it.')
        if marked and words.ELSEWHERE not in " ".join(shown.blocks):
            yield problem(name, *source_of(site, shown, ""),
                          f"'/{shown.url}' gives a number, and does not say what to call elsewhere.", f"add: {words.ELSEWHERE}")


@rule()
def no_number_stands_alone(site: Site, built: Built) -> Found:
    """No emergency or advice number of any country, and no other phone number, stands in a text without its mark."""
    found = finder(site)
    for shown in built.pages.values():
        for where, text in _texts(shown):
            for match in found(text):
                if not is_ours(site, match[0]):
                    near = text[max(0, match.start() - 30):match.end() + 30]
                    yield problem("no-number-stands-alone", *source_of(site, shown, match[0]),
                                  f"the number '{match[0]}' stands alone {where} on '/{shown.url}': '{near}'.",
                                  'write {{ region("emergency") }} or {{ region("advice") }} instead.')


@rule()
def numbers_in_messages_name_their_country(site: Site, built: Built) -> Found:
    """A number to call in an email is one of the practice's region, and names its country, as nothing can mark it there."""
    found, region = finder(site), site.region
    own = set(numbers(region)) if region else set()
    for file, page, text in _messages(site, built):
        for match in found(text):
            number = re.sub(r"^[a-z. ]+(?=[0-9])", "", match[0], flags=re.IGNORECASE)  # found with its 'Call' before it
            named = not region or text[match.end():].startswith(f" ({region.country})") or not region.country
            if not is_ours(site, match[0]) and (number not in own or not named):
                yield problem("numbers-in-messages-name-their-country", page.path if page else file,
                              page.body_line if page else 0,
                              f"'{file}' gives the number '{match[0]}', which is not one of '{site.practice.region}' with its country.",
                              'write {{ region("emergency") }} or {{ region("advice") }} instead.')


def _messages(site: Site, built: Built) -> Iterator[tuple[str, Page | None, str]]:
    """Yield each email, and each email shown on a page as plain text: its file, its page and its words."""
    for said, places in texts(built).items():
        yield from ((place.file, page_beside(site, place.file), said) for place in places if place.file.endswith(MESSAGES))
    for shown in built.pages.values():
        for node in shown.tree.css(WHOLE_TEXT) if shown.tagged("pre") else ():
            yield shown.file, source_page(site, shown), " ".join(node.text().split())


def _texts(shown: BuiltPage) -> Iterator[tuple[str, str]]:
    """Yield what a page says or shows to a search engine, with where it stands; calls that are not marked as such too."""
    yield from (("in the text", block) for block in shown.blocks_of(shown.tree.body, NOT_TO_CALL))
    for attribute in ("content", "aria-label", "title", "alt"):
        where = f"in '{attribute}'"
        yield from ((where, text) for node, text in shown.having(attribute) if attribute != "content" or _is_preview(node))
    for node, address in [link for link in shown.links if link[1].startswith("tel:")]:
        if "data-number" not in node.attributes and not _is_in_practice_block(node):
            yield "as a link", address.removeprefix("tel:")


def _is_in_practice_block(node: LexborNode) -> bool:
    """Tell whether a link stands in the practice's own block at the end of a page."""
    return any("practice" in classes_of(at) for at in around(node))


def _is_preview(node: LexborNode) -> bool:
    """Tell whether an element holds words that search engines and messengers show."""
    return node.tag == "meta" and ("property" in node.attributes or node.attributes.get("name") == "description")


def _after(node: LexborNode) -> str:
    """Return the text that follows an element directly."""
    following = node.next
    return following.text_content or "" if following and following.tag == "-text" else ""
