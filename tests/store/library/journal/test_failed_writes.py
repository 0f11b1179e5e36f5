"""A disk that fills or fails leaves the journal as it was."""

import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from store.library import durable
from store.library.journal import JournalStorage
from tests.store.library.journal.journals import rows, written


def failing_after(monkeypatch: pytest.MonkeyPatch, left: int, piece: int = 7) -> None:
    """The disk takes so many bytes more, a few at a time."""
    real = os.write

    def limited(handle: int, data: Any) -> int:
        nonlocal left
        if left <= 0:
            raise OSError(28, "No space left on device")
        taken = real(handle, bytes(data[: max(1, min(left, piece))]))
        left -= taken
        return taken

    monkeypatch.setattr(durable.os, "write", limited)


def test_a_disk_that_fills_at_any_byte_leaves_the_old_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "db.jsonl"
    before = written(file, 2)
    table = TinyDB(file, storage=JournalStorage).table("t")
    refused = 0
    for left in range(400):
        failing_after(monkeypatch, left)
        try:
            table.insert({"n": 2, "words": "x" * 50})
            done = True
        except OSError:
            done = False
        monkeypatch.undo()
        if done:
            break
        refused += 1
        assert file.read_bytes() == before, left
        assert [row["n"] for row in table] == [0, 1], left
    # Short writes alone are no fault: with room for every byte it is kept.
    assert refused == file.stat().st_size - len(before) > 50 and rows(file) == [0, 1, 2]


def test_a_disk_that_fills_while_compacting_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "db.jsonl"
    before = written(file, 3)
    storage = JournalStorage(file)
    storage.catch_up()
    for left in range(0, len(before), 5):
        failing_after(monkeypatch, left, 50)
        with pytest.raises(OSError, match="No space"):
            storage.compact()
        monkeypatch.undo()
        assert file.read_bytes() == before and not list(tmp_path.glob(".*.new"))


def test_what_could_not_be_forced_to_the_disk_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "db.jsonl"
    before = written(file, 2)
    table = TinyDB(file, storage=JournalStorage).table("t")
    calls = 0

    def broken(handle: int) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(durable.os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output"):
        table.insert({"n": 2})
    monkeypatch.undo()
    assert file.read_bytes() == before and rows(file) == [0, 1]


def test_a_disk_that_takes_nothing_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "db.jsonl"
    before = written(file, 1)
    monkeypatch.setattr(durable.os, "write", lambda handle, data: 0)
    with pytest.raises(OSError, match="could be written"):
        TinyDB(file, storage=JournalStorage).table("t").insert({"n": 9})
    monkeypatch.undo()
    assert file.read_bytes() == before
