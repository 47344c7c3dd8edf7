"""The words by which a link is read aloud to those who cannot see it."""

from selectolax.lexbor import LexborHTMLParser, LexborNode


def accessible_name(link: LexborNode, tree: LexborHTMLParser) -> str:
    """Return the name of a link on one line: its label, the words that label it on its page (`tree`), its own words,
    or those of its pictures."""
    labels = (link.attributes.get("aria-labelledby") or "").split()
    labelled_by = " ".join(named.text() for id in labels if (named := tree.css_first(f'[id="{id}"]')))
    name = link.attributes.get("aria-label") or labelled_by or link.text() or ""
    pictures = (picture.attributes.get("alt") or "" for picture in link.css("img"))
    return " ".join(name.split()) or " ".join(" ".join(pictures).split())
