"""Sentences that tell of an earlier visit than the document's own."""

import pytest

from store.model.document import CouncilNamed, Document, Sentence, Source
from store.model.visit import VisitNamed
from store.model.vocabulary import DocumentKind, VisitKind
from store.parsing.times.looking_back import looking_back


def told(
    *texts: str, visit: VisitKind = "monitoring-visit", kind: DocumentKind = "article"
) -> dict[int, str]:
    sentences = tuple(Sentence(text, "", 1, 1, 0, len(text)) for text in texts)
    document = Document(
        id="a",
        source=Source("/a", "a", "text/plain", "a", 1),
        kind=kind,
        councils=(CouncilNamed("Westshire", None),),
        published="2018-09-18",
        visits=(VisitNamed("Westshire", visit, 4, "2018-08-22", "2018-08-22"),),
        judged_inadequate={"Westshire": "2016-11"},
        sentences=sentences,
    )
    return looking_back(sentences, document)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("At the last inspection, 30 children had no social worker.", ""),
        ("At the previous inspection, in May 2015, too many plans were late.", "2015-05"),
        ("In its report of December 2016 Ofsted said: “Plans are late and nobody checks.”",
         "2016-12"),
        ("A monitoring visit in October 2017 concluded that change was too slow.", "2017-10"),
        ("Westshire was judged inadequate in 2016.", "2016"),
        ("At the previous visit in May 2018, 40 children had no social worker.", "2018-05"),
        ("The last inspection of the council’s fostering service was in May 2015.", "2015-05"),
        ("Two years ago inspectors found that plans were late.", "2016"),
        ("Ofsted inspected the borough three years ago and found that plans were late.", "2015"),
        ("Several months ago Ofsted found that plans were late.", ""),
        ("When inspectors visited in March, plans were late.", "2018-03"),
        ("When Ofsted last inspected the borough and its partners, plans were late.", ""),
        ("In May, inspectors said: “Plans are late and nobody checks.”", "2018-05"),
        ("Last year, inspectors warned that plans were late.", "2017"),
        ("Westshire was rated good last year.", "2017"),
        ("Previously, plans were rarely written.", ""),
        ("Historically, the threshold was too high.", ""),
        ("At the third monitoring visit, plans were late.", ""),
        ("The second monitoring visit, in March, identified drift.", "2018-03"),
        ("Inspectors had previously found that plans were late.", ""),
        ("The previous letter noted that plans were late.", ""),
        ("In Ofsted’s letter of 12 May 2018 caseloads were put at 28.", "2018-05"),
        ("At the last visit, plans did not always have a date.", ""),
        ("At the inspection of May 2015, 12 children did not yet have a plan.", "2015-05"),
        ("The inspection of May 2015 found that managers needed to check more.", "2015-05"),
        ("In May 2015 inspectors told the council to make better plans.", "2015-05"),
        ("Previously there were few foster carers.", ""),
        ("Historically social workers had too little time.", ""),
        ("The last inspection, of all services for children, was in May 2015.", "2015-05"),
        ("The last inspection was poor, staff said, and plans began in May 2015.", ""),
        ("When it was inspected, a third of staff came from agencies.", "2016-11"),
        ("Eighteen months ago, half of all plans were late.", "2017-03"),
        ("Just over a year ago, the front door was short of staff.", "2017"),
        ("Almost a third of reviews were late two years ago.", "2016"),
        ("The same time last year 44 cases had no worker.", "2017-09"),
        ("But last winter, managers did not know who was waiting.", ""),
        ("Last autumn, duty teams had too few staff.", "2017"),
        ("Back in 2015, oversight was weak.", "2015"),
        ("In 2015, a fifth of posts were empty.", "2015"),
        ("When the former chair left in May 2017, the board had no plan.", "2017-05"),
        ("Until very recently, referrals were rarely signed off.", ""),
        ("Until April 2018, referrals were not signed off.", ""),
        ("Prior to the inspection, supervision did not happen.", ""),
        ("Earlier monitoring visits have identified delay.", ""),
        ("At previous monitoring visits, plans were late.", ""),
        ("Inspectors reported in May that hiring had stalled.", "2018-05"),
    ],
)  # fmt: skip
def test_a_sentence_looks_back(text: str, date: str) -> None:
    assert told(text) == {0: date}


