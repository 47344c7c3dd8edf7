"""Says what a declaration of a stylesheet could do to a safety note that it reaches, or lies over: hide, move,
push down or blot it out."""

from press.style_values import ALLOWED, FAMILIES, HEIGHTS, NEAR, SIZES, SMALL, WORDS
from press.styles import Declaration, plain_tokens

_SEEN = {"rem": 1, "em": 1, "px": 16}  # of a sign, the least width and height at which it is seen
_MOVES = ("margin", "transform", "translate", "scale", "rotate", "zoom", "offset", "perspective", "box-shadow", "outline")
_WRITERS = ("content", "quotes", "list-style", "list-style-type", "text-overflow", "hyphenate-character", "text-emphasis",
            "text-emphasis-style")


def harm(declaration: Declaration) -> bool:
    """Tell whether a declaration could hide, move or blot out a safety note that it reaches. Colours are judged apart."""
    name = declaration.name
    if name.startswith("--"):
        return False
    check = ALLOWED.get(name) or next((c for start, c in FAMILIES.items() if name.startswith(start)), None)
    return check is None or not check(plain_tokens(declaration))


def bares(declaration: Declaration) -> bool:
    """Tell whether a declaration takes the line from under words, or makes it one that nobody sees."""
    said = {token.serialize().lower() for token in plain_tokens(declaration)}
    if declaration.name in ("text-decoration", "text-decoration-line"):
        return not {"underline", "inherit"} & said or "transparent" in said
    return (declaration.name == "text-decoration-color" and "transparent" in said
            or declaration.name == "text-decoration-thickness" and bool({"0", "0px", "0rem", "0em"} & said))


def draws(declaration: Declaration) -> bool:
    """Tell whether a declaration gives a sign a size at which it can be seen."""
    if declaration.name not in ("width", "height"):
        return False
    return all(t.type == "dimension" and t.value >= _SEEN.get(t.lower_unit, float("inf")) for t in plain_tokens(declaration))


def spaces(declaration: Declaration) -> bool:
    """Tell whether a declaration gives room in a measure of the guide's own, such as var(--side),
    and in nothing else that is out of bounds."""
    written = [t for t in plain_tokens(declaration) if not (t.type == "function" and t.lower_name in ("var", "calc"))]
    return declaration.name.startswith(("margin", "padding")) and NEAR(written)


def moves(declaration: Declaration) -> bool:
    """Tell whether a declaration could draw what it reaches far from its place, and so over a note that it does not reach."""
    name = declaration.name
    if name in ("top", "bottom") or name.startswith("inset"):
        return not NEAR(plain_tokens(declaration))
    return name.startswith(_MOVES) and harm(declaration) and not spaces(declaration)


def stretches(declaration: Declaration) -> bool:
    """Tell whether a declaration makes what is out of its place as large as a window may be."""
    if declaration.name in ("inset", "inset-block"):
        tokens = [t.serialize() for t in plain_tokens(declaration)]
        return "auto" not in (tokens[0], tokens[2 if len(tokens) > 2 else 0])
    return declaration.name in SIZES and not SMALL(plain_tokens(declaration))


def pushes(declaration: Declaration) -> bool:
    """Tell whether a declaration makes what it reaches so high that all below it leaves the first screen."""
    check = next((check for names, check in HEIGHTS.items() if declaration.name.startswith(names)), None)
    return check is not None and not check([t for t in plain_tokens(declaration)
                                            if not (t.type == "function" and t.lower_name == "var")])


def writes(declaration: Declaration) -> bool:
    """Tell whether a declaration puts words on a page, or something that nobody can read here.
    The address of a link may be printed behind it, as it is or from the start of the guide."""
    unread = declaration.text.replace("attr(href)", "").replace("attr(data-at)", "")
    return declaration.name in _WRITERS and bool(WORDS.search(unread))
