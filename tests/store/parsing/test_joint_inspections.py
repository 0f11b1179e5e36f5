"""Joint targeted area inspections: what they looked at, who made them and who signs for them."""

import pytest

from store.model.document import Document
from store.parsing import parse

from .printing import as_text

REPORT = """Joint targeted area inspection of {title}

Inspection dates: 3 to 7 March 2025

Headline findings

Partners share what they know within the day, and families are seen soon after.

Areas for priority action

- The speed with which families are told what was decided.

{team}
"""
LETTER = """14 February 2020

Ann Hall
Director of Children’s Services

Dear local partnership

Joint targeted area inspection of the multi-agency response to neglect in Medway

Between 20 and 24 January 2020, Ofsted, the Care Quality Commission and HMI Constabulary carried out
a joint inspection of the multi-agency response to neglect in Medway. {dive}

This letter to all the service leaders in the area outlines our findings.

Key strengths

- Partners share what they know within the day.

Yours sincerely

{signed}
"""


def report(
    title: str = "the multi-agency response to neglect in Medway", team: str = ""
) -> Document:
    return parse(as_text(REPORT.format(title=title, team=team))).document


def letter(signed: str, dive: str = "") -> Document:
    return parse(as_text(LETTER.format(signed=signed, dive=dive))).document


@pytest.mark.parametrize(
    "team",
    [
        "Inspection team\n\nLead inspector: Ann Bell, His Majesty’s Inspector\nTom Cox, CQC\n"
        "Eve Dunn, HMICFRS",
        "The inspection team:\n- Lead inspector: Ann Bell, HMI\n- Tom Cox, CQC\n- Eve Dunn, HMI",
        "Inspection team\nOfsted lead inspector: Ann Bell, HMI\nCQC inspector: Tom Cox\n"
        "HMICFRS inspector: Eve Dunn",
    ],
)
def test_the_team_below_the_last_list_is_no_point_of_it(team: str) -> None:
    document = report(team=team)
    assert [point.text for point in document.recommendations] == [
        "The speed with which families are told what was decided."
    ]
    assert {person.name for person in document.inspectors} == {"Ann Bell", "Tom Cox", "Eve Dunn"}
    assert document.lead_inspector == "Ann Bell"
    assert "Bell" not in document.text
    assert "Inspection dates" not in document.text


def test_a_team_that_text_tells_of_stays_text() -> None:
    document = report(team="Inspection team\n\nWorkers in the team told Ann Bell of their pride.")
    assert document.lead_inspector is None
    assert "Ann Bell" in document.text


@pytest.mark.parametrize(
    ("title", "theme"),
    [
        ("the multi-agency response to neglect in Medway", "the multi-agency response to neglect"),
        (
            "the partnership response to serious youth violence in the London Borough of Merton",
            "the partnership response to serious youth violence",
        ),
        ("Medway children’s services", None),
    ],
)
def test_the_title_tells_what_was_looked_at(title: str, theme: str | None) -> None:
    assert report(title).focus == ((theme,) if theme else ())


def test_a_deep_dive_tells_more_than_the_title() -> None:
    document = letter(
        "Ann Bell", "There was a deep dive into the help given to children under two."
    )
    assert document.focus == ("the help given to children under two",)
    assert document.visits[0].focus == document.focus


@pytest.mark.parametrize(
    "signed",
    [
        "Ofsted\nAnn Bell\nNational Director, Social Care\n\nCare Quality Commission\nTom Cox\n"
        "Deputy Chief Inspector",
        "Ofsted                          Care Quality Commission\n"
        "Ann Bell                        Tom Cox\n"
        "National Director, Social Care  Deputy Chief Inspector",
    ],
)
def test_each_inspectorate_signs(signed: str) -> None:
    assert letter(signed).signed_by == "Ann Bell; Tom Cox"


def test_one_name_of_four_words_is_one_signature() -> None:
    assert letter("Maria da Silva Bell\nNational Director").signed_by == "Maria da Silva Bell"


@pytest.mark.parametrize(
    "who",
    [
        "The inspectors were Tom Cox, HMI, and Ann Bell, Her Majesty’s Inspector (lead).",
        "The visit was led by Ann Bell, HMI.",
        "The lead inspector was Ann Bell.",
    ],
)
def test_a_letter_may_say_who_led(who: str) -> None:
    rows = ["14 February 2020", "Dear Ann", "Focused visit to Medway children’s services",
            "This letter summarises the findings of the focused visit to Medway on 28 and 29 "
            f"January 2020. {who}", "Main findings", "Plans are clear to families."]  # fmt: skip
    assert parse(as_text("\n\n".join(rows))).document.lead_inspector == "Ann Bell"
