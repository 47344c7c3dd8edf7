"""The share kit in a real browser: two clicks to the clipboard, by keyboard alone, without scripts,
and nothing leaves the device."""

import random
import re
import urllib.parse
from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Page as Tab

from measure.serve import SiteServer
from press.prose import prose_of
from press.sharing import FILES, KIT, PICKED, shares

PAGE, NAME = "how-to/cold-pack/", "how-to-cold-pack"
OTHER, OTHER_NAME = "safety/stop/", "safety-stop"
CLIPBOARD = """async () => {
    const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
}"""

FOLD = "(part, open) => { part.open = open; }"


@pytest.fixture(scope="module")
def room(room: BrowserContext, served: SiteServer) -> BrowserContext:
    """Where the clipboard can be read."""
    room.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.origin)
    return room


@pytest.fixture
def clip(tab_of_room: Tab, served: SiteServer) -> Iterator[Tab]:
    """A tab whose clipboard can be read, and that notes what goes wrong and what is asked for."""
    tab = tab_of_room
    tab.said, tab.asked = [], []
    tab.on("console", lambda message: tab.said.append(message.text))
    tab.on("pageerror", lambda error: tab.said.append(str(error)))
    tab.on("request", lambda request: tab.asked.append(request))
    yield tab
    assert tab.said == []
    assert all(request.url.startswith(served.url) and request.method == "GET" for request in tab.asked)


def entry(tab: Tab, name: str = NAME):
    return tab.locator(f"[data-kit-page={name}]")


def test_two_clicks_lead_from_a_page_to_its_email_on_the_clipboard(clip, served, real_built):
    clip.goto(served.url + PAGE)
    clip.get_by_role("link", name="Copy or send an email").click()
    entry(clip).get_by_role("button", name="Copy for an email").click()
    expect(entry(clip).get_by_role("status")).to_have_text("Copied. Paste it into your email.")
    folder = real_built.folder / PAGE
    assert clip.evaluate(CLIPBOARD) == {"text/plain": (folder / "share.txt").read_text(),
                                        "text/html": (folder / "share.html").read_text()}


@pytest.mark.parametrize("most", [12, pytest.param(None, marks=pytest.mark.slow)], ids=["a sample", "all pages"])
def test_the_email_of_every_page_reaches_the_clipboard_in_both_forms(clip, served, real_site, real_built, most):
    # no preview is needed
    clip.route("**/share.html", lambda route: route.fulfill(status=204) if route.request.is_navigation_request()
               else route.continue_())
    clip.goto(served.url + KIT)
    every = list(shares(prose_of(real_site)))
    for share in random.Random(8).sample(every, most or len(every)):
        part, folder = entry(clip, share.name), real_built.folder / share.page.url
        part.evaluate(FOLD, True)
        part.locator("[data-copy=rich]").click()
        # sooner than expect() asks again
        part.locator("[role=status]").get_by_text("Copied. Paste it into your email.", exact=True).wait_for()
        assert clip.evaluate(CLIPBOARD) == {"text/plain": (folder / "share.txt").read_text(),
                                            "text/html": (folder / "share.html").read_text()}
        part.evaluate(FOLD, False)


def test_an_email_that_cannot_be_fetched_is_copied_as_plain_text_and_said_so_and_the_next_press_tries_again(
        clip, served, real_built):
    folder, file = real_built.folder / PAGE, f"**/{PAGE}share.html"
    clip.goto(served.url + KIT)
    clip.route(file, lambda route: route.fulfill(status=503, body="Not now"))
    entry(clip).locator("summary").click()
    button, status = entry(clip).get_by_role("button", name="Copy for an email"), entry(clip).get_by_role("status")
    button.click()
    expect(status).to_contain_text("Copied as plain text alone")
    assert clip.evaluate(CLIPBOARD) == {"text/plain": (folder / "share.txt").read_text()}
    clip.unroute(file)
    clip.said.clear()  # a browser notes that it was answered with 503
    button.click()
    expect(status).to_have_text("Copied. Paste it into your email.")
    assert clip.evaluate(CLIPBOARD) == {"text/plain": (folder / "share.txt").read_text(),
                                        "text/html": (folder / "share.html").read_text()}


