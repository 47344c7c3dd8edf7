"""The search dialog: fetched only when it is used, worked by keys alone, never empty, and found wherever the guide lives."""

import re

import axe
import pytest
from looking import LOOK, resize, without_icon

from measure.serve import SiteServer

PAGE = "how-to/cold-pack/"
SEARCH = re.compile(r"/(search[^/]*\.js|search\.json)$")
LIST = "#search-list a"


@pytest.fixture
def tab(tab_of_room):
    """A tab on a desk, beside others: the search stores nothing."""
    tab_of_room.set_viewport_size({"width": 1280, "height": 800})
    return tab_of_room


def ask(tab, words, shown=LIST):
    """Open the search unless it is open, type, and wait until something is shown."""
    if not tab.locator("dialog[open]").count():
        tab.click("#find")
    tab.fill("#search-words", words)
    tab.wait_for_selector(f"{shown} >> visible=true")


def test_nothing_of_the_search_is_fetched_until_it_is_opened(tab, served):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(served.url + PAGE, wait_until="networkidle")
    assert not any(SEARCH.search(url) for url in asked)
    tab.click("#find")
    tab.wait_for_function("() => document.querySelector('dialog').open")
    tab.keyboard.type("ice")
    tab.wait_for_selector(LIST)
    assert any(SEARCH.search(url) for url in asked)


def test_all_that_the_search_needs_is_asked_for_together(tab, served):
    hung, asked = Hung(tab), []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(served.url + PAGE)
    asked.clear()
    tab.click("#find")
    tab.wait_for_timeout(500)  # whatever is asked for now was asked for before anything had come
    assert tab.locator("dialog[open]").count() == 1
    assert tab.inner_text("#search-status") == "Fetching the search …"
    together = without_icon(asked)
    hung.let_go()
    tab.keyboard.type("ice")
    tab.wait_for_selector(LIST)
    assert without_icon(asked) == together
    assert {url.removeprefix(served.url) for url in together} == {"assets/search.js", "search.json"}


class Hung:
    """A connection that hangs: all that the search asks for is held until it is let go."""

    def __init__(self, tab):
        self.hangs, self.held = True, []
        tab.route(SEARCH, lambda route: self.held.append(route) if self.hangs else route.continue_())

    def let_go(self):
        self.hangs = False
        for route in self.held:
            route.continue_()


def test_escape_leaves_a_search_that_is_still_on_its_way(tab, served):
    tab.route(SEARCH, lambda route: None)
    tab.goto(served.url + PAGE)
    tab.click("#find")
    tab.keyboard.type("gout")
    tab.keyboard.press("Escape")
    assert tab.locator("dialog[open]").count() == 0 and tab.evaluate("() => document.activeElement.id") == "find"


def test_without_a_network_the_search_says_so_keeps_the_page_and_can_be_tried_again(tab, served):
    tab.goto(served.url + PAGE)
    tab.route(SEARCH, lambda route: route.abort())
    tab.click("#find")
    tab.keyboard.type("gout")
    tab.wait_for_selector("#search-status button")
    assert tab.url == served.url + PAGE and tab.locator("#search-words").input_value() == "gout"
    assert tab.locator("#search-status a").get_attribute("href").endswith("glossary/a-z/")
    tab.unroute_all()
    tab.click("#search-close")
    tab.click("#find")
    tab.wait_for_selector(LIST)
    assert not tab.locator("#search-status button").count()


@pytest.fixture
def late(tab, served):
    """A search that is late, some seconds after the press."""
    hung = Hung(tab)
    tab.clock.install()
    tab.goto(served.url + PAGE)
    tab.click("#find")
    tab.keyboard.type("gout")
    tab.clock.run_for(5000)
    assert tab.inner_text("#search-status") == "Fetching the search …"
    tab.clock.run_for(2000)
    assert tab.inner_text("#search-status") == "The search has not arrived. Try again or look from A to Z."
    return hung


def test_a_search_that_is_late_says_so_and_still_comes(tab, served, late):
    assert tab.locator("#search-status a").get_attribute("href") == served.url + "glossary/a-z/"
    late.let_go()
    tab.wait_for_selector(LIST)
    assert (tab.locator("#search-words").input_value() == "gout"
            and re.fullmatch(r"\d+ results?", tab.inner_text("#search-status")))


def test_a_search_that_hangs_can_be_tried_again(tab, late):
    late.hangs = False  # only what is asked for from now on comes
    tab.get_by_role("button", name="Try again").click()
    tab.wait_for_selector(LIST)
    assert tab.evaluate("() => document.activeElement.id") == "search-words" and not tab.locator("#search-status button").count()


