"""The look is whole: each template still holds what readers find their way by,
and each file that it loads is what its name says."""

import json
from collections.abc import Iterator

from press.built import Built
from press.built_page import BuiltPage
from press.copies import beside_pages
from press.rules import Found, problem, rule
from press.site import Site
from press.sources import in_look

BASE, LOST, ONE_FILE = "overrides/base.html", "overrides/404.html", "overrides/outputs/guide.html"
HEADER, FOOTER, SIDE, CRUMBS = (f"overrides/partials/{name}.html" for name in ("header", "footer", "side", "breadcrumbs"))
# What a reader finds on each page: how it is looked for, what it is, the template that holds it, and how it is written there.
ON_PAGES = (
    ("main[id]", "the element of the page's own part", BASE, '<main id="main" tabindex="-1"> around {% block main %}'),
    ("main article", "the element of the page's own text", BASE, '<article class="content"> around {{ page.content }}'),
    ("main h1", "the title at the top", BASE, "<h1>{{ press.page.title|e }}</h1>"),
    ('meta[charset="utf-8"]', "the kind of letters", BASE, '<meta charset="utf-8"> first in <head>'),
    ('meta[name="description"]', "the description for search results", BASE,
     '<meta name="description" content="{{ press.description|e }}">'),
    ('link[rel="icon"]', "the picture for tabs", BASE,
     '<link rel="icon" href="{{ root }}assets/icons/favicon.svg" type="image/svg+xml">'),
    ('link[rel="apple-touch-icon"]', "the picture for a phone", BASE,
     '<link rel="apple-touch-icon" href="{{ root }}assets/icons/apple-touch-icon.png">'),
    ('link[rel="manifest"]', "what makes a page fit to keep on a phone", BASE,
     '<link rel="manifest" href="{{ root }}assets/manifest.webmanifest">'),
    ('script[type="module"]', "the script for search", BASE, '<script src="{{ root }}assets/start.js" type="module"></script>'),
    ("header .brand", "the name that leads home", HEADER, '<a class="brand" href="{{ root }}"> with the name in it'),
    ("header [id]", "the way to the search", HEADER,
     '<a class="tool find" id="find" href="{{ root }}glossary/a-z/" aria-label="Search">'),
    ("header summary", "the word that opens the menu", HEADER, '<summary class="tool">Menu</summary> in <details>'),
    ("footer .licence", "the licence", FOOTER, 'the paragraph with class="licence"'),
)
ONCE = ("header.top", HEADER), ("footer.foot", FOOTER), (".facts", "overrides/partials/page-facts.html"), ("main", BASE)
MENUS = (".menu", HEADER), (".parts", HEADER)  # each leads to all parts of the guide
AT_THE_END = ("about/", "about/keep/", "evidence/", "glossary/", "glossary/a-z/", "privacy/", "accessibility/")
IF_LOST = ("safety/stop/", "safety/signs/", "safety/check/", "glossary/a-z/")
IN_ONE_FILE = (
    ('meta[charset="utf-8"]', "the kind of letters", '<meta charset="utf-8">'),
    ('meta[http-equiv="Content-Security-Policy"]', "its policy", "the policy back"),
    ("head title", "its title", "<title>"),
    ('meta[name="viewport"]', "the size for phones", '<meta name="viewport" content="width=device-width, initial-scale=1">'),
    ("head style", "its style", "<style>{{ style }}</style>"),
    ("main h1", "its title at the top", "<h1>"),
    ('.skip[href="#main"]', "the way past what stands first", '<a class="skip" href="#main">Skip to the text</a>'),
    ('.reading > p a[href^="http"]', "the address at which a newer one is found", '<a href="{{ site_url }}">{{ site_url }}</a>'),
    (".facts", "when its pages were checked, and by whom", "{{ page.facts }}"),
    ("footer .only", "that it is information only", "{{ footer }}"),
    ('link[rel="canonical"]', "the address of the guide", '<link rel="canonical" href="{{ site_url }}">'),
)
IN_LOST = (("head title", "its title for tabs"), ("main h1", "its title"),
           ('[data-for="none"] .point', "what may be wrong with the address"),
           ("main article", "its text"), ("[data-script]", "what looks for the right page"))
BEGINS = {".png": b"\x89PNG\r\n\x1a\n", ".svg": b"<", ".ttf": b"\0\1\0\0", ".otf": b"OTTO"}


@rule(about_look=True, is_cause=True)
def the_look_is_whole(site: Site, built: Built) -> Found:
    """Each page has its title, its text, its menus, the way home, to the search and to what stands at its end;
    so have the page for lost addresses and the guide in one file."""
    told = set()
    for shown, what, template, fix in _missing(site, built):
        if (what, template) not in told:  # a template stands on every page, and is named once
            told.add((what, template))
            yield problem("the-look-is-whole", template, 0, f"{what} is missing on '/{shown}'.", f"{fix}.")
    for selector, template in ONCE:
        if twice := next((page for page in built.pages.values() if len(page.fitting(selector)) > 1), None):
            yield problem("the-look-is-whole", template, 0, f"'{selector}' stands more than once on '/{twice.url}'.", "print it once.")


