"""Wordings in which a number is easily taken for another measure, or missed."""

import pytest

from store.model.amounts import amount_in_words

from .what_is_read import figures_of


def read(*texts: str) -> list[tuple[str, object]]:
    return [
        (told.measure, told.value if told.value is not None else (told.low, told.high))
        for told in figures_of(*texts)
    ]


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("Eleven of 74 posts in the service were vacant.", "vacancies", 11),
        ("11 of the council’s 74 social work posts are unfilled.", "vacancies", 11),
        ("Of its 74 social work posts, only 11 are vacant.", "vacancies", 11),
        ("Of 74 posts, a quarter were vacant.", "vacancies", 25),
        ("Vacancies stood at 9.5 FTE posts.", "vacancies", 9.5),
        ("The number of vacant posts has come down to 11.", "vacancies", 11),
        ("Nine of 30 social workers were recruited from abroad.", "recent appointments", 9),
        ("Nearly half of the 74 social work posts are vacant.", "vacancies", 50),
        ("A quarter of the 94 social workers are agency staff.", "agency staff", 25),
        ("Of 94 social workers, 31 are agency staff.", "agency staff", 31),
        ("It has 94 social workers, of whom 31 are from agencies.", "agency staff", 31),
        ("More than 31 per cent of managers are now agency.", "agency staff", 31),
        ("Four of ten team managers are agency.", "agency staff", 4),
        ("Agency staff numbers have fallen from 40 to 31.", "agency staff", 31),
        ("Locums and agency workers cover 28 of 74 posts.", "agency staff", 28),
        ("Of 74 workers, nearly half are temporary.", "agency staff", 50),
        ("A third of social workers – 31 of 94 – are agency staff.", "agency staff", 33.3),
    ],
)
def test_of_a_part_and_its_whole_the_part_is_the_figure(
    text: str, measure: str, value: float
) -> None:
    assert read(text) == [(measure, value)]


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        ("3.2 Vacancies: 17%.", "vacancies", 17),
        ("3.2 Overdue visits: 57.", "overdue visits", 57),
        ("7.11 Agency staff make up 17% of the workforce.", "agency staff", 17),
        ("5 Vacancies: 17%", "vacancies", 17),
    ],
)
def test_the_number_of_a_paragraph_is_no_amount(text: str, measure: str, value: float) -> None:
    assert read(text) == [(measure, value)]


def test_an_amount_that_opens_a_sentence_is_one() -> None:
    assert read("9.5 posts are vacant.") == [("vacancies", 9.5)]


def test_figures_in_a_list_with_colons() -> None:
    assert read("Agency staff: 31 (of 94); vacancies: 12; unallocated cases: 8.") == [
        ("agency staff", 31),
        ("vacancies", 12),
        ("unallocated cases", 8),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Workers hold 16 to 19 children on their caseloads, but three have 30.",
            [("caseloads", (16, 19)), ("highest caseloads", 30)],
        ),
        (
            "Social workers carry 20 cases; four of them had over 33.",
            [("caseloads", 20), ("highest caseloads", 33)],
        ),
        (
            "Caseloads average 19, ranging between 8 and 31.",
            [("average caseload", 19), ("caseloads", (8, 31))],
        ),
        (
            "The average caseload is 19 and the highest is 37.",
            [("average caseload", 19), ("highest caseloads", 37)],
        ),
        ("Caseloads dropped from an average of 26 to 19.", [("average caseload", 19)]),
        ("The average worker holds 19 cases.", [("average caseload", 19)]),
        ("The average number of cases for each worker is 19.", [("average caseload", 19)]),
        ("Advisers are responsible for 28 young people on average.", [("average caseload", 28)]),
        ("Some workers held “in excess of 40” cases.", [("highest caseloads", 40)]),
        ("The limit of caseloads is 18.", []),
        ("It is working to reduce caseloads to 18.", []),
        ("1.4 Reduce caseloads to 18 by May 2019.", []),
        ("Caseloads are “18 or 19” now.", [("caseloads", (18, 19))]),
        ("Caseloads are high, at 29.", [("caseloads", 29)]),
        ("Leaders reported that caseloads were 29.", [("caseloads", 29)]),
        (
            "Caseloads have fallen and there are 86 children in care.",
            [("children looked after", 86)],
        ),
        ("On average, 14 children are seen at the group each week.", []),
        ("An average of 14 children attend the group that social workers run.", []),
        ("Caseloads are lower in all of its 32 children’s homes.", []),
    ],
)
def test_caseloads(text: str, found: list[tuple[str, object]]) -> None:
    assert read(text) == found


