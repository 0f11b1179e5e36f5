"""Check, repair, compact, backups, dump and load: every fault is told, and nothing is lost."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB, where

from store.library import Library, LibraryError, backups
from store.library.backups import backups_of, is_due, take_backup
from store.library.check import check
from store.library.compaction import compact, size_of
from store.library.dump import dump, load
from store.library.repair import repair
from store.library.restore import restore
from store.library.storage import AtomicStorage
from store.model.document import Document
from tests.store.library.kept_documents import copy, keep, read_letter


@pytest.fixture(scope="module")
def letter() -> Document:
    return read_letter()


@pytest.fixture
def library(tmp_path: Path, letter: Document) -> Library:
    library = Library(tmp_path / "library.json")
    keep(library, *(copy(letter, number, 5) for number in range(3)))
    return library


def file_of(library: Library, number: int, letter: Document) -> Path:
    return library.papers.path / library.cards.files[copy(letter, number).id]


def codes(library: Library) -> list[str]:
    return [fault.code for fault in check(library.path)]


def all_there(path: Path, letter: Document, *numbers: int) -> bool:
    library = Library(path)
    return {copy(letter, n).id for n in numbers} == set(library.records) and all(
        library.document(copy(letter, n).id) == copy(letter, n, 5) for n in numbers
    )


# Check and repair


def test_a_good_library_has_no_fault(library: Library) -> None:
    assert check(library.path) == [] and list(repair(library.path)) == []


def test_a_damaged_line_is_told_and_its_document_taken_back(
    library: Library, letter: Document
) -> None:
    lines = library.path.read_bytes().split(b"\n")
    place = next(n for n, line in enumerate(lines) if b"Letter 1" in line)
    lines[place] = lines[place].replace(b"Letter 1", b"Letter I")
    library.path.write_bytes(b"\n".join(lines))
    again = Library(library.path)
    assert len(again) == 2 and again.repaired and "library repair" in again.repaired
    assert codes(library) == ["damaged-lines", "no-card"]
    told = " ".join(repair(library.path))
    assert "kept in library.json.broken-1" in told and "taken in again" in told
    assert all_there(library.path, letter, 0, 1, 2) and not check(library.path)
    broken = library.path.with_name("library.json.broken-1")
    assert broken.read_bytes() == lines[place]


def test_a_missing_and_a_damaged_document_are_named_with_what_to_do(
    library: Library, letter: Document, tmp_path: Path
) -> None:
    file_of(library, 0, letter).unlink()
    file_of(library, 1, letter).write_bytes(b"{}")
    missing, damaged = check(library.path)
    assert (missing.code, damaged.code) == ("missing", "damaged")
    assert "Letter 0 is missing" in missing.message and "ofsted-tui remove" in missing.message
    with pytest.raises(LibraryError, match=r"missing or damaged.*add .*/letters/0.txt again"):
        Library(library.path).document(copy(letter, 0).id)
    assert len(Library(library.path).councils) == 1  # it opens, and shows what it has


def test_repair_takes_documents_from_a_backup(library: Library, letter: Document) -> None:
    take_backup(library.path)
    for number in (0, 1):
        file = file_of(library, number, letter)
        data = file.read_bytes()
        file.unlink()
        if number:
            file.write_bytes(data[:100])
            file.chmod(0o600)
    assert all("takes it from the backup" in fault.message for fault in check(library.path))
    told = list(repair(library.path))
    assert sum("taken from the backup" in words for words in told) == 2
    assert all_there(library.path, letter, 0, 1, 2) and not check(library.path)


def test_a_library_file_that_is_gone_or_broken_is_made_anew_from_its_documents(
    library: Library, letter: Document
) -> None:
    for broken in (None, b"nothing of it\nis a journal\n"):
        library.path.unlink()
        if broken:
            library.path.write_bytes(broken)
        assert check(library.path) and check(library.path)[0].code in ("missing", "unreadable")
        told = " ".join(repair(library.path))
        assert told.count("taken in again") == 3
        assert all_there(library.path, letter, 0, 1, 2) and not check(library.path)
    kept = library.path.with_name("library.json.broken-1")
    assert kept.read_bytes() == broken


def test_files_that_others_can_read_are_told_and_closed(library: Library, letter: Document) -> None:
    file_of(library, 0, letter).chmod(0o644)
    library.papers.path.chmod(0o755)
    [fault] = check(library.path)
    assert fault.code == "open" and fault.message.startswith("2 of")
    assert list(repair(library.path)) == ["2 files and folders are now readable by you only."]
    assert not check(library.path)


def test_a_file_that_is_no_document_is_kept_aside(library: Library, letter: Document) -> None:
    stray = library.papers.path / "stray.json"
    stray.write_text("{}")
    stray.chmod(0o600)
    assert codes(library) == ["no-card"]
    list(repair(library.path))
    assert not check(library.path) and not stray.exists()
    assert (library.papers.path / "stray.json.broken-1").read_text() == "{}"


# Compaction


def test_compaction_keeps_what_lives_and_readers_follow(library: Library, letter: Document) -> None:
    reader = Library(library.path)
    with library.changing():
        for count in range(1, 6):
            for number in range(3):
                library.keep_labels(copy(letter, number, count))
    before, after = compact(library)
    assert after < before and size_of(library.path) == after
    assert all_there(library.path, letter, 0, 1, 2) and not check(library.path)
    assert reader.changed()
    reader.refresh()
    assert reader.records == library.records and not reader.changed()


def test_a_run_compacts_a_file_that_is_mostly_gone(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    with library.changing():
        for count in range(60):
            for number in range(3):
                library.keep_labels(copy(letter, number, 1 + count % 5))
        during = library.path.stat().st_size
    assert during > 4 * library.path.stat().st_size
    assert all_there(library.path, letter, 0, 1, 2)
    keep(library, copy(letter, 3, 5))
    assert all_there(library.path, letter, 0, 1, 2, 3)


def test_saving_rewrites_no_file(
    library: Library, letter: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    inode, before = library.path.stat().st_ino, library.path.read_bytes()
    documents = {p: p.stat().st_mtime_ns for p in library.papers.path.iterdir()}
    keep(library, copy(letter, 7, 5))
    with library.changing():
        library.remove(copy(letter, 0).id)
    assert library.path.stat().st_ino == inode and library.path.read_bytes().startswith(before)
    assert all(p.stat().st_mtime_ns == t for p, t in documents.items() if p.exists())
    assert all_there(library.path, letter, 1, 2, 7) and not file_exists(library, letter)


def file_exists(library: Library, letter: Document) -> bool:
    return any(name.startswith(copy(letter, 0).id) for name in library.papers.names())


# Backups


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


# Dump and load


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


# Revisions


def test_a_revision_changes_whenever_a_document_does(library: Library, letter: Document) -> None:
    id, other = copy(letter, 0).id, copy(letter, 1).id
    seen = [library.records[id].revision]
    with library.changing():
        library.keep(copy(letter, 0, 5))  # the same bytes again: unchanged
        assert library.records[id].revision == seen[0]
        library.keep_labels(copy(letter, 0, 4))
        seen.append(library.records[id].revision)
        library.keep(msgspec.structs.replace(copy(letter, 0, 3), model="another"))
        seen.append(library.records[id].revision)
    assert all(seen) and len(set(seen)) == 3
    again = Library(library.path)
    assert again.records[id].revision == seen[-1]
    assert again.records[other].revision == library.records[other].revision
