"""The guide on a phone without a network: nothing before the button is pressed, everything after it,
never an old safety note after a new one."""

import hashlib
import json
import random
import re
import shutil
import threading

import pytest

from measure.serve import SiteServer

OLD, NEW = "Stop signs", "Newer stop signs"
KEPT = """async (page) => {
  const shelf = await caches.open((await caches.keys())[0]);
  return (await shelf.keys()).map(({ url }) => url).filter((url) => url.split('?')[0] === page);
}"""
STORED = "async () => [(await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length, localStorage.length]"


# What a phone keeps where the whole guide would show no more: the pages that these tests open, and how they look.
FEW = ("", "about/keep/", "safety/stop/", "safety/signs/", "how-to/cold-pack/", "404.html", "addresses.json", "search.json",
       "assets/site.css", "assets/start.js", "assets/keep.js", "assets/icons/favicon.svg")


@pytest.fixture
def phone(tab, real_built, tmp_path):
    """A tab on the page with the button, and a server whose guide can be built anew and has few pages to keep."""
    folder = tmp_path / "site"
    shutil.copytree(real_built.folder / "assets", folder / "assets")
    for name in FEW:
        file = name if "." in name else f"{name}index.html"
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(real_built.folder / file, folder / file)
    shutil.copy(real_built.folder / "sw.js", folder)
    listed = json.loads((real_built.folder / "offline.json").read_text(encoding="utf-8"))
    (folder / "offline.json").write_text(json.dumps({name: listed[name] for name in FEW}), encoding="utf-8")
    with SiteServer(folder, real_built.base) as server:
        tab.goto(server.url + "about/keep/")
        yield tab, server


def press(tab, until):
    """Press the button, and wait until it says that all is done."""
    tab.click("#keep-button:not(.away)")
    tab.wait_for_selector(f"#keep-status:has-text('{until}')")


def keep(tab):
    press(tab, "is on this phone now")
    assert tab.locator("#keep-button").inner_text() == "Remove this guide from my phone"


def hurry(server, **milliseconds):
    """Let the worker wait for less than it would, so that a test need not."""
    worker = server.folder / "sw.js"
    for name, value in milliseconds.items():
        worker.write_text(re.sub(rf"(const {name} = )[0-9_]+", rf"\g<1>{value}", worker.read_text(encoding="utf-8")),
                          encoding="utf-8")


class Held:
    """What the server keeps back, until it is let go, of all that is asked for at addresses with some end."""

    def __init__(self, server, end):
        self.asked, self._gone = threading.Event(), threading.Event()
        self.let_go = self._gone.set
        answer = server._answer

        def late(handler):
            if handler.path.partition("?")[0].endswith(end):
                self.asked.set()
                self._gone.wait(60)
            answer(handler)

        server._answer = late


def until(tab, is_so):
    """Wait until it is so. Playwright's own wait takes what an async function promises for a yes."""
    for _ in range(600):
        if is_so():
            return
        tab.wait_for_timeout(50)
    pytest.fail("it never was so")


def until_kept(tab, server, url):
    """Wait until a page is kept as the list now names it, and not as it was before."""
    version = json.loads((server.folder / "offline.json").read_text(encoding="utf-8"))[url]
    until(tab, lambda: tab.evaluate(KEPT, f"{server.url}{url}") == [f"{server.url}{url}?{version}"])


def build_anew(server, *urls, safety_too=True):
    """Change the words of pages as a new build would, and list their versions: with other safety words,
    unless told that these are the same."""
    listed = json.loads((server.folder / "offline.json").read_text(encoding="utf-8"))
    for url in urls:
        file = server.folder / url / "index.html"
        file.write_text(file.read_text(encoding="utf-8").replace(OLD, NEW), encoding="utf-8")
        listed[url] = hashlib.sha256(file.read_bytes()).hexdigest()[:32] + ("changed!" if safety_too else listed[url][32:])
    (server.folder / "offline.json").write_text(json.dumps(listed), encoding="utf-8")


