"""The link of a set shows its pages and their notes, whatever became of it on its way."""

import pytest
from kit import NAME, OTHER_NAME
from playwright.sync_api import expect

from press.prose import prose_of
from press.sharing import PICKED, shares

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
