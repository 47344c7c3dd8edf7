"""What a page does behind its reader's back: nothing is asked of, stored or left to anyone else, even with all on it opened."""


def test_nothing_is_asked_of_another_host(tour, served):
    assert [address for address in tour.asked if not address.startswith(served.url)] == []


def test_nothing_goes_wrong(tour):
    # a page that is missing, and a frame that lets no script run, not even one that watches
    meant = ("/nothing/here/: ", "share.html: Blocked script execution")
    assert [said for said in tour.said if not any(words in said for words in meant)] == []


def test_nothing_is_stored_before_a_press(tour):
    assert tour.cookies == []
    assert {url: page["opened"]["stored"] for url, page in tour.pages.items() if page["opened"]["stored"]} == {}


def test_nothing_breaks_the_policy(tour):
    assert {url: page["opened"]["violations"] for url, page in tour.pages.items() if page["opened"]["violations"]} == {}


def test_whatever_was_opened_can_be_closed(tour):
    assert [url for url, page in tour.pages.items() if page["opened"]["left_open"]] == []


def test_a_page_needs_at_most_five_files_and_no_script_holds_it_up(tab, served):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(served.url + "how-to/cold-pack/", wait_until="networkidle")
    blocking = tab.evaluate("""() => performance.getEntriesByType('resource')
        .filter((file) => file.renderBlockingStatus === 'blocking').map((file) => file.name)""")
    assert len(asked) <= 5, asked
    assert [name for name in blocking if not name.endswith(".css")] == []
