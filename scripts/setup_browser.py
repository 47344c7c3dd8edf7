"""Finds a browser for the tests, or gets one, and prints its path: `CHROME_PATH=$(python scripts/setup_browser.py) pytest`.

With `--before-playwright` it gets only what the system has, while Playwright itself is still being installed.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The first is Chromium without its windows, tabs and menus, which the tests have no use for: they take a third less time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC_APPS = ("Google Chrome", "Chromium", "Microsoft Edge")
MISSING = (
    "The tests need Chromium or Chrome, and none could be found or installed."
    " Install one, or set CHROME_PATH to the program, and try again."
)


def main(before_playwright: bool = False) -> int:
    """Print the path of a browser; return 0, or 1 when there is none and none could be got.

    When Playwright is not there yet, it is not asked, and to have none is no fault.
    """
    browser = installed() or debians()
    if before_playwright:
        return 0
    browser = browser or playwrights() or downloaded()
    print(browser or MISSING, file=sys.stdout if browser else sys.stderr)
    return 0 if browser else 1


def installed() -> str | None:
    """Return the first browser on this computer that runs, or None."""
    return next(filter(starts, candidates()), None)


def candidates() -> Iterator[str]:
    """Yield where a browser may be: the one that was chosen, then those that commonly are."""
    if chosen := os.environ.get("CHROME_PATH"):
        yield chosen
    yield from filter(None, map(shutil.which, NAMES))
    for home in (Path("/Applications"), Path.home() / "Applications"):
        yield from (str(home / f"{app}.app/Contents/MacOS/{app}") for app in MAC_APPS)


def starts(program: str) -> bool:
    """Tell whether a program is there and runs. A browser may be a stub, or lack a system library."""
    try:
        return subprocess.run([program, "--version"], capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def playwrights() -> str | None:
    """Return the Chromium that Playwright keeps for itself, or None before it is downloaded."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        program = playwright.chromium.executable_path
    return program if starts(program) else None


def debians() -> str | None:
    """Install Debian's own Chromium, with the system libraries it needs, and return it; None on other systems.

    Ubuntu's is a stub, so there we let Playwright try.
    """
    release = Path("/etc/os-release")
    if not (release.exists() and "\nID=debian" in "\n" + release.read_text() and os.geteuid() == 0):
        return None
    say("Installing Chromium without its windows, with apt-get.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run("apt-get", "update", "-qq", env=quiet)
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", NAMES[0], env=quiet)
    return installed()


def downloaded() -> str | None:
    """Download Chromium with Playwright, and return it; None when that failed."""
    say("Downloading Chromium for the tests. This takes a few minutes, once.")
    run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium", env=dict(os.environ))
    return playwrights()


def run(*command: str, env: dict[str, str]) -> None:
    """Run a command. What it prints is shown only when it fails, and as an error, so that the only output is the path."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env)
    if done.returncode:
        say(done.stdout)


def say(words: str) -> None:
    """Tell the person who waits."""
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main("--before-playwright" in sys.argv))
