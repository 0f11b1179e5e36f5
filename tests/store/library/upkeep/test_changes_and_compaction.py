"""What a change writes to the library, and what a compaction keeps of it."""

import msgspec
import pytest

from store.library import Library
from store.library.check import check
from store.library.compaction import compact, size_of
from store.model.document import Document
from tests.store.library.kept_documents import all_there, copy, keep


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
    library: Library, letter: Document, no_waiting: None
) -> None:
    with library.changing():
        for count in range(60):
            for number in range(3):
                library.keep_labels(copy(letter, number, 1 + count % 5))
        during = library.path.stat().st_size
    assert during > 4 * library.path.stat().st_size
    assert all_there(library.path, letter, 0, 1, 2)
    keep(library, copy(letter, 3, 5))
    assert all_there(library.path, letter, 0, 1, 2, 3)