def test_an_average_goes_on_from_caseloads_in_the_sentence_before() -> None:
    assert read("Caseloads are too high.", "The average is 26.") == [("average caseload", 26)]


@pytest.mark.parametrize(
    "text",
    [
        "No social worker has more than 18 children.",
        "Nobody in the duty team holds over 18 cases.",
        "None of the social workers carries more than 18 cases.",
        "No caseload is above 18.",
    ],
)
def test_more_than_what_nobody_holds_is_at_most(text: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.measure, amount_in_words(figure)) == ("highest caseloads", "at most 18")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Just over half of the workforce (52%) are agency staff.", 52),
        ("Agency staff make up nearly a third of all social workers (31%).", 31),
    ],
)
def test_a_share_in_words_is_told_exactly_in_brackets(text: str, value: float) -> None:
    (figure,) = figures_of(text)
    assert (figure.value, figure.bound, figure.printed) == (value, None, None)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A fifth of posts are vacant, with locums in half of them.", [("vacancies", 20)]),
        (
            "The vacancy rate is 20% and 80% of those posts are covered by agency staff.",
            [("vacancies", 20)],
        ),
        ("70% of the vacancies are covered by agency staff.", []),
        ("Two in five agency workers cover vacant posts.", []),
        ("Thirty children on child protection plans had not been seen.", []),
        ("There are 91 children who wait for a social worker.", []),
        ("There are 91 children waiting for a social worker.", [("unallocated cases", 91)]),
    ],
)
def test_a_part_of_another_figure_is_no_figure_of_the_whole(
    text: str, found: list[tuple[str, object]]
) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "value", "before"),
    [
        ("The share of agency staff has risen to 38%, from 24% at the inspection.", 38, 24),
        ("The average caseload is 17.4 (19.2 in April).", 17.4, 19.2),
        ("Agency staff: 34% (41% at the last visit).", 34, 41),
        ("Staff turnover is 12%, a fall from 20% in March.", 12, 20),
        ("91 children had no named worker, up from 60.", 91, 60),
        ("The number of unallocated cases has dropped from 140 to nine.", 9, 140),
        ("The average worker looks after 19 children – down from 24 at the last visit.", 19, 24),
    ],
)
def test_what_a_figure_was_before(text: str, value: float, before: float) -> None:
    (figure,) = figures_of(text)
    assert (figure.value, figure.before) == (value, before)


@pytest.mark.parametrize(
    "texts",
    [
        ("Caseloads stood at 30 in March and are now 21.",),
        ("The average caseload, which was 30 in March, is now 21.",),
        ("In 2018 caseloads were 30.", "They are now down to 21."),
    ],
)
def test_what_a_figure_is_now(texts: tuple[str, ...]) -> None:
    figure = figures_of(*texts)[-1]
    assert (figure.value, figure.before, figure.direction) == (21, 30, "down")


def test_each_number_belongs_to_the_words_before_it_where_both_change() -> None:
    found = figures_of("The vacancy rate fell from 30% to 14% and agency use from 35% to 21%.")
    assert [(told.measure, told.before, told.value) for told in found] == [
        ("vacancies", 30, 14),
        ("agency staff", 35, 21),
    ]


def test_by_how_much_something_rose_is_not_how_much_it_is() -> None:
    assert read("Use of agency staff goes on rising, up 6% from last year.") == []
    assert read("Agency staff make up 6% of the workforce.") == [("agency staff", 6)]
    assert read("The number of vacant posts rose 4%, from 50 to 52.") == [("vacancies", 52)]