@pytest.mark.parametrize("name", ["Hands {and} Feet", "We {notes} {own} $& $1 {sender}"])
def test_a_name_that_holds_the_signs_of_a_place_stays_as_it_is(clip, served, name):
    def named(route):
        answer = route.fetch()
        route.fulfill(response=answer, body=re.sub('data-sender="[^"]*"', f'data-sender="{name}"', answer.text()))

    clip.route(served.url + KIT, named)
    clip.goto(served.url + KIT)
    clip.locator(f".kit-set [value={NAME}]").check()
    clip.get_by_label("A line of your own").fill("{sender} {link}")
    text = clip.get_by_label("The text for your email").input_value()
    assert text.endswith(f"\n\n{name}\n") and "\n{sender} {link}\n" in text


def test_half_a_sign_in_the_own_line_stops_nothing(clip, served):
    clip.goto(served.url + KIT)
    clip.locator(f".kit-set [value={NAME}]").check()
    clip.get_by_label("A line of your own").evaluate("""field => {
      field.value = 'See you \\ud83d';
      field.dispatchEvent(new Event('input', {bubbles: true}));
    }""")
    carried = urllib.parse.parse_qs(urllib.parse.urlsplit(clip.locator("[data-set=mail]").get_attribute("href")).query)
    assert "See you \ufffd" in carried["body"][0]


def test_one_link_leads_to_composing_a_set(clip, served):
    clip.goto(served.url + KIT)
    clip.get_by_role("link", name="Compose a set").press("Enter")
    expect(clip.get_by_role("heading", name="Compose a set")).to_be_in_viewport()
    clip.keyboard.press("Tab")
    assert clip.evaluate("document.activeElement.matches('.kit-set [type=checkbox]')")


def test_the_plain_text_is_copied_alone(clip, served, real_built):
    clip.goto(f"{served.url}{KIT}#kit-{NAME}")
    entry(clip).get_by_role("button", name="Copy as plain text").click()
    assert clip.evaluate(CLIPBOARD) == {"text/plain": (real_built.folder / PAGE / "share.txt").read_text()}


def test_the_kit_works_by_keyboard_alone(clip, served, real_built):
    clip.goto(served.url + KIT)
    clip.locator("#choose a").focus()
    reached = []
    for _ in range(400):
        clip.keyboard.press("Tab")
        here = clip.evaluate("[document.activeElement.tagName, document.activeElement.closest('[data-kit-page]')?.dataset.kitPage]")
        if here == ["SUMMARY", NAME] and not reached:
            clip.keyboard.press("Enter")
        if here[1] == NAME:
            reached.append(here[0])
        if here == ["BUTTON", NAME] and reached.count("BUTTON") == 1:
            clip.keyboard.press("Enter")
            expect(entry(clip).get_by_role("status")).to_contain_text("Copied")
            assert clip.evaluate("document.activeElement.tagName") == "BUTTON"
        if reached and here[1] not in (NAME, None):  # none for a moment, while the frame with the preview takes the focus over
            break
    assert [tag for tag in reached if tag != "IFRAME"] == ["SUMMARY", "A", "BUTTON", "BUTTON", "A", *["A"] * len(FILES)]
    assert clip.evaluate(CLIPBOARD)["text/html"] == (real_built.folder / PAGE / "share.html").read_text()


def test_a_set_is_composed_by_keyboard_alone(clip, served):
    clip.goto(served.url + KIT)
    clip.locator(".kit-page summary").last.focus()

    def reach(selector: str) -> None:
        for _ in range(60):
            clip.keyboard.press("Tab")
            if clip.evaluate("(selector) => document.activeElement.matches(selector)", selector):
                return
        pytest.fail(f"no Tab leads to {selector}")

    for name in (NAME, OTHER_NAME):
        reach(f".kit-set [value={name}]")
        clip.keyboard.press("Space")
    reach("[name=own]")
    clip.keyboard.type("See you on Monday.")
    reach(".kit-set [name=text]")
    reach("[data-set=copy]")
    clip.keyboard.press("Enter")
    expect(clip.locator(".kit-set").get_by_role("status")).to_contain_text("Copied")
    text = clip.get_by_label("The text for your email").input_value()
    assert clip.evaluate(CLIPBOARD) == {"text/plain": text}
    assert "See you on Monday." in text and f"#{NAME},{OTHER_NAME}" in text
    reach("[data-set=mail]")