def test_in_a_letter_we_are_the_inspectors() -> None:
    texts = "Last year, we said that plans were late.", "In our letter of 12 May 2018 we saw delay."
    assert told(*texts, kind="monitoring-visit-letter") == {0: "2017", 1: "2018-05"}


def test_at_the_time_of_an_inspection_is_not_then() -> None:
    texts = "At the last visit, plans were late.", "At the time of the inspection, staff were few."
    assert told(*texts) == {0: "", 1: "2016-11"}


def test_then_is_the_time_of_the_sentence_before() -> None:
    report = "Ofsted's inspection report of April 2016 was blunt."
    assert told(report, "Inspectors then found 33 children without a social worker.") == {
        0: "2016-04",
        1: "2016-04",
    }
    assert told("The team met in May.", "Inspectors then found 33 late plans.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Caseloads are higher than at the last inspection.",
        "Caseloads have fallen since the inspection in 2016.",
        "Plans were late at the last inspection and are still late.",
        "At the last inspection, 30% of staff were agency; this is now 18%.",
        "The weaknesses found at the last inspection remain.",
        "The visit on 22 August 2018 found that plans were late.",
        "At the visit of August 2018, plans were late.",
        "In Westshire, rated inadequate in November 2016, the visit was about plans.",
        "In 2014-15, 120 children were reported missing.",
        "Initial visits were late.",
        "The children were seen, and then the plan was late.",
        "Most managers were new.",
        "When inspectors visited in August, plans were late.",
        "In August, inspectors found that plans were late.",
        "The service was set up two years ago.",
        "The fourth monitoring visit found that plans were late.",
        "It was the first monitoring visit since the inspection.",
        "Plans are better than they were when inspectors came two years ago.",
        "A new team that began in May was praised by inspectors.",
        "Previously looked-after children were seen often.",
        "Previously adopted children were well supported.",
        "Previously good services were closed by the council.",
        "Those whom inspectors saw last year have to have a plan by law.",
        "At the last inspection plans were late, and managers need to check them.",
        "Previously, plans were late, but they are now on time.",
        "Last year, the council hired 20 social workers.",
        "Last year, we hired 20 social workers.",
        "Twelve months ago, a new board was set up.",
        "Two years ago, managers brought in a tool which was useful.",
        "A month ago, 12 children had no social worker.",
        "Last summer, 20 carers were approved.",
        "In 2017, a fifth of posts were empty.",
        "Staff whom inspectors met were in other teams a year ago.",
        "A year ago, a fifth of posts were empty; it is now a tenth.",
        "Until recently, children have been left in homes that harm them.",
        "Prior to the inspection, a tool was brought in.",
        "Prior to this visit, plans were late.",
        "Earlier monitoring visits have identified delay, and this continues.",
        "Notes of previous visits were not always written up.",
        "Inspectors found in August that plans were late.",
    ],
)
def test_a_sentence_does_not(text: str) -> None:
    assert told(text) == {}


def test_the_inspection_is_the_one_before_only_of_what_is_no_inspection() -> None:
    text = "At the inspection, 33 children had no social worker."
    assert told(text) == {0: "2016-11"}
    assert told(text, visit="inspection") == {}


@pytest.mark.parametrize(
    "text",
    [
        "Until recently, referrals were rarely signed off.",
        "In 2015, a fifth of care leavers were in work.",
        "Prior to the inspection, supervision did not happen.",
    ],
)
def test_an_inspection_is_about_the_time_before_it(text: str) -> None:
    assert told(text, visit="inspection") == {}
    assert told(text) != {}


def test_last_summer_is_not_that_of_the_visit() -> None:
    assert told("Last summer, duty teams had too few staff.") == {}
