"""Outside links are asked politely, by a command and never by a build; dead is told from forbidden, with page,
claim and reference."""

import socket
import threading
import time

import pytest

from outside import QUICK, Outside
from press.outside import Answer, Manner, ask, ask_all


@pytest.mark.parametrize("path, verdict, says", [
    ("/good", "good", "200"), ("/204", "good", "204"), ("/moved", "moved", "200"), ("/moved-308", "moved", "200"),
    ("/moved-far", "moved", "200"),
    ("/for-now", "good", "200"), ("/see", "good", "200"), ("/keep", "good", "200"), ("/moved-then-for-now", "good", "200"),
    ("/for-now-then-moved", "good", "200"),
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
