"""Serves a built folder on this computer as GitHub Pages would: compressed, under its own path, with the 404 page;
it notes every answer."""

import contextlib
import gzip
import mimetypes
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

TYPES = {".js": "text/javascript", ".mjs": "text/javascript", ".webmanifest": "application/manifest+json",
         ".svg": "image/svg+xml",
         ".json": "application/json", ".xml": "application/xml", ".txt": "text/plain", ".html": "text/html", ".css": "text/css"}
SQUEEZED = ("text/", "application/json", "application/xml", "application/manifest+json", "image/svg+xml")
LEVEL = 6  # of gzip, as hosts commonly set it


@dataclass(frozen=True)
class Answer:
    """One answer of the server: the path asked for, the status, and the bytes of the body as sent."""

    path: str
    status: int
    size: int


class SiteServer:
    """A server for `folder` at `url`, which ends with the path under which the site lives. Use it in a `with` block.

    `folder` may be changed while it runs, as a new build would.
    """

    def __init__(self, folder: Path, base: str = "/"):
        self.folder, self.base, self.answers = folder, base, []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle(self) -> None:
                with contextlib.suppress(ConnectionResetError):  # the browser had seen enough
                    super().handle()

            def do_GET(self) -> None:
                outer._answer(self)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self.url = self.origin + base

    def __enter__(self) -> "SiteServer":
        # so soon, in seconds, it ends when told to
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def file(self, path: str) -> Path | None:
        """Return the file that answers a path, None when there is none."""
        inside = unquote(path)
        if not inside.startswith(self.base):
            return None
        file = self.folder / inside[len(self.base):]
        if ".." in file.parts or not file.is_relative_to(self.folder):
            return None
        file = file / "index.html" if path.endswith("/") else file
        return file if file.is_file() else None

    def _answer(self, handler: BaseHTTPRequestHandler) -> None:
        path, sign, query = handler.path.partition("?")
        file = self.file(path)
        status = 200
        if file is None:
            if self.file(path + "/"):
                self._send(handler, 301, b"", {"Location": f"{path}/{sign}{query}"})
                return
            file, status = self.folder / "404.html", 404
        body = file.read_bytes() if file.is_file() else b"Not found"
        kind = TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind, "Cache-Control": "max-age=600"}
        if kind.startswith(SQUEEZED) and "gzip" in handler.headers.get("Accept-Encoding", ""):
            body, headers["Content-Encoding"], headers["Vary"] = squeezed(body), "gzip", "Accept-Encoding"
        self._send(handler, status, body, headers)

    def _send(self, handler: BaseHTTPRequestHandler, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.answers.append(Answer(handler.path, status, len(body)))
        handler.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            handler.send_header(name, value)
        handler.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):  # the browser had seen enough
            handler.wfile.write(body)


def squeezed(body: bytes) -> bytes:
    """Return the bytes as a host would send them."""
    return gzip.compress(body, LEVEL, mtime=0)
