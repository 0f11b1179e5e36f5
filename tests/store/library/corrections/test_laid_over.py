"""Corrections are laid over what was labelled, in documents, cards and filters."""

import msgspec

from store.findings.finder import Finder
from store.library import Library
from store.library.corrections import corrections_file
from store.model.document import READERS, Document
from store.relabelling import relabel
from store.selection import Filters, FindingIndex, Selection, finding_of, index_of
from tests.store.labellers import AllMixed
from tests.store.library.corrections.correcting import correct, only


def concern_in(document: Document) -> int:
    return next(n for n, s in enumerate(document.sentences) if s.polarity == "concern")


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
