"""Holds the built pages against five standards for health information, as far as a program can see. It awards nothing."""

from press.audit import clarity, trust
from press.audit.seen import Audited
from press.built import Built
from press.model import AuditItem
from press.site import Site

CHECKS = {name: check for module in (clarity, trust) for name, check in vars(module).items() if getattr(check, "__module__", "") == module.__name__}


def audited(site: Site, built: Built) -> list[Audited]:
    """Return the pages of the guide, in the order of the menu, as the audit sees them."""
    menu = [page for _, pages in site.menu for page in pages]
    pages = (*menu, *(page for page in site.pages.values() if page not in menu))
    return [Audited(site, page, shown) for page in pages if (shown := built.page_at(page.url)) and shown.article]


def result(item: AuditItem, seen: Audited) -> bool | None:
    """Return whether a page meets an item, or None when it does not apply there or only people can judge it."""
    if item.check not in CHECKS or (item.pages == "client pages" and seen.page.kind != "advice"):
        return None
    if item.check not in seen.met:
        seen.met[item.check] = CHECKS[item.check](seen)
    return seen.met[item.check]
