"""Who came, when and how often: the ways in which the press tells of a visit."""

import pytest

from store.model.document import Document
from store.parsing import parse

from .printing import as_text

Told = tuple[str, int | None, str | None, str | None]
MONITORING, FOCUSED = "monitoring-visit", "focused-visit"


def article(*rows: str, head: str = "Watchdog sees signs of change") -> Document:
    lead = "Ofsted has written to Dudley Council about its children’s services."
    end = "The council says that it will keep going."
    return parse(
        as_text("\n\n".join([head, "By Jane Doe", "12 June 2019", lead, *rows, end]))
    ).document


def visits(document: Document) -> list[Told]:
    return [(visit.kind, visit.ordinal, visit.start, visit.end) for visit in document.visits]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("The regulator’s team was in the borough on 8 and 9 May.", "2019-05-08", "2019-05-09"),
        ("Inspectors dropped in on May 8 and 9 to check on care leavers.", "2019-05-08",
         "2019-05-09"),
        ("Inspectors sat in on meetings on 8 May.", "2019-05-08", "2019-05-08"),
        ("The watchdog’s inspectors interviewed 30 staff on May 8 and 9.", "2019-05-08",
         "2019-05-09"),
        ("The inspectorate carried out an unannounced check on May 8-9.", "2019-05-08",
         "2019-05-09"),
        ("When they came in May, inspectors met 20 parents.", "2019-05", "2019-05"),
        ("Having returned to the borough in May, inspectors noted better plans.", "2019-05",
         "2019-05"),
        ("Findings from the 8-9 May visit were published on Friday.", "2019-05-08", "2019-05-09"),
        ("Inspectors praised leaders. The team came on 8 May.", "2019-05-08", "2019-05-08"),
        ("Families are safer, inspectors say. They came on 8 May.", "2019-05-08", "2019-05-08"),
        ("Inspectors, in the borough for two days in May, met carers.", "2019-05", "2019-05"),
        ("Inspectors Ann Lee and Jo Day visited on 8 May.", "2019-05-08", "2019-05-08"),
        ("The latest check by inspectors was on 8 May.", "2019-05-08", "2019-05-08"),
        ("Ofsted, which visited four weeks ago, said drift remained.", "2019-05", "2019-05"),
        ("Inspectors, on site for two days from May 8, spoke to 14 children.", "2019-05-08",
         "2019-05-08"),
    ],
)  # fmt: skip
def test_whoever_of_ofsted_came_on_days_paid_a_visit(text: str, start: str, end: str) -> None:
    assert visits(article(text)) == [(MONITORING, None, start, end)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Inspectors visited Dudley for the fourth time since the rating on 8 May.", 4),
        ("Inspectors have been to Dudley four times since the judgement, most recently on 8 May.",
         4),
        ("Inspectors visited on 8 May, for the fourth time.", 4),
        ("Inspectors visited on 8 May for the fourth time in a decade.", None),
        ("Visit number four, on 8 May, considered children in need.", 4),
        ("The last of four monitoring visits was on 8 May.", 4),
        ("It follows the fourth in a series of monitoring visits, held on 8 May.", 4),
        ("The fourth and final monitoring visit was conducted on 8 May.", 4),
        ("Ofsted has made four monitoring visits, the fourth of them on 8 May.", 4),
        ("The council has had three monitoring visits. A fourth took place on 8 May.", 4),
        ("The council has had four monitoring visits. The latest took place on 8 May.", 4),
        ("The council has had four monitoring visits this year, the latest on 8 May.", None),
        ("A monitoring visit on 8 May, the fourth of its kind, found drift.", 4),
        ("The monitoring visit, which happened on 8 May, was the fourth of its kind.", 4),
        ("The monitoring visit (8 May 2019) was the fourth since the inspection.", 4),
        ("The monitoring visit on 8 May was its fourth.", 4),
        ("The inspectors’ fourth visit, on 8 May, found drift.", 4),
        ("It was the fourth time inspectors had been back. They came on 8 May.", 4),
    ],
)  # fmt: skip
def test_how_often_they_came_is_the_number(text: str, number: int | None) -> None:
    assert visits(article(text)) == [(MONITORING, number, "2019-05-08", "2019-05-08")]


