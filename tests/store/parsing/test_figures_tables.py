"""Figures in the rows of tables: of measures by team, by date, and of one column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.parsing import parse

from .printing import as_text
from .what_is_read import figures_of

CELLS = st.sampled_from(
    [
        "",
        "Team",
        "Average caseload",
        "Vacancies",
        "May 2019",
        "2020",
        "Target",
        "19",
        "12%",
        "x",
        ".",
    ]
)


def read(*rows: str) -> list[tuple[int, str, float | None, str, str | None, float | None]]:
    found = figures_of(*rows)
    return [
        (told.sentence, told.measure, told.value, told.unit, told.direction, told.before)
        for told in found
    ]


def test_measures_at_the_head_of_the_columns() -> None:
    assert read("Service\tAverage caseload\tVacancies", "Duty\t18\t9%", "Court\t25\t31%") == [
        (1, "average caseload", 18, "cases", None, None),
        (1, "vacancies", 9, "%", None, None),
        (2, "average caseload", 25, "cases", None, None),
        (2, "vacancies", 31, "%", None, None),
    ]


def test_the_total_speaks_for_all_teams() -> None:
    assert read("Team\tAverage caseload", "Duty\t18", "Court\t25", "Total\t22") == [
        (3, "average caseload", 22, "cases", None, None)
    ]


@pytest.mark.parametrize(
    ("rows", "now", "before"),
    [
        (("Measure\tMay 2018\tOct 2018", "Average caseload\t26\t19"), 19, 26),
        (("Measure\tOct 2018\tMay 2018", "Average caseload\t19\t26"), 19, 26),
        (("\t2017/18\t2018/19\tEngland", "Average caseload\t26\t19\t17"), 19, 26),
        (("Measure\tQ1 2018\tQ3 2018\tTarget", "Average caseload\t26\t19\t16"), 19, 26),
        (("Measure\t31 March 2018", "Average caseload\t19"), 19, None),
    ],
)
def test_dates_at_the_head_of_the_columns(
    rows: tuple[str, ...], now: float, before: float | None
) -> None:
    direction = "down" if before else None
    assert read(*rows) == [(1, "average caseload", now, "cases", direction, before)]


def test_a_single_column_of_numbers() -> None:
    assert read("Staff turnover\t14%", "Overdue visits\t37", "Children in care\t402") == [
        (0, "staff turnover", 14, "%", None, None),
        (1, "overdue visits", 37, "visits", None, None),
        (2, "children looked after", 402, "children", None, None),
    ]
    assert read("Measure\t%", "Agency staff\t33") == [(1, "agency staff", 33, "%", None, None)]


@pytest.mark.parametrize(
    "rows",
    [
        ("Average caseload\t26\t19",),
        ("Measure\tEast\tWest", "Average caseload\t26\t19"),
        ("Measure\tTarget", "Average caseload\t16"),
        ("Judgement\tGrade", "Leadership\tInadequate"),
    ],
)
def test_where_nobody_can_say_which_number_is_todays_none_is_read(rows: tuple[str, ...]) -> None:
    assert read(*rows) == []


def test_a_table_that_only_lays_out_a_page_is_running_text() -> None:
    text = "Workforce\tOn the day of the visit fully 41% of all staff were still agency workers"
    assert read(text) == [(0, "agency staff", 41, "%", None, None)]


def test_what_follows_a_table_does_not_tell_of_it() -> None:
    rows = read("Staff turnover\t14%", "Staff turnover is 18%.", "This is an increase from 9%.")
    assert [row[2] for row in rows] == [14, 18]


@pytest.mark.parametrize("gap", ["\t", "        "])
def test_a_table_in_a_text(gap: str) -> None:
    rows = ("Measure", "May 2018", "October 2018"), ("Average caseload", "26", "19")
    table = "\n".join(gap.join(row) for row in rows)
    text = f"Leaders know their service.\n\n{table}\n\nManagers oversee practice well.\n"
    document = parse(as_text(text)).document
    assert [(told.value, told.before) for told in document.figures] == [(19, 26)]
    assert document.sentences[0].text == "Leaders know their service."
    assert document.sentences[-1].text == "Managers oversee practice well."


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4).map("\t".join), max_size=6))
def test_no_table_raises(rows: list[str]) -> None:
    for told in figures_of(*rows):
        assert 0 <= told.sentence < len(rows)


def test_the_unit_in_brackets_belongs_to_the_number() -> None:
    assert read(
        "Measure\tMay 2019\tAugust 2019\tTarget",
        "Agency staff (%)\t31\t24.5\t10",
        "Vacancies (FTE)\t19\t12.4\t5",
    ) == [
        (1, "agency staff", 24.5, "%", "down", 31),
        (2, "vacancies", 12.4, "posts", "down", 19),
    ]


def test_quarters_without_a_year_stand_in_their_order() -> None:
    rows = (
        "Average caseload\t16\t19.2\t17.4",
        "Initial health assessments in 20 days\t90%\t55%\t70%",
    )
    assert read("Indicator\tTarget\tQ4\tQ1", *rows) == [
        (1, "average caseload", 17.4, "cases", "down", 19.2),
        (2, "health assessments in time", 70, "%", "up", 55),
    ]
    assert read("Indicator\tTarget\tQ4\tQ2", *rows) == []
