"""`.well-known/security.txt` (RFC 9116): whom to tell of a hole in this copy of the guide.

Only a practice with a contact has one.
"""

from collections.abc import Iterator

from press.built import Built
from press.prose import Prose
from press.site import Site

NAMES = (".well-known/security.txt",)
CARRIES_NO_ADVICE = "it says whom to tell of a hole."


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield the file. It expires when the first page is due for a check, so that it does not depend on today."""
    practice = site.practice
    contacts = [f"mailto:{practice.email}" * bool(practice.email), practice.website,
                f"tel:{practice.dialled}" * bool(practice.phone)]
    ways = [way for way in contacts if way]
    if ways:
        lines = [*(f"Contact: {way}" for way in ways), f"Expires: {min(page.check_by for page in site.pages.values())}T00:00:00Z",
                 "Preferred-Languages: en", f"Canonical: {site.settings.site_url}.well-known/security.txt"]
        yield ".well-known/security.txt", ("\n".join(lines) + "\n").encode()
