"""Writes the accessibility statement's data from the last run of every test: what was tested, on how many pages, with what,
and what failed."""

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from press.as_run import signed

STANDARD = "WCAG 2.2 level AA"
RUN, DATA = ".cache/test-all.xml", "docs/_data/accessibility.yml"
# the tests that speak of accessibility
ABOUT = ("test_tour", "test_bare", "test_behind_the_back", "test_stops", "test_keyboard", "test_slash", "test_axe",
         "test_drawings_are_read", "test_valid_html")
SAYS = {  # what the tests mean for a reader: a plain sentence, and the tests that stand behind it
    "A checking program (axe) finds no barrier on any page: on wide and small screens, light, dark and printed": (
        "axe_finds_nothing_on_any_page_in_three_modes_nor_in_a_sample_of_the_rest", "axe_finds_nothing_on_any_page_in_any_mode",
        "axe_finds_nothing_with_something_open",
        "axe_finds_nothing_on_any_page_with_something_open", "axe_finds_nothing_in_the_guide_in_one_file",
        "axe_finds_nothing_at_an_old_address"),
    "You can reach everything with a keyboard, and always see where you are": (
        "each_stop_of_the_tab_key_is_good", "each_stop_of_the_tab_key_is_good_with_something_open",
        "each_stop_of_the_tab_key_is_good_on_every_page",
        "each_stop_is_good_on_the_way_back_with_spaced_letters",
        "what_sticks_to_the_top_is_never_higher_than_what_scrolling_leaves_for_it",
        "the_header_stays_in_view_only_where_there_is_room",
        "the_menu_opens_and_closes_from_the_keyboard_and_all_its_links_are_good_stops", "the_skip_link_leads_to_the_text",
        "a_box_of_the_checklist_is_ticked_from_the_keyboard"),
    "You can open, use and close the search with a keyboard": (
        "the_search_keeps_the_focus_and_gives_it_back", "the_search_opens_with_a_slash_but_not_while_somebody_types",
        "whatever_was_opened_can_be_closed"),
    "You can switch the / key off, and on again": (
        "the_slash_is_switched_off_and_on_by_a_button_that_stores_only_while_it_is_off",
        "where_nothing_may_be_stored_the_slash_works_and_its_button_says_why_it_is_not_there",
        "without_scripts_there_is_no_button_for_the_slash"),
    "You never have to scroll sideways, on a small screen either": (
        "nothing_makes_a_reader_scroll_sideways", "the_longest_name_fits"),
    "Text that is twice as large, or has more space between its letters, still fits": (
        "text_twice_as_large_fits", "the_search_fits_with_text_twice_as_large", "spaced_text_fits"),
    "Nothing on a page moves": ("nothing_moves_while_a_page_loads", "nothing_moves_for_whoever_wants_no_motion"),
    "What you must press is as large as a fingertip": ("what_people_must_hit_is_as_large_as_a_fingertip",),
    "With very few colours, you can read all words, and the safety boxes keep their frames": (
        "all_words_can_be_read_in_forced_colours", "safety_boxes_keep_their_frame_and_words"),
    "A printed page has all the words, and says where its links lead": (
        "paper_has_all_words_of_the_screen", "paper_spells_out_where_links_lead",
        "screen_and_paper_have_what_is_made_for_each"),
    "Without scripts, and without colours and layout, each page has all its words in the right order": (
        "without_scripts_every_page_has_the_same_words_and_links", "without_scripts_and_style_every_page_has_its_words_in_order"),
    "The words in every drawing can be read": ("the_words_in_every_drawing_can_be_read",),
    "A page is light, and waits for no script": ("a_page_needs_at_most_five_files_and_no_script_holds_it_up",),
    "Nothing comes from other sites, and nothing is stored before you press a button": (
        "nothing_is_asked_of_another_host", "nothing_is_stored_before_a_press", "nothing_breaks_the_policy"),
    "No page shows an error while somebody uses it": ("nothing_goes_wrong",),
    "The code of every page and email follows the rules of the web": (
        "no_page_has_an_error", "no_page_has_an_error_for_the_newest_checker", "no_page_at_an_old_address_has_an_error",
        "no_email_has_an_error_but_for_what_outlook_needs"),
}
MEANS = {test: says for says, tests in SAYS.items() for test in tests}
HEAD = "# Written by `make statement` from the last run of every test. Not by hand: what it says has been seen.\n"


@dataclass
class Check:
    """What some tests found together: their sentence, how many cases there were, and how many failed."""

    says: str
    cases: int = 0
    failed: int = 0
    pages: int = 0
    notes: set[str] = field(default_factory=set)


def checks(run: Path) -> Iterator[Check]:
    """Yield what the tests about accessibility tested, from pytest's report. Raises FileNotFoundError when there is none."""
    found: dict[str, Check] = {}
    for case in ElementTree.parse(run).iter("testcase"):
        if case.get("classname", "").rsplit(".", 1)[-1] in ABOUT and case.find("skipped") is None:
            noted = {item.get("name"): item.get("value", "") for item in case.iter("property")}
            if "tries" in noted:
                continue  # it tries a checker, and says nothing about the guide
            test = case.get("name", "").partition("[")[0].removeprefix("test_")
            says = MEANS.get(test, test.replace("_", " ").capitalize())
            check = found.setdefault(says, Check(says))
            check.cases += int(noted.get("cases", 1))
            check.failed += case.find("failure") is not None or case.find("error") is not None
            check.pages = max(check.pages, int(noted.get("pages", 0)))
            check.notes |= {noted[name] for name in ("browser", "axe", "nu") if name in noted}
    yield from found.values()


def write(root: Path, today: datetime.date) -> int:
    """Write the data file in `root`, and return how many checks it holds. `today` is the day of the run."""
    rows = list(checks(root / RUN))
    lines = []
    for check in rows:
        values = {"id": re.sub(r"\W+", "-", check.says.lower()), "says": check.says, "standard": STANDARD,
                  "tested_on": today.isoformat(),
                  "cases": check.cases, "failed": check.failed, "pages": check.pages, "tools": sorted(check.notes)}
        lines.append("- " + "\n  ".join(f"{key}: {value if key == 'tested_on' else json.dumps(value, ensure_ascii=False)}"
                                        for key, value in values.items()))
    (root / DATA).write_text(HEAD + signed("\n" + "\n".join(lines) + "\n"), encoding="utf-8")
    return len(rows)
