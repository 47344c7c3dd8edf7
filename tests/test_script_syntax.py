"""What is wrong with a script is seen before a browser drops it, and what is right is left alone."""

import pytest

from guide import ROOT
from press.script_syntax import fault

RIGHT = ["const a = b / c / d;", "const r = /[/]\\/(/g.test(x);", "x = `a ${b ? `c ${d}` : {}.e} f`;",
         "if (a) /b/.test(c);", "for (const a of b) c();",
         "let a, b;\nconst {c, d: [e]} = f;",
         "a = b\nc = d", "x = (a, b) => ({ c });",
         "class A { #b = 1; get c() { return this.#b; } }", "x = a ?? b?.c?.[0] ?? (d ||= e);", "f(...a, ...b);",
         "// it's\n/* ( */ a();", "return;", "x = 1_000 ** 2;",

         "do a(); while (b)", "label: for (;;) break label;", "x = async () => await a;",
         "import a, { b as c } from './d.js';", "const f = async function* () { yield 1; };", "x = y++ + ++z;"]
WRONG = ["const a == b;", "const a b = 1;", "x = ;", "f(a;", "f(a));", "x = [1, 2;", "x = 'a;", "x = `a ${b;",
         "x = `a", "if (a {", "a => ;", "x = a &&;", "let x y;", "f(;)", "x = 5 6;"]


@pytest.mark.parametrize("code", RIGHT)
def test_what_is_right_is_left_alone(code):
    assert fault(code) is None


@pytest.mark.parametrize("code", WRONG)
def test_what_is_wrong_is_named_with_its_place(code):
    at, says = fault(code)
    assert 0 <= at <= len(code) and "'" in says


def test_no_bracket_or_quote_of_our_scripts_can_be_lost_unseen():
    for path in sorted((ROOT / "docs/assets").glob("*.js")):
        code = path.read_text(encoding="utf-8")
        assert fault(code) is None
        assert fault(code + "}") and fault(code + "\n(") and fault(code + "\n'a"), path.name
