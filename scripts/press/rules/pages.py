"""Pages are whole and well-formed: one title, headings in order with lasting ids, the parts that readers count on."""

import datetime
import re
from collections import Counter
from html import unescape

from selectolax.lexbor import LexborNode

from press.built import Built, BuiltPage
from press.calls import headings
from press.elements import around
from press.model import Page
from press.origin import origin
from press.reading import Site
from press.rules import Found, problem, rule
from press.schema import KEBAB
from press.sharing import shows_kit
from press.sources import source_of

OPENING = re.compile(r"\s*\{\{-?\s*opening\(\)\s*-?\}\}")
PARTS = {"in-short": "In short", "if-it-does-not-help": "If it does not help", "not-known": "What research does not know"}
ACTIVE = ("script", "iframe", "object", "embed", "style", "link", "meta", "base", "form")
LEFTOVERS = ("<!--", "-->", "{{", "}}", "{%", "%}", "{#", "[^", "][", "--8<--", "!!! ", "??? ", "TODO", "FIXME", "Lorem ipsum", "Traceback",
             "jinja2.", "Undefined", "\ue000", "\ue001", "{: ", "{emergency}", "{advice}", "{ed}",
             "As an AI", "as an AI", "AI language model", "language model, I", "I cannot provide medical advice", "I cannot give medical advice", "Here is the revised", "Here's the revised", "[insert", "[Insert", "[your name]")

# What Markdown leaves standing when a sign is not closed, or is of another dialect than ours.
MARKUP = re.compile(r"\*\*|~~|==|```|(?<!\w):[a-z][a-z0-9_+-]*:(?!\w)|\[[ xX]?\]|\]\(|!\[|(?<!\{)\{\s*[a-z_]+\(|(?<!\S)(?:\*|__?)(?=[^\W_])|(?<=\w)\*(?!\w)"
                    r"|^#{1,6} |\|\s*:?-{2,}|&#?\w+;|</?[a-z][^<>]*>")
HIDES = ("hidden", "inert", "aria-hidden", "popover")
UNSHOWN = ("template", "noscript", "dialog")


@rule()
def every_page_is_built(site: Site, built: Built) -> Found:
    """Every page of the sources is in the built folder, and every built page has a source."""
    for page in site.pages.values():
        if not built.page_at(page.url):
            yield problem("every-page-is-built", page.path, 1, f"the page '/{page.url}' is not in the built folder.", "build the guide again.")


@rule()
def titles_differ(site: Site, built: Built) -> Found:
    """No two pages have one title, so that a tab, a list or an email says which page it is."""
    first: dict[str, Page] = {}
    for page in site.pages.values():
        same = first.setdefault(page.title.casefold(), page)
        if same is not page:
            yield problem("titles-differ", page.path, page.lines["title"], f"'{page.title}' is the title of '{same.path}' too.",
                          "give this page a title that says what only it tells.")


@rule()
def headings_are_permanent(site: Site, built: Built) -> Found:
    """Each heading has an id of its own in lower-case ASCII, so that a link to it lasts."""
    for page in site.pages.values():
        for heading in headings(page):
            if not heading.id:
                fix = f"write '{'#' * heading.level} {heading.words} {{#{_slug(heading.words)}}}', and never change the id again."
                yield problem("headings-are-permanent", page.path, heading.line, f"the heading '{heading.words}' has no id.", fix)
            elif not KEBAB.match(heading.id):
                yield problem("headings-are-permanent", page.path, heading.line,
                              f"the id '{heading.id}' is not lower-case words with hyphens.", f"write '{{#{_slug(heading.id)}}}'.")


