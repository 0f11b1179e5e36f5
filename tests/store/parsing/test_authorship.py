"""Documents of no known kind are given to whose they are, Ofsted's words in them to Ofsted."""

import pytest

from store.findings.voices import voices
from store.model.line import Line
from store.parsing import parse

from .printing import reading_of

HEAD = ["AGENDA ITEM 4", "Report to: Scrutiny Committee", "Lead Officer: Ines Hall"]
REPLY = ["Wexmoor Council", "Dear Ms Poole", "Your monitoring visit", "Caseloads are now 17.",
         "Yours sincerely", "Ines Hall", "Director, Children’s Services", "cc Ofsted"]  # fmt: skip


def voiced(rows: list[str]) -> dict[str, str]:
    parsed = parse(reading_of([Line(row, gap=True) for row in rows]))
    assert parsed.document.kind == "other"
    assert parsed.document.quotations == ()
    found = voices(parsed.document, parsed.quoted, parsed.paragraph_of, parsed.own_voice)
    return {s.text: v for s, v in zip(parsed.document.sentences, found, strict=True)}


@pytest.mark.parametrize(
    ("rows", "sentence", "voice"),
    [
        ([*HEAD, "The budget has grown."], "The budget has grown.", "council"),
        ([*HEAD, "Ofsted found that plans drift."], "Ofsted found that plans drift.", "ofsted"),
        ([*HEAD, "Members asked why plans drift."], "Members asked why plans drift.", "council"),
        (["Agenda item", "Minutes:", "The areas were shown to all: homes and schools."],
         "The areas were shown to all: homes and schools.", "council"),
        (REPLY, "Caseloads are now 17.", "council"),
        (["County Hall", "Sam Poole HMI", "Dear Sam", "Monitoring visit to children’s services",
          "Thank you for your letter of 5 March.", "Caseloads are now 17.", "Yours sincerely,",
          "Ines Hall", "Director, Children and Families"], "Caseloads are now 17.", "council"),
        (["Children’s services: self-assessment 2018", "Our plans need work."],
         "Our plans need work.", "council"),
        ([*HEAD, "Cabinet considered the plans."], "Cabinet considered the plans.", "council"),
        (["Wexmoor Council @WexmoorCouncil · 5 March", "Caseloads are falling."],
         "Caseloads are falling.", "council"),
        (["Wexmoor Safeguarding Children Partnership", "Serious case review", "Child Q",
          "The bruise was not asked about."], "The bruise was not asked about.", "other"),
        (["Home report", "Unique reference number SC000", "Staff know each child well."],
         "Staff know each child well.", "ofsted"),
        (["5 March 2019", "Dear Ms Hall", "Your year", "We spoke of your plans.",
          "Yours sincerely", "Sam Poole", "Regional Director"],
         "We spoke of your plans.", "ofsted"),
        (["www.ofsted.gov.uk", "Dear Ms Hall", "Annual assessment", "Plans drift.",
          "Yours sincerely", "Sam Poole", "Director"], "Plans drift.", "ofsted"),
        (["A note", "Plans drift."], "Plans drift.", "other"),
        (["Dear Ines", "Thank you for having the peer team.", "Plans drift."],
         "Plans drift.", "other"),
        (["Care Inspectorate", "Joint inspection of services in Carrickmuir", "Plans drift."],
         "Plans drift.", "other"),
        (["Regional radio, 5 March, transcript", "GILL: Plans drift."],
         "GILL: Plans drift.", "other"),
        (["Wexmoor: quarterly scorecard", "Caseloads are now 17."],
         "Caseloads are now 17.", "council"),
        (["Findings and evaluation of progress", "Plans drift."], "Plans drift.", "ofsted"),
        (["Areas covered by the visit", "Plans drift."], "Plans drift.", "ofsted"),
        (["HM Chief Inspector’s annual report", "Plans drift."], "Plans drift.", "ofsted"),
        (["Dear Editor", "Your page on Wexmoor’s visit was wrong.", "Plans drift.", "A. Reader"],
         "Plans drift.", "other"),
        (["Letters to the editor", "Dear Madam", "Plans drift.", "Yours faithfully", "A. Reader"],
         "Plans drift.", "other"),
        (["Letters to the editor", "Dear Madam", "Plans are good.", "Yours faithfully",
          "Cllr Ann Reader", "Leader of Wexmoor Council"], "Plans are good.", "council"),
        (["From: Hall, Ines", "To: All staff", "Subject: Ofsted", "Dear all",
          "Ten posts are empty.", "Ines Hall", "Director of Families"],
         "Ten posts are empty.", "council"),
        (["Dear Ms Hall", "Your year", "Plans drift.", "Sam Poole", "Senior HMI"],
         "Plans drift.", "ofsted"),
    ],
)  # fmt: skip
def test_sentences_of_other_papers_have_the_voice_of_their_author(
    rows: list[str], sentence: str, voice: str
) -> None:
    assert voiced(rows)[sentence] == voice


