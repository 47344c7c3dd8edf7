"""Sentences that no page may hold, each at a place of one real page."""

import re
from dataclasses import dataclass

from mutants import Bench, Mutant
from mutators.common import BEFORE, OPERATORS, swapped

# What the header of a page of service needs to be one of advice. None of the sentences speaks of a neck.
AS_ADVICE = 'kind: advice\npoint: It says what to do.\nactions: [Read it first.]\ntopics: [neck]'


@dataclass(frozen=True)
class Sayings:
    """Sentences of one kind: the page to which each is added, before or behind which words, and the rule that stops it."""

    operator: str
    url: str
    place: str
    added: str
    rules: tuple[str, ...]
    says: tuple[str, ...]

    def mutants(self, bench: Bench):
        page = bench.site.pages[self.url]
        text = re.sub(r"(?m)^kind: service\ntopics: \[\]", AS_ADVICE, bench.read(page.path), count=1)
        place = self.place or text.rstrip()
        for says in self.says:
            changed = swapped(text, place, self.added.format(says=says, place=place))
            yield Mutant(self.operator, says.split("\n")[0], page.path, changed, self.rules, (page.path,), (page.url,))


KINDS = [
    Sayings("say-what-nobody-can-know", "safety/check/", "## The list", "{says}\n\n{place}", ("nobody-is-called-safe",), (
        "You are safe to use ice.", "You’re safe.", "You are cleared for cold.", "Your risk is small.", "Your score is 3.",
        "You have a low risk.", "Ice is safe for you.", "All clear.",
        "You are good to go.", "You are fine to use it.", "You have passed.", "Cold is low-risk.", "Your result: go on.",
        "It is risk-free.", "Ice is fine for you.", "No tick? Then start.",
        "You can safely use ice.", "You are eligible for ice.", "You scored 3 of 9.", "Green light!",
        "If none fits, you are fine.", "Your chance of harm is small.",
        "You have no reason not to use ice.", "You are sa\u200bfe to use ice.", "You are s&shy;afe to use ice.", "YOU ARE SAFE.",
        "You are <b>sa</b>fe.")),
    Sayings("say-who-may-go-on", "safety/check/", "## The list", "{says}\n\n{place}", ("nobody-is-called-safe",), (
        "You may use ice.", "Nothing on the list? Off you go.", "You have nothing to worry about.",
        "It looks like ice suits you.", "Congratulations, cold is for you.",
        "You belong to the people who can use ice.", "Ice will do you no harm.", "You are a good match for cold.",
        "We see no problem for you.",
        "With these answers, cold is an option for you.", "You are among those who can use it.", "Your answers show no danger.",
        "Cold should be fine.", "That means you can start.",
        "Then you can begin.", "If you ticked nothing, ice is yours.", "If you have no ticks, begin.",
        "No boxes ticked means that you can go on.", "You do not need to ask anyone.",
        "You need not ask a doctor.", "There is no need to check with anybody.", "You are in the clear.",
        "You are on the safe side.", "Your body can take it.",
        "You are healthy enough for this.", "It is okay for people like you.", "3 points: low. 6 points: high.",
        "Fewer than two ticks: go on.", "Add up your ticks.", "Count your answers.",
        "Your total tells you what to do.", "The more ticks, the higher your danger.", "Your level: green.", "Result: suitable.",
        "Status: OK", "Approved for ice.", "You may start now.",
        "You can start now.", "Nothing speaks against ice in your case.", "Nothing stands in your way.",
        "In your case, ice does no harm.", "You are one of the lucky ones.",
        "You can trust ice.", "Cold agrees with you.", "Ice is right for you.", "Massage is right for your back.",
        "Ice is the right choice for you.", "You have no red flags.",
        "You have no warning signs.", "None of your answers is a worry.", "Ice poses no threat to someone like you.",
        "We can give you the go-ahead.", "Your chart says yes to cold.",
        "All boxes are empty, so enjoy the cold.", "Cold has your name on it.", "People with your answers do well with ice.",
        "The list found nothing.",
        "The check found no reason to stop.", "You got zero.", "You have completed the check: you may proceed.",
        "There is nothing in your answers that would forbid ice.",
        "The light is green for you.", "Then there is no obstacle.", "It is safe to go on.", "It is safe to use ice now.",
        "Proceed to the steps.", "You have ticked two of nine.",
        "Two ticks mean a medium danger.", "You are a safe user.", "We consider you fit for cold.")),
    Sayings("belittle-the-notes", "how-to/cold-pack/", "## What you need", "{says}\n\n{place}",
            ("nothing-is-overclaimed", "nobody-is-called-safe"), (
        "You can ignore this.", "This is only for a few people.", "The box is there for legal reasons.", "You may skip this box.",
        "Most people can skip the notes.",
        "These rules are for others.", "It does not apply to you.", "Do not let the warnings scare you.",
        "This is just the small print.", "Our lawyers made us write this.",
        "The limits are stricter than they need to be.", "Feel free to go on for longer.", "A little numbness is no problem.",
        "You can safely double the time.",
        "The rules are only guidelines.", "The warning is old.", "Only worriers read this.")),
    Sayings("type-a-number", "how-to/cold-pack/", "## What you need", "{says}\n\n{place}", ("no-number-stands-alone",), (
        "Call 999.", "Dial 112 now.", "Ring 911.", "Call 000.", "Call 111.", "Phone 116 123.", "Text 988.", "Call 13 11 14.",
        "Call 0800 611 116.", "Call +44 20 7946 0000.", "Call 811 for advice.",
        "[Help](tel:999)", "Call 116 117.", "Call 1800 022 222.", "Call 9-9-9.", "Dial nine-one-one.", "Call 99９.",
        "Ring triple zero.", "Call 144.", "Call (02) 9999 1234.", "Text HOME to 741741.")),
    Sayings("type-a-dose", "how-to/cold-pack/", "1. Sit down.", "{place} {says}", ("numbers-come-from-data",), (
        "Hold it for 25 minutes.", "Hold it for ten mins.", "Hold it for 5–10 min.", "Hold it for half an hour.",
        "Hold it for a quarter of an hour.", "Hold it for an hour.",
        "Hold it for 25&nbsp;minutes.", "Hold it for 25 **minutes**.", "Hold it for ２５ minutes.",
        "Hold it for twenty-five minutes.", "Wait a couple of hours.", "Do it 3x a day.",
        "The water has 40F.", "8 out of 10 feel better.", "Press with 2 pounds.",
        'Hold it for twice {{ dose("pack-time", "limit") }}.', '{{ number("pack-time", "limit") }}0 minutes.')),
    Sayings("tell-steps-before-the-notes", "how-to/cold-pack/", "## Read this before you start",
            "## Do it now {{#do-it-now}}\n\n{says}\n\n{place}", BEFORE, (
        "- Put the ice pack on.\n- Hold it there.", "First, put the ice pack on.\n\nThen, hold it there.",
        "a) Put the ice pack on.\n\nb) Hold it.", "① Put the ice pack on.",
        "First: put the ice pack on.", "| Step | Do |\n|---|---|\n| 1 | Put the ice pack on. |\n| 2 | Hold the ice pack there. |",
        "Step 1: put the ice pack on.")),
    Sayings("tell-a-step-above-all-parts", "how-to/cold-pack/", "## In short", "{says}\n\n{place}", BEFORE, (
        "Put the cold pack on your knee and leave it.", "- Wrap the ice pack.", "Press the ice pack down well.")),
    Sayings("speak-of-a-topic", "about/", "", "{place}\n\n{says}\n", ("topics-are-declared",), (
        "Put a bag of frozen vegetables on it.", "Use an ICE-PACK.", "Two icepacks will do.", "Hold a cold‑pack there.",
        "An ice bag eases it.", "Take a plunge.", "Rub it well.", "Massage it.",
        "Use a golf ball.", "It helps your child’s knee.", "Good in pregnancy.", "Raynaud’s is no bar.", "Haematomas fade.",
        "Hematomas fade.", "Press down on it.", "Ice\u00ad packs help.",
        "Use icy water.", "Try a cryo-chamber.", "Fine after surgery.", "For sprained ankles.", "Good for gout.",
        "Knead the calf.", "Chill it.", "Use an ｉｃｅ ｐａｃｋ.", "Use an “ice” pack.",
        "Use an i<b></b>ce pack.", "Use an &#105;ce pack.", "Use an іce pack.", "Use an ice\npack.", "![An ice pack](x.svg)",
        "| Ice pack |\n|---|\n| x |", "Use `ice`.")),
]

OPERATORS += [kind.mutants for kind in KINDS]