@rule()
def headings_in_order(site: Site, built: Built) -> Found:
    """A page has one h1, its title, and no heading level is skipped."""
    for page, shown in _pairs(site, built):
        for heading in headings(page):
            if heading.level == 1:
                yield problem("headings-in-order", page.path, heading.line, f"'{heading.words}' is a second title.",
                              "start headings in the text at '##'; the title stands in the header.")
        level = 1
        for node in shown.article.css("h1, h2, h3, h4, h5, h6") if shown.article else ():
            depth = int(node.tag[1])
            if depth > level + 1:
                text = node.text().strip()
                yield problem("headings-in-order", page.path, page.line_of(text[:30]), f"'{text[:60]}' skips from level {level} to {depth}.",
                              f"give it {level + 1} '#' signs.")
            level = depth


@rule()
def ids_are_unique(site: Site, built: Built) -> Found:
    """An id stands once on a page, so that a link to it is certain."""
    for shown in built.pages.values():
        for id in sorted(_twice(shown.ids)):
            where, line = source_of(site, shown, f"#{id}")
            yield problem("ids-are-unique", where, line, f"the id '{id}' stands {shown.ids.count(id)} times on '/{shown.url}'.",
                          "give all but one of them another id.")


@rule()
def nothing_unfilled(site: Site, built: Built) -> Found:
    """No template sign, broken reference, placeholder or program error reaches a reader."""
    written = ""
    for block, pages in built.said.items():
        for sign in (sign for sign in LEFTOVERS if sign in block):
            for shown in pages:
                where, line = source_of(site, shown, sign)
                yield problem("nothing-unfilled", where, line, f"'{sign}' is shown to readers on '/{shown.url}': '{_around(block, sign)}'.",
                              "mend or remove what stands there.")
        for found in MARKUP.finditer(block):
            token = re.search(r"\S*$", block[:found.start()])[0] + found[0] + re.match(r"\S*", block[found.end():])[0]
            for shown in pages:
                page = site.pages.get(shown.url)
                if token not in (written or (written := _written(site))):
                    continue  # a practice's name and a study's title are no Markdown, and stand as they are
                where, line = (page.path, page.line_of(token)) if page and token in page.body else origin(site, token, block, shown.file)
                yield problem("nothing-unfilled", where, line, f"'{found[0]}' is shown to readers on '/{shown.url}': '{_around(block, found[0])}'.",
                              "close it, or take it out: only Markdown as the other pages use it is understood.")


@rule()
def steps_are_not_code(site: Site, built: Built) -> Found:
    """No words are set as program code by mistake, as a line is that four spaces or a tab indent; on a page of advice, none are at all. Only the share kit sets its emails so."""
    for page, shown in _pairs(site, built):
        emails = {node.mem_id for node in shown.article.css(".kit pre[data-region]")} if shows_kit(page) and shown.article else set()
        for node in shown.tagged("pre", "code") if page.kind == "advice" else shown.tagged("pre"):
            if shown.in_text(node) and node.mem_id not in emails and not (node.tag == "code" and node.parent.tag == "pre"):
                words = " ".join(node.text().split())
                yield problem("steps-are-not-code", *_place(site, page, shown, words, f"<{node.tag}"), f"'{words[:60]}' is shown as program code.",
                              "take away the spaces before the line, or the backticks around it.")


@rule()
def nothing_is_hidden(site: Site, built: Built) -> Found:
    """An author's words are there for all readers: nothing in a page's text is hidden, and no comment in it is published. Only the share kit hides what needs a script."""
    for page, shown in _pairs(site, built):
        hidden = [(name, node) for name in HIDES for node, value in shown.having(name) if value != "false"]
        hidden += [(f"<{node.tag}>", node) for node in shown.tagged(*UNSHOWN)]
        for name, node in hidden:
            if shown.in_text(node) and not _is_ours(page, node):
                words = " ".join(node.text().split())
                yield problem("nothing-is-hidden", *_place(site, page, shown, words, name), f"'{name}' hides '{words[:60]}' from readers.", f"remove '{name}', or the words.")
    for record, text in (*((page, page.body) for page in site.pages.values()), *((note, note.text) for note in site.notes.values())):
        for found in re.finditer("<!", text):
            yield problem("nothing-is-hidden", record.path, record.body_line + text.count("\n", 0, found.start()),
                          f"'{text[found.start():found.start() + 40].splitlines()[0]}' would be published, where everybody can read it.",
                          "remove it, or write {## … ##} around what is for authors alone.")


