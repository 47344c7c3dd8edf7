"""Reads an author's text as words and calls, such as {{ note("cold-stop-signs") }}.

A call is a name with words in quotes, and nothing else.
"""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from itertools import chain

import jinja2
from jinja2 import nodes

from press.calls import Call, arguments

# The marks of a comment are not Jinja's own, so that {#id} on a heading is none.
_TEXTS = jinja2.Environment(comment_start_string="{##", comment_end_string="##}", keep_trailing_newline=True)
_CALL = re.compile(r'''\{\{ ?([a-z_]+)\(((?:"[^"\\{}\n]*"(?:, ?"[^"\\{}\n]*")*)?)\) ?\}\}''')  # a call as most are written
_SIGNS = re.compile(r"\{(?:\{|%|##)|\{$")  # what may begin anything else
_QUOTES = "\"'\u201c\u201d\u2018\u2019"
_BEGUN = re.compile(r"\{[{%]\W*(?P<name>[A-Za-z_]+)[ (\[]*(?P<said>[^(){}\n|]*)")
_QUOTED = re.compile(f"[{_QUOTES}]([\\w -]+)[{_QUOTES}]")
_RUN_ON = re.compile(r"[\w-]([\"']) +\1[\w-]")  # two words in quotes, and no comma between them
NOT_NAMES = {"not", "true", "false", "none"}


@lru_cache(maxsize=2048)  # a header's line is filled for several places
def pieces(text: str) -> tuple[str | Call, ...]:
    """Return an author's text as words and calls, which have their line in the text.

    Raises TemplateSyntaxError for anything else.
    """
    words, names, given = (_CALL.split(text)[n::3] for n in range(3))
    if "\r" in text or NOT_NAMES & {*names} or any(map(_SIGNS.search, words)):
        return _pieces_by_jinja(text)  # which is slow
    found: list[str | Call] = [words[0]]
    line = 1
    for before, name, quoted, after in zip(words, names, given, words[1:], strict=False):
        line += before.count("\n")
        found += (Call(name, arguments(quoted), line), after)
    return tuple(found)


def _pieces_by_jinja(text: str) -> tuple[str | Call, ...]:
    found: list[str | Call] = []
    if run_on := _RUN_ON.search(text):
        raise jinja2.TemplateSyntaxError("a comma is missing between two words in quotes", text.count("\n", 0, run_on.start()) + 1)
    tree = _TEXTS.parse(text).body
    for part in chain.from_iterable(node.nodes if isinstance(node, nodes.Output) else (node,) for node in tree):
        if isinstance(part, nodes.TemplateData):
            found.append(part.data)
        elif _is_call(part):
            found.append(Call(part.node.name, tuple(argument.value for argument in part.args), part.lineno))
        else:
            near = text.split("\n")[part.lineno - 1].strip()
            raise jinja2.TemplateSyntaxError(f"'{near[:80]}' works something out, and only a name with words in quotes is filled",
                                             part.lineno)
    return tuple(found)


def as_meant(text: str, line: int, names: Iterable[str]) -> tuple[int, str]:
    """Return where the call or remark begins that cannot be read on a line of a text, and the fix: the call as it was meant."""
    if text.rfind("{##") > text.rfind("##}"):
        return text.count("\n", 0, text.rfind("{##")) + 1, "write '##}' where the remark ends, so that what stands behind it is shown."
    above = "\n".join(text.split("\n")[:line])
    begun = next((one for one in reversed([*_BEGUN.finditer(above)]) if not _CALL.match(above, one.start())), None)
    meant = get_close_matches(begun["name"].lower(), [*names], n=1) if begun else []
    if not begun or not meant:
        return line, 'write it like {{ note("cold-stop-signs") }}.'
    given = begun["said"].split(",") if "," in begun["said"] else _QUOTED.findall(begun["said"]) or [begun["said"]]
    words = [one.rpartition("=")[2].strip(f" {_QUOTES}[]") for one in given]
    if meant[0] in words:  # a call within a call
        return line, f'write one call, with words in quotes alone: {{{{ {meant[0]}("…") }}}}.'
    quoted = ", ".join(f'"{word}"' for word in words if word)
    return above.count("\n", 0, begun.start()) + 1, f"write {{{{ {meant[0]}({quoted}) }}}}."


def _is_call(node: nodes.Node) -> bool:
    """Tell whether a node is the call of a name with words in quotes.

    No filter, no sum, no condition and no loop is: these could change what is filled, or never end.
    """
    if (not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.kwargs or node.dyn_args
        or node.dyn_kwargs):
        return False
    return all(isinstance(argument, nodes.Const) and isinstance(argument.value, str) for argument in node.args)