@rule(about_look=True)
def files_of_the_look_can_be_used(site: Site, built: Built) -> Found:
    """Pictures, the manifest and scripts are not empty or torn, and each script that a page asks for is there."""
    name = "files-of-the-look-can-be-used"
    for file in sorted(file for file in built.files if file.startswith("assets/")):
        content = (built.folder / file).read_bytes()
        suffix = file[file.rfind("."):]
        begun, ended = (content.lstrip().startswith(BEGINS.get(suffix, b"")), suffix != ".svg"
                        or content.rstrip().endswith(b"</svg>"))
        if not (content.strip() and begun and ended):
            what = f"no {suffix[1:]} file" if content.strip() else "empty"
            yield problem(name, f"docs/{file}", 0, f"'{file}' is {what}.", "put the file back as it was.")
        elif suffix == ".webmanifest" and (fault := _manifest_fault(content)):
            yield problem(name, f"docs/{file}", 0, f"'{file}' {fault}.",
                          "put it back as it was, and change only its names and colours.")
    asked = {script: shown.url for shown in built.pages.values() for _, scripts in shown.having("data-script")
             for script in scripts.split()}
    for script, url in sorted(asked.items()):
        if f"assets/{script}.js" not in built.files:
            yield problem(name, *in_look(site, f'data-script="{script}"'),
                          f"'/{url}' asks for the script '{script}', which is not there.", f"put docs/assets/{script}.js back.")


def _missing(site: Site, built: Built) -> Iterator[tuple[str, str, str, str]]:
    """Yield what is missing in a built file: the file's address, what it is, the template, and the fix."""
    ends = [url for url in AT_THE_END if url in site.pages]
    for page in site.pages.values():
        if not (shown := built.page_at(page.url)):
            continue
        for selector, what, template, written in ON_PAGES:
            if not shown.elements.holds(selector):
                yield shown.url, f"{what} ('{selector}')", template, f"write {written}"
        for selector, template in MENUS:
            if len(shown.fitting(f"{selector} a[href]")) < len(site.menu):
                yield (shown.url, f"a part of the guide in the menu '{selector}'", template,
                       "write a link for each of press.sections, as it was")
        yield from _unlinked(shown, "footer a[href]", ends, FOOTER)
        here = next((site.menu[number][1] for number in site.places.get(page.url, ())), [])
        if len(here) > 1 and len(shown.fitting(".menu a[href]")) < len(site.menu) + len(here) - 1:
            yield (shown.url, "a page of this part in the menu ('.menu')", HEADER, "write a link for each of section.pages, as it was")
        if page.url and len(here) > 1 and len(shown.fitting(".side a[href]")) < len(here):
            yield (shown.url, "a page of this part in the list beside the text ('.side')", SIDE,
                   "write a link for each of here.pages, as it was")
        if page.url and not shown.fitting(".crumbs a[href]"):
            yield shown.url, "the way back up ('.crumbs')", CRUMBS, "write a link for each of press.crumbs, as it was"
    lost = built.pages.get("404.html")
    if "404.html" not in built.files:
        yield "404.html", "the page for lost addresses", LOST, "put the template back"
    elif lost:
        yield from ((lost.file, f"{what} ('{selector}')", LOST, "put it back") for selector, what in IN_LOST
                    if not lost.fitting(selector))
        yield from _unlinked(lost, ".ways a[href]", [url for url in IF_LOST if url in site.pages], LOST)
    if whole := beside_pages(built).get("guide.html"):
        yield from ((whole.file, f"{what} ('{selector}')", ONE_FILE, f"write {written}")
                    for selector, what, written in IN_ONE_FILE if not whole.fitting(selector))
        if len(whole.fitting("nav a[href]")) < len(site.pages):
            yield whole.file, "a page in the list of all pages", ONE_FILE, "write a link for each page of each part, as it was"


def _unlinked(shown: BuiltPage, selector: str, urls: list[str], template: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the pages to which a part of a built page does not lead, though it should."""
    addresses = [node.attributes.get("href") or "" for node in shown.fitting(selector)]
    for url in urls:
        if not any(address.endswith(f"/{url}") or address == url for address in addresses):
            yield (shown.url, f"the link to '/{url}'", template,
                   f'write <a href="{{{{ root }}}}{url}">, with words that say where it leads')


def _manifest_fault(content: bytes) -> str:
    """Return what is wrong with the manifest, in words, or an empty string."""
    try:
        said = json.loads(content)
    except ValueError as error:
        return f"cannot be read: {error}"
    if not isinstance(said, dict) or not said.get("name") or not said.get("icons"):
        return "names no guide and no pictures"
    return "" if said.get("start_url") == said.get("scope") == "../" else "opens another page than the home page of the guide"
