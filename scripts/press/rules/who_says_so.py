"""Every page says who stands behind it: author, sources, dates, money and review. And what has a date shows it."""

from press.blocks import words
from press.built import Built
from press.prose import prose_of
from press.provenance import author, works
from press.readback import sheets_of
from press.review import review
from press.rules import Found, problem, rule
from press.rules.paper import PAPERS, template_of
from press.sharing import shares
from press.site import Site
from press.words import day

WHERE = "overrides/partials/page-facts.html"
MONEY = "sells nothing"


@rule(about_look=True)
def pages_say_who_stands_behind_them(site: Site, built: Built) -> Found:
    """Each page names its author or says that nobody is named, counts its sources, says who pays, when it was checked,
    and whether a clinician reviewed it."""
    for page in site.pages.values():
        shown = built.page_at(page.url)
        facts = next(iter(shown.classed("facts")), None) if shown else None
        said = shown.words_of(facts) if shown else ""
        count = len(works(site, page))
        wanted = {"author": author(site.practice), "sources": f"{count} " if count else "rests on no study",
                  "day of the last check": f"Last check {day(page.checked)}",
                  "day of the next check": f"Next check by {day(page.check_by)}", "money": MONEY, "review": review(site.practice)}
        for what, text in wanted.items():
            if shown and text not in said:
                yield problem("pages-say-who-stands-behind-them", WHERE, 0,
                              f"'/{page.url}' does not show its {what}: '{text.strip()}'.",
                              "print it in the list of facts under the text.")
        for unseen in facts.css("[hidden], [inert], [aria-hidden=true]") if facts else ():
            yield problem("pages-say-who-stands-behind-them", WHERE, 0,
                          f"'/{page.url}' hides '{shown.words_of(unseen)[:60] or unseen.text().strip()[:60]}' from its readers.",
                          "take 'hidden' out: all can see these facts.")


@rule(about_look=True)
def sheets_say_who_reviewed_them(site: Site, built: Built) -> Found:
    """Each handout and each sheet for the wall says that it is information only, and when no clinician reviewed it,
    that none did."""
    wanted, told = ["This is information only."], set()
    if not site.practice.reviewer:  # whose name may be from right to left, which turns the words around it
        wanted.insert(0, review(site.practice))
    for share in shares(prose_of(site)):
        for file in PAPERS:
            address = share.page.url + file
            sheets = sheets_of((built.folder / address).read_bytes()) if address in built.files else ()
            said = " ".join(sheet.words for sheet in sheets)
            for sentence in (sentence for sentence in wanted if sheets and sentence not in said and (file, sentence) not in told):
                told.add((file, sentence))
                yield problem("sheets-say-who-reviewed-them", template_of(file), 1,
                              f"'/{address}' does not say: '{sentence}'.", "print 'fresh()' there, as style.typ has it.")


@rule()
def claims_show_their_dates(site: Site, built: Built) -> Found:
    """Each claim shows in the evidence when it was checked, and by when it is checked again."""
    evidence = built.page_at("evidence/")
    for claim in site.claims.values() if evidence else ():
        entry = evidence.tree.css_first(f'.finding[data-claim="{claim.id}"]')
        said = words(entry) if entry else ""
        for date in (claim.checked, claim.check_by):
            if entry and day(date) not in said:
                yield problem("claims-show-their-dates", claim.path, claim.line,
                              f"the evidence page does not show '{day(date)}' for '{claim.id}'.",
                              "print 'checked' and 'check_by' in overrides/snippets/claims_list.html.")
