"""What the base template may show beside a page's own text: where the page stands, who is behind it, and how fresh it is."""

from types import SimpleNamespace

from press.cards import SIZE, Card
from press.model import Page
from press.paper import paper_of
from press.prose import Prose
from press.provenance import author, way_to, works
from press.review import review
from press.sharing import KIT, is_shared, share, shows_kit
from press.site import Site
from press.structured import markup
from press.words import day

CHOICES = ("benefits/compare/", "how-to/questions/")  # where a reader weighs the choices, and prepares to talk about them


def view(site: Site, prose: Prose, page: Page | None) -> SimpleNamespace:
    """Return what templates know as `press`. Without a page (the 404 page) every link starts at the site's root."""
    root = page.root if page else site.settings.base
    url = page.url if page else None
    describe = prose.words(page.description, page, page.path, page.lines["description"]) if page else ""
    return SimpleNamespace(
        page=page, practice=site.practice, site_name=site.settings.site_name, root=root,
        home=site.settings.site_url.rstrip("/"), canonical=site.settings.site_url + url if page else "", description=describe,
        crumbs=crumbs(site, page) if page else [], sections=sections(site, root, url),
        author=author(site.practice), works=len(works(site, page)) if page else 0, works_href=root + way_to(page) if page else "",
        choices=[SimpleNamespace(title=site.pages[url].title, href=root + url)
                 for url in CHOICES if page and page.kind == "advice" and url in site.pages],
        structured=markup(site, prose, page) if page else "",
        review=review(site.practice), checked=day(page.checked) if page else "", check_by=day(page.check_by) if page else "",
        share=to_share(prose, page) if page and is_shared(page) else None, shows_kit=bool(page) and shows_kit(page),
    )


def to_share(prose: Prose, page: Page) -> SimpleNamespace:
    """Return what a page hands over, its place in the kit, and its card."""
    given = share(prose, page)
    return SimpleNamespace(given=given, kit=f"{page.root}{KIT}#kit-{given.name}",
                           card=f"{given.address}card.png?v={Card(paper_of(prose), given).mark}", card_width=SIZE[0],
                           card_height=SIZE[1])


def crumbs(site: Site, page: Page) -> list[SimpleNamespace]:
    """Return the pages above this one, from the home page down, in the menu's own short words."""
    called = {pages[0].url: title for title, pages in site.menu} | {"": site.settings.site_name}
    return [SimpleNamespace(title=called.get(address, site.pages[address].title), href=page.root + address)
            for address in ("", *_folders(page.url)) if address != page.url and address in site.pages]


def sections(site: Site, root: str, url: str | None) -> list[SimpleNamespace]:
    """Return the menu: sections with their pages, as `mkdocs.yml` orders them; `url` marks the page in hand."""
    if root not in site.menus:
        site.menus[root] = [_section(title, pages, root) for title, pages in site.menu]
    entries = list(site.menus[root])
    for place in site.places.get(url, ()):
        title, pages = site.menu[place]
        entries[place] = _section(title, pages, root, url)
    return entries


def _section(title: str, pages: list[Page], root: str, url: str | None = None) -> SimpleNamespace:
    entries = [SimpleNamespace(title=page.title, href=root + page.url, current=page.url == url) for page in pages]
    return SimpleNamespace(title=title if pages[0].url else "Home", href=entries[0].href, pages=entries,
                           current=any(entry.current for entry in entries))


def _folders(url: str) -> list[str]:
    parts = url.split("/")[:-1]
    return ["/".join(parts[:n]) + "/" for n in range(1, len(parts) + 1)]
