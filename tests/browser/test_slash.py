"""The / key opens the search, and can be switched off."""


def test_the_search_opens_with_a_slash_but_not_while_somebody_types(desk, served):
    desk.goto(served.url + "how-to/cold-pack/")
    desk.keyboard.press("/")
    desk.wait_for_selector("dialog[open]")
    desk.keyboard.type("/")
    assert desk.locator("dialog input").input_value() == "/"


def test_the_slash_is_switched_off_and_on_by_a_button_that_stores_only_while_it_is_off(tab, served):
    stored, button = "() => Object.entries(localStorage)", tab.get_by_role("button", name="Switch off the / key")
    tab.goto(served.url + "accessibility/")
    button.focus()
    assert tab.evaluate(stored) == []
    for off in (True, False):
        tab.keyboard.press("Enter")
        assert button.get_attribute("aria-pressed") == str(off).lower()
        assert tab.evaluate(stored) == [["slash", "off"]] * off
        said = tab.locator("[data-script=slash] + [role=status]").inner_text()
        assert said.startswith("The / key is off" if off else "The / key opens")
        tab.goto(served.url + "how-to/cold-pack/")
        tab.keyboard.press("/")
        assert tab.locator("dialog[open]").count() == (not off)
        tab.goto(served.url + "accessibility/")
        button.focus()
        assert button.get_attribute("aria-pressed") == str(off).lower()


def test_where_nothing_may_be_stored_the_slash_works_and_its_button_says_why_it_is_not_there(tab, served):
    tab.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })")
    tab.goto(served.url + "accessibility/", wait_until="networkidle")
    assert "lets this guide store nothing" in tab.locator("[data-script=slash]").inner_text()
    assert tab.get_by_role("button", name="Switch off the / key").count() == 0
    tab.keyboard.press("/")
    assert tab.locator("dialog[open]").count() == 1


def test_without_scripts_there_is_no_button_for_the_slash(browser, served):
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(served.url + "accessibility/")
        assert tab.get_by_role("button", name="Switch off the / key").count() == 0
        assert "Without scripts, the / key does nothing." in tab.inner_text("main")
