"""Web addresses stand behind words, and the words name the site that they lead to."""

import re
from urllib.parse import urlsplit

from press.built import Built
from press.cautions import said_by, said_in
from press.crawl import Link
from press.link_sources import places_in
from press.rules import Found, problem, rule
from press.site import Site
from press.word_forms import folded, forms, holds, pattern

ENDS = "com|org|net|info|edu|gov|int|health|uk|ie|eu|us|ca|au|nz|de|fr|nl|io|app|site|online|blog|me|tv|shop|store|clinic"
TOP = re.compile(rf"\b(?:https?://|www\.)\S+|(?<![@\w.-])(?:[a-z0-9-]+\.)+(?:{ENDS})\b(?![\w.@-]*@)(?:/\S*)?", re.IGNORECASE)
SIGNS = ("://", "www.", *(f".{end}" for end in ENDS.split("|")))
LINK = re.compile(r"\[[^\]]*\]\([^)]*\)|<[^>]*>")  # its words are judged with where it leads
# what may stand before the last label of a name that many share: co.uk
SECOND = {"co", "com", "org", "ac", "gov", "net", "nhs", "edu", "gob", "github"}
# Sites that readers trust, and that others would like to be taken for.
TRUSTED = ("nhs.uk", "nice.org.uk", "who.int", "nih.gov", "cdc.gov", "doi.org", "cochrane.org", "cochranelibrary.com", "bmj.com",
           "thelancet.com", "mayoclinic.org", "versusarthritis.org", "wikipedia.org", "github.com", "creativecommons.org")
FORWARDS = ("doi.org",)  # these lead on to whatever site has the thing


@rule()
def addresses_are_links(site: Site, built: Built) -> Found:
    """No web address stands as bare text in a page or a note: nobody can press it, and it is read aloud letter by letter."""
    pages = ((page.path, said_by(page), f"{page.point} {page.actions} {page.body}") for page in site.pages.values())
    for where, said, source in (*pages, *((note.path, said_in(note.text, note.body_line), note.text)
                                          for note in site.notes.values())):
        whole = "\n".join(sentence for sentence, _ in said).lower()
        bare = LINK.sub(" ", source) if any(sign in whole for sign in SIGNS) else ""
        for sentence, line in said if bare else ():
            for address in TOP.finditer(sentence):
                written = address[0].rstrip(".,;:!?)'\"")
                if written not in bare:
                    continue
                yield problem("addresses-are-links", where, line,
                              f"the address '{written}' stands as text, where nobody can press it.",
                              f"write '[the name of that page]({written if '://' in written else f'https://{written}'})', or take it out.")


@rule()
def links_name_the_site_they_lead_to(site: Site, built: Built) -> Found:
    """A link to another site names no other site than that: whoever trusts the name in its words would be led astray."""
    # a title is its authors' own
    names, titles = forms(site, "site"), {" ".join(reference.title.split()) for reference in site.references.values()}
    for page in built.pages.values():
        for node, address in page.links_in_text:
            if not address.startswith(("https:", "http:")) or address.startswith(built.site_url):
                continue
            host, said = urlsplit(address).netloc.lower().removeprefix("www."), " ".join(node.text().split())
            if not host or said in titles:
                continue
            other = _other_address(said, host) or (_other_name(names, said, _owned(host) + address.partition(host)[2])
                                                   if host not in FORWARDS else "")
            for place in places_in(site, built, Link(page.file, address), True, False) if other else ():
                yield problem("links-name-the-site-they-lead-to", place.where, place.line,
                              f"the words '{said[:80]}' name '{other}', and the link leads to '{host}'.",
                              f"lead it to '{other}', or name the site of '{host}' in its words.")


@rule()
def links_lead_to_no_look_alike(site: Site, built: Built) -> Found:
    """No link leads to a site whose name is one slip away from a trusted one, begins with a trusted one,
    or has letters that only look alike."""
    own = urlsplit(site.practice.website).netloc.lower()
    for page in built.pages.values():
        for _, address in page.links:
            host = urlsplit(address).netloc.lower() if address.startswith(("https:", "http:")) else ""
            if host == own and "xn--" in own:
                continue  # so a browser writes a practice's own 'müller.example'
            if host and not address.startswith(built.site_url) and (meant := _taken_for(host.rpartition("@")[2])):
                for place in places_in(site, built, Link(page.file, address), True, True):
                    yield problem("links-lead-to-no-look-alike", place.where, place.line,
                                  f"'{host}' is not '{meant}', and would be taken for it.",
                                  "open the page that you mean, and copy its address from the browser.")


def _taken_for(host: str) -> str:
    """Return the trusted site, or the plain name, that somebody would take a host for, or an empty string."""
    owned = _owned(host)
    if "xn--" in host:
        return host.replace("xn--", "")
    return next((name for name in TRUSTED if owned != name and (f".{name}." in f".{host}" or _is_one_slip(owned, name))), "")


def _is_one_slip(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter that is missing, added or another, or by two that changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, wanted = one[start:], other[start:]
    return (rest[1:] in (wanted, wanted[1:]) or rest == wanted[1:]
            or rest[:2] == wanted[1::-1] and len(wanted) > 1 and rest[2:] == wanted[2:])


def _other_address(said: str, host: str) -> str:
    """Return the address in the words of a link that is not at the host it leads to, or an empty string."""
    for found in TOP.finditer(said):
        named = found[0].lower().partition("://")[2] or found[0].lower()
        named = named.partition("/")[0].removeprefix("www.").rstrip(".,;:!?")
        if host != named and not host.endswith(f".{named}") and not named.endswith(f".{host}"):
            return named
    return ""


def _owned(host: str) -> str:
    """Return the part of a host's name that somebody owns: 'evil.example' of 'nhs.uk.evil.example', 'nhs.uk' of 'www.nhs.uk'."""
    labels = host.partition(":")[0].split(".")
    return ".".join(labels[-3:] if len(labels) > 2 and labels[-2] in SECOND else labels[-2:])


def _other_name(names: tuple[str, ...], said: str, address: str) -> str:
    """Return the name of a known site in the words of a link whose letters its address does not hold, or an empty string."""
    if not names or not holds(names, said):
        return ""
    letters = re.sub(r"[^a-z0-9]", "", address.lower())
    return next((name for found in pattern(names).finditer(folded(said))
                 if re.sub(r"[^a-z0-9]", "", name := found[0]) not in letters), "")
