"""The door: who is let in, and what is never given out."""

import asyncio
import http.client
import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import aiohttp
import pytest

from tests.serving.conftest import serving
from tui.__main__ import main
from tui.serving.access import is_loopback, is_right

TOKEN = "a-token-of-thirty-two-letters-xx"


def ask(address: str, path: str = "/", **headers: str) -> tuple[int, dict[str, str], str]:
    parts = urlsplit(address)
    assert parts.hostname
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=10)
    connection.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.8.9.1", "[::1]"])
def test_this_machine_is_known(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.org", ""])
def test_other_addresses_are_known(host: str) -> None:
    assert not is_loopback(host)


def test_only_the_whole_token_is_right() -> None:
    assert is_right(TOKEN, TOKEN)
    assert not any(is_right(wrong, TOKEN) for wrong in ("", None, TOKEN[:-1], TOKEN + "x", "é"))


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["--host", "0.0.0.0"], "give a --token"),
        (["--host", "0.0.0.0", "--token", "short"], "shorter than 16"),
    ],
)
def test_others_need_a_token(
    given: list[str], words: str, capsys: pytest.CaptureFixture[str], sample_library_file: Path
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--library", str(sample_library_file), *given])
    assert ended.value.code == 2 and words in capsys.readouterr().err


def test_the_page_is_for_this_machine_and_asks_no_other_site(served: str) -> None:
    status, headers, page = ask(served)
    assert status == 200
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "https://" not in page
    assert ask(served, Host="evil.example")[0] == 403
    assert ask(served, "/ws", Origin="http://evil.example")[0] == 403
    assert ask(served, Origin="null")[0] == 403


@pytest.mark.parametrize(
    "path",
    ["/download/x", "/static/../server.py", "/static/%2e%2e/server.py", "/library.json", "/etc"],
)
def test_no_file_is_given_out(served: str, path: str) -> None:
    assert ask(served, path)[0] in (403, 404)


def test_a_token_is_asked_for_everywhere(sample_library_file: Path) -> None:
    with serving(sample_library_file, OFSTED_TUI_TOKEN=TOKEN) as address:
        for path in ("/", "/ws", "/static/js/textual.js", "/download/x", "/?token=wrong"):
            assert ask(address, path)[0] == 401
        status, headers, _ = ask(address, f"/?token={TOKEN}")
        assert status == 303 and headers["Location"] == "/"
        cookie = headers["Set-Cookie"]
        assert "HttpOnly" in cookie and "SameSite=Strict" in cookie
        assert ask(address, Cookie=cookie.split(";")[0])[0] == 200


async def session(address: str, *messages: Any, seconds: float = 6.0) -> tuple[bytes, int | None]:
    """What a session sends within some seconds, and how it was closed."""
    sent = b""
    async with aiohttp.ClientSession() as client, client.ws_connect(f"{address}/ws") as socket:
        for message in messages:
            await socket.send_str(message if isinstance(message, str) else json.dumps(message))
        try:
            async with asyncio.timeout(seconds):
                async for message in socket:
                    if message.type == aiohttp.WSMsgType.BINARY:
                        sent += message.data
        except TimeoutError:
            pass
        return sent, socket.close_code


async def test_a_session_shows_the_app_and_bears_nonsense(served: str) -> None:
    sent, closed = await session(
        served,
        "no json", [], ["stdin"], ["stdin", 5], ["resize", {"width": "x"}], {"a": 1},
        ["resize", {"width": 100, "height": 30}],
    )  # fmt: skip
    assert b"Tameside" in sent and closed is None


async def test_an_unused_session_ends(sample_library_file: Path) -> None:
    with serving(sample_library_file, "--idle", "0.1") as address:
        _, closed = await session(address, seconds=20)
        assert closed == 1001


async def test_places_are_limited(sample_library_file: Path) -> None:
    with serving(sample_library_file, "--sessions", "1") as address:
        async with aiohttp.ClientSession() as client, client.ws_connect(f"{address}/ws") as first:
            await first.receive()
            async with client.ws_connect(f"{address}/ws") as second:
                await second.receive()
                assert second.close_code == 1013
            assert "places are taken" in ask(address)[2]
        for _ in range(50):
            if "places are taken" not in ask(address)[2]:
                break
            await asyncio.sleep(0.1)
        assert "places are taken" not in ask(address)[2]
