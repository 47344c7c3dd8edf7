"""What a template or a page builds is whole to the last tag: each tag that is opened is closed, and nothing that should hold words
is empty."""

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from press.built import Built
from press.built_page import BuiltPage
from press.copies import beside_pages
from press.element_names import KNOWN
from press.rules import Found, problem, rule
from press.site import FRAME, Site
from press.sources import in_look, source_page

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(?![^<>]*/>)", re.IGNORECASE)
FILLED = "p|li|dt|dd|b|strong|em|h[1-6]|th|summary|figcaption|caption|cite|label|button|a|dfn|code|legend"
EMPTY = re.compile(rf"<({FILLED})\b([^<>]*)>\s*</\1>")
WAITS = re.compile(r"\srole=\"status\"|\saria-label=|\shidden\b")  # for a script that fills it, or named otherwise
# What an element is nothing without, one of these attributes at least; an <a> with an id alone is a place to link to.
NEEDS = ((("a", "link", "use"), ("href",)), (("meta",), ("content", "charset")), (("meta",), ("name", "property", "http-equiv", "charset")),
         (("path",), ("d",)), (("svg",), ("aria-hidden", "role", "aria-label", "aria-labelledby")),
         (("nav",), ("aria-label", "aria-labelledby")), (("html",), ("lang",)), (("iframe",), ("title",)), (("input",), ("type",)))
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


@rule(about_look=True)
def tags_are_in_pairs(site: Site, built: Built) -> Found:
    """Each tag that opens an element is closed, and none is closed that was not opened: where a browser has to guess,
    a part of the page may swallow the next. Each is one that browsers know."""
    told: set[tuple[str | tuple[str, int], str]] = set()
    for shown in _every(built):
        for tag in sorted(shown.elements.by_tag.keys() - KNOWN):
            if ("unknown", tag) not in told:
                told.add(("unknown", tag))
                near = difflib.get_close_matches(tag, sorted(KNOWN), 1) or ["p"]
                yield problem("tags-are-in-pairs", *_first(site, f"<{tag}"),
                              f"'<{tag}>' on '/{shown.url}' is no element that browsers know, and a drawing leaves its words out.",
                              f"write '<{near[0]}>'.")
        if not _is_even(shown):
            for tag, more in _uneven(shown.html):
                where, line = _place(site, shown, tag)
                if (where, tag) not in told:  # a template stands on every page, and is named once
                    told.add((where, tag))
                    sign, count = (f"<{tag}>", more) if more > 0 else (f"</{tag}>", -more)
                    yield problem("tags-are-in-pairs", where, line,
                                  f"'{sign}' stands {count} more {'time' if count == 1 else 'times'} on '/{shown.url}' than "
                                  f"'{f'</{tag}>' if more > 0 else f'<{tag}>'}'.",
                                  f"put the other half back, or take '{sign}' out.")


@rule(about_look=True)
def nothing_is_empty(site: Site, built: Built) -> Found:
    """No paragraph, item, heading or other part that should hold words is empty, nor is a label that is read aloud."""
    told = set()
    for shown in _every(built):
        for node, label in shown.having("aria-label"):
            if not label.strip() and (where := _written(site, shown, node)) not in told:
                told.add(where)
                yield problem("nothing-is-empty", *where, f"'aria-label' of '<{node.tag}>' on '/{shown.url}' holds no words.",
                              "write what it is called, or take the label out.")
        for found in EMPTY.finditer(shown.html) if site.is_whole else ():  # else what belongs there could only not be filled
            if not WAITS.search(found[2]):
                sign = f"<{found[1]}{found[2]}>"
                if sign not in told:  # the pages of a template, and the entries of a list, have the same
                    told.add(sign)
                    where, line = _home(site, shown, *found.groups())
                    yield problem("nothing-is-empty", where, line, f"'{found[0][:80]}' on '/{shown.url}' holds no words.",
                                  "write what belongs there, or take it out.")


