"""The share kit: its pages that tests open, and what lies on the clipboard."""

from playwright.sync_api import Page as Tab

PAGE, NAME = "how-to/cold-pack/", "how-to-cold-pack"
OTHER_NAME = "safety-stop"
CLIPBOARD = """async () => {
    const [item] = await navigator.clipboard.read();
    return Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
}"""


def entry(tab: Tab, name: str = NAME):
    """Return the part of the kit that is about a page."""
    return tab.locator(f"[data-kit-page={name}]")
