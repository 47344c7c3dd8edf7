"""The words in every drawing keep a contrast of 7:1 on whatever they stand on,
in light and dark. axe does not judge words in drawings."""

import io
from collections import Counter

import pytest
from looking import PHONE
from PIL import Image

LEAST = 7
SPECK = 0.03  # of the ground behind a line: less is the edge of something else
WORDS = """(drawing) => {
  document.querySelector(".top").style.visibility = "hidden";  // it would lie upon the drawing
  const from = drawing.getBoundingClientRect();
  const says = (text) => [...text.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const found = [...drawing.querySelectorAll("text, tspan")].filter(says).map((text) => {
    const { left, top, width, height } = text.getBoundingClientRect();  // somewhat higher than letters are
    const [x, y] = [left - from.left, top - from.top];
    const ink = getComputedStyle(text).fill.match(/[\\d.]+/g).slice(0, 3).map(Number);
    return { words: text.textContent.trim(), ink, box: [x, y + height / 5, x + width, y + height * 0.8] };
  });
  drawing.querySelectorAll("text").forEach((text) => { text.style.visibility = "hidden"; });
  return found;
}"""


def pale(tab, drawing):
    """Return the words of a drawing that are too close in colour to what is behind them, with their contrast."""
    words = drawing.evaluate(WORDS)
    ground = Image.open(io.BytesIO(drawing.screenshot())).convert("RGB")
    assert words
    for text in words:
        left, top, right, bottom = (round(edge) for edge in text["box"])
        colours = Counter(ground.crop((max(0, left), max(0, top), right, bottom)).get_flattened_data())
        least = min(contrast(text["ink"], colour) for colour, count in colours.items() if count > SPECK * colours.total())
        if least < LEAST:
            yield f"{text['words']} {least:.1f}"


def contrast(one, other):
    """Return the contrast of two colours, each three numbers up to 255."""
    less, more = sorted(sum(share * (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4)
                            for share, c in zip((0.2126, 0.7152, 0.0722), (c / 255 for c in colour), strict=True))
                        for colour in (one, other))
    return (more + 0.05) / (less + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_in_every_drawing_can_be_read(browser, served, real_site, real_built, scheme):
    context = browser.new_context(viewport=PHONE, color_scheme=scheme)
    tab, seen, wrong = context.new_page(), set(), []
    for page in real_built.pages.values():
        ids = [figure.attributes["id"] for figure in page.tree.css("figure.drawing[id]")]
        if not page.forwards and set(ids) - seen:
            tab.goto(served.url + page.url)
            wrong += [f"{id}: {fault}" for id in ids if id not in seen for fault in pale(tab, tab.locator(f"#{id} svg.d-svg"))]
            seen |= set(ids)
    context.close()
    assert seen == {f"drawing-{id}" for id in real_site.drawings}
    assert wrong == []


def test_pale_words_are_found(tab, served, record_property):
    record_property("tries", "this test")
    tab.goto(served.url + "how-to/cold-pack/")
    drawing = tab.locator("svg.d-svg").first
    drawing.evaluate("(drawing) => { drawing.querySelector('text').style.fill = '#777'; }")
    assert len([*pale(tab, drawing)]) == 1
