"""One build from start to end: read the guide, fill its pages, add the outputs, run the rules, and swap the site."""

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from press import publish
from press.address_record import RECORD, record_new
from press.addresses import published
from press.audit import page as audit_page
from press.broken_off import broken_off
from press.built import read_built
from press.model import Page
from press.outputs import write_outputs
from press.preview import show_in_preview
from press.problem import in_order, report
from press.prose import prose_of
from press.reading import read
from press.rules import check
from press.search.learned import FILE as LEARNED
from press.site import Site
from press.view import view


class Desk:
    """The build in hand. `folder` is where pages are written until they are good enough to be the site at `target`."""

    def __init__(self, root: Path, site_url: str | None, target: Path, *, preview: bool):
        self.site: Site = read(root, site_url)
        self.prose = prose_of(self.site)
        self.target, self.preview = target, preview
        self.folder = target if preview else publish.build_aside()
        self.in_hand, self.by_file = "", {page.path: page for page in self.site.pages.values()}
        if not preview:
            publish.mend(target)

    def cannot_start(self) -> str:
        """Return what to tell an author when a whole data file could not be read, or when what stands in docs/ is neither a page nor a
        file: MkDocs would follow a linked folder round and round. Else return an empty string. All else that broke would only follow."""
        is_no_file = any(problem.rule == "files-that-belong" and (path := self.site.root / problem.where).exists() and not path.is_file()
                         for problem in self.site.problems)
        return report(self.site.problems) if is_no_file or any(table.unread for table in self.site.tables.values()) else ""

    def page(self, file: str) -> Page | None:
        """Return the page written in a file of `docs/`, or None when it could not be read or its address is taken."""
        self.in_hand = f"docs/{file}"
        return self.by_file.get(self.in_hand)

    def description(self, page: Page) -> str:
        """Return a page's description with its numbers filled."""
        return self.prose.words(page.description, page, page.path, page.lines["description"])

    def view(self, file: str | None) -> SimpleNamespace:
        """Return what the templates may show of a page, or of the guide as a whole."""
        return view(self.site, self.prose, self.page(file) if file else None)

    def finish(self, tell: Callable[[str], None]) -> bool:
        """Return whether the build may become the site, after telling all that is wrong."""
        rendered = read_built(self.folder)
        audit_page.write(self.site, self.prose, rendered)
        if os.environ.get("LEARN"):  # from the pages as they are now: a guide that has not learnt cannot be the site yet
            from press.search.learn import teach  # needs packages that a build does without

            learned = teach(self.site, rendered)
            tell(f"Learnt {len(learned.leads)} words for {len(learned.places)} places. Commit {LEARNED} with the questions.")
        write_outputs(self.site, self.prose, rendered, self.folder)
        built = read_built(self.folder)  # while what was rendered is at hand, only what was written since is looked at anew
        problems = check(self.site, built)
        if os.environ.get("RECORD_ADDRESSES") and all(problem.rule == "addresses-are-recorded" for problem in problems
                                                      if problem.stops):
            new = record_new(self.site.root, published(built))  # only a guide that is fit to be published makes promises
            tell("\n".join([*new, f"In the record now, and new: {len(new)}. Commit {RECORD}." if new else "No address is new."]))
            problems = [problem for problem in problems if not problem.stops]
        if problems:
            tell(report(problems))
        if self.preview:
            show_in_preview(self.folder, in_order(problems))
            return True
        if any(problem.stops for problem in problems):
            return False
        try:
            publish.swap(self.folder, self.target)
        except OSError as error:
            tell(self.broken_off(error))
            return False
        return True

    def broken_off(self, error: BaseException) -> str:
        """Return what to tell an author when the build could not go on."""
        return report([broken_off(error, self.in_hand, self.target, self.site.root)])
