"""The share kit in a real browser: two clicks to the clipboard, by keyboard alone, without scripts, and nothing leaves the device."""

import random
import re
import urllib.parse

import pytest
from kit import CLIPBOARD, NAME, PAGE, entry
from playwright.sync_api import expect

from press.prose import prose_of
from press.sharing import FILES, KIT, PICKED, shares

FOLD = "(part, open) => { part.open = open; }"


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


def test_what_the_client_sees_is_shown_in_a_sandbox(clip, served):
    clip.goto(f"{served.url}{KIT}#kit-{NAME}")
    frame = entry(clip).locator("iframe")
    assert frame.get_attribute("sandbox") == ""
    expect(frame.content_frame.locator("li").first).to_be_visible()


def test_without_scripts_everything_is_there_to_select_and_download(browser, served, real_site, real_built):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(served.url + KIT)
    expect(tab.locator(".kit-set")).to_be_hidden()
    entry(tab).locator("summary").click()
    expect(entry(tab).locator("pre")).to_be_visible()
    expect(entry(tab).get_by_role("button")).to_have_count(0)
    parts = tab.eval_on_selector_all("[data-kit-page]", """(parts) => Object.fromEntries(parts.map((part) => [part.dataset.kitPage, {
      text: part.querySelector("pre").textContent, links: [...part.querySelectorAll("a")].map((a) => a.getAttribute("href")),
    }]))""")
    for share in shares(prose_of(real_site)):
        part = parts[share.name]
        assert part["text"] == (real_built.folder / share.page.url / "share.txt").read_text()
        links = [served.origin + urllib.parse.urljoin(served.base + KIT, address)
                 for address in part["links"] if not address.startswith("mailto:")]
        assert set(links) == {served.url + share.page.url + name for name in ("", *FILES)}
        assert sum(address.startswith("mailto:") for address in part["links"]) == 1
    tab.goto(f"{served.url}{PICKED}#{NAME}")
    expect(tab.locator("[data-picked]:visible")).to_have_count(len(shares(prose_of(real_site))))
    context.close()


def test_a_browser_that_does_not_let_us_copy_gets_the_text_selected(clip, served, real_built):
    clip.add_init_script("document.execCommand = () => false")
    clip.goto(f"{served.url}{KIT}#kit-{NAME}")
    entry(clip).get_by_role("button", name="Copy for an email").click()
    expect(entry(clip).get_by_role("status")).to_have_text(re.compile("On a phone, choose Copy. On a computer, press Ctrl and C"))
    assert clip.evaluate("getSelection().toString()").strip() == (real_built.folder / PAGE / "share.txt").read_text().strip()
