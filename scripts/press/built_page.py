"""One HTML file of the folder that will be published, as a browser would find it: its words, its links,
its notes and its elements."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from weakref import WeakValueDictionary

from selectolax.lexbor import LexborHTMLParser, LexborNode

from press.accessible_name import accessible_name
from press.address import url_of
from press.blocks import Blocks
from press.elements import Elements, around


@dataclass(eq=False)
class BuiltPage:
    """One HTML file of the folder. `url` is its address from the site's root, such as `how-to/cold-pack/`."""

    file: str
    html: str

    @cached_property
    def url(self) -> str:
        return url_of(self.file)

    @cached_property
    def tree(self) -> LexborHTMLParser:
        return LexborHTMLParser(self.html)

    @cached_property
    def article(self) -> LexborNode | None:
        """The page's own text: the article in main, or main itself when the page has another builder's look."""
        articles, mains = self.tagged("article"), self.tagged("main")
        in_main = (article for article in articles if any(at.tag == "main" for at in around(article)))
        return next(in_main, None) or next(iter((*articles, *mains)), None)

    @cached_property
    def blocks(self) -> list[str]:
        """All that a reader meets on the page, a list item, paragraph or heading each on its own."""
        return self.blocks_of(self.tree.body)

    def blocks_of(self, element: LexborNode | None, skip: str | Iterable[LexborNode] = "", instead: str = "") -> list[str]:
        """Return the blocks of text in an element of the page.

        `skip` are elements to leave out, or their CSS selectors, `instead` what stands for each.
        """
        if not element:
            return []
        # what is not shown can be asked for by itself
        words = self._words if element.mem_id in self._words.places else Blocks(element)
        if not isinstance(skip, str):
            return words.of(element, words.places_of(skip), instead)
        if skip and skip not in words.left_out:
            words.left_out[skip] = words.places_of(self.elements.fitting(skip))
        return words.of(element, words.left_out.get(skip, ()), instead)

    def blocks_until(self, elements: Iterable[LexborNode], skip: Iterable[LexborNode]) -> list[str]:
        """Return the blocks of text from the start of the page to the end of the last of some elements,
        without those of others."""
        places = self._words.places
        last = max((node for node in elements if node.mem_id in places), key=lambda node: places[node.mem_id], default=None)
        return self._words.of(self.tree.body, self._words.places_of(skip), until=last) if last else []

    def words_of(self, element: LexborNode | None, skip: str = "") -> str:
        """Return the visible text of an element of the page on one line."""
        return " ".join(self.blocks_of(element, skip))

    @cached_property
    def elements(self) -> Elements:
        return Elements(self.tree)

    def tagged(self, *tags: str) -> list[LexborNode]:
        """Return the elements with a tag; of several tags, those of one after those of the other."""
        return [element for tag in tags for element in self.elements.by_tag.get(tag, ())]

    def having(self, attribute: str) -> list[tuple[LexborNode, str]]:
        """Return the elements with an attribute, each with its value."""
        return self.elements.by_attribute.get(attribute, [])

    def classed(self, name: str) -> list[LexborNode]:
        """Return the elements of a class."""
        return self.elements.by_class.get(name, [])

    def in_text(self, element: LexborNode) -> bool:
        """Tell whether an element stands in the page's own text, or is its article."""
        return element.mem_id in self._text

    @cached_property
    def links(self) -> list[tuple[LexborNode, str]]:
        """The links that a reader can follow, each with its address."""
        return [(node, address) for node, address in self.having("href") if node.tag == "a"]

    @cached_property
    def links_in_text(self) -> list[tuple[LexborNode, str]]:
        """The links that stand in the page's own text, each with its address."""
        return [(node, address) for node, address in self.links if node.mem_id in self._text]

    @cached_property
    def link_names(self) -> list[str]:
        """The words by which each of the links is read aloud, on one line."""
        labelled = {node.mem_id for label in ("aria-label", "aria-labelledby") for node, _ in self.having(label)}
        shown = (_on_one_line(node.text()) if node.mem_id not in labelled else "" for node, _ in self.links)
        return [words or accessible_name(node, self.tree) for words, (node, _) in zip(shown, self.links, strict=True)]

    @property
    def stylesheets(self) -> list[LexborNode]:
        """The elements that link a stylesheet."""
        return [node for node, relation in self.having("rel") if node.tag == "link" and "stylesheet" in relation.lower().split()]

    @cached_property
    def notes(self) -> dict[tuple[str, str], list[LexborNode]]:
        """The safety notes in the page's own text, by id and form."""
        found: dict[tuple[str, str], list[LexborNode]] = defaultdict(list)
        for node, id in self.having("data-note"):
            if self.in_text(node):
                found[id, node.attributes.get("data-form") or ""].append(node)
        return found

    @cached_property
    def ids(self) -> list[str]:
        return [id for _, id in self.having("id")]

    def attribute(self, selector: str, name: str) -> str:
        """Return an attribute of the first element that a CSS selector gives, or an empty string."""
        node = self.elements.first(selector)
        return (node.attributes.get(name) or "") if node else ""

    def fitting(self, selectors: str) -> list[LexborNode]:
        """Return the elements that a list of CSS selectors gives, in no order."""
        return self.elements.fitting(selectors)

    def marks(self, selectors: str) -> frozenset[int]:
        """Return the marks in memory of the elements that a list of CSS selectors gives."""
        return self.elements.marks(selectors)

    @property
    def forwards(self) -> bool:
        """Tell whether this page only leads to another."""
        return any(node.tag == "meta" and value.lower() == "refresh" for node, value in self.having("http-equiv"))

    @cached_property
    def _words(self) -> Blocks:
        return Blocks(self.tree.body or self.tree.root)

    @cached_property
    def _text(self) -> set[int]:
        return {element.mem_id for element in self.article.css("*")} if self.article else set()


_known: WeakValueDictionary[tuple[str, str], BuiltPage] = WeakValueDictionary()


def html_file(file: str, html: str) -> BuiltPage:
    """Return an HTML file of a folder.

    It is the same object for the same file and HTML, so that what was worked out for it is not worked out again.
    """
    page = _known.get((file, html))
    if page is None:
        page = _known[file, html] = BuiltPage(file, html)
    return page


@lru_cache(maxsize=1 << 14)  # a menu stands on every page
def _on_one_line(text: str) -> str:
    return " ".join(text.split())
