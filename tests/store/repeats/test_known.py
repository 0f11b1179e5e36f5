"""The repeats of a library: which documents count, when they are read, and what is selected."""

from collections.abc import Callable

import msgspec

from store.library import Library
from store.model.document import Document
from store.repeats.known import KnownRepeats
from store.selection import Filters, FindingIndex, Selection, findings, mark_repeats, with_repeats


def known_of(library: Library) -> KnownRepeats:
    return KnownRepeats(library.document, library.visits)


def test_links_lead_from_a_concern_to_an_earlier_visit(sample_library: Library) -> None:
    library, known = sample_library, known_of(sample_library)
    found = known.of("Tameside")
    assert found.earlier
    when = {visit.key: visit.when for visit in library.visits}
    for later, earlier in found.earlier.items():
        assert when[found.visits[earlier]] < when[found.visits[later]]
        for id in (later, earlier):
            document, _, number = id.partition(":")
            sentence = library.document(document).sentences[int(number)]
            assert sentence.polarity in ("concern", "mixed") and sentence.voice == "ofsted"
        before = known.before(later, "Tameside")
        assert before and before[1] == len(found.chain(later)) >= 2


def test_only_a_council_that_is_asked_for_is_read_and_only_once(sample_library: Library) -> None:
    read: list[str] = []

    def load(id: str) -> Document:
        read.append(id)
        return sample_library.document(id)

    known = KnownRepeats(load, sample_library.visits)
    assert not read and known.at_hand("Tameside") is None
    known.of("Tameside")
    about = {id for id in read if not sample_library.records[id].is_about("Tameside")}
    assert read and not about and len(read) == len(set(read))
    before = len(read)
    assert known.of("Tameside") is known.at_hand("Tameside") and len(read) == before
    assert known.of("Nowhere").earlier == {} and len(read) == before


def test_a_reading_that_is_stopped_is_not_kept(sample_library: Library) -> None:
    known = known_of(sample_library)
    assert known.of("Tameside", lambda: False).earlier == {}
    assert known.at_hand("Tameside") is None
    assert known.of("Tameside").earlier


def test_a_document_that_cannot_be_read_is_passed_over(sample_library: Library) -> None:
    def load(id: str) -> Document:
        raise OSError("gone")

    assert KnownRepeats(load, sample_library.visits).of("Tameside").earlier == {}


def changed(library: Library, change: Callable[[Document], Document]) -> KnownRepeats:
    return KnownRepeats(lambda id: change(library.document(id)), library.visits)


def test_other_voices_than_ofsteds_and_other_papers_do_not_count(sample_library: Library) -> None:
    def in_the_councils_voice(document: Document) -> Document:
        said = tuple(msgspec.structs.replace(s, voice="council") for s in document.sentences)
        return msgspec.structs.replace(document, sentences=said)

    def as_other(document: Document) -> Document:
        return msgspec.structs.replace(document, kind="other")

    for change in (in_the_councils_voice, as_other):
        assert changed(sample_library, change).of("Tameside").earlier == {}


def test_what_looks_back_is_not_told_again(sample_library: Library) -> None:
    links = known_of(sample_library).of("Tameside").earlier
    again = next(iter(links))

    def looking_back(document: Document) -> Document:
        said = tuple(
            msgspec.structs.replace(s, as_of="2016") if f"{document.id}:{n}" == again else s
            for n, s in enumerate(document.sentences)
        )
        return msgspec.structs.replace(document, sentences=said)

    assert again not in changed(sample_library, looking_back).of("Tameside").earlier


def test_repeats_are_selected_once_their_councils_are_marked(sample_library: Library) -> None:
    library, known = sample_library, known_of(sample_library)
    index = FindingIndex(library.records.values(), library.document, library.visits)
    only = Filters(councils=("Tameside",), repeats=True)
    assert Selection(index, only).count == 0
    mark_repeats(index, known, known.councils)
    found = list(
        with_repeats(findings(index, Selection(index, only).rows(), library.visit_of), known)
    )
    assert {f.id: f.repeat_of for f in found} == known.of("Tameside").earlier
    assert "told before" in only.in_words({})
