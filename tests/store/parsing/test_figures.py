"""Figures of the workforce and of casework, however the sentence turns them."""

import pytest

from store.model.document import Sentence
from store.parsing.figures import figures

FIGURES = [
    ("41% of staff are agency workers.", "agency staff", 41),
    ("Some 41 per cent of staff are still agency workers.", "agency staff", 41),
    ("Agency workers make up 41% of the workforce.", "agency staff", 41),
    ("The proportion of agency staff has fallen from 35% to 28%.", "agency staff", 28),
    ("At 42%, the share of agency social workers is high.", "agency staff", 42),
    ("The average caseload is 18.5.", "average caseload", 18.5),
    ("Social workers have an average caseload of 22.", "average caseload", 22),
    ("Caseloads average 18 children.", "average caseload", 18),
    ("Caseloads had fallen to 17 on average.", "average caseload", 17),
    ("Workers hold an average of 18 cases.", "average caseload", 18),
    ("The average caseload has fallen from 25 to 18.", "average caseload", 18),
    ("Some social workers hold 26 to 28 cases.", "highest caseloads", (26, 28)),
    ("Some have caseloads of between 26 and 28.", "highest caseloads", (26, 28)),
    ("Some workers hold up to 30 cases.", "highest caseloads", 30),
    ("Caseloads are as high as 35.", "highest caseloads", 35),
    ("A few have over 40 cases.", "highest caseloads", 40),
    ("62 per cent of social workers are permanent.", "permanent social workers", 62),
    ("The share of permanent staff had risen to 62 per cent.", "permanent social workers", 62),
    ("There were 15 cases where no social worker had been allocated.", "unallocated cases", 15),
    ("There were 33 children without a social worker.", "unallocated cases", 33),
    ("Fifteen children had not been allocated to anyone.", "unallocated cases", 15),
    ("Staff turnover is 25%.", "staff turnover", 25),
    ("The vacancy rate is 20%.", "vacancies", 20),
    ("The council made 17 recent appointments.", "recent appointments", 17),
    ("A further 15 were shortlisted for interview.", "shortlisted for interview", 15),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measure", "value"), FIGURES)
def test_a_figure_is_read(text: str, measure: str, value: float | tuple[int, int]) -> None:
    (figure,) = figures([Sentence(text, "", 1, 1, 0, len(text))])
    assert figure.measure == measure
    assert (figure.value if figure.value is not None else (figure.low, figure.high)) == value


@pytest.mark.parametrize(
    "text",
    ["In 2018, 41% of children were seen within 5 days.", "There are 12 children in one home.",
     "The average time is 18 weeks.", "98% of children have a plan.", "Many are agency staff."],
)  # fmt: skip
def test_other_numbers_are_none(text: str) -> None:
    assert figures([Sentence(text, "", 1, 1, 0, len(text))]) == []