def test_a_letter_of_ofsted_in_a_paper_of_the_council_is_ofsteds() -> None:
    found = voiced(
        [*HEAD, "The budget has grown.",
         "This letter summarises the findings of the monitoring visit in May.",
         "Plans drift, and nobody asks why.",
         "Yours sincerely",
         "The budget will grow again."]
    )  # fmt: skip
    assert found["The budget has grown."] == "council"
    assert found["Plans drift, and nobody asks why."] == "ofsted"
    assert found["The budget will grow again."] == "council"


@pytest.mark.parametrize(
    "sentence",
    [
        "Alarm was expressed over how far from home the children live.",
        "It was noted that the letter from Ofsted had been published.",
        "Questions were raised as to who signs the plans.",
        "Scrutiny Committee is recommended to receive the letter from Ofsted.",
        "Notes the letter from Ofsted.",
    ],
)
def test_what_a_meeting_does_in_the_passive_is_no_finding(sentence: str) -> None:
    assert voiced([*HEAD, sentence])[sentence] == "council"


def test_what_was_found_is_ofsted_s_in_a_paper_too() -> None:
    assert voiced([*HEAD, "Plans were found to drift."])["Plans were found to drift."] == "ofsted"


def test_a_report_that_asks_its_members_to_decide_is_the_council_s() -> None:
    rows = ["Report of the Director of Families", "Cabinet is asked to note that plans drift."]
    assert voiced(rows)[rows[1]] == "council"


def test_an_e_mail_is_called_by_its_subject() -> None:
    rows = ["From: Hall, Ines", "Sent: 5 March 2024", "Subject: FW: Re: Our plans", "Hi all",
            "Plans drift."]  # fmt: skip
    assert parse(reading_of([Line(row, gap=True) for row in rows])).document.title == "Our plans"


def told(rows: list[str]) -> dict[str, str]:
    parsed = parse(reading_of([Line(row, gap=True) for row in rows]))
    assert parsed.document.kind == "article"
    found = voices(parsed.document, parsed.quoted, parsed.paragraph_of, parsed.own_voice)
    return {s.text: v for s, v in zip(parsed.document.sentences, found, strict=True)}


OURS = ["We are glad of the visit that inspectors made to our families team in the spring.",
        "Inspectors found that plans drift.", "Our teams have ten new social workers.",
        "Cllr Jo Bell said: “We will do more.”"]  # fmt: skip


def test_a_council_s_own_statement_is_the_council_s() -> None:
    found = told(["Medway Council on its visit", "5 March 2024", *OURS])
    assert found[OURS[0]] == found[OURS[2]] == "council"
    assert found[OURS[1]] == "ofsted"


@pytest.mark.parametrize(
    ("title", "by", "rows"),
    [
        ("Medway Council on its visit", ["By Sue Hall"], OURS),
        ("Unison on the visit to Medway Council", [], OURS),
        ("Medway Council has its visit", [],
         ["We reported in May that Medway waited for its inspectors to come back.",
          "Our readers wrote to us.", "Our teams have ten new social workers.", OURS[3]]),
    ],
)  # fmt: skip
def test_what_a_reporter_or_a_union_writes_is_not_the_council_s(
    title: str, by: list[str], rows: list[str]
) -> None:
    found = told([title, *by, "5 March 2024", *rows])
    assert found[OURS[2]] == "reporter"
