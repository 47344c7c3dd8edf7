"""Can readers trust it? Sources, dates, people, money, risks, doubt and choices. Each test returns whether a page shows them."""

from press.audit.seen import Audited
from press.words import day

HELPERS = ("doctor", "nurse", "pharmacist", "physio", "therapist")


def shows_sources(seen: Audited) -> bool:
    return "stand behind this page" in seen.facts or "stands behind this page" in seen.facts or "rests on no study" in seen.facts


def gives_sources_and_licence(seen: Audited) -> bool:
    return shows_sources(seen) and bool(seen.shown.tree.css('a[rel~="license"]'))


def shows_dates(seen: Audited) -> bool:
    return day(seen.page.checked) in seen.facts and day(seen.page.check_by) in seen.facts


def says_who_pays(seen: Audited) -> bool:
    return "Money" in seen.facts


def names_an_author(seen: Audited) -> bool:
    author = seen.site.practice.author
    return bool(author and author.name in seen.facts)


def names_a_reviewer(seen: Audited) -> bool:
    reviewer = seen.site.practice.reviewer
    return bool(reviewer and reviewer.name in seen.facts)


def shows_findings(seen: Audited) -> bool:
    return seen.has("[data-claim][data-grade]") or seen.has("[data-belief]")


def shows_risks(seen: Audited) -> bool:
    wanted = [note for note in seen.site.notes_required(seen.page.topics) if note.severity == "do-not"]
    return all(seen.has(f'[data-note="{note.id}"][data-form="text"]') for note in wanted)


def risks_beside_findings(seen: Audited) -> bool:
    return shows_findings(seen) and seen.has('[data-note][data-form="text"]')


def shows_doubt(seen: Audited) -> bool:
    return bool(seen.part("not-known"))


def names_help(seen: Audited) -> bool:
    text, region = " ".join(seen.part("if-it-does-not-help")).lower(), seen.site.region
    doctor = (region.doctor.lower(),) if region else ()  # in some countries a GP
    return any(helper in text for helper in (*HELPERS, *doctor))


def says_when_to_ask(seen: Audited) -> bool:
    return names_help(seen) and seen.has('[data-note="emergency-signs"][data-form="text"]')


def shows_choices(seen: Audited) -> bool:
    return seen.links_to("benefits/compare/") or seen.page.url == "benefits/compare/"


def helps_to_ask(seen: Audited) -> bool:
    return seen.links_to("how-to/questions/") or seen.page.url == "how-to/questions/"
