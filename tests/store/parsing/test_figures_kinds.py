"""Kinds of wording that the draws of sentences of many councils showed to be misread."""

import pytest

from .what_is_read import figures_of


def read(text: str) -> list[tuple[str, object]]:
    return [(told.measure, told.value) for told in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "measure", "value"),
    [
        # the nouns of time in their short forms, and what is timely told after the word
        ("Only 64% of IHAs are done within timescales.", "health assessments in time", 64),
        ("Of the RHIs, 58% took place within 72 hours.", "return interviews in time", 58),
        ("We hold 93% of ICPCs within 15 days of the strategy meeting.", "conferences in time", 93),
        ("The timely completion of plan reviews stands at 97%.", "reviews in time", 97),
        ("Dental checks are timely for 81% of children.", "health assessments in time", 81),
        ("Health checks are done in time for 77% of children.", "health assessments in time", 77),
        ("The hub answers 94% of contacts within 24 hours.", "referrals in time", 94),
        ("As many as 37% of assessments missed the deadline.", "overdue assessments", 37),
        ("A fifth of children were not visited within the first ten days.", "overdue visits", 20),
        ("It finished proceedings within the national target of 26 weeks in 48% of cases.",
         "care proceedings in time", 48),
        ("Some 92% of the reviews of children in care, which is a high rate, were held on time.",
         "reviews in time", 92),
        ("Timeliness of reviews fell to 63%, and records seen by inspectors were thin.",
         "reviews in time", 63),
        # counts in a bracket
        ("A high number of assessments (88) were not completed within timescales.",
         "overdue assessments", 88),
        ("Nine cases in proceedings are exceeding the 26 week target.",
         "overdue care proceedings", 9),
        ("A number of children (51) are currently missing from education.",
         "children missing education", 51),
        ("The number of privately fostered children is low (6).", "privately fostered children", 6),
        # what proceedings do take
        ("Care proceedings are now concluded within 29 weeks.", "care proceedings", 29),
        ("Care proceedings are swift, within an average timescale of 23 weeks.",
         "care proceedings", 23),
        # whom a council looks after, by its name or with their number after the words
        ("At the visit there were 233 children looked after by Anyshire.",
         "children looked after", 233),
        ("There were 233 children in care in Anyshire.", "children looked after", 233),
        ("The number of looked after children has remained stable at just over 230.",
         "children looked after", 230),
        ("Children known to be privately fostered number few: the number of children known to be "
         "privately fostered is low, currently seven.", "privately fostered children", 7),
        ("Last year the city placed 19 children for adoption.", "children placed for adoption", 19),
        ("There were 33 adoption placements last year.", "adoptions", 33),
        ("The number of children being adopted in Anyshire rose to 26.", "adoptions", 26),
        ("Three children from one family came into care for a second time.", "returned to care", 3),
        ("Fourteen children were reported missing in May.", "missing children", 14),
        ("In May, 31 children were identified as having an adoption decision.",
         "children with an adoption plan", 31),
        ("The number of children missing education cases was 118.",
         "children missing education", 118),
        # shares
        ("Placement stability is strong at 71.5%.", "placement stability", 71.5),
        ("A fifth of children (21%) had previously been on a child protection plan.",
         "repeat protection plans", 21),
        ("Over half of children in care are placed outside Anyshire.",
         "children outside the area", 50),
        ("Reliance on agency staff is easing; current rates are 14%.", "agency staff", 14),
        ("Of the 71 social workers in post during this monitoring visit, 24 were interim agency "
         "staff.", "agency staff", 24),
        ("A reduction followed in vacant social work posts, now at 17%.", "vacancies", 17),
        ("The number of locums employed stands at 21.", "agency staff", 21),
        ("A quarter of plans were a second period of child protection planning.",
         "repeat protection plans", 25),
        # what proceedings and interviews take, told otherwise
        ("The timeliness of court proceedings is good at less than 24 weeks.",
         "care proceedings", 24),
        ("Timescales for court proceedings, reported as 36 weeks, are too long.",
         "care proceedings", 36),
        ("It has cut the length of proceedings to within 25 weeks.", "care proceedings", 25),
        ("As for interviews after a return, a third of children wait more than 72 hours.",
         "overdue return interviews", 33.3),
        ("In Anyshire 31% of care proceedings remain outside the 26-week timescale.",
         "overdue care proceedings", 31),
        ("Two of nine cases in proceedings are outside the 26-week timescale.",
         "overdue care proceedings", 2),
        # the number after the group, or the group after the council
        ("On that day Anyshire looked after 131 children.", "children looked after", 131),
        ("Anyshire has 64 care leavers over the age of 18.", "care leavers", 64),
        ("It knows of children who are missing education (17 at the time of the inspection).",
         "children missing education", 17),
        ("The number of children subject to child protection plans at that time (183) is high.",
         "child protection plans", 183),
        ("The number of children adopted is low, although it rose to 23.", "adoptions", 23),
        ("It keeps records of the 144 children who are currently electively home educated.",
         "home-educated children", 144),
        ("Of the 27 children who were adopted, many are brothers.", "adoptions", 27),
        ("It has recruited two talented and permanent directors.", "recent appointments", 2),
        ("Caseloads in the assessment service and the teams for children in need of help are fair, "
         "with the highest seen consisting of 23 children.",
         "highest caseloads", 23),
        ("At that time 13 children had a decision to adopt.", "children with an adoption plan", 13),
        ("Recruiting led to 31 newly qualified social workers being offered roles.",
         "recent appointments", 31),
        ("Of the 411 children looked after in March, most are well.", "children looked after", 411),
        ("The number of children who were electively home educated was 154.",
         "home-educated children", 154),
        ("Eleven children who were subject to child in need and protection planning had been "
         "missing in May.", "missing children", 11),
        ("Few children are subject to a second child protection plan; at 10.5% for the year.",
         "repeat protection plans", 10.5),
        ("It aims to answer referrals within a day, but 19% of them take even longer.",
         "overdue referrals", 19),
        ("Nearly a third wait too long for a return interview.", "overdue return interviews", 33.3),
        ("It relies less on agencies by recruiting over 40 social workers since 2013.",
         "recent appointments", 40),
        ("In May, 77 children are cared for under special guardianship orders.",
         "special guardianship orders", 77),
        ("A large number of cases (312) where the assessment had not been done within timescales.",
         "overdue assessments", 312),
        ("Caseloads of social workers are high, averaging 28 plus across the service.",
         "average caseload", 28),
    ],
)  # fmt: skip
def test_a_figure_is_read(text: str, measure: str, value: float) -> None:
    assert read(text) == [(measure, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Staff say (7 to 18 May 2024) 9 agency social workers have changed.",  # a page
        "Reviews were on time in the fourth quarter of 2019–20.",
        "There was a 45% turnover of board members.",
        "Turnover has led to new starters being 40% of workers.",
        "Some 82% of children had no placement moves.",
        "A third of foster carers live outside the county.",
        "The re-referral rate for MARAC is 38%.",
        "Staffing will improve, and agency staff will be down to 6%.",
        "Only 55% are circulated within 20 days of the conference.",
        "Caseloads are high, although there is money for six extra posts.",
        "Few cases meet the 26 week timescale for proceedings to be completed.",
        "Government targets of 26 weeks for the length of proceedings are met.",
        "There are 17 children in school and none waiting for a place.",
        "The service is in contact with all but two care leavers.",
        "It is not in touch with 35 care leavers.",
        "There are 16 care leavers currently being helped to find work.",
        "The number of care leavers, now 24, who stay put has grown.",
        "The project kept nine children from coming into care.",
        "An audit of five missing children was thin.",
        "This year, 21 cases were discussed: eleven looked after children and ten others.",
        "Over 300 children in need cases were yet to be assessed.",
        "Caseloads are higher than the average of 15 to 18 of the handbook.",
        "This is an improvement on 2014–15, when 71% of visits were in time.",
        "There are no agency workers and 40% of the workforce is experienced.",
        "The England average for children with three or more placements is 10% and 65% have been "
        "in the same placement for two years.",
        "Of the workers, 54% of the total agency staff have been here for a year.",
        "Twenty-six care leavers, representing a third of those eligible, are tracked.",
        "The length of proceedings is two weeks shorter than in other places.",
        "Caseloads are high, particularly in the three reception teams.",
        "Caseloads are fairer, but not yet in two of the three long-term teams.",
        "Auditors found visits within ten days in less than half of the cases considered.",
    ],
)
def test_no_figure_is_read(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Health checks (91% within 20 days), dental records (96%) are good.",
            [("health assessments in time", 91)],
        ),
        (
            "All reviews are held within timescales and 97% of children have a plan.",
            [],
        ),
        (
            "While 84% of return interviews are done, and 88% of children have one within 72 "
            "hours, more could be had.",
            [("return interviews in time", 88)],
        ),
        (
            "Half take a return interview, a falling number of children have it within 72 hours.",
            [],
        ),
        (
            "New workers reported caseloads of 21, 23 and 26 children.",
            [("caseloads", 21), ("caseloads", 23), ("caseloads", 26)],
        ),
        (
            "Over half (58%) of children in care are placed outside of Anytown.",
            [("children outside the area", 58)],
        ),
        (
            "Seven per cent (44 children) of looked after children live with a parent.",
            [("children placed with parents", 44)],
        ),
        (
            "Some 12% of children had three or more placements, higher than 10% in similar "
            "councils.",
            [("placement moves", 12)],
        ),
        (
            "Only 8.1% of children had three or more placements and 66% had lived in the same "
            "placement for two years.",
            [("placement moves", 8.1), ("placement stability", 66)],
        ),
        (
            "Over two thirds have a return interview within 72 hours, so that nearly a third are "
            "waiting too long for it.",
            [("return interviews in time", 66.7), ("overdue return interviews", 33.3)],
        ),
        (
            "Since March 2015, when 640 children were being looked after, much has changed.",
            [],
        ),
    ],
)
def test_of_several_numbers_those_that_are_figures_are_read(
    text: str, told: list[tuple[str, object]]
) -> None:
    assert read(text) == told


