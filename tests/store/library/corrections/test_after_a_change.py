"""Corrections find their sentences again when the file was moved, replaced or came back."""

import shutil
from pathlib import Path

import msgspec

from store.library import Library
from store.library.corrections import corrections_file
from tests.store.library.corrections.correcting import LETTER, add, correct, only


def test_a_file_moved_or_added_again_keeps_them(library: Library, file: Path) -> None:
    correct(library, 3, polarity="strength")
    moved = file.with_name("elsewhere.txt")
    file.rename(moved)
    assert add(library, moved) == ["unchanged"]
    assert only(library).sentences[3].corrected


def test_a_file_that_was_replaced_keeps_them(library: Library, file: Path) -> None:
    sentence = only(library).sentences[3]
    correct(library, 3, polarity="strength" if sentence.polarity != "strength" else "concern")
    text = file.read_text("utf-8")
    file.write_text(text.replace("Yours sincerely", "With a line more.\n\nYours sincerely"))
    assert add(library, file) == ["replaced"]
    found = [s for s in only(library).sentences if s.corrected]
    assert [s.text for s in found] == [sentence.text]
    (placed,) = library.corrections.placed()
    assert placed.document == only(library).id and not placed.orphaned
    counts = next(iter(library.records.values())).counts["Tameside"]
    told = [s.polarity for s in only(library).sentences]
    assert counts == {polarity: told.count(polarity) for polarity in counts}
    # A word on it now takes the place of the one that was made on the former file.
    correct(library, placed.index or 0, note="anew")
    assert len(library.corrections) == 1 and only(library).sentences[placed.index or 0].note


def test_the_same_letter_from_elsewhere_takes_them_over(tmp_path: Path, library: Library) -> None:
    correct(library, 3, polarity="strength")
    other = Library(tmp_path / "other" / "library.json")
    copy = tmp_path / "again" / "copy.txt"
    copy.parent.mkdir()
    copy.write_text(LETTER.read_text("utf-8") + "\n", "utf-8")  # other bytes, another place
    other.path.parent.mkdir()
    shutil.copy(corrections_file(library.path), corrections_file(other.path))
    other.refresh()
    add(other, copy)
    assert only(other).id != only(library).id and only(other).sentences[3].corrected
    assert next(iter(other.records.values())).counts == next(iter(library.records.values())).counts


def test_an_orphan_is_listed_and_comes_back(library: Library, file: Path) -> None:
    made = correct(library, 3, polarity="strength", note="keep me")
    text = file.read_text("utf-8")
    file.write_text("The council published its plan. Nothing else is said here.\n", "utf-8")
    assert add(library, file) == ["replaced"]
    (placed,) = library.corrections.placed()
    assert placed.orphaned and placed.correction == made and placed.reason
    assert not any(s.corrected for s in only(library).sentences)
    file.write_text(text, "utf-8")
    assert add(library, file) == ["replaced"]
    (placed,) = library.corrections.placed()
    assert placed.index == 3 and only(library).sentences[3].note == "keep me"


def test_another_documents_corrections_stay_with_it(sample_library: Library) -> None:
    first, second = list(sample_library.records)[:2]
    document = sample_library.as_kept(first)
    blank = sample_library.corrections.blank(document, 0)
    changed = sample_library.corrections.replace(None, msgspec.structs.replace(blank, note="x"))
    assert changed == [first]
    assert not any(s.note for s in sample_library.document(second).sentences)
