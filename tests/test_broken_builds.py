"""A build that breaks off is told in words, with its place and its fix, and the last good site stays."""

import resource

import pytest

from command import run
from guide import Guide, Result


def told(guide: Guide, result: Result, before: dict[str, bytes], where: str, rule: str) -> None:
    """Check that a build was stopped in words, at a place, by a rule, and that the last good site stays."""
    lines = result.text.splitlines()
    at = [number for number, line in enumerate(lines) if line.startswith(where) and line.endswith(f"[{rule}]")]
    assert not result.built and at, result.text
    assert lines[at[0] + 1].strip().startswith("Fix: ")
    assert "Traceback" not in result.text
    assert guide.files() == before


def test_a_disk_that_takes_no_more_is_told_and_leaves_the_last_good_site(own_press):
    before = own_press.files()
    full = run(own_press, before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000)))
    told(own_press, full, before, "site: ", "site-written")


@pytest.mark.breaks("build-broke-off")
def test_another_hook_that_breaks_is_told_with_its_line(own_press):
    before = own_press.files()
    own_press.write("scripts/other.py", "import re\n\n\ndef on_page_content(html, **rest):\n    re.compile('(')\n")  # breaks within re
    own_press.edit("mkdocs.yml", "hooks: [scripts/hooks.py]", "hooks: [scripts/hooks.py, scripts/other.py]")
    told(own_press, run(own_press), before, "scripts/other.py:5: ", "build-broke-off")


@pytest.mark.parametrize(("file", "old", "new", "where"), [
    ("overrides/base.html", "{%- endblock %}\n</main>", "</main>", "overrides/base.html:"),
    ("overrides/base.html", '"partials/share.html"', '"partials/shares.html"', "overrides: "),
    ("overrides/base.html", "{{ page.content }}", "{{ page.nothing.at_all }}", "overrides/base.html:"),
])
@pytest.mark.breaks("templates-are-whole")
def test_a_template_that_cannot_be_filled_is_told(small, file, old, new, where):
    before = small.files()
    told(small, small.edit(file, old, new).build(), before, where, "templates-are-whole")
