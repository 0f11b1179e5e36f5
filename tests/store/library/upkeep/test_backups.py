"""Backups: when they are taken, how many stay, and what a restore puts back."""

import os
import shutil

import pytest

from store.library import Library, LibraryError, backups
from store.library.backups import backups_of, is_due, take_backup
from store.library.check import check
from store.library.restore import restore
from store.library.storage import AtomicStorage
from store.model.document import Document
from tests.store.library.kept_documents import all_there, copy, file_of, keep


def test_a_run_takes_a_backup_when_one_is_due_and_five_stay(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_due(library.path) and not backups_of(library.path)
    keep(library, copy(letter, 10, 5), copy(letter, 11, 5))
    assert [backup.documents for backup in backups_of(library.path)] == [3]
    keep(library, copy(letter, 12, 5))
    assert len(backups_of(library.path)) == 1  # within the hour
    monkeypatch.setattr(backups, "BETWEEN", 0.0)
    for number in range(20, 27):
        keep(library, copy(letter, number, 5))
    taken = backups_of(library.path)
    assert [backup.documents for backup in taken] == [12, 11, 10, 9, 8]
    assert [Library(backup.library).document(copy(letter, 0).id).title for backup in taken] == [
        "Letter 0"
    ] * 5


def test_a_broken_library_drives_no_good_backup_out(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "BETWEEN", 0.0)
    take_backup(library.path)
    data = library.path.read_bytes()
    library.path.write_bytes(data.replace(b"Letter 1", b"Letter I"))
    keep(Library(library.path), copy(letter, 10, 5))
    assert len(backups_of(library.path)) == 1


def test_backups_share_their_documents_with_the_library(library: Library, letter: Document) -> None:
    kept = take_backup(library.path)
    name = file_of(library, 0, letter).name
    assert (kept / "library.documents" / name).samefile(library.papers.path / name)


def test_where_files_cannot_be_shared_they_are_copied(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*args: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    kept = take_backup(library.path)
    assert all_there(kept / "library.json", letter, 0, 1, 2)


def test_restore_puts_back_and_keeps_what_was(library: Library, letter: Document) -> None:
    corrections = library.path.with_suffix(".corrections.json")
    AtomicStorage(corrections).write({"meta": {"1": {"schema": 1}}, "corrections": {}})
    take_backup(library.path)
    AtomicStorage(corrections).write({"meta": {"1": {"schema": 1}}, "corrections": {"1": {"a": 1}}})
    reader = Library(library.path)
    with library.changing():
        library.remove(copy(letter, 0).id)
        library.keep_labels(copy(letter, 1, 2))
        library.keep(copy(letter, 9, 5))
    backup, kept = restore(library.path)
    assert all_there(library.path, letter, 0, 1, 2) and not check(library.path)
    assert AtomicStorage(corrections).read()["corrections"] == {}  # type: ignore[index]
    reader.refresh()
    assert set(reader.records) == {copy(letter, n).id for n in (0, 1, 2)}
    restore(library.path, "000002")  # and back again
    assert len(Library(library.path)) == 3 and copy(letter, 9).id in Library(library.path).records
    assert "000001" in backup.name and "000002" in kept


def test_restore_after_everything_else_was_deleted(library: Library, letter: Document) -> None:
    take_backup(library.path)
    library.path.unlink()
    shutil.rmtree(library.papers.path)
    restore(library.path)
    assert all_there(library.path, letter, 0, 1, 2)


def test_restore_in_place_of_a_file_that_cannot_be_read(library: Library, letter: Document) -> None:
    take_backup(library.path)
    library.path.write_bytes(b"no journal\n")
    with pytest.raises(LibraryError, match="library restore"):
        Library(library.path)
    _, kept = restore(library.path)
    assert all_there(library.path, letter, 0, 1, 2) and "broken-1" in kept
    with pytest.raises(LibraryError, match="No backup of this name"):
        restore(library.path, "000042")


def test_a_backup_that_fails_keeps_nobody_from_working(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.path.with_suffix(".backups").write_text("in the way")
    keep(library, copy(letter, 5, 5))
    assert all_there(library.path, letter, 0, 1, 2, 5)
