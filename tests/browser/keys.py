"""The Tab key, and where it leads."""

from looking import line_to
from playwright.sync_api import Page as Tab


def press_tab(tab: Tab, backwards: bool = False) -> None:
    """Press the Tab key; Playwright's own way takes the browser twice as long."""
    key = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9, "modifiers": 8 if backwards else 0}
    line_to(tab).send("Input.dispatchKeyEvent", key)


def next_stop(tab, last=None, backwards=False):
    """Press Tab, and return where the focus is now. To and from a frame, which is another process, it takes a moment."""
    press_tab(tab, backwards)
    for _ in range(20):
        stop = tab.evaluate("() => window.look.focus()")
        if stop and stop["order"] != last:
            break
        tab.wait_for_timeout(25)
    return stop
