"""The templates around notes and lists: what they leave out, hide or fold."""

from mutants import Bench
from mutators.common import IN_SIGHT, MISSING, operator, swapped


@operator
def break_look(bench: Bench):
    note, opening, short, shapes = (f"overrides/snippets/{name}.html" for name in ("note", "opening", "_by_severity", "_shapes"))
    slips = [
        (note, "{{ note.text_html }}", "", MISSING), (note, "{{ note.text_html }}", "{{ note.short }}", MISSING),
        (note, "{{ note.text_html }}", "<!-- {{ note.text_html }} -->", MISSING),
        (note, "{{ note.text_html }}", "<details>{{ note.text_html }}</details>", IN_SIGHT),
        (note, "{{ note.text_html }}", "<div hidden>{{ note.text_html }}</div>", IN_SIGHT),
        (note, "{{ note.text_html }}", "{{ note.text_html|upper }}", MISSING),
        (note, "{{ note.text_html }}", "{{ note.text_html|truncate(60) }}", MISSING),
        (note, 'data-note="{{ note.id }}"', "", MISSING), (note, 'data-form="text"', 'data-form="words"', MISSING),
        (note, '<div class="notes">', "<div>", IN_SIGHT),
        (note, 'class="note {{ note.severity }}"', 'class="tip"', (*IN_SIGHT, *MISSING)),
        (note, 'role="note"', 'role="presentation"', IN_SIGHT), (note, 'role="note"', "hidden", IN_SIGHT),
        (note, 'role="note"', 'aria-hidden="true"', IN_SIGHT), (note, "<b>{{ word(note.severity) }}</b>", "", MISSING),
        (note, "<b>{{ word(note.severity) }}</b>", "<b>Note</b>", MISSING),
        (note, "{{ sign(note.severity) }}", "", MISSING),
        (note, "{% for note in notes %}", "{% for note in notes[:1] %}", MISSING),
        (note, '<div class="notes">', '<dialog class="notes">', IN_SIGHT),
        (note, '<div class="notes">', '<div class="notes" style="opacity:0">', IN_SIGHT),
        (note, '<div class="notes">', '<template><div class="notes">', (*MISSING, *IN_SIGHT)),
        (opening, "{{ note.short_html }}", "", MISSING), (opening, "{{ note.short_html }}", "{{ note.title }}", MISSING),
        (opening, 'data-note="{{ note.id }}"', "", MISSING),
        (short, "<b>{{ word(severity) }}</b>", "", MISSING), (short, "<b>{{ word(severity) }}</b>", "<b>Tip</b>", MISSING),
        (short, "for severity in severity_words", 'for severity in ("get-help",)', MISSING),
        (short, "for severity in severity_words", 'for severity in ("do-not", "ask-first", "take-care")', MISSING),
        (opening, '<div class="notes before">', '<div class="before">', IN_SIGHT),
        (opening, '<div class="notes before">', '<details class="notes before">', (*IN_SIGHT, *MISSING)),
        (opening, "{% if notes %}", "{% if false %}", MISSING),
        (opening, '<li data-note="{{ note.id }}"', '<li hidden data-note="{{ note.id }}"', IN_SIGHT),
        (opening, '<a href="#note-{{ note.id }}">', '<a aria-label="More" href="#note-{{ note.id }}">', IN_SIGHT),
        (opening, "{{ note.short_html }}", "<!--{{ note.short_html }}-->", MISSING),
        (short, '<div class="note {{ severity }}" role="note">', "<div>", (*IN_SIGHT, *MISSING)),
        (short, "{{ sign(severity) }}", "", MISSING), (shapes, "{{ severity_words[severity] }}", "Note", MISSING),
        (shapes, "{{ severity_words[severity] }}", "", MISSING),
    ]
    for number, (file, old, new, rules) in enumerate(slips):
        for url in bench.cover[:2]:
            page = bench.site.pages[url]
            yield (f"{number} {new[:30] or 'nothing'} for {old[:30]} on {page.path}", file, swapped(bench.read(file), old, new),
                   rules, page.path, (url,))


@operator
def break_look_of_safety_lists(bench: Bench):
    lists, ticks = ("safety-lists-are-whole",), ("the-check-is-one-static-list",)
    against, signs, check = (f"overrides/snippets/{name}.html" for name in ("contraindications", "warning_signs", "checklist"))
    data = {against: "docs/_data/contraindications.yml", signs: "docs/_data/red_flags.yml", check: "docs/safety/check.md"}
    page = {against: "safety/", signs: "safety/signs/", check: "safety/check/"}
    slips = [
        (against, "{{ entry.why_html }}", ""), (against, "{{ entry.what_to_do_html }}", ""),
        (against, "{{ sources(entry.references, entry.basis) }}", ""),
        (against, 'id="{{ entry.id }}"', ""), (against, "{{ entry.plain_name }}", "{{ entry.name }}"),
        (against, 'data-contraindication="{{ entry.id }}"', ""),
        (signs, "{{ entry.signs_html }}", ""), (signs, "{{ entry.what_to_do_html }}", ""),
        (signs, "{{ entry.may_mean_html }}", ""), (signs, 'id="{{ entry.id }}"', ""),
        (signs, "{{ sources(entry.references, entry.basis) }}", ""),
        (check, "{{ entry.plain_name }}</span>", "{{ entry.name }}</span>"), (check, ' autocomplete="off"', ""),
        (check, '<input type="checkbox"', '<input type="checkbox" name="{{ entry.id }}"'),
        (check, '<input type="checkbox"', '<input type="checkbox" id="t-{{ entry.id }}"'),
        (check, '<input type="checkbox"', '<input type="checkbox" checked'),
        (check, '<input type="checkbox"', '<input type="radio"'), (check, "Do not use ice yet.", "Take care."),
        (check, 'method="dialog"', 'method="dialog" action="/"'), (check, 'off">\n', 'off"><output></output>\n'),
        (check, 'off">\n', 'off"><p role="status"></p>\n'),
        (check, "{% for severity, entries in groups if entries %}", "{% for severity, entries in groups[:1] %}"),
        (check, 'off">\n', 'off"><progress max="9"></progress>\n'), (check, 'off">\n', 'off"><button>Send</button>\n'),
    ]
    for number, (file, old, new) in enumerate(slips):
        yield (f"{number} {new[:40] or 'nothing'} for {old[:30]}", file, swapped(bench.read(file), old, new),
               ticks if file == check else lists, data[file], (page[file],))


@operator
def break_what_doses_print(bench: Bench):
    page, file = bench.site.pages["how-to/cold-pack/"], "overrides/snippets/dose.html"
    for again in ("{{ text }}0", "about {{ text }}", "{{ text|replace('1', '4') }}", "{{ text|upper }}", ""):
        yield (again or "nothing", file, swapped(bench.read(file), "{{ text }}", again), ("doses-are-printed-as-they-are",),
               page.path, (page.url,))


@operator
def put_what_to_do_above_the_notes(bench: Bench):
    file = "overrides/snippets/opening.html"
    text = bench.read(file)
    actions = text[text.index("{% if actions_html %}"):]
    for url in bench.cover:
        page = bench.site.pages[url]
        yield (page.path, file, text.replace(actions, "").replace("{% if notes %}", f"{actions.strip()}\n{{% if notes %}}", 1),
               ("notes-come-before-the-steps",), page.path, (url,))
