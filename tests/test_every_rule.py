"""Every rule, and every other problem that the press can name, is broken by some test, and then names the file, the line,
the words and the fix.

Most are broken in a table: SLIPS here, in test_evidence.py and in test_bad_content.py. Tests that need more are marked
`breaks("the-rule")`, and are held to it by a fixture in conftest.py. A new rule that nobody breaks fails the last test below.
"""

import ast
import re
from pathlib import Path

import pytest

import test_addresses
import test_bad_content
import test_evidence
import test_links
import test_messages
import test_paper
import test_search
from guide import HEARD, MESSAGE, ROOT, heard
from press.__main__ import published_elsewhere
from press.desk import Desk
from press.reading import read
from press.rules import REGISTER
from together import Slip

PACK, BUILT = "docs/how-to/cold-pack.md", "site/how-to/cold-pack"
STEP = "1. Wrap the cold pack in a cloth."
SCRIPTS = ROOT / "scripts/press"

# What is done to the guide: (what, file, old words, new words, the rule that speaks, where, words of its message).
# A file of site/ is changed in the built folder. No old words: the file is written anew. No new words: it is taken away.
SLIPS = [
    ("a sign in a heading, told where it stands", PACK, "## Step by step {#steps}", "## Step {#steps} by step", "nothing-unfilled",
     f"{PACK}:20", "'{#' is shown"),
    ("two tables in one part", PACK, STEP,
     f"{STEP}\n\n| What | How |\n|---|---|\n| Pack | Wrapped |\n\nAnd:\n\n| Who | When |\n|---|---|\n| Ann | Now |\n",
     "tables-say-what-they-hold", f"{PACK}:30", "'Who When"),
    ("a column that says nothing", PACK, STEP, f"{STEP}\n\n| | How |\n|---|---|\n| Pack | Wrapped |\n",
     "tables-say-what-they-hold", f"{PACK}:24", "'How Pack"),
    ("a row with a cell too many", PACK, STEP, f"{STEP}\n\n| What | How |\n|---|---|\n| Pack | Wet | Warm |\n",
     "tables-say-what-they-hold", f"{PACK}:26", "has 3 cells, and its table has 2 columns"),
    ("two changes in a header", PACK, "kind: advice", "<<<<<<< HEAD\nkind: advice\n=======\nkind: advice\n>>>>>>> x", "strict-yaml",
     f"{PACK}:", "two changes that were not brought together"),
    ("a column that is aligned", PACK, STEP, f"{STEP}\n\n| What | How |\n|:--|---|\n| Pack | Wrapped |\n",
     "tables-say-what-they-hold", f"{PACK}:24", "'What How"),
    ("a page that was not built", f"{BUILT}/index.html", "", "", "every-page-is-built", f"{PACK}:1", "'/how-to/cold-pack/'"),
    ("a description of three words", PACK, "A page of the small guide that the tests use and then break, one thing at a time.",
     "A short page.", "descriptions-fit", f"{PACK}:3", "50 to 200"),
    ("a title too long for a preview", PACK, "title: Using a cold pack", f"title: {'Using a cold pack ' * 5}", "descriptions-fit",
     f"{PACK}:2", "70 or fewer"),
    ("pages that are hard together", PACK, STEP,
     "1. " + "Considerable multidisciplinary individualisation necessitates consideration.\n" * 40,
     "words-are-plain-on-the-whole", "docs", "mean grade"),
    ("a style in a page's frame", "overrides/base.html", "</head>", "<style>p{color:red}</style>\n</head>", "the-look-is-ours",
     "overrides/base.html:", "'p{color:red}'"),
    ("a second stylesheet", "overrides/base.html", "</head>", '<link rel="stylesheet" href="{{ root }}assets/more.css">\n</head>',
     "the-look-is-ours", "overrides/base.html:", "more.css"),
    ("a script in a page's frame", "overrides/partials/footer.html", "<footer", "<script>go()</script><footer",
     "the-look-is-ours", "overrides/partials/footer.html:", "'go()'"),
    ("a handler in a page's frame", "overrides/partials/footer.html", "<footer", '<footer onclick="go()"', "the-look-is-ours",
     "overrides/partials/footer.html:", "'onclick'"),
    ("an author's file among the pages", "site/_data/claims.yml", "", "- id: a", "sources-stay-unpublished", "_data/claims.yml",
     "exclude_docs"),
    ("a file that no module makes", "site/how-to/leaf.bin", "", "x", "every-kind-of-file-speaks-of-notes", "how-to/leaf.bin",
     "'how-to/leaf.bin'"),
    ("a page that the site map forgets", "site/sitemap.xml", "how-to/cold-pack/", "how-to/cold-pick/", "the-site-map-is-whole",
     "", "cold-p"),
    ("a test of the audit that is not there", "docs/_data/audit.yml", "check: says_its_point", "check: says_its_pont",
     "the-self-audit-is-computed", "docs/_data/audit.yml:", "'says_its_point'"),
    ("a title for machines alone", f"{BUILT}/index.html", '"name":"Using a cold pack"', '"name":"Free of pain"',
     "structured-data-is-what-readers-see", f"{PACK}:1", "'Free of pain'"),
    ("an address for machines alone", f"{BUILT}/index.html", '"url":"https://small.example/guide/how-to/',
     '"url":"https://other.example/', "structured-data-is-what-readers-see", f"{PACK}:1", "'https://other.example/cold-pack/'"),
    ("a caution that machines do not get", f"{BUILT}/index.html", '"contraindication":[', '"contraindication":["Never.",',
     "structured-data-is-what-readers-see", f"{PACK}:1", "'Never.'"),
    ("a source that the text does not have", f"{BUILT}/index.html", "#ref-smith-2010\"}", '#ref-smith-2019"}',
     "structured-data-is-what-readers-see", f"{PACK}:1", "smith-2019"),
    ("a star for machines", f"{BUILT}/index.html", '"dateModified"', '"aggregateRating":5,"dateModified"',
     "structured-data-is-what-readers-see", f"{PACK}:1", "'aggregateRating'"),
    ("an address on paper that the link does not have", "site/index.html", 'data-at="', 'data-at="not/',
     "printed-addresses-are-those-of-links", "docs/index.md:15", "'not/how-to/cold-pack/#steps'"),
    ("a quotation mark of another kind", PACK, STEP, "1. Say “stop” when it hurts.", "quotation-marks-are-straight",
     f"{PACK}:22", "'“'"),
    ("a hard word without its meaning", PACK, 'look for {{ term("frostbite") }}', "look for frostbite",
     "hard-words-are-explained", f"{PACK}:23", "'frostbite'"),
    ("a page that hides who pays", f"{BUILT}/index.html", "sells nothing", "sells little", "pages-say-who-stands-behind-them",
     "overrides/partials/page-facts.html", "its money"),
    ("a page that hides its review", f"{BUILT}/index.html", "No clinician has reviewed", "A clinician has reviewed",
     "pages-say-who-stands-behind-them", "overrides/partials/page-facts.html", "its review"),
    ("a condition beside a call to action", PACK, STEP, "1. Is your knee sore? Book a visit.", "conditions-do-not-advertise",
     f"{PACK}:22", "'sore'"),
    ("a number of another country in an email", f"{BUILT}/share.txt", "\n\n", "\n\nCall 999 at once.\n\n",
     "numbers-in-messages-name-their-country", f"{PACK}:11", "'Call 999'"),
    ("an effect that rests on no claim", PACK, "Ask your doctor.", "Ask your doctor. Ice eases pain.", "outcomes-rest-on-claims",
     f"{PACK}:33", "'ice eases pain.'"),
    ("a check that never falls due", PACK, "check_by: 2027-11-22", "check_by: 2999-11-22", "dates-are-in-order", f"{PACK}:9",
     "'2999-11-22'"),
    ("a claim for three years", "docs/_data/claims.yml", "check_by: 2028-11-22", "check_by: 2029-11-22", "dates-are-in-order",
     "docs/_data/claims.yml:14", "'2029-11-22'"),
    ("a number with its unit in the prose", PACK, STEP, "1. Leave it on for 10 minutes.", "numbers-come-from-data", f"{PACK}:22",
     "'10 minutes'"),
    *[(f"a number with its unit: {typed}", PACK, STEP, f"1. Leave it on for {typed}.", "numbers-come-from-data", f"{PACK}:22",
       f"'{found}'") for typed, found in (
        ("ten more minutes", "ten more minutes"), ("15 or so minutes", "15 or so minutes"),
        ("10 (ten) minutes", "10 (ten) minutes"), ("one week", "one week"),
        ("a full hour", "a full hour"), ("eighteen hours", "eighteen hours"), ("20 &deg;C", "20 °c"),
        ("**10**&nbsp;min", "10 min"), ("two thirds of it", "two thirds"))],
    *[(f"a number with a unit of another: {typed}", PACK, STEP, f'1. Stop by {{{{ number("pack-time", "limit") }}}}{typed}.',
       "numbers-come-from-data", f"{PACK}:22", f"'{unit}'")
      for typed, unit in ((" hours", "hours"), (" **hours**", "hours"), ("&nbsp;days", "days"))],
    ("a number in the point with a unit of another", PACK, "point: Using a cold pack is easy to read here.",
     'point: Stop by {{ number("pack-time", "limit") }} hours.', "numbers-come-from-data", f"{PACK}:6", "'hours'"),
    ("a script that hides the text", "docs/assets/start.js", "const link",
     "document.querySelector('main').hidden = true;\nconst link", "scripts-leave-notes-alone",
     "docs/assets/start.js:2", "'main'"),
    ("a worker that rewrites pages", "overrides/outputs/sw.js", "    return response;",
     "    return new Response(await response.text());", "workers-hand-over-what-came", "overrides/outputs/sw.js:",
     "'new Response('"),
    ("what to do above the notes, without its class", "overrides/snippets/opening.html", "{% if notes %}",
     "{% for action in actions_html %}<p>{{ action }}</p>{% endfor %}\n{% if notes %}", "notes-are-met-first", f"{PACK}:11",
     "'Read the page first.'"),
    ("the notes in the one file under another style", "overrides/outputs/guide.html", "<style>", "<style>.notes{display:none}",
     "the-one-file-shows-its-notes", "overrides/outputs/guide.html:1", "'<style>.notes"),
    ("the notes in the one file out of sight", "overrides/outputs/guide.html", "{{ page.text }}", "<div hidden>{{ page.text }}</div>",
     "the-one-file-shows-its-notes", "overrides/outputs/guide.html:1", "is out of sight in 'guide.html'"),
    ("a text that the one file lost", "overrides/outputs/guide.html", "{{ page.text }}", "", "the-one-file-shows-its-notes",
     "overrides/outputs/guide.html:1", "the text of '/' is out of sight"),
    *[(f"{what} for machines alone", f"{BUILT}/index.html", old, new, "structured-data-is-what-readers-see", f"{PACK}:1", words)
      for what, old, new, words in (
        ("a point", '"description":"Using a cold pack', '"description":"A cold pack', "its point is 'A cold pack is easy"),
        ("a day", '"dateModified":"2026-11-22"', '"dateModified":"2026-11-23"', "'23 November 2026', which readers do not see"),
        ("a publisher", '"dateModified"', '"publisher":{"name":"Ice Ltd"},"dateModified"', "'Ice Ltd', which readers do not see"),
        ("a kind", '"MedicalWebPage"', '"Product"', "'Product', which is none of what they may say"),
        ("a kind of therapy", '"MedicalTherapy"', '"Drug"', "'Drug', which is none of what they may say"))],
    ("data for machines that cannot be read", f"{BUILT}/index.html", '{"@context"', '{"@context', "structured-data-is-what-readers-see",
     "overrides/base.html", "has 1 blocks"),
    ("data for machines twice", f"{BUILT}/index.html", "</head>", '<script type="application/ld+json">{}</script></head>',
     "structured-data-is-what-readers-see", "overrides/base.html", "has 2 blocks"),
    ("an email that plays its notes down", "overrides/outputs/email.txt", "{{ share.box_title }}:", "For a few people only:",
     "emails-show-their-notes", "overrides/outputs/email.txt:1", "'/how-to/cold-pack/share.txt'"),
    ("notes in letters that nobody reads", "overrides/outputs/email.html", "<li>", '<li style="font-size:9px">',
     "emails-can-be-read", "overrides/outputs/email.html:", "'font-size:9px'"),
    ("a safety box on paper under another title", "overrides/outputs/wall.typ", "data.box_title", '"Good to know"',
     "sheets-can-be-read", "overrides/outputs/style.typ:1", "has another title than 'Before you start'"),
    ("notes in white on white paper", "overrides/outputs/style.typ", "for rule in it.parts { par(",
     "for rule in it.parts { set text(fill: white); par(", "sheets-can-be-read", "overrides/outputs/style.typ:1", "handout.pdf"),
    ("notes pushed off the first screen", "docs/assets/site.css", "/* Search */", "h1 { min-height: 200vh; }\n/* Search */",
     "styles-leave-notes-high-up", "docs/assets/site.css:", "'h1 { min-height: 200vh }'"),
    *[(f"HTML in a page: {typed}", PACK, STEP, f"1. {typed} Wrap it.", "pages-are-plain-markdown", f"{PACK}:22", found)
      for typed, found in (
        ("<details>Sit down.</details>", "'<details>'"), ("<marquee>Sit down.</marquee>", "'<marquee>'"),
        ('<font color="red">Sit down.</font>', "'<font>'"), ("<center>Sit down.</center>", "'<center>'"),
        ("<blink>Sit down.</blink>", "'<blink>'"), ('<span role="button">Sit down.</span>', "'role' on '<span>'"),
        ("<u>Sit down.</u>", "'<u>'"), ('<b tabindex="5">Sit down.</b>', "'tabindex'"),
        ("**Sit down.**{: role=alert }", "'role=alert'"), ("**Sit down.**{: .paper }", "'.paper'"))],
    ("a list of contents", PACK, "## Step by step", "[TOC]\n\n## Step by step", "pages-are-plain-markdown",
     f"{PACK}:20", "'[TOC]'"),
    ("a role in a note", "docs/_notes/cold-never.md", "Do not use", '<span role="none">Do not</span> use',
     "pages-are-plain-markdown", "docs/_notes/cold-never.md:7", "'role'"),
    *[(f"a letter that only looks like ours: {where}", file, old, new, "words-are-in-one-alphabet", f"{file}:{line}", words)
      for where, file, old, new, line, words in (
        ("in a step", PACK, STEP, "1. Wrap the cold pack in a clоth.", 22, "'cloth'"),
        ("in a search word", PACK, "checked: 2026", "aliases: [icе pack]\nchecked: 2026", 8, "'ice'"),
        ("in an id", PACK, "{#steps}", "{#stеps}", 20, "CYRILLIC SMALL LETTER IE"),
        ("a whole word", PACK, STEP, f"{STEP} СОМЕ ice.", 22, "'COME'"),
        ("in a row of data", "docs/_data/glossary.yml", "Skin that", "Skιn that", 3, "'Skin'"),
        ("in full width", PACK, STEP, f"{STEP} Sit ｄｏｗｎ.", 22, "'down'"),
        ("two letters in one", PACK, STEP, f"{STEP} Keep it ﬁrm.", 22, "'firm'"),
        ("in the look", "overrides/partials/footer.html", "Information only", "Infоrmation only", 4, "'Information'"))],
    *[(f"a link by another's name: {typed}", PACK, STEP, f"1. Wrap it. See [{typed}]({leads}).",
       "links-lead-where-their-words-say", f"{PACK}:22", words) for typed, leads, words in (
        ("Stop signs", "../safety/check.md", "'/safety/stop/'"), ("all the stop signs", "../index.md", "'/safety/stop/'"),
        ("Step by step", "#in-short", "'/how-to/cold-pack/#steps'"))],
    *[(f"a source cited twice: {typed}", PACK, '{{ cite("jones-2001") }}', typed, "sources-are-named-once", f"{PACK}:27",
       "'jones-2001' is cited 2 times") for typed in (
        '{{ cite("jones-2001", "jones-2001") }}', '{{ cite("jones-2001") }} and {{ cite("jones-2001") }}')],
    *[(f"a reviewer who is nobody: {name}", "mkdocs.yml", "  practice:",
       f"  practice:\n    reviewer: {{name: '{name}', credentials: nurse}}\n    reviewed: 2026-11-23", "practice-block",
       "mkdocs.yml:3", f"'{name}' is not the name of a person")
      for name in ("the project", "ChatGPT", "Our team of experts", "TBC", "hello@river.example", "River Clinic", "X",
                   "a doctor")],
    *[(f"a review that nobody made: {typed}", file, old, f"{typed}{old}", "nothing-is-overclaimed", f"{file}:",
       "more than research shows") for typed, file, old in (
        ("Reviewed by doctors. ", "overrides/partials/footer.html", "<b>Information only"),
        ("Approved by leading physiotherapists. ", "overrides/partials/page-facts.html", "This guide sells"),
        ("NHS approved. ", PACK, "Ask your doctor."), ("Medically reviewed. ", "overrides/outputs/email.txt", "The whole page"))],
    ("a practice that praises itself", "mkdocs.yml", "  practice:", "  practice:\n    name: The best clinic in town",
     "nothing-is-overclaimed", "mkdocs.yml:3", "'the best clinic'"),
    ("a code too small to be scanned", "overrides/outputs/handout.typ", "code(30mm)", "code(8mm)", "codes-can-be-scanned",
     "overrides/outputs/handout.typ:21", "too small"),
    ("a code that is gone", "overrides/outputs/wall.typ", "  code(if data.tight { 70mm } else { 90mm })\n", "",
     "codes-can-be-scanned", "overrides/outputs/wall.typ:1", "is missing"),
    ("a label that is not urgent any more", "overrides/snippets/warning_signs.html", "{{ urgency_words[urgency] }}",
     "Get help this month", "safety-lists-are-whole", "docs/_data/red_flags.yml:",
     "does not stand under 'Get help now', but under 'Get help this month'"),
    *[(f"a style that hides what a page says: {style}", "docs/assets/site.css", "/* Search */", f"{style}\n/* Search */",
       "styles-leave-the-words-in-sight", "docs/assets/site.css:", words) for style, words in (
        (".sure { display: none; }", "'.sure { display: none }'"), (".only { opacity: 0; }", "'.only { opacity: 0 }'"),
        (".facts { visibility: hidden; }", "'.facts {"),
        ("@media (max-width: 40rem) { article ol { display: none; } }", "'article ol {"))],
    ("a line pasted twice", PACK, STEP, f"{STEP}\n1. Wrap the cold pack in a cloth.", "nothing-is-said-twice", f"{PACK}:23",
     "stands right above"),
    ("a claim shown twice", PACK, '- {{ claim("ben-01") }}', '- {{ claim("ben-01") }}\n- {{ claim("ben-01") }}',
     "nothing-is-said-twice", f"{PACK}:16", "'ben-01' stands in this part already, on line 15"),
    *[(f"a page that is not plain: {what}", PACK, STEP, f"{STEP}{typed}", "pages-are-plain-markdown", f"{PACK}:{line}", words)
      for what, typed, line, words in (
        ("a small picture", " \U0001f44d", 22, "read aloud by its name"),
        ("capitals", " NEVER FORGET YOUR TOWEL.", 22, "'NEVER FORGET YOUR TOWEL'"),
        ("a line across", "\n\n***", 24, "draws a line"))],
    ("a cell that is empty", PACK, STEP, f"{STEP}\n\n| What | How |\n|---|---|\n| Pack | |\n", "tables-say-what-they-hold",
     f"{PACK}:", "'Pack' is empty"),
    ("a search word twice", PACK, "checked: 2026", "aliases: [Ice pack, ice pack]\nchecked: 2026",
     "search-words-have-one-meaning", f"{PACK}:8", "'ice pack' stands 2 times"),
    *[(f"an address as text: {typed}", PACK, STEP, f"1. Wrap it. See {typed} for more.", "addresses-are-links", f"{PACK}:22",
       f"'{said}' stands as text") for typed, said in (
        ("www.nhs.uk", "www.nhs.uk"), ("https://www.nhs.uk/ice/", "https://www.nhs.uk/ice/"), ("nhs.uk", "nhs.uk"),
        ("`help.clinic.org`", "help.clinic.org"))],
    *[(f"a link by the name of another site: {typed}", PACK, STEP, f"1. Wrap it. Read [{typed}](https://www.webmd.com/ice).",
       "links-name-the-site-they-lead-to", f"{PACK}:22", f"name '{said}', and the link leads to 'webmd.com'")
      for typed, said in (("the NHS page on ice", "nhs"), ("nhs.uk on ice", "nhs.uk"),
                          ("what the Mayo Clinic says", "mayo clinic"))],
    ("a link to a site that hides behind another's name", PACK, STEP, f"{STEP} Read [the NHS page](https://nhs.uk.evil.example/ice).",
     "links-name-the-site-they-lead-to", f"{PACK}:22", "leads to 'nhs.uk.evil.example'"),
    *[(f"a word as in America: {where}", file, old, new, "spelling-is-british", f"{file}:{line}",
       f"'{word}' is spelt as in America") for where, file, old, new, line, word in (
        ("in a step", PACK, STEP, f"{STEP} Look at its color.", 22, "color"),
        ("at the beginning", PACK, STEP, f"{STEP} Organize a towel.", 22, "organize"),
        ("in a note", "docs/_notes/cold-never.md", "Do not use", "Ask a pediatric nurse. Do not use", 7, "pediatric"),
        ("in a claim", "docs/_data/claims.yml", "found: Pain", "found: Fibers and pain", 9, "fibers"),
        ("in a description", PACK, "that the tests use", "that the tests in gray use", 3, "gray"))],
    *[(f"words of the look that were turned round: {new}", file, old, new, "words-of-the-look-are-sealed", f"{file}:{line}", words)
      for file, old, new, line, words in (
        ("overrides/outputs/email.txt", "The shorter one", "The longer one", 12, "'shorter' became 'longer'"),
        ("overrides/outputs/handout.typ", '"What to do"', '"What not to do"', 14, "'not' is new"),
        ("overrides/outputs/withdrawn.html", 'safety/first-aid/">First', 'safety/stop/">First', 20, "'safety/stop/)'"),
        ("overrides/snippets/contraindications.html", '"whole body"', '"one spot"', 10, "'({\"one spot\"'"),
        ("overrides/partials/header.html", ' aria-label="Menu"', "", 24, "'Menu |' is gone"),
        ("docs/assets/keep.js", "(${(bytes", "(not ${(bytes", 80, "'(' became '(not'"),
        ("docs/assets/slash.js", "key is off", "key is on", 25, "'off.' became 'on.'"))],
    ("a word of a script misspelt", "docs/assets/search.js", "Please", "Pleese", "words-are-spelt-right", "docs/assets/search.js:54",
     "'please'"),
    ("a word of a template twice", "overrides/404.html", "each letter", "each each letter", "no-word-stands-twice", "overrides/404.html:20",
     "'each each'"),
    ("a word of a template as in America", "overrides/snippets/kit.html", "Email with layout:", "Email with gray layout:",
     "spelling-is-british", "overrides/snippets/kit.html:", "'gray' is spelt as in America"),
    ("a word twice", PACK, STEP, "1. Wrap the the cold pack in a cloth.", "no-word-stands-twice", f"{PACK}:22", "'the the'"),
    *[(f"links without a line: {style}", "docs/assets/site.css", "/* Search */", f"{style}\n/* Search */", "links-are-underlined",
       "docs/assets/site.css:", "takes the line from under the links") for style in (
        "a { text-decoration: none; }", "article a { text-decoration-line: none; }",
        "@media print { .content li a { text-decoration: none; } }", "main a { text-decoration-color: transparent; }")],
    ("one description for two pages", PACK,
     "description: A page of the small guide that the tests use and then break, one thing at a time.",
     "description: A page of the small guide that the tests use and then break, one thing at a time. Its title is Stop signs.",
     "titles-differ", "docs/safety/stop.md:3", "is the description of"),
    *[(f"an output that lost its {what}: {file}", f"overrides/outputs/{file}", old, "", "what-is-handed-over-is-whole",
       f"overrides/outputs/{file}:1", f"does not give the page's {what}") for what, file, old in (
        ("point", "email.txt", "{{ share.point }}"), ("title", "email.txt", "{{ share.page.title }}"),
        ("thing to do", "email.txt", " {{ share.actions[0] }}"), ("title", "email.html", "{{ share.page.title }}"),
        ("thing to do", "email.html", "{{ share.actions[0] }}"), ("thing to do", "handout.typ", "list(..data.actions)"),
        ("point", "handout.typ", "#even(text(size: 1.15em, data.point))"),
        ("point", "wall.typ", "#even(text(size: 1.3em, data.point))"))],
    *[(f"a set without its {old}", "overrides/outputs/set.txt", old, "", "sets-show-their-notes",
       "overrides/outputs/set.txt:1", old)
      for old in ("{notes}", "Before you start:", "{pages}", "{link}")],
    ("the page of a set without its notes", "overrides/snippets/picked.html", "{{ note.short }}", "", "sets-show-their-notes",
     "overrides/snippets/picked.html:1", "'cold-never'"),
    *[(f"a control without a name: {what}", file, old, new, "controls-have-a-name", f"{file}:", tag)
      for what, file, old, new, tag in (
        ("the menu", "overrides/partials/header.html", ">Menu<", "><", "'<summary>'"),
        ("what does not unfold", "overrides/snippets/kit.html", "<summary>{{ page.title }}</summary>", "", "'<details>'"),
        ("a button", "overrides/snippets/kit.html", ' aria-label="Copy for an email: {{ page.title }}">Copy for an email', ">",
         "'<button>'"))],
    *[(f"the one file without {what}", "overrides/outputs/guide.html", old, "", "the-look-is-whole",
       "overrides/outputs/guide.html", what) for what, old in (
        ("that it is information only", "{{ footer }}"), ("when its pages were checked", "{{ page.facts }}"),
        ("the address at which a newer one", '<a href="{{ site_url }}">{{ site_url }}</a>'))],
    *[(f"a script that no browser runs: {words}", file, old, new, "scripts-can-be-read", f"{file}:{line}", words)
      for file, old, new, line, words in (
        ("docs/assets/start.js", "const link =", "const link ==", 2, "'==' follows 'const link'"),
        ("docs/assets/start.js", '"find"', '"find', 2, "begins nothing that a browser can read"),
        ("docs/assets/start.js", "button.id = link.id", "button.id = ", 6, "';' follows '='"),
        ("docs/assets/search.js", "const MOST = 8;", "const MOST = (8;", 5, "is never closed"),
        ("docs/assets/search.js", "function show() {", "function show() {{", 37, "is never closed"),
        ("docs/assets/search.js", "import { Engine }", "import { Engin }", 2, "'Engin' is taken from 'search-engine.js'"),
        ("overrides/outputs/sw.js", "async function page(event) {", "async function page(event {", 29, "'(' is never closed"))],
    ("a name that a script no longer gives", "docs/assets/search-words.js", "export function split", "function split",
     "scripts-can-be-read", "docs/assets/search.js:3", "'split' is taken from 'search-words.js'"),
    ("a name that two scripts of one file declare", "docs/assets/search-words.js", "const CHILD = 18, OLD = 60;",
     "const CHILD = 18, OLD = 60, UNIT = 1;", "scripts-can-be-read", "docs/assets/search-learned.js:6",
     "'UNIT' stands in 'docs/assets/search-words.js' too"),
    ("a section without a name", "mkdocs.yml", "  - How to do it:", "  - '':", "settings", "mkdocs.yml:",
     "a section of the menu has no name"),
    ("a withdrawal in many years", "docs/_data/addresses.txt", "/about/\n", "/about/\n/old-pack/ !! 2096-03-01 It was wrong.\n",
     "withdrawn-addresses-say-why", "docs/_data/addresses.txt:", "'2096-03-01'"),
    *[(f"a script that does what nobody asked for: {typed}", "docs/assets/start.js", "const link", f"{typed}\nconst link",
       "scripts-ask-before-they-act", "docs/assets/start.js:", f"'{found}'") for typed, found in (
        ("localStorage.setItem('seen', 1);", "localStorage.setItem"), ("sessionStorage.x = 1;", "sessionStorage"),
        ("navigator.sendBeacon('/x');", "sendBeacon"), ("alert('Hi');", "alert("),
        ("Notification.requestPermission();", "Notification"))],
    *[(f"a frame that shuts somebody out: {what}", file, old, new, "pages-are-framed-for-everybody", where, words)
      for what, file, old, new, where, words in (
        ("no zoom", "overrides/base.html", "initial-scale=1", "initial-scale=1, user-scalable=no", "overrides/base.html:",
         "'user-scalable=no'"),
        ("not to be found", "overrides/base.html", '<meta name="referrer"',
         '<meta name="robots" content="noindex">\n<meta name="referrer"', "overrides/", "'noindex'"),
        ("another language", "overrides/base.html", 'lang="en-GB"', 'lang="de"', "overrides/base.html:", "'de'"),
        ("no way past the menu", "overrides/base.html", '<a class="skip" href="#main">Skip to the text</a>', "",
         "overrides/base.html", "'Skip to the text'"),
        ("another title", "overrides/base.html", "{% block title %}{{ press.page.title|e }}", "{% block title %}Guide",
         "overrides/", "by browsers"),
        ("no word on what it cannot know", "overrides/partials/footer.html", "It cannot tell you what you have",
         "It can tell you a lot", "overrides/", "cannot tell you what you have"),
        ("links that open elsewhere", "overrides/partials/footer.html", '<li><a href="{{ root }}about/">',
         '<li><a target="_blank" href="{{ root }}about/">', "overrides/partials/footer.html:", "somewhere else"))],
    ("a belief without its verdict", "overrides/snippets/belief.html", "<b>{{ belief.verdict }}</b>", "<b>see below</b>",
     "beliefs-show-their-verdict", "docs/_data/beliefs.yml:1", "without 'verdict unsupported'"),
    ("a check that says nothing of its limits", "overrides/snippets/checklist.html",
     "This list cannot tell you that ice is safe for you. ", "", "the-check-is-one-static-list", "docs/safety/check.md:",
     "does not stand on the page"),
    ("a handout that hides its review", "overrides/outputs/handout.typ", "  fresh()\n", "", "sheets-say-who-reviewed-them",
     "overrides/outputs/handout.typ:1", "'No clinician has reviewed this page.'"),
    *[(f"a link that {what}", PACK, STEP, f"1. Wrap it. See [the study]({address}).", "links-lead-somewhere", f"{PACK}:22", words)
      for what, address, words in (
        ("follows its readers", "https://studies.example/1?utm_source=mail&id=2", "'https://studies.example/1?id=2'"),
        ("is a search", "https://www.google.com/search?q=ice", "shows each reader something else"),
        ("is a talk with a program", "https://chatgpt.com/share/abc", "shows each reader something else"),
        ("leads to somebody's own computer", "https://desk.local/x", "somebody's own"))],
    ("an address as the words of a link", PACK, STEP, "1. Wrap it. See [https://studies.example/1](https://studies.example/1).",
     "links-say-where-they-go", f"{PACK}:22", "reads 'https://studies.example/1'"),
    ("an exception for a rule that knows none", "docs/_data/exceptions.yml", "[]",
     "- {id: a, rule: nothing-is-overclaimed, what: heals, reason: We like this word very much.}", "exceptions-have-a-reason",
     "docs/_data/exceptions.yml:1", "'nothing-is-overclaimed' knows no exceptions"),
    ("an exception without a reason", "docs/_data/exceptions.yml", "[]",
     "- {id: a, rule: nothing-is-orphaned, what: smith-2010, reason: x}", "exceptions-have-a-reason",
     "docs/_data/exceptions.yml:1", "'x' is no reason"),
    ("ids that changed places", PACK, "{#if-it-does-not-help}\n\nAsk your doctor.\n\n## What research does not know {#not-known}",
     "{#not-known}\n\nAsk your doctor.\n\n## What research does not know {#if-it-does-not-help}",
     "ids-name-their-own-heading", f"{PACK}:35",
     "'if-it-does-not-help' stands at 'What research does not know', and names 'If it does not help'"),
    ("steps that changed places", PACK,
     '1. Wrap the cold pack in a cloth.\n2. Put it on for {{ dose("pack-time", "usual") }}, and look for {{ term("frostbite") }}.',
     '1. Put it on for {{ dose("pack-time", "usual") }}, and look for {{ term("frostbite") }}.\n2. Wrap the cold pack in a cloth.',
     "cautions-are-kept", f"{PACK}:23", "the step 'Wrap the cold pack in a cloth.' stands after 'Put it on"),
    *[(f"words that are pale: {what}", "docs/assets/site.css", old, new, "words-stand-out-from-their-ground",
       "docs/assets/site.css:", words) for what, old, new, words in (
        ("by their token", "--soft: #51473b", "--soft: #a09a90", "#a09a90 on #"),
        ("in the dark", "--soft: #d0c4b5", "--soft: #6a655f", "dark"),
        ("in print", "/* Search */", "@media print { .facts { color: #999; } }\n/* Search */", "print"))],
    *[(f"a look without {what}", file, old, new, "the-look-is-whole", where, words) for what, file, old, new, where, words in (
        ("its text", "overrides/base.html",
         '<article class="content">\n{% block content %}{{ page.content }}{% endblock %}\n</article>', "", "overrides/base.html",
         "'main article'"),
        ("its main part", "overrides/base.html", '<main id="main" tabindex="-1">', '<div id="main" tabindex="-1">',
         "overrides/base.html", "'main[id]'"),
        ("its search", "overrides/partials/header.html", ' id="find"', "", "overrides/partials/header.html",
         "the way to the search"),
        ("its menu", "overrides/partials/header.html", '<li><a href="{{ section.href|e }}"', '<li><a title="x"',
         "overrides/partials/header.html", "a part of the guide in the menu"),
        ("the way to privacy", "overrides/partials/footer.html", '<li><a href="{{ root }}privacy/">Privacy</a></li>', "",
         "overrides/partials/footer.html", "'/privacy/'"),
        ("a page for lost addresses", "overrides/404.html", "", "", "overrides/404.html", "the page for lost addresses"),
        ("warning signs for the lost", "overrides/404.html",
         '<li><a href="{{ root }}safety/signs/">Warning signs that need help first</a></li>', "", "overrides/404.html",
         "'/safety/signs/'"),
        ("a title of the one file", "overrides/outputs/guide.html", "<title>{{ site_name }}: the whole guide in one file</title>",
         "", "overrides/outputs/guide.html", "'head title'"))],
    *[(f"a file of the look that is {what}", file, old, new, "files-of-the-look-can-be-used", where, words)
      for what, file, old, new, where, words in (
        ("torn", "site/assets/icons/icon-192.png", "", "x", "docs/assets/icons/icon-192.png", "no png file"),
        ("empty", "site/assets/kit.js", "", " ", "docs/assets/kit.js", "is empty"),
        ("no manifest", "site/assets/manifest.webmanifest", "", "{", "docs/assets/manifest.webmanifest", "cannot be read"),
        ("missing", "docs/assets/missing.js", "", "", "overrides/404.html:23", "'missing'"))],
    ("a focus that nobody sees", "docs/assets/site.css", "/* Search */", "a:focus { outline: none; }\n/* Search */",
     "focus-can-be-seen", "docs/assets/site.css:", "'a:focus { outline: none }'"),
    ("no focus at all", "docs/assets/site.css", ":focus-visible, .held { outline:", ":focus-visible { color:", "focus-can-be-seen",
     "docs/assets/site.css:", "':focus-visible' is missing"),
    ("steps that paper leaves out", "docs/assets/site.css", "/* Search */",
     "@media print { article ol { display: none; } }\n/* Search */", "styles-leave-the-words-in-sight", "docs/assets/site.css:",
     "'article ol {"),
    *[(f"something to buy: {typed}", PACK, STEP, f"{STEP} {typed}", "nothing-is-sold", f"{PACK}:22", words) for typed, words in (
        ("A pack costs £4.99.", "'£4.99' is a price"), ("Buy a Theragun.", "'theragun'"),
        ("Write to jane@mail.example.", "'jane@mail.example'"),
        ("Write to [us](mailto:jane@mail.example).", "writes to somebody's own address"),
        ("Join [our group](https://www.facebook.com/groups/x).", "'facebook'"))],
    *[(f"another language: {typed[:20]}", PACK, STEP, f"{STEP}\n\n{typed}", "words-are-english", f"{PACK}:24",
       "is in another language") for typed in (
        "Wickeln Sie das Kissen in ein Tuch.", "Enveloppez la poche dans un linge et attendez.",
        "Envuelva la bolsa en un paño para el frío.", "Оберните пакет тканью.", "用布包住冰袋。",
        "Lapiwch y pecyn mewn lliain llaith.", "Vira in påsen i en handduk.", "Ta bort isen om huden bleknar.")],
    *[(f"a list that is none: {what}", PACK, f"## Step by step {{#steps}}\n\n{STEP}", f"## Step by step {{#steps}}\n\n{typed}",
       "pages-are-plain-markdown", f"{PACK}:{line}", words) for what, typed, line, words in (
        ("no empty line", f"Do this.\n{STEP}", 23, "runs into the line above it"),
        ("a space of another kind", STEP.replace(" ", "\u00a0", 1), 22, "of another kind"),
        ("from 3 on", STEP.replace("1.", "3."), 22, "the list starts at '3."),
        ("a step within a step", f"{STEP}\n    2. Hold it.", 23, "would stand within the item above it, as 4 spaces"),
        ("a step far in", f"{STEP}\n        2. Hold it.", 23, "as 8 spaces"),
        ("a tab", f"{STEP}\n\t2. Hold it.", 23, "as 4 spaces"),
        ("a bracket", "1) Hold it.", 22, "'1)' is no sign"), ("a colon", f"{STEP}\n2: Hold it.", 23, "'2:' is no sign"),
        ("a sentence below", f"{STEP}\nHold it.", 23, "runs into the item above it"),
        ("no space", f"{STEP}\n2.Hold it.", 23, "runs into the item above it"),
        ("no space after a bullet", f"- Sit.\n-Hold it.\n\n{STEP}", 23, "runs into the item above it"),
        ("words between steps", f"{STEP}\n\n   Hold it.\n\n2. Rest.", 26, "so a step seems to be missing"),
        ("a heading further in", f"{STEP}\n\n ## More {{#more}}", 24, "is no heading, as a space"))],
    *[(f"a heading whose id is lost: {typed}", PACK, "## Step by step {#steps}", typed, "headings-are-permanent", f"{PACK}:20",
       words) for typed, words in (
        ("##Step by step", "write '## Step by step {#step-by-step}'"), ("## Step by step {#steps}.", "write '## Step by step {#steps}'"),
        ("## Step by step {#steps} ##", "write '## Step by step {#steps}'"), ("## Step{#steps} by step", "does not stand last"))],
    *[(f"a call that does not fit: {typed}", PACK, STEP, f"{STEP} {typed}", "calls-fit-their-sentence", f"{PACK}:22", words)
      for typed, words in (
        ('Stop by{{ dose("pack-time", "limit") }}.', "runs into 'by' before it"),
        ('Stop by {{ dose("pack-time", "limit") }}then rest.', "runs into 'then' after it"),
        ('Look for {{ term("frostbite") }}s.', "runs into 's.' after it"), ('See[a list](../safety/stop.md) now.', "runs into 'See'"),
        ('See [a list](../safety/stop.md)now.', "runs into 'now.'"),
        ('Stop by {{ dose("pack-time", "limit") }} minutes.', "says 'minutes' too"),
        ('Do call {{ region("emergency") }}.', "says 'call' too"),
        ('Stop by {{ number("pack-time", "limit") }}.', "without what it counts"),
        ('Stop by {{ dose("pack-time") }}', "stands within"), ('Because {{ claim("ben-01") }}', "stands within"),
        ('{{ claim("ben-01") }}, so rest.', "', so rest.' follows on it"),
        ('{{ keep() }}', "'keep()' gives belongs on no page of advice"))],
    *[(f"words that are not whole: {key} {typed}", PACK, old, f"{key}: {typed}", "sentences-are-whole", f"{PACK}:{line}", "as it should")
      for key, old, line, typed in (
        ("title", "title: Using a cold pack", 2, "using a pack"), ("title", "title: Using a cold pack", 2, "Using a pack."),
        ("title", "title: Using a cold pack", 2, "Using  a pack"),
        ("point", "point: Using a cold pack is easy to read here.", 6, "A cold pack is easy"),
        ("point", "point: Using a cold pack is easy to read here.", 6, "a cold pack is easy."),
        ("actions", "actions: [Read the page first.]", 7, "[Sit down]"))],
    *[(f"a heading that is not whole: {typed}", PACK, "## Step by step {", f"## {typed} {{", "sentences-are-whole", f"{PACK}:20",
       f"'{typed}' does not") for typed in ("Step by step.", "Step by step:", "step by step")],
    *[(f"a table that is none: {what}", PACK, STEP, f"{STEP}\n\n{typed}\n", "tables-say-what-they-hold", f"{PACK}:{line}", words)
      for what, typed, line, words in (
        ("a line too short", "| What | How |\n|---|\n| Pack | Wet |", 25, "write '|---|---|'"),
        ("no line below its heads", "| What | How |\n| Pack | Wet |", 24, "belongs to no table"),
        ("a row further down", "| What | How |\n|---|---|\n| Pack | Wet |\n\n| Cloth | Dry |", 28, "'| Cloth | Dry |' belongs to no"),
        ("words above", "Sit.\n| What | How |\n|---|---|\n| Pack | Wet |", 25, "runs into the line above it"),
        ("words below", "| What | How |\n|---|---|\n| Pack | Wet |\nSit.", 27, "'Sit.' runs into the table above it"))],
    *[(f"a paragraph as it was pasted: {typed}", PACK, STEP, f"{STEP}\n\n{typed}\n", "pages-are-plain-markdown", f"{PACK}:24", words)
      for typed, words in (("\u2022 Wrap it.", "no item of a list"), ("Wrap it , and wait.", "wrong side"),
                           ("Wrap it and wait", "does not end"), ("wrap it.", "does not begin"), (">>>>>>> mine", "two changes"))],
    ("a picture in the menu", "mkdocs.yml", "site_name: Small guide", "site_name: Small guide \u2744", "pages-are-plain-markdown",
     "mkdocs.yml:", "read aloud by its name"),
    ("a heading in capitals", PACK, "## Step by step", "## STEP BY STEP", "pages-are-plain-markdown", f"{PACK}:20",
     "all in capitals"),
    ("a cry", PACK, STEP, f"{STEP} Do it now!!!", "pages-are-plain-markdown", f"{PACK}:22", "'!!!'"),
    *[(f"a blank left open: {typed}", PACK, STEP, f"{STEP} {typed}", "nothing-unfilled", f"{PACK}:22", words)
      for typed, words in (("Wait XX breaths.", "'XX'"), ("The best is TK.", "'TK'"), ("And then ...", "'...'"))],
    ("a table that nothing reads", "docs/_data/claimss.yml", "", "- id: a", "files-that-belong", "docs/_data/claimss.yml",
     "Did you mean 'claims'?"),
    ("a dose with a number it has not", "docs/_data/doses.yml", "past {limit}", "past {limt}", "known-names",
     "docs/_data/doses.yml:4", "'{limt}'"),
    *[(f"a practice that {what}", "mkdocs.yml", "  practice:", f"  practice:\n    {typed}", "practice-block", "mkdocs.yml:3",
       words) for what, typed, words in (
        ("nobody can write to", "email: name@example.com", "'name@example.com' is made up"),
        ("has our example's address", "email: hello@practice.example", "only there to show"),
        ("nobody can visit", "website: https://www.example.com/", "is made up"),
        ("counts its fingers", "phone: '0123456789'", "nobody's number"),
        ("has one digit", "phone: '00000 000000'", "nobody's number"),
        ("has a short number", "phone: '99999'", "nobody's number"),
        ("makes an offer", "name: 'River: first visit free'", "'visit free'"),
        ("calls from its address", "address: Book now in Exampletown", "'Book now'"),
        ("has one colour", "colours: {cold: '#1b4f72', warm: '#1b4f72'}", "both '#1b4f72'"),
        ("has a gap in its name", "name: River  Massage", "two spaces"),
        ("has a reviewer who is anybody", "reviewer: {name: Jane Smith}\n    reviewed: 2026-11-23", "fit to review"),
        ("has an example's reviewer", "reviewer: {name: Jane Smith, credentials: their own}\n    reviewed: 2026-11-23",
         "only there to show"),
        ("reviews itself",
         "reviewer: {name: Dr Jane Smith, credentials: physiotherapist}\n    reviewed: 2026-11-23\n    author: {name: jane smith}",
         "the author too"))],
    ("a slip of the keyboard", PACK, STEP, f"{STEP} The pack is not for a pakc of dogs. A cold pack is cold.", "words-are-spelt-right",
     f"{PACK}:22", "'pakc'"),
    *[(f"a sentence that is not whole: {typed}", PACK, STEP, f"{STEP} {typed}", "sentences-are-whole", f"{PACK}:22", words)
      for typed, words in (("Sit.Wait there.", "'Sit.Wait'"), ("Take a cloth,, and wait.", "'cloth,,'"), ("Sit on a chair or a", "'a'"),
                           ("Is it cold. Wait.", "asks something"),
                           ("See page 12.", "'page 12.'"),
                           ("Sit down [JS1].", "that remark"))],
    *[(f"a word of one country: {typed}", PACK, STEP, f"{STEP} {typed}", "words-of-one-country-come-from-data", f"{PACK}:22", words)
      for typed, words in (("Do you faint? Call an ambulance.", "'Call an ambulance'"), ("Ask your GP.", "'GP'"),
                           ("Go to A&E.", "'A&E'"), ("Ring for the emergency services.", "'Ring for the emergency services'"))],
    *[(f"a person quoted: {typed}", PACK, STEP, f"{STEP} {typed}", "nobody-is-quoted", f"{PACK}:22", words) for typed, words in (
        ("Dr Jane Smith says so.", "'Dr Jane'"), ("'It helped me,' says Anna.", "says Anna"), ("Anna, 54, likes it.", "'Anna, 54,'"),
        ("I recommend it.", "'I recommend'"), ("Our clients like it.", "'Our clients'"))],
    *[(f"a source typed: {typed}", PACK, STEP, f"{STEP} {typed}", "sources-are-cited-by-their-id", f"{PACK}:22", words)
      for typed, words in (("It was seen (Smith et al., 2010).", "'et al'"), ("It was seen [1].", "'[1]'"),
                           ("It was seen (Smith, 2010).", "'(Smith, 2010)'"), ("NICE backs this.", "'NICE backs'"),
                           ("According to the Mayo Clinic, it is cold.", "leads to none"), ("A study from Sweden saw it.", "Sweden"))],
    *[(f"a sign that nobody sees: {ord(sign):x}", PACK, STEP, f"{STEP} Wa{sign}it.", "no-sign-is-unseen", f"{PACK}:22", " Wa'")
      for sign in "\u200b\u00ad\u200e\u200d\u034f\u061c\u3164\u0338"],
    ("an unseen sign by its name", PACK, STEP, f"{STEP} Wa&zwnj;it.", "no-sign-is-unseen", f"{PACK}:22", "'&zwnj;'"),
    ("a sign that was garbled", PACK, STEP, f"{STEP} It\u00e2\u20ac\u2122s cold.", "no-sign-is-unseen", f"{PACK}:22", "it was '\u2019'"),
    ("a heading that turned round", PACK, "## Step by step {#steps}", "## Where a pack goes {#where-not}",
     "headings-forbid-what-their-ids-forbid", f"{PACK}:20", "'where-not'"),
    ("an element that is not closed", "overrides/base.html", '<div class="reading">', '<div><div class="reading">', "tags-are-in-pairs",
     "overrides/base.html:", "'<div>' stands 1 more time"),
    ("an element closed twice", PACK, STEP, f"{STEP} Wait.</b>", "tags-are-in-pairs", f"{PACK}:22", "'</b>'"),
    ("a label without words", "overrides/partials/page-facts.html", "<dt>Review</dt>", "<dt></dt>", "nothing-is-empty",
     "overrides/partials/page-facts.html:4", "'<dt></dt>'"),
    ("a sentence given to another source", PACK, '{{ cite("jones-2001") }}', '{{ cite("smith-2010") }}', "cautions-are-kept", f"{PACK}:27",
     "became 'See (the source smith-2010).'"),
    ("a label without a word", "overrides/partials/header.html", 'aria-label="Safety"', 'aria-label=""', "nothing-is-empty",
     "overrides/partials/header.html:5", "'<ul>'"),
    *[(f"words that a style changes: {css}", "site/assets/site.css", "}", f"}}\n{css}\n",
       "styles-leave-words-as-written", "docs/assets/site.css:", words) for css, words in (
        (".note { text-transform: uppercase; }", "'.note { text-transform: uppercase }' writes"),
        (".content ol { display: flex; flex-direction: column-reverse; }", "column-reverse"),
        ("article { text-align: justify; }", "tears gaps"), ("article li::marker { content: ''; }", "takes the numbers"),
        ("article ol { counter-reset: list-item 5; }", "counts"), ("article li { display: block; }", "takes the numbers"),
        ("article ol { list-style: none; }", "takes the numbers"), ("article li { order: 3; }", "turns the order"),
        (".brand { animation: b 1s infinite; }", "move"), ("body { cursor: none; }", "pointer"),
        (".facts { line-height: 1.1; }", "so close"), (".instead { letter-spacing: .3em; }", "too far apart"),
        ("article h2 { font-style: italic; }", "slants"), ("article { text-align: center; }", "at another place"))],
    *[(f"a style that browsers do not understand: {css}", "site/assets/site.css", "}", f"}}\n.point {{ {css} }}\n", "styles-are-understood",
       "docs/assets/site.css:", words) for css, words in (
        ("colour: red;", "write 'color'"), ("color: rde;", "'rde' is no colour"), ("color: var(--inc);", "write --ink"),
        ("color: red background: blue;", "put a ';' before 'background'"), ("margin-top: 2;", "without its unit"),
        ("fill: blu;", "'blu' is no colour"), ("padding: 1rem 3 2px;", "without its unit"))],
    *[(f"what stands behind a page, {what}", "overrides/partials/page-facts.html", old, new, "pages-say-who-stands-behind-them",
       "overrides/partials/page-facts.html", words) for what, old, new, words in (
        ("hidden", "<div><dt>Review", "<div hidden><dt>Review", "hides 'Review"),
        ("its days changed places", "{{ press.checked|e }}. Next check by {{ press.check_by|e }}",
         "{{ press.check_by|e }}. Next check by {{ press.checked|e }}", "'Last check 22 November 2026'"))],
    ("more rings than the evidence has", "overrides/snippets/_shapes.html", '"rings-" ~ {"high": 4, "moderate": 3, "low": 2',
     '"rings-" ~ {"high": 4, "moderate": 3, "low": 3', "claims-lead-to-their-sources", f"{PACK}:15", "its rings"),
    ("a footer twice", "overrides/base.html", '{% include "partials/footer.html" %}', '{% include "partials/footer.html" %}' * 2,
     "the-look-is-whole", "overrides/partials/footer.html", "'footer.foot' stands more than once"),
    ("a remark for everybody", "overrides/partials/footer.html", "<footer", "<!-- Ask Ann --><footer", "nothing-unfilled",
     "overrides/partials/footer.html:2", "'Ask Ann'"),
    *[(f"an email that nobody filled in: {left}", "overrides/outputs/email.txt", "The whole page:", f"{left}\n\nThe whole page:",
       "nothing-unfilled", "overrides/outputs/email.txt:", f"'{sign}'") for left, sign in (
        ("Dear [NAME],", "[NAME]"), ("Hello [first name],", "[first name]"), ("TODO", "TODO"))],
    ("a name that nothing gives", "site/assets/start.js", "button.onclick = search", "button.onclick = serch", "scripts-can-be-read",
     "docs/assets/start.js:", "'serch'"),
    *[(f"a script that {what}", "site/assets/start.js", "const link", f"{code}\nconst link", "scripts-ask-before-they-act",
       "docs/assets/start.js:", words) for what, code, words in (
        ("waits for its author", "debugger;", "'debugger'"), ("asks somebody else", 'fetch("https://stats.example/x");', "fetch"))],
    *[(f"a script that waits in vain: {new}", "site/assets/start.js", old, new, "scripts-wait-for-what-there-is", "docs/assets/start.js:",
       words) for old, new, words in (
        ('addEventListener("keydown"', 'addEventListener("keydwon"', "write 'keydown'"), ('"Escape"', '"Escpae"', "write 'Escape'"),
        ('"../search.json"', '"../serch.json"', "'../serch.json' is not there"))],
    ("a method misspelt", "site/assets/start.js", "dialog.showModal()", "dialog.showModel()", "scripts-can-be-read",
     "docs/assets/start.js:", "'.showModal'"),
    *[(f"an element that is not complete: {cut}", file, cut, "", "elements-are-complete", f"{file}:", words) for file, cut, words in (
        ("overrides/partials/footer.html", ' href="{{ root }}privacy/"', "has no 'href'"),
        ("overrides/outputs/guide.html", ' lang="en-GB"', "'<html>'"),
        ("overrides/partials/preview-tags.html", ' property="og:locale"', "has no 'name'"),
        ("overrides/partials/breadcrumbs.html", ' aria-label="Where you are"', "has no 'aria-label'"))],
    *[(f"a part of the frame that is gone: {cut[:40]}", file, cut, "", "the-look-is-whole", file, words) for file, cut, words in (
        ("overrides/partials/footer.html", '<li><a href="{{ root }}about/keep/">Keep on your phone</a></li>', "'/about/keep/'"),
        ("overrides/outputs/guide.html", '<a class="skip" href="#main">Skip to the text</a>', "the way past"),
        ("overrides/partials/header.html",
         '<li><a href="{{ entry.href|e }}"{% if entry.current %} aria-current="page"{% endif %}>{{ entry.title|e }}</a></li>',
         "a page of this part in the menu"))],
    ("an entry cut short", "overrides/snippets/claims_list.html", "<dt>What it does not show</dt><dd>{{ claim.not_shown }}</dd>\n", "",
     "lists-give-entries-in-full", "overrides/snippets/claims_list.html:1", "'not_shown'"),
    *[(f"a name that is not given: {new}", file, old, new, "names-of-looks-and-scripts-are-given", where, words)
      for file, old, new, where, words in (
        ("site/assets/site.css", ".kit-label", ".kit-lable", "docs/assets/site.css:", "did you mean 'kit-label'"),
        ("site/assets/kit.js", "[data-copy]", "[data-cpoy]", "docs/assets/kit.js:18", "did you mean '[data-copy]'"),
        ("site/assets/start.js", '("find")', '("fnd")', "docs/assets/start.js:2", "'#fnd'"),
        ("overrides/partials/page-facts.html", 'class="facts"', 'class="fatcs"', "overrides/partials/page-facts.html:2",
         "asks for the class 'fatcs': did you mean 'facts'"))],
    ("a style that takes the menu away", "site/assets/site.css", "}", "}\n.menu { display: none; }\n",
     "styles-leave-controls-in-sight", "docs/assets/site.css:", "'.menu { display: none }'"),
    *[(f"a script that lost its words: {old}", f"site/assets/{file}", old, new, "scripts-say-what-they-make",
       f"docs/assets/{file}:{line}", words) for file, old, new, line, words in (
        ("start.js", '"Try again"', '""', 18, "'e(\"button\", { className: \"tool\" }, \"\")'"),
        ("kit.js", '"Copied. Paste it into your email."', '""', 3, "'const COPIED = \"\"'"))],
    ("a label that is not what is seen", "site/therapists/kit/index.html", ">Copy for an email<", ">Copy as plain text<",
     "controls-have-a-name", "overrides/snippets/kit.html:", "'Copy as plain text' on"),
    *[(f"a link to a site that looks like another: {host}", PACK, STEP, f"{STEP} Read [a study of packs](https://{host}/ice).",
       "links-lead-to-no-look-alike", f"{PACK}:22", f"'{host}' is not '{meant}'") for host, meant in (
        ("www.nhs.uk.com", "nhs.uk"), ("www.who.lnt", "who.int"), ("pubmed.ncbi.nlm.nhi.gov", "nih.gov"),
        ("xn--nhs-abc.uk", "nhs-abc.uk"))],
    ("a picture pasted as letters", PACK, STEP, f"{STEP} ![A pack in a cloth](data:image/png;base64,iVBORw0KGgo=)",
     "pages-are-plain-markdown", f"{PACK}:22", "'](data:image/png;base64,"),
    ("a guide without a name", "mkdocs.yml", "site_name: Small guide", "site_nam: Small guide", "settings", "mkdocs.yml",
     "'site_name:'"),
    ("a page longer than any reader", PACK, STEP, f"1. {'Wrap it. ' * 3000}", "page-size", f"{PACK}:22", "break it"),
]
# Rules that look at the sources alone: what they say needs no build.
OF_SOURCES = {"words-are-spelt-right", "sentences-are-whole", "words-of-one-country-come-from-data", "nobody-is-quoted",
              "sources-are-cited-by-their-id", "no-sign-is-unseen", "headings-forbid-what-their-ids-forbid", "spelling-is-british",
              "no-word-stands-twice", "words-are-english", "words-are-in-one-alphabet", "pages-are-plain-markdown",
              "addresses-are-links", "nothing-is-sold", "descriptions-fit", "dates-are-in-order", "sources-are-named-once",
              "nothing-is-said-twice", "exceptions-have-a-reason", "outcomes-rest-on-claims", "search-words-have-one-meaning",
              "titles-differ", "calls-fit-their-sentence", "ids-name-their-own-heading", "cautions-are-kept"}
