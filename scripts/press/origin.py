"""Finds the file and line in which words of the published guide were written, whatever markup or line end lies between them."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from pathlib import Path

from press.model import Page
from press.site import Site
from press.topic_words import LOOKALIKES

# tables about words, which no reader sees; seals hold the words of others
NOT_WORDS_OF_OURS = {"wording.yml", "exceptions.yml", "topics.yml", "questions.yml", "seals.yml"}
LOOKS = {".html", ".svg", ".typ", ".txt", ".js"}
BESIDE = 2  # words on each side that tell a place from others with the same words
_PIECE = re.compile(r"<!--.*?-->|</?[a-zA-Z][^>]*>|&#?\w+;|(?P<plain>(?a:[\w\s.,:;!?'\"()/-]+))|.", re.DOTALL)


def origin(site: Site, words: str, sentence: str, file: str) -> tuple[str, int]:
    """Return source file and line of `words` seen in a `file` of the built folder.

    The whole sentence is looked for first, then the words with some of their neighbours, everywhere; then the words alone, on the
    page that the file belongs to. When nothing fits, that page is named, or the built file itself.
    """
    page = page_beside(site, file)
    files = list(dict.fromkeys((*([site.root / page.path] if page else []), *_files(site))))
    for wanted in (sentence, *_with_neighbours(words, sentence)):
        for path in files:
            if line := _line(path, wanted, words):
                return path.relative_to(site.root).as_posix(), line
    if page and (line := _line(site.root / page.path, words, words)):
        return page.path, line
    return (page.path, page.body_line) if page else (file, 0)


def page_beside(site: Site, file: str) -> Page | None:
    """Return the page that a built file is, or lies beside: `how-to/cold-pack/share.txt` -> the page of `how-to/cold-pack/`."""
    return site.pages.get("".join(file.rpartition("/")[:2]))


def _with_neighbours(words: str, sentence: str) -> Iterator[str]:
    """Yield the words with those before and after them in their sentence, then with those on one side."""
    before, found, after = sentence.partition(words)
    left, right = (" ".join(side) for side in (before.split()[-BESIDE:], after.split()[:BESIDE]))
    if found and left and right:
        yield f"{left} {words} {right}"
    if found and (left or right):
        yield from (near for near in (f"{left} {words}" * bool(left), f"{words} {right}" * bool(right)) if near)


def _line(path: Path, wanted: str, words: str) -> int:
    """Return the line of a file on which the words start, inside what is wanted, or 0 when that is not there."""
    if not path.is_file():
        return 0
    letters, places = _as_read(path, path.stat().st_mtime_ns)
    each, pattern = _sought(wanted)
    if not each or any(word not in letters for word in each):  # few files hold every word
        return 0
    starts = (found.start() for found in re.finditer(re.escape(each[0]), letters))  # far quicker than to try the pattern everywhere
    if not (whole := next(filter(None, (pattern.match(letters, at) for at in starts)), None)):
        return 0
    inner = _sought(words)[1].search(letters, whole.start())
    at = places[(inner or whole).start()]
    return path.read_text(encoding="utf-8", errors="replace").count("\n", 0, at) + 1


@lru_cache(maxsize=64)  # they are looked for in every file
def _sought(words: str) -> tuple[list[str], re.Pattern[str]]:
    """Return each word, and the pattern of all of them in their order."""
    read = "".join(letter for _, letter in _letters(words))
    ending = r"\W*?" + re.escape(read[-1]) if read[-1:] in tuple(".!?") else ""  # "Ice heals." is not "Ice heals a sprain."
    each = re.findall(r"[^\W_]+", read)
    return each, re.compile(r"(?<!\w)" + r"[\W_]+".join(map(re.escape, each)) + r"(?!\w)" + ending)


@lru_cache(maxsize=1024)
def _as_read(path: Path, changed: int) -> tuple[str, list[int]]:
    """Return a file's letters as a reader would see them, and where in the file each stands."""
    text = path.read_text(encoding="utf-8", errors="replace")
    pairs = [(at, letter) for at, letter in _letters(text)]
    return "".join(letter for _, letter in pairs), [at for at, _ in pairs]


def _letters(text: str) -> Iterator[tuple[int, str]]:
    """Yield each letter of a text in plain small form, with its place:
    no tags, no emphasis, no marks without width, entities as what they stand for."""
    for piece in _PIECE.finditer(text):
        said = piece[0]
        if piece["plain"]:
            yield from enumerate(said.lower(), piece.start())
            continue
        if len(said) > 1:
            said = " " if said[:3].lower() in ("<br", "<hr") else "" if said.startswith("<") else unescape(said)
        for letter in unicodedata.normalize("NFKC", said).lower().translate(LOOKALIKES):
            if letter not in "*`" and unicodedata.category(letter) not in ("Cf", "Mn"):
                yield piece.start(), letter


@lru_cache(maxsize=1)
def _files(site: Site) -> tuple[Path, ...]:
    """Return all files in which a reader's words may be written."""
    root = site.root
    data = (path for path in sorted((root / "docs/_data").glob("*.yml")) if path.name not in NOT_WORDS_OF_OURS)
    look = (path for top in ("overrides", "docs/assets") for path in sorted((root / top).rglob("*")) if path.suffix in LOOKS)
    return (*(root / page.path for page in site.pages.values()), *sorted((root / "docs/_notes").glob("*.md")), *data, *look,
            root / "mkdocs.yml")
