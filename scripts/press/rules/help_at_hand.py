"""Whoever is in trouble finds help at once: the stop signs and first aid are one tap away from every page."""

import posixpath

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.rules import Found, problem, rule
from press.sight import hidden_above
from press.site import Site

WAYS = {"safety/stop/": ("Stop signs", ("stop-signs",)), "safety/first-aid/": ("First aid", ("ice-burn", "numbness"))}
LOOK = "overrides/partials/header.html"


@rule(about_look=True)
def help_is_one_tap_away(site: Site, built: Built) -> Found:
    """Every page has a link in plain sight to the stop signs and to first aid,
    which speak of an ice burn and of numbness that stays."""
    name = "help-is-one-tap-away"
    for page in site.pages.values():
        shown = built.page_at(page.url)
        for url, (words, _) in WAYS.items():
            if shown and not any(words in link.text() and _leads_to(shown, address, url) and _is_in_header(link)
                                 and not hidden_above(link)
                                 for link, address in shown.links):
                yield problem(name, LOOK, 1, f"'/{page.url}' has no link to '/{url}' in plain sight, with the words '{words}'.",
                              f"put it back into {LOOK}, outside menus that fold.")
    for url, (_, parts) in WAYS.items():
        shown, page = built.page_at(url), site.pages.get(url)
        for part in parts:
            if not shown or part not in shown.ids:
                yield problem(name, page.path if page else f"docs/{url.rstrip('/')}.md", page.body_line if page else 0,
                              f"'/{url}' has no part '#{part}'.", f"put the part back, with {{#{part}}} behind its heading.")


def _leads_to(shown: BuiltPage, address: str, url: str) -> bool:
    path = address.partition("#")[0]
    return posixpath.normpath(posixpath.join(posixpath.dirname(shown.file), path)) == url.rstrip("/")


def _is_in_header(node: LexborNode | None) -> bool:
    while node and node.tag != "header":
        node = node.parent
    return node is not None