def test_what_the_client_sees_is_shown_in_a_sandbox(clip, served):
    clip.goto(f"{served.url}{KIT}#kit-{NAME}")
    frame = entry(clip).locator("iframe")
    assert frame.get_attribute("sandbox") == ""
    expect(frame.content_frame.locator("li").first).to_be_visible()


def test_a_set_is_one_text_and_one_link_and_stays_on_the_device(clip, served, real_site):
    clip.goto(served.url + KIT, wait_until="networkidle")
    asked = len(clip.asked)
    for name in (NAME, OTHER_NAME):
        clip.locator(f".kit-set [value={name}]").check()
    clip.get_by_label("A line of your own").fill("See you on Monday. <b>&{link}")
    text = clip.get_by_label("The text for your email").input_value()
    chosen = [share for share in shares(prose_of(real_site)) if share.name in (NAME, OTHER_NAME)]
    for share in chosen:
        assert f"{share.page.title}\n{share.address}\n" in text
        assert all(f"- {note.short}\n" in text for note in share.notes)
    assert "\nSee you on Monday. <b>&{link}\n" in text
    link = next(line for line in text.splitlines() if PICKED in line)
    names = ",".join(share.name for share in shares(prose_of(real_site)) if share in chosen)
    assert link == f"{real_site.settings.site_url}{PICKED}#{names}"
    assert "Monday" not in link
    mail = clip.locator("[data-set=mail]")
    carried = urllib.parse.parse_qs(urllib.parse.urlsplit(mail.get_attribute("href")).query)
    assert carried == {"subject": ["The pages we talked about"], "body": [text.strip().replace("\n", "\r\n")]}
    clip.get_by_role("button", name="Copy the text").click()
    assert clip.evaluate(CLIPBOARD) == {"text/plain": text}
    assert len(clip.asked) == asked
    assert clip.evaluate("[localStorage.length, sessionStorage.length, document.cookie, location.hash]") == [0, 0, "", ""]


def test_a_set_too_long_for_a_mail_program_can_only_be_copied(clip, served):
    clip.goto(served.url + KIT)
    boxes = clip.locator(".kit-set [type=checkbox]")
    boxes.evaluate_all("(boxes) => boxes.forEach((box) => box.click())")
    expect(clip.locator("[data-set=mail]")).to_be_hidden()
    expect(clip.get_by_text("too long for a link to your mail program")).to_be_visible()
    expect(clip.get_by_role("button", name="Copy the text")).to_be_enabled()
    boxes.evaluate_all("(boxes) => boxes.slice(1).forEach((box) => box.click())")
    expect(clip.locator("[data-set=mail]")).to_be_visible()
    expect(clip.get_by_text("too long for a link to your mail program")).to_be_hidden()


OWN_LINES = {
    "markup": "<script>alert(1)</script></textarea><b>\"R&D\"</b> {pages} {own} $& $1 %0D%0A&bcc=x@y.example",
    "pictures": "👩‍⚕️ See you soon 💆 ½ ☎",
    "Hebrew": "נתראה ביום שני, 12:30 (John)",
    "2,000 letters": "All the best. " * 143,
}


@pytest.mark.parametrize("line", OWN_LINES.values(), ids=OWN_LINES.keys())
def test_whatever_the_own_line_holds_it_is_text_and_nothing_else(clip, served, line):
    clip.goto(served.url + KIT)
    clip.locator(f".kit-set [value={NAME}]").check()
    before = clip.get_by_label("The text for your email").input_value()
    field = clip.get_by_label("A line of your own")
    field.focus()
    clip.keyboard.insert_text(line)
    text = clip.get_by_label("The text for your email").input_value()
    own = line[:200].strip()
    assert text == before.replace("about.\n\n", f"about.\n\n{own}\n\n", 1)
    query = urllib.parse.urlsplit(clip.locator("[data-set=mail]").get_attribute("href")).query
    assert urllib.parse.parse_qs(query, strict_parsing=True) == {"subject": ["The pages we talked about"],
                                                                 "body": [text.strip().replace("\n", "\r\n")]}
    clip.get_by_role("button", name="Copy the text").click()
    assert clip.evaluate(CLIPBOARD) == {"text/plain": text}


# What a link of a set may have become on its way, and how many pages it must still show.
ON_THE_WAY = {
    f"{NAME},{NAME}": 1, f"{NAME},{OTHER_NAME},": 2, f"{NAME}%2C{OTHER_NAME}": 2, f"{NAME}%2c%20{OTHER_NAME}": 2,
    f"{NAME},{OTHER_NAME}.": 2,
    f"{NAME},{OTHER_NAME})": 2, f"{NAME},{OTHER_NAME}&fbclid=1": 2, f"{NAME};{OTHER_NAME}": 2, f"%20{NAME}": 1,
}


