"""The row file gives what reading every document gives, whatever changed, broke or went."""

import os
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.library import Library
from store.model.document import Document, Sentence, Source
from store.rows import RowFile, RowTable, index_folders
from store.rows.row_file import TABLE
from store.selection import Filters, FindingIndex, Selection
from store.selection.index import index_of
from tests.store.rows.plain_index import PlainIndex
from tests.store.rows.some_documents import Shelf, documents, filters


def agrees(shelf: Shelf, file: RowFile, wanted: list[Filters]) -> None:
    index = FindingIndex(shelf.records, shelf.load, shelf.visits, file=file)
    plain = PlainIndex(shelf.records, shelf.load, shelf.visits)
    assert index.rows == len(plain.rows)
    for row, (document, place, sentence) in enumerate(plain.rows):
        assert index.sentence(row) == (document, place, sentence)
        assert index.row_of(document.id, place) == row
    for each in wanted:
        selection = Selection(index, each)
        expected = plain.select(each)
        assert selection.rows() == expected, each
        assert list(selection.listed) == expected
        assert selection.count == len(expected)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_documents_however_they_change(data: st.DataObject) -> None:
    shelf, revision = Shelf(), 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "library.index")
        for _ in range(data.draw(st.integers(1, 4))):
            changed = data.draw(st.sets(st.sampled_from("abcdef"), max_size=4))
            for id in sorted(changed):
                revision += 1
                shelf.put(data.draw(documents(id)), str(revision))
            for id in data.draw(st.sets(st.sampled_from("abcdef"), max_size=2)):
                shelf.documents.pop(id, None)
            ids = list(shelf.documents)
            wanted = [Filters(**filters(data.draw, shelf.visits, ids)) for _ in range(3)]
            shelf.read.clear()
            FindingIndex(shelf.records, shelf.load, shelf.visits, file=RowFile([place]))
            assert set(shelf.read) <= changed
            agrees(shelf, RowFile([place]), wanted)


def test_a_known_library_is_opened_without_reading_a_document(sample_library: Library) -> None:
    library = sample_library
    index_of(library)
    read: list[str] = []

    def load(id: str):  # type: ignore[no-untyped-def]
        read.append(id)
        return library.document(id)

    file = RowFile(index_folders(library.path))
    again = FindingIndex(library.records.values(), load, library.visits, file=file)
    assert again.rows == sum(r.sentences for r in library.records.values())
    assert Selection(again, Filters(containing="supervis")).count > 5
    assert read == []
    again.sentence(0)
    assert len(read) == 1


def test_one_changed_document_is_read_alone(sample_library: Library) -> None:
    library = sample_library
    index_of(library)
    id = next(iter(library.records))
    with library.changing():
        library.keep_labels(library.document(id))
    file = RowFile(index_folders(library.path))
    assert [record.id for record in file.missing(library.records.values())] == [id]


def rows_folder(library: Library) -> Path:
    return library.path.with_suffix(".index")


@pytest.mark.parametrize("at", [0, 5, 16, 40, -1])
def test_a_changed_byte_is_seen_and_the_rows_made_anew(sample_library: Library, at: int) -> None:
    library = sample_library
    before = Selection(index_of(library), Filters(containing="oversight")).rows()
    table = rows_folder(library) / TABLE
    data = bytearray(table.read_bytes())
    data[at] ^= 0x55
    table.write_bytes(data)
    file = RowFile(index_folders(library.path))
    assert len(file.missing(library.records.values())) == len(library.records)
    index = index_of(library)
    assert Selection(index, Filters(containing="oversight")).rows() == before
    assert RowTable.decode(table.read_bytes()).rows == index.rows


@pytest.mark.parametrize("length", [0, 3, 20, 200])
def test_a_table_cut_short_is_made_anew(sample_library: Library, length: int) -> None:
    library = sample_library
    rows = index_of(library).rows
    table = rows_folder(library) / TABLE
    table.write_bytes(table.read_bytes()[:length])
    assert index_of(library).rows == rows
    assert RowTable.decode(table.read_bytes()).rows == rows


