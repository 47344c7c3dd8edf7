"""Reads a script as far as its brackets, quotes and neighbours go, and says where it cannot be right:
a browser drops a whole script for one slip.

It is no parser: what it passes may still be wrong, and a browser tells. What it names is wrong.
"""

from functools import lru_cache

from press.script_tokens import WORDS, Token, tokens

PAIRS = {")": "(", "]": "[", "}": "{"}
BINARY = {"=", "==", "===", "!=", "!==", "=>", "*", "%", "&", "|", "^", "&&", "||", "??", "<", ">", "<=", ">=", "+=", "-=", "*=",
          "/=", ".", "?."}


@lru_cache(maxsize=64)  # in a preview, and in the tests, most scripts are as they were
def fault(code: str) -> tuple[int, str] | None:
    """Return where a script cannot be right, and in words why; None when nothing was found."""
    opened: list[tuple[str, int]] = []
    last = declares = ("sign", ";", 0)
    for kind, text, at in (token for token in tokens(code) if token[0] != "words"):
        if kind == "other":
            return at, f"'{code[at:at + 20].splitlines()[0]}' begins nothing that a browser can read"
        if text in ("(", "[", "{", "${"):
            opened.append(("{" if text == "${" else text, at))
        elif kind == "sign" and text in PAIRS and (not opened or opened.pop()[0] != PAIRS[text]):
            return at, f"'{text}' closes nothing that was opened"
        loops = declares[1] == "for" and last[1] == "("  # for (;;)
        if wrong := _beside(last, (kind, text, at), code) if not loops else "":
            return at, wrong
        if declares[1] in ("const", "let", "var") and last[0] == "name" and text not in ("=", ",", ";", "of", "in", ")"):
            return at, f"'{text}' follows '{declares[1]} {last[1]}'"
        declares, last = last, (kind, text, at)
    return (opened[-1][1], f"'{opened[-1][0]}' is never closed") if opened else None


def _beside(last: Token, this: Token, code: str) -> str:
    """Return why two tokens cannot stand side by side, or an empty string."""
    (kind, text, at), (next_kind, next_text, next_at) = last, this
    ends = kind in ("string", "number", "text") or kind == "name" and text not in WORDS or text in (")", "]")
    begins = next_kind in ("string", "number") or next_kind == "name" and next_text not in WORDS
    if ends and begins and "\n" not in code[at + len(text):next_at] and text != ")":
        return f"'{next_text}' follows '{text}' with nothing between"
    if (kind == "sign" and text in BINARY and next_kind == "sign"
        and (next_text in (";", ")", "]", "}", ",") or next_text in BINARY - {"<"})):
        return f"'{next_text}' follows '{text}'"
    if kind == "sign" and text in ("(", "[") and next_kind == "sign" and next_text in ("; : } . => = == ===".split()):
        return f"'{next_text}' follows '{text}'"
    return ""
