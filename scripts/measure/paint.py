"""Asks Lighthouse how fast and how good pages are on a phone with a slow network, each beside its bare twin in the same run."""

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from measure.bare import write_bare
from measure.serve import SiteServer
from press.built import Built
from press.built_page import BuiltPage

HERE = Path(__file__).parent
GOALS = ("performance", "accessibility", "best-practices", "seo")
MISSING = "Lighthouse needs npm, which comes with Node: https://nodejs.org/. Everything else was measured."


def fetched() -> str:
    """Fetch Lighthouse, pinned, into this folder unless it is there, and return the program to run it with;
    an empty string without npm."""
    if not all((HERE / "node_modules" / name).exists() for name in ("lighthouse", "node-forge")):
        if not shutil.which("npm"):
            return ""
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], cwd=HERE, check=True)
    return node()


def node() -> str:
    """Return a Node that is new enough for Lighthouse: Playwright brings one."""
    import playwright

    return str(Path(playwright.__file__).parent / "driver/node")


def paints(built: Built, urls: list[str], runs: int) -> Iterator[tuple[str, dict, dict]]:
    """Yield for each page its address, what Lighthouse says of it, and of its bare twin: medians of several runs,
    in which the two take turns."""
    with (tempfile.TemporaryDirectory(prefix="bare-") as place, as_hosted(SiteServer(built.folder, built.base)) as ours,
          as_hosted(SiteServer(Path(place))) as bare):
        for url in urls:
            write_bare(page_at(built, url), Path(place))
            yield url, *judged([ours + url, bare], runs)


@contextlib.contextmanager
def as_hosted(server: SiteServer) -> Iterator[str]:
    """Run a server behind HTTP/2 and TLS, as GitHub Pages has them, and give its address."""
    with server, subprocess.Popen([node(), str(HERE / "front.mjs"), str(urlsplit(server.url).port)], stdout=subprocess.PIPE,
                                  text=True) as front:
        try:
            yield f"https://127.0.0.1:{front.stdout.readline().strip()}{server.base}"
        finally:
            front.terminate()


def judged(addresses: list[str], runs: int) -> list[dict]:
    """Return what Lighthouse says of each address. Raises CalledProcessError when it cannot."""
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium")
    command = [node(), str(HERE / "lighthouse.mjs"), str(runs), chromium, *addresses]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def page_at(built: Built, url: str) -> BuiltPage:
    """Return the page at an address. Raises KeyError when there is none."""
    return built.pages[f"{url}index.html"]
