"""Holds the built pages against five standards for health information, as far as a program can see. It awards nothing."""

from functools import lru_cache

from press.audit import clarity, trust
from press.audit.seen import Audited
from press.built import Built
from press.built_page import BuiltPage
from press.model import AuditItem
from press.site import Site

CHECKS = {name: check for module in (clarity, trust) for name, check in vars(module).items()
          if getattr(check, "__module__", "") == module.__name__}


def audited(site: Site, built: Built) -> list[Audited]:
    """Return the pages of the guide, in the order of the menu, as the audit sees them."""
    return [_seen(site, url, shown) for url in dict.fromkeys((*site.places, *site.pages)) if (shown := built.page_at(url))
            and shown.article]


@lru_cache(maxsize=1024)  # the page is written, and judged again at the end: most others are then as they were
def _seen(site: Site, url: str, shown: BuiltPage) -> Audited:
    return Audited(site, site.pages[url], shown)


def result(item: AuditItem, seen: Audited) -> bool | None:
    """Return whether a page meets an item, or None when it does not apply there or only people can judge it."""
    if item.check not in CHECKS or (item.pages == "client pages" and seen.page.kind != "advice"):
        return None
    if item.check not in seen.met:
        seen.met[item.check] = CHECKS[item.check](seen)
    return seen.met[item.check]
