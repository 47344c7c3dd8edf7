"""The share kit for other programs: what every page hands over, as data whose shape is promised in docs/therapists/kit.md."""

import json
from collections.abc import Iterator
from functools import lru_cache

from press.built import Built
from press.carrying import Carries
from press.message import Messages, messages_of
from press.model import Page
from press.prose import Prose
from press.sharing import FILES, KIT_DATA, Share, shares
from press.site import Site

SHAPE = 1  # goes up when a field is taken away or changes its meaning; a new field changes nothing


def _words(content: bytes, page: Page) -> str | None:
    return _short_lines(content).get(page.url)


@lru_cache(maxsize=1)  # it is asked page by page
def _short_lines(content: bytes) -> dict[str, str]:
    rows = json.loads(content)["pages"]
    # of two with one path, the first counts
    return {row["path"]: " ".join(note["short"] for note in row["notes"]) for row in reversed(rows)}


NAMES = (KIT_DATA,)
CARRIES = Carries("short", _words, every_page=True)


def make(site: Site, prose: Prose, built: Built) -> Iterator[tuple[str, bytes]]:
    """Yield `therapists/kit.json`."""
    messages = messages_of(prose)
    told = {"shape": SHAPE, "guide": site.settings.site_name, "address": site.settings.site_url, "practice": site.practice.name,
            "pages": [_row(messages, share) for share in shares(prose)]}
    yield KIT_DATA, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _row(messages: Messages, share: Share) -> dict[str, object]:
    return {
        "name": share.name, "path": share.page.url, "address": share.address, "title": share.page.title, "summary": share.summary,
        "point": share.point,
        "actions": share.actions, "notes": [{"id": n.id, "severity": n.severity, "short": n.short, "text": n.text}
                                            for n in share.notes],
        "subject": messages.subject(), "text": messages.plain(share), "html": messages.rich(share),
        "mailto": messages.mail_link(share), "files": {name: share.address + name for name in FILES},
        "checked": str(share.page.checked), "check_by": str(share.page.check_by), "version": share.version,
    }
