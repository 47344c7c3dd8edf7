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
            for how, again in (("removed", ""), ("hidden in a comment", f"<!--{section[start:end]}-->"), ("in a template", f"<template>{section[start:end]}</template>")):
                yield f"{url} {note.id} {how}", file, html.replace(section, section[:start] + again + section[end:], 1), ("outputs-carry-their-notes",), page.path, (url,)


@operator
def say_in_a_file_what_nobody_can_know(bench: Bench):
    page = bench.site.pages["how-to/cold-pack/"]
    for name in ("share.txt", "share.html"):
        file = f"{BUILT}{page.url}{name}"
        text = bench.read(file)
        for says in ("You are safe.", "You are cleared to use ice.", "Ice is safe for you.", "Your risk is low."):
            again = text.rstrip() + f"\n\n{says}\n" if name.endswith(".txt") else text.replace("</td>", f"<br>{says}</td>", 1)
            yield f"{name} {says}", file, again, ("nobody-is-called-safe",), page.path
