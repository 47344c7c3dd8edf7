"""The search index: each section of each page as one entry, read from the built pages."""

import json
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from press.built import Built, visible_blocks
from press.model import Page
from press.prose import Prose
from press.reading import Site

LEFT_OUT = ".notes, .link-here, .anchor, .sources, svg"  # safety notes stand on many pages and would flood the results


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `search.json`."""
    documents = []
    for page in sorted(site.pages.values(), key=lambda p: p.url):
        shown = built.page_at(page.url)
        if shown and shown.article:
            documents += [{"id": len(documents) + n, **entry} for n, entry in enumerate(_sections(page, shown.article))]
    yield "search.json", json.dumps({"version": 1, "documents": documents}, ensure_ascii=False, separators=(",", ":")).encode()


def _sections(page: Page, article: LexborNode) -> Iterator[dict[str, str]]:
    skipped = {n.mem_id for n in article.css(LEFT_OUT)}
    kind = "safety" if page.url.startswith("safety/") else page.kind
    entry = {"url": page.url, "title": page.title, "heading": "", "text": "", "kind": kind, "aliases": " ".join(page.aliases)}
    texts: list[str] = []

    def walk(node: LexborNode) -> Iterator[dict[str, str]]:
        nonlocal entry
        for child in node.iter():
            if child.mem_id in skipped:
                continue
            if child.tag in ("h2", "h3", "h4"):
                yield entry | {"text": " ".join(texts)}
                texts.clear()
                entry = {"url": f"{page.url}#{child.attributes.get('id') or ''}".rstrip("#"), "title": page.title,
                         "heading": " ".join(visible_blocks(child, LEFT_OUT)), "text": "", "kind": kind, "aliases": ""}
            elif child.css_first("h2, h3, h4"):
                yield from walk(child)
            else:
                texts.extend(visible_blocks(child, LEFT_OUT))

    yield from walk(article)
    yield entry | {"text": " ".join(texts)}
