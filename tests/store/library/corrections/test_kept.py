"""The file of corrections: whatever befalls it, none is lost or written over."""

import json
import stat

import pytest

from store.library import CorrectionsError, Library, LibraryError
from store.library.corrections import corrections_file
from tests.store.library.corrections.correcting import correct, only


def test_only_its_owner_can_read_the_file(library: Library) -> None:
    correct(library, 3, note="private")
    mode = corrections_file(library.path).stat().st_mode
    assert stat.S_IMODE(mode) == 0o600


def test_a_broken_file_gives_its_last_good_state_and_keeps_the_broken_bytes(
    library: Library,
) -> None:
    correct(library, 3, note="first")
    correct(library, 4, note="second")
    path = corrections_file(library.path)
    path.write_bytes(b'{"corrections": {"1": {"sha')
    reopened = Library(library.path)
    assert only(reopened).sentences[3].note == "first"
    assert "last good state" in (reopened.corrections.problem or "")
    assert [p.read_bytes() for p in path.parent.glob("*.broken-*")] == [
        b'{"corrections": {"1": {"sha'
    ]


def test_nothing_is_written_over_what_cannot_be_read(library: Library) -> None:
    correct(library, 3, note="first")
    path = corrections_file(library.path)
    for file in (path, path.with_name(f"{path.name}.last")):
        file.write_bytes(b"not JSON")
    reopened = Library(library.path)
    assert not only(reopened).sentences[3].note and reopened.corrections.closed
    with pytest.raises(CorrectionsError, match="not shown"):
        correct(reopened, 4, note="second")
    assert path.read_bytes() == b"not JSON"


def test_corrections_of_a_newer_version_are_left_alone(library: Library) -> None:
    correct(library, 3, note="first")
    path = corrections_file(library.path)
    tables = json.loads(path.read_bytes())
    tables["meta"]["1"]["schema"] = 99
    path.write_text(json.dumps(tables))
    reopened = Library(library.path)
    assert "newer version" in (reopened.corrections.closed or "")
    with pytest.raises(CorrectionsError):
        correct(reopened, 4, note="second")


def test_a_row_that_cannot_be_read_stays_in_the_file(library: Library) -> None:
    correct(library, 3, note="first")
    path = corrections_file(library.path)
    tables = json.loads(path.read_bytes())
    tables["corrections"]["7"] = {"text": "of a version that is yet to come", "polarity": "grave"}
    path.write_text(json.dumps(tables))
    reopened = Library(library.path)
    assert "1 corrections" in (reopened.corrections.problem or "")
    assert not reopened.corrections.closed
    correct(reopened, 4, note="second")
    assert json.loads(path.read_bytes())["corrections"]["7"] == tables["corrections"]["7"]
    assert [each.note for each in Library(library.path).corrections] == ["first", "second"]


def test_a_library_of_a_newer_version_takes_none(library: Library) -> None:
    library.cards.schema = 99
    with pytest.raises(LibraryError, match="newer version"):
        correct(library, 3, note="now")
    assert not corrections_file(library.path).exists()


def test_a_full_disk_loses_nothing(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    correct(library, 3, note="first")
    before = corrections_file(library.path).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("store.library.storage.write_durably", full)
    with pytest.raises(CorrectionsError, match="No space left"):
        correct(library, 4, note="second")
    monkeypatch.undo()
    assert corrections_file(library.path).read_bytes() == before
    assert [each.note for each in library.corrections] == ["first"]
    correct(library, 4, note="second")
    assert len(library.corrections) == 2
