"""A page is light: what it may weigh stands in docs/_data/budgets.yml,
and the build says which page is too heavy and what grew."""

from functools import cache
from urllib.parse import urlsplit

from press.built import Built, read_built
from press.built_page import BuiltPage
from press.model import Budget, Practice
from press.outside_faults import NOBODYS
from press.prose import prose_of
from press.rules import REGISTER, Found, problem, rule
from press.sharing import shares
from press.site import TABLES, Site
from press.sources import source_page
from press.weight import IN_HASTE, parts, weigh

MEASURES = {  # how much of each budget a page uses up
    "html": lambda weight: weight.html + weight.drawings,
    "drawings": lambda weight: weight.drawings,
    "style": lambda weight: weight.bytes["style"],
    "script": lambda weight: weight.bytes["script"],
    "icons": lambda weight: weight.bytes["icon"],
    "first-view": lambda weight: weight.first_view,
    "requests": lambda weight: weight.requests,
    "elements": lambda weight: weight.elements,
}
GUIDE = {"html-of-all-pages": lambda built: sum(len(page.html.encode())
                                                for page in built.pages.values()) // max(1, len(built.pages))}


@rule(about_look=True)
def pages_are_light(site: Site, built: Built) -> Found:
    """A page keeps its budgets: bytes of each kind, files fetched at once, and elements."""
    last_good, entries = cache(lambda: read_built(site.root / "site") if (site.root / "site").is_dir()
                               else Built(site.root / "site")), _entries(site)
    own = site.practice != Practice() or urlsplit(built.site_url).hostname not in NOBODYS
    budgets = [budget for budget in site.budgets.values() if budget.id in MEASURES]
    for shown in built.pages.values():
        limits = [(budget, most) for budget in budgets if (most := budget.for_page(shown.url, entries, own=own)) is not None]
        weight = weigh(built, shown, IN_HASTE)
        if any(MEASURES[budget.id](weight) > most for budget, most in limits):
            weight = weigh(built, shown)
        for budget, most in limits:
            if (used := MEASURES[budget.id](weight)) > most:
                page = source_page(site, shown)
                yield problem("pages-are-light", page.path if page else "overrides/base.html", page.body_line if page else 0,
                              f"'/{shown.url}' has {used:,} {budget.unit} ({budget.what}); its budget '{budget.id}' is {most:,}"
                              f"{_for_what(budget, shown.url, entries)}.{_what_grew(built, shown, last_good())}",
                              "make it lighter, or give it another budget, with the reason, in docs/_data/budgets.yml.")


@rule(about_look=True)
def the_guide_is_light(site: Site, built: Built) -> Found:
    """The pages of the guide together keep their budget."""
    for name, measure in GUIDE.items():
        budget, used = site.budgets.get(name), measure(built)
        if budget and used > budget.most:
            longest = max(built.pages.values(), key=lambda page: len(page.html))
            yield problem("the-guide-is-light", "docs/_data/budgets.yml", budget.line,
                          f"a page has {used:,} {budget.unit} of HTML on average; the budget is {budget.most:,}. "
                          f"The longest is '/{longest.url}' with {len(longest.html.encode()):,}.",
                          "look for what stands on every page and need not.")


@rule(about_look=True)
def budgets_are_known(site: Site, built: Built) -> Found:
    """Each budget is one that is measured, its exceptions are pages that exist, and none is missing."""
    known = [*MEASURES, *GUIDE]
    for budget in site.budgets.values():
        if budget.id not in known:
            yield problem("budgets-are-known", budget.path, budget.line, f"nothing measures '{budget.id}'.",
                          f"use one of: {', '.join(known)}.")
        for url in budget.but:
            if not budget.why:
                yield problem("budgets-are-known", budget.path, budget.lines["but"], f"'{url}' is an exception without a reason.",
                              "add 'why:' and the reason.")
            if url.strip("/") and url not in site.pages:
                yield problem("budgets-are-known", budget.path, budget.lines["but"], f"there is no page '{url}'.",
                              "name a page like 'safety/signs/'.")
            terms = budget.terms(url)
            unknown = sorted({of for _, of in terms or () if of} - set(_entries(site)))
            if terms is None or unknown:
                yield problem("budgets-are-known", budget.path, budget.lines["but"],
                              f"'{budget.but[url]}' is no figure{f': nothing counts {unknown[0]!r}' if unknown else ''}.",
                              "write a number, or a sum like '9000 + 160 * contraindications'. "
                              f"What can be counted: {', '.join(_entries(site))}.")
    for name in known:
        if name not in site.budgets and not site.budgets.broken:
            yield problem("budgets-are-known", "docs/_data/budgets.yml", 0, f"the budget '{name}' is missing.",
                          f"add '- id: {name}' with 'what:', 'most:' and 'unit:'.")


def _entries(site: Site) -> dict[str, int]:
    """Return how many there are of all that a figure can grow with: pages, those that are shared, rules,
    and the rows of each table."""
    return {"pages": len(site.pages), "shared": len(shares(prose_of(site))), "rules": len(REGISTER),
            **{name: len(site.tables.get(name, ())) for name in TABLES}}


def _for_what(budget: Budget, url: str, entries: dict[str, int]) -> str:
    """Return in words what a figure that grows allows for."""
    counted = [f"{entries[of]} {of}" for _, of in budget.terms(url) or () if of in entries]
    return f" ('{budget.but[url]}', for {', '.join(counted)})" if counted else ""


def _what_grew(built: Built, shown: BuiltPage, last_good: Built) -> str:
    """Return in words what is more than in the last good site, and which parts of the page weigh most."""
    now, says = weigh(built, shown), ""
    if before := last_good.page_at(shown.url):
        then = weigh(last_good, before)
        grown = [f"{name} by {more:,}" for name, measure in MEASURES.items() if (more := measure(now) - measure(then)) > 0]
        sizes = dict(parts(before))
        grown += [f"its part '#{id}' by {more:,}" for id, size in parts(shown) if (more := size - sizes.get(id, 0)) > 0]
        says = f" Since the last good site these grew: {', '.join(grown)}." if grown else ""
    largest = ", ".join(f"'#{id}' with {size:,}" for id, size in parts(shown)[:2])
    return says + (f" The largest parts of its text are {largest}." if largest else "")
