"""A kept guide becomes new: never an old safety note after a new one, and no page is lost for want of room."""

import pytest
from phone import NEW, OLD, build_anew, keep, until, until_kept


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
