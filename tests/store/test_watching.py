"""Watching: files are told of when they are written, once for each time they change."""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, Queue

import pytest

from store.watching import watch


@contextmanager
def watching(folder: Path, settled: float = 0.4) -> Iterator["Queue[str]"]:
    told: Queue[str] = Queue()
    stop = threading.Event()

    def run() -> None:
        for files in watch([folder], lambda: not stop.is_set(), settled):
            for file in files:
                told.put(file.name)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    time.sleep(0.4)  # until the system watches
    try:
        yield told
    finally:
        stop.set()
        thread.join(10)
        assert not thread.is_alive()


def test_what_is_there_and_what_comes_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text("a letter")
    with watching(tmp_path) as told:
        assert told.get(timeout=5) == "old.txt"
        (tmp_path / "new.txt").write_text("another")
        assert told.get(timeout=5) == "new.txt"
        (tmp_path / "below").mkdir()
        (tmp_path / "below" / "deep.txt").write_text("a third")
        assert told.get(timeout=5) == "deep.txt"
        with pytest.raises(Empty):
            told.get(timeout=0.8)


def test_a_changed_file_is_told_again(tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("draft")
    with watching(tmp_path) as told:
        assert told.get(timeout=5) == "letter.txt"
        file.write_text("the final letter")
        assert told.get(timeout=5) == "letter.txt"


def test_a_half_written_file_is_awaited(tmp_path: Path) -> None:
    with watching(tmp_path, settled=0.8) as told:
        with (tmp_path / "slow.txt").open("w") as file:
            for _ in range(5):
                file.write("some words ")
                file.flush()
                time.sleep(0.3)
            assert told.empty()
            file.write("the end")
        assert told.get(timeout=5) == "slow.txt"


def test_hidden_and_empty_files_are_left_alone(tmp_path: Path) -> None:
    with watching(tmp_path) as told:
        (tmp_path / ".part").write_text("x")
        (tmp_path / "empty.txt").touch()
        (tmp_path / "letter.pdf.crdownload").write_text("half a letter")
        (tmp_path / "real.txt").write_text("words")
        assert told.get(timeout=5) == "real.txt"
        with pytest.raises(Empty):
            told.get(timeout=0.8)
