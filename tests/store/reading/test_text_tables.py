"""Tables of plain text: what is one, and what only stands in columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.line import Line
from store.reading.limits import Limits
from store.reading.plain import read_text
from store.reading.text_tables import table_rows


@pytest.mark.parametrize(
    "rows",
    [
        ["Indicator\tMay 2019\tJune 2019", "Vacancies\t31%\t26%", "Staff turnover\t19%\t17%"],
        ["Indicator          May 2019   June 2019", "Vacancies          31%        26%"],
        ["Indicator\tMay 2019\tTarget\tRating", "Vacancies\t31%\t10%\tAmber"],
        ["Vacancies      31%", "Staff turnover     19%"],
        ["Vacancies\t31", "Staff turnover\t19"],
    ],
)
def test_rows_of_numbers_are_a_table(rows: list[str]) -> None:
    assert list(table_rows(rows)) == list(range(len(rows)))
    assert all(row.count("\t") >= 1 and "  " not in row for row in table_rows(rows).values())


def test_nothing_need_stand_above_the_names_of_the_rows() -> None:
    assert table_rows(["\tMay\tJune", "Vacancies\t31%\t26%"]) == {
        0: "\tMay\tJune",
        1: "Vacancies\t31%\t26%",
    }


def test_a_blank_row_may_stand_between_two() -> None:
    assert list(table_rows(["Measure\tMay", "", "Vacancies\t31%", "", "Turnover\t19%"])) == [
        0,
        2,
        4,
    ]


@pytest.mark.parametrize(
    "rows",
    [
        ["Summary of findings      2", "The children we met      5", "Glossary      11"],
        ["Contents\tPage", "Summary\t2", "Leaders\t5"],
        ["Lead inspector:     Ann Lee", "Local authority:    Westshire"],
        ["Ann Lee          Westshire Council", "Director          1 High Street"],
        ["Vacancies are high.  Plans are", "late.  26 of them were seen"],
        ["In May  vacancies were 31%", "and in June  they were 26%"],
        ["Vacancies\t31%"],
        ["4\t5", "6\t7"],
    ],
)
def test_other_columns_are_none(rows: list[str]) -> None:
    assert table_rows(rows) == {}


def test_a_table_stands_in_its_text() -> None:
    text = "Plans were late.\nMeasure\t2018\t2019\nVacancies\t31%\t26%\nManagers knew."
    lines, _ = read_text(text.encode(), Limits())
    assert lines == [
        Line("Plans were late.", gap=True),
        Line("Measure\t2018\t2019", role="cell", gap=True),
        Line("Vacancies\t31%\t26%", role="cell", gap=True),
        Line("Managers knew.", gap=True),
    ]


@given(st.lists(st.text("a1 %\t.\u00a0", max_size=20), max_size=8))
def test_no_text_raises_and_no_word_is_lost(rows: list[str]) -> None:
    for index, row in table_rows(rows).items():
        assert "".join(row.split()) == "".join(rows[index].split())
