"""Filters and counts, against the plain way of computing them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.findings.themes import vocabulary
from store.library import Library
from store.model.document import Sentence
from store.selection import Filters, FindingIndex, Selection, findings, rows_of
from store.selection.findings import short_heading

Row = tuple[str, Sentence]


def plainly(library: Library, index: FindingIndex, wanted: Callable[[Row], bool]) -> list[int]:
    """The rows for which `wanted` holds, asked one by one."""
    found = []
    for row in range(index.rows):
        document, _, sentence = index.sentence(row)
        if wanted((document.id, sentence)):
            found.append(row)
    return found


def test_every_filter_gives_the_rows_it_says(sample_library: Library, index: FindingIndex) -> None:
    library = sample_library
    records = library.records

    def councils(row: Row) -> set[str]:
        named = {c.name for c in records[row[0]].councils}
        return {row[1].council} if row[1].council else named

    visit = next(v for v in library.visits if len(v.documents) > 1)
    cases: list[tuple[Filters, Callable[[Row], bool]]] = [
        (Filters(), lambda row: True),
        (Filters(shown="concerns"), lambda row: row[1].polarity in ("concern", "mixed")),
        (Filters(shown="neutral"), lambda row: row[1].polarity == "neutral"),
        (Filters(councils=("Tameside",)), lambda row: "Tameside" in councils(row)),
        (
            Filters(themes=("leadership", "supervision")),
            lambda row: bool({"leadership", "supervision"} & set(row[1].themes)),
        ),
        (
            Filters(themes=("workforce", "caseloads"), every_theme=True),
            lambda row: {"workforce", "caseloads"} <= set(row[1].themes),
        ),
        (
            Filters(visit=visit.key),
            lambda row: (
                row[0] in visit.documents
                and visit.council in councils(row)
                and row[1].as_of is None
            ),
        ),
        (Filters(voices=("council",)), lambda row: row[1].voice == "council"),
        (Filters(kinds=("article",)), lambda row: records[row[0]].kind == "article"),
        (
            Filters(since="2018-09", until="2018"),
            lambda row: "2018-09" <= (records[row[0]].date or "")[:7] <= "2018-12",
        ),
        (Filters(containing="SUPERV"), lambda row: "superv" in row[1].text.lower()),
        (
            Filters(councils=("Reading",), shown="strengths", containing="children"),
            lambda row: (
                "Reading" in councils(row)
                and row[1].polarity in ("strength", "mixed")
                and "children" in row[1].text.lower()
            ),
        ),
    ]
    for filters, wanted in cases:
        selection = Selection(index, filters)
        expected = plainly(library, index, wanted)
        assert selection.rows() == expected, filters
        assert selection.count == len(expected)
        assert selection.rows(3) == expected[:3]


def test_theme_counts_are_what_choosing_the_theme_gives(index: FindingIndex) -> None:
    themes = [theme.id for theme in vocabulary().themes]
    for filters in (
        Filters(shown="concerns", councils=("Tameside",)),
        Filters(containing="plan"),
        Filters(shown="strengths", since="2019"),
    ):
        counts = Selection(index, filters).theme_counts(themes)
        for theme in themes:
            assert counts[theme] == Selection(index, filters.but(themes=(theme,))).count
    chosen = Filters(themes=("workforce",), every_theme=True)
    both = Selection(index, chosen).theme_counts(themes)
    assert both["caseloads"] == Selection(index, chosen.with_theme("caseloads")).count


def test_counts_of_other_facets_ignore_their_own_filter(index: FindingIndex) -> None:
    filters = Filters(councils=("Tameside",), voices=("council",))
    counts = Selection(index, filters).counts("voice", ["ofsted", "council", "reporter"])
    for voice, count in counts.items():
        assert count == Selection(index, filters.but(voices=(voice,))).count


def test_of_one_visit_the_letter_comes_before_the_article(
    sample_library: Library, index: FindingIndex
) -> None:
    visit = next(v for v in sample_library.visits if len(v.documents) > 1)
    rows = Selection(index, Filters(visit=visit.key)).rows()
    kinds = [sample_library.records[index.place_of(row).document].kind for row in rows]
    assert kinds[0].endswith("letter") and kinds[-1] == "article"
    assert kinds == sorted(kinds, key=lambda kind: kind == "article")


def test_a_damaged_document_is_left_out_with_its_reason(sample_library: Library) -> None:
    library = sample_library
    lost = next(iter(library.records))
    library.file_of(lost).unlink()
    index = FindingIndex(library.records.values(), library.document, library.visits)
    assert list(index.left_out) == [lost] and "missing" in index.left_out[lost]
    assert index.rows == sum(r.sentences for r in library.records.values() if r.id != lost)


def test_findings_say_where_they_stand(sample_library: Library, index: FindingIndex) -> None:
    library = sample_library
    rows = Selection(index, Filters(councils=("Tameside",), shown="concerns")).rows()
    for finding in findings(index, rows, library.visit_of):
        document = library.document(finding.document)
        sentence = document.sentences[finding.index]
        assert sentence.text == finding.text and finding.council == "Tameside"
        assert bool(finding.visit) == (sentence.as_of is None)
        assert "Tameside" in finding.citation or document.kind == "article"


def test_reading_can_be_stopped(sample_library: Library) -> None:
    library = sample_library
    left = iter([True, True, False])
    index = FindingIndex(library.records.values(), library.document, proceed=lambda: next(left))
    assert len(index.places) == 2


@given(st.sets(st.integers(0, 20_000)))
def test_rows_of_gives_back_the_bits(rows: set[int]) -> None:
    bits = sum(1 << row for row in rows)
    assert list(rows_of(bits)) == sorted(rows)


def test_filters_are_values() -> None:
    one = Filters(councils=("Tameside",)).with_theme("workforce")
    assert one == Filters(councils=("Tameside",), themes=("workforce",))
    assert one.with_theme("workforce").themes == ()
    assert hash(one) == hash(Filters(councils=("Tameside",), themes=("workforce",)))
    names = {"workforce": "workforce", "caseloads": "caseloads"}
    assert one.but(shown="concerns").in_words(names) == "concerns · workforce · Tameside"
    two = one.with_theme("caseloads").but(every_theme=True, containing="too high", shown="all")
    assert two.in_words(names) == (
        "all sentences · workforce and caseloads · Tameside · with “too high”"
    )


@pytest.mark.parametrize(
    ("heading", "short"),
    [
        ("The experiences and progress of children in care: inadequate", "children in care"),
        (
            "The experiences and progress of children who need help and protection: requires "
            "improvement to be good",
            "help and protection",
        ),
        ("The impact of leaders on social work practice: good", "impact of leaders"),
        ("Leadership, management and governance Inadequate", "leadership"),
        ("What needs to improve?", "What needs to improve"),
        (
            "The graded judgement for adoption performance is that it is good",
            "adoption performance",
        ),
        ("Overview", "Overview"),
    ],
)
def test_short_headings(heading: str, short: str) -> None:
    assert short_heading(heading) == short