@pytest.mark.parametrize(
    "text",
    [
        "The council was rated inadequate for the second time since 2012.",
        "The council met Ofsted on 8 May to discuss the plan.",
        "Ofsted published its letter on 8 May.",
        "Inspectors came to the conclusion in May that drift was common.",
        "Inspectors sampled cases closed on 8 May.",
        "Inspectors noted that a new system was launched on 8 May.",
        "Inspectors visited a nursery in Dudley on 8 May.",
        "Inspectors visited three children’s homes on 8 May.",
        "Social workers paid the family a visit on May 8, inspectors found.",
        "Another monitoring visit is expected in the autumn.",
        "Another visit is planned for May, Ofsted says.",
        "A joint targeted area inspection looks at how agencies work together.",
        "The council has launched an inspection of its own homes from 6 May to 24 May.",
    ],
)
def test_what_is_no_visit_to_the_council(text: str) -> None:
    assert visits(article(text)) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A joint targeted area inspection was carried out from 6 to 10 May.",
         ("jtai", None, "2019-05-06", "2019-05-10")),
        ("The JTAI of 6 to 10 May looked at neglect.", ("jtai", None, "2019-05-06", "2019-05-10")),
        ("An inspection under the ILACS framework ran from 29 April to 10 May.",
         ("inspection", None, "2019-04-29", "2019-05-10")),
        ("The report of the April 29 to May 10 inspection is out.",
         ("inspection", None, "2019-04-29", "2019-05-10")),
        ("Inspectors were in the borough from 29 April to 10 May.",
         ("inspection", None, "2019-04-29", "2019-05-10")),
        ("It was rated good in 2016. Inspectors visited on 8 May.",
         (FOCUSED, None, "2019-05-08", "2019-05-08")),
    ],
)  # fmt: skip
def test_the_kind_that_is_not_called_a_visit(text: str, told: Told) -> None:
    assert visits(article(text)) == [told]


def test_what_a_visit_was_to_look_at_is_its_focus() -> None:
    document = article(
        "Ofsted carried out a focused visit on 8 May to look at the help for carers."
    )
    assert document.visits[0].focus == ("the help for carers",)


def test_an_article_that_names_its_one_council_once_is_about_it() -> None:
    rows = [
        "Care leavers let down", "By Jane Doe", "3 May 2022",
        "Dudley Council has been told that its help for care leavers falls short.",
        "Ofsted’s letter followed a focused visit on 29 March.", "A full inspection is due.",
    ]  # fmt: skip
    document = parse(as_text("\n\n".join(rows))).document
    assert visits(document) == [(FOCUSED, None, "2022-03-29", "2022-03-29")]
    assert [council.name for council in document.councils] == ["Dudley"]
    other = [*rows[:4], "Sandwell is watching closely.", *rows[4:]]
    assert parse(as_text("\n\n".join(other))).document.councils == ()


def test_a_round_up_has_headings_however_short_what_follows() -> None:
    document = parse(as_text("\n\n".join([
        "Ofsted round-up", "By Jane Doe", "3 May 2022",
        "Dudley", "A monitoring visit on 8 March found drift.",
        "Sandwell", "It moved up to good after an inspection from 7 to 18 March.",
        "Walsall", "It kept its “good” rating.",
    ]))).document  # fmt: skip
    assert [section.heading for section in document.sections][-3:] == [
        "Dudley",
        "Sandwell",
        "Walsall",
    ]
    assert [(visit.council, visit.kind, visit.start) for visit in document.visits] == [
        ("Dudley", MONITORING, "2022-03-08"), ("Sandwell", "inspection", "2022-03-07"),
    ]  # fmt: skip
    assert [s.council for s in document.sentences if "“good”" in s.text] == ["Walsall"]


INSPECTED = "Inspectors were there from 29 April to 10 May."


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("It was branded inadequate in April 2016. It is now “good” in every category.", "good"),
        ("Services have leapt from inadequate to good in just two years.", "good"),
        ("The council, which had been inadequate since 2016, was judged good overall.", "good"),
        ("Ofsted says services “require improvement to be good”.", "requires improvement"),
        ("The council was judged good, but leadership was rated inadequate.", "good"),
        ("The council retained its “outstanding” rating.", "outstanding"),
        ("The council was rated outstanding for adoption.", None),
        ("Inspectors found staff to be committed, with good support.", None),
        ("Once rated good, the council was judged inadequate.", None),
    ],
)
def test_the_grade_of_the_inspection_reported_is_kept(text: str, grade: str | None) -> None:
    document = article(text, INSPECTED)
    assert document.graded_now == ({"Dudley": grade} if grade else {})
    assert (document.proof("graded_now", "Dudley") is None) == (grade is None)


def test_a_monitoring_visit_gives_no_grade() -> None:
    text = "A monitoring visit on 8 May found good progress since it was rated inadequate in 2016."
    document = article(text)
    assert document.graded_now == {}
    assert document.judged_inadequate == {"Dudley": "2016"}


def test_inadequate_twice_is_dated_to_the_second_time() -> None:
    document = article("The council was rated inadequate in 2013 and again in 2016.")
    assert document.judged_inadequate == {"Dudley": "2016"}