@pytest.mark.parametrize(
    ("text", "direction", "before"),
    [
        (
            "In May, four children were privately fostered a reduction of one since 2014.",
            "down",
            None,
        ),
        (
            "There were 43 adoption placements this year, an improvement on 2012–13, when 39 "
            "children were placed.",
            "up",
            39,
        ),
        (
            "There has been an increase in the number of children adopted in Anyshire, from 14 in "
            "2014–15 to 19 in the year to date.",
            "up",
            14,
        ),
        (
            "Turnover fell from a previously high annual turnover of some 31% in 2014 to 12% now.",
            "down",
            31,
        ),
        (
            "There was a rise in the number of children subject to a child protection plan over "
            "the last ten months, from 205 to 330.",
            "up",
            205,
        ),
        (
            "The number of adoption orders has increased from 24 last year to 45 this year.",
            "up",
            24,
        ),
        (
            "Vacancies have been more than halved in a year, from 24% of the workforce to 11%.",
            "down",
            24,
        ),
        ("Reliance on agency staff is falling; current rates are 14%.", "down", None),
        (
            "Some 15% had three or more changes of worker – a reduction from the previous quarter "
            "of 31%.",
            "down",
            31,
        ),
        (
            "There has been an increase in children leaving care subject to Special Guardianship "
            "Orders (SGOs) from nine at the end of March 2014 to 13 in January 2015.",
            "up",
            9,
        ),
        (
            "This led to the looked after children population growing from 340 to 410.",
            "up",
            340,
        ),
    ],
)
def test_how_a_figure_changed_is_read_with_it(
    text: str, direction: str, before: float | None
) -> None:
    (figure,) = figures_of(text)
    assert (figure.direction, figure.before) == (direction, before)


def test_a_share_that_is_only_said_to_be_so_much_is_of_what_was_told_before() -> None:
    before = "A high proportion of children became subject to a second child protection plan."
    (figure,) = figures_of(before, "This was at 22% in June 2015.")
    assert (figure.measure, figure.value, figure.sentence) == ("repeat protection plans", 22, 1)
    assert figures_of("Children live in a large county.", "This is 22% of its population.") == []


@pytest.mark.parametrize(
    "text",
    [
        "It has reduced the number of children waiting for a family, with 62 children adopted.",
        "There was a decline in May, with reviews for six children not held within timescales.",
    ],
)
def test_a_change_of_something_else_is_not_told_of_a_figure(text: str) -> None:
    (figure,) = figures_of(text)
    assert figure.direction is None


def test_a_number_far_from_the_one_before_is_not_its_earlier_value() -> None:
    (figure,) = figures_of(
        "There are 340 unaccompanied children in the county.",
        "This is a decrease from 1,790 at 19 June 2016.",
    )
    assert (figure.value, figure.direction, figure.before) == (340, None, None)
