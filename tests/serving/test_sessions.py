"""Sessions: what a page is sent, and that each ends, with its process."""

import asyncio
import json
import os
import sys
import textwrap
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import TestClient, TestServer

from tests.serving.conftest import SECONDS
from tui.serving import process as processes
from tui.serving.process import AppProcess
from tui.serving.server import PageServer

Client = TestClient[Any, Any]


@asynccontextmanager
async def serving(server: PageServer) -> AsyncIterator[Client]:
    """A client of this server, which runs in this process."""
    async with TestClient(TestServer(await server._make_app())) as client:
        yield client


def server_of(library: Path, **given: Any) -> PageServer:
    return PageServer(library, host="127.0.0.1", port=0, **given)


async def until(true: Callable[[], object]) -> None:
    async with asyncio.timeout(SECONDS):
        while not true():
            await asyncio.sleep(0.05)


async def read_until(socket: Any, shown: bytes) -> bytes:
    """What the page is sent, up to what is waited for."""
    sent = b""
    async with asyncio.timeout(SECONDS):
        while shown not in sent:
            message = await socket.receive()
            assert message.type == aiohttp.WSMsgType.BINARY, (message, sent[-500:])
            sent += message.data
    return sent


async def read_to_its_end(socket: Any) -> int | None:
    """Read until the server closes; how it did."""
    async with asyncio.timeout(SECONDS):
        async for _ in socket:
            pass
    code: int | None = socket.close_code
    return code


def pid_of(server: PageServer) -> int:
    (process,) = server._open
    assert process._process is not None
    return process._process.pid


def runs(pid: int) -> bool:
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return False
    return True


async def test_a_session_shows_the_app_and_bears_nonsense(sample_library_file: Path) -> None:
    server = server_of(sample_library_file)
    async with serving(server) as client, client.ws_connect("/ws?width=x&height=-5") as socket:
        nonsense = ["no json", "[]", json.dumps(["stdin"]), json.dumps(["stdin", 5]),
                    json.dumps(["resize", {"width": "x"}]), json.dumps({"a": 1})]  # fmt: skip
        for words in nonsense:
            await socket.send_str(words)
        await socket.send_json(["resize", {"width": 100, "height": 30}])
        await read_until(socket, b"Tameside")
        pid = pid_of(server)
        await socket.send_json(["stdin", "q"])
        assert await read_to_its_end(socket) == 1000
        await until(lambda: not runs(pid) and server.sessions == 0)


async def test_an_unused_session_ends(sample_library_file: Path) -> None:
    server = server_of(sample_library_file, idle=0.5)
    async with serving(server) as client, client.ws_connect("/ws") as socket:
        await until(lambda: any(process._process for process in server._open))
        pid = pid_of(server)
        assert await read_to_its_end(socket) == 1001
        await until(lambda: not runs(pid) and server.sessions == 0)


async def test_places_are_limited_and_free_again(sample_library_file: Path) -> None:
    server = server_of(sample_library_file, most=1)

    async def full() -> bool:
        return "places are taken" in await (await client.get("/")).text()

    async with serving(server) as client:
        async with client.ws_connect("/ws"):
            await until(lambda: server.sessions)
            async with client.ws_connect("/ws") as second:
                assert await read_to_its_end(second) == 1013
            assert await full()
        await until(lambda: server.sessions == 0)
        assert not await full()


DEAF = """
    import signal, subprocess, sys, time
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    sys.stdout.buffer.write(b"__GANGLION__\\nD\\0\\0\\0\\5ready")
    sys.stdout.flush()
    time.sleep(600)
"""


def run_instead(server: PageServer, folder: Path, script: str) -> None:
    """Let another program be run in the place of the app."""
    file = folder / "instead.py"
    file.write_text(textwrap.dedent(script), "utf-8")
    server.command = f"{sys.executable} {file}"


@pytest.mark.parametrize("flood", [False, True])
async def test_an_app_that_does_not_answer_is_killed_with_what_it_started(
    sample_library_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flood: bool
) -> None:
    monkeypatch.setattr(processes, "PATIENCE", 0.3)
    server = server_of(sample_library_file, idle=2.0 if flood else 600.0)
    run_instead(server, tmp_path, DEAF)
    async with serving(server) as client:
        async with client.ws_connect("/ws") as socket:
            await read_until(socket, b"ready")
            pid = pid_of(server)
            assert runs(pid)
            if flood:  # more than a pipe takes: the app reads nothing
                for _ in range(20):
                    await socket.send_json(["stdin", "x" * 50_000])
                assert await read_to_its_end(socket) == 1001
        await until(lambda: not runs(pid) and server.sessions == 0)


@pytest.mark.parametrize(
    "script", ["raise SystemExit(3)", "import os; os.kill(os.getpid(), 9)", "print('no app')"]
)
async def test_the_page_is_told_when_the_app_is_gone(
    sample_library_file: Path, tmp_path: Path, script: str
) -> None:
    server = server_of(sample_library_file)
    run_instead(server, tmp_path, script)
    async with serving(server) as client, client.ws_connect("/ws") as socket:
        await read_to_its_end(socket)
        await until(lambda: server.sessions == 0)


async def test_sessions_end_with_the_server(sample_library_file: Path) -> None:
    server = server_of(sample_library_file)
    async with serving(server) as client:
        async with client.ws_connect("/ws") as socket:
            await read_until(socket, b"Tameside")
            pid = pid_of(server)
            ending = asyncio.create_task(server.on_shutdown(None))  # type: ignore[arg-type]
            assert await read_to_its_end(socket) == 1001
            await ending
        await until(lambda: not runs(pid))


FILES = """
    import json, sys, time
    def send(kind, data):
        sys.stdout.buffer.write(kind + len(data).to_bytes(4, "big") + data)
        sys.stdout.flush()
    sys.stdout.buffer.write(b"__GANGLION__\\n")
    send(b"M", json.dumps({"type": "deliver_file_start", "key": "k", "path": "/etc/passwd",
        "open_method": "download", "mime_type": "", "encoding": ""}).encode())
    send(b"M", json.dumps({"type": "open_url", "url": "http://x", "new_tab": True}).encode())
    send(b"D", b"ready")
    time.sleep(600)
"""


async def test_no_file_or_address_is_handed_to_the_page(
    sample_library_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "PATIENCE", 0.3)
    server = server_of(sample_library_file)
    run_instead(server, tmp_path, FILES)
    async with serving(server) as client, client.ws_connect("/ws") as socket:
        assert await read_until(socket, b"ready") == b"ready"
        assert (await client.get("/download/k")).status == 404


def test_the_app_does_not_learn_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OFSTED_TUI_TOKEN", "secret")
    environment = AppProcess("x", None, "read")._build_environment()  # type: ignore[arg-type]
    assert "OFSTED_TUI_TOKEN" not in environment and "secret" not in environment.values()
    assert environment["OFSTED_TUI_SERVED"] == "read"
