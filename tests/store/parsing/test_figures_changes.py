"""Changes and parts that are told beside a figure, and figures told without a number."""

import pytest

from store.model.document import Sentence
from store.parsing.figures import figures

Told = tuple[str, float | None, str | None, float | None]


def read(*texts: str) -> list[Told]:
    found = figures([Sentence(text, "", 1, 1, 0, len(text)) for text in texts])
    return [(told.measure, told.value, told.direction, told.before) for told in found]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The average caseload is now 16; at the last visit it was 21.",
            ("average caseload", 16, "down", 21),
        ),
        (
            "In 2017, 38% of staff were from agencies; now the figure is 14%.",
            ("agency staff", 14, "down", 38),
        ),
        (
            "There are 512 children in care, 31 more than a year ago.",
            ("children looked after", 512, "up", None),
        ),
        (
            "The number of children in care has fallen by 9% to 466.",
            ("children looked after", 466, "down", None),
        ),
        (
            "The number of care leavers has grown by a third to 288.",
            ("care leavers", 288, "up", None),
        ),
        (
            "The number of unallocated cases rose by 12 to 57.",
            ("unallocated cases", 57, "up", None),
        ),
        ("Caseloads were 29 a year ago and are 18 now.", ("caseloads", 18, "down", 29)),
        ("Vacancies stood at 33 in May; there are now 15.", ("vacancies", 15, "down", 33)),
        (
            "Agency staff make up 19% of the workforce, 11 percentage points fewer than in May.",
            ("agency staff", 19, "down", None),
        ),
    ],
)
def test_changes_in_other_words(text: str, told: Told) -> None:
    assert read(text) == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Agency staff make up 27% of the workforce rather than the 36% they were in May 2016.",
            ("agency staff", 27, "down", 36),
        ),
        (
            "Most reviews (91%) are held on time; this is an improvement on 83% in the last year.",
            ("reviews in time", 91, "up", 83),
        ),
        (
            "It is slower than England, with an average duration of 33 weeks for care proceedings.",
            ("care proceedings", 33, None, None),
        ),
        (
            "Most care proceedings concluded on average within 29 weeks.",
            ("care proceedings", 29, None, None),
        ),
        (
            "Agency staff are few (a manager and six workers) and now make up 9% of staffing.",
            ("agency staff", 9, None, None),
        ),
        (
            "Special guardianship orders were made for 21 children.",
            ("special guardianship orders", 21, None, None),
        ),
        (
            "Health assessments are timely, but 14 children in other areas had assessments out of "
            "timescales.",
            ("overdue health assessments", 14, None, None),
        ),
    ],
)
def test_what_the_ninth_draw_showed(text: str, told: Told) -> None:
    assert read(text) == [told]


def test_the_last_of_a_list_is_in_time_as_its_first() -> None:
    text = "In May 93% of visits were on time, along with 81% of reviews and 77% of dental checks."
    assert [(measure, value) for measure, value, _, _ in read(text)] == [
        ("visits in time", 93),
        ("reviews in time", 81),
        ("health assessments in time", 77),
    ]


def test_what_is_of_england_is_no_earlier_value() -> None:
    text = "Agency staff make up 28% of the workforce; nationally it was 15% last year."
    assert read(text) == [("agency staff", 28, None, None)]


def test_that_is_today_goes_on_with_the_figure_before() -> None:
    assert read("The council had 36 vacancies in May.", "That is 21 today.")[-1] == (
        "vacancies",
        21,
        "down",
        36,
    )


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Vacancy rates are 9% in care teams but 31% at the front door.", [9, 31]),
        ("The vacancy rate is 9% in the county and 13% in England.", [9]),
        ("The vacancy rate was 9% in 2017 and 12% in 2018.", [9]),
    ],
)
def test_numbers_told_by_place_are_of_one_measure(text: str, values: list[float]) -> None:
    assert [value for _, value, _, _ in read(text) if value in (9, 31, 13)] == values


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("A fifth of the permanent establishment is vacant.", "vacancies", 20),
        ("A further 14 posts are empty.", "vacancies", 14),
        ("It has 16 empty posts.", "vacancies", 16),
        ("Still 22 of its 90 posts are covered by interim staff.", "agency staff", 22),
        ("Visits are up to date for 83% of children.", "visits in time", 83),
        ("Twelve children live in unregistered homes.", "children in unregistered homes", 12),
        ("There are now no unallocated cases.", "unallocated cases", 0),
        ("No children are without a social worker.", "unallocated cases", 0),
    ],
)
def test_more_wordings(text: str, measure: str, value: float) -> None:
    assert [(told, number) for told, number, _, _ in read(text)] == [(measure, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Nine agency social workers have become permanent employees.",
        "Managers must ensure that no children are unallocated.",
        "Of these, 19% of agency staff stay for two years, and 44% between one and two years.",
        "A third of looked after children were placed for adoption within 18 months.",
        "The share of adoptive families who waited more than three months is 58%.",
        "There were 44 unallocated cases in May and there are none now.",
        "A few children in care under 16 live in unregistered homes.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert read(text) == []
