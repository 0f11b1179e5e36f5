"""Doubtful labels: uncertain, and not yet decided on by a reader."""

import msgspec

from store.library import Library
from store.model.document import DOUBTFUL_BELOW
from store.selection import Filters, Selection, index_of


def test_a_label_is_doubtful_until_a_reader_decides_on_it(sample_library: Library) -> None:
    library = sample_library
    index = index_of(library)
    doubtful = Filters(doubtful=True)
    rows = Selection(index, doubtful).rows()
    sentences = [index.sentence(row)[2] for row in rows]
    assert rows and all(
        s.confidence < DOUBTFUL_BELOW and s.polarity != "neutral" for s in sentences
    )
    document, number, sentence = index.sentence(rows[0])
    kept = library.as_kept(document.id)
    blank = library.corrections.blank(kept, number)
    confirmed = msgspec.structs.replace(blank, polarity=sentence.polarity, themes=sentence.themes)
    library.corrections.replace(None, confirmed)
    index = index_of(library, index.file)
    assert Selection(index, doubtful).rows() == rows[1:]
    unsure = msgspec.structs.replace(confirmed, flagged=True)
    library.corrections.replace(confirmed, unsure)
    assert Selection(index_of(library, index.file), doubtful).rows() == rows