# A built folder is judged as it stands, and settings at which MkDocs itself would stop by our rules alone.
TOLD_TOGETHER = [slip for slip in SLIPS if not slip[1].startswith(("site/", "mkdocs.yml"))]
TABLES = (SLIPS, test_bad_content.SLIPS, test_evidence.SLIPS, test_messages.SLIPS, test_paper.SLIPS, test_search.FAULTS)


@pytest.mark.parametrize("slip", SLIPS, ids=[slip[0] for slip in SLIPS])
def test_a_slip_is_named_with_its_place_and_its_fix(request, together, slip):
    planted = Slip(*slip)
    if slip in TOLD_TOGETHER:
        result, own = together.hear(planted)
    else:
        result = planted.plant(request.getfixturevalue("small")).told(planted.rule)
        own = planted.told(result)
    assert own, result.text
    advice = all(m[0].startswith("advice  ") for m in own)
    assert (planted.rule in result.rules) != advice and (advice or not result.built), result.text


def test_a_style_that_hides_what_a_table_tells_is_named(small):
    small.edit(PACK, STEP, f"| When | How long |\n|---|---|\n| At first | A short time |\n\n{STEP}")
    small.edit("docs/assets/site.css", "/* Search */", "th { display: none; }\n/* Search */")
    told = small.build()
    assert not told.built
    assert "'th { display: none }' hides what a page says" in told.text


