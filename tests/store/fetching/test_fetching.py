"""Fetching: what a page lists, what is asked of the site, and how its faults are borne."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.fetching.council_documents import Fetched, fetch
from store.fetching.listing import LayoutChanged, listing
from store.fetching.polite import AGENT, FetchError, Guest, Manners
from store.library import Library
from store.parsing.councils import register
from tests.conftest import SAMPLES
from tests.store.fetching.site import Site, council_page, serving
from tui.__main__ import main

QUICK = Manners(delay=0.0, timeout=2.0)
TAMESIDE = register().named("Tameside")
assert TAMESIDE is not None
PAGE = "/provider/44/80569"
LETTER = (SAMPLES / "reading-2019-07-19-monitoring-visit-letter.pdf").read_bytes()
ENTRIES = (
    ("/v1/file/50270001", "Children's services monitoring visit", "25 March 2025"),
    ("/v1/file/50270002", "Area SEND inspection", "1 May 2024"),
    ("/v1/file/50270003", "Children's services inspection: Tameside", "13 February 2024"),
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as serve:
        serve.pages[PAGE] = council_page(*ENTRIES)
        serve.pages["/v1/file/50270001"] = LETTER
        serve.pages["/v1/file/50270003"] = LETTER + b"\n"
        yield serve


@pytest.fixture
def guest(tmp_path: Path) -> Iterator[Guest]:
    with Guest(tmp_path / "pages", QUICK) as asked:
        yield asked


def steps(site: Site, guest: Guest, library: Library, folder: Path) -> list[Fetched]:
    return list(fetch([TAMESIDE], library, guest, folder, site.address))


def test_the_page_is_read(site: Site) -> None:
    found = listing(site.pages[PAGE], "https://example.org/provider/44/80569")
    assert [(d.number, d.title, d.date) for d in found.documents] == [
        ("50270001", "Children's services monitoring visit", "2025-03-25"),
        ("50270003", "Children's services inspection: Tameside", "2024-02-13"),
    ]
    assert found.documents[0].url == "https://example.org/v1/file/50270001"
    assert found.others == 1


@pytest.mark.parametrize("page", [b"", b"<html><body><p>Sorry</p>", b"\x00\x01", b"<a href='/x'>y"])
def test_another_layout_is_told(page: bytes) -> None:
    with pytest.raises(LayoutChanged, match=r"/file/NUMBER|no web page"):
        listing(page, "https://example.org")


@given(st.binary(max_size=400))
def test_no_page_breaks_the_listing(page: bytes) -> None:
    try:
        listing(b"<a href='/file/12345'>children" + page, "https://example.org")
        listing(page, "https://example.org")
    except LayoutChanged:
        pass


def test_only_what_is_lacking_is_downloaded(
    site: Site, guest: Guest, empty_library: Library, tmp_path: Path
) -> None:
    found = steps(site, guest, empty_library, tmp_path / "f")
    assert [step.step for step in found] == ["downloaded", "downloaded"]
    assert found[0].path is not None and found[0].path.read_bytes() == LETTER
    assert site.paths() == [
        "/robots.txt", PAGE, "/v1/file/50270001", "/v1/file/50270003",
    ]  # fmt: skip
    assert all(headers["user-agent"] == AGENT for _, headers in site.asked)
    site.asked.clear()
    again = steps(site, guest, empty_library, tmp_path / "f")
    assert [step.step for step in again] == ["downloaded", "downloaded"]
    assert site.paths() == [PAGE]


def test_robots_are_obeyed(
    site: Site, guest: Guest, empty_library: Library, tmp_path: Path
) -> None:
    site.pages["/robots.txt"] = b"User-agent: *\nDisallow: /v1/\n"
    found = steps(site, guest, empty_library, tmp_path)
    assert [step.step for step in found] == ["failed", "failed"]
    assert all("robots.txt" in step.message for step in found)
    assert site.paths() == ["/robots.txt", PAGE]


@pytest.mark.parametrize(
    ("statuses", "words"),
    [([404], "404"), ([403], "403"), ([500, 500, 500], "500"), ([503] * 3, "503")],
)
def test_a_page_that_cannot_be_had_is_told(
    site: Site,
    guest: Guest,
    empty_library: Library,
    tmp_path: Path,
    statuses: list[int],
    words: str,
) -> None:
    site.statuses[PAGE] = statuses
    [found] = steps(site, guest, empty_library, tmp_path)
    assert found.step == "failed" and words in found.message


def test_a_passing_fault_is_asked_again(
    site: Site, guest: Guest, empty_library: Library, tmp_path: Path
) -> None:
    site.statuses[PAGE] = [500, 503]
    assert [s.step for s in steps(site, guest, empty_library, tmp_path)] == ["downloaded"] * 2


def test_a_broken_download_is_gone_on_with(
    site: Site, guest: Guest, empty_library: Library, tmp_path: Path
) -> None:
    site.broken["/v1/file/50270001"] = 1000
    found = steps(site, guest, empty_library, tmp_path)
    assert found[0].path is not None and found[0].path.read_bytes() == LETTER
    ranges = [h.get("range") for path, h in site.asked if path == "/v1/file/50270001"]
    assert ranges == [None, "bytes=1000-"]


def test_a_begun_file_that_has_changed_is_begun_anew(site: Site, tmp_path: Path) -> None:
    out = tmp_path / "letter.pdf"
    (tmp_path / "letter.pdf.part").write_bytes(b"x" * (len(LETTER) + 5))
    with Guest(tmp_path / "pages", QUICK) as guest:
        guest.file(f"{site.address}/v1/file/50270001", out)
    assert out.read_bytes() == LETTER


def test_redirects_are_followed_but_not_for_ever(
    site: Site, guest: Guest, empty_library: Library, tmp_path: Path
) -> None:
    site.statuses[PAGE] = [302]
    site.headers[PAGE] = {"Location": "/elsewhere"}
    site.pages["/elsewhere"] = site.pages[PAGE]
    assert len(steps(site, guest, empty_library, tmp_path)) == 2
    site.statuses["/round"] = [302] * 50
    site.headers["/round"] = {"Location": "/round"}
    with pytest.raises(FetchError, match="without end"):
        guest.page(f"{site.address}/round")


def test_what_is_too_large_is_refused(site: Site, tmp_path: Path) -> None:
    small = Manners(delay=0.0, largest=5_000)
    with Guest(tmp_path / "pages", small) as guest, pytest.raises(FetchError, match="larger"):
        guest.file(f"{site.address}/v1/file/50270001", tmp_path / "out.pdf")
    assert not list(tmp_path.glob("out*"))


def test_a_page_that_has_not_changed_is_not_sent_again(site: Site, tmp_path: Path) -> None:
    site.headers[PAGE] = {"ETag": '"one"'}
    for _ in range(2):
        with Guest(tmp_path / "pages", QUICK) as guest:
            assert guest.page(site.address + PAGE) == site.pages[PAGE]
    assert site.asked[-1][1]["if-none-match"] == '"one"'


def test_a_silent_site_is_not_waited_for(tmp_path: Path) -> None:
    import socket

    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        manners = Manners(delay=0.0, timeout=0.2, tries=1)
        with Guest(tmp_path, manners) as guest, pytest.raises(FetchError, match="no answer"):
            guest.page(f"http://127.0.0.1:{silent.getsockname()[1]}/")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/x", "/relative"])
def test_only_the_web_is_asked(guest: Guest, url: str) -> None:
    with pytest.raises(FetchError, match="no web address"):
        guest.page(url)


def test_titles_lead_to_no_other_folder(
    site: Site, guest: Guest, empty_library: Library, tmp_path: Path
) -> None:
    site.pages[PAGE] = council_page(
        ("/v1/file/50270001", "../../Children's services /etc/x\x1b[31m", "25 March 2025")
    )
    [found] = steps(site, guest, empty_library, tmp_path / "f")
    assert found.path is not None
    assert found.path.parent == tmp_path / "f" / "Tameside" and "\x1b" not in found.path.name


def test_the_command_adds_what_it_fetched(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--library", str(tmp_path / "lib"), "--site", site.address, "--delay", "0", "--json"]
    assert main(["fetch", "Tameside", "--list", *given]) == 0
    assert [json.loads(line)["step"] for line in capsys.readouterr().out.splitlines()] == [
        "listed", "listed",
    ]  # fmt: skip
    assert main(["fetch", "tameside council", *given]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line.get("status") for line in lines[2:]] == ["added", "added"]
    assert main(["fetch", "Tameside", *given]) == 0
    known = [json.loads(line)["step"] for line in capsys.readouterr().out.splitlines()]
    assert known == ["known", "known"]


def test_an_unknown_council_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["fetch", "Tamside"])
    assert ended.value.code == 2 and "did you mean Tameside" in capsys.readouterr().err
