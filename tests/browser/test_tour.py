"""A tour that opens everything on every page: nothing goes to another host, nothing is stored, nothing breaks the policy, nothing goes wrong."""


def test_nothing_is_asked_of_another_host(tour, served):
    assert [address for address in tour.asked if not address.startswith(served.url)] == []


def test_nothing_goes_wrong(tour):
    meant = ("/nothing/here/: ", "share.html: Blocked script execution")  # a page that is missing, and a frame that lets no script run, not even one that watches
    assert [said for said in tour.said if not any(words in said for words in meant)] == []


def test_nothing_is_stored_before_a_press(tour):
    assert tour.cookies == []
    assert {page.url: page.ways["opened"]["stored"] for page in tour.pages.values() if page.ways["opened"]["stored"]} == {}


def test_nothing_breaks_the_policy(tour):
    assert {page.url: page.ways["opened"]["violations"] for page in tour.pages.values() if page.ways["opened"]["violations"]} == {}


def test_whatever_was_opened_can_be_closed(tour):
    assert [page.url for page in tour.pages.values() if page.ways["opened"]["left_open"]] == []


def test_a_page_needs_at_most_five_files_and_no_script_holds_it_up(tab, served):
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(served.url + "how-to/cold-pack/", wait_until="networkidle")
    blocking = tab.evaluate("() => performance.getEntriesByType('resource').filter((file) => file.renderBlockingStatus === 'blocking').map((file) => file.name)")
    assert len(asked) <= 5, asked
    assert [name for name in blocking if not name.endswith(".css")] == []
