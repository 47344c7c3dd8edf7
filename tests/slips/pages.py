"""What no page may hold: hidden or active parts, links that lead nowhere, pictures without words, a part that is missing."""

from slips import PACK, STEP

SLIPS = [
    ("no topics on advice", PACK, "topics: [ice-pack]\n", "", "advice-pages-have-their-parts", f"{PACK}:", "'topics'"),
    ("a missing image", PACK, STEP, "1. Look: ![A cold pack](pack.svg)", "links-lead-somewhere", f"{PACK}:22", "pack.svg"),
    ("an image without words", PACK, STEP, "1. Look: ![](../assets/icons/favicon.svg)", "images-have-words", f"{PACK}:22",
     "favicon.svg"),
    ("a skipped heading level", PACK, "## Step by step", "#### Step by step", "headings-in-order", f"{PACK}:20", "level"),
    ("a second title", PACK, "## Step by step", "# Step by step", "headings-in-order", f"{PACK}:20", "'##'"),
    ("a heading without an id", PACK, "## Step by step {#steps}", "## Step by step", "headings-are-permanent", f"{PACK}:20",
     "{#step-by-step}"),
    ("an id twice", PACK, "{#if-it-does-not-help}", "{#steps}", "ids-are-unique", f"{PACK}:", "'steps'"),
    ("a script", PACK, STEP, "<script>alert(1)</script>", "no-active-markup", f"{PACK}:22", "<script"),
    ("a frame", PACK, STEP, '<iframe src="x"></iframe>', "no-active-markup", f"{PACK}:22", "<iframe"),
    ("an event handler", PACK, STEP, '<p onclick="x()">Press.</p>', "no-active-markup", f"{PACK}:22", "onclick"),
    ("a style", PACK, STEP, '<p style="color:red">Red.</p>', "no-active-markup", f"{PACK}:22", "style"),
    ("a link to nowhere", PACK, STEP, "1. See [the check](../safety/chek.md).", "links-lead-somewhere", f"{PACK}:22", "chek.md"),
    ("a link to a lost part", PACK, STEP, "1. See [the steps](../safety/check.md#lst).", "links-lead-somewhere", f"{PACK}:22",
     "check.md#list"),
    ("a script in a link", PACK, STEP, "1. [Press here now](javascript:alert(1)).", "links-lead-somewhere", f"{PACK}:22",
     "javascript:"),
    ("a link that says nothing", PACK, STEP, "1. See [here](../safety/check.md).", "links-say-where-they-go",
     f"{PACK}:22", "'here'"),
    ("two links that read the same", PACK, STEP, "1. See [the list](../safety/check.md) and [The list](../safety/stop.md).",
     "links-with-the-same-words-lead-to-one-place", f"{PACK}:22", "'the list'"),
    ("two parts of a page that read the same", PACK, STEP, "1. See [the part](#steps) and [the part](#if-it-does-not-help).",
     "links-with-the-same-words-lead-to-one-place", f"{PACK}:22", "'the part'"),
    ("a placeholder", PACK, STEP, "1. TODO", "nothing-unfilled", f"{PACK}:22", "TODO"),
    ("a lost footnote", PACK, STEP, "1. Wrap it.[^9]", "nothing-unfilled", f"{PACK}:22", "[^"),
    ("a lost link", PACK, STEP, "1. Wrap [it][cloth].", "nothing-unfilled", f"{PACK}:22", "]["),
    ("a missing safety note", PACK, '{{ note("cold-never", "cold-pack-rules") }}', '{{ note("cold-never") }}',
     "required-safety-notes", f"{PACK}:", "'cold-pack-rules'"),
    ("a part left out", PACK, "## If it does not help {#if-it-does-not-help}\n\nAsk your doctor.\n", "",
     "advice-pages-have-their-parts", f"{PACK}:", "If it does not help"),
    ("an empty part", PACK, "Ask your doctor.\n", "\n", "advice-pages-have-their-parts", f"{PACK}:31", "If it does not help"),
    ("a long sentence", PACK, STEP, "1. " + "Wrap it " * 11 + ".", "words-are-plain", f"{PACK}:22", "23 words"),
    ("hard words", PACK, STEP,
     "1. " + "Contraindicated physiotherapeutic interventions necessitate individualised multidisciplinary consideration.\n" * 30,
     "words-are-plain", f"{PACK}:", "grade"),
    ("a picture from elsewhere", PACK, STEP, "1. ![A cat](https://pictures.example/cat.png)", "nothing-from-elsewhere",
     f"{PACK}:22", "pictures.example"),
    *[(f"Markdown that is not understood: {typed}", PACK, STEP, typed, "nothing-unfilled", f"{PACK}:22", f"'{sign}'")
      for typed, sign in (
        ("1. **Set the timer", "**"), ("1. Set ~~it~~ now.", "~~"), ("1. Set ++it++ now.", "++"),
        ("1. H~2~O is wet.", "~2~"), ("1. Set it.^1^", "^1^"),
        (":::note\nSet it.\n:::", ":::"), ("%%Set it.%%", "%%"), ("1. Set ==it== now.", "=="),
        ("1. Cold :ice: works.", ":ice:"), ("- [ ] Set the timer.", "[ ]"),
        ('1. Take { dose("pack-time") } now.', "{ dose("), ("```\nSet the timer.", "```"), ("1. *Set the timer.", "*"),
        ("1. __Set the timer.", "__"), ("1. See [the check] (../safety/check.md) or [it](", "]("))],
    *[(f"words as code: {typed!r}", PACK, STEP, typed, "steps-are-not-code", f"{PACK}:{line}", "'Set the timer.'")
      for typed, line in (
        ("Text.\n\n    Set the timer.", 24), ("1. `Set the timer.`", 22), ("<pre>Set the timer.</pre>", 22),
        ("```\nSet the timer.\n```", 23))],
    *[(f"hidden words: {typed}", PACK, STEP, typed, "nothing-is-hidden", f"{PACK}:22", words) for typed, words in (
        ("Set the timer.\n{: hidden }\n\n1. Wrap it.", "'hidden'"), ("1. Set <span hidden>the timer</span>.", "'hidden'"),
        ('1. Set <b aria-hidden="true">the timer</b>.', "'aria-hidden'"),
        ("<p inert>Set the timer.</p>", "'inert'"), ("1. Set <template>the timer</template>.", "'<template>'"),
        ('<p hidden="until-found">Set the timer.</p>', "'hidden'"), ("1. Wrap it. <!-- secret: a name -->", "{## … ##}"),
        ("<!-- secret: a name\nand more -->", "secret: a name"), ("<?php secret ?>", "secret"))],
    ("a comment in a note", "docs/_notes/cold-never.md", "Do not use", "<!-- a secret --> Do not use", "nothing-is-hidden",
     "docs/_notes/cold-never.md:", "'<!-- a secret -->"),
    *[(f"a number in two: {typed}", PACK, STEP, typed, "numbers-come-from-data", f"{PACK}:{line}", "'45 minutes'")
      for typed, line in (
        ("1. For 45<br>minutes.", 22), ("1. For 45<wbr> minutes.", 22), ("<div>For 45 <div>minutes.</div></div>", 22))],
]
