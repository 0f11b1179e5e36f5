"""The journal gives the same tables as TinyDB's own storages, whatever is done, whenever."""

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

from store.library.journal import JournalStorage
from tests.store.library.journal.journals import Database


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
