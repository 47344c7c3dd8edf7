"""Outside links are asked politely, by a command and never by a build; dead is told from forbidden, with page,
claim and reference."""

import datetime
import json
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml

from guide import ROOT, Guide
from press import outside_report
from press.__main__ import main
from press.built import read_built
from press.outside import Answer, Manner, ask, ask_all
from press.outside_faults import outside_fault
from press.outside_report import outside_addresses
from press.reading import read

QUICK = Manner(name="guide-link-check (+https://small.example/)", hosts=3, timeout=0.4, waits=(0.02, 0.05), pause=0.0)
DAY = datetime.date(2026, 11, 22)


class Outside:
    """A server that answers in every way that servers do. It counts how it is asked."""

    def __init__(self):
        self.asked, self.names, self.at_once, self.most = Counter(), set(), 0, 0
        outer, lock = self, threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            def do_HEAD(self) -> None:
                with lock:
                    outer.asked[f"{self.command} {self.path}"] += 1
                    outer.names.add(self.headers["User-Agent"])
                    outer.at_once += 1
                    outer.most = max(outer.most, outer.at_once)
                try:
                    outer.answer(self)
                except (BrokenPipeError, ConnectionResetError):
                    pass  # whoever asked has gone
                finally:
                    with lock:
                        outer.at_once -= 1

            do_GET = do_HEAD

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path, _, query = handler.path.partition("?")
        times, command = self.asked[f"{handler.command} {handler.path}"], handler.command
        steps = {"/moved": (301, "/good"), "/moved-far": (301, "/moved"), "/moved-308": (308, "/good"),
                 "/for-now": (302, "/good"), "/see": (303, "/good"), "/keep": (307, "/good"),
                 "/moved-then-for-now": (301, "/for-now"), "/moved-to-nothing": (301, "/gone"), "/round-a": (301, "/round-b"),
                 "/round-b": (301, "/round-a"), "/round": (302, "/round"),
                 "/to-a-file": (301, "file:///etc/passwd"), "/to-words": (301, "/a b\"<c>")}
        if path in steps:
            return self.send(handler, steps[path][0], Location=steps[path][1])
        if path == "/endless":
            return self.send(handler, 302, Location=f"/endless?{int(query or 0) + 1}")
        if path == "/cookie":
            return (self.send(handler, 200) if "seen=1" in (handler.headers["Cookie"] or "")
                    else self.send(handler, 302, Location="/cookie", **{"Set-Cookie": "seen=1"}))
        if path in ("/no-head", "/no-head-403", "/no-head-404"):
            return self.send(handler, 200 if command == "GET" else int(path[-3:]) if path[-3:].isdigit() else 405)
        if path == "/busy":
            return self.send(handler, 429, **{"Retry-After": "0"}) if command == "HEAD" or times < 3 else self.send(handler, 200)
        if path == "/ill":
            return self.send(handler, 500) if command == "HEAD" or times < 2 else self.send(handler, 200)
        if path == "/slow":
            time.sleep(1.2)
        if path == "/hang-up":
            return handler.connection.close()
        if path == "/nonsense":
            return handler.wfile.write(b"this is not HTTP\r\n\r\n")
        return self.send(handler, int(path[1:]) if path[1:].isdigit() else {"/gone": 404, "/a%20b%22%3Cc%3E": 200}.get(path, 200))

    def send(self, handler: BaseHTTPRequestHandler, status: int, **headers: str) -> None:
        handler.send_response(status)
        for name, value in {"Content-Length": "0", **headers}.items():
            handler.send_header(name, value)
        handler.end_headers()