@rule()
def no_active_markup(site: Site, built: Built) -> Found:
    """Pages hold no script, frame, form, event handler or style of their own. Only the share kit frames our own emails, in a sandbox,
    and only the check before ice is a form: one that cannot be sent, so that the browser keeps no tick."""
    for page, shown in _pairs(site, built):
        harmless = ".kit iframe[sandbox=''], .checklist[method=dialog]" if shows_kit(page) else ".checklist[method=dialog]"
        active = [node for node in shown.tagged(*ACTIVE) if shown.in_text(node)]
        allowed = {node.mem_id for node in shown.article.css(harmless)} if active else set()
        words = [f"<{node.tag}" for node in active if node.mem_id not in allowed]
        words += [name for name, found in shown.elements.by_attribute.items()
                  if (name.startswith("on") or name in ("style", "srcdoc")) and any(shown.in_text(node) for node, _ in found)]
        for word in words:
            yield problem("no-active-markup", page.path, page.line_of(word), f"'{word}' does not belong in a page.",
                          "remove it; looks belong in docs/assets/site.css, and pages need no script.")


@rule()
def images_have_words(site: Site, built: Built) -> Found:
    """Each image has a text that says what it shows."""
    for shown in built.pages.values():
        for node in shown.tagged("img"):
            if node.attributes.get("alt") is None or (not node.attributes["alt"].strip() and node.attributes.get("role") != "presentation"):
                source = node.attributes.get("src") or ""
                where, line = source_of(site, shown, source.rsplit("/", 1)[-1])
                yield problem("images-have-words", where, line, f"the image '{source}' has no alternative text.",
                              "say in the square brackets what it shows: ![words](image.svg).")


@rule(is_cause=True)
def advice_pages_have_their_parts(site: Site, built: Built) -> Found:
    """An advice page opens with its point and the safety box, sums itself up, and says what to do if it fails and what is not known."""
    for page in site.pages.values():
        if page.kind != "advice":
            continue
        name = "advice-pages-have-their-parts"
        for key, given in (("topics", page.topics), ("point", page.point), ("actions", page.actions)):
            if not given:
                yield problem(name, page.path, page.lines.get(key, page.line), f"an advice page needs '{key}'.", f"add '{key}:' to the header.")
        if len(page.actions) > 2:
            yield problem(name, page.path, page.lines["actions"], f"{len(page.actions)} main actions are too many to remember.", "keep the two that matter most.")
        if not OPENING.match(page.body):
            yield problem(name, page.path, page.body_line, "the page does not open with its point and the safety box.", "write {{ opening() }} first.")
        ids = [heading.id for heading in headings(page)]
        for id, words in PARTS.items():
            if id not in ids:
                yield problem(name, page.path, page.body_line, f"the part '{words}' is missing.", f"add '## {words} {{#{id}}}' and its text.")
        for heading in _empty(page):
            yield problem(name, page.path, heading.line, f"nothing stands below '{heading.words}'.", "write the part, or remove the heading.")


@rule()
def descriptions_fit(site: Site, built: Built) -> Found:
    """A page's title and description fit into search results and previews."""
    for page in site.pages.values():
        if not 50 <= len(page.description) <= 200:
            yield problem("descriptions-fit", page.path, page.lines["description"], f"the description has {len(page.description)} characters.",
                          "write one sentence of 50 to 200 characters.")
        if len(page.title) > 70:
            yield problem("descriptions-fit", page.path, page.lines["title"], f"the title has {len(page.title)} characters.", "write 70 or fewer.")


