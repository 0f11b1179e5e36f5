"""Numbers and shares, written in digits or in words."""

import pytest

from store.parsing.figures.shape import Number, shape_of
from store.parsing.numbers import number_of, share_of


@pytest.mark.parametrize(
    ("printed", "value"),
    [("18.5", 18.5), ("1,379", 1379), ("62 100", 62100), ("sixteen", 16), ("Thirty-two", 32),
     ("twenty two", 22), ("two hundred and five", 205), ("three hundred", 300), ("zero", 0),
     ("many", None), ("", None), ("twenty-ten", None), ("third", None)],
)  # fmt: skip
def test_a_number(printed: str, value: float | None) -> None:
    assert number_of(printed) == value


@pytest.mark.parametrize(
    ("printed", "value"),
    [("a third", 33.3), ("two-thirds", 66.7), ("Half", 50), ("three quarters", 75),
     ("one fifth", 20), ("a tenth", 10), ("a thing", None), ("sixteen", None)],
)  # fmt: skip
def test_a_share(printed: str, value: float | None) -> None:
    assert share_of(printed) == value


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("In 2018, 41 per cent had over sixteen.", "in _, § had over #."),
        ("Between 26 and 28 cases, 33–35 or 10 to 12.", "between # cases, # or #."),
        ("It fell from 22 to 18 in 27 weeks.", "it fell from ^ to # in ¤."),
        ("4 cases within 15 working days, for three years.", "# cases within ·, for ·."),
        ("A third of them; one in six; a third visit.", "§ of them; §; a third visit."),
        ("A 26-week limit, 12-month plans, 30-bed homes.", "a ¤ limit, · plans, _-bed homes."),
        ("In 2013–14, 49 came; 2015/16 was worse.", "in _-_, # came; _/_ was worse."),
        ("a rate of 48 per 10,000 children", None),
        ("no number at all", None),
    ],
)  # fmt: skip
def test_the_shape_of_a_sentence(text: str, shape: str | None) -> None:
    found = shape_of(text)
    assert (found.text if found else None) == shape


def test_a_range_has_both_its_ends() -> None:
    found = shape_of("53% - 55% of them")
    assert found is not None
    assert found.text == "§ of them"
    assert found.numbers == {0: Number(None, 53, 55)}
