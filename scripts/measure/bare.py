"""Makes the bare page: the same text and drawings as a page of the guide, with a little style inside it and nothing else.
No page can be much faster."""

from pathlib import Path

import jinja2

from press.built_page import BuiltPage

LOOK = Path(__file__).parent / "bare.html"


def write_bare(page: BuiltPage, folder: Path) -> Path:
    """Write the bare twin of a built page as `index.html` into a folder, and return the folder."""
    look = jinja2.Environment(autoescape=True).from_string(LOOK.read_text(encoding="utf-8"))
    title = page.tree.css_first("h1").text(strip=True)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(look.render(title=title, text=page.article.html), encoding="utf-8")
    return folder
