"""Two readers, or two processes, change one library without undoing each other."""

from pathlib import Path

import msgspec
import pytest

from store.library import CorrectionsError, Library, LibraryBusy
from store.library.lock import writing
from tests.store.library.corrections.correcting import add, correct, only


def test_two_readers_do_not_undo_each_other(library: Library) -> None:
    other = Library(library.path)
    made = correct(library, 3, note="mine")
    with pytest.raises(CorrectionsError, match="corrected meanwhile"):
        begun = other.corrections.blank(other.as_kept(only(other).id), 3)
        other.corrections.replace(None, msgspec.structs.replace(begun, note="theirs"))
    other.corrections.replace(made, msgspec.structs.replace(made, note="ours"))
    with pytest.raises(CorrectionsError, match="changed meanwhile"):
        library.corrections.replace(made, None)
    library.refresh()
    assert [each.note for each in library.corrections] == ["ours"]


def test_two_readers_take_turns(library: Library) -> None:
    other = Library(library.path)
    for index in range(2, 8):
        correct((library, other)[index % 2], index, note=f"note {index}")
    notes = {s.note for s in only(Library(library.path)).sentences}
    assert notes == {"", *(f"note {index}" for index in range(2, 8))}


def test_two_processes_add_documents_in_turn(tmp_path: Path, library: Library) -> None:
    other = Library(library.path)
    for number in range(4):
        file = tmp_path / f"{number}.txt"
        file.write_text(f"Letter {number}. Supervision is not regular enough here.\n")
        assert add((library, other)[number % 2], file) == ["added"]
    assert len(Library(library.path)) == 5


def test_a_writer_elsewhere_is_named(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.library.library.writing", lambda path, wait: writing(path, 0.1))
    with writing(library.path), pytest.raises(LibraryBusy, match="process"):
        correct(library, 3, note="now")
    assert len(Library(library.path).corrections) == 0
