"""The button that keeps the guide on a phone: nothing is stored before a press and after the second, and a press that fails says so."""

from phone import STORED, Held, hurry, keep, press, until


def test_a_file_that_never_comes_is_told(phone):
    tab, server = phone
    hurry(server, STALLED=300)
    Held(server, "safety/stop/")
    press(tab, "did not work")
    assert tab.evaluate(STORED) == [0, 0, 0]
    assert tab.locator("#keep-button").is_enabled()


def test_a_file_that_does_not_come_is_asked_for_once_more(phone):
    tab, server = phone
    hurry(server, STALLED=500)
    page = Held(server, "safety/stop/")
    tab.click("#keep-button:not(.away)")
    for _ in range(2):
        assert page.asked.wait(30)
        page.asked.clear()
    page.let_go()
    tab.wait_for_selector("#keep-status:has-text('is on this phone now')")


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
    tab.evaluate("() => { caches.delete = () => Promise.reject(new Error('no')); }")
    press(tab, "did not work. Please try again.")
    assert tab.locator("#keep-button").is_enabled()
