"""Every fault of a library is told, and repaired without losing anything."""

from pathlib import Path

import pytest

from store.library import Library, LibraryError
from store.library.backups import take_backup
from store.library.check import check
from store.library.repair import repair
from store.model.document import Document
from tests.store.library.kept_documents import all_there, copy, file_of


def codes(library: Library) -> list[str]:
    return [fault.code for fault in check(library.path)]


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
