"""The storage: a TinyDB storage like TinyDB's own, but whole at every moment."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.storages import JSONStorage

from store.library import storage as storage_module
from store.library.storage import AtomicStorage, StorageDamaged


@pytest.fixture(params=[AtomicStorage, JSONStorage])
def db(request: pytest.FixtureRequest, tmp_path: Path) -> TinyDB:
    """The same tests on our storage and on TinyDB's own: they must agree."""
    return TinyDB(tmp_path / "db.json", storage=request.param)


def test_behaves_as_tinydb_expects(db: TinyDB) -> None:
    table = db.table("people")
    ids = table.insert_multiple({"n": n, "deep": {"list": [n]}} for n in range(5))
    assert ids == [1, 2, 3, 4, 5]
    assert table.count(where("n") > 2) == 2
    table.update({"n": 99}, doc_ids=[2])
    table.remove(doc_ids=[1])
    assert [row["n"] for row in table] == [99, 2, 3, 4]
    assert db.tables() == {"people"}
    db.drop_tables()
    assert db.tables() == set()


def test_another_process_sees_what_was_written(tmp_path: Path) -> None:
    file = tmp_path / "db.json"
    TinyDB(file, storage=AtomicStorage).table("t").insert({"words": "‘quoted’ – café"})
    # Plain TinyDB opens the file.
    assert TinyDB(file, encoding="utf-8").table("t").all() == [{"words": "‘quoted’ – café"}]


def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    file = tmp_path / "db.json"
    storage = AtomicStorage(file)
    storage.write({"t": {"1": {"n": 1}}})
    storage.write({"t": {"1": {"n": 2}}})
    assert {p.stat().st_mode & 0o777 for p in (file, storage.last_file)} == {0o600}


class DiskFull(OSError):
    pass


@pytest.mark.parametrize("after", range(0, 400, 7))
def test_a_disk_that_fills_leaves_the_old_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """Writing stops after so many bytes, as a full disk does: in the middle of anything."""
    file = tmp_path / "db.json"
    db = TinyDB(file, storage=AtomicStorage)
    table = db.table("t")
    table.insert({"kept": "before"})
    left = after
    real = os.write

    def limited(handle: int, data: Any) -> int:
        nonlocal left
        if left <= 0:
            raise DiskFull(28, "No space left on device")
        written = real(handle, bytes(data[: max(1, min(left, 5))]))
        left -= written
        return written

    monkeypatch.setattr(storage_module.os, "write", limited)
    try:
        table.insert({"new": "x" * 50})
        done = True
    except DiskFull:
        done = False
    monkeypatch.undo()
    known = [dict(row) for row in TinyDB(file, storage=AtomicStorage).table("t")]
    wanted = [{"kept": "before"}, *([{"new": "x" * 50}] if done else [])]
    assert known == wanted
    # The handle that failed goes on with what is on the disk, not with what it had tried.
    assert [dict(row) for row in table] == wanted
    assert not list(tmp_path.glob("*.new"))


@pytest.mark.parametrize("step", ["write_durably", "_set_aside", "replace", "sync_folder"])
def test_a_crash_at_any_step_leaves_one_whole_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / "db.json"
    AtomicStorage(file).write({"t": {"1": {"n": 1}}})

    class Crash(BaseException):
        pass

    def crash(*args: object, **kwargs: object) -> None:
        raise Crash

    if step == "_set_aside":
        monkeypatch.setattr(AtomicStorage, step, crash)
    elif step == "replace":
        monkeypatch.setattr(Path, step, crash)
    else:
        monkeypatch.setattr(storage_module, step, crash)
    with pytest.raises(Crash):
        AtomicStorage(file).write({"t": {"1": {"n": 2}}})
    monkeypatch.undo()
    tables = AtomicStorage(file).read()
    assert tables in ({"t": {"1": {"n": 1}}}, {"t": {"1": {"n": 2}}})
    assert tables == {"t": {"1": {"n": 2 if step == "sync_folder" else 1}}}


@pytest.mark.parametrize("broken", [b"", b"{", b'{"t": {"1": {"n": 2}}} trailing', b"[1]", b"\xff"])
def test_a_broken_file_is_put_back_from_the_last_state_and_kept_aside(
    tmp_path: Path, broken: bytes
) -> None:
    file = tmp_path / "db.json"
    storage = AtomicStorage(file)
    storage.write({"t": {"1": {"n": 1}}})
    storage.write({"t": {"1": {"n": 2}}})
    file.write_bytes(broken)
    again = AtomicStorage(file)
    assert again.read() == {"t": {"1": {"n": 1}}}
    assert again.repaired and "last good state" in again.repaired
    assert [path.read_bytes() for path in tmp_path.glob("*.broken-*")] == [broken]
    assert json.loads(file.read_text()) == {"t": {"1": {"n": 1}}}
    assert AtomicStorage(file).read() == {"t": {"1": {"n": 1}}}


def test_without_a_good_copy_nothing_is_touched(tmp_path: Path) -> None:
    file = tmp_path / "db.json"
    file.write_bytes(b"{ not json")
    with pytest.raises(StorageDamaged, match="no good copy"):
        AtomicStorage(file).read()
    assert file.read_bytes() == b"{ not json"


def test_no_file_is_no_tables(tmp_path: Path) -> None:
    assert AtomicStorage(tmp_path / "none" / "db.json").read() is None
    assert not (tmp_path / "none").exists()


def test_what_cannot_be_written_as_json_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "db.json"
    table = TinyDB(file, storage=AtomicStorage).table("t")
    table.insert({"n": 1})
    with pytest.raises(TypeError):
        table.insert({"n": object()})
    assert [dict(row) for row in table] == [{"n": 1}]
