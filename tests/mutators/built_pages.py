"""What a reader is given, whoever built it: notes, lists and ways to help in the finished pages."""

import re

from mutants import BUILT, Bench
from mutators.common import HIDDEN, IN_SIGHT, MISSING, element_of, in_turn, operator, swapped
from press.notes import box_title

FOLDED = ["details", "dialog", "template", "noscript", "pre", "code", "textarea", "select", "svg><foreignObject", "object", "del",
          "s", "blockquote", "figure", "iframe", "canvas"]


@operator
def tamper_with_built_note(bench: Bench):
    turn = 0
    for url in bench.cover:
        page = bench.site.pages[url]
        shown = bench.built.page_at(url)
        for note in bench.site.notes_required(page.topics):
            for form in ("text", "short"):
                start, end = element_of(shown.html, note.id, form)
                before, element, after = shown.html[:start], shown.html[start:end], shown.html[end:]
                tag = re.match(r"<(\w+)", element)[1]
                slips: dict[str, tuple[str, tuple[str, ...]]] = {
                    "removed": ("", MISSING), "in a comment": (f"<!--{element}-->", MISSING),
                    "words cut": (re.sub(r"(?s)(.*)\b\w+(\W*</(?:p|a)>)", r"\1\2", element), MISSING),
                    "raw": ('{{ note("' + note.id + '") }}', MISSING),
                    "renamed": (element.replace("data-note", "data-nte", 1), MISSING)}
                slips |= {attribute: (element.replace(f"<{tag}", f"<{tag} {attribute}", 1), IN_SIGHT) for attribute in HIDDEN
                          if not attribute.startswith("class")}
                slips |= {f"inside {attribute}": (re.sub(r"<(p|a)\b(?! class=\"label\")", rf"<\1 {attribute}", element, count=1),
                                                  IN_SIGHT) for attribute in HIDDEN if "class" not in attribute}
                slips |= {f"<{folded}>": (f"<{folded}>{element}</{folded.split('>')[0]}>", (*IN_SIGHT, *MISSING))
                          for folded in FOLDED}
                turn += 1
                for how in in_turn(slips, turn, 3):
                    again, rules = slips[how]
                    yield (f"{url}#{note.id} {form} {how}", f"{BUILT}{shown.file}", before + again + after, rules,
                           page.path, (url,))
                out = (before + after.replace("</article>", f"</article>{element}", 1) if "<article" not in after
                       else before + after.replace("</main>", f"{element}</main>", 1))
                yield f"{url}#{note.id} {form} outside the article", f"{BUILT}{shown.file}", out, MISSING, page.path, (url,)


@operator
def hide_article(bench: Bench):
    for url in bench.cover:
        page, shown = bench.site.pages[url], bench.built.page_at(url)
        for attribute in HIDDEN[:6]:
            for tag in ("article", "main", "body", "html"):
                yield (f"{url} <{tag} {attribute}>", f"{BUILT}{shown.file}",
                       swapped(shown.html, f"<{tag}", f"<{tag} {attribute}"), IN_SIGHT, page.path, (url,))
        for folded in ("details", "dialog", "template"):
            html = swapped(shown.html, "<article", f"<{folded}><article")
            yield (f"{url} in <{folded}>", f"{BUILT}{shown.file}", html[:html.rindex("</article>") + 10] + f"</{folded}>"
                   + html[html.rindex("</article>") + 10:], (*IN_SIGHT, *MISSING), page.path, (url,))


WRAPPERS = ["s", "del", "strike", "small", "blockquote", "datalist", "marquee", "fieldset disabled", "button",
            "div contenteditable", 'div dir="rtl"', 'div lang="la"', 'div translate="no"', 'div role="presentation"',
            'div role="img"',
            'div role="alertdialog"', "ruby", "map", "picture", "progress", "meter", "figure", "menu", "center", 'font size="1"',
            "nobr", "search", "hgroup", "slot", "dl", "aside", "footer", "x-fold", "summary", "math"]
HUNG = ['role="presentation"', 'role="none"', 'role="img"', "contenteditable", 'width="1"', 'dir="rtl"', 'lang="la"',
        'translate="no"', 'title="Not important"', "draggable", 'popover="manual"', 'style="zoom:.1"',
        'aria-hidden="false"', "nonce"]


@operator
def wrap_the_article(bench: Bench):
    """What a template may put around the whole text, or hang on what stands there."""
    for url in bench.cover[:2]:
        page, shown = bench.site.pages[url], bench.built.page_at(url)
        start, end = shown.html.index("<article"), shown.html.rindex("</article>") + len("</article>")
        for wrapper in WRAPPERS:
            html = f"{shown.html[:start]}<{wrapper}>{shown.html[start:end]}</{wrapper.split()[0]}>{shown.html[end:]}"
            yield f"{url} in <{wrapper}>", f"{BUILT}{shown.file}", html, (*IN_SIGHT, *MISSING), page.path, (url,)
        for attribute in HUNG:
            for tag in ("article", "main", '<div class="columns"'.strip("<")):
                yield (f"{url} <{tag} {attribute}>", f"{BUILT}{shown.file}",
                       swapped(shown.html, f"<{tag}", f"<{tag} {attribute}" if " " not in tag else f"<div {attribute}{tag[3:]}"),
                       IN_SIGHT, page.path, (url,))


