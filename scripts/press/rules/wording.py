"""Nobody promises what no study backs, and what people say stands with our verdict alone."""

import re
from collections.abc import Iterator
from functools import cache

from press.built import Built
from press.origin import origin
from press.rules import Found, problem, rule
from press.site import Site
from press.texts import Place, texts
from press.word_forms import finder, folded, forms, pattern
from press.wording import Hit, overclaims

ADDRESS = re.compile(r"(?:https?:/|(?<!\S))/\S+?(?=[.,;:!?)\]\"']*(?:\s|$))")
CUT_SHORT = re.compile(r'(people say "[^"]*?)\s*\.\.\.')
NOT_TRUE = ("unsupported", "unsafe as worded")


@rule()
def nothing_is_overclaimed(site: Site, built: Built) -> Found:
    """Nobody promises more than research shows, on a page, in a file beside it or in its header,
    but in the card of a belief or beside a denial."""
    told = set()
    for where, line, hit in (*_in_headers(site), *_in_texts(site, built)):
        if (where, line, hit.words) not in told:
            told.add((where, line, hit.words))
            yield problem("nothing-is-overclaimed", where, line,
                          f"'{hit.words}' says more than research shows: '{_around(hit)}'.",
                          f"write {hit.row.instead or 'what was found'}. "
                          "Or say it in {{ belief(\"…\") }}, or right after 'not been shown to'.")
    allowed = pattern(forms(site, "name"))
    for key, own in _names(site):
        for hit in overclaims(site, allowed.sub("", folded(own))):
            yield problem("nothing-is-overclaimed", "mkdocs.yml", site.settings.practice_line(key),
                          f"the name '{own}' promises something: '{hit.words}'.",
                          f"take '{hit.words}' out of the name: it stands on every page, beside the advice.")


@rule()
def beliefs_are_not_stated(site: Site, built: Built) -> Found:
    """What people say, and research does not support, stands nowhere but in its card, with the verdict."""
    wanted = {folded(belief.claim).rstrip("."): belief for belief in site.beliefs.values() if belief.verdict in NOT_TRUE}
    others = _Others(site)
    for words, places in texts(built).items():
        said = folded(words)
        for claim in (claim for claim in wanted if claim in said):
            for place in (place for place in places if claim in others.left_out(words, place)):
                belief = wanted[claim]
                where, line = origin(site, belief.claim, belief.claim, place.file)
                yield problem("beliefs-are-not-stated", where, line,
                              f"'{belief.claim}' stands here as if it were true; our verdict is '{belief.verdict}'.",
                              f"show it with {{{{ belief(\"{belief.id}\") }}}}, or write: '{belief.instead}'")


@rule()
def beliefs_show_their_verdict(site: Site, built: Built) -> Found:
    """Wherever the card of a belief stands, or the belief in a list, our verdict stands with it; a card says why,
    and what to say instead, and how sure we are."""
    told = set()
    for shown in built.pages.values():
        for node, id in shown.having("data-belief"):
            belief, said = site.beliefs.get(id), folded(shown.words_of(node))
            if not belief or not shown.in_text(node):
                continue
            wanted = [f"verdict {belief.verdict}",
                      *((f"{belief.grade} certainty", belief.why, belief.instead) if node.tag == "article" else ())]
            for words in (words for words in wanted if folded(words) not in said.replace("verdict:", "verdict")):
                if (id, words) not in told:
                    told.add((id, words))
                    yield problem("beliefs-show-their-verdict", belief.path, belief.line,
                                  f"'/{shown.url}' shows '{belief.claim}' without '{words[:60]}'.",
                                  "print it in overrides/snippets/belief.html, and the verdict in beliefs_list.html too.")


class _Others:
    """The words of others that may hold an overclaim: titles and names of sources, what a belief's card says,
    the names of the practice and its people, and addresses, which a name for the guide's folder may stand in."""

    def __init__(self, site: Site):
        every = finder(forms(site, "overclaim"))
        overclaiming = lambda quotes: tuple(quote for quote in map(folded, quotes) if every.found(quote))
        self.anywhere = tuple(folded(f'People say "{belief.claim}"') for belief in site.beliefs.values())
        self.sources = overclaiming(name for r in site.references.values()
                                    for name in (r.title, r.publisher, r.journal, *r.authors) if name)
        self.answers = overclaiming(words for belief in site.beliefs.values() for words in (belief.why, belief.instead))
        # a lone or small word would excuse itself everywhere
        self.names = tuple(name for _, name in _names(site) if " " in name and name != name.lower())
        self.cards = {b.id: tuple(map(folded, (b.claim, b.why, b.instead))) for b in site.beliefs.values()}
        self._without = cache(self._without)  # the same texts stand on many pages

    def left_out(self, words: str, place: Place) -> str:
        """Return a text, folded, without the words of others. A file beside the pages may hold what a card answers, too."""
        return self._without(words, place.belief, is_page=place.file.endswith(".html"))

    def _without(self, words: str, belief: str, *, is_page: bool) -> str:
        said = ADDRESS.sub(" ", words)
        for name in self.names:
            said = said.replace(name, " ")
        said = folded(said)
        answers = () if is_page else self.answers
        for quote in (*self.anywhere, *self._cut_short(said), *self.sources, *self.cards.get(belief, ()), *answers):
            said = said.replace(quote, " ")
        return said

    def _cut_short(self, words: str) -> list[str]:
        """Return the quotes of beliefs that were cut short to fit, such as in a list of links."""
        return [found[0] for found in CUT_SHORT.finditer(words)
                if any(quote.startswith(found[1].strip()) for quote in self.anywhere)]


def _in_headers(site: Site) -> Iterator[tuple[str, int, Hit]]:
    """Yield what is overclaimed in the search words of a header; all other keys are shown on the page."""
    for page in site.pages.values():
        yield from ((page.path, page.lines["aliases"], hit) for alias in page.aliases for hit in overclaims(site, alias))


def _in_texts(site: Site, built: Built) -> Iterator[tuple[str, int, Hit]]:
    """Yield what is overclaimed in any text of the built folder, with the file and line it comes from."""
    every, others, found = finder(forms(site, "overclaim")), _Others(site), cache(lambda words: list(overclaims(site, words)))
    for words, places in texts(built).items():
        for place in places if every.may_stand_in(folded(words)) else ():
            for hit in found(others.left_out(words, place)):
                yield (*origin(site, hit.words, hit.sentence, place.file), hit)


def _names(site: Site) -> list[tuple[str, str]]:
    """Return the proper names that a practice gives itself and its people, each with its key in the block."""
    people = ((key, getattr(site.practice, key)) for key in ("author", "reviewer"))
    return [("name", site.practice.name)] * bool(site.practice.name) + [(key, person.name) for key, person in people if person]


def _around(hit: Hit) -> str:
    """Return the words around a hit, enough to find it."""
    at = hit.sentence.index(hit.words)
    return hit.sentence[max(0, at - 40):at + len(hit.words) + 40].strip()
