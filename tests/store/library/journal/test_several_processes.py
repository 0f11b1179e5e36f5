"""Processes that share a journal: none writes over another, and readers follow."""

from pathlib import Path

import pytest
from tinydb import TinyDB

from store.library.journal import JournalMoved, JournalStorage
from store.library.lines import line_of, patch_of
from tests.store.library.journal.journals import written


def test_a_writer_that_did_not_see_the_other_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    written(file, 2)
    mine, other = JournalStorage(file), JournalStorage(file)
    tables = mine.read()
    assert tables is not None
    TinyDB(storage=lambda: other).table("t").insert({"n": 2})
    before = file.read_bytes()
    tables["t"]["9"] = {"n": 9}
    with pytest.raises(JournalMoved):
        mine.write(tables)
    with pytest.raises(JournalMoved):
        mine.compact()
    assert file.read_bytes() == before and mine.changed()
    assert mine.catch_up() and not mine.changed()


def test_a_reader_follows_changes_compaction_and_what_was_taken_back(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    table = TinyDB(file, storage=JournalStorage).table("t")
    reader = JournalStorage(file)
    assert reader.read() is None and not reader.changed()
    table.insert({"n": 0})
    assert reader.changed() and reader.catch_up() and not reader.catch_up()
    whole = file.read_bytes()
    table.insert({"n": 1, "words": "which are taken back"})
    assert len(reader.read()["t"]) == 2  # type: ignore[index]
    # A writer that could not force its line to the disk took it back, and wrote another.
    file.write_bytes(whole + line_of(patch_of({"t": {"2": {"n": 7, "words": "y" * 200}}})))
    assert reader.read()["t"]["2"]["n"] == 7  # type: ignore[index]
    other = JournalStorage(file)
    other.catch_up()
    other.compact()
    assert reader.changed() and reader.read() == other.read()
    file.unlink()
    assert reader.changed() and reader.read() is None
