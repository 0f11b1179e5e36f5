"""The theme-by-visit matrix, against counting sentence by sentence; profiles of councils."""

import pytest

from store.comparing import EVERY_THEME, Tally, profile, theme_matrix
from store.findings.themes import vocabulary
from store.library import Library
from store.selection import Filters, FindingIndex, Selection

THEMES = [theme.id for theme in vocabulary(None, phrases=False).themes]


def test_every_cell_counts_the_sentences_of_its_theme_and_visit(
    sample_library: Library, index: FindingIndex
) -> None:
    library = sample_library
    matrix = theme_matrix(index, "Tameside", library.visits, THEMES)
    assert [visit.when for visit in matrix.visits] == sorted(v.when for v in matrix.visits)
    for visit in matrix.visits:
        sentences = [
            sentence
            for id in visit.documents
            for sentence in library.document(id).sentences
            if library.document(id).council_of(sentence) == "Tameside" and sentence.as_of is None
        ]
        for theme in THEMES:
            own = [sentence.polarity for sentence in sentences if theme in sentence.themes]
            expected = Tally(
                sum(polarity in ("concern", "mixed") for polarity in own),
                sum(polarity in ("strength", "mixed") for polarity in own),
            )
            assert matrix.tally(theme, visit.key) == expected, (theme, visit.key)
    assert any(not visit.documents for visit in matrix.visits)
    assert all(matrix.tally(t, v.key).sign == "none" for t in THEMES for v in matrix.visits
               if not v.documents)  # fmt: skip


def test_a_cell_opens_what_browse_shows_with_its_filters(
    sample_library: Library, index: FindingIndex
) -> None:
    matrix = theme_matrix(index, "Tameside", sample_library.visits, THEMES)
    visit = matrix.visits[0]
    for theme in ("workforce", "drift-delay", EVERY_THEME):
        filters = Filters(
            councils=("Tameside",),
            visit=visit.key,
            themes=(theme,) if theme else (),
            shown="concerns",
        )
        rows = [row for row in matrix.rows(theme, visit.key) if matrix.concerns >> row & 1]
        assert rows == Selection(index, filters).rows()
        assert len(rows) == matrix.tally(theme, visit.key).concerns > 0


def test_signs_orders_and_what_lies_outside_of_visits(
    sample_library: Library, index: FindingIndex
) -> None:
    assert [Tally(1, 0).sign, Tally(0, 2).sign, Tally(1, 1).sign, Tally().sign] == [
        "concern", "strength", "both", "none",
    ]  # fmt: skip
    matrix = theme_matrix(index, "Tameside", sample_library.visits, THEMES)
    totals = [matrix.tally(theme, None).concerns for theme in matrix.by_number()]
    assert totals == sorted(totals, reverse=True) and set(matrix.by_number()) == set(THEMES)
    assert matrix.themes == tuple(THEMES)
    looking_back = index.bits("time", "earlier") & matrix.cells["", None]
    assert matrix.outside == looking_back.bit_count() > 0
    assert theme_matrix(index, "Tameside", (), THEMES).outside == matrix.tally("", None).findings \
        - (matrix.concerns & matrix.strengths).bit_count()  # fmt: skip


def test_filters_narrow_every_cell(sample_library: Library, index: FindingIndex) -> None:
    visits = sample_library.visits
    every = theme_matrix(index, "Tameside", visits, THEMES)
    only = theme_matrix(
        index, "Tameside", visits, THEMES, Filters(voices=("ofsted",), visit="ignored")
    )
    pairs = [(only.cells[key], every.cells[key]) for key in every.cells]
    assert all(narrow & ~wide == 0 for narrow, wide in pairs)
    assert any(narrow != wide for narrow, wide in pairs)


def test_a_council_of_which_nothing_is_held_has_an_empty_matrix(index: FindingIndex) -> None:
    matrix = theme_matrix(index, "Norfolk", (), THEMES)
    assert matrix.visits == () and matrix.tally(EVERY_THEME, None) == Tally()


def test_a_profile_counts_letters_and_reports_per_100_sentences(
    sample_library: Library, index: FindingIndex
) -> None:
    library = sample_library
    records = library.records.values()
    own = profile(index, "Dudley", records, THEMES)
    held = [r for r in records if r.is_about("Dudley") and r.kind != "article"]
    assert own.documents == len(held) == 3
    assert own.sentences == sum(record.sentences for record in held)
    concerns = sum(
        sentence.polarity in ("concern", "mixed")
        for record in held
        for sentence in library.document(record.id).sentences
    )
    assert own.tally(EVERY_THEME).concerns == concerns
    assert own.share(concerns, "sentences") == pytest.approx(100 * concerns / own.sentences)
    assert own.share(concerns, "document") == pytest.approx(concerns / 3)
    nothing = profile(index, "Norfolk", records, THEMES)
    assert nothing.documents == nothing.sentences == 0
    assert nothing.share(0, "sentences") is None and nothing.rows(EVERY_THEME) == []