@pytest.mark.parametrize("most", [4, pytest.param(None, marks=pytest.mark.slow)], ids=["a sample", "all pages"])
def test_in_airplane_mode_every_page_and_the_search_work(tab, served, real_built, most):
    """All pages are kept. Home, the first page of each part and all on safety are opened, and of the others a sample."""
    tab.goto(served.url + "about/keep/")
    keep(tab)
    tab.context.set_offline(True)
    pages = {page.url: page.tree.css_first("h1").text(strip=True) for page in real_built.pages.values()
             if not page.forwards and page.file != "404.html"}
    assert [url for url in pages if not tab.evaluate(KEPT, served.url + url)] == []
    others = [url for url in pages if url.count("/") > 1 and not url.startswith("safety/")]
    for url in pages.keys() - set(others) | set(random.Random(8).sample(others, most or len(others))):
        tab.goto(served.url + url)
        assert tab.url == served.url + url
        assert tab.locator("h1").inner_text() == pages[url], url
        assert tab.evaluate("() => getComputedStyle(document.querySelector('.skip')).position") == "absolute", url
    tab.click("#find")
    tab.keyboard.type("numb")
    tab.wait_for_selector("dialog a[href] >> visible=true")


def test_in_airplane_mode_a_page_that_is_not_there_says_so(phone):
    tab, server = phone
    keep(tab)
    tab.context.set_offline(True)
    tab.goto(server.url + "how-to/cold-pack")
    assert tab.url == server.url + "how-to/cold-pack/"
    tab.goto(server.url + "how-to/cold-pack/index.html")
    assert tab.url == server.url + "how-to/cold-pack/"
    tab.goto(server.url + "nothing/here/")
    assert tab.url == server.url + "about/keep/#missing"


def test_in_airplane_mode_an_address_that_was_left_leads_on_or_says_why(browser, left_addresses):
    """Of the small guide, from which one page has moved and another was withdrawn."""
    with SiteServer(left_addresses.folder, left_addresses.base) as server, browser.new_context() as context:
        tab = context.new_page()
        tab.goto(server.url)
        tab.evaluate("""async () => {
            const root = new URL("..", document.querySelector("link[rel=stylesheet]").href);
            await caches.open(`guide ${root.href}`);
            await navigator.serviceWorker.register(new URL("sw.js", root));
            const { active } = await navigator.serviceWorker.ready, { port1, port2 } = new MessageChannel();
            const told = new Promise((tell) => (port1.onmessage = tell));
            active.postMessage("", [port2]);
            if ((await told).data.error) throw new Error((await told).data.error);
        }""")
        context.set_offline(True)
        for asked in ("old/pack/", "old/pack"):
            tab.goto(f"{server.url}{asked}#steps")
            tab.wait_for_url(f"{server.url}how-to/cold-pack/#steps")
            assert tab.locator("h1").inner_text() == "Using a cold pack"
        tab.goto(server.url + "old/first-aid/")
        assert tab.url == server.url + "old/first-aid/" and "It told people to use hot water." in tab.inner_text("main")


def test_on_a_network_that_never_answers_a_page_comes_with_its_style(phone):
    tab, server = phone
    hurry(server, PATIENCE=300)
    keep(tab)
    tab.context.new_cdp_session(tab).send("Network.clearBrowserCache")
    Held(server, "")
    tab.goto(server.url + "safety/stop/")
    assert tab.evaluate("() => getComputedStyle(document.querySelector('.skip')).position") == "absolute"


def test_on_a_network_that_never_gives_the_list_a_page_comes_all_the_same(phone):
    tab, server = phone
    hurry(server, PATIENCE=300)
    keep(tab)
    Held(server, "offline.json")
    tab.goto(server.url + "safety/stop/")
    assert tab.locator("h1").inner_text() == "Stop signs"


