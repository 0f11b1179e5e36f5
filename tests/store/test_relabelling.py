"""Labelling a library anew: only what another model labelled, and nothing but the labels."""

import msgspec

from store.findings.finder import Finder
from store.library import Library
from store.relabelling import relabel
from tests.store.labellers import AllMixed


def test_labels_change_and_nothing_else(sample_library: Library) -> None:
    id = next(iter(sample_library.records))
    before, card = sample_library.document(id), sample_library.records[id]
    outcomes = list(relabel(sample_library, Finder(labeller=AllMixed())))
    assert {o.document for o in outcomes} == set(sample_library.records)
    reopened = Library(sample_library.path)
    after = reopened.document(id)
    assert {s.polarity for s in after.sentences} == {"mixed"} and after.model == "all-mixed"
    assert [(s.text, s.voice, s.lead_in) for s in after.sentences] == [
        (s.text, s.voice, s.lead_in) for s in before.sentences
    ]
    same = msgspec.structs.replace(after, sentences=(), model="")
    assert same == msgspec.structs.replace(before, sentences=(), model="")
    assert reopened.records[id].added == card.added
    assert set(reopened.records[id].themes[before.councils[0].name]) == {"recording"}


def test_what_this_model_labelled_is_left_alone(sample_library: Library) -> None:
    assert list(relabel(sample_library, Finder())) == []
    again = list(relabel(sample_library, Finder(), every=True))
    assert len(again) == len(sample_library) and sum(o.changed for o in again) == 0


def test_what_is_done_when_it_is_stopped_stays(sample_library: Library) -> None:
    asked = iter([True, True, False])
    done = list(relabel(sample_library, Finder(labeller=AllMixed()), proceed=lambda: next(asked)))
    assert len(done) == 2
    models = [record.model for record in Library(sample_library.path).records.values()]
    assert models.count("all-mixed") == 2


def test_a_damaged_document_is_told_and_the_others_go_on(sample_library: Library) -> None:
    id = next(iter(sample_library.records))
    file = sample_library.file_of(id)
    file.write_text("{")
    outcomes = list(relabel(Library(sample_library.path), Finder(labeller=AllMixed())))
    assert [o.document for o in outcomes if o.problem] == [id]
    assert len(outcomes) == len(sample_library)
