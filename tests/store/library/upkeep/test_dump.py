"""A dump holds the whole library in one file; only a good one is loaded."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from store.library import Library, LibraryError
from store.library.backups import backups_of
from store.library.check import check
from store.library.dump import dump, load
from store.library.storage import AtomicStorage
from store.model.document import Document
from tests.store.library.kept_documents import all_there, copy, file_of, keep


def test_a_dump_is_one_tinydb_file_and_comes_back(
    library: Library, letter: Document, tmp_path: Path
) -> None:
    file = tmp_path / "out" / "dump.json"
    file.parent.mkdir()
    assert dump(library, file) == 3
    db = TinyDB(file, encoding="utf-8")
    found = db.table("documents").search(where("title") == "Letter 1")
    assert found[0]["sentences"][0]["text"] == letter.sentences[0].text
    assert found[0]["text"] == letter.text
    assert file.stat().st_mode & 0o777 == 0o600
    other = Library(tmp_path / "other" / "library.json")
    keep(other, copy(letter, 8, 5))
    assert load(other, file) == 3
    assert all_there(other.path, letter, 0, 1, 2) and not check(other.path)
    assert Library(other.path).records == library.records  # when added, revisions, files
    assert [backup.documents for backup in backups_of(other.path)] == [1]


def test_a_dump_takes_corrections_along(library: Library, tmp_path: Path) -> None:
    tables = {"meta": {"1": {"schema": 1}}, "corrections": {"3": {"text": "…"}}}
    AtomicStorage(library.path.with_suffix(".corrections.json")).write(tables)
    TinyDB(storage=lambda: library.journal).table("shelf").insert({"n": 1})
    dump(library, tmp_path / "dump.json")
    other = Library(tmp_path / "other" / "library.json")
    load(other, tmp_path / "dump.json")
    assert AtomicStorage(other.path.with_suffix(".corrections.json")).read() == tables
    written = other.journal.read() or {}
    assert written["shelf"] == {"1": {"n": 1}} and "corrections" not in written


Spoil = Callable[[dict[str, dict[str, dict[str, object]]]], object]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda tables: tables.pop("meta"),
        lambda tables: tables["meta"]["1"].update(dump=9),
        lambda tables: tables["meta"]["1"].update(schema=9),
        lambda tables: tables["documents"]["3"].pop("kind"),
        lambda tables: tables["documents"]["3"].update(id="../../escape"),
        lambda tables: tables["documents"]["3"].update(id=tables["documents"]["1"]["id"]),
        lambda tables: tables["documents"].update(x=tables["documents"].pop("3")),
    ],
)
def test_a_dump_that_is_not_right_changes_nothing(
    library: Library, letter: Document, tmp_path: Path, spoil: Spoil
) -> None:
    file = tmp_path / "dump.json"
    dump(library, file)
    tables = json.loads(file.read_text("utf-8"))
    spoil(tables)
    file.write_text(json.dumps(tables), "utf-8")
    other = Library(tmp_path / "other" / "library.json")
    keep(other, copy(letter, 8, 5))
    before = other.path.read_bytes()
    with pytest.raises(LibraryError):
        load(other, file)
    assert other.path.read_bytes() == before and all_there(other.path, letter, 8)
    assert len(list(other.papers.names())) == 1


@pytest.mark.parametrize("data", [b"", b"not json", b"[]", b'{"documents": {}}'])
def test_what_is_no_dump_is_refused(library: Library, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "dump.json"
    file.write_bytes(data)
    with pytest.raises(LibraryError, match="no dump"):
        load(library, file)
    with pytest.raises(LibraryError, match="cannot be read"):
        load(library, tmp_path / "none.json")
    assert len(Library(library.path)) == 3


def test_a_dump_that_cannot_be_written_leaves_no_half_file(
    library: Library, letter: Document, tmp_path: Path
) -> None:
    file = tmp_path / "dump.json"
    file.write_text("older")
    file_of(library, 2, letter).unlink()
    with pytest.raises(LibraryError, match="missing or damaged"):
        dump(Library(library.path), file)
    with pytest.raises(LibraryError, match="cannot be written"):
        dump(library, tmp_path / "nowhere" / "dump.json")
    assert file.read_text() == "older" and not list(tmp_path.glob(".*.new"))