def test_a_file_that_never_comes_is_told(phone):
    tab, server = phone
    hurry(server, STALLED=300)
    Held(server, "safety/stop/")
    press(tab, "did not work")
    assert tab.evaluate(STORED) == [0, 0, 0]
    assert tab.locator("#keep-button").is_enabled()


def test_a_browser_that_stores_nothing_shows_no_button(phone):
    tab, _ = phone
    tab.add_init_script("navigator.serviceWorker.getRegistration = () => Promise.reject(new DOMException('', 'SecurityError'))")
    tab.reload()
    tab.wait_for_selector("#keep-needs:has-text('lets this guide store nothing')")
    assert not tab.locator("#keep-button").is_visible()


def test_a_press_that_was_cut_off_is_told_and_made_good(phone):
    tab, server = phone
    hurry(server, PATIENCE=100)
    the_list = Held(server, "offline.json")
    tab.click("#keep-button:not(.away)")
    assert the_list.asked.wait(30)
    tab.goto("about:blank")
    is_told_and_made_good(tab, server, the_list)


def test_a_press_that_was_cut_off_before_the_worker_heard_of_it_is_told_and_made_good(phone):
    tab, server = phone
    hurry(server, PATIENCE=100)
    the_worker, the_list = Held(server, "sw.js"), Held(server, "offline.json")
    tab.click("#keep-button:not(.away)")
    assert the_worker.asked.wait(30)
    tab.goto(server.url)
    the_worker.let_go()
    until(tab, lambda: tab.evaluate("async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)"))
    is_told_and_made_good(tab, server, the_list)


def is_told_and_made_good(tab, server, the_list):
    """The page with the button tells that something is still missing, and it comes by itself."""
    tab.goto(server.url + "about/keep/")
    tab.wait_for_selector("#keep-status:has-text('Not all of the guide is on this phone yet')")
    assert tab.locator("#keep-button").inner_text() == "Remove this guide from my phone"
    the_list.let_go()
    tab.wait_for_selector("#keep-status:empty", state="attached")
    tab.context.set_offline(True)
    tab.goto(server.url + "safety/stop/")
    assert tab.locator("h1").inner_text() == "Stop signs"


def test_what_is_under_way_does_not_bring_a_removed_guide_back(phone):
    tab, server = phone
    hurry(server, PATIENCE=100)
    keep(tab)
    the_list = Held(server, "offline.json")
    tab.goto(server.url + "about/keep/?again")
    assert the_list.asked.wait(30)
    press(tab, "no longer on this phone")
    the_list.let_go()
    tab.wait_for_timeout(500)  # by now the list has come
    assert tab.evaluate(STORED) == [0, 0, 0]


def test_the_button_does_what_it_says_when_another_tab_was_quicker(phone):
    tab, server = phone
    keep(tab)
    other = tab.context.new_page()
    other.goto(server.url + "about/keep/")
    other.wait_for_selector("#keep-button:has-text('Remove')")
    press(tab, "no longer on this phone")
    press(other, "no longer on this phone")
    assert other.evaluate(STORED) == [0, 0, 0]


def test_the_next_visit_shows_the_new_words_and_no_old_ones_come_back(phone):
    tab, server = phone
    keep(tab)
    build_anew(server, "safety/stop/", "how-to/cold-pack/")
    tab.goto(server.url + "safety/stop/")
    assert NEW in tab.content()
    until_kept(tab, server, "how-to/cold-pack/")
    tab.context.set_offline(True)
    tab.goto(server.url + "how-to/cold-pack/")
    assert NEW in tab.content()


def test_an_old_page_is_not_shown_when_only_the_list_of_the_new_ones_arrived(phone):
    tab, server = phone
    keep(tab)
    build_anew(server, "safety/stop/", "how-to/cold-pack/")
    (server.folder / "how-to/cold-pack/index.html").unlink()
    tab.goto(server.url + "safety/stop/")
    tab.context.set_offline(True)
    tab.goto(server.url + "how-to/cold-pack/")
    assert tab.url == server.url + "about/keep/#missing"