@rule()
def dates_are_in_order(site: Site, built: Built) -> Found:
    """A page is checked again within a year of its last check, and a claim within two."""
    for record, years in (*((page, 1) for page in site.pages.values()), *((claim, 2) for claim in site.claims.values())):
        longest = datetime.timedelta(days=365 * years + 1)  # a leap day may lie between
        if record.check_by <= record.checked:
            yield problem("dates-are-in-order", record.path, record.lines["check_by"],
                          f"'{record.check_by}' is not after '{record.checked}', the day of the last check.", "write a later day.")
        elif record.check_by - record.checked > longest:
            yield problem("dates-are-in-order", record.path, record.lines["check_by"], f"'{record.check_by}' is too long after '{record.checked}', the day of the last check.",
                          f"write '{record.checked + longest}' or an earlier day.")


@rule()
def days_have_come(site: Site, built: Built) -> Found:
    """Nobody checked a page or claim, or reviewed the guide, on a day by which all else would be overdue; and a review is no older than the pages it vouches for."""
    name, practice = "days-have-come", site.practice
    records = [*site.pages.values(), *site.claims.values()]
    deadlines = sorted((record.check_by for record in records), reverse=True)
    for record in records:
        others = deadlines[deadlines[0] == record.check_by:][:1]
        if others and record.checked > others[0]:
            yield problem(name, record.path, record.lines["checked"], f"'{record.checked}' is a day that has not come.", "write the day on which it was checked.")
    for reference in site.references.values():
        if deadlines and reference.accessed and reference.accessed > deadlines[0]:
            yield problem(name, reference.path, reference.lines["accessed"], f"'{reference.accessed}' is a day that has not come.", "write the day on which the page was read.")
    if not practice.reviewed or not site.pages:
        return
    line, newest = site.settings.practice_line("reviewed"), max(site.pages.values(), key=lambda page: page.checked)
    if practice.reviewed > max(page.check_by for page in site.pages.values()):
        yield problem(name, "mkdocs.yml", line, f"'{practice.reviewed}' is a day that has not come.", "write the day on which the reviewer finished.")
    elif practice.reviewed < newest.checked:
        yield problem(name, "mkdocs.yml", line, f"the review of '{practice.reviewed}' is older than '{newest.path}', which was checked on {newest.checked}.",
                      "let the reviewer read what is new, and write the day on which that was done; or remove 'reviewer:' and 'reviewed:'.", stops=False)  # a copy that takes the newest guide is told, never locked out


def _written(site: Site) -> str:
    """Return all that authors wrote as Markdown."""
    texts = (text for page in site.pages.values() for text in (page.body, page.title, page.description, page.point, *page.actions))
    return unescape("\n".join((*texts, *(text for note in site.notes.values() for text in (note.title, note.short, note.text)))))


def _place(site: Site, page: Page, shown: BuiltPage, words: str, name: str) -> tuple[str, int]:
    return origin(site, words[:60], words, shown.file) if words else (page.path, page.line_of(name.rstrip(">")))


def _is_ours(page: Page, node: LexborNode) -> bool:
    """Tell whether an element is a drawing or stands in one, or stands in the share kit of a page that shows it."""
    return any(at.tag == "svg" for at in around(node)) or shows_kit(page) and any("kit" in (at.attributes.get("class") or "").split() for at in around(node.parent))


def _pairs(site: Site, built: Built) -> list[tuple[Page, BuiltPage]]:
    return [(page, shown) for page in site.pages.values() if (shown := built.page_at(page.url))]


def _twice(ids: list[str]) -> set[str]:
    return {id for id, count in Counter(ids).items() if count > 1}


def _empty(page: Page):
    found = list(headings(page))
    lines = page.body.split("\n")
    for this, after in zip(found, [*found[1:], None], strict=True):
        stop = after.line - page.body_line if after else len(lines)
        between = "".join(lines[this.line - page.body_line + 1:stop]).strip()
        if not between and not (after and after.level > this.level):
            yield this


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-") or "part"


def _around(text: str, sign: str) -> str:
    at = text.index(sign)
    return text[max(0, at - 20):at + 40]