@rule(about_look=True)
def elements_are_complete(site: Site, built: Built) -> Found:
    """Each link has its address, each <meta> its name and content, each drawing is named or silent, each <nav> has a name,
    and the page its language."""
    told = set()
    for shown in _every(built):
        by_tag, by_attribute = shown.elements.by_tag, shown.elements.by_attribute
        for tags, names in NEEDS:
            nodes = [by_tag.get(tag, ()) for tag in tags]
            if tags != ("nav",) and sum(map(len, nodes)) <= sum(len(by_attribute.get(name, ())) for name in names):
                continue  # as nearly always; many elements are named beside the few <nav>
            for node in (node for found in nodes for node in found if not set(names) & node.attributes.keys()):
                where = _written(site, shown, node)
                if (node.tag != "a" or not node.attributes.get("id")) and (where, names) not in told:
                    told.add((where, names))  # a template stands on every page, and is named once
                    sign = node.html.partition(">")[0][:80]
                    yield problem("elements-are-complete", *where, f"'{sign}>' on '/{shown.url}' has no '{names[0]}'.",
                                  f"put {' or '.join(repr(name) for name in names)} back.")


def _first(site: Site, sign: str) -> tuple[str, int]:
    """Return the first template or page in which a sign stands, and its line."""
    return next(((where, text.count("\n", 0, text.index(sign)) + 1) for where, text in site.written.items()
                 if where.startswith(("docs/", "overrides/")) and sign in text), (FRAME, 0))


def _written(site: Site, shown: BuiltPage, node: LexborNode) -> tuple[str, int]:
    """Return the template and line of an element, found by its words or else by one of its attributes."""
    output = site.root / "overrides/outputs" / shown.file.rpartition("/")[2]
    text = output.read_text(encoding="utf-8", errors="replace") if output.is_file() else ""
    for words in filter(None, (node.text().strip(), *(f'{name}="{value}"' for name, value in node.attributes.items() if value))):
        if words in text:
            return f"overrides/outputs/{output.name}", text.count("\n", 0, text.index(words)) + 1
        if not text and (place := in_look(site, words))[1]:
            return place
    return (f"overrides/outputs/{output.name}", 1) if text else in_look(site, f"<{node.tag}")


def _every(built: Built) -> Iterable[BuiltPage]:
    yield from built.pages.values()
    yield from beside_pages(built).values()


def _is_even(shown: BuiltPage) -> bool:
    """Tell whether a page closes as many elements as it has; what is left to guess is looked at closely."""
    elements = sum(len(nodes) for tag, nodes in shown.elements.by_tag.items() if tag not in VOID)
    return elements == shown.html.count("</") + shown.html.count("/>")


def _uneven(html: str) -> Iterator[tuple[str, int]]:
    """Yield each tag that is opened more often than closed, or less, with the difference."""
    count: Counter[str] = Counter()
    for close, tag in TAG.findall(html):
        count[tag.lower()] += -1 if close else 1
    yield from ((tag, more) for tag, more in sorted(count.items()) if more and tag not in VOID)


def _place(site: Site, shown: BuiltPage, tag: str) -> tuple[str, int]:
    """Return the file in which a tag has lost its other half, and the line on which it stands first there."""
    page = source_page(site, shown)
    sources = [site.root / page.path] if page else []
    for path in (*sources, *sorted((site.root / "overrides").rglob("*.html"))):
        text = path.read_text(encoding="utf-8", errors="replace")
        plain = JINJA.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        found = [(close, match.start()) for match in TAG.finditer(plain) for close in [match[1]] if match[2].lower() == tag]
        if sum(-1 if close else 1 for close, _ in found):
            return path.relative_to(site.root).as_posix(), text.count("\n", 0, found[0][1]) + 1
    return (page.path, page.body_line) if page else (FRAME, 0)


def _home(site: Site, shown: BuiltPage, tag: str, attributes: str) -> tuple[str, int]:
    """Return the template that writes an element with nothing between its tags but what is filled in, or the page that shows it."""
    empty = re.compile(rf"<{tag}{re.escape(attributes)}>(?:\s|{JINJA.pattern})*</{tag}>", re.DOTALL)
    for path in sorted((site.root / "overrides").rglob("*.html")):
        text = path.read_text(encoding="utf-8", errors="replace")
        if found := empty.search(text):
            return path.relative_to(site.root).as_posix(), text.count("\n", 0, found.start()) + 1
    page = source_page(site, shown)
    return (page.path, page.body_line) if page else (FRAME, 0)
