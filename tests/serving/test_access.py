"""The door: who is let in, and what is never given out."""

import http.client
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.serving.conftest import SECONDS, serving
from tui.__main__ import main
from tui.serving.access import is_loopback, is_right

TOKEN = "a-token-of-thirty-two-letters-xx"


def ask(address: str, path: str = "/", **headers: str) -> tuple[int, dict[str, str], str]:
    parts = urlsplit(address)
    assert parts.hostname
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=SECONDS)
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
