"""Advice to authors, which stops nothing: where a page says that a treatment does something, a claim should say it."""

import re

from press.built import Built
from press.denials import denied
from press.rules import Found, problem, rule
from press.site import Site
from press.word_forms import forms, pattern, sentences

RESTS_ON_DATA = re.compile(r"\{\{-?\s*(?:claim|cite|belief|beliefs|note|dose|drawing|opening)\(")
MARKUP = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|[\[*_`|#>]|\{[#:][^}]*\}")


@rule(stops=False)
def outcomes_rest_on_claims(site: Site, built: Built) -> Found:
    """A paragraph that names a treatment and what it does should show the claim it rests on. This stops nothing."""
    treatments, outcomes = forms(site, "treatment"), forms(site, "outcome")
    for page in site.pages.values():
        for paragraph in re.finditer(r"(?:[^\n]+\n?)+", page.body):
            if page.kind != "advice" or RESTS_ON_DATA.search(paragraph[0]):
                continue
            for sentence in sentences(MARKUP.sub(" ", paragraph[0])):
                outcome = pattern(outcomes).search(sentence)
                if (outcome and pattern(treatments).search(sentence) and not sentence.endswith("?")
                    and not denied(site, sentence, *outcome.span())):
                    line = page.body_line + page.body.count("\n", 0, paragraph.start())
                    yield problem("outcomes-rest-on-claims", page.path, line,
                                  f"'{sentence[:90]}' says what a treatment does, and no claim stands here.",
                                  "show the claim with {{ claim(\"…\") }}, or leave the sentence if a claim nearby says the same.",
                                  stops=False)
