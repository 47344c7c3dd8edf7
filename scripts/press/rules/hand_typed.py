"""What differs by country, who says something, and where it was found stand in data, and are not typed into a sentence."""

import re

from press.built import Built
from press.rules import Found, problem, rule
from press.rules.spelling import spoken
from press.site import Site

CALLS = r"(?:call|ring|phone|dial|fetch|get|send for|ask for)"
# Words of one country, or an order to call without a number, and the call that says the same for each country.
LOCAL = (
    (re.compile(r"\bA ?& ?E\b|\bERs?\b|\b[Ee]mergency rooms?\b"), 'region("ed")'),
    (re.compile(r"\bGPs?\b|\b[Ff]amily doctors?\b"), 'region("doctor")'),
    (re.compile(rf"\b{CALLS}\b(?: \w+){{0,2}}? (?:an ambulance|the ambulance|ambulances?|paramedics|emergency services?)\b",
                re.IGNORECASE), 'region("emergency")'),
    (re.compile(r"\burgent care (?:cent\w+|clinic)|\bminor injur(?:y|ies) (?:unit|clinic)|\bwalk-in (?:cent\w+|clinic)", re.IGNORECASE),
     'region("urgent_care")'),
    (re.compile(r"\b(?:take|taking|try|use) (?:some )?(?:paracetamol|acetaminophen)\b", re.IGNORECASE), 'region("painkiller")'),
    (re.compile(r"\bphysical therapists?\b", re.IGNORECASE), 'region("physio")'),
)
PERSON = re.compile(r"\b(?:Dr|Prof|Professor|Mrs|Mr|Ms|Nurse|Doctor)\.? [A-Z][a-z]+|['\"] ?,? ?(?:says|said|wrote) [A-Z][a-z]+"
                    r"|\b[A-Z][a-z]+, (?:aged )?[1-9][0-9](?:,|\b)")
CITED = re.compile(r"\bet al\b|\[\d{1,3}(?:[,–-] ?\d{1,3})*\]|\((?:[A-Z][\w'-]+(?: (?:and|&) [A-Z][\w'-]+)?,? )(?:19|20)\d\d[a-z]?\)"
                   r"|\b(?:19|20)\d\d (?:study|trial|review)\b|\bdoi:|\b10\.\d{4,}/")


SAID = ("say says said write writes wrote back backs backed recommend recommends recommended advise advises advised endorse endorses"
        " endorsed agree agrees agreed found report reports reported state states stated approve approves approved suggest suggests"
        " suggested").split()
PEOPLE = ("scientist scientists researcher researchers doctor doctors expert experts professor professors study studies trial trials"
          " review reviews").split()
SAY, WHO = f"(?:{'|'.join(SAID)})", f"(?:{'|'.join(PEOPLE)})"
# What somebody with a name is said to say: 'The Lancet wrote', 'NICE backs', 'according to the Mayo Clinic', 'a study from Sweden'.
NAMED = re.compile(rf"\b(?:[A-Z]{{2,}}|[Tt]he (?:[A-Z]\w+ ?)+|[A-Z]\w+(?: [A-Z]\w+)+|Cochrane) ?(?:{WHO} )?(?:also |now )?{SAY}\b"
                   rf"|\b[Aa]ccording to (?:the |a )?[A-Z]\w+|\b(?i:{WHO}) (?:from|at|in|of) (?:the )?(?:University|[A-Z]\w+)\b")
# What only somebody whom no reader can ask could say of himself; a client's own words stand in quotation marks.
SELF = re.compile(r"\bI (?:\w+ly |always |often |would )?(?:recommend|advise|suggest|treat|prescribe|swear by)\b"
                  r"|\b(?:[Mm]y|[Oo]ur) (?:own )?(?:clients?|patients?|clinic|practice|experience|opinion)\b|\b[Oo]ur therapists?\b"
                  r"|\b[Aa]s an? \w+(?: \w+)?, (?:I|we)\b|^Trust (?:me|us)\b")
IN_QUOTES = re.compile(r'"[^"]*"')
ONE_OF, ONESELF = frozenset((*SAID, *PEOPLE, "according")), frozenset(("i", "we", "my", "our", "trust"))  # quicker to look for
CALLED = re.compile(r".*\(the source .*", re.DOTALL)  # a sentence that cites what it names


@rule()
def words_of_one_country_come_from_data(site: Site, built: Built) -> Found:
    """Whom to call and where to go is said in the words of the reader's own country, with its number: no sentence types those of one."""
    for where, line, said, _ in spoken(site):
        for words, call in LOCAL:
            if found := words.search(said):
                yield problem("words-of-one-country-come-from-data", where, line,
                              f"'{found[0]}' in '{said[:80]}' is typed, and is not right in every country.",
                              f"write {{{{ {call} }}}} instead.")


@rule()
def nobody_is_quoted(site: Site, built: Built) -> Found:
    """No page quotes a person by name, or speaks as one: readers cannot ask them, and nobody here can check what they say."""
    fix = 'say what was found, with {{ claim("id") }}; a reviewer is named in the practice\'s block.'
    yield from _typed(site, "nobody-is-quoted", PERSON, "names a person", fix)
    yield from _typed(site, "nobody-is-quoted", SELF, "is said by somebody whom no reader can ask", fix, IN_QUOTES, ONESELF)


@rule()
def sources_are_cited_by_their_id(site: Site, built: Built) -> Found:
    """A source is cited by a call that leads to it, not typed, so that each can be found and none is made up."""
    fix = 'write {{ cite("its-id") }}, with an id of docs/_data/references.yml.'
    yield from _typed(site, "sources-are-cited-by-their-id", CITED, "is a source typed by hand", fix)
    yield from _typed(site, "sources-are-cited-by-their-id", NAMED, "names a source and leads to none", fix, CALLED, ONE_OF)


def _typed(site: Site, name: str, words: re.Pattern[str], what: str, fix: str, without: re.Pattern[str] | None = None,
           among: frozenset[str] = frozenset()) -> Found:
    """Yield each sentence that holds such words, beside what it may be `without`, as a problem of the rule `name`;
    only those with one of the small words `among` which they stand are looked at."""
    for where, line, said, small in spoken(site):
        if among and among.isdisjoint(small):
            continue
        if found := words.search(without.sub("", said) if without else said):
            yield problem(name, where, line, f"'{found[0]}' in '{said[:80]}' {what}.", fix)
