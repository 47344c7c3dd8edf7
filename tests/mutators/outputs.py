"""What is made beside the pages."""

import re

from mutants import BUILT, Bench
from mutators.common import element_of, operator


@operator
def thin_out_the_one_file(bench: Bench):
    file = f"{BUILT}guide.html"
    html = bench.read(file)
    for url in bench.cover:
        page = bench.site.pages[url]
        section = re.search(rf'(?s)<section[^>]*id="{url.strip("/").replace("/", "-")}".*?</section>', html)[0]
        for note in bench.site.notes_required(page.topics):
            start, end = element_of(section, note.id, "text")
            for how, again in (("removed", ""), ("hidden in a comment", f"<!--{section[start:end]}-->"),
                               ("in a template", f"<template>{section[start:end]}</template>")):
                yield (f"{url} {note.id} {how}", file, html.replace(section, section[:start] + again + section[end:], 1),
                       ("outputs-carry-their-notes",), page.path, (url,))


@operator
def say_in_a_file_what_nobody_can_know(bench: Bench):
    page = bench.site.pages["how-to/cold-pack/"]
    for name in ("share.txt", "share.html"):
        file = f"{BUILT}{page.url}{name}"
        text = bench.read(file)
        for says in ("You are safe.", "You are cleared to use ice.", "Ice is safe for you.", "Your risk is low."):
            again = text.rstrip() + f"\n\n{says}\n" if name.endswith(".txt") else text.replace("</td>", f"<br>{says}</td>", 1)
            yield f"{name} {says}", file, again, ("nobody-is-called-safe",), page.path


@operator
def hide_in_the_one_file(bench: Bench):
    file, look, rules = f"{BUILT}guide.html", "overrides/outputs/guide.html", ("the-one-file-shows-its-notes",)
    html = bench.read(file)
    for added in ("<style>.notes{display:none}</style>", "<script>document.body.hidden=true</script>",
                  '<link rel="stylesheet" href="x.css">'):
        yield added, file, html.replace("</head>", f"{added}</head>", 1), rules, look
    for old, new in (("<style>", "<style>.note{opacity:0}"), ('<section class="whole"', '<section hidden class="whole"'),
                     ('<section class="whole"', '<details class="whole"'), ("<main", "<main inert"), ("<body", "<body hidden"),
                     ('<div class="reading">', '<dialog class="reading">'),
                     ('<div class="notes">', '<div class="notes" style="display:none">'), ('<div class="notes">', "<div>"),
                     ('<div class="reading">', '<s><div class="reading">')):
        yield f"{new} for {old}", file, html.replace(old, new, 1), rules, look


@operator
def hide_in_emails(bench: Bench):
    for url in bench.cover[:3]:
        page, notes = bench.site.pages[url], ("emails-show-their-notes", "outputs-carry-their-notes")
        for name in ("share.txt", "share.html"):
            file, look = f"{BUILT}{url}{name}", f"overrides/outputs/email.{name.rpartition('.')[2]}"
            text = bench.read(file)
            address = f"{bench.site.settings.site_url}{url}"
            for how, again in (("another title", text.replace("Before you start:", "For a few people only:", 1)),
                               ("the address first", text.replace(page.title, f"{page.title} {address}", 1)),
                               ("words among them", text.replace("Before you start:", "Before you start: (old)", 1)),
                               ("the point last", f"{text}\n{text.split(chr(10))[2]}" if name.endswith("txt")
                                else text.replace("Before you start:", "", 1))):
                if again != text and how != "the point last":
                    yield f"{url}{name} {how}", file, again, notes, look, (url,)
        file = f"{BUILT}{url}share.html"
        text = bench.read(file)
        for style in ("font-size:1px", "font-size:9px", "color:#ffffff", "color:#eeeeee", "color:#fff", "color:white",
                      "font-size:0.1em", "background:#26211b", "background-color:#26211b", "font:1px Arial", "line-height:0"):
            yield (f"{url}share.html {style}", file, text.replace("<li>", f'<li style="{style}">', 1),
                   ("emails-can-be-read", "emails-look-alike-everywhere"), "overrides/outputs/email.html", (url,))
