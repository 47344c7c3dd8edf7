"""What is wrong with a script is seen before a browser drops it, or before it reaches a note; what is right is left alone."""

import pytest

from guide import ROOT
from press.script_names import unknown
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


def test_all_that_a_browser_gives_is_known_and_nothing_else():
    given = """window document globalThis self location navigator history fetch setTimeout clearTimeout setInterval clearInterval
        queueMicrotask requestAnimationFrame cancelAnimationFrame requestIdleCallback localStorage sessionStorage indexedDB caches crypto
        performance console true false null undefined this super arguments addEventListener removeEventListener dispatchEvent
        decodeURIComponent encodeURIComponent decodeURI encodeURI escape unescape atob btoa structuredClone matchMedia getComputedStyle
        getSelection isNaN parseInt parseFloat isFinite skipWaiting clients registration screen origin innerWidth innerHeight scrollX
        scrollY scrollTo scrollBy print alert confirm prompt event constructor reportError postMessage importScripts eval debugger with
        meta target return typeof instanceof in of new delete void throw case do else yield await async static get set default export
        import from as let const var function class extends if while for try finally catch switch break continue""".split()
    assert [name for name in given if unknown(name)] == []
    assert unknown("serch();") == ((0, "serch"),) and unknown("a(b);\nc;") == ((0, "a"), (2, "b"), (6, "c"))
    assert unknown("URL; a.b; a?.c; const d = 1; function e() {} class f {} let g; var h; ({ i: 1, j() {} }); k => 1; get l; a") == ()


@pytest.mark.parametrize(("code", "at"), [
    ("const a == b;", 8), ("f(a;\n{", 5), ("x = 5 6;", 6), ("a\n);", 2), ("x = [1, 2;", 4), ("let x y;", 6),
    ("x = (]", 5), ("\\", 0), ("x = a.;", 6), ("x(; a", 2)])
def test_what_is_wrong_is_named_where_it_stands(code, at):
    assert fault(code)[0] == at


# What a script of a page of advice may not say, one a line, and what it may.
REACHING = """a.style.x; | a.inert = b; | a.popover; | a.animate(b); | a.constructor; | a.setAttribute("class", b); | a.toggleAttribute(b);
    a.scrollIntoView(); | a.scroll(); | f({ style }); | a.cssText; | a.styleSheets; | a.adoptedStyleSheets; | a.attributeStyleMap;
    new CSSStyleSheet(); | a.insertRule(b); | a.deleteRule(b); | a.setProperty(b); | a.innerHTML = b; | a.outerHTML = b; | a.innerText = b;
    a.insertAdjacentHTML(b); | a.attachShadow(b); | new DOMParser(); | new XSLTProcessor(); | a.parentElement; | a.parentNode;
    a.offsetParent; | a.getRootNode(); | a.ownerDocument; | a.previousSibling; | a.nextElementSibling; | a.baseURI; | a.composedPath();
    a.relatedTarget; | a.currentTarget; | a.srcElement; | a.elementFromPoint(1); | a.getElementsByTagName(b); | a.createTreeWalker(b);
    a.createNodeIterator(b); | new Range(); | getSelection(); | new MutationObserver(b); | new ResizeObserver(b);
    new IntersectionObserver(b); | customElements.define(b); | eval(b); | new Function(b); | frames[0]; | opener.a; | a.showPopover();
    scrollTo(0, 1); | scrollBy(0, 1); | a.scrollRestoration; | top.a; | parent.a; | scroll(0, 1); | a.target.b(); | a.activeElement.b();
    a["style"]; | a['innerX']; | a[`outerX`]; | a["parentX"]; | a["documentX"]; | f("style"); | f('link'); | f(`script`); | f("iframe");
    f("base"); | f("meta"); | location = b; | location.hash = b; | location.href = b; | location.search = b; | location.pathname = b;
    location.replace(b); | location.reload(); | location.assign(b); | a.serviceWorker; | document.body; | window.a; | globalThis.a;
    self.a; | document.write(b); | document[b]; | document.querySelector(b); | a.closest(b); | document.querySelector("h1");
    document.getElementById("main"); | document.querySelectorAll(`li`);"""
HARMLESS = """a.setAttribute("aria-label", b); | a.styles; | a.target.closest("[data-x]"); | a.target.value; | a.activeElement.value;
    location.hash === b; | location.assign(a.href); | a.top; | f({ top: 1 }); | parent = b; | document.createElement("li");
    document.addEventListener("a", b); | document.activeElement; | document.documentElement.dataset.a; | document.execCommand("copy");
    window.HTMLDialogElement; | self.caches; | document.querySelector("[data-nothing]"); | a.closest("header-x");
    document.getElementById("nothing"); | // document.body | /* a.innerHTML */ | scrollX; | stop(); | a.frame;"""

# What a script may not ask of an older phone, and what it may.
YOUNG = """a.at(-1); | [1, 2].findLast(b); | a.findLastIndex(b); | a.toSorted(); | a.toReversed(); | a.toSpliced(1); | Object.hasOwn(a, b);
    Object.groupBy(a, b); | structuredClone(a); | a.toWellFormed(); | URL.canParse(a); | Promise.withResolvers(); | AbortSignal.timeout(1);
    window.requestIdleCallback(b); | /(?<=a)b/.test(c); | /(?<!a)b/.test(c);"""
KNOWN_LONG = """a.atob(b); | this.at(1); | a.at?.(-1) ?? b; | a.toWellFormed?.(); | AbortSignal.timeout?.(1); | /(?<year>a)b/.test(c);
    a.flat(); | a.replaceAll("b", "c"); | a.find(b); | at(1); | a.at = b; | a.sort();"""


@pytest.mark.parametrize(("rule", "bad", "good"), [
    pytest.param(rule, *says, marks=pytest.mark.breaks(rule)) for rule, *says in (
        ("scripts-leave-notes-alone", REACHING, HARMLESS), ("scripts-hold-in-older-browsers", YOUNG, KNOWN_LONG))])
def test_all_that_a_script_may_not_do_is_named_and_nothing_else(small, rule, bad, good):
    wrong, right = ([one.strip() for line in code.split("\n") for one in line.split("|")] for code in (bad, good))
    told = small.write("site/assets/start.js", "\n".join((*wrong, *right))).told(rule).text
    assert [code for n, code in enumerate((*wrong, *right), 1)
            if (f"docs/assets/start.js:{n}: " in told) != (n <= len(wrong))] == []