def test_a_search_tried_again_in_vain_says_so_again(tab, late):
    tab.get_by_role("button", name="Try again").click()
    assert tab.inner_text("#search-status") == "Fetching the search …"
    tab.clock.run_for(7000)
    assert tab.get_by_role("button", name="Try again").is_visible()


def test_a_result_is_one_link_with_its_page_its_own_words_and_the_words_found(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "frozen peas")
    items = tab.locator("#search-list li")
    assert all(items.nth(n).locator("a").count() == 1 for n in range(items.count()))
    first = items.first
    assert first.locator("a").get_attribute("href") == served.url + "how-to/cold-pack/"
    assert first.locator("b").inner_text() == "Using a cold pack at home"
    assert {mark.lower() for mark in first.locator("mark").all_inner_texts()} >= {"frozen", "peas"}


def test_a_warning_is_shown_as_one(tab, served):
    tab.goto(served.url + PAGE)
    for words, label in (("raynauds", "Do not"), ("blood thinners", "Ask first"), ("chest pain", "Get help now")):
        ask(tab, words)
        tab.wait_for_function("(label) => document.querySelector('#search-list .search-label')?.textContent.startsWith(label)",
                              arg=label)
        assert tab.locator("#search-list li").first.locator(".search-label").count() == 1


def test_safety_notes_do_not_flood_the_results(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "emergency")
    pages = [link.split("#")[0]
             for link in tab.eval_on_selector_all(LIST, "(links) => links.filter((a) => !a.parentElement.className).map((a) => a.href)")]
    assert pages and len(pages) == len(set(pages))


def test_a_kind_line_waits_until_the_typing_rests(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "ice")
    tab.keyboard.type(" hockey", delay=30)
    assert tab.locator(LIST).count() > 0 and not tab.locator("#search-status.kind-line").count()
    tab.wait_for_selector("#search-status.kind-line")
    assert tab.locator(LIST).count() == 0


@pytest.mark.parametrize(("words", "found"), [("headache so bad I want to die", "sudden-headache"),
                                              ("my kid ate the gel from the ice pack", "children")], ids=["despair", "gel"])
def test_whom_to_call_stands_above_whatever_is_found_in_a_crisis(tab, served, words, found):
    tab.goto(served.url + PAGE)
    ask(tab, words, "#search-status.kind-line")
    assert "Call your local emergency number now." in tab.inner_text("#search-status")
    assert any(found in link.get_attribute("href") for link in tab.locator(LIST).all())


@pytest.mark.parametrize("words", ["qxqxqx wvwvwv", "how much does a massage cost", "ثلج على الركبة", "?!", "🧊"],
                         ids=["nothing", "outside", "Arabic", "signs", "picture"])
def test_the_box_is_never_empty(tab, served, words):
    tab.goto(served.url + PAGE)
    ask(tab, words, "#search-ways a")
    assert tab.locator(LIST).count() == 0 and tab.locator("#search-status").inner_text()
    targets = [tab.locator("#search-ways a").nth(n).get_attribute("href") for n in range(3)]
    assert [target.removeprefix(served.url) for target in targets] == ["glossary/a-z/", "safety/", "safety/signs/"]


def test_an_empty_field_shows_other_ways_and_finds_nothing(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "gout")
    ask(tab, "", "#search-ways a")
    assert tab.locator(LIST).count() == 0 and tab.locator("#search-status").inner_text() == ""


def test_results_of_the_first_letters_are_told_apart(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "c")
    tab.locator("#search-words").press_sequentially("hilblains")
    said = re.fullmatch(r"(\d+) results?\. Earlier ones are below\.", tab.locator("#search-status").inner_text())
    assert said and int(said[1]) <= 8 and int(said[1]) < tab.locator(LIST).count()
    lines = tab.locator("#search-list li")
    assert lines.nth(int(said[1])).inner_text() == "Earlier results" and lines.get_by_text("Earlier results").count() == 1


def test_arrows_enter_and_tab_walk_the_results(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "sore knee")
    at = lambda: tab.evaluate("() => [...document.querySelectorAll('#search-words, #search-list a')].indexOf(document.activeElement)")
    assert at() == 0
    for key, place in (("ArrowDown", 1), ("ArrowDown", 2), ("ArrowUp", 1), ("ArrowUp", 0), ("Enter", 1), ("Tab", 2),
                       ("Shift+Tab", 1)):
        tab.keyboard.press(key)
        assert at() == place, key
    tab.keyboard.press("Enter")
    tab.wait_for_url(re.compile("/who/knee-arthritis/"))


