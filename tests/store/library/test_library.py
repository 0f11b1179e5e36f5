"""The library: what it keeps, what it gives back, and what it refuses."""

import multiprocessing
import os
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

from store.findings.finder import Finder
from store.intake import read_document, take_in
from store.library import Library, LibraryBusy, LibraryError
from store.library.journal import JournalStorage
from store.library.library import SCHEMA
from store.library.lock import writing
from store.model.document import Document
from tests.conftest import SAMPLES
from tests.store.library.kept_documents import copy

LETTER = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"


@pytest.fixture(scope="module")
def letter() -> Document:
    return read_document(LETTER, Finder())


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "kept" / "library.json")


def keep(library: Library, document: Document) -> str:
    with library.changing():
        return library.keep(document)


def test_what_is_kept_comes_back_equal(library: Library, letter: Document) -> None:
    assert keep(library, letter) == "added"
    again = Library(library.path)
    assert again.document(letter.id) == letter
    assert again.records == library.records


def test_the_same_bytes_again_change_nothing(library: Library, letter: Document) -> None:
    keep(library, letter)
    before = library.path.read_bytes()
    assert keep(library, letter) == "unchanged"
    elsewhere = msgspec.structs.replace(
        letter, source=msgspec.structs.replace(letter.source, path="/another/place.txt")
    )
    assert keep(library, elsewhere) == "unchanged"
    assert library.path.read_bytes() == before


def test_a_changed_file_replaces_what_was_read_from_it(tmp_path: Path, library: Library) -> None:
    file = tmp_path / "letter.txt"
    text = LETTER.read_text("utf-8")
    file.write_text(text, "utf-8")
    first = [o.status for o in take_in([file], library, Finder())]
    old = next(iter(library.records))
    file.write_text(text.replace("22 August 2018", "23 August 2018"), "utf-8")
    second = [o.status for o in take_in([file], library, Finder())]
    assert (first, second) == (["added"], ["replaced"])
    again = Library(library.path)
    assert len(again) == 1 and old not in again.records
    assert next(iter(again.records.values())).visits[0].start == "2018-08-23"
    assert len(list(library.path.with_suffix(".documents").glob("*.json"))) == 1


def test_opening_reads_no_document(sample_library_file: Path) -> None:
    for file in sample_library_file.with_suffix(".documents").glob("*.json"):
        file.unlink()
    library = Library(sample_library_file)
    assert len(library) == 15 and len(library.councils) == 4
    with pytest.raises(LibraryError, match=r"missing or damaged.*add .* again"):
        library.document(next(iter(library.records)))


def test_a_newer_library_is_read_but_not_changed(library: Library, letter: Document) -> None:
    keep(library, letter)
    table = TinyDB(library.path, storage=JournalStorage)
    table.table("meta").update({"schema": SCHEMA + 1})
    table.table("documents").update({"something-new": [1]})
    before = library.path.read_bytes()
    newer = Library(library.path)
    assert len(newer) == 1 and newer.read_only and "Update ofsted-tui" in newer.read_only
    assert newer.document(letter.id) == letter
    with pytest.raises(LibraryError, match="newer version"):
        keep(newer, letter)
    assert library.path.read_bytes() == before


def test_one_writer_at_a_time_and_it_is_named(library: Library) -> None:
    with writing(library.path):
        spawn = multiprocessing.get_context("spawn")
        queue = spawn.Queue()
        started = spawn.Process(target=_try_to_write, args=(library.path, queue))
        started.start()
        message = queue.get(timeout=30)
        started.join()
    assert f"process {os.getpid()} on" in message and "try again" in message
    with writing(library.path, wait=0):
        pass


def _try_to_write(path: Path, queue: "multiprocessing.Queue[str]") -> None:
    try:
        with Library(path).changing(wait=0.2):
            queue.put("written")
    except LibraryBusy as error:
        queue.put(str(error))


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, letter: Document) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    library = Library(tmp_path / "ok" / "library.json")
    library.path = in_the_way / "library.json"
    with pytest.raises((LibraryError, OSError)):
        keep(library, letter)


def test_what_another_process_added_is_seen_after_a_refresh(
    library: Library, letter: Document
) -> None:
    reader = Library(library.path)
    keep(library, letter)
    assert len(reader) == 0
    reader.refresh()
    assert len(reader) == 1 and reader.councils[0].name == "Tameside"


def test_cards_count_what_documents_tell(sample_library: Library) -> None:
    for card in sample_library.councils:
        concerns = strengths = 0
        for id, record in sample_library.records.items():
            if record.is_about(card.name):
                for sentence in sample_library.document(id).sentences:
                    if sentence.council in (None, card.name):
                        concerns += sentence.polarity in ("concern", "mixed")
                        strengths += sentence.polarity in ("strength", "mixed")
        assert (card.concerns, card.strengths) == (concerns, strengths), card.name


def test_latest_judgement_wins(sample_library: Library) -> None:
    judged = {card.name: (card.judgement, card.judged) for card in sample_library.councils}
    assert judged == {
        "Dudley": ("inadequate", "2016-04-05"),
        "Reading": ("requires improvement", "2024-07-12"),
        "Tameside": ("inadequate", "2024-02-13"),
        "Worcestershire": ("good", "2023-07-14"),
    }


def test_a_card_that_changes_keeps_its_place(library: Library, letter: Document) -> None:
    """What is of the same day is told in this order, everywhere."""
    documents = [copy(letter, number) for number in range(3)]
    with library.changing():
        for document in documents:
            library.keep(document)
    wanted = [document.id for document in documents]
    (visit,) = library.visits
    assert list(visit.documents) == wanted
    with library.changing():
        library.recount(wanted[0])  # as after a correction
    assert list(library.records) == wanted
    assert library.visits == [visit]
    assert library.councils[0].visits == (visit,)
    assert list(Library(library.path).records) == wanted
    with library.changing():
        library.remove(wanted[1])
        library.keep(documents[1])
        library.compact()
    assert list(library.records) == [wanted[0], wanted[2], wanted[1]]
    assert list(Library(library.path).records) == list(library.records)


@pytest.mark.parametrize("refreshed", [False, True])
def test_a_document_that_was_removed_meanwhile_is_told_as_that(
    library: Library, letter: Document, refreshed: bool
) -> None:
    """It is not damaged, and nothing of the machine's own words is told."""
    keep(library, letter)
    shown = Library(library.path)
    library.remove(letter.id)
    if refreshed:
        shown.refresh()
    with pytest.raises(LibraryError, match=r"^This document is no longer in the library") as told:
        shown.as_kept(letter.id)
    assert "Errno" not in str(told.value)
