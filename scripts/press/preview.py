"""Shows what is wrong on the pages themselves while an author previews the guide. The published guide never has this panel."""

import re
from pathlib import Path

import jinja2

from press.problem import Problem

CSP = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')  # MkDocs adds an inline script that reloads the preview
LOOKS = Path(__file__).parents[2] / "overrides" / "snippets"


def show_in_preview(folder: Path, problems: list[Problem]) -> None:
    """Write the panel into each page of the preview, when there is anything to say."""
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(LOOKS), autoescape=True)
    panel = env.get_template("preview.html").render(problems=problems) if problems else ""
    for path in folder.rglob("*.html"):
        text = CSP.sub("", path.read_text(encoding="utf-8"))
        path.write_text(text.replace("</body>", panel + "</body>"), encoding="utf-8")