def test_the_list_never_goes_away_while_somebody_types(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "froz")
    tab.evaluate("""() => {
      window.least = Infinity;
      const look = () => {
        window.least = Math.min(window.least, document.querySelectorAll("#search-list a").length);
        requestAnimationFrame(look);
      };
      look();
    }""")
    tab.locator("#search-words").press_sequentially("en peas on a sore knee", delay=20)
    assert tab.evaluate("() => window.least") > 0


def test_results_are_announced(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "fibromyalgia")
    status = tab.locator("#search-status")
    assert status.evaluate("(status) => status.tagName") == "OUTPUT" and re.fullmatch(r"\d+ results?", status.inner_text())


def test_a_question_in_the_address_is_answered_and_no_server_sees_it(tab, served):
    before = len(served.answers)
    tab.goto(served.url + "#q=gout%20attack")
    tab.wait_for_selector(LIST)
    assert tab.locator("#search-words").input_value() == "gout attack"
    assert not any("gout" in answer.path for answer in served.answers[before:])
    tab.keyboard.press("Escape")
    tab.wait_for_url(served.url)  # closing tells of itself a moment later


def test_back_from_a_question_in_the_address_leaves_the_search(tab, served):
    tab.goto(served.url + PAGE)
    tab.evaluate("() => { location.hash = 'q=gout'; }")
    tab.wait_for_selector(LIST)
    tab.go_back()
    tab.wait_for_selector("dialog:not([open])", state="attached")
    assert tab.url == served.url + PAGE


def test_back_shows_the_list_again(tab, served):
    tab.goto(served.url + PAGE)
    ask(tab, "gout")
    tab.locator(LIST).first.click()
    tab.wait_for_url(re.compile("/who/inflammatory-arthritis/"))
    tab.go_back()
    tab.wait_for_selector(LIST)
    assert tab.locator("#search-words").input_value() == "gout"


@pytest.mark.parametrize("page", ["", PAGE, "nothing/here/at/all/"])
def test_results_lead_somewhere_under_a_path_and_from_the_page_for_lost_readers(tab, served, page):
    tab.goto(served.url + page)
    ask(tab, "diabetes")
    tab.locator(LIST).first.click()
    tab.wait_for_url(served.url + "safety/#diabetes")
    assert tab.locator("#diabetes").is_visible()


def test_results_lead_somewhere_at_a_root(tab, real_built):
    with SiteServer(real_built.folder, "/") as server:
        tab.goto(server.url + PAGE)
        ask(tab, "diabetes")
        tab.locator(LIST).first.click()
        tab.wait_for_url(server.url + "safety/#diabetes")


def test_results_fit_a_small_phone(tab, served):
    tab.goto(served.url + PAGE)
    resize(tab, 320, 640)
    for words, shown in (("complex regional pain syndrome", LIST), ("cryotherapy chamber", "#search-ways a")):
        ask(tab, words, shown)
        assert tab.evaluate("""() => {
          const box = document.querySelector('dialog');
          return box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().width <= 320;
        }""")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_results_can_be_read_in_forced_colours(tab, served, scheme):
    tab.add_init_script(LOOK)
    tab.emulate_media(forced_colors="active", color_scheme=scheme)
    tab.goto(served.url + PAGE)
    for words, shown in (("raynauds", f"{LIST} mark"), ("cryotherapy chamber", "#search-ways a")):
        ask(tab, words, shown)
        assert tab.evaluate("() => look.lost()") == []


def test_axe_finds_nothing_in_a_kind_line_and_in_an_empty_answer(tab, served):
    tab.goto(served.url + PAGE)
    axe.ready(tab)
    for words in ("cryotherapy chamber", "qxqxqx wvwvwv"):
        ask(tab, words, "#search-ways a")
        axe.start(tab)
        assert axe.faults(tab) == [], words


def test_without_scripts_the_button_leads_to_the_list_from_a_to_z(browser, served):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(served.url + PAGE)
    tab.click("#find")
    assert tab.url == served.url + "glossary/a-z/"
    context.close()


def test_a_search_that_an_address_opened_gives_the_focus_to_its_button(tab, served):
    tab.goto(served.url + PAGE + "#q=gout")
    tab.wait_for_selector(LIST)
    tab.keyboard.press("Escape")
    assert tab.locator("dialog[open]").count() == 0
    assert tab.evaluate("() => document.activeElement.id") == "find"
