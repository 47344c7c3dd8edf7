"""The site map for search engines: each page's address, and the day on which it was last checked."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from press.built import Built
from press.prose import Prose
from press.site import Site

NAMES = ("sitemap.xml",)
CARRIES_NO_ADVICE = "it lists addresses alone."


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `sitemap.xml`."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(site.pages.values(), key=lambda p: p.url):
        lines.append(f"<url><loc>{escape(site.settings.site_url + page.url)}</loc><lastmod>{page.checked}</lastmod></url>")
    yield "sitemap.xml", ("\n".join([*lines, "</urlset>"]) + "\n").encode()
