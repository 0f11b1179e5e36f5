"""Dates and ranges: every printed form comes back as the same ISO dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.parsing.times.dates import date_spans
from store.parsing.times.told_dates import relative_dates, told_dates

DAYS = st.dates(min_value=date(2012, 1, 1), max_value=date(2026, 12, 31))
DASHES = st.sampled_from(
    ["-", "–", "—", "─", "‒", "−", " - ", " – ", " ─ ", "- ", " to ", " until "]
)
SUFFIX = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


def ordinal(number: int) -> str:
    return f"{number}{SUFFIX.get(number, 'th')}"


def full(day: date) -> list[str]:
    """The ways to print one day with its year."""
    return [
        f"{day.day} {day:%B} {day.year}",
        f"{day.day:02} {day:%B} {day.year}",
        f"{ordinal(day.day)} {day:%B} {day.year}",
        f"{day.day} {day:%b} {day.year}",
        f"{day:%A} {day.day} {day:%B} {day.year}",
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%b} {day.day}, {day.year}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d/%m/%Y}",
        f"{day:%d.%m.%Y}",
        f"{day.day} {day:%B}, {day.year}",
        f"the {ordinal(day.day)} of {day:%B} {day.year}",
        day.isoformat(),
    ]


def ranges(first: date, last: date, to: str) -> list[str]:
    """The ways to print a range, as far as they name it whole."""
    forms = [
        f"{first.day} {first:%B} {first.year}{to}{last.day} {last:%B} {last.year}",
        f"{first:%d/%m/%Y}{to}{last:%d/%m/%Y}",
        f"{first.day} {first:%B}{to}{last.day} {last:%B} {last.year}",
        f"{ordinal(first.day)} {first:%B}{to}{ordinal(last.day)} {last:%B} {last.year}",
        f"{first:%A} {first.day} {first:%B}{to}{last:%A} {last.day} {last:%B} {last.year}",
        f"{first:%B} {first.day}{to}{last:%B} {last.day}, {last.year}",
    ]
    if (first.year, first.month) == (last.year, last.month):
        forms.append(f"{first.day}{to}{last.day} {last:%B} {last.year}")
        forms.append(f"{first:%B} {first.day}{to}{last.day}, {last.year}")
    return forms


@given(DAYS, st.sampled_from(["on ", "", "Report published: ", "letter of "]))
def test_a_day_comes_back_however_it_is_printed(day: date, before: str) -> None:
    for printed in full(day):
        spans = date_spans(f"{before}{printed}.")
        assert [(span.start, span.end) for span in spans] == [(day.isoformat(),) * 2], printed


@given(DAYS, st.integers(1, 60), DASHES)
def test_a_range_comes_back_however_it_is_printed(first: date, length: int, to: str) -> None:
    last = first + timedelta(days=length)
    for printed in ranges(first, last, to):
        spans = date_spans(f"Inspection dates: {printed}")
        assert [(s.start, s.end) for s in spans] == [(first.isoformat(), last.isoformat())], printed


@given(DAYS, st.integers(1, 60), DASHES)
def test_a_span_says_where_it_stands(first: date, length: int, to: str) -> None:
    last = first + timedelta(days=length)
    for printed in ranges(first, last, to):
        text = f"It took place {printed} in Leeds."
        (span,) = date_spans(text)
        assert text[span.at : span.end_at] == span.printed


@given(DAYS, st.integers(1, 4), st.sampled_from([" and ", " & ", ", "]))
def test_days_joined_by_and_are_one_visit(first: date, length: int, link: str) -> None:
    last = first + timedelta(days=length)
    forms = [f"{first.day} {first:%B} {first.year}{link}{last.day} {last:%B} {last.year}"]
    if first.month == last.month:
        forms.append(f"{first.day}{link}{last.day} {last:%B} {last.year}")
        forms.append(f"{first:%B} {first.day}{link}{last.day}, {last.year}")
    if first.year == last.year:
        forms.append(f"{first.day} {first:%B}{link}{last.day} {last:%B} {last.year}")
    for printed in forms:
        spans = date_spans(f"on {printed}")
        assert [(s.start, s.end) for s in spans] == [(first.isoformat(), last.isoformat())], printed


@given(DAYS, st.integers(2, 20), st.integers(20, 120), st.integers(2, 10))
def test_two_parts_are_kept_apart(first: date, one: int, gap: int, two: int) -> None:
    last = first + timedelta(days=one)
    again = last + timedelta(days=gap)
    end = again + timedelta(days=two)
    text = (
        f"{first.day} {first:%B} to {last.day} {last:%B} {last.year} and {again.day} {again:%B} to "
        f"{end.day} {end:%B} {end.year}"
    )
    (span,) = date_spans(text)
    assert span.ranges == (
        (first.isoformat(), last.isoformat()),
        (again.isoformat(), end.isoformat()),
    )


@given(st.text(max_size=200))
def test_no_text_raises_and_every_span_is_in_it(text: str) -> None:
    for span in [*date_spans(text), *told_dates(text, "2020-05-05")]:
        assert text[span.at : span.end_at] == span.printed
        assert span.start <= span.end


@given(
    st.lists(
        st.sampled_from(
            "12 31 2 2019 March May and to - – , 30/02/2019 99/99/99 31 June Sept. on 1st "
            "Tuesday 2019-13-40 of".split()
        ),
        max_size=14,
    )
)
def test_pieces_of_dates_in_any_order_never_raise(pieces: list[str]) -> None:
    for span in told_dates(" ".join(pieces), "2020-05-05"):
        assert span.start <= span.end


@pytest.mark.parametrize(
    "text",
    ["30 February 2019", "31/04/2019", "45 March 2019", "17 appointments and 15 interviews",
     "in 2019", "at 10.30 on Monday", "over 18.5 cases", "May I ask", "10% in 2018"],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert date_spans(text) == []


def test_a_month_alone_is_kept_as_a_month() -> None:
    assert [span.start for span in date_spans("judged inadequate in December 2016")] == ["2016-12"]
    (span,) = date_spans("over four weeks in November and December 2015")
    assert (span.start, span.end) == ("2015-11", "2015-12")


RELATIVE = [
    ("last month", "2018-09-18", "2018-08"),
    ("last month", "2018-01-05", "2017-12"),
    ("this month", "2018-09-18", "2018-09"),
    ("last August", "2017-03-24", "2016-08"),
    ("last March", "2017-03-24", "2016-03"),
    ("in July", "2018-09-18", "2018-07"),
    ("in October", "2018-09-18", "2017-10"),
    ("in May last year", "2024-09-01", "2023-05"),
    ("in May this year", "2024-09-01", "2024-05"),
    ("at the end of June", "2024-09-01", "2024-06"),
    ("last year", "2018-09-18", "2017"),
    ("last week", "2018-09-18", "2018-09"),
    ("the June visit", "2018-09-18", "2018-06"),
]


@pytest.mark.parametrize(("text", "told", "wanted"), RELATIVE)
def test_words_are_read_against_the_day_they_were_written(
    text: str, told: str, wanted: str
) -> None:
    assert [span.start for span in relative_dates(text, told)] == [wanted]


@pytest.mark.parametrize("text", ["last week", "in July 2018", "in the summer", "recently"])
def test_what_may_be_two_months_or_is_vague_is_no_date(text: str) -> None:
    assert relative_dates(text, "2018-11-07") == []


def test_days_without_a_year_are_the_latest_before_they_were_written() -> None:
    spans = told_dates("on 15 and 16 November, and again on January 7", "2019-02-12")
    assert [(span.start, span.end) for span in spans] == [
        ("2018-11-15", "2018-11-16"),
        ("2019-01-07", "2019-01-07"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Version 3, March 2018", "2018-03"),
        ("Issue no. 12, May 2019", "2019-05"),
        ("Plan, draft 4, July 2021", "2021-07"),
        ("Tuesday 12, March 2019", "2019-03-12"),
        ("12, March 2019", "2019-03-12"),
        ("letter of 12, March 2019", "2019-03-12"),
        ("Letter 12th, March 2019", "2019-03-12"),
    ],
)
def test_a_number_that_counts_something_else_is_no_day(text: str, wanted: str) -> None:
    assert date_spans(text)[0].start == wanted
