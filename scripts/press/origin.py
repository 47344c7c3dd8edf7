"""Finds the file and line in which words of the published guide were written, whatever markup or line end lies between them."""

import re
from collections.abc import Iterator
from pathlib import Path

from press.model import Page
from press.site import Site

NOT_WORDS_OF_OURS = {"wording.yml", "exceptions.yml", "topics.yml", "synonyms.yml"}  # tables about words, which no reader sees
LOOKS = {".html", ".svg", ".typ", ".txt"}


def origin(site: Site, words: str, sentence: str, file: str) -> tuple[str, int]:
    """Return source file and line of `words` seen in a `file` of the built folder: where their sentence stands, or else they themselves.

    The page that the file belongs to is searched first, then data and notes, templates, and the other pages. When nothing fits, the
    built file itself is named.
    """
    page = page_beside(site, file)
    files = list(dict.fromkeys(_files(site, page)))
    for wanted in (sentence, words):
        pattern = re.compile(r"[\W_]+".join(map(re.escape, re.findall(r"\w+", wanted))), re.IGNORECASE)
        for path in files:
            text = path.read_text(encoding="utf-8", errors="replace")
            if pattern.pattern and (found := _within(pattern, words, text)) is not None:
                return path.relative_to(site.root).as_posix(), text.count("\n", 0, found) + 1
    return (page.path, page.body_line) if page else (file, 0)


def page_beside(site: Site, file: str) -> Page | None:
    """Return the page that a built file is, or lies beside: `how-to/cold-pack/share.txt` -> the page of `how-to/cold-pack/`."""
    return site.pages.get("".join(file.rpartition("/")[:2]))


def _within(pattern: re.Pattern[str], words: str, text: str) -> int | None:
    """Return where in a text the words start, inside what the pattern finds."""
    whole = pattern.search(text)
    if whole is None:
        return None
    inner = re.compile(r"[\W_]+".join(map(re.escape, re.findall(r"\w+", words))), re.IGNORECASE).search(text, whole.start())
    return inner.start() if inner else whole.start()


def _files(site: Site, page: Page | None) -> Iterator[Path]:
    if page:
        yield site.root / page.path
    yield from (p for p in sorted((site.root / "docs/_data").glob("*.yml")) if p.name not in NOT_WORDS_OF_OURS)
    yield from sorted((site.root / "docs/_notes").glob("*.md"))
    yield from (p for p in sorted((site.root / "overrides").rglob("*")) if p.suffix in LOOKS)
    yield site.root / "mkdocs.yml"
    yield from (site.root / other.path for other in site.pages.values())
