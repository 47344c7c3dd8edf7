"""Gives links in an author's text what paper needs: the address of the page they lead to,
which the print style shows behind them."""

import posixpath
import re

LINK = re.compile(r'<a href="(?![a-z]+:|[/#])([^"]*)">')


def with_addresses(html: str, url: str) -> str:
    """Return the HTML of the page at `url`, each link to another page of the guide with its address from the start of the guide:
    `data-at="safety/stop/"`."""
    return LINK.sub(lambda link: f'<a href="{link[1]}" data-at="{from_the_start(url, link[1])}">', html)


def from_the_start(url: str, href: str) -> str:
    """Return the address, from the start of the guide, of what a link on the page at `url` leads to."""
    path, sign, part = href.partition("#")
    place = posixpath.normpath(posixpath.join("/", url, path)).lstrip("/")
    return f"{place}{'/' if place and path.endswith('/') else ''}{sign}{part}"
