"""A reports site on this machine, of the shape of Ofsted's, that can be told to misbehave."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ENTRY = (
    '<li class="timeline__day"><p class="timeline__date"><time>{date}</time></p>'
    '<a href="{href}" class="publication-link">{title}, <span class="nonvisual">pdf - {date}'
    "</span></a></li>"
)


def council_page(*entries: tuple[str, str, str]) -> bytes:
    """A council's page; each entry as (href, title, date)."""
    listed = "".join(ENTRY.format(href=h, title=t, date=d) for h, t, d in entries)
    return (
        f'<html><body><h1>A council</h1><a href="/about">About</a>'
        f'<ol class="timeline">{listed}</ol></body></html>'
    ).encode()


class Site:
    """What is answered at each path, and what was asked."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        self.statuses: dict[str, list[int]] = {}
        """Path -> answers before the page itself is given."""
        self.headers: dict[str, dict[str, str]] = {}
        self.broken: dict[str, int] = {}
        """Path -> after how many bytes the connection is cut, once."""
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.address = ""

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]


@contextmanager
def serving() -> Iterator[Site]:
    site = Site()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            site.asked.append((self.path, headers))
            waiting = site.statuses.get(self.path)
            if waiting:
                status = waiting.pop(0)
                self.send_response(status)
                if status in (301, 302):
                    self.send_header("Location", site.headers[self.path]["Location"])
                self.end_headers()
                return
            body = site.pages.get(self.path)
            if body is None:
                self.send_error(404)
                return
            told = site.headers.get(self.path, {})
            if told.get("ETag") and headers.get("if-none-match") == told["ETag"]:
                self.send_response(304)
                self.end_headers()
                return
            begin = 0
            if headers.get("range"):
                begin = int(headers["range"].removeprefix("bytes=").rstrip("-"))
                if begin >= len(body):
                    self.send_response(416)
                    self.end_headers()
                    return
            self.send_response(206 if begin else 200)
            self.send_header("Content-Length", str(len(body) - begin))
            for name, value in told.items():
                self.send_header(name, value)
            self.end_headers()
            cut = site.broken.pop(self.path, None)
            self.wfile.write(body[begin : begin + cut] if cut else body[begin:])
            if cut:
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    site.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
