"""Visits of articles whose number, date or kind is told in another way than "a fifth visit on"."""

import pytest

from store.model.document import Document
from store.parsing import parse

from .printing import as_text

Told = tuple[str, int | None, str | None, str | None]


def article(*rows: str, day: str = "22 February 2019", head: str = "Ofsted in Bolton") -> Document:
    return parse(as_text("\n\n".join([head, "By Jane Doe", day, *rows]))).document


def visits(document: Document) -> list[Told]:
    return [
        (visit.kind, visit.ordinal, visit.start, visit.end)
        for visit in document.visits
        if not visit.mentioned
    ]


JUDGED = "Bolton Council was rated inadequate in May 2018."
FOUND = "“Children wait too long for help,” the letter says."


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("A monitoring visit to Bolton Council on 9 January, the third since it was judged "
         "inadequate in May 2018, found drift.", 3),
        ("The monitoring visit to Bolton Council on 9 January – its fourth – found drift.", 4),
        ("Ofsted’s latest monitoring visit to Bolton Council, the borough’s second, was on 9 "
         "January.", 2),
        ("Ofsted inspectors visited Bolton Council on 9 January - their third check on it since "
         "it was branded inadequate.", 3),
        ("Inspectors visited Bolton Council on 9 January for their fourth monitoring visit.", 4),
        ("For its fourth monitoring visit Ofsted visited Bolton Council on 9 January.", 4),
        ("A monitoring visit to Bolton Council took place on 9 January. It was the sixth such "
         "visit since the inspection.", 6),
        ("A monitoring visit to Bolton Council took place on 9 January. This was their second "
         "visit.", 2),
        ("Inspectors went back to Bolton Council on 9 January, their second visit since the "
         "inspection.", 2),
        ("Bolton Council has had its fourth visit from inspectors since it was judged. The visit "
         "took place on 9 January.", 4),
        ("Bolton Council has had three monitoring visits, the latest of which was on 9 January.",
         3),
        ("Bolton Council has had two monitoring visits this year, the latest on 9 January.", None),
        ("A monitoring visit to Bolton Council on 9 January, the first since its damning "
         "inspection, found drift.", 1),
        ("A monitoring visit to Bolton Council on 9 January, the first since the new director "
         "came, found drift.", None),
        ("A monitoring visit to Bolton Council on 9 January, the first since October, found "
         "drift.", None),
        ("A monitoring visit to Bolton Council on 9 January was the third thing to worry it.",
         None),
    ],
)  # fmt: skip
def test_the_number_is_set_behind_the_visit(text: str, number: int | None) -> None:
    document = article(text, JUDGED, FOUND)
    assert visits(document) == [("monitoring-visit", number, "2019-01-09", "2019-01-09")]
    assert len(document.visits) == 1


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Inspectors spent Tuesday and Wednesday, January 8 and 9, with Bolton Council’s teams.",
         "2019-01-08", "2019-01-09"),
        ("Inspectors returned on January 8 to see how Bolton Council helps care leavers.",
         "2019-01-08", "2019-01-08"),
        ("Inspectors from Ofsted visited Bolton Council’s service, which has been led by a "
         "commissioner since June 2018, in December.", "2018-12", "2018-12"),
        ("Ofsted inspectors visited Bolton Council in the week beginning 7 January.",
         "2019-01-07", "2019-01-11"),
        ("Ofsted inspectors visited Bolton Council in December and January.", "2018-12",
         "2019-01"),
        ("In January, Ofsted inspectors visited Bolton Council.", "2019-01", "2019-01"),
    ],
)  # fmt: skip
def test_a_visit_after_the_judgement_is_to_monitor(text: str, start: str, end: str) -> None:
    assert visits(article(text, JUDGED, FOUND)) == [("monitoring-visit", None, start, end)]


