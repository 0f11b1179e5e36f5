"""Libraries of earlier versions, each as that version wrote it, in kept/."""

import json
import shutil
from pathlib import Path

import msgspec
import pytest

from store.library import Library, LibraryError
from store.library.backups import backups_of
from store.library.check import check
from store.library.compaction import compact
from store.library.lock import writing
from store.library.migrations import DOCUMENT_STEPS, LIBRARY_STEPS, SCHEMA
from store.model.document import Document
from tests.store.library.kept_documents import copy, keep

KEPT = Path(__file__).parent / "kept"


@pytest.fixture(params=sorted(folder.name for folder in KEPT.iterdir()))
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A library as an earlier version wrote it."""
    folder = tmp_path / "library"
    shutil.copytree(KEPT / request.param, folder)
    for file in folder.rglob("*.json*"):
        file.chmod(0o600)  # as it was; a checkout does not keep that
    return folder / "library.json"


def documents_of_1(file: Path) -> dict[str, Document]:
    """What the first version would have shown, read as it read it."""
    found = {}
    for path in file.with_suffix(".documents").glob("*.json"):
        tables = json.loads(path.read_text("utf-8"))
        rows = sorted(tables["sentences"].items(), key=lambda row: int(row[0]))
        fields = {**tables["document"]["1"], "sentences": [row for _, row in rows]}
        document = msgspec.convert(fields, Document)
        found[document.id] = document
    return found


def test_there_is_a_step_from_every_earlier_version_and_a_file_of_it() -> None:
    earlier_ones = list(range(1, SCHEMA))
    assert sorted(LIBRARY_STEPS) == sorted(DOCUMENT_STEPS) == earlier_ones
    assert sorted(folder.name for folder in KEPT.iterdir()) == [
        f"schema-{number}" for number in earlier_ones
    ]


def test_it_is_brought_forward_with_everything_in_it(earlier: Path) -> None:
    wanted = documents_of_1(earlier)
    before = earlier.read_bytes()
    library = Library(earlier)
    assert library.schema == SCHEMA and library.read_only is None
    assert library.repaired and "earlier version (schema 1)" in library.repaired
    assert {id: library.document(id) for id in library.records} == wanted and len(wanted) == 2
    assert all(record.revision for record in library.records.values())
    [backup] = backups_of(earlier)
    assert backup.library.read_bytes() == before and backup.documents == 2
    again = Library(earlier)
    assert again.repaired is None and again.records == library.records and not check(earlier)


def test_it_can_be_changed_and_written_anew(earlier: Path) -> None:
    library = Library(earlier)
    wanted = {id: library.document(id) for id in library.records}
    one = next(iter(wanted.values()))
    keep(library, copy(one, 1))
    before, after = compact(library)
    assert after < 0.7 * before
    again = Library(earlier)
    assert {id: again.document(id) for id in wanted} == wanted and len(again) == 3
    assert all(name.count(".") == 2 for name in again.papers.names()) and not check(earlier)


def test_where_nothing_can_be_written_it_is_shown_as_it_is(
    earlier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = documents_of_1(earlier)
    before = {path: path.read_bytes() for path in earlier.parent.rglob("*") if path.is_file()}
    monkeypatch.setattr("os.access", lambda path, mode: False)
    library = Library(earlier)
    assert {id: library.document(id) for id in library.records} == wanted
    assert library.read_only and [card.name for card in library.councils]
    library.refresh()
    assert library.records == Library(earlier).records  # revisions too
    after = {path: path.read_bytes() for path in earlier.parent.rglob("*") if path.is_file()}
    assert after == before


def test_while_another_process_writes_it_is_shown_and_not_changed(earlier: Path) -> None:
    before = earlier.read_bytes()
    with writing(earlier):
        library = Library(earlier)
    assert len(library) == 2 and earlier.read_bytes() == before
    with library.changing():  # the next change brings it forward first
        assert library.journal.is_journal
    assert len(Library(earlier)) == 2


def test_a_broken_file_of_the_first_version_is_put_back_first(tmp_path: Path) -> None:
    shutil.copytree(KEPT / "schema-1", tmp_path / "library")
    file = tmp_path / "library" / "library.json"
    last = file.with_name("library.json.last")
    kept = json.loads(last.read_text("utf-8"))["documents"]
    file.write_bytes(file.read_bytes()[:-100])
    library = Library(file)
    assert len(library) == len(kept) == 1
    assert library.repaired and "last good state was put back" in library.repaired
    assert not last.exists()  # an earlier version would put it in the place of the journal


def test_a_damaged_file_without_a_good_copy_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "library.json"
    file.write_bytes(b'{"documents": {"1"')
    with pytest.raises(LibraryError, match="library restore"):
        Library(file)
    assert file.read_bytes() == b'{"documents": {"1"'
