"""Councils by themes: counted from the cards, in a period, in any order."""

from datetime import date
from pathlib import Path

import pytest

from store.library import Library
from store.selection import Filters, FindingIndex, Selection
from store.selection.periods import ALWAYS, Period, period_of, periods
from store.selection.theme_map import (
    COUNCIL,
    JUDGEMENT,
    SHADES,
    TOTAL,
    MapRow,
    ThemeMap,
    heat,
    hottest,
    named_like,
    sorted_rows,
    strengths_map,
    theme_map,
)

THEMES = ("workforce", "caseloads", "drift-delay")
SINCE_2018 = Period("since 2018", "2018-01-01")


@pytest.mark.parametrize("period", [ALWAYS, SINCE_2018, Period("in 2018", "2018", "2018-12-31")])
def test_counts_are_those_that_browse_finds(
    sample_library: Library, index: FindingIndex, period: Period
) -> None:
    records, cards = sample_library.records.values(), sample_library.councils
    concerns = theme_map(records, cards, THEMES, period)
    strengths = strengths_map(index, records, cards, THEMES, period)
    assert concerns.rows and [row.council for row in concerns.rows] == [
        row.council for row in strengths.rows
    ]
    for shown, found in (("concerns", concerns), ("strengths", strengths)):
        for row in found.rows:
            filters = Filters(
                councils=(row.council,), shown=shown, since=period.since, until=period.until
            )
            assert Selection(index, filters).count == row.total
            for theme in THEMES:
                assert Selection(index, filters.but(themes=(theme,))).count == row.number(theme)


def test_all_councils_in_one_row(sample_library: Library) -> None:
    found = theme_map(sample_library.records.values(), sample_library.councils, THEMES)
    assert found.every.total == sum(row.total for row in found.rows)
    assert found.every.documents == len(sample_library)
    tameside = next(row for row in found.rows if row.council == "Tameside")
    assert tameside.judgement == "inadequate" and tameside.documents == 6
    assert tameside.share(TOTAL) == 100 * tameside.total / tameside.sentences


def test_a_period_without_documents_has_no_rows(sample_library: Library, tmp_path: Path) -> None:
    records = sample_library.records.values()
    none = theme_map(records, sample_library.councils, THEMES, Period("later", "2090-01-01"))
    assert none.rows == () and none.every.total == 0 and none.every.share(TOTAL) == 0.0
    empty = Library(tmp_path / "empty.json")
    assert isinstance(theme_map(empty.records.values(), empty.councils, THEMES), ThemeMap)


def row(council: str, judgement: str | None = None, total: int = 0, **themes: int) -> MapRow:
    return MapRow(council, judgement, 1, 100 if council != "Bury" else 10, total, themes)  # type: ignore[arg-type]


ROWS = [
    row("Tameside", "inadequate", 9, workforce=4),
    row("Bury", "good", 2, workforce=2),
    row("Anon", None, 5),
    row("Leeds", "outstanding", 5, workforce=1),
]


@pytest.mark.parametrize(
    ("column", "descending", "share", "order"),
    [
        (COUNCIL, False, False, "Anon Bury Leeds Tameside"),
        (COUNCIL, True, False, "Tameside Leeds Bury Anon"),
        (JUDGEMENT, False, False, "Leeds Bury Tameside Anon"),
        (JUDGEMENT, True, False, "Tameside Bury Leeds Anon"),
        (TOTAL, True, False, "Tameside Anon Leeds Bury"),
        (TOTAL, False, False, "Bury Anon Leeds Tameside"),
        ("workforce", True, False, "Tameside Bury Leeds Anon"),
        ("workforce", True, True, "Bury Tameside Leeds Anon"),
        ("unknown", True, False, "Anon Bury Leeds Tameside"),
    ],
)
def test_sorted_by_any_column(column: str, descending: bool, share: bool, order: str) -> None:
    found = sorted_rows(ROWS, column, descending=descending, share=share)
    assert [each.council for each in found] == order.split()


def test_heat_rises_with_the_value() -> None:
    steps = [heat(value, 100) for value in range(101)]
    assert steps[0] == 0 and steps[1] == 1 and steps[100] == SHADES - 1
    assert steps == sorted(steps) and set(steps) == set(range(SHADES))
    assert heat(3, 0) == 0
    assert hottest(ROWS, ["workforce"]) == 4
    assert hottest(ROWS, ["workforce"], share=True) == 20
    assert hottest([], ["workforce"]) == 0


def test_councils_named_like() -> None:
    assert [each.council for each in named_like(ROWS, " URY")] == ["Bury"]
    assert len(named_like(ROWS, "")) == len(ROWS)


# Periods


@pytest.mark.parametrize(
    ("day", "within"),
    [
        ("2018-01-01", True),
        ("2017-12-31", False),
        ("2018", True),
        ("2017-12", False),
        ("2018-12", True),
        ("2019-01-01", False),
        (None, False),
    ],
)
def test_what_a_period_holds(day: str | None, within: bool) -> None:
    assert Period("in 2018", "2018-01-01", "2018-12-31").holds(day) is within
    assert ALWAYS.holds(day)


def test_periods_to_choose_from() -> None:
    found = periods(["2018-09-17", "2016", None, "2018-01", "odd"], date(2024, 2, 29))
    assert found[0] == ALWAYS
    assert found[1] == Period("the last 12 months", "2023-02-28")
    assert [period.name for period in found[3:]] == [
        "since 2018", "since 2016", "in 2018", "in 2016",
    ]  # fmt: skip
    assert len({period.name for period in found}) == len(found)


def test_a_period_by_its_ends() -> None:
    known = periods(["2018-09-17"], date(2024, 3, 1))
    assert period_of(None, None, known) == ALWAYS
    assert period_of("2018-01-01", None, known).name == "since 2018"
    assert period_of("2017-05", None, known) == Period("since May 2017", "2017-05")
    assert period_of("2017-05", "2018", known).name == "May 2017 to 2018"
    assert period_of(None, "2018", known).name == "… to 2018"
