"""Asks whether the outside addresses that the guide links to still answer: politely, a few at a time,
and telling dead from forbidden.

No build and no page ever does this. It is a command of its own, which runs once a week.
"""

import http.client
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from email.message import Message
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit

Verdict = Literal["good", "moved", "dead", "forbidden", "unclear"]
DEAD = {404, 410}
FORBIDDEN = {401, 402, 403, 405, 406, 407, 418, 421, 423, 429, 451, 999}  # the page may be there: it does not answer programs
LATER = {408, 425, 429, 500, 502, 503, 504, 520, 522, 524}  # asking again may help
FOREVER = {301, 308}
MOST_STEPS = 10
LONGEST_WAIT = 120.0  # seconds that we wait because a server asks for it
IN_ADDRESSES = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True)
class Manner:
    """How to ask: so many `hosts` at the same time, and never one host twice at once.

    In seconds: `timeout`, the `waits` before asking a busy server again, and the `pause` between two questions to one host.
    """

    name: str = "guide-link-check"
    hosts: int = 4
    timeout: float = 20.0
    waits: tuple[float, ...] = (5.0, 30.0)
    pause: float = 1.0


@dataclass(frozen=True)
class Answer:
    """What an address answers: `says` in words, and `leads_to` for one that has moved for good."""

    address: str
    verdict: Verdict
    says: str
    leads_to: str = ""


def ask_all(addresses: Iterable[str], manner: Manner) -> dict[str, Answer]:
    """Return the answer of each address."""
    by_host = defaultdict(list)
    for address in sorted(set(addresses)):
        by_host[urlsplit(address).netloc.lower()].append(address)
    with ThreadPoolExecutor(manner.hosts) as pool:
        answers = pool.map(lambda group: _ask_host(group, manner), by_host.values())
        return {answer.address: answer for group in answers for answer in group}


def _ask_host(addresses: list[str], manner: Manner) -> list[Answer]:
    answers = []
    for n, address in enumerate(addresses):
        time.sleep(manner.pause if n else 0)
        answers.append(ask(address, manner))
    return answers


def ask(address: str, manner: Manner) -> Answer:
    """Return what an address answers: asked for its head first, then for the page,
    and again after a while when a server is busy."""
    answer, again = _follow("HEAD", address, manner)
    for wait in (0.0, *manner.waits):
        if answer.verdict in ("good", "moved") or (wait and again is None):
            break
        time.sleep(min(max(wait, again or 0), LONGEST_WAIT))
        answer, again = _follow("GET", address, manner)
    return answer


def _follow(method: str, address: str, manner: Manner) -> tuple[Answer, float | None]:
    """Return what an address answers in the end, and in how many seconds to ask again: None when that would not help."""
    # some lead to themselves until they see their cookie
    opener = urllib.request.build_opener(_NoStep, urllib.request.HTTPCookieProcessor())
    way, for_good = [address], True
    while len(way) <= MOST_STEPS:
        status, says, headers = _ask_once(opener, method, way[-1], manner)
        if not (300 <= status < 400 and headers.get("Location")):
            return _verdict(address, way[-1], status, says, for_good), _again(status, says, headers)
        for_good = for_good and status in FOREVER
        way.append(quote(urljoin(way[-1], headers["Location"]), safe=IN_ADDRESSES))
        if urlsplit(way[-1]).scheme not in ("http", "https"):
            return Answer(address, "dead", "It leads to something that is no web page."), None
        if way.count(way[-1]) > 2:
            return Answer(address, "dead", "It leads round in a circle."), None
    return Answer(address, "dead", f"It leads on {MOST_STEPS} times and more."), None


def _verdict(address: str, at: str, status: int, says: str, for_good: bool) -> Answer:
    if 200 <= status < 300:
        moved = at != address and for_good
        return Answer(address, "moved" if moved else "good", says, at if moved else "")
    if status in DEAD or says == NO_HOST:
        return Answer(address, "dead", says)
    return Answer(address, "forbidden" if status in FORBIDDEN else "unclear", says)


def _again(status: int, says: str, headers: Message) -> float | None:
    """Return how long to wait before asking again, or None when the answer would stay the same."""
    if status not in LATER and (status or says == NO_HOST):
        return None
    after = headers.get("Retry-After") or ""
    return float(after) if after.isdecimal() else 0.0


NO_HOST = "There is no such host."


def _ask_once(opener: urllib.request.OpenerDirector, method: str, address: str, manner: Manner) -> tuple[int, str, Message]:
    """Return status (0 when there is no answer), what it says in words, and the headers."""
    request = urllib.request.Request(address, method=method, headers={"User-Agent": manner.name, "Accept": "*/*"})
    try:
        with opener.open(request, timeout=manner.timeout) as response:
            return response.status, _words(response.status), response.headers
    except urllib.error.HTTPError as error:
        with error:
            return error.code, _words(error.code), error.headers
    except (OSError, http.client.HTTPException, ValueError) as error:
        return 0, _trouble(getattr(error, "reason", error), manner), Message()


def _words(status: int) -> str:
    return f"{status} {http.client.responses.get(status, '')}".strip()


def _trouble(reason: object, manner: Manner) -> str:
    """Return in words why there was no answer."""
    if isinstance(reason, socket.gaierror):
        return NO_HOST
    if isinstance(reason, TimeoutError):
        return f"No answer within {manner.timeout:g} seconds."
    if isinstance(reason, ssl.SSLError):
        return "Its certificate is not valid."
    return "It broke off without an answer."


class _NoStep(urllib.request.HTTPRedirectHandler):
    """Leaves each step to us, so that circles and moves for good are seen."""

    def redirect_request(self, *_: object) -> None:
        return None
