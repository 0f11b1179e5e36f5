"""Letters on visits to trusts and to councils that share their services; heads of web copies."""

import pytest

from store.model.document import Document
from store.parsing import parse
from store.parsing.councils import register

from .printing import as_text

LETTER = """{head}

Dear Ann

Monitoring visit to {title}

This letter summarises the findings of the monitoring visit to {told} on 28 and 29 January 2020.
{more}

Areas covered by the visit

Inspectors reviewed the help given to care leavers.

Headline findings

Families wait for less time than they did.

Yours sincerely

Tom Cox
Her Majesty’s Inspector
"""


def letter(title: str, told: str, *, head: str = "14 February 2020", more: str = "") -> Document:
    return parse(as_text(LETTER.format(head=head, title=title, told=told, more=more))).document


@pytest.mark.parametrize(
    "told",
    [
        "Sandwell, whose services for children and families are provided by Sandwell Children’s "
        "Trust under a contract with Sandwell Metropolitan Borough Council,",
        "the services that Birmingham Children’s Trust provides to children, to young people and "
        "to their families under an agreement with Birmingham City Council, which owns it,",
    ],
)
def test_a_long_name_keeps_the_visit_from_no_date(told: str) -> None:
    visit = letter("children’s services", told).visits[0]
    assert (visit.start, visit.end) == ("2020-01-28", "2020-01-29")


def test_a_date_in_a_sentence_of_its_own_is_not_the_visits() -> None:
    told = (
        "Medway. Its plan for the year had been talked over with the leaders of every school, with "
        "every surgery, with the police and with the foster carers before it was approved"
    )
    assert letter("Medway children’s services", told).visits[0].start is None


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (
            "the London Borough of Wandsworth and the Royal Borough of Kingston upon Thames",
            ["Wandsworth", "Kingston upon Thames"],
        ),
        ("East and West Sussex children’s services", ["East Sussex", "West Sussex"]),
        ("South & North Tyneside children’s services", ["South Tyneside", "North Tyneside"]),
    ],
)
def test_councils_that_share_a_letter_have_a_visit_each(title: str, names: list[str]) -> None:
    document = letter(title, "both")
    assert [council.name for council in document.councils] == names
    assert [visit.council for visit in document.visits] == names
    assert {visit.start for visit in document.visits} == {"2020-01-28"}
    assert {visit.focus for visit in document.visits} == {document.focus}


def test_a_council_further_on_in_a_title_is_not_visited() -> None:
    document = letter("Medway children’s services, delivered with help from Kent", "Medway")
    assert [visit.council for visit in document.visits] == ["Medway"]


@pytest.mark.parametrize("text", ["the North and West Yorkshire police", "the East and Medway"])
def test_a_point_of_the_compass_alone_is_no_council(text: str) -> None:
    named = [mention.council for mention in register().mentions(text)]
    assert not {"North Yorkshire", "East Sussex"} & set(named)


def test_digits_of_footnotes_are_no_part_of_title_and_focus() -> None:
    document = letter("Medway children’s services1", "Medway", more="Inspectors reviewed the help "
                      "given to care leavers2 and to families.")  # fmt: skip
    assert document.title == "Monitoring visit to Medway children’s services"
    assert document.focus == ("the help given to care leavers and to families",)


COPY = """Monitoring visit to Medway children’s services

14 February 2020

Dear Ann

This letter summarises the findings of the monitoring visit to Medway children’s
services on 28 and 29 January 2020. It was carried out by Tom Cox HMI.
"""


def test_a_title_may_stand_above_the_date() -> None:
    document = parse(as_text(COPY)).document
    assert document.title == "Monitoring visit to Medway children’s services"
    assert document.letter_date == "2020-02-14"
    assert document.sentences[0].text.startswith("This letter summarises")


@pytest.mark.parametrize(
    ("heading", "date"),
    [("14 February 2020", "2020-02-14"), ("Jane Roe", "2020-02"), ("", "2020-02")],
)
def test_a_full_date_tells_more_than_the_month_of_a_heading(heading: str, date: str) -> None:
    copy = COPY.replace("Monitoring visit to", "Letter, February 2020\n\nMonitoring visit to", 1)
    document = parse(as_text(copy.replace("14 February 2020", heading))).document
    assert document.letter_date == date
