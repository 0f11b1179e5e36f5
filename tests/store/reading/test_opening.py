"""Opening: a file that changes while it is read is told apart from one that does not."""

import os
from pathlib import Path

import pytest

from store.reading import opening
from store.reading.failure import ReadingError
from store.reading.limits import DEFAULT_LIMITS


def test_all_bytes_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"x\r\n\x1a\x00y" * 1_000)
    assert opening.bytes_of(file, DEFAULT_LIMITS) == file.read_bytes()


def test_a_file_that_grows_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"half of it")
    real = os.dup

    def growing(handle: int) -> int:
        with file.open("ab") as more:
            more.write(b" and the other half")
        return real(handle)

    monkeypatch.setattr(os, "dup", growing)
    with pytest.raises(ReadingError) as raised:
        opening.bytes_of(file, DEFAULT_LIMITS)
    assert raised.value.code == "changing" and "again" in str(raised.value)


def test_a_file_that_becomes_a_folder_or_vanishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"text")
    real = os.open

    def vanishing(path: Path, flags: int) -> int:
        file.unlink()
        return real(path, flags)

    monkeypatch.setattr(os, "open", vanishing)
    with pytest.raises(ReadingError) as raised:
        opening.bytes_of(file, DEFAULT_LIMITS)
    assert raised.value.code == "not-found"
