"""The headers file, for hosts that send what it says (Netlify, Cloudflare Pages). It holds what a page cannot say of itself.

GitHub Pages sends none of it. The policy in each page holds everywhere.
"""

from collections.abc import Iterator

from press.built import Built
from press.prose import Prose
from press.site import Site

NAMES = ("_headers",)
CARRIES_NO_ADVICE = "hosts read it, not people."
SENT = {
    "Content-Security-Policy": "frame-ancestors 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Strict-Transport-Security": "max-age=31536000",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
}
FRESH = {"Cache-Control": "no-cache"}  # the worker and its list must never be old


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `_headers`."""
    blocks = [("*", SENT), ("sw.js", FRESH), ("offline.json", FRESH)]
    lines = [f"{site.settings.base}{path}\n" + "".join(f"  {name}: {value}\n" for name, value in sent.items())
             for path, sent in blocks]
    yield "_headers", "\n".join(lines).encode()
