"""The journal: the same tables as TinyDB's own storages, whatever is done, whenever it is read."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB, where
from tinydb.storages import JSONStorage, MemoryStorage
from tinydb.table import Document as Row

from store.library import durable
from store.library.journal import JournalDamaged, JournalMoved, JournalStorage
from store.library.lines import head_line, line_of, patch_of
from store.library.table import JournalTable


class Database(TinyDB):
    """TinyDB with the table whose changes cost what the changed rows cost."""

    table_class = JournalTable


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is forced to the disk, where a test asks for hundreds of writes."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def tables_of(db: TinyDB) -> dict[str, list[tuple[int, dict[str, Any]]]]:
    """Every table with its rows in order."""
    return {
        name: [(row.doc_id, dict(row)) for row in db.table(name, cache_size=0)]
        for name in sorted(db.tables())
    }


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=2), inner),
    max_leaves=6,
)
FIELDS = st.dictionaries(st.sampled_from("nab"), VALUES, max_size=3)
NAMES = st.sampled_from(["letters", 'od"d\n', "_default"])


class SameAsTinyDB(RuleBasedStateMachine):
    """The same operations on TinyDB's storages and on ours, which is opened anew at any point."""

    folder: Path

    @initialize(own_table=st.booleans(), start=st.booleans())
    def open(self, own_table: bool, start: bool) -> None:
        self.patch = pytest.MonkeyPatch()
        self.patch.setattr(os, "fsync", lambda handle: None)
        self.folder = Path(tempfile.mkdtemp())
        self.kind = Database if own_table else TinyDB
        self.memory = TinyDB(storage=MemoryStorage)
        if start:  # an ordinary TinyDB file becomes a journal
            self.memory.table("letters").insert({"n": 1})
            for name in ("ours.json", "plain.json"):  # by another: a table remembers its last row
                TinyDB(self.folder / name).table("letters").insert({"n": 1})
        self.plain = TinyDB(self.folder / "plain.json", storage=JSONStorage)
        self.ours = self._opened()
        self.reader = JournalStorage(self.folder / "ours.json")

    def teardown(self) -> None:
        self.patch.undo()
        shutil.rmtree(self.folder)

    def _opened(self) -> TinyDB:
        return self.kind(storage=lambda: JournalStorage(self.folder / "ours.json"))

    def each(self, deed: Callable[[TinyDB], object]) -> None:
        results: list[object] = []
        for db in (self.memory, self.plain, self.ours):
            try:
                results.append(deed(db))
            except (ValueError, KeyError) as error:
                results.append(type(error))
        # MemoryStorage keeps what an update did before it failed; files do not.
        assert results[1] == results[2]

    @rule(name=NAMES, fields=FIELDS)
    def insert(self, name: str, fields: dict[str, Any]) -> None:
        self.each(lambda db: db.table(name).insert(fields))

    @rule(name=NAMES, rows=st.lists(FIELDS, max_size=4))
    def insert_multiple(self, name: str, rows: list[dict[str, Any]]) -> None:
        self.each(lambda db: db.table(name).insert_multiple(rows))

    @rule(name=NAMES, fields=FIELDS, number=st.integers(1, 12))
    def insert_as(self, name: str, fields: dict[str, Any], number: int) -> None:
        if self.plain.table(name).contains(doc_id=number):
            return
        self.each(lambda db: db.table(name).insert(Row(fields, doc_id=number)))

    @rule(name=NAMES, fields=FIELDS, numbers=st.lists(st.integers(1, 8), max_size=3, unique=True))
    def update(self, name: str, fields: dict[str, Any], numbers: list[int]) -> None:
        self.each(lambda db: db.table(name).update(fields, doc_ids=numbers))

    @rule(name=NAMES, value=VALUES)
    def update_deep(self, name: str, value: Any) -> None:
        def deepen(row: Any) -> None:
            row.setdefault("deep", []).append(value)

        self.each(lambda db: db.table(name).update(deepen, where("n").exists()))

    @rule(name=NAMES, fields=FIELDS)
    def upsert(self, name: str, fields: dict[str, Any]) -> None:
        self.each(lambda db: db.table(name).upsert(fields, where("a").exists()))

    @rule(name=NAMES, numbers=st.lists(st.integers(1, 8), max_size=3, unique=True))
    def remove(self, name: str, numbers: list[int]) -> None:
        self.each(lambda db: db.table(name).remove(doc_ids=numbers))

    @rule(name=NAMES)
    def remove_some(self, name: str) -> None:
        self.each(lambda db: db.table(name).remove(where("b").exists()))

    @rule(name=NAMES)
    def truncate(self, name: str) -> None:
        self.each(lambda db: db.table(name).truncate())

    @rule(name=NAMES)
    def drop(self, name: str) -> None:
        self.each(lambda db: db.drop_table(name))

    @rule(name=NAMES)
    def change_a_result(self, name: str) -> None:
        """What a query gave is the asker's own."""
        for row in [*self.plain.table(name), *self.ours.table(name)]:
            row.setdefault("deep", []).append("mine")
            if isinstance(row.get("a"), list):
                row["a"].append("mine")

    @rule()
    def reopen(self) -> None:
        self.ours = self._opened()
        self.plain = TinyDB(self.folder / "plain.json", storage=JSONStorage)
        tables = self.memory.storage.read()
        self.memory = TinyDB(storage=MemoryStorage)
        self.memory.storage.memory = tables  # type: ignore[attr-defined]

    @rule()
    def compact(self) -> None:
        storage = self.ours.storage
        assert isinstance(storage, JournalStorage)
        storage.catch_up()
        storage.compact()

    @invariant()
    def the_same(self) -> None:
        assert tables_of(self.ours) == tables_of(self.plain) == tables_of(self.memory)
        # One that reads along, and one that opens it now.
        assert (self.reader.read() or {}) == (self.plain.storage.read() or {})
        assert (JournalStorage(self.reader.path).read() or {}) == (self.plain.storage.read() or {})


TestSameAsTinyDB = SameAsTinyDB.TestCase
TestSameAsTinyDB.settings = settings(max_examples=40, stateful_step_count=20, deadline=None)


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


# Torn and damaged


def written(file: Path, count: int = 4) -> bytes:
    table = TinyDB(file, storage=JournalStorage).table("t")
    for n in range(count):
        table.insert({"n": n, "words": "long enough to be cut"})
    return file.read_bytes()


def rows(file: Path) -> list[int]:
    return [row["n"] for row in (JournalStorage(file).read() or {}).get("t", {}).values()]


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


# Writing that fails


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


# Several processes


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


def test_closing_compacts_what_is_mostly_gone(tmp_path: Path, no_waiting: None) -> None:
    file = tmp_path / "db.jsonl"
    with Database(file, storage=JournalStorage) as db:
        db.table("t").insert({"words": "x" * 2000})
        for n in range(60):
            db.table("t").update({"n": n})
        before = file.stat().st_size
    assert before > 100_000 > 10_000 > file.stat().st_size
    assert TinyDB(file, storage=JournalStorage).table("t").all()[0]["n"] == 59


def test_a_newer_journal_says_so(tmp_path: Path) -> None:
    file = tmp_path / "db.jsonl"
    file.write_bytes(head_line("abc").replace(b'"journal":1', b'"journal":9'))
    with pytest.raises(JournalDamaged, match="newer version"):
        JournalStorage(file).read()