@pytest.mark.parametrize(
    "text",
    [
        "Unallocated cases had fallen to 14.",
        "There was a reduction in unallocated cases from 90 to 14.",
        "The number of children waiting for allocation is down to 14.",
    ],
)
def test_unallocated_cases(text: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.measure, figure.value, figure.direction) == ("unallocated cases", 14, "down")


def test_numbers_side_by_side_are_a_row_whose_columns_are_not_known() -> None:
    assert read("Agency staff 44% 36%") == []
    assert read("Average caseload 24 19") == []


@pytest.mark.parametrize(
    "rest",
    [
        "; there are now none",
        ", but there are none now",
        "; now there are none",
        " – this is now zero",
        ", and none do now",
    ],
)
def test_of_what_there_is_none_now_no_figure_is_left(rest: str) -> None:
    text = "At the last visit, 61 children did not have an allocated social worker"
    assert read(f"{text}.") == [("unallocated cases", 61)]
    assert read(f"{text}{rest}.") == []
    assert read(f"{text}; there are now no vacancies.") == [("unallocated cases", 61)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Workloads remain too high and 74 children are waiting for a social worker.",
            [("unallocated cases", 74)],
        ),
        ("Caseloads are lower, but 74 families have waited for a plan.", []),
        ("Caseloads have gone down by 9, to 16.", [("caseloads", 16)]),
        (
            "Caseloads stand at 21 on average and 34 for a few workers.",
            [("average caseload", 21), ("highest caseloads", 34)],
        ),
        (
            "Of its 90 social work posts, 14 are vacant and 22 are covered by agency staff.",
            [("vacancies", 14), ("agency staff", 22)],
        ),
        ("When the principal social worker joined, she held 26 cases.", []),
        ("When inspectors arrived, social workers held 26 cases.", [("caseloads", 26)]),
    ],
)
def test_whose_number_it_is(text: str, found: list[tuple[str, object]]) -> None:
    assert read(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "The council hopes to cut agency staff from 38% to 20% within a year.",
        "The borough plans to bring its vacancy rate down to 9%.",
        "Leaders expect vacancies to fall to 9%.",
        "The vacancy rate should be reduced to 9%.",
    ],
)
def test_what_is_hoped_for_is_no_figure(text: str) -> None:
    assert read(text) == []


def test_what_a_hope_has_led_to_is_one() -> None:
    assert read("The plan to cut agency staff has brought the share down to 20%.") == [
        ("agency staff", 20)
    ]
    assert read("The council was able to reduce vacancies to 9%.") == [("vacancies", 9)]


def test_more_than_another_sum_is_no_share_of_staff() -> None:
    assert read("The bill for agency staff was 8% higher than in the year before.") == []
    assert read("The share of agency staff is 8%, higher than last year.") == [("agency staff", 8)]


def test_a_sentence_that_opens_with_the_country_tells_of_it_until_it_turns_to_a_place() -> None:
    text = "Nationally, 14% of social workers are agency staff and turnover is 13%"
    assert read(f"{text}.") == []
    assert read(f"{text}, while here turnover is 21%.") == [("staff turnover", 21)]


def test_the_visit_of_inspectors_is_none_in_time() -> None:
    text = "It takes place within 20 days for 71% of children, compared with 58% at the last visit."
    assert read(text) == []
    assert read("Visits are on time for 71% of children.") == [("visits in time", 71)]


def test_what_changes_in_the_next_clause_is_another_thing() -> None:
    text = "Caseloads stand at 16 on average, and turnover has fallen from 21% to 12%."
    assert [(told.measure, told.direction) for told in figures_of(text)] == [
        ("average caseload", None),
        ("staff turnover", "down"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Caseloads, which averaged 27 in May, now average 19.",
        "The average caseload, 27 in May, now stands at 19.",
    ],
)
def test_an_aside_tells_what_a_figure_was(text: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.measure, figure.value, figure.before) == ("average caseload", 19, 27)