def test_what_is_counted_since_an_inspection_is_to_monitor() -> None:
    document = article(
        "Inspectors have praised Bolton Council.",
        "During the visit at the end of January – the sixth since 2016’s Ofsted inspection – they "
        "met foster carers.",
        "Leaders are ambitious for children.",
    )
    assert visits(document) == [("monitoring-visit", 6, "2019-01", "2019-01")]


def test_the_inspection_that_judged_is_no_monitoring_visit() -> None:
    document = article(
        "Bolton Council’s children’s services have been rated inadequate by Ofsted.",
        "Inspectors were in Bolton for three weeks from 5 November to 23 November.",
        "They were also rated inadequate in 2015.",
        FOUND,
    )
    assert visits(document) == [("inspection", None, "2018-11-05", "2018-11-23")]
    assert document.judged_inadequate == {"Bolton": "2018-11"}


def test_a_council_that_is_rated_good_was_inspected() -> None:
    document = article(
        "Inspectors returned to Bolton Council in January and rated it good.",
        "It was rated inadequate in 2016.",
        FOUND,
    )
    assert visits(document) == [("inspection", None, "2019-01", "2019-01")]


def test_the_year_of_the_grade_before_is_not_that_of_the_grade() -> None:
    document = article(
        "Bolton’s services are rated “good” by Ofsted, up from “inadequate” in 2016.",
        "Inspectors visited Bolton Council between 7 and 18 January.",
        FOUND,
    )
    assert visits(document) == [("inspection", None, "2019-01-07", "2019-01-18")]


def test_inadequate_in_one_area_is_no_judgement_of_the_whole() -> None:
    document = article(
        "Bolton Council was rated inadequate for leadership after an Ofsted inspection.",
        "The inspection took place from 5 November to 16 November 2018.",
        FOUND,
    )
    assert document.judged_inadequate == {}


def test_the_notes_of_a_press_release_number_its_visit() -> None:
    document = parse(as_text("\n\n".join([
        "Bolton welcomes Ofsted letter", "Published: 22 February 2019",
        "Bolton Council has welcomed Ofsted’s letter on its monitoring visit of 9 January 2019.",
        "Councillor Jo Bloggs said: “It is good news for children and families.”",
        "The council has appointed 12 social workers since Christmas.",
        "ENDS", "Notes to editors",
        "1. This was the second visit since the inadequate judgement in May 2018.",
        "For more, contact the press office.",
    ]))).document  # fmt: skip
    assert visits(document) == [("monitoring-visit", 2, "2019-01-09", "2019-01-09")]
    assert document.judged_inadequate == {"Bolton": "2018-05"}
    assert "second visit" not in document.text


def test_a_clause_tells_of_the_council_that_it_names() -> None:
    document = article(
        "Two councils have been criticised by Ofsted.",
        "A monitoring visit to Bolton Council on 9 January found drift; a focused visit to "
        "Wigan Council on 15 January found delay.",
        "Bolton was rated inadequate in May; Wigan requires improvement.",
        "In Bolton, plans were late.", "In Wigan, managers were new.",
        head="Two councils told to hurry",
    )  # fmt: skip
    assert document.judged_inadequate == {"Bolton": "2018-05"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In 2015 Ofsted rated Bolton’s services “inadequate”.", "2015"),
        ("In May 2018, inspectors had judged Bolton’s services to be inadequate.", "2018-05"),
        ("Last May the watchdog rated them “inadequate”.", "2018-05"),
    ],
)
def test_a_date_that_leads_is_that_of_the_judgement(text: str, date: str) -> None:
    lead = "A monitoring visit to Bolton Council on 9 January found drift."
    assert article(lead, text, FOUND).judged_inadequate == {"Bolton": date}


