"""Corrections: kept apart, laid over what was labelled, and never lost."""

import json
import shutil
import stat
from pathlib import Path

import msgspec
import pytest

from store.findings.finder import Finder
from store.findings.labels import Context, Label
from store.intake import take_in
from store.library import CorrectionsError, Library, LibraryBusy, LibraryError
from store.library.corrections import corrections_file
from store.library.lock import writing
from store.model.correction import Correction
from store.model.document import READERS, Document
from store.relabelling import relabel
from store.selection import Filters, FindingIndex, Selection, finding_of, index_of
from tests.conftest import SAMPLES

LETTER = SAMPLES / "tameside-2018-09-17-monitoring-visit-letter.txt"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(LETTER, tmp_path / "letter.txt"))


@pytest.fixture
def library(tmp_path: Path, file: Path) -> Library:
    library = Library(tmp_path / "kept" / "library.json")
    add(library, file)
    return library


def add(library: Library, *files: Path) -> list[str]:
    return [outcome.status for outcome in take_in(files, library, Finder())]


def only(library: Library) -> Document:
    return library.document(next(iter(library.records)))


def concern_in(document: Document) -> int:
    return next(n for n, s in enumerate(document.sentences) if s.polarity == "concern")


def correct(library: Library, index: int, **says: object) -> Correction:
    document = library.as_kept(next(iter(library.records)))
    old = library.corrections.of(document).get(index)
    begun = old or library.corrections.blank(document, index, "Overview ¶1")
    new = msgspec.structs.replace(begun, when="2026-01-01T00:00:00+00:00", **says)
    library.corrections.replace(old, new)
    return new


def test_the_document_is_given_as_its_reader_left_it(library: Library) -> None:
    index = concern_in(only(library))
    before = only(library)
    correct(library, index, polarity="strength", themes=("recording",), note="see ¶2", flagged=True)
    for reopened in (library, Library(library.path)):
        sentence = only(reopened).sentences[index]
        assert (sentence.polarity, sentence.themes) == ("strength", ("recording",))
        assert sentence.corrected and sentence.flagged and sentence.note == "see ¶2"
        assert sentence.cues == () and sentence.text == before.sentences[index].text
        others = [s for n, s in enumerate(only(reopened).sentences) if n != index]
        assert others == [s for n, s in enumerate(before.sentences) if n != index]
        assert reopened.as_kept(before.id) == before


def test_what_the_documents_file_holds_stays_as_labelled(library: Library) -> None:
    file = next(library.path.with_suffix(".documents").glob("*.json"))
    before = file.read_bytes()
    correct(library, 3, polarity="strength", flagged=True)
    assert file.read_bytes() == before
    assert not any(f'"{name}"'.encode() in before for name in READERS)


def test_a_note_or_flag_alone_corrects_nothing(library: Library) -> None:
    index = concern_in(only(library))
    label = only(library).sentences[index]
    correct(library, index, note="ask", flagged=True)
    sentence = only(library).sentences[index]
    assert not sentence.corrected and sentence.flagged and sentence.note == "ask"
    assert (sentence.polarity, sentence.themes, sentence.cues) == (
        label.polarity,
        label.themes,
        label.cues,
    )


def test_a_confirmed_label_is_corrected_and_keeps_what_explains_it(library: Library) -> None:
    index = next(n for n, s in enumerate(only(library).sentences) if s.cues)
    label = only(library).sentences[index]
    correct(library, index, polarity=label.polarity)
    sentence = only(library).sentences[index]
    assert sentence.corrected and sentence.cues == label.cues
    finding = finding_of(only(library), index, sentence, lambda *_: None)
    assert finding.settled
    correct(library, index, flagged=True)
    again = finding_of(only(library), index, only(library).sentences[index], lambda *_: None)
    assert again.corrected and not again.settled, "a flag asks for another look"


def test_cards_follow_and_go_back(library: Library) -> None:
    sentences = only(library).sentences
    index = next(n for n, s in enumerate(sentences) if s.polarity == "concern" and s.themes)
    record = next(iter(library.records.values()))
    made = correct(library, index, polarity="neutral", themes=("recording",))
    then = next(iter(library.records.values()))
    council = "Tameside"
    assert then.counts[council]["concern"] == record.counts[council]["concern"] - 1
    assert then.counts[council]["neutral"] == record.counts[council]["neutral"] + 1
    assert then.themes != record.themes and then.revision not in ("", record.revision)
    assert Library(library.path).records == library.records
    library.corrections.replace(made, None)
    back = next(iter(library.records.values()))
    assert back.counts == record.counts and back.themes == record.themes
    assert back.revision not in (then.revision, record.revision)
    assert len(library.corrections) == 0 and only(library).sentences[index].corrected is False


class AllMixed:
    """Finds everything mixed."""

    name = "all-mixed"

    def label(
        self, texts: list[str], contexts: list[Context], *, marked: bool = True
    ) -> list[Label]:
        return [Label("mixed", ("recording",), 0.5) for _ in texts]


def test_relabelling_leaves_corrections_untouched(library: Library) -> None:
    correct(library, 3, polarity="strength")
    kept = corrections_file(library.path).read_bytes()
    assert [o.problem for o in relabel(library, Finder(labeller=AllMixed()))] == [""]
    assert corrections_file(library.path).read_bytes() == kept
    polarities = [sentence.polarity for sentence in only(library).sentences]
    assert polarities[3] == "strength" and polarities.count("mixed") == len(polarities) - 1
    assert library.as_kept(only(library).id).sentences[3].polarity == "mixed"
    assert only(library).sentences[3].themes == ("recording",), "those were left as labelled"
    counts = next(iter(library.records.values())).counts["Tameside"]
    assert counts == {"mixed": len(polarities) - 1, "strength": 1}


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


def test_filters_and_counts_follow_in_the_index(sample_library: Library) -> None:
    library = sample_library
    index = index_of(library)
    row = Selection(index, Filters(shown="concern", themes=("workforce",))).rows()[0]
    document, number, _ = index.sentence(row)
    blank = library.corrections.blank(library.as_kept(document.id), number)
    made = msgspec.structs.replace(blank, polarity="strength", themes=("recording",), flagged=True)
    library.corrections.replace(None, made)
    index = index_of(library, index.file)
    fresh = FindingIndex(library.records.values(), library.document, library.visits)
    for filters in (
        Filters(shown="concerns"),
        Filters(shown="strengths", themes=("recording",)),
        Filters(themes=("workforce",)),
        Filters(corrected=True),
        Filters(flagged=True, shown="strength"),
        Filters(flagged=True, shown="concern"),
    ):
        assert Selection(index, filters).rows() == Selection(fresh, filters).rows()
    assert Selection(index, Filters(corrected=True)).rows() == [row]
    assert Selection(index, Filters(flagged=True)).rows() == [row]
    library.corrections.replace(made, None)
    index = index_of(library, index.file)
    assert Selection(index, Filters(corrected=True)).rows() == []
    assert row in Selection(index, Filters(shown="concern", themes=("workforce",))).rows()
    assert "corrected" in Filters(corrected=True).in_words({})
    assert "flagged" in Filters(flagged=True).in_words({})
