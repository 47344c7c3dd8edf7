"""Reads an author's text as words and calls, such as {{ note("cold-stop-signs") }}.

A call is a name with words in quotes, and nothing else.
"""

import re
from functools import lru_cache
from itertools import chain

import jinja2
from jinja2 import nodes

from press.calls import Call, arguments

# The marks of a comment are not Jinja's own, so that {#id} on a heading is none.
_TEXTS = jinja2.Environment(comment_start_string="{##", comment_end_string="##}", keep_trailing_newline=True)
_CALL = re.compile(r'''\{\{ ?([a-z_]+)\(((?:"[^"\\{}\n]*"(?:, ?"[^"\\{}\n]*")*)?)\) ?\}\}''')  # a call as most are written
_SIGNS = re.compile(r"\{(?:\{|%|##)|\{$")  # what may begin anything else
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


def _is_call(node: nodes.Node) -> bool:
    """Tell whether a node is the call of a name with words in quotes.

    No filter, no sum, no condition and no loop is: these could change what is filled, or never end.
    """
    if (not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.kwargs or node.dyn_args
        or node.dyn_kwargs):
        return False
    return all(isinstance(argument, nodes.Const) and isinstance(argument.value, str) for argument in node.args)
