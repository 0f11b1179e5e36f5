"""Bits as rows, against the plain way of counting them."""

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.rows import Rows, bits_of, joined, nearest, rows_of, span
from store.rows.bitsets import all_rows_of, as_bytes, piece, put

sets_of_rows = st.sets(st.integers(0, 30_000)) | st.sets(st.integers(4000, 4200), min_size=100)


@given(sets_of_rows)
def test_rows_come_in_order_however_they_are_asked_for(rows: set[int]) -> None:
    bits, expected = sum(1 << row for row in rows), sorted(rows)
    assert bits_of(rows, 30_001) == bits
    assert list(rows_of(bits)) == all_rows_of(bits) == list(Rows(bits)) == expected
    listed = Rows(bits)
    assert len(listed) == len(expected)
    assert [listed[place] for place in range(len(expected))] == expected
    assert listed[2:9:3] == expected[2:9:3]
    if expected:
        assert listed[-1] == expected[-1]
    with pytest.raises(IndexError):
        listed[len(expected)]


@given(sets_of_rows, st.integers(-2, 40_000))
def test_where_a_row_is_or_would_be(rows: set[int], row: int) -> None:
    expected = sorted(rows)
    listed = Rows(bits_of(rows, 30_001))
    assert listed.place_from(row) == bisect_left(expected, row)
    assert (row in listed) == (row in rows)
    assert nearest(listed, row) == nearest(expected, row)


def test_many_rows_at_once_are_listed_too() -> None:
    rows = range(3, 9000, 2)
    assert all_rows_of(bits_of(rows, 9000)) == list(rows)


@given(st.lists(st.lists(st.booleans(), max_size=40), max_size=20))
def test_pieces_joined_and_taken_out_again(pieces: list[list[bool]]) -> None:
    parts = [(sum(on << place for place, on in enumerate(each)), len(each)) for each in pieces]
    flat = [on for each in pieces for on in each]
    bits = joined(parts)
    assert bits == sum(on << place for place, on in enumerate(flat))
    raw, first = as_bytes(bits, len(flat)), 0
    for part, count in parts:
        assert piece(raw, first, count) == part
        assert part <= span(0, count)
        first += count


@given(st.lists(st.lists(st.booleans(), min_size=1, max_size=40), max_size=20))
def test_pieces_are_put_one_behind_the_other(pieces: list[list[bool]]) -> None:
    flat = [on for each in pieces for on in each]
    marks, first = bytearray((len(flat) + 7) // 8), 0
    for each in pieces:
        put(marks, sum(on << place for place, on in enumerate(each)), first, len(each))
        first += len(each)
    assert int.from_bytes(marks, "little") == sum(on << place for place, on in enumerate(flat))