@pytest.fixture
def outside() -> Iterator[Outside]:
    server = Outside()
    threading.Thread(target=server.server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.server.shutdown()
    server.server.server_close()


@pytest.mark.parametrize("path, verdict, says", [
    ("/good", "good", "200"), ("/204", "good", "204"), ("/moved", "moved", "200"), ("/moved-308", "moved", "200"),
    ("/moved-far", "moved", "200"),
    ("/for-now", "good", "200"), ("/see", "good", "200"), ("/keep", "good", "200"), ("/moved-then-for-now", "good", "200"),
    ("/to-words", "moved", "200"),
    ("/404", "dead", "404 Not Found"), ("/410", "dead", "410 Gone"), ("/moved-to-nothing", "dead", "404"),
    ("/round-a", "dead", "circle"), ("/round", "dead", "circle"),
    ("/endless", "dead", "10 times"), ("/to-a-file", "dead", "no web page"),
    ("/401", "forbidden", "401"), ("/403", "forbidden", "403 Forbidden"), ("/429", "forbidden", "429 Too Many Requests"),
    ("/451", "forbidden", "451"), ("/999", "forbidden", "999"),
    ("/500", "unclear", "500"), ("/503", "unclear", "503"), ("/400", "unclear", "400"),
    ("/slow", "unclear", "No answer within 0.4 seconds"), ("/hang-up", "unclear", "broke off"),
    ("/nonsense", "unclear", "broke off"),
    ("/no-head", "good", "200"), ("/no-head-403", "good", "200"), ("/no-head-404", "good", "200"), ("/busy", "good", "200"),
    ("/ill", "good", "200"), ("/cookie", "good", "200"),
])
def test_each_answer_is_told_from_the_others(outside, path, verdict, says):
    answer = ask(outside.url + path, QUICK)
    assert answer.verdict == verdict and says in answer.says, answer
    assert (answer.leads_to != "") == (verdict == "moved")


def test_a_page_that_moved_for_good_is_named_where_it_is_now(outside):
    assert ask(f"{outside.url}/moved-far", QUICK).leads_to == f"{outside.url}/good"
    assert ask(f"{outside.url}/to-words", QUICK).leads_to == f"{outside.url}/a%20b%22%3Cc%3E"


def test_a_host_that_does_not_exist_is_dead_and_one_that_does_not_listen_is_unclear():
    assert ask("https://nowhere.invalid/", QUICK) == Answer("https://nowhere.invalid/", "dead", "There is no such host.")
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert ask(f"http://127.0.0.1:{port}/", QUICK).verdict == "unclear"


def test_the_head_comes_first_and_what_is_clear_is_asked_no_more(outside):
    ask_all([outside.url + path for path in ("/good", "/404", "/403", "/500", "/429")], QUICK)
    assert outside.asked == {"HEAD /good": 1, "HEAD /404": 1, "GET /404": 1, "HEAD /403": 1, "GET /403": 1,
                             "HEAD /500": 1, "GET /500": 3, "HEAD /429": 1, "GET /429": 3}
    assert outside.names == {QUICK.name}


def test_a_busy_server_is_given_time(outside):
    start = time.monotonic()
    ask(f"{outside.url}/503", Manner(waits=(0.2, 0.4), timeout=1))
    assert time.monotonic() - start >= 0.6


def test_one_host_is_asked_one_thing_at_a_time_and_with_pauses(outside):
    start = time.monotonic()
    answers = ask_all([f"{outside.url}/good?{n}" for n in range(6)], Manner(hosts=4, pause=0.05, timeout=2))
    assert len(answers) == 6 and outside.most == 1
    assert time.monotonic() - start >= 0.25


def test_only_a_few_hosts_are_asked_at_a_time():
    servers = [Outside() for _ in range(6)]
    most, now, lock = [0], [0], threading.Lock()

    def watched(server: Outside):
        answer = server.answer

        def slowly(handler):
            with lock:
                now[0] += 1
                most[0] = max(most[0], now[0])
            time.sleep(0.1)
            with lock:
                now[0] -= 1
            answer(handler)

        server.answer = slowly

    for server in servers:
        watched(server)
        threading.Thread(target=server.server.serve_forever, args=(0.02,), daemon=True).start()
    ask_all([server.url for server in servers], Manner(hosts=2, timeout=5))
    for server in servers:
        server.server.shutdown()
        server.server.server_close()
    assert most[0] == 2


# What is told

@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """What addresses outside this computer answer, by verdict: nobody asks them."""
    verdict = {"verdict": "good"}

    def here_alone(places, manner):
        near = [a for a in places if a.startswith("http://127.")]
        return ask_all(near, QUICK) | {a: Answer(a, verdict["verdict"], "as told") for a in places if a not in near}

    monkeypatch.setattr(outside_report, "ask_all", here_alone)
    return verdict


@pytest.fixture
def linked(small: Guide, outside: Outside, answers: dict[str, str]) -> tuple[Guide, Outside]:
    """The built small guide, whose studies and pages link to the server."""
    for path in (small.root / "site").rglob("*.html"):
        path.write_text(path.read_text().replace("https://doi.org/10.1000/small.1", f"{outside.url}/404"))
    about = small.root / "site/about/index.html"
    about.write_text(about.read_text().replace("Who writes this guide.",
                                               f'<a href="{outside.url}/moved#part">Writers</a> <a href="{outside.url}/403">Doors</a>'))
    small.edit("docs/_data/references.yml", "link: https://doi.org/10.1000/small.1", f"link: {outside.url}/404")
    return small, outside


def told(guide: Guide, due: int = 60, original: str = "") -> tuple[str, bool]:
    built = read_built(guide.root / "site")
    return outside_report.report(read(guide.root, built.site_url), built, DAY, due, original, QUICK)


def test_a_dead_study_is_named_with_its_reference_claim_and_pages(linked):
    guide, outside = linked
    text, to_do = told(guide)
    assert to_do
    line = next(line for line in text.splitlines() if "404 Not Found" in line)
    assert line.startswith(f"- `{outside.url}/404`: 404 Not Found.")
    for words in ("Reference `smith-2010` (`docs/_data/references.yml:1`).", "Claims: `ben-01`", "/how-to/cold-pack/",
                  "/evidence/"):
        assert words in line
    assert text.index("## Dead") < text.index("## Moved for good") < text.index("## Forbidden")
    assert f"It is now `{outside.url}/good`." in text and "Pages: /about/." in text


def test_checks_that_fall_due_are_named_the_most_urgent_first(linked):
    guide, _ = linked
    guide.edit("docs/about/index.md", "check_by: 2027-11-22", "check_by: 2027-01-20")
    guide.edit("docs/privacy/index.md", "check_by: 2027-11-22", "check_by: 2026-11-21")
    due = [line for line in told(guide)[0].splitlines() if line.startswith("- by ")]
    assert due == ["- by 2026-11-21: page /privacy/, “Privacy” (`docs/privacy/index.md:8`). It is overdue.",
                   "- by 2027-01-20: page /about/, “About” (`docs/about/index.md:8`)."]
    assert len([line for line in told(guide, due=58)[0].splitlines() if line.startswith("- by ")]) == 1
    assert "claim ben-01" in told(guide, due=3000)[0]


def test_nothing_to_do_is_told_too(small, answers):
    text, to_do = told(small)
    assert not to_do and "are good" in text and "##" not in text


def test_what_only_programs_are_refused_opens_no_issue(small, answers):
    answers["verdict"] = "forbidden"
    text, to_do = told(small)
    assert not to_do and "## Forbidden" in text


def test_a_copy_learns_what_its_original_has_withdrawn(small, outside, answers, monkeypatch):
    listed = {"withdrawn": {"how-to/cold-pack/": ["2027-03-01", "It gave too `long` a time.\n# @all"],
                            "elsewhere/": ["2027-03-01", "Not here."]}}

    def answer(handler):
        body = json.dumps(listed).encode() if handler.path == "/guide/addresses.json" else b""
        handler.send_response(200 if body else 404)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    monkeypatch.setattr(outside, "answer", answer)
    text, to_do = told(small, original=f"{outside.url}/guide")
    assert (to_do and "- `/how-to/cold-pack/`, on `2027-03-01`: `It gave too 'long' a time. # @all`" in text
            and "elsewhere" not in text)
    text, to_do = told(small, original=f"{outside.url}/nothing/")
    assert to_do and "could not be read" in text


def test_every_study_of_the_real_guide_is_asked(real_site, real_built):
    places = outside_addresses(real_site, real_built)
    for reference in real_site.references.values():
        if reference.link or reference.doi:
            assert (reference.link or f"https://doi.org/{reference.doi}").partition("#")[0] in places
    assert not [address for address in places if address.startswith(real_built.site_url)]


def test_the_command_prints_the_report(linked, capsys):
    guide, _ = linked
    assert main(["--root", str(guide.root), "outside", str(guide.root / "site"), "--today", "2026-11-22"]) == 1
    text = capsys.readouterr().out
    assert "outside addresses were asked on 2026-11-22." in text and "404 Not Found" in text
    assert main(["--root", str(guide.root), "outside", "no-such-folder"]) == 2


# Where it runs

def test_no_build_asks_anything_outside(small, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("a build wants to go outside")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert small.build().built


def test_the_weekly_workflow_may_only_read_and_write_its_issue_and_runs_what_publishing_runs():
    folder = ROOT / ".github/workflows"
    weekly, publish = (yaml.safe_load((folder / name).read_text()) for name in ("links.yml", "publish.yml"))
    assert weekly["permissions"] == {} and weekly["jobs"]["links"]["permissions"] == {"contents": "read", "issues": "write"}
    pinned = {step["uses"] for job in publish["jobs"].values() for step in job["steps"] if "uses" in step}
    assert {step["uses"] for step in weekly["jobs"]["links"]["steps"] if "uses" in step} <= pinned
    assert "schedule" in weekly[True] and "workflow_dispatch" in weekly[True]  # YAML reads 'on' as true
    asked = next(step for step in weekly["jobs"]["links"]["steps"] if step.get("id") == "ask")
    assert "python -m press outside site" in asked["run"]


# Hosts and ways that no page should lead to, by what is said of them.
FAULTS = {
    "hides where it leads": """bit.ly/a | bitly.com/a | t.co/a | tinyurl.com/a | goo.gl/a | WWW.ow.ly/a | youtu.be/a | g.co/a
        kurzelinks.de/a | lnkd.in/a | aka.ms:443/a | forms.gle/a | amzn.to/a""",
    "a computer of somebody's own": "a.local/a | a.localdomain/a | a.localhost/a | a.internal/a | a.lan/a | b.home.arpa/a",
    "a made-up address": "example.com/a | www.example.org/a | example.net/a",
    "a file of somebody's own": """docs.google.com/a | drive.google.com/a | www.dropbox.com/a | onedrive.live.com/a | 1drv.ms/a
        www.icloud.com/a | wetransfer.com/a | we.tl/a | www.notion.so/a | evernote.com/a | river.sharepoint.com/a""",
    "shows each reader something else": """www.google.com/search?q=ice | google.co.uk/search?q=ice | bing.com/search | yahoo.com/search
        duckduckgo.com/s | ecosia.org/search | startpage.com/search | baidu.com/s | yandex.com/search | google.com/web | search.yahoo.com/a
        chatgpt.com/share/a | chat.openai.com/a | gemini.google.com/a | copilot.microsoft.com/a | claude.ai/share/a
        perplexity.ai/a | poe.com/a | chat.deepseek.com/a | grok.com/a""",
    "is not a whole web address": "a | a.example/<b> | a.example/a b | a.example/a\\b | -a.example | a..example | a.1 | [::1/a",
}
FINE = """google.com/maps | studies.example/search?q=a | researchgate.net/a | news.example.com/a | a.lanes.org/a
        dropbox.org/a | pubmed.gov | a.example:8443/a | a-b.example/a | bbc.co.uk/a?id=2 | duckduckgo.com/settings
        notes.example/utm_source=a"""
FOLLOWS = """utm_source utm_medium fbclid gclid dclid msclkid mc_cid mc_eid igsh igshid yclid twclid ttclid _hsenc _hsmi mkt_tok vero_id
    oly_enc_id oly_anon_id""".split()


def each(words: str) -> list[str]:
    return [one.strip() for line in words.split("\n") for one in line.split("|")]


@pytest.mark.parametrize(("says", "addresses"), FAULTS.items(), ids=FAULTS)
def test_an_address_that_no_page_should_lead_to_says_why(says, addresses):
    for address in each(addresses):
        assert says in (outside_fault(f"https://{address}", "https") or [""])[0], address


def test_any_other_whole_address_is_fine():
    assert [address for address in each(FINE) if outside_fault(f"https://{address}", "https")] == []
    assert outside_fault("http://a.example/b", "http")[1] == "write 'https://a.example/b', and see whether it opens."


@pytest.mark.parametrize("name", FOLLOWS)
def test_what_follows_a_reader_is_named_and_taken_out(name):
    for parts, rest in ((f"?{name}=1", ""), (f"?{name}=1&b=2", "?b=2"), (f"?b=2&{name}=1#c", "?b=2#c")):
        says, fix = outside_fault(f"https://a.example/{parts}", "https")
        assert f"follows its readers: '{name}'" in says and fix == f"write 'https://a.example/{rest}'."