@pytest.mark.parametrize("left", [None, 100])
def test_words_that_are_gone_are_made_anew(sample_library: Library, left: int | None) -> None:
    library = sample_library
    before = Selection(index_of(library), Filters(containing="plan")).rows()
    for pack in rows_folder(library).glob("*.words"):
        if left is None:
            pack.unlink()
        else:
            pack.write_bytes(pack.read_bytes()[:left])
    assert Selection(index_of(library), Filters(containing="plan")).rows() == before


def test_nobody_else_may_read_it(sample_library: Library) -> None:
    index_of(sample_library)
    folder = rows_folder(sample_library)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in folder.iterdir())


def test_where_the_library_cannot_be_written_the_cache_takes_it(
    sample_library: Library, tmp_path: Path
) -> None:
    beside, cache = tmp_path / "file" / "x.index", tmp_path / "cache"
    (tmp_path / "file").write_text("not a folder")
    index = index_of(sample_library, RowFile([beside, cache]))
    assert (cache / TABLE).exists()
    again = RowFile([beside, cache])
    assert again.missing(sample_library.records.values()) == []
    assert index_of(sample_library, again).rows == index.rows


def test_with_nowhere_to_write_it_stays_in_memory(sample_library: Library, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    file = RowFile([tmp_path / "file" / "x", tmp_path / "file" / "y"])
    index = index_of(sample_library, file)
    assert file.kept_in is None
    assert Selection(index, Filters(containing="plan")).rows() == (
        Selection(index_of(sample_library), Filters(containing="plan")).rows()
    )


def test_a_full_disk_leaves_the_former_table(
    sample_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = sample_library
    rows = index_of(library).rows
    former = (rows_folder(library) / TABLE).read_bytes()
    with library.changing():
        library.keep_labels(library.document(next(iter(library.records))))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        assert index_of(library).rows == rows
    assert (rows_folder(library) / TABLE).read_bytes() == former
    assert not list(rows_folder(library).glob(".*"))
    assert index_of(library).rows == rows


def test_two_at_once_do_not_harm_each_other(sample_library: Library) -> None:
    library = sample_library
    one, other = (RowFile(index_folders(library.path)) for _ in range(2))
    assert one.missing(library.records.values()) and other.missing(library.records.values())
    first, second = index_of(library, one), index_of(library, other)
    wanted = Filters(containing="children")
    rows = Selection(first, wanted).rows()
    assert rows and Selection(second, wanted).rows() == rows
    assert Selection(index_of(library), wanted).rows() == rows


def test_many_small_packs_are_put_together(sample_library: Library) -> None:
    library = sample_library
    ids = list(library.records)
    wanted = Filters(containing="children")
    rows = Selection(index_of(library), wanted).rows()
    file = RowFile(index_folders(library.path))
    for round_ in range(20):
        with library.changing():
            library.keep_labels(library.document(ids[round_ % 3]))
        index = index_of(library, file)
    assert Selection(index, wanted).rows() == rows
    packs = {kept.pack for kept in file.table.documents}
    assert len(packs) <= 17
    assert Selection(index_of(library), wanted).rows() == rows


@pytest.mark.parametrize(
    ("printed", "asked"),
    [
        ("Leaders identiﬁed the gaps.", "identified"),
        ("Leaders identified the gaps.", "IDENTIﬁED"),
        ("The eﬃciency of oﬀers is low.", "efficiency of offer"),
        ("Children’s plans are “thin”.", 'children\'s plans are "thin"'),
        ("Children's plans are late.", "children’s"),
        ("They wait 5–6 weeks.", "5-6 weeks"),
    ],
)
def test_words_are_found_in_the_letters_of_a_keyboard(printed: str, asked: str) -> None:
    shelf = Shelf()
    said = Sentence(text=printed, section="Overview", paragraph=1, page=1, start=0, end=0)
    shelf.put(Document(id="a", source=Source("/a", "a", "text/plain", "a", 1), kind="other",
                       sentences=(said,)), "1")  # fmt: skip
    index = FindingIndex(shelf.records, shelf.load, shelf.visits, file=RowFile())
    assert Selection(index, Filters(containing=asked)).rows() == [0]
    assert Selection(index, Filters(containing="elsewhere")).rows() == []
