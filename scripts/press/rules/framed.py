"""The frame around each page lets everybody read it: its language, its zoom, its way past the menu, its title,
and what the guide cannot know."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.elements import around
from press.model import Page
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import in_look

ONLY = "Information only. This guide does not know you. It cannot tell you what you have, or that cold or massage is safe for you."
NO_ZOOM = re.compile(r"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*[0-4](?:\.\d+)?(?!\d)", re.IGNORECASE)
DOCTYPE, HIDDEN = "<!doctype html>", {"hidden", "inert", "aria-hidden"}
CONTROLS = {"a", "button", "input", "select", "summary", "textarea"}
OF_A_PHONE = "width=device-width"
HIDES = re.compile(r"\b(?:noindex|none)\b", re.IGNORECASE)


@rule(about_look=True)
def pages_are_framed_for_everybody(site: Site, built: Built) -> Found:
    """Each page is in English and says so, is as wide as its screen, can be made larger, starts with a way past the menu, has its
    title, can be found, opens links in place, and says that it is information only."""
    told = set()
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for sign, says, fix in _amiss(page, shown) if shown else ():
            where, line = in_look(site, sign)
            if (where, says) not in told:  # a template stands on every page, and is named once
                told.add((where, says))
                yield problem("pages-are-framed-for-everybody", where, line, f"'/{page.url}' {says}.", fix)


def _amiss(page: Page, shown: BuiltPage) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the frame of a page: how it is written there, what is wrong, and the fix."""
    language = shown.attribute("html", "lang")
    zoom, robots = (shown.attribute(f'meta[name="{name}"]', "content") for name in ("viewport", "robots"))
    if not language.lower().startswith("en"):
        yield "<html", f"says that it is in '{language}'", "write lang=\"en-GB\" on <html>."
    if turned := shown.attribute("html", "dir"):
        yield "<html", f"runs in another direction than English: '{turned}'", "take 'dir' out."
    if shown.html.lstrip()[:len(DOCTYPE)].lower() != DOCTYPE:
        yield "<html", "does not say that it is HTML, so browsers lay it out as they did in 1998", f"write '{DOCTYPE}' first."
    if not zoom or (forbids := NO_ZOOM.search(zoom)):
        says = f"cannot be made larger: '{forbids[0]}'" if zoom else "cannot be made larger: 'viewport' is missing"
        yield 'name="viewport"', says, f"write content=\"{OF_A_PHONE}, initial-scale=1\", and no more."
    elif OF_A_PHONE not in zoom:
        yield ('name="viewport"', f"is as wide on a phone as on a desk: '{zoom}'",
               f"write content=\"{OF_A_PHONE}, initial-scale=1\", and no more.")
    if HIDES.search(robots):
        fix = "take <meta name=\"robots\"> out; only the page for lost addresses has it."
        yield 'name="robots"', f"asks search engines to leave it out: '{robots}'", fix
    first = next((node for node in shown.tagged("a")), None)
    if not first or first.attributes.get("href") != "#main" or not first.text().strip() or "main" not in shown.ids:
        fix = "write <a class=\"skip\" href=\"#main\">Skip to the text</a> first in <body>."
        yield 'class="skip"', "does not start with a way past the menu: 'Skip to the text'", fix
    titles = [" ".join(node.text().split()) for node in shown.tagged("title") if node.parent and node.parent.tag == "head"]
    if len(titles) != 1 or " ".join(page.title.split()) not in titles[0]:
        yield ("<title", f"is called '{', '.join(titles)}' by browsers, and not '{page.title}'",
               "write {{ press.page.title|e }} in <title>.")
    footers = shown.tagged("footer")
    if ONLY not in " ".join(shown.words_of(footer) for footer in footers if not HIDDEN.intersection(footer.attributes)):
        yield "<footer", f"does not say at its end: '{ONLY}'", "print these words in overrides/partials/footer.html, for all to see."
    for node, value in shown.having("tabindex"):
        if value not in ("0", "-1") or value == "-1" and node.tag in CONTROLS:
            yield (node.html.partition(">")[0], f"has '{node.tag}' out of its turn for whoever uses a keyboard: 'tabindex={value}'",
                   "take 'tabindex' out: the order of the page is the order of its keys.")
    if opens := next((node for node, _ in shown.having("target")), None):
        what = opens.attributes.get("href") or opens.tag
        yield "target=", f"opens '{what}' somewhere else than in its place", "take 'target' out: the reader decides."


@rule(about_look=True)
def controls_have_a_name(site: Site, built: Built) -> Found:
    """Each button, each field and each word that unfolds something has a name in words, for whoever hears the page;
    and a label holds the words that are seen, so that whoever talks to a browser can say them."""
    told = set()
    for shown in built.pages.values():
        for tag in ("details", "summary", "button", "input", "textarea", "select"):
            for node in shown.tagged(tag):
                if not (tag == "details" and node.css_first("summary") or tag != "details" and node.text().strip()
                        or node.attributes.get("aria-label") or node.attributes.get("type") == "hidden"
                        or _is_labelled(shown, node)):
                    where, line = _place(site, node)
                    if (where, line) not in told:
                        told.add((where, line))
                        yield problem("controls-have-a-name", where, line, f"'<{tag}>' on '/{shown.url}' has no name.",
                                      "write in words what it does, in it or in a <label> around it.")
        for node, label in shown.having("aria-label"):
            seen = " ".join(node.text().split()) if node.tag in ("a", "button", "summary") else ""
            if _plain(seen) not in _plain(label) and (seen, node.tag) not in told:
                told.add((seen, node.tag))
                begun = label.partition(":")[0]  # what follows is filled in
                place = in_look(site, f'aria-label="{begun}') if begun else ("", 0)
                yield problem("controls-have-a-name", *(place if place[1] else _place(site, node)),
                              f"'{seen}' on '/{shown.url}' is read aloud as '{label}'.",
                              "begin its 'aria-label' with the words that are seen.")


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))


def _is_labelled(shown: BuiltPage, node: LexborNode) -> bool:
    """Tell whether a label with words stands around a field, or names it."""
    if (label := next((at for at in around(node) if at.tag == "label"), None)) is not None and label.text().strip():
        return True
    named = [label for label, id in shown.having("for") if id == node.attributes.get("id")]
    named += [shown.tree.css_first(f'[id="{id}"]') for id in (node.attributes.get("aria-labelledby") or "").split()]
    return any(label is not None and label.text().strip() for label in named)


def _place(site: Site, node: LexborNode) -> tuple[str, int]:
    """Return the template and line of an element, or of what is nearest around it:
    the first of their attributes that a template has as it is."""
    signs = (f'{name}="{value}"' for at in around(node) for name, value in at.attributes.items() if value)
    return next((place for sign in signs if (place := in_look(site, sign))[1]), in_look(site, f"<{node.tag}"))
