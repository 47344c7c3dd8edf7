"""The menu and the pages are the same, so that each page can be found."""

import difflib

from press.built import Built
from press.rules import Found, problem, rule
from press.site import Site


@rule()
def the_menu_names_every_page(site: Site, built: Built) -> Found:
    """Every page stands in the menu, once, and the menu names nothing else."""
    name = "the-menu-names-every-page"
    listed = [file for _, files in site.settings.menu for file in files]
    pages = {page.path.removeprefix("docs/"): page for page in site.pages.values()}
    text = (site.root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace") if listed else ""
    for file in dict.fromkeys(listed):
        line = text.count("\n", 0, text.find(file)) + 1
        if file not in pages and not site.pages.broken:
            near = difflib.get_close_matches(file, pages, 1)
            yield problem(name, "mkdocs.yml", line, f"the menu names '{file}', which is not there.",
                          f"write '{near[0]}', or remove the line." if near else "remove the line.")
        elif listed.count(file) > 1:
            yield problem(name, "mkdocs.yml", line, f"the menu names '{file}' {listed.count(file)} times.", "keep one of them.")
    for file, page in pages.items():
        if file not in listed:
            yield problem(name, page.path, 1, f"the page '/{page.url}' is not in the menu.",
                          f"add '- {file}' below 'nav:' in mkdocs.yml.")
