"""What the base template may show beside a page's own text: where the page stands, who is behind it, and how fresh it is."""

from pathlib import PurePosixPath
from types import SimpleNamespace

from press.model import Page, Practice
from press.prose import Prose
from press.reading import Site, address_of, day


KINDS = {"advice": "Advice", "reference": "Reference", "service": "About this guide"}


def view(site: Site, prose: Prose, page: Page | None) -> SimpleNamespace:
    """Return what templates know as `press`. Without a page (the 404 page) every link starts at the site's root."""
    root = page.root if page else site.settings.base
    url = page.url if page else None
    describe = prose.words(page.description, page, page.path, page.lines["description"]) if page else ""
    return SimpleNamespace(
        page=page, practice=site.practice, site_name=site.settings.site_name, root=root, region=site.region,
        canonical=site.settings.site_url + url if page else "", description=describe,
        crumbs=crumbs(site, page) if page else [], sections=sections(site, root, url), status=KINDS[page.kind] if page else "",
        review=review(site.practice), checked=day(page.checked) if page else "", check_by=day(page.check_by) if page else "",
    )


def review(practice: Practice) -> str:
    """Return the sentence on clinical review; nobody is named but by the practice."""
    if not practice.reviewer:
        return "No clinician has reviewed this page."
    person = ", ".join(filter(None, (practice.reviewer.name, practice.reviewer.credentials)))
    return f"Reviewed by {person} on {day(practice.reviewed)}."


def crumbs(site: Site, page: Page) -> list[SimpleNamespace]:
    """Return the pages above this one, from the home page down."""
    above = [address for address in ("", *_folders(page.url)) if address != page.url and address in site.pages]
    return [SimpleNamespace(title="Home" if not address else site.pages[address].title, href=page.root + address) for address in above]


def sections(site: Site, root: str, url: str | None) -> list[SimpleNamespace]:
    """Return the menu: sections with their pages, as `mkdocs.yml` orders them; `url` marks the page in hand."""
    found = []
    for title, files in site.settings.menu:
        pages = [site.pages[a] for a in (address_of(PurePosixPath(file)) for file in files) if a in site.pages]
        entries = [SimpleNamespace(title=p.title, href=root + p.url, current=p.url == url) for p in pages]
        if entries:
            found.append(SimpleNamespace(title=title or entries[0].title, href=entries[0].href, pages=entries,
                                         current=any(e.current for e in entries)))
    return found


def _folders(url: str) -> list[str]:
    parts = url.split("/")[:-1]
    return ["/".join(parts[:n]) + "/" for n in range(1, len(parts) + 1)]
