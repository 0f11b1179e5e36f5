"""Serves the app in web pages through textual-serve: one process of the app a page."""

import asyncio
import logging
import shlex
import sys
from pathlib import Path
from typing import Any, Final

import aiohttp_jinja2
from aiohttp import WSMessage, WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.server import Server

from tui.serving.access import Door
from tui.serving.process import AppProcess

LARGEST_MESSAGE: Final = 64_000
"""Bytes of one message from a page: keys, or a paste."""

log = logging.getLogger("ofsted-tui.serve")


class PageServer(Server):
    """Textual's server with a door, a number of places and an end to sessions nobody uses."""

    def __init__(
        self,
        library: Path,
        *,
        host: str,
        port: int,
        token: str | None = None,
        write: bool = False,
        most: int = 8,
        idle: float = 1800.0,
    ) -> None:
        """Args:
        library: the library's file.
        host: where to listen.
        port: where to listen; 0 for any that is free.
        token: what a visitor must know; None lets everybody in who can reach the address.
        write: whether visitors may correct labels.
        most: sessions at once.
        idle: seconds without a key or click after which a session ends.
        """
        # -P: no module is looked for in the folder that the server was started in.
        command = shlex.join([sys.executable, "-P", "-m", "tui", "--library", str(library)])
        templates = Path(__file__).with_name("templates")
        super().__init__(
            command, host=host, port=port, title="ofsted-tui", templates_path=templates
        )
        self._door = Door(host, token)
        self._mode = "write" if write else "read"
        self._most = most
        self._idle = idle
        self._open: set[AppProcess] = set()

    @property
    def sessions(self) -> int:
        """How many are open."""
        return len(self._open)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self._door.check)
        app.on_response_prepare.append(_guarded)
        return app

    def initialize_logging(self) -> None:
        """Requests are not logged: the address of the first holds the token."""
        logging.basicConfig(level="WARNING", format="%(name)s: %(message)s")

    async def on_startup(self, app: web.Application) -> None:
        """Silent: the command has said where it serves."""

    async def handle_download(self, request: web.Request) -> web.StreamResponse:
        """No file of this machine leaves through a page."""
        raise web.HTTPNotFound()

    @aiohttp_jinja2.template("app_index.html")
    async def handle_index(self, request: web.Request) -> dict[str, Any]:
        """The page; its addresses are those that the visitor came by."""
        secure = request.headers.get("X-Forwarded-Proto", request.scheme) == "https"
        return {
            "socket": f"{'wss' if secure else 'ws'}://{request.host}/ws",
            "full": self.sessions >= self._most,
            "most": self._most,
        }

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the app for one page until it is closed, left or unused for too long."""
        socket = web.WebSocketResponse(heartbeat=15, max_msg_size=LARGEST_MESSAGE)
        await socket.prepare(request)
        if self.sessions >= self._most:
            await socket.close(code=1013, message=b"all places are taken")
            return socket
        process = AppProcess(self.command, socket, self._mode)
        self._open.add(process)
        try:
            query = request.query
            await process.start(_within(query.get("width"), 80), _within(query.get("height"), 24))
            await self._process_messages(socket, process)
        except ConnectionError:
            pass  # the page has gone
        finally:
            try:
                await asyncio.shield(process.stop())
            finally:
                self._open.discard(process)
        return socket

    async def on_shutdown(self, app: web.Application) -> None:
        """End every session; each takes a few seconds at most."""
        await asyncio.gather(*(process.end() for process in self._open), return_exceptions=True)

    async def _process_messages(
        self, websocket: web.WebSocketResponse, app_service: AppService
    ) -> None:
        """Hand on what a page sends, until it is closed, left or unused for too long."""
        clock = asyncio.get_running_loop().time
        try:
            # An app that takes nothing in keeps what is sent to it waiting: that is no use either.
            async with asyncio.timeout(self._idle) as limit:
                async for message in websocket:
                    if message.type != WSMsgType.TEXT:
                        return
                    if await self._hand_on(message, websocket, app_service):
                        limit.reschedule(clock() + self._idle)
        except TimeoutError:
            await websocket.close(code=1001, message=b"unused for too long")

    async def _hand_on(
        self, message: WSMessage, websocket: web.WebSocketResponse, process: AppService
    ) -> bool:
        """Do what a page asks; whether it was a key or click. What makes no sense is left out."""
        try:
            kind, *rest = message.json()
            if kind == "stdin":
                await process.send_bytes(rest[0].encode("utf-8", "replace"))
                return True
            if kind == "resize":
                width, height = rest[0]["width"], rest[0]["height"]
                await process.set_terminal_size(_within(width, 80), _within(height, 24))
            elif kind == "ping":
                await websocket.send_json(["pong", rest[0] if rest else ""])
            elif kind == "blur":
                await process.blur()
            elif kind == "focus":
                await process.focus()
        except (ValueError, TypeError, KeyError, IndexError, AttributeError) as error:
            log.info("a message was left out: %s", type(error).__name__)
        return False


def _within(given: Any, default: int) -> int:
    """A width or height that a terminal can have."""
    try:
        return max(10, min(500, int(given)))
    except (TypeError, ValueError):
        return default


async def _guarded(request: web.Request, response: web.StreamResponse) -> None:
    """No other site may frame the page, and the page asks no other site for anything."""
    response.headers["Content-Security-Policy"] = (
        "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; "
        "connect-src 'self' ws: wss:; img-src 'self' data:; font-src 'self' data:; "
        "frame-ancestors 'none'"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
