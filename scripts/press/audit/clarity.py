"""Can readers understand it and act on it? Each test returns whether a page does so,
or None where the question does not arise."""

import re

from press.audit.seen import Audited
from press.glossary import unexplained
from press.readability import HIGHEST_GRADE, LONGEST_SENTENCE

LONGEST_PART, MOST_ITEMS, MOST_COLUMNS, LONGEST_COLUMN_HEAD = 250, 7, 4, 5  # words, items, columns, words
# boxes, and lists whose entries have headings of their own
NOT_RUNNING_TEXT = ".notes, .entries, .checklist, .beliefs, figure, .index"

TO_YOU = re.compile(r"(?<!\S)[.,!?:;”“]*your?[.,!?:;”“]*(?!\S)")


def says_its_point(seen: Audited) -> bool:
    return seen.has(".point")


def point_comes_first(seen: Audited) -> bool:
    blocks, point = seen.blocks, seen.shown.article.css_first(".point")
    return bool(point and blocks and blocks[0] == seen.shown.words_of(point))


def names_an_action(seen: Audited) -> bool:
    return 1 <= len(seen.shown.article.css(".actions li")) <= 2


def has_a_summary(seen: Audited) -> bool:
    return len(seen.part("in-short")) >= 3


def reads_easily(seen: Audited) -> bool:
    return seen.reading.grade <= HIGHEST_GRADE and seen.longest_sentence <= LONGEST_SENTENCE


def explains_hard_words(seen: Audited) -> bool:
    return not unexplained(seen.site, seen.shown)


def comes_in_short_parts(seen: Audited) -> bool:
    heads = {node.mem_id for node in seen.shown.article.css("h2, h3, h4")}
    boxes, longest, count = seen.inside(NOT_RUNNING_TEXT), 0, 0
    for node in seen.shown.article.css("h2, h3, h4, p, li, td, th"):
        count = (0 if node.mem_id in heads
                 else count + len(seen.shown.words_of(node, "p, li, ul, ol, td, th").split()) * (node.mem_id not in boxes))
        longest = max(longest, count)
    return longest <= LONGEST_PART


def lists_are_short(seen: Audited) -> bool:
    lists = (node for node in seen.shown.article.css("ul, ol") if node.mem_id not in seen.inside(".entries, .index"))
    return all(sum(child.tag == "li" for child in node.iter()) <= MOST_ITEMS for node in lists)


def key_points_stand_out(seen: Audited) -> bool:
    return seen.has(".notes.before")


def has_a_picture(seen: Audited) -> bool:
    return seen.has("figure figcaption .drawing-title")


def pictures_have_titles(seen: Audited) -> bool | None:
    figures = seen.shown.article.css("figure")
    return (all(figure.css_first(".drawing-title") and figure.css_first(".drawing-twin") for figure in figures)
            if figures else None)


def tables_are_simple(seen: Audited) -> bool | None:
    heads = [[seen.shown.words_of(cell) for cell in table.css("thead th")] for table in seen.shown.article.css("table")]
    return all(0 < len(row) <= MOST_COLUMNS and all(len(head.split()) <= LONGEST_COLUMN_HEAD for head in row)
               for row in heads) if heads else None


def speaks_to_you(seen: Audited) -> bool:
    return len(TO_YOU.findall(" ".join(seen.blocks).lower())) >= 5


def gives_steps(seen: Audited) -> bool | None:
    return seen.has("ol li", 2) if seen.page.url.startswith("how-to/") else None


def gives_a_tool(seen: Audited) -> bool:
    return bool(seen.shown.tree.css('main a[href$="handout.pdf"]')) or seen.has(".checklist")
