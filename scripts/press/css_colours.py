"""Reads a colour as a stylesheet writes it, by whatever name, and gives it as a browser would paint it."""

from functools import lru_cache

from tinycss2 import color5

LETS_THROUGH = "none"
# How browsers paint the reader's own colours, roughly: what matters is which are letters and which are ground.
SYSTEM = {"canvas": "#ffffff", "canvastext": "#000000", "linktext": "#0000ee", "visitedtext": "#551a8b", "buttonface": "#eeeeee",
          "buttontext": "#000000",
          "field": "#ffffff", "fieldtext": "#000000", "highlight": "#0a57ad", "highlighttext": "#ffffff", "mark": "#ffff00",
          "marktext": "#000000"}


@lru_cache(maxsize=4096)  # a few colours paint everything
def as_painted(written: str, is_ground: bool) -> str:
    """Return a colour as #rrggbb: LETS_THROUGH for what shows the one below, or empty when it cannot be worked out.

    `is_ground` when letters lie on it.
    """
    text = written.strip().lower()
    if text in ("inherit", "none"):
        return LETS_THROUGH
    colour = _parsed(SYSTEM.get(text, text))
    if colour is None or colour == "currentcolor":
        return ""
    if colour.alpha < 1:
        return LETS_THROUGH if is_ground and colour.alpha == 0 else ""
    try:
        shares = colour.to("srgb").coordinates
    except NotImplementedError:
        return ""
    return "#" + "".join(f"{round(max(0, min(1, share)) * 255):02x}" for share in shares)


_parsed = lru_cache(maxsize=1024)(color5.parse_color)
