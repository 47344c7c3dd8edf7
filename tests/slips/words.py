"""What is wrong with words: how they are spelt, what alphabet they are in, what they promise or sell, what was changed unseen."""

from slips import PACK, STEP

SLIPS = [
    ("pages that are hard together", PACK, STEP,
     "1. " + "Considerable multidisciplinary individualisation necessitates consideration.\n" * 40,
     "words-are-plain-on-the-whole", "docs", "mean grade"),
    ("a quotation mark of another kind", PACK, STEP, "1. Say “stop” when it hurts.", "quotation-marks-are-straight",
     f"{PACK}:22", "'“'"),
    *[(f"a mark for an apostrophe: {sign}", PACK, STEP, f"1. Say it{sign}s cold.", "quotation-marks-are-straight", f"{PACK}:22",
       f"'{sign}'")
      for sign in "`´«"],
    ("a quotation mark in a title", PACK, "title: Using a cold pack", "title: Using “a” cold pack", "quotation-marks-are-straight",
     f"{PACK}:2", "'“'"),
    ("a hard word without its meaning", PACK, 'look for {{ term("frostbite") }}', "look for frostbite",
     "hard-words-are-explained", f"{PACK}:23", "'frostbite'"),
    ("a condition beside a call to action", PACK, STEP, "1. Is your knee sore? Book a visit.", "conditions-do-not-advertise",
     f"{PACK}:22", "'sore'"),
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
    *[(f"a review that nobody made: {typed}", file, old, f"{typed}{old}", "nothing-is-overclaimed", f"{file}:",
       "more than research shows") for typed, file, old in (
        ("Reviewed by doctors. ", "overrides/partials/footer.html", "<b>Information only"),
        ("Approved by leading physiotherapists. ", "overrides/partials/page-facts.html", "This guide sells"),
        ("NHS approved. ", PACK, "Ask your doctor."), ("Medically reviewed. ", "overrides/outputs/email.txt", "The whole page"))],
    ("a line pasted twice", PACK, STEP, f"{STEP}\n1. Wrap the cold pack in a cloth.", "nothing-is-said-twice", f"{PACK}:23",
     "stands right above"),
    *[(f"a note shown twice: {typed}", PACK, STEP, typed, "nothing-is-said-twice", f"{PACK}:22", "'cold-never' stands on this page already")
      for typed in ('{{ note("cold-never") }}', '{{ note("emergency-signs", "cold-never") }}')],
    ("a claim shown twice", PACK, '- {{ claim("ben-01") }}', '- {{ claim("ben-01") }}\n- {{ claim("ben-01") }}',
     "nothing-is-said-twice", f"{PACK}:16", "'ben-01' stands in this part already, on line 15"),
    ("a search word twice", PACK, "checked: 2026", "aliases: [Ice pack, ice pack]\nchecked: 2026",
     "search-words-have-one-meaning", f"{PACK}:8", "'ice pack' stands 2 times"),
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
        ("overrides/outputs/email.html", "{% if share.has_several_limits", "{% if not share.has_several_limits", 16, "'not' is new"),
        ("overrides/snippets/note.html", "{% if not note.title", "{% if note.title", 6, "'not' is gone"),
        ("overrides/snippets/contraindications.html", "{{ entry.why_html }}", "{{ entry.what_to_do_html }}", 11,
         "'{entry.why_html}' became"),
        ("overrides/snippets/kit.html", "{{ row.plain }}", "{{ row.share.point }}", 24, "'{row.plain}' became"),
        ("overrides/partials/preview-tags.html", "given.notes|map", "given.notes[:1]|map", 13, "given.notes[:1]"),
        ("overrides/base.html", "<h1>{{ press.page.title|e }}", "<h1>{{ press.page.title }}", 37, "'{press.page.title|e}' became"),
        ("overrides/outputs/handout.typ", '"What to do"', '"What not to do"', 14, "'not' is new"),
        ("overrides/outputs/withdrawn.html", 'safety/first-aid/">First', 'safety/stop/">First', 20, "'safety/stop/)'"),
        ("overrides/snippets/contraindications.html", '"whole body"', '"one spot"', 10, "'({\"one spot\"'"),
        ("overrides/partials/header.html", ' aria-label="Menu"', "", 14, "'| Menu' is gone"),
        ("docs/assets/keep.js", "(${(bytes", "(not ${(bytes", 80, "'(' became '(not'"),
        ("docs/assets/slash.js", "key is off", "key is on", 25, "'off.' became 'on.'"),
        ("docs/assets/kit.js", "=> needed.has(note", "=> !needed.has(note", 107, "what it does is another, from this line on"),
        ("docs/assets/moved.js", "location.hash;", "'';", 7, "what it does is another"),
        ("overrides/outputs/sw.js", "PATIENCE = 8000", "PATIENCE = 1", 7, "what it does is another"),
        ("overrides/outputs/style.typ", "if it.items.len() > 1", "if it.items.len() > 9", 87, "became '9}'"),
        ("overrides/outputs/handout.typ", "..data.actions", "..data.actions.slice(1)", 16, "'{data.actions}' became"))],
    ("a word of a script misspelt", "docs/assets/search.js", "Please", "Pleese", "words-are-spelt-right", "docs/assets/search.js:54",
     "'please'"),
    ("a word of a template twice", "overrides/404.html", "each letter", "each each letter", "no-word-stands-twice", "overrides/404.html:20",
     "'each each'"),
    ("a word of a template as in America", "overrides/snippets/kit.html", "Email with layout:", "Email with gray layout:",
     "spelling-is-british", "overrides/snippets/kit.html:", "'gray' is spelt as in America"),
    ("a word twice", PACK, STEP, "1. Wrap the the cold pack in a cloth.", "no-word-stands-twice", f"{PACK}:22", "'the the'"),
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
    *[(f"words that are not whole: {key} {typed}", PACK, old, f"{key}: {typed}", "sentences-are-whole", f"{PACK}:{line}", "as it should")
      for key, old, line, typed in (
        ("title", "title: Using a cold pack", 2, "using a pack"), ("title", "title: Using a cold pack", 2, "Using a pack."),
        ("title", "title: Using a cold pack", 2, "Using  a pack"),
        ("point", "point: Using a cold pack is easy to read here.", 6, "A cold pack is easy"),
        ("point", "point: Using a cold pack is easy to read here.", 6, "a cold pack is easy."),
        ("actions", "actions: [Read the page first.]", 7, "[Sit down]"))],
    *[(f"a heading that is not whole: {typed}", PACK, "## Step by step {", f"## {typed} {{", "sentences-are-whole", f"{PACK}:20",
       f"'{typed}' does not") for typed in ("Step by step.", "Step by step:", "step by step")],
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
    *[(f"a sign that nobody sees: {ord(sign):x}", PACK, STEP, f"{STEP} Wa{sign}it.", "no-sign-is-unseen", f"{PACK}:22", " Wa'")
      for sign in "\u200b\u00ad\u200e\u200d\u034f\u061c\u3164\u0338"],
    ("an unseen sign by its name", PACK, STEP, f"{STEP} Wa&zwnj;it.", "no-sign-is-unseen", f"{PACK}:22", "'&zwnj;'"),
    ("a sign that was garbled", PACK, STEP, f"{STEP} It\u00e2\u20ac\u2122s cold.", "no-sign-is-unseen", f"{PACK}:22", "it was '\u2019'"),
]