def test_a_rule_that_looks_at_the_sources_alone_needs_no_folder(small):
    site = read(small.root)
    assert [found for rule in REGISTER if rule.name in OF_SOURCES for found in rule.run(site, None)] == []


@pytest.mark.breaks("published-address")
def test_a_folder_built_for_another_address_is_named(real_built):
    assert "'https://other.example/'" in heard(published_elsewhere(real_built, "https://other.example/"))
    assert heard(published_elsewhere(real_built, real_built.site_url)) == ""


@pytest.mark.breaks("site-written", "page-rendered")
def test_a_build_that_breaks_off_says_why(small):
    desk = Desk(small.root, None, small.root / "site", preview=False)
    desk.page("how-to/cold-pack.md")
    for error, words in ((OSError(28, "No space left on device"), "site: the site cannot be written: No space left on device."),
                         (FileNotFoundError(2, "No such file or directory", str(small.root / "overrides/outputs/email.txt")),
                          "overrides/outputs/email.txt: the file cannot be read: No such file"),
                         (RecursionError("too deep"), f"{PACK}: Markdown could not read")):
        text = desk.broken_off(error)
        HEARD.extend(MESSAGE.finditer(text))
        assert text.startswith(words)


def marked() -> set[str]:
    """Return the rules that tests elsewhere are marked to break."""
    return {name for file in Path(__file__).parent.rglob("test_*.py")
            for marks in re.findall(r"mark\.breaks\(([^)]*)\)", file.read_text(encoding="utf-8"))
            for name in re.findall(r'"([a-z-]+)"', marks)}


