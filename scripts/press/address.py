"""How an address of this guide is written, which page it belongs to, and which file of the built folder answers it."""

import re

_ADDRESS = re.compile(r"/(\.?[a-z0-9-]+/)*(\.?[a-z0-9-]+(\.[a-z0-9]+)+)?(#[a-z0-9-]+)?$")
_WRONG = [  # what an address may not hold, and how to say it
    (re.compile(r"[<>\"'`\\\s{}|^]|[^\x21-\x7e]"), "holds a sign that no address of this guide has"),
    (re.compile(r"//"), "leads out of this guide"),
    (re.compile(r"(^|/)\.\.?(/|$)|%"), "leads out of the guide's folder"),
    (re.compile(r"^[^/]"), "does not start with '/'"),
    (re.compile(r"[A-Z]"), "has a capital letter"),
    (re.compile(r"/[^/.#]+(#.*)?$"), "lacks the '/' at the end of the page"),
]


def page_of(address: str) -> str:
    """Return an address without its part."""
    return address.partition("#")[0]


def file_of(address: str) -> str:
    """Return the file of the built folder that answers an address: `/safety/#now` -> `safety/index.html`."""
    name = page_of(address).lstrip("/")
    return f"{name}index.html" if name.endswith("/") or not name else name


def url_of(file: str) -> str:
    """Return the address, from the start of the guide, that a file of the built folder answers:
    `safety/index.html` -> `safety/`."""
    return file.removesuffix("index.html") if file == "index.html" or file.endswith("/index.html") else file


def fault_of(address: str) -> str:
    """Return what is wrong with an address, in words, or an empty string."""
    if _ADDRESS.match(address):
        return ""
    says = next((says for sign, says in _WRONG if sign.search(address)), "is not an address of a page, a part or a file")
    return f"'{address}' {says}."
