"""The calls of safety notes on pages: removed, broken, hidden, moved."""

import re

from mutants import Bench
from mutators.common import BEFORE, HIDDEN, IN_SIGHT, MISSING, advice, in_turn, note_calls, operator, swapped


@operator
def remove_note_from_call(bench: Bench):
    for page, call, text, written in note_calls(bench):
        for id in call.arguments:
            left = [other for other in call.arguments if other != id]
            again = "{{ note(" + ", ".join(f'"{other}"' for other in left) + ") }}" if left else ""
            yield f"{page.path} {id}", page.path, swapped(text, written, again), MISSING, page.path, (page.url,)


@operator
def break_call(bench: Bench):
    for turn, (page, call, text, written) in enumerate(note_calls(bench)):
        id, where = call.arguments[0], f"{page.path} {call.arguments[0]}"
        slips = {
            "misspelt": (written.replace(id, id[:-2] + id[-1], 1), ("known-names",)),
            "without quotes": (written.replace(f'"{id}"', id, 1), ("known-names",)),
            "another function": (written.replace("note(", "notes(", 1), ("known-names",)),
            "not closed": (written.replace("}}", "}", 1), ("known-names",)),
            "in a comment": (f"<!-- {written} -->", MISSING),
            "in a comment of ours": (f"{{## {written} ##}}", MISSING),
            "raw": ("{% raw %}" + written + "{% endraw %}", (*MISSING, "nothing-unfilled")),
            "without braces": (written.strip("{} "), MISSING),
            "behind a false if": ("{% if false %}" + written + "{% endif %}", MISSING),
            "escaped": (written.replace("{{", "&#123;&#123;"), (*MISSING, "nothing-unfilled")),
            "fenced": (f"```\n{written}\n```", IN_SIGHT),
            "indented": (f"Text.\n\n    {written}", (*IN_SIGHT, *MISSING)),
            "as code": (f"`{written}`", (*IN_SIGHT, *MISSING)),
            "in a link": (f"[{written}](https://example.org)", (*IN_SIGHT, *MISSING)),
            "in emphasis": (f"**Read: {written}**", (*IN_SIGHT, *MISSING)),
            "in a quotation": (f"> {written}", IN_SIGHT),
            "in a heading": (f"## {written} {{#x}}", IN_SIGHT),
            "in a table": (f"| a | b |\n|---|---|\n| {written} | c |", IN_SIGHT),
            "as a picture's words": (f"![{written}](x.svg)", (*IN_SIGHT, *MISSING)),
        }
        for how in in_turn(slips, turn, 4):
            again, rules = slips[how]
            yield f"{where} {how}", page.path, swapped(text, written, again), rules, page.path, (page.url,)


@operator
def hide_call(bench: Bench):
    around = {f"<div {attribute}>": f"<div {attribute}>\n{{}}\n</div>" for attribute in HIDDEN if "class" not in attribute}
    around |= {f"<{tag}>": f"<{tag}>\n{{}}\n</{tag}>" for tag in ("details", "dialog", "template", "noscript", "pre",
                                                                  "figure", "aside")}
    for turn, (page, call, text, written) in enumerate(note_calls(bench)):
        for how in in_turn(around, turn, 5):
            yield (f"{page.path} {call.arguments[0]} {how}", page.path, swapped(text, written, around[how].format(written)),
                   (*IN_SIGHT, *MISSING), page.path, (page.url,))


@operator
def move_call_below_the_steps(bench: Bench):
    for page, call, text, written in note_calls(bench):
        if set(call.arguments) <= set(bench.site.topics["every-page"].notes):
            continue  # what no steps are about may stand anywhere
        steps = [m.start() for m in re.finditer(r"(?m)^1\. ", text)]
        if steps and text.index(written) < steps[0]:
            yield (f"{page.path} {call.arguments[0]}", page.path, swapped(text, written, "").rstrip() + f"\n\n{written}\n",
                   BEFORE, page.path, (page.url,))


@operator
def break_opening(bench: Bench):
    for page in advice(bench):
        text, opening = bench.read(page.path), "{{ opening() }}"
        moved = swapped(text, opening, "").rstrip() + f"\n\n{opening}\n"
        yield f"{page.path} removed", page.path, swapped(text, opening, ""), MISSING, page.path, (page.url,)
        yield (f"{page.path} in a comment", page.path, swapped(text, opening, f"<!-- {opening} -->"), MISSING, page.path,
               (page.url,))
        yield (f"{page.path} hidden", page.path, swapped(text, opening, f"<div hidden>\n{opening}\n</div>"), IN_SIGHT, page.path,
               (page.url,))
        yield (f"{page.path} folded", page.path, swapped(text, opening, f"<details>\n{opening}\n</details>"), IN_SIGHT, page.path,
               (page.url,))
        if re.search(r"(?m)^1\. ", text):
            yield f"{page.path} last", page.path, moved, BEFORE, page.path, (page.url,)


@operator
def let_the_opening_wait(bench: Bench):
    """The opening behind the summary: the short lines are no longer what a reader meets first."""
    for page in advice(bench):
        text, opening = bench.read(page.path), "{{ opening() }}\n\n"
        below = re.search(r"(?m)^## .*\n\n", text)
        moved = swapped(text, opening, "").replace(below[0], below[0] + opening, 1)
        yield page.path, page.path, moved, ("advice-pages-have-their-parts",), page.path, (page.url,)
