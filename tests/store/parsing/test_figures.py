"""Figures of the workforce and of casework, however the sentence turns them."""

import pytest

from store.model.amounts import amount_in_words, before_in_words
from store.model.document import Figure

from .what_is_read import figures_of


def said(figure: Figure) -> tuple[str, object, str]:
    value = figure.value if figure.value is not None else (figure.low, figure.high)
    return figure.measure, value, figure.unit


WORKFORCE = [
    ("41% of staff are agency workers.", "agency staff", 41, "%"),
    ("Some 38 per cent of the team are agency workers.", "agency staff", 38, "%"),
    ("Agency workers make up 41% of the workforce.", "agency staff", 41, "%"),
    ("The proportion of agency staff has fallen from 35% to 28%.", "agency staff", 28, "%"),
    ("At 42%, the share of agency social workers is high.", "agency staff", 42, "%"),
    ("Use of agency staff is high, with 33% covering vacancies.", "agency staff", 33, "%"),
    ("Nine of 20 team managers are employed by an agency.", "agency staff", 9, "people"),
    ("The number of agency social workers has reduced to 26.", "agency staff", 26, "people"),
    ("62 per cent of social workers are permanent.", "permanent social workers", 62, "%"),
    ("The share of permanent staff rose to 62%.", "permanent social workers", 62, "%"),
    ("Two-thirds of the workforce is permanent.", "permanent social workers", 66.7, "%"),
    ("Staff turnover is 25%.", "staff turnover", 25, "%"),
    ("The vacancy rate is 20%.", "vacancies", 20, "%"),
    ("Almost a quarter of social work posts are vacant.", "vacancies", 25, "%"),
    ("There are 14 vacancies in the assessment teams.", "vacancies", 14, "posts"),
    ("The council made 17 recent appointments.", "recent appointments", 17, "people"),
    ("It has appointed 23 new social workers.", "recent appointments", 23, "people"),
    ("Last year 12 social workers were recruited.", "recent appointments", 12, "people"),
    ("A further 15 were shortlisted for interview.", "shortlisted for interview", 15, "people"),
]  # fmt: skip
CASELOADS = [
    ("The average caseload is 18.5.", "average caseload", 18.5),
    ("Social workers have an average caseload of 22.", "average caseload", 22),
    ("Caseloads average 18 children.", "average caseload", 18),
    ("Caseloads had fallen to 17 on average.", "average caseload", 17),
    ("Workers hold an average of 18 cases.", "average caseload", 18),
    ("The average caseload has fallen from 25 to 18.", "average caseload", 18),
    ("Caseloads have come down to an average of sixteen.", "average caseload", 16),
    ("Some social workers hold 26 to 28 cases.", "highest caseloads", (26, 28)),
    ("Some have caseloads of between 26 and 28.", "highest caseloads", (26, 28)),
    ("Some workers hold up to 30 cases.", "highest caseloads", 30),
    ("Caseloads are as high as 35.", "highest caseloads", 35),
    ("A few have over 40 cases.", "highest caseloads", 40),
    ("Caseloads range from 12 to 31.", "caseloads", (12, 31)),
]
CASEWORK = [
    ("In 15 cases no one saw that there was no social worker.", "unallocated cases", 15, "cases"),
    ("There were 33 children without a social worker.", "unallocated cases", 33, "cases"),
    ("Fifteen children had not been allocated to anyone.", "unallocated cases", 15, "cases"),
    ("A third of home visits were overdue.", "overdue visits", 33.3, "%"),
    ("On that day 46 visits were overdue.", "overdue visits", 46, "visits"),
    ("Initial health assessments are late for half of children.", "overdue health assessments",
     50, "%"),
    ("In 2018, 41% of children were seen within 5 days.", "visits in time", 41, "%"),
    ("Only 48% of conferences are held within 15 days.", "conferences in time", 48, "%"),
    ("35% of reviews did not take place within timescale.", "overdue reviews", 35, "%"),
    ("More than a quarter of assessments (27%) take too long.", "overdue assessments", 27, "%"),
    ("The re-referral rate is 29%.", "re-referrals", 29, "%"),
    ("For 21% it was a second or subsequent plan.", "repeat protection plans", 21, "%"),
    ("14% of children had three or more placements.", "placement moves", 14, "%"),
    ("Seven out of ten are in the same placement as before.", "placement stability", 70, "%"),
    ("Care proceedings take 41 weeks on average.", "care proceedings", 41, "weeks"),
    ("40% of children in need do not have a plan.", "children without a plan", 40, "%"),
]  # fmt: skip
CHILDREN = [
    ("There were 612 looked after children.", "children looked after", 612),
    (
        "In May, 1986 children were being looked after by the council.",
        "children looked after",
        1986,
    ),
    ("The number of children in care has risen to 498.", "children looked after", 498),
    ("At 4 May 2015, 308 children were on a child protection plan.", "child protection plans", 308),
    ("A total of 1,204 children are in need.", "children in need", 1204),
    ("The service supports 240 care leavers.", "care leavers", 240),
    ("twelve live in residential children’s homes", "children in residential homes", 12),
    ("130 (or 33%) live outside the local authority area", "children outside the area", 130),
    ("there were 21 adoptions", "adoptions", 21),
    ("Nineteen children were electively home educated.", "home-educated children", 19),
]


