"""A server for tests that answers in every way that servers outside do."""

import datetime
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from press.outside import Manner

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
                 "/moved-then-for-now": (301, "/for-now"), "/for-now-then-moved": (302, "/moved"),
                 "/moved-to-nothing": (301, "/gone"), "/round-a": (301, "/round-b"),
                 "/round-b": (301, "/round-a"), "/round": (302, "/round"),
                 "/to-a-file": (301, "file:///a.html"), "/to-words": (301, "/a b\"<c>")}
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
