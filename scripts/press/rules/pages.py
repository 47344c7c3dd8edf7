"""Pages are whole: each is built, has a title and a description of its own, and the parts that readers count on."""

import re
from itertools import pairwise

from press.built import Built
from press.calls import headings
from press.model import Page
from press.rules import Found, problem, rule
from press.site import Site

OPENING = re.compile(r"(?:\s|\{##.*?##\})*\{\{-?\s*opening\(\)\s*-?\}\}", re.DOTALL)  # a remark for authors may stand above
PARTS = {"in-short": "In short", "if-it-does-not-help": "If it does not help", "not-known": "What research does not know"}


@rule()
def every_page_is_built(site: Site, built: Built) -> Found:
    """Every page of the sources is in the built folder, and every built page has a source."""
    for page in site.pages.values():
        if not built.page_at(page.url):
            yield problem("every-page-is-built", page.path, 1, f"the page '/{page.url}' is not in the built folder.",
                          "build the guide again.")


@rule(is_cause=True)
def titles_differ(site: Site, built: Built) -> Found:
    """No two pages have one title, point or description, nor a description with more behind it, so that a tab, a list, a preview
    or an email says which page it is."""
    for key in ("title", "description", "point"):
        said = sorted((getattr(page, key).casefold().strip(" ."), page.path, page) for page in site.pages.values() if getattr(page, key))
        for (one, _, same), (other, _, page) in pairwise(said):
            if other == one or key == "description" and other.startswith(one):
                yield problem("titles-differ", page.path, page.lines[key],
                              f"'{getattr(same, key)}' is the {key} of '{same.path}' too.",
                              f"give this page a {key} that says what only it tells.")


@rule(is_cause=True)
def advice_pages_have_their_parts(site: Site, built: Built) -> Found:
    """An advice page opens with its point and the safety box, sums itself up, and says what to do if it fails and what is not known.
    Without topics, a point and actions in its header, it is not read at all."""
    for page in site.pages.values():
        if page.kind != "advice":
            continue
        name = "advice-pages-have-their-parts"
        if len(page.actions) > 2:
            yield problem(name, page.path, page.lines["actions"], f"{len(page.actions)} main actions are too many to remember.",
                          "keep the two that matter most.")
        if not OPENING.match(page.body):
            yield problem(name, page.path, page.body_line, "the page does not open with its point and the safety box.",
                          "write {{ opening() }} first.")
        ids = [heading.id for heading in headings(page)]
        for id, words in PARTS.items():
            if id not in ids:
                yield problem(name, page.path, page.body_line, f"the part '{words}' is missing.",
                              f"add '## {words} {{#{id}}}' and its text.")
        for heading in _empty(page):
            yield problem(name, page.path, heading.line, f"nothing stands below '{heading.words}'.",
                          "write the part, or remove the heading.")


@rule()
def descriptions_fit(site: Site, built: Built) -> Found:
    """A page's title and description fit into search results and previews."""
    for page in site.pages.values():
        if not 50 <= len(page.description) <= 200:
            yield problem("descriptions-fit", page.path, page.lines["description"],
                          f"the description has {len(page.description)} characters.",
                          "write one sentence of 50 to 200 characters.")
        if len(page.title) > 70:
            yield problem("descriptions-fit", page.path, page.lines["title"], f"the title has {len(page.title)} characters.",
                          "write 70 or fewer.")


def _empty(page: Page):
    found = list(headings(page))
    lines = page.body.split("\n")
    for this, after in zip(found, [*found[1:], None], strict=True):
        stop = after.line - page.body_line if after else len(lines)
        between = "".join(lines[this.line - page.body_line + 1:stop]).strip()
        if not between and not (after and after.level > this.level):
            yield this
