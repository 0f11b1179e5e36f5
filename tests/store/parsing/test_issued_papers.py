"""Papers of departments, other inspectorates and councils are no articles and no reports."""

import pytest

from store.model.document import Document
from store.parsing import parse

from .printing import as_text

NUMBERED = (
    "1. The service was seen in spring.\n\n2. It has far to go.\n\n3. Staff told me: “We try.”"
)


def read(*rows: str) -> Document:
    return parse(as_text("\n\n".join(rows))).document


@pytest.mark.parametrize(
    ("rows", "title", "date"),
    [
        (
            ["Care Inspectorate Wales\nPerformance evaluation inspection of children’s services",
             "Inspection dates: 4 to 8 March 2024", "Staff know the children whom they help."],
            "Performance evaluation inspection of children’s services", None),
        (
            ["Care Quality Commission (CQC)\nMedway Council: local authority assessment",
             "Published: 4 March 2024", "People wait too long to be seen."],
            "Medway Council: local authority assessment", "2024-03-04"),
        (
            ["Statutory direction to Medway Council\n4 March 2024", "WHEREAS:",
             "The Secretary of State (“the Minister”) has seen what Ofsted said of the council."],
            "Statutory direction to Medway Council", "2024-03-04"),
        (
            ["Children’s Services Commissioner’s report on Medway\nMarch 2024", NUMBERED],
            "Children’s Services Commissioner’s report on Medway", "2024-03"),
        (
            ["Joint area review\nMedway Children’s Services Authority Area\nPublished 4 March 2007",
             "Reference no. 123", "Review of services for children", "Staff know the children."],
            "Joint area review", "2007-03-04"),
        (
            ["Report to Cabinet\n4 March 2024\nMedway Council", NUMBERED],
            "Report to Cabinet", "2024-03-04"),
        (
            ["Medway Council: improvement plan\n4 March 2024", NUMBERED],
            "Medway Council: improvement plan", "2024-03-04"),
    ],
)  # fmt: skip
def test_a_paper_is_of_no_known_kind(rows: list[str], title: str, date: str | None) -> None:
    document = read(*rows)
    assert (document.kind, document.title, document.published) == ("other", title, date)
    # What a council's own paper quotes is checked; a defined term is no quotation.
    own = title.startswith("Report to") or "plan" in title
    assert [quoted.text for quoted in document.quotations] == (["We try."] if own else [])
    named = [council.name for council in document.councils]
    assert named == (["Medway"] if "Medway" in " ".join(rows) else [])


@pytest.mark.parametrize(
    "headline",
    [
        "Improvement notice lifted from Medway Council after six years",
        "Report to cabinet reveals fall in caseloads at Medway Council",
        "Medway Council agrees Ofsted action plan",
        "Commissioner’s report hits out at Medway Council",
        "Peer review finds Medway Council has turned a corner",
    ],
)
def test_headlines_that_begin_alike_are_of_articles(headline: str) -> None:
    document = read(
        f"{headline}\nBy Jane Roe\n4 March 2024",
        "Ofsted has told Medway Council that its services for children are better than they were.",
        "“We are glad of it,” said Ann Hall, the council’s director of children’s services.",
    )
    assert (document.kind, document.title) == ("article", headline)


def test_ofsted_beside_other_inspectorates_is_no_paper_of_theirs() -> None:
    document = read(
        "Ofsted\nCare Quality Commission",
        "Joint targeted area inspection of the multi-agency response to neglect in Medway",
        "Headline findings",
        "Partners share what they know within the day.",
    )
    assert document.kind == "jtai-letter"


@pytest.mark.parametrize(
    ("row", "date"),
    [
        ("Minutes, Monday 4 March 2024", "2024-03-04"),
        ("Date of meeting: 4 March 2024", "2024-03-04"),
        ("Next meeting: 4 March 2024", None),
        ("Inspection date: 4 March 2024", None),
        ("The board saw the letter of 4 March 2024 and talked of it at length.", None),
    ],
)
def test_the_date_of_a_paper_stands_in_a_row_of_its_own(row: str, date: str | None) -> None:
    document = read(
        "Children and Young People Scrutiny Committee", row, "Apologies: none", NUMBERED
    )
    assert (document.kind, document.published) == ("other", date)


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        (["Radio Kent, breakfast, transcript", "ROE: It has been hard in Medway."], ["Medway"]),
        (["Letter to Kent’s schools", "Copied to Medway Council", "Dear all"], ["Kent"]),
        (["Kent and Medway", "Notes of the board", "Medway Council was thanked."], []),
    ],
)
def test_the_council_of_a_paper_is_the_only_one_of_its_head_or_title(
    rows: list[str], names: list[str]
) -> None:
    document = read(*rows)
    assert document.kind == "other"
    assert [council.name for council in document.councils] == names


def test_what_a_site_prints_around_a_paper_is_no_part_of_it() -> None:
    above = ["We use cookies to make this site work.", "Policy paper"]
    below = ["From:", "Department for Education", "Published", "4 March 2024", "Last updated",
             "5 June 2024"]  # fmt: skip
    text = ["To: Medway Council", "The council must (‘the order’) appoint an adviser by June."]
    document = read(*above, "Improvement notice", *below, *text, "Is this page useful?")
    assert (document.kind, document.published) == ("other", "2024-03-04")
    assert [sentence.text for sentence in document.sentences][-2:] == text
    assert not {*above, *below, "Is this page useful?"} & set(document.text.split("\n\n"))


def test_words_that_a_site_prints_too_stay_where_they_stand_alone() -> None:
    document = read("Medway Council: improvement plan", "Guidance", NUMBERED, "Details")
    assert "Guidance" in document.text
    assert "Details" in document.text