def other_problems() -> set[str]:
    """Return the names of problems that the code can raise beside the rules: any name of several words, or `settings`,
    that ends a call."""
    found: set[str] = set()
    for file in SCRIPTS.rglob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        named = {node.targets[0].id: node.value for node in tree.body if isinstance(node, ast.Assign)
                 and isinstance(node.targets[0], ast.Name)}
        for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
            place = {"Problem": 4, "tell": 2}.get(getattr(call.func, "attr", getattr(call.func, "id", "")))
            if place is not None and len(call.args) > place:
                name = named.get(getattr(call.args[place], "id", ""), call.args[place])
                found |= ({name.value} if isinstance(name, ast.Constant) and re.fullmatch(r"[a-z]+(-[a-z]+)*", str(name.value))
                          else set())
    return found


def test_the_names_of_problems_are_found_in_the_code():
    assert {"settings", "page-size", "known-names", "strict-yaml", "site-written", "published-address"} <= other_problems()


def test_every_rule_and_every_problem_is_broken_by_a_test():
    broken = {slip[4] for table in TABLES for slip in table} | {slip[2] for slip in test_addresses.FAULTS} | marked()
    broken |= {rule for slip in test_links.IN_A_PAGE for rule in slip[2]}
    names = {rule.name for rule in REGISTER} | other_problems()
    assert sorted(names - broken) == []
    assert sorted(broken - names) == []
