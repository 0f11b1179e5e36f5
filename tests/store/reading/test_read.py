"""Reading from disk: paths, permissions, limits, and what reading never does."""

from __future__ import annotations

import hashlib
import os
import pickle
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from store.reading.failure import ADVICE, FailureCode, ReadingError
from store.reading.limits import DEFAULT_LIMITS, Limits
from store.reading.reader import read, read_bytes

from .make_docx import docx_of, para
from .make_pdf import pdf_of
from .pages import NEWS
from .reading import lines

ROOT = Path(__file__).parents[3]


def failure(path: Path, limits: Limits = DEFAULT_LIMITS) -> ReadingError:
    with pytest.raises(ReadingError) as caught:
        read(path, limits)
    return caught.value


def test_what_is_known_of_the_source(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(b"Dear Director\n")
    source = read(path).source
    assert (source.path, source.name, source.media_type) == (str(path), "letter.txt", "text/plain")
    assert source.size == 14
    assert source.sha256 == hashlib.sha256(b"Dear Director\n").hexdigest()


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    assert failure(tmp_path / "none.pdf").code == "not-found"
    assert failure(tmp_path).code == "not-readable"
    (tmp_path / "file").write_text("x")
    assert failure(tmp_path / "file" / "below").code == "not-found"
    assert failure(tmp_path / ("x" * 5000)).code == "not-readable"
    assert failure(tmp_path / "nul\x00").code == "not-readable"
    os.mkfifo(tmp_path / "pipe")
    assert failure(tmp_path / "pipe").code == "not-readable"
    assert failure(Path("/dev/zero")).code == "not-readable"
    (tmp_path / "link").symlink_to(tmp_path / "link")
    assert failure(tmp_path / "link").code == "not-readable"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_files_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("x")
    path.chmod(0)
    assert failure(path).code == "not-readable"


def test_odd_names(tmp_path: Path) -> None:
    for name in ("ünï’s – letter.txt", "new\nline.txt", "-rf.txt", "[b].txt"):
        (tmp_path / name).write_text("words")
        assert read(tmp_path / name).source.name == name
    raw = os.fsencode(tmp_path) + b"/bad\xff.txt"
    Path(os.fsdecode(raw)).write_text("words")
    shown = read(Path(os.fsdecode(raw))).source.name
    assert shown == "bad�.txt"
    shown.encode()


def test_large_files_are_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "sparse.pdf"
    with path.open("wb") as file:
        file.truncate(10_000_000_000)
    error = failure(path)
    assert error.code == "too-large"
    assert "10,000,000,000 bytes" in str(error)
    path.write_bytes(b"x" * 101)
    assert failure(path, Limits(bytes=100)).code == "too-large"
    assert read(path, Limits(bytes=101)).source.size == 101
    with pytest.raises(ReadingError):
        read_bytes(b"x" * 101, path, Limits(bytes=100))


def test_every_code_has_a_sentence_that_says_what_to_do() -> None:
    assert set(ADVICE) == set(get_args(FailureCode))
    for code in get_args(FailureCode):
        message = str(ReadingError(code, "some detail"))
        assert message[0].isupper()
        assert message.endswith(".")
        assert ";" in message


def test_errors_cross_a_process_border() -> None:
    error = ReadingError("too-large", "99 {odd} bytes")
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, str(again)) == (error.code, str(error))
    assert "99 {odd} bytes" in str(again)


def test_faults_of_libraries_are_reading_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    faults = {
        MemoryError(): "too-large",
        RecursionError(): "damaged",
        KeyError("x"): "damaged",
        AssertionError(): "damaged",
    }
    for fault, code in faults.items():

        def broken(*args: object, fault: BaseException = fault) -> None:
            raise fault

        monkeypatch.setattr("store.reading.plain.read_text", broken)
        with pytest.raises(ReadingError) as caught:
            read_bytes(b"words", Path("x"))
        assert caught.value.code == code


def test_an_interruption_is_not_held_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("store.reading.plain.read_text", interrupted)
    with pytest.raises(KeyboardInterrupt):
        read_bytes(b"words", Path("x"))


EACH = """
import sys
from pathlib import Path
def refuse(event, args):
    if event in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        sys.exit(f"network: {event} {args}")
    if event == "open" and watching:
        path, mode, flags = args
        if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and "__pycache__" not in str(path):
            sys.exit(f"writes {path}")
    if event in ("os.mkdir", "os.rename", "os.remove", "subprocess.Popen") and watching:
        if "__pycache__" not in str(args):
            sys.exit(f"{event} {args}")
import os
watching = True
sys.addaudithook(refuse)
from store.reading.failure import ReadingError
from store.reading.reader import read
for path in sys.argv[1:]:
    try:
        print(len(read(Path(path)).lines))
    except ReadingError as error:
        print(error.code)
"""


def test_reading_writes_nothing_and_asks_no_one(tmp_path: Path) -> None:
    files = {
        "a.pdf": pdf_of(),
        "b.docx": docx_of(para("text")),
        "c.html": NEWS[0].html.encode(),
        "d.md": b"# One\n\n## Two\n\n<p>three</p>\n",
        "e.txt": "words’".encode("cp1252"),
        "f.pdf": b"<html><title>Not found</title><h1>Not found</h1>",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    result = _python(EACH, *[str(tmp_path / name) for name in files])
    assert result.stderr == ""
    assert result.stdout.split() == ["3", "1", "12", "3", "1", "not-a-pdf"]


def test_libraries_are_imported_when_they_are_needed() -> None:
    heavy = "trafilatura lxml mammoth pypdfium2 markdown_it charset_normalizer dateparser".split()
    code = "import sys, store.reading.clean, store.reading.reader\n"
    code += "from pathlib import Path\nstore.reading.reader.read_bytes(b'text', Path('x'))\n"
    code += f"print([name for name in {heavy} if name in sys.modules])"
    assert _python(code).stdout.strip() == "[]"
    code = code.replace("b'text'", "b'<html><p>Dear Director</p></html>'")
    assert _python(code).stdout.strip() == "['lxml']"


def _python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
        timeout=60,
    )


def test_reading_twice_gives_the_same() -> None:
    for data in (pdf_of(), docx_of(para("text")), NEWS[0].html, NEWS[5].html):
        assert lines(data) == lines(data)
