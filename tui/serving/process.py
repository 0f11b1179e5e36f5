"""One process of the app for one page: it ends with the page, whether it answers or not."""

import asyncio
import contextlib
import os
import shlex
import signal
from asyncio.subprocess import PIPE, Process, create_subprocess_exec
from pathlib import Path
from typing import Any, Final

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from tui.served import SERVED

TOKEN: Final = "OFSTED_TUI_TOKEN"
PATIENCE: Final = 4.0
"""Seconds that the app has to end by itself."""


A_FRAME: Final = 500
"""Bytes of which the least of frames has more; what sets the terminal up has fewer."""

_HERE: Final = str(Path(__file__).resolve().parents[2])
"""Where this package lies: the app's process has to find it, installed or not."""


class AppProcess(AppService):
    """The app in a page. It does not learn the token, and its session of the terminal is its own,
    so that all it starts ends with it."""

    def __init__(self, command: str, socket: web.WebSocketResponse, mode: str) -> None:
        """Args:
        command: what runs the app.
        socket: to the page.
        mode: "read", or "write" where visitors may correct labels.
        """
        self._socket = socket
        self._mode = mode
        self._early: tuple[int, int] | None = None
        """The size that the page told before the app had drawn anything."""
        self._drawn = False
        super().__init__(
            command,
            write_bytes=self._to_page,
            write_str=self._words_to_page,
            close=self._close,
            download_manager=DownloadManager(),
        )

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment: dict[str, str] = super()._build_environment(width, height)
        environment.pop(TOKEN, None)
        environment[SERVED] = self._mode
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join([_HERE, known] if known else [_HERE])
        return environment

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        self._process = process = await create_subprocess_exec(
            *shlex.split(self.command),
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
            start_new_session=True,
        )
        self._stdin = process.stdin
        return process

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Tell the app how large the page is now.

        An app that is starting loses what it is told: it is told again when it has drawn.
        """
        if not self._drawn:
            self._early = width, height
        await super().set_terminal_size(width, height)

    async def run(self) -> None:
        """Hand on what the app draws until it ends, and the page's connection with it."""
        try:
            await super().run()
        finally:
            await self._close()

    async def stop(self) -> None:
        """Ask the app to end; kill it and what it started if it does not."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            with contextlib.suppress(TimeoutError, ConnectionError):
                async with asyncio.timeout(PATIENCE):
                    await self.send_meta({"type": "quit"})
                    await process.wait()
        finally:
            _kill(process)
            if self._task is not None:
                self._task.cancel()
                await asyncio.gather(self._task, return_exceptions=True)
            await process.wait()

    async def end(self) -> None:
        """The server ends, and the session with it."""
        with contextlib.suppress(ConnectionError):
            await self._socket.close(code=1001, message=b"the server has ended")
        await self.stop()

    async def on_meta(self, data: bytes) -> None:
        """No file and no address leaves the app for the page: only its end is told."""
        if b'"exit"' in data:
            await self._close()

    async def on_packed(self, payload: bytes) -> None:
        """A piece of a file: not handed on."""

    # To the page; what the app draws after it was closed is let go, so that the app can end

    async def _to_page(self, data: bytes) -> None:
        if not self._drawn and len(data) > A_FRAME:
            self._drawn = True
            if self._early:
                await super().set_terminal_size(*self._early)
        with contextlib.suppress(ConnectionError):
            if not self._socket.closed:
                await self._socket.send_bytes(data)

    async def _words_to_page(self, words: str) -> None:
        with contextlib.suppress(ConnectionError):
            if not self._socket.closed:
                await self._socket.send_str(words)

    async def _close(self, **_: Any) -> None:
        with contextlib.suppress(ConnectionError):
            await self._socket.close()


def _kill(process: Process) -> None:
    """The process and all that it started; those that have ended are gone already."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