def test_a_new_page_without_its_list_makes_all_old_ones_doubtful(phone):
    tab, server = phone
    keep(tab)
    build_anew(server, "safety/stop/")
    (server.folder / "offline.json").unlink()
    tab.goto(server.url + "safety/stop/")
    assert NEW in tab.content()
    tab.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_"):
        tab.goto(server.url + "how-to/cold-pack/")


def fill_up(tab, server):
    """Leave this guide no more room than it takes now."""
    tab.context.new_cdp_session(tab).send("Storage.overrideQuotaForOrigin",
                                          {"origin": server.url[:server.url.index("/", 8)], "quotaSize": 1})


def see_what_is_new(tab, server):
    """Open a page, and wait until the worker has asked for another one that changed, and done with it what it can."""
    server.answers.clear()
    tab.goto(server.url + "safety/stop/")
    page = f"{server.base}how-to/cold-pack/"
    until(tab, lambda: any(answer.path == page for answer in server.answers))
    tab.wait_for_timeout(200)


@pytest.mark.parametrize("safety_too", [False, True])
def test_when_there_is_no_room_for_new_pages_the_old_ones_stay_but_for_those_with_other_safety_words(phone, safety_too):
    tab, server = phone
    keep(tab)
    build_anew(server, "safety/stop/", "how-to/cold-pack/", safety_too=safety_too)
    fill_up(tab, server)
    see_what_is_new(tab, server)
    assert NEW in tab.content()
    tab.context.set_offline(True)
    for url in ("safety/stop/", "how-to/cold-pack/", "safety/signs/", "", "about/keep/"):
        tab.goto(server.url + url)
        gone = safety_too and url in ("safety/stop/", "how-to/cold-pack/")
        assert tab.url == server.url + ("about/keep/#missing" if gone else url)
        assert NEW not in tab.content()


def test_an_old_page_with_the_same_safety_words_stays_until_the_new_one_is_there(phone):
    tab, server = phone
    keep(tab)
    build_anew(server, "safety/stop/", "how-to/cold-pack/", safety_too=False)
    (server.folder / "how-to/cold-pack/index.html").rename(server.folder / "later.html")
    see_what_is_new(tab, server)
    tab.context.set_offline(True)
    tab.goto(server.url + "how-to/cold-pack/")
    assert OLD in tab.content() and NEW not in tab.content()
    tab.context.set_offline(False)
    (server.folder / "later.html").rename(server.folder / "how-to/cold-pack/index.html")
    tab.goto(server.url + "safety/stop/")
    until_kept(tab, server, "how-to/cold-pack/")
    tab.context.set_offline(True)
    tab.goto(server.url + "how-to/cold-pack/")
    assert NEW in tab.content()
    tab.goto(server.url + "about/keep/")
    tab.wait_for_selector("#keep-button:has-text('Remove')")
    assert tab.locator("#keep-status").inner_text() == ""  # the guide is whole


def test_nothing_is_kept_before_a_press_and_nothing_after_the_second(phone):
    tab, server = phone
    assert tab.evaluate(STORED) == [0, 0, 0]
    keep(tab)
    press(tab, "no longer on this phone")
    assert tab.evaluate(STORED) == [0, 0, 0]
    assert tab.locator("#keep-button").inner_text() == "Keep this guide on my phone"
    tab.goto(server.url)
    assert tab.evaluate(STORED) == [0, 0, 0]


def test_when_it_does_not_work_nothing_is_kept(phone):
    tab, server = phone
    (server.folder / "safety/stop/index.html").write_text("half a page", encoding="utf-8")
    press(tab, "did not work")
    assert tab.evaluate("async () => (await caches.keys()).length") == 0
    assert tab.locator("#keep-button").inner_text() == "Keep this guide on my phone"