@operator
def put_something_above_the_notes(bench: Bench):
    """Instructions in every form, between the top of the page and its first notes."""
    says = ["<p>Put the pack on and set a timer.</p>", "<ul><li>Put the pack on.</li></ul>", "<ol><li>Wrap it.</li></ol>",
            "<h2>Do it now</h2>", "<div>Ice it.</div>", "<table><tr><td>Ice it.</td></tr></table>", "Ice it.",
            "<blockquote>Ice it.</blockquote>",
            "<details open><summary>Quick start</summary>Ice it.</details>", "<dl><dt>How</dt><dd>Ice it.</dd></dl>",
            "<p class=\"point\">Ice it.</p>", "<div class=\"notes\"><p class=\"title\">Ice it now</p></div>",
            "<aside>Ice it.</aside>", "<p>The benefits first: it may ease pain.</p>"]
    for turn, url in enumerate(bench.cover):
        page, shown = bench.site.pages[url], bench.built.page_at(url)
        for place in ('<p class="point">', "<h1>", '<div class="notes before">', '<article class="content">', '<main id="main"',
                      "<header", f'<p class="title">{box_title(page)}</p>'):
            for said in says[turn % 3::3]:
                yield (f"{url} {said} above {place}", f"{BUILT}{shown.file}", swapped(shown.html, place, f"{said}{place}"),
                       ("notes-are-met-first", "headings-in-order"), page.path, (url,))
        title = re.search(r"<h1>[^<]*", shown.html)[0]
        yield (f"{url} in its title", f"{BUILT}{shown.file}", swapped(shown.html, title, f"{title}: put ice on it now"),
               ("notes-are-met-first",), page.path, (url,))
        yield (f"{url} over its notes", f"{BUILT}{shown.file}",
               swapped(shown.html, f">{box_title(page)}<", ">For a few people only<"), ("notes-are-met-first",),
               page.path, (url,))


@operator
def turn_the_notes_round(bench: Bench):
    for url in bench.cover:
        page, shown = bench.site.pages[url], bench.built.page_at(url)
        boxes = re.findall(r'(?s)<div class="note [a-z-]+" role="note">.*?</ul>\s*</div>', shown.html)
        if len(boxes) > 1:
            whole = shown.html.replace(boxes[0], "\0", 1).replace(boxes[-1], boxes[0], 1).replace("\0", boxes[-1], 1)
            yield url, f"{BUILT}{shown.file}", whole, ("notes-are-met-first",), page.path, (url,)


@operator
def take_help_away(bench: Bench):
    for url in bench.cover[:3]:
        shown = bench.built.page_at(url)
        for way in ("safety/stop/", "safety/first-aid/"):
            link = re.search(rf'<li><a href="[^"]*{way}">[^<]*</a></li>', shown.html)[0]
            for how, again in (("removed", ""), ("elsewhere", link.replace(way, "about/")),
                               ("hidden", link.replace("<li", "<li hidden")), ("folded", f"<details>{link}</details>"),
                               ("without words", re.sub(r">[^<]+</a>", ">Info</a>", link))):
                yield (f"{url} {way} {how}", f"{BUILT}{shown.file}", shown.html.replace(link, again, 1),
                       ("help-is-one-tap-away",), "overrides/partials/header.html", (url,))


@operator
def tamper_with_built_lists(bench: Bench):
    """The safety lists and the check before ice, as any builder may have made them."""
    places = {"safety/": ("docs/_data/contraindications.yml", '<article class="entry do-not"', ("safety-lists-are-whole",)),
              "safety/signs/": ("docs/_data/red_flags.yml", '<article class="entry emergency-now"', ("safety-lists-are-whole",)),
              "safety/check/": ("docs/safety/check.md", '<div class="group do-not"', ("the-check-is-one-static-list",))}
    for url, (where, start, rules) in places.items():
        shown = bench.built.page_at(url)
        tag, grave = start.split()[0], start.rsplit(" ", 1)[1].strip('"')
        slips = ({attribute: start.replace(tag, f"{tag} {attribute}") for attribute in HIDDEN[:6]}
                 | {"another kind": start.replace(grave, "take-care"), "no kind": start.replace(grave, "")})
        for how, again in slips.items():
            if "-9999" not in how:
                yield f"{url} {how}", f"{BUILT}{shown.file}", swapped(shown.html, start, again), rules, where, (url,)


@operator
def change_a_built_dose(bench: Bench):
    for url in bench.cover:
        page, shown = bench.site.pages[url], bench.built.page_at(url)
        for number, match in enumerate(re.finditer(r'<span data-dose="[^"]+">(\d+) ([a-z]+)', shown.html)):
            if number % 3 == 0:
                for how, again in (("a nought more", f"{match[1]}0 {match[2]}"),
                                   ("another unit", f"{match[1]} {'days' if match[2] != 'days' else 'weeks'}")):
                    yield (f"{url} {number} {match[1]} {match[2]} {how}", f"{BUILT}{shown.file}", shown.html[:match.start(1)]
                           + again + shown.html[match.end():], ("doses-are-printed-as-they-are",), page.path, (url,))
