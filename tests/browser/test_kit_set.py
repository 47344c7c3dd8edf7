"""Several pages of the share kit as one set: it is composed on the device, and is one text with one link."""

import re
import urllib.parse

import pytest
from kit import CLIPBOARD, NAME, OTHER_NAME
from playwright.sync_api import expect

from press.prose import prose_of
from press.sharing import KIT, PICKED, shares


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
    mail = clip.locator("[data-set=mail]")
    assert mail.is_visible() == (len(mail.get_attribute("href")) <= 1800)  # a copy of the guide may have a long address
    if mail.is_visible():
        reach("[data-set=mail]")


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