@pytest.mark.parametrize(
    ("text", "measure", "value", "unit"),
    [
        *WORKFORCE,
        *((*case, "cases") for case in CASELOADS),
        *CASEWORK,
        *((*case, "children") for case in CHILDREN),
    ],
)
def test_a_figure_is_read(text: str, measure: str, value: object, unit: str) -> None:
    assert [said(figure) for figure in figures_of(text)] == [(measure, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Write to 12 Mill Lane, Newtown AB1 2CD, or call 0300 123 4567 about children in care.",
        "See paragraphs 37, 38 and 41 on agency staff and page 12 on caseloads.",
        "14. The agency staff of section 20 met on 2 and 3 May 2018.",
        "Children in care aged 16 to 18 and care leavers over 21 were met.",
        "The 16- and 17-year-olds wait for 10 to 12 weeks.",
        "It spent £2.5 million on 3 posts in 2019-20.",
        "The average time is 18 weeks.",
        "There are 12 children in one home.",
        "98% of children have a plan.",
        "Many are agency staff.",
        "Nationally, 16% of social workers are agency staff.",
        "The England average for turnover is 15%.",
        "The council aims to reduce caseloads to 16.",
        "Agency use fell by 10%.",
        "Inspectors met with 12 children in care.",
        "Seven care leavers were in custody.",
        "A third party reviewed the agency staff.",
        "Turnover rose in the second half of the year.",
        "A team of 22 social workers serves the north.",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    ("texts", "value", "direction", "before"),
    [
        (["Caseloads were reduced from 22 to an average of 18.5."], 18.5, "down", 22),
        (["Agency staff make up 31%, compared with 23% in 2015."], 31, "up", 23),
        (["Re-referrals are now 24%, down from 31% a year ago."], 24, "down", 31),
        (["There were 20 children on protection plans, rising to 35 in May."], 35, "up", 20),
        (["At the last inspection, 30% of staff were agency; this is now 18%."], 18, "down", 30),
        (["Staff turnover has risen to 18%."], 18, "up", None),
        (["The rate of agency staff is unchanged at 19%."], 19, "unchanged", None),
        (["Staff turnover has improved, to 18%."], 18, "down", None),
        (["Timeliness of reviews is improving, with 90% on time."], 90, "up", None),
        (["Staff turnover is 18%, an increase since May."], 18, "up", None),
        (["Staff turnover is 18%, higher than in England."], 18, None, None),
        (["There were 21 adoptions.", "This is an increase from 15 in 2014."], 21, "up", 15),
        (["Staff turnover is 18%."], 18, None, None),
        (["Caseloads have fallen, but some workers hold as many as 26."], 26, None, None),
    ],
)
def test_the_direction_and_the_value_before(
    texts: list[str], value: float, direction: str | None, before: float | None
) -> None:
    (figure,) = figures_of(*texts)
    assert (figure.value, figure.direction, figure.before) == (value, direction, before)


def test_a_sentence_goes_on_with_a_new_value() -> None:
    one, two = figures_of(
        "At the end of May, 147 children were on a child protection plan.",
        "This number had increased to 243 in June.",
    )
    assert (one.value, one.sentence) == (147, 0)
    assert (two.value, two.sentence, two.before, two.direction) == (243, 1, 147, "up")


def test_what_was_to_be_in_time_may_stand_in_the_sentence_before() -> None:
    (figure,) = figures_of("Health assessments matter.", "Only 40% were completed in time.")
    assert said(figure) == ("health assessments in time", 40, "%")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Some social workers hold more than 30 cases.", "over 30"),
        ("Some social workers hold 30 or more cases.", "at least 30"),
        ("Fewer than 20 per cent of staff are agency workers.", "under 20"),
        ("Almost 30% of staff are agency workers.", "nearly 30"),
        ("Around 30% of staff are agency workers.", "about 30"),
        ("Agency staff make up just under a third of the workforce.", "under a third"),
        ("A third of home visits were overdue.", "a third"),
        ("Two-thirds of the workforce is permanent.", "two thirds"),
        ("One in six social workers are agency staff.", "one in six"),
        ("Some social workers hold between 26 and 28 cases.", "26–28"),
        ("Between a quarter and a third of staff are agency workers.", "a quarter to a third"),
        ("The average caseload is 18.5.", "18.5"),
    ],
)
def test_a_number_is_told_as_it_is_printed(text: str, words: str) -> None:
    (figure,) = figures_of(text)
    assert amount_in_words(figure) == words


