"""The stylesheets that pages link, each read once, with its rules sorted by the harm they could do."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from press.built import Built
from press.built_page import BuiltPage
from press.harm import harm, moves, pushes, stretches
from press.paint import Painter
from press.site import Site
from press.styles import Declaration, StyleRule, Unread, read_styles

HIDES = ("display", "visibility", "content-visibility", "opacity", "font-size", "clip", "clip-path", "text-indent", "transform",
         "translate", "scale", "zoom", "filter", "mask", "mask-image", "height", "max-height", "block-size", "max-block-size",
         "max-width", "left", "right", "inset")
# a selector that can see more than what an element stands in, and right behind
FAR_SIGHTED = re.compile(r":(nth|has|empty)|-of-type|~|\+.*\+")


@dataclass(frozen=True, eq=False)
class Sheets:
    """The stylesheets that a page links, sorted by what may be wrong with them: most pages link the same ones."""

    rules: list[StyleRule]
    unread: list[Unread]

    @cached_property
    def covering(self) -> list[tuple[StyleRule, Declaration]]:
        """What draws an element far from its place, or takes it out of its place when it may be as large as the window."""
        return [(style, declaration) for style in self.rules for declaration in _covering(style)]

    @cached_property
    def harmful(self) -> list[tuple[StyleRule, list[Declaration], bool]]:
        """The rules that could hide what they reach, with what would, and whether the selector is far-sighted."""
        judged = ((style, _harmful(style)) for style in self.rules)
        return [(style, harmful, bool(FAR_SIGHTED.search(style.selector))) for style, harmful in judged if harmful]

    @cached_property
    def harmful_from_afar(self) -> list[tuple[StyleRule, list[Declaration], bool]]:
        """Those of them whose selector is far-sighted: they may differ between parts that look the same."""
        return [found for found in self.harmful if found[2]]

    @cached_property
    def hiding(self) -> list[tuple[StyleRule, list[Declaration]]]:
        """The rules that could hide words that a reader sees on a page, not what is drawn beside them, with what would."""
        judged = ((style, [d for d in harmful if d.name in HIDES]) for style, harmful, _ in self.harmful)
        return [(style, hides) for style, hides in judged if hides and not style.is_beside]

    @cached_property
    def pushing(self) -> list[tuple[StyleRule, Declaration]]:
        """What makes an element on a screen so high that all below it leaves the first screen."""
        return [(style, declaration) for style in self.rules if "@media print" not in style.media
                for declaration in style.declarations if pushes(declaration)]

    @cached_property
    def painter(self) -> Painter:
        return Painter.of(self.rules)

    @cached_property
    def paints_afar(self) -> bool:
        """Tell whether a rule that paints is far-sighted."""
        return any(FAR_SIGHTED.search(style.selector) for style in self.painter.rules)


def looks(site: Site, built: Built) -> Iterator[tuple[BuiltPage, Sheets]]:
    """Yield each page of the sources with the stylesheets that it links."""
    sheets_of = sheets_reader(built)
    for page in site.pages.values():
        if shown := built.page_at(page.url):
            yield shown, sheets_of(shown)


def sheet_rules(built: Built, sheet: str) -> tuple[StyleRule | Unread, ...]:
    """Return the rules of a stylesheet of the folder, and what cannot be judged; none when it is not there."""
    return _rules(sheet, _text(built, sheet))


def _text(built: Built, sheet: str) -> str:
    return (built.folder / sheet).read_text(encoding="utf-8") if sheet in built.files else ""


def sheets_reader(built: Built) -> Callable[[BuiltPage], Sheets]:
    """Return what gives the stylesheets of a page. Each is read once."""
    linked = cache(lambda files: _sheets(tuple((file, _text(built, file)) for file in files)))
    return lambda shown: linked(tuple(_links(shown)))


@lru_cache(maxsize=16)  # in a preview, and in the tests, most builds have the same ones
def _rules(sheet: str, text: str) -> tuple[StyleRule | Unread, ...]:
    return tuple(read_styles(text, f"docs/{sheet}"))


@lru_cache(maxsize=8)
def _sheets(linked: tuple[tuple[str, str], ...]) -> Sheets:
    """Return the stylesheets, given by file and text, that a page links."""
    styles = [style for sheet, text in linked for style in _rules(sheet, text)]
    return Sheets([s for s in styles if isinstance(s, StyleRule)], [s for s in styles if isinstance(s, Unread)])


def _covering(style: StyleRule) -> tuple[Declaration, ...]:
    said = {declaration.name: declaration for declaration in style.declarations}
    place = said.get("position")
    apart = place and (place.text == "fixed" or place.text in ("absolute", "sticky")
                       and any(stretches(declaration) for declaration in style.declarations))
    return (*filter(moves, style.declarations), *([place] if apart else []))


def _harmful(style: StyleRule) -> list[Declaration]:
    """Return what could hide what a rule reaches; what is drawn beside it, before or after,
    only hides it when it leaves its place."""
    return [d for d in style.declarations if harm(d) and (not style.is_beside or d.name in ("position", "float") or moves(d))]


def _links(shown: BuiltPage) -> Iterator[str]:
    """Yield the files of the stylesheets that a page links."""
    for node in shown.stylesheets:
        address = (node.attributes.get("href") or "").partition("?")[0]
        yield posixpath.normpath(posixpath.join(posixpath.dirname(shown.file), address))
