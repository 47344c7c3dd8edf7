"""Styles and scripts as readers get them: without what only their authors need, and a script with those that it imports in one file.

Authors keep one idea to a file. A phone would fetch each of them by itself, and together they take an eighth less.
"""

import re
from functools import lru_cache
from pathlib import Path

# A line such as `import { split } from "./search-words.js";`
IMPORT = re.compile(r"""^import \{[^}]*\} from "\./([\w-]+\.js)";$""", re.MULTILINE)
SPARED = {  # what a browser does not need, by kind of file; what stands in brackets stays
    ".css": re.compile(r"/\*.*?\*/()|;?[ \t]*(})[ \t]*|[ \t]*([{;,])[ \t]*|(?<=:)[ \t]+()|^[ \t]+()", re.DOTALL | re.MULTILINE),
    # a remark behind code, unless it may be part of a text; no text of ours goes on in the next line
    ".js": re.compile(r"""^[ \t]*//.*()|[ \t]+// [^"'`\n]*$()|^[ \t]+()""", re.MULTILINE),
}


@lru_cache(maxsize=256)  # in a preview, and in the tests, most styles and scripts are as they were
def lean(text: str, kind: str) -> str:
    """Return a style (".css") or script (".js") without comments and spacing. Each line keeps its number."""
    return SPARED[kind].sub(lambda found: found[found.lastindex] or "\n" * found[0].count("\n"), text)


def parts(assets: Path) -> set[str]:
    """Return the names of the scripts that others import: they are published in those, and not by themselves."""
    return {name for script in assets.glob("*.js") for name in IMPORT.findall(script.read_text(encoding="utf-8"))}


def pieces(script: Path) -> dict[str, str]:
    """Return a script, after those that it imports and that are there, by name: each lean, with the lines that import others."""
    found: dict[str, str] = {}

    def take(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        for name in IMPORT.findall(text):
            if name not in found and (path.parent / name).is_file():
                take(path.parent / name)
        found[path.name] = lean(text, ".js")

    take(script)
    return found


def joined(found: dict[str, str]) -> str:
    """Return the pieces of a script as one. The lines that import what is not there stay, so that the build tells of them."""
    return "".join(IMPORT.sub(lambda line: "" if line[1] in found else line[0], text) for text in found.values())
