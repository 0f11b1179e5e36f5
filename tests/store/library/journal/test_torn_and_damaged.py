"""What is kept of a journal that was torn, damaged, or is none."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from store.library.journal import JournalDamaged, JournalStorage
from store.library.lines import head_line
from tests.store.library.journal.journals import rows, written


def test_cut_anywhere_it_opens_with_what_was_committed(tmp_path: Path, no_waiting: None) -> None:
    whole = written(tmp_path / "whole.jsonl")
    starts = [n + 1 for n, byte in enumerate(whole) if byte == ord("\n")]
    for cut in range(len(whole)):
        file = tmp_path / "cut.jsonl"
        file.unlink(missing_ok=True)
        for aside in tmp_path.glob("cut.jsonl.broken-*"):
            aside.unlink()
        file.write_bytes(whole[:cut])
        committed = max(0, sum(start <= cut for start in starts) - 1)
        assert rows(file) == list(range(committed)), cut
        assert file.read_bytes() == whole[:cut]  # looking changes nothing
        table = TinyDB(file, storage=JournalStorage).table("t")
        table.insert({"n": 99})
        assert rows(file) == [*range(committed), 99], cut
        torn = whole[max((s for s in starts if s <= cut), default=0) : cut]
        kept = [path.read_bytes() for path in tmp_path.glob("cut.jsonl.broken-*")]
        assert kept == ([torn] if torn else []), cut


@pytest.mark.parametrize(
    "tail", [b"\0" * 50, b"\0" * 50 + b"\n", b'["00000000",{"t":', b"\n", b"x\n"]
)
def test_what_a_crash_left_at_the_end_is_cut_off_and_kept(tmp_path: Path, tail: bytes) -> None:
    file = tmp_path / "db.jsonl"
    whole = written(file)
    file.write_bytes(whole + tail)
    storage = JournalStorage(file)
    assert storage.read() and storage.torn == tail
    kept = storage.cut_off()
    assert kept and kept.read_bytes() == tail and file.read_bytes() == whole


def test_any_changed_byte_costs_one_line_at_most(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    whole = written(file)
    for place in range(0, len(whole), 3):
        changed = bytearray(whole)
        changed[place] ^= 0x15
        file.write_bytes(changed)
        storage = JournalStorage(file)
        kept = [row["n"] for row in storage.read()["t"].values()]  # type: ignore[index]
        assert set(kept) <= set(range(4)) and len(kept) >= 2, place  # a line break joins two lines
        assert len(kept) == 4 or storage.damaged or storage.torn, place


def test_damaged_lines_are_kept_when_it_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    lines = written(file).splitlines(keepends=True)
    lines[2] = lines[2].replace(b"long", b"lost")
    file.write_bytes(b"".join(lines))
    storage = JournalStorage(file)
    storage.catch_up()
    assert list(storage.damaged) == [3]
    storage.compact()
    assert rows(file) == [0, 2, 3] and not storage.damaged
    assert [p.read_bytes() + b"\n" for p in tmp_path.glob("*.broken-*")] == [lines[2]]


def test_a_broken_first_line_loses_nothing(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    whole = written(file)
    file.write_bytes(b"#" + whole)
    assert rows(file) == [0, 1, 2, 3]
    storage = JournalStorage(file)
    storage.catch_up()
    assert list(storage.damaged) == [1]
    storage.compact()
    assert rows(file) == [0, 1, 2, 3] and not storage.damaged


@pytest.mark.parametrize("other", [b"[1]", b"\xff", b"{ not json", b"hello\nworld\n", b'{"t":1}'])
def test_what_is_no_journal_is_left_alone(tmp_path: Path, other: bytes) -> None:
    file = tmp_path / "db.jsonl"
    file.write_bytes(other)
    with pytest.raises(JournalDamaged):
        JournalStorage(file).read()
    with pytest.raises(JournalDamaged):
        TinyDB(file, storage=JournalStorage).table("t").insert({"n": 1})
    assert file.read_bytes() == other


def test_a_newer_journal_says_so(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    file.write_bytes(head_line("abc").replace(b'"journal":1', b'"journal":9'))
    with pytest.raises(JournalDamaged, match="newer version"):
        JournalStorage(file).read()
