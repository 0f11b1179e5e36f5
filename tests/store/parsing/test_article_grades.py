"""Grades that an article recalls, or tells of schools, homes and other councils."""

import pytest

from store.model.document import Document

from .what_is_read import read

HEADLINE = "Children’s services in Bolton are watched closely"


def article(*rows: str, headline: str = HEADLINE) -> Document:
    lead = "Ofsted has written to Bolton Council."
    rows = (headline, "By Jane Doe", "22 February 2019", lead, *rows)
    return read(*rows)


def reported(document: Document) -> list[tuple[str, str | None]]:
    return [(visit.kind, visit.start) for visit in document.visits if not visit.mentioned]


@pytest.mark.parametrize(
    ("text", "judged"),
    [
        ("In May 2016 inspectors rated the service inadequate. They spoke to staff.", "2016-05"),
        ("A full inspection in May 2016 found services to be inadequate.", "2016-05"),
        ("Following an inspection in 2016, Ofsted rated its services inadequate.", "2016"),
        ("The watchdog’s 2016 report branded its services inadequate.", None),
        ("Three years ago the watchdog judged its services inadequate.", None),
        ("It is nearly three years since it was rated inadequate.", None),
        ("Its services had been judged inadequate.", None),
        ("The last full inspection rated its services inadequate.", None),
        ("Unlike in 2016, when it was rated inadequate, staff now stay.", None),
        ("The council, still rated inadequate, has a new director.", None),
        ("The council’s services, which are rated “inadequate”, are changing.", None),
        ("The council has been rated inadequate for three years.", None),
        ("The council was rated inadequate under its former leadership.", None),
        ("The council, judged inadequate by the watchdog, has new managers.", None),
        ("A year and a half after it was graded inadequate, the council has hope.", None),
    ],
)
@pytest.mark.parametrize("visited_first", [True, False])
def test_a_grade_of_the_past_is_no_inspection_of_now(
    text: str, judged: str | None, visited_first: bool
) -> None:
    visit = "Inspectors visited Bolton Council again in January."
    rows = [visit, text] if visited_first else [text, visit]
    document = article(*rows)
    assert reported(document) == [("monitoring-visit", "2019-01")]
    assert document.judged_inadequate.get("Bolton") == judged


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors went to Bolton Council in January, two years after it was judged inadequate.",
        "Inspectors visited Bolton Council in January after it was judged inadequate.",
        "In January inspectors visited Bolton Council, whose services had been rated inadequate.",
        "Six months after being judged inadequate, Bolton Council was visited by Ofsted in "
        "January.",
        "Bolton Council, which has been rated inadequate for three years, was visited by "
        "inspectors in January.",
    ],
)
def test_the_month_of_the_visit_is_not_that_of_the_judgement(text: str) -> None:
    document = article(text)
    assert document.judged_inadequate == {}
    assert not any(visit.kind == "inspection" for visit in document.visits)


@pytest.mark.parametrize(
    "text",
    [
        "The council has been rated inadequate by Ofsted.",
        "Ofsted has downgraded the council from good to inadequate since its last inspection.",
        "The council has been rated inadequate for the first time since 2011.",
        "The council has said sorry after being rated inadequate.",
        "Children were let down by a council that has been rated inadequate.",
        "Since its last inspection in 2016 services have declined and been rated inadequate.",
        "Since its last inspection in 2016, services have declined and been rated inadequate.",
        "The council, which was rated good in 2015, has been downgraded to inadequate.",
        "The council, which runs nine children’s homes, has been rated inadequate.",
        "At its last inspection in 2015 it was rated good, but it is now rated inadequate.",
    ],
)
def test_a_grade_that_is_given_now_is_that_of_the_inspection(text: str) -> None:
    document = article(text, "Inspectors were at Bolton Council from 7 to 18 January.")
    assert reported(document) == [("inspection", "2019-01-07")]
    assert document.judged_inadequate == {"Bolton": "2019-01"}


def test_days_of_a_return_are_not_those_of_an_inspection() -> None:
    document = article(
        "Its services are “inadequate”.", "Inspectors spent two days in Bolton in January."
    )
    assert document.judged_inadequate == {}


def test_the_week_of_the_rating_is_not_that_of_the_inspection() -> None:
    document = article("It was rated inadequate last week after inspectors visited in January.")
    assert reported(document) == [("inspection", "2019-01")]


@pytest.mark.parametrize(
    "text",
    [
        "Secondary schools were inspected by Ofsted too in January, with three judged inadequate.",
        "Ofsted inspected four care homes run by the council in January and judged one of them "
        "inadequate.",
        "A nursery in Bolton was rated inadequate in January 2019.",
        "Inspectors rated the council’s adoption agency inadequate in January 2019.",
        "Bolton follows Bury, which was judged inadequate in January 2019, in asking for help.",
        "Bolton, like Bury, rated inadequate in January 2019, has asked Ofsted for help.",
        "Bury was judged inadequate in January 2019, and Bolton has offered inspectors’ advice.",
    ],
)
def test_the_grade_of_others_is_not_the_council_s(text: str) -> None:
    document = article(text)
    assert [council.name for council in document.councils] == ["Bolton"]
    assert document.judged_inadequate == {}
    assert document.visits == ()


def test_what_two_councils_were_judged_is_the_council_s_too() -> None:
    document = article("Bury and Bolton were judged inadequate by Ofsted in May 2016.")
    assert document.judged_inadequate["Bolton"] == "2016-05"


def test_two_names_of_one_visit_are_one_visit() -> None:
    document = article("It had a focused visit – an assurance visit – from Ofsted on 9 January.")
    assert reported(document) == [("focused-visit", "2019-01-09")]
    assert len(document.visits) == 1


def test_weeks_are_not_those_of_a_visit() -> None:
    document = article(
        "Its services had been rated inadequate.", "Inspectors visited Bolton from 7 to 18 January."
    )
    assert not any(visit.kind == "monitoring-visit" for visit in document.visits)
