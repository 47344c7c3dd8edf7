"""How tests ask the search."""

PAGE = "how-to/cold-pack/"
LIST = "#search-list a"


def ask(desk, words, shown=LIST):
    """Open the search unless it is open, type, and wait until something is shown."""
    if not desk.locator("dialog[open]").count():
        desk.click("#find")
    desk.fill("#search-words", words)
    desk.wait_for_selector(f"{shown} >> visible=true")
