"""Changes the real guide in one place at a time, as a slip or a careless hand would, and asks the rules whether they notice.

A mutant is one such change. `Bench` builds nothing anew: it reads the changed file, fills and renders only the pages that the
change touches, puts them into the frames that MkDocs made, and runs the very rules that the build runs.
"""

import functools
import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

import markdown
from mkdocs.config import load_config

from guide import heard
from press import reading
from press.address_record import record_new
from press.addresses import published
from press.built import Built
from press.built_page import BuiltPage, html_file
from press.problem import Problem
from press.prose import Prose
from press.rules import REGISTER
from press.site import Site, Table

LINKS = "links-lead-somewhere"  # MkDocs turns links to files into addresses, which nobody does here
START, END = '<article class="content">', "</article>"
BUILT = "site/"


@dataclass(frozen=True)
class Mutant:
    """One change: the new text of one file (None when it is deleted), and what must be said of it.

    `rules` are the names of the rules that may stop it; `where` are the files that they must name, all of them, each with its
    line. `pages` are the addresses of the pages that the change touches and that are rendered anew; without them, all pages are
    judged as built.
    """

    operator: str
    name: str
    file: str
    text: str | None
    rules: tuple[str, ...]
    where: tuple[str, ...]
    pages: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        return f"{self.operator} · {self.name}"


class Bench:
    """The real guide in a folder of its own, and its built pages, to change and judge quickly."""

    def __init__(self, root: Path, built: Built):
        self.root = root
        self.folder = root.with_name("built")
        shutil.copytree(built.folder, self.folder)
        self.built = Built(self.folder, dict(built.pages), set(built.files), dict(built.not_pages))
        self.site = reading.read(root, built.site_url)
        config = load_config(str(root / "mkdocs.yml"))
        self.markdown = markdown.Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
        record_new(root, published(built))

    @functools.cached_property
    def cover(self) -> tuple[str, ...]:
        """The fewest pages that show every note, the steps and the safety lists among them."""
        left, chosen = set(self.site.notes), ["how-to/cold-pack/"]
        advice = [page for page in self.site.pages.values() if page.kind == "advice"]
        while left := left - {note.id for url in chosen for note in self.site.notes_required(self.site.pages[url].topics)}:
            chosen.append(max(advice, key=lambda page: (len(left & {n.id for n in self.site.notes_required(page.topics)}),
                                                        page.url)).url)
        return tuple(chosen)

    def read(self, file: str) -> str:
        """Return the text of a file of the sources, or of the built folder when its name starts with `site/`."""
        return self._path(file).read_text(encoding="utf-8")

    def line(self, file: str, words: str) -> int:
        """Return the line of a file on which words first stand."""
        return self.read(file).split(words)[0].count("\n") + 1

    def stop(self, mutant: Mutant) -> list[Problem]:
        """Return what the named rules say of a mutant."""
        path = self._path(mutant.file)
        before = path.read_text(encoding="utf-8") if path.exists() else None
        try:
            self._write(path, mutant.text)
            if mutant.file.startswith(BUILT):
                name = mutant.file.removeprefix(BUILT)
                return self._judge(self.site, {name: BuiltPage(name, mutant.text)} if name in self.built.pages else {}, mutant)
            site = reading.read(self.root, self.site.settings.site_url)
            return self._judge(site, self._render(site, mutant.pages), mutant)
        finally:
            self._write(path, before)

    def say(self, *edits: tuple[str, str, str], rules: tuple[str, ...] = ()) -> list[Problem]:
        """Return what the rules say of the guide after some edits (file, old words, new words), all pages rendered anew.

        Unless some are named, all rules are asked but those about links, as links to files are not resolved here.
        """
        before = {file: self.read(file) for file, _, _ in edits}
        try:
            for file, old, new in edits:
                text = self.read(file)
                assert old in text, f"{file} does not hold {old!r}"
                self._write(self._path(file), text.replace(old, new, 1))
            last = edits[-1][0]
            names = rules or (*(rule.name for rule in REGISTER if rule.name != LINKS), "known-names", "data-fields",
                              "page-header", "strict-yaml")
            return self.stop(Mutant("edit", last, last, self.read(last), names, (last,), tuple(self.site.pages)))
        finally:
            for file, text in before.items():
                self._write(self._path(file), text)

    def is_stopped(self, mutant: Mutant) -> bool:
        """Tell whether the named rules name each file with its line, and say how to mend it."""
        named = {p.where for p in self.stop(mutant) if p.rule in mutant.rules and p.stops and p.fix
                 and (p.line or (p.where == mutant.file and not mutant.text))}
        return named >= set(mutant.where)

    def _path(self, file: str) -> Path:
        return self.folder / file.removeprefix(BUILT) if file.startswith(BUILT) else self.root / file

    def _write(self, path: Path, text: str | None) -> None:
        path.unlink(missing_ok=True) if text is None else path.write_text(text, encoding="utf-8")

    def _judge(self, site: Site, pages: dict[str, BuiltPage], mutant: Mutant) -> list[Problem]:
        changed = mutant.file.removeprefix(BUILT) if mutant.file.startswith(BUILT) else ""
        built = Built(self.folder, self.built.pages | pages, self.built.files | {changed} - {""}, dict(self.built.not_pages))
        if changed in built.not_pages:
            built.not_pages[changed] = html_file(changed, mutant.text or "")
        if mutant.pages:
            site = replace(site, pages=Table({url: site.pages[url] for url in mutant.pages if url in site.pages}))
            built.pages = {name: page for name, page in built.pages.items() if page.url in mutant.pages}
        elif mutant.file.endswith(".md") and mutant.text is None:
            built.pages = {name: page for name, page in built.pages.items() if page.url in site.pages or page.url == "404.html"}
        found = [p for p in site.problems if p.rule in mutant.rules]
        found += [p for rule in REGISTER if rule.name in mutant.rules for p in rule.run(site, built)]
        heard(found)
        return found

    def _render(self, site: Site, urls: Iterable[str]) -> dict[str, BuiltPage]:
        """Return pages filled, rendered and framed anew, but for the self-audit, which is written when all pages are there."""
        prose, pages = Prose(site), {}
        for page in (site.pages[url] for url in urls if url in site.pages and "self_audit()" not in site.pages[url].body):
            frame = self.built.page_at(page.url)
            html = prose.settle(page, self.markdown.reset().convert(prose.page(page)))
            start, end = frame.html.index(START) + len(START), frame.html.rindex(END)
            pages[frame.file] = BuiltPage(frame.file, f"{frame.html[:start]}\n{html}\n{frame.html[end:]}")
        return pages