@pytest.mark.parametrize(
    "text",
    [
        "Neighbouring Bury Council was rated inadequate in January.",
        "Bury was judged to be inadequate in January.",
        "It comes weeks after neighbouring Bury Council dropped from good to inadequate.",
    ],
)
def test_the_grade_of_a_neighbour_is_not_the_council_s(text: str) -> None:
    lead = "A monitoring visit to Bolton Council on 9 January found drift."
    document = article(lead, JUDGED, text, FOUND)
    assert [council.name for council in document.councils] == ["Bolton"]
    assert document.judged_inadequate == {"Bolton": "2018-05"}
    told = {sentence.council for sentence in document.sentences if sentence.text == text}
    assert told == {"Bury"}
    assert all(s.council is None for s in document.sentences if s.text != text)


@pytest.mark.parametrize(
    "text",
    [
        "Bolton and Bury were rated good in January.",
        "The new director came from Bury, which was rated good.",
        "Bury has sent good social workers.",
        "Bolton was rated good, as Bury was.",
    ],
)
def test_a_council_in_passing_takes_no_sentence(text: str) -> None:
    lead = "A monitoring visit to Bolton Council on 9 January found drift."
    assert all(s.council is None for s in article(lead, JUDGED, text, FOUND).sentences)


def test_an_inspection_that_moved_a_grade_is_reported() -> None:
    document = article(
        "Children in Bolton are being let down by a lack of leadership, inspectors say.",
        "The watchdog, which inspected Bolton Council between 19 and 30 November 2018, downgraded "
        "the service from “requires improvement” to “inadequate”.",
        "It comes weeks after neighbouring Bury moved up from inadequate to good.",
        FOUND,
    )
    assert visits(document) == [("inspection", None, "2018-11-19", "2018-11-30")]
    assert document.judged_inadequate == {"Bolton": "2018-11"}


@pytest.mark.parametrize(
    ("text", "number", "start"),
    [
        ("Inspectors spent two days with Bolton Council earlier this month. It is the fourth time "
         "they have been back since a scathing report.", 4, "2019-02"),
        ("This was the third time inspectors have returned to Bolton Council since it was judged.",
         3, None),
        ("Inspectors praised Bolton Council’s new managers. They visited in January.", None,
         "2019-01"),
        ("Since then Bolton Council has had four monitoring visits, the latest in January.", 4,
         "2019-01"),
        ("There have been four monitoring visits to Bolton Council since 2017, the last of them on "
         "9 January.", 4, "2019-01-09"),
        ("Bolton Council has had four monitoring visits. The most recent was in January.", 4,
         "2019-01"),
        ("Bolton Council was visited again by inspectors on 9 January.", None, "2019-01-09"),
    ],
)  # fmt: skip
def test_who_came_and_when_is_told_by_pointing_back(
    text: str, number: int | None, start: str | None
) -> None:
    document = article(text, JUDGED, FOUND)
    assert visits(document) == [("monitoring-visit", number, start, start)]
    assert document.judged_inadequate == {"Bolton": "2018-05"}


def test_they_are_not_always_the_inspectors() -> None:
    text = "Families have thanked Bolton Council. They visited in January."
    assert visits(article(text, JUDGED, FOUND)) == []


@pytest.mark.parametrize(
    "text",
    [
        "When inspectors came in 2016 they judged Bolton Council’s services inadequate.",
        "In 2016 the council was rated inadequate.",
    ],
)
def test_the_year_that_leads_is_that_of_the_judgement(text: str) -> None:
    document = article(text, "Inspectors visited Bolton Council in January.", FOUND)
    assert document.judged_inadequate == {"Bolton": "2016"}
    assert visits(document) == [("monitoring-visit", None, "2019-01", "2019-01")]


def test_the_days_of_an_inspection_are_kept_above_its_month() -> None:
    document = article(
        "Bolton Council has been rated inadequate after an inspection in November.",
        "The inspection, which took place between November 5 and 16, found drift.",
        "Inspectors conducted interviews on 7 November.",
    )
    assert visits(document) == [("inspection", None, "2018-11-05", "2018-11-16")]


def test_what_remains_until_the_next_inspection_is_no_inspection() -> None:
    document = article("Bolton Council remains rated inadequate until its next inspection.", FOUND)
    assert document.visits == ()
