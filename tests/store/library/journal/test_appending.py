"""What a change appends to the journal's file, and when the file is compacted."""

import json
from pathlib import Path

import pytest
from tinydb import TinyDB

from store.library.journal import JournalStorage
from tests.store.library.journal.journals import Database


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud800", object(), {1, 2}, b"x"])
def test_what_json_cannot_say_is_refused_and_changes_nothing(tmp_path: Path, value: object) -> None:
    file = tmp_path / "db.jsonl"
    for kind in (TinyDB, Database):
        table = kind(file, storage=JournalStorage).table("t")
        table.insert({"n": 1})
        before = file.read_bytes()
        with pytest.raises((TypeError, ValueError)):
            table.insert({"n": value})
        assert file.read_bytes() == before
        table.truncate()


def test_a_person_can_read_it(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    table = TinyDB(file, storage=JournalStorage).table("letters")
    table.insert({"title": "‘Café’"})
    table.remove(doc_ids=[1])
    head, first, second = file.read_text("utf-8").splitlines()
    assert json.loads(head)["journal"] == 1
    assert json.loads(first)[1] == {"letters": {"1": {"title": "‘Café’"}}} and "‘Café’" in first
    assert json.loads(second)[1] == {"letters": {"1": None}}


def test_a_change_is_appended_and_nothing_is_written_anew(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    table = Database(file, storage=JournalStorage).table("t")
    table.insert_multiple({"n": n, "words": "x" * 100} for n in range(500))
    before, inode = file.read_bytes(), file.stat().st_ino
    table.update({"n": -1}, doc_ids=[250])
    after = file.read_bytes()
    assert file.stat().st_ino == inode and after.startswith(before)
    assert len(after) - len(before) < 200
    table.update({"n": -1}, doc_ids=[250])  # as it is already
    assert len(JournalStorage(file).read()["t"]) == 500  # type: ignore[index]


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "own" / "db.jsonl"
    TinyDB(file, storage=JournalStorage).table("t").insert({"n": 1})
    JournalStorage(file).close()
    assert file.stat().st_mode & 0o777 == 0o600 and file.parent.stat().st_mode & 0o777 == 0o700


def test_closing_compacts_what_is_mostly_gone(tmp_path: Path, no_waiting: None) -> None:
    file = tmp_path / "db.jsonl"
    with Database(file, storage=JournalStorage) as db:
        db.table("t").insert({"words": "x" * 2000})
        for n in range(60):
            db.table("t").update({"n": n})
        before = file.stat().st_size
    assert before > 100_000 > 10_000 > file.stat().st_size
    assert TinyDB(file, storage=JournalStorage).table("t").all()[0]["n"] == 59
