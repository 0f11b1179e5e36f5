"""Whose caseloads are told: social workers', or those of others who hold other cases."""

import pytest

from store.model.document import Sentence
from store.parsing.figures import figures


def read(*texts: str) -> list[tuple[str, float | None, str | None]]:
    told = figures([Sentence(text, "", 1, 1, 0, len(text)) for text in texts])
    return [(figure.measure, figure.value, figure.bound) for figure in told]


@pytest.mark.parametrize(
    "texts",
    [
        ("Reviewing officers each hold 74 cases.",),
        ("The average caseload of an IRO is 66.",),
        ("Caseloads average 66 for reviewing officers.",),
        ("Personal advisers carry high caseloads, on average 27 young people.",),
        ("Personal advisers are well trained; they have manageable caseloads of 19.",),
        ("Team managers carry up to six cases.",),
        ("The IRO service has grown.", "Caseloads are still high, at 81."),
    ],
)
def test_cases_of_others_are_no_caseload_of_social_workers(texts: tuple[str, ...]) -> None:
    assert read(*texts) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Social workers hold 17 cases and reviewing officers hold 74 cases.", 17),
        ("Reviewing officers hold 74 cases; social workers hold 17 cases.", 17),
        ("Social workers and personal advisers hold caseloads of 17.", 17),
        ("Managers have brought caseloads down to 17.", 17),
        ("Reviewing officers say that caseloads of 17 give time for visits.", 17),
        ("The IRO challenges drift, and social workers have caseloads of 17.", 17),
    ],
)
def test_social_workers_beside_others_keep_theirs(text: str, value: float) -> None:
    assert [(measure, told) for measure, told, _ in read(text)] == [("caseloads", value)]


def test_a_caseload_that_is_common_is_not_the_highest() -> None:
    assert read("Caseloads above 18 are common and some workers hold more than 27.") == [
        ("caseloads", 18, "over"),
        ("highest caseloads", 27, "over"),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Some workers hold upwards of 33 cases.", ("highest caseloads", 33, "over")),
        ("Caseloads range from the low teens to 27.", ("highest caseloads", 27, None)),
        (
            "On average, practitioners in duty teams are responsible for 26 children.",
            ("average caseload", 26, None),
        ),
        (
            "The average caseload of the nine social workers in this team is 21.",
            ("average caseload", 21, None),
        ),
    ],
)
def test_what_workers_hold_in_other_words(text: str, told: tuple[str, float, str | None]) -> None:
    assert read(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Caseloads of more than 23 are not unusual.",
        "It is common for social workers to hold more than 23 cases.",
    ],
)
def test_common_caseloads_in_other_words(text: str) -> None:
    assert read(text) == [("caseloads", 23, "over")]


@pytest.mark.parametrize(
    "text",
    [
        "Each worker is responsible, on average, for 22 children.",
        "The average number of cases for each of the 40 social workers is 22.",
    ],
)
def test_averages_in_other_words(text: str) -> None:
    assert read(text) == [("average caseload", 22, None)]