def test_the_value_before_is_told_as_it_is_printed() -> None:
    (figure,) = figures_of("The share of agency staff fell from a third to a quarter.")
    assert figure.before == 33.3
    assert (before_in_words(figure), amount_in_words(figure)) == ("a third", "a quarter")


@pytest.mark.parametrize(
    "text",
    [
        "Caseloads are too high in two parts of the service.",
        "Caseloads are unmanageable in three localities.",
        "Indirect contacts are delayed for two thirds of members.",
        "Fifty-seven (61%) were still in care or had returned to care.",
    ],
)
def test_numbers_of_something_else_are_no_figures(text: str) -> None:
    assert figures_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "All the same, 41 per cent of staff come from agencies.",
        "When it was inspected, 41% of its workers were hired through agencies.",
        "Agencies are costly: 41% of social workers are supplied by agencies.",
    ],
)
def test_staff_of_agencies(text: str) -> None:
    assert [said(figure) for figure in figures_of(text)] == [("agency staff", 41, "%")]


def test_several_figures_of_a_sentence_keep_their_order() -> None:
    found = figures_of("Turnover is 18%, 30% of staff are agency and the average caseload is 17.")
    assert [said(figure)[:2] for figure in found] == [
        ("staff turnover", 18),
        ("agency staff", 30),
        ("average caseload", 17),
    ]


def test_shares_in_a_list_have_the_words_of_the_last() -> None:
    found = figures_of("77% of girls, 80% of boys and 90% of babies have their reviews on time.")
    assert [said(figure)[:2] for figure in found] == [
        ("reviews in time", 77),
        ("reviews in time", 80),
        ("reviews in time", 90),
    ]


def test_a_wall_of_text_is_no_sentence() -> None:
    assert figures_of("41% of staff are agency workers. " + "x" * 4000) == []
