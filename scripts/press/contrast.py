"""Works out how far two colours stand apart, as people with weak eyes need it known."""

from functools import lru_cache


@lru_cache(maxsize=4096)  # the same two colours meet on every page
def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours written as #rrggbb: 1 for the same, 21 for black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[n:n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