def test_a_link_of_a_set_stands_what_mail_programs_do_to_it(clip, served):
    for part, number in ON_THE_WAY.items():
        clip.goto("about:blank")
        clip.goto(f"{served.url}{PICKED}#{part}")
        expect(clip.locator("[data-picked]:visible"), part).to_have_count(number)
        expect(clip.locator("[data-picked-status]"), part).to_have_text("")


@pytest.mark.parametrize("part", ["%", "%E0%A4%A", "<img src=x onerror=alert(1)>", '"],*', "../../", "a" * 5000,
                                  "no-such-page,nor-this"])
def test_a_link_that_names_no_page_says_so_and_shows_them_all_with_every_note(clip, served, real_site, part):
    clip.goto(f"{served.url}{PICKED}#{part}")
    expect(clip.locator("[data-picked-status]")).to_have_text("The pages of your link are no longer here. Here is every page.")
    given = shares(prose_of(real_site))
    expect(clip.locator("[data-picked]:visible")).to_have_count(len(given))
    expect(clip.locator("[data-picked-note]:visible")).to_have_count(len({note.id for share in given for note in share.notes}))


def test_the_link_of_a_set_shows_its_pages_and_their_notes(clip, served, real_site):
    clip.goto(f"{served.url}{PICKED}#{NAME},{OTHER_NAME}")
    chosen = [share for share in shares(prose_of(real_site)) if share.name in (NAME, OTHER_NAME)]
    expect(clip.locator("[data-picked]:visible a")).to_have_text([share.page.title for share in shares(prose_of(real_site))
                                                                  if share in chosen])
    wanted = {note.short for share in chosen for note in share.notes}
    assert set(clip.locator("[data-picked-note]:visible").all_inner_texts()) == wanted
    clip.evaluate("location.hash = 'no-such-page'")
    expect(clip.get_by_role("status").first).to_have_text("The pages of your link are no longer here. Here is every page.")
    expect(clip.locator("[data-picked]:visible")).to_have_count(len(shares(prose_of(real_site))))
    clip.evaluate("location.hash = ''")
    expect(clip.get_by_role("status").first).to_have_text("Here is every page.")
    clip.evaluate(f"location.hash = 'no-such-page,{NAME}'")
    expect(clip.get_by_role("status").first).to_contain_text("no longer here")
    expect(clip.locator("[data-picked]:visible")).to_have_count(1)


def test_without_scripts_everything_is_there_to_select_and_download(browser, served, real_site, real_built):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(served.url + KIT)
    expect(tab.locator(".kit-set")).to_be_hidden()
    entry(tab).locator("summary").click()
    expect(entry(tab).locator("pre")).to_be_visible()
    expect(entry(tab).get_by_role("button")).to_have_count(0)
    for share in shares(prose_of(real_site)):
        part = entry(tab, share.name)
        assert part.locator("pre").text_content() == (real_built.folder / share.page.url / "share.txt").read_text()
        links = [served.origin + urllib.parse.urljoin(served.base + KIT, address)
                 for address in part.evaluate("part => [...part.querySelectorAll('a')].map(a => a.getAttribute('href'))")
                 if not address.startswith("mailto:")]
        assert set(links) == {served.url + share.page.url + name for name in ("", *FILES)}
        assert part.locator('a[href^="mailto:"]').count() == 1
    tab.goto(f"{served.url}{PICKED}#{NAME}")
    expect(tab.locator("[data-picked]:visible")).to_have_count(len(shares(prose_of(real_site))))
    context.close()


def test_a_browser_that_does_not_let_us_copy_gets_the_text_selected(clip, served, real_built):
    clip.add_init_script("document.execCommand = () => false")
    clip.goto(f"{served.url}{KIT}#kit-{NAME}")
    entry(clip).get_by_role("button", name="Copy for an email").click()
    expect(entry(clip).get_by_role("status")).to_have_text(re.compile("On a phone, choose Copy. On a computer, press Ctrl and C"))
    assert clip.evaluate("getSelection().toString()").strip() == (real_built.folder / PAGE / "share.txt").read_text().strip()
