"""Dates as readers type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.model.dates import in_words
from store.selection.days import NoDate, typed_date, typed_range


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("", None),
        ("  2018 ", "2018"),
        ("2018-7", "2018-07"),
        ("July 2018", "2018-07"),
        ("aug 2018", "2018-08"),
        ("22 Aug 2018", "2018-08-22"),
        ("22nd August, 2018", "2018-08-22"),
        ("22/8/2018", "2018-08-22"),
        ("8/2018", "2018-08"),
        ("2018-08-22", "2018-08-22"),
    ],
)
def test_what_is_typed_is_understood(typed: str, iso: str | None) -> None:
    assert typed_date(typed) == iso


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("soon", "is no date"),
        ("30 Feb 2018", "There is no 30 February 2018"),
        ("2018-13", "no month 13"),
        ("1066", "between 1990 and 2100"),
        ("ju 2018", "is no date"),
        ("[/] 2018", "is no date"),
    ],
)
def test_what_is_no_date_is_told(typed: str, words: str) -> None:
    with pytest.raises(NoDate, match=words.replace("(", r"\(")):
        typed_date(typed)


def test_a_period_must_not_end_before_it_begins() -> None:
    assert typed_range("2018", "Aug 2018") == ("2018", "2018-08")
    assert typed_range("", "") == (None, None)
    with pytest.raises(NoDate, match="2017 comes before August 2018"):
        typed_range("Aug 2018", "2017")


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_back_from_its_words(day: date) -> None:
    assert typed_date(in_words(day.isoformat())) == day.isoformat()
    assert typed_date(day.isoformat()[:7]) == day.isoformat()[:7]
    assert typed_date(in_words(day.isoformat()[:7])) == day.isoformat()[:7]


@given(st.text(max_size=40))
def test_nothing_typed_breaks_it(typed: str) -> None:
    try:
        iso = typed_date(typed)
    except NoDate:
        return
    assert iso is None or iso[:4].isdigit()
