"""Set phrases of letters find nothing; what begins like one and goes on to judge does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.findings.finder import Finder
from store.findings.formulas import is_formula

FORMULAS = (
    "This was the third monitoring visit since services were judged inadequate in May 2021.",
    "The visit was carried out by two of His Majesty’s Inspectors, Ann Lee and Tom Hay.",
    "The inspectors were Ann Lee and Tom Hay.",
    "Inspectors considered a range of evidence, among it case records and supervision files.",
    "A wide range of evidence was considered during the visit.",
    "Inspectors reviewed the progress made in the area of permanence.",
    "The visit focused on children who go missing.",
    "We looked at the quality of pathway plans.",
    "I am copying this letter to the Department for Education.",
    "This letter will be published on the Ofsted website.",
    "We would like to thank the families who spoke to us.",
    "Dear Mrs O’Neill,",
    "Yours faithfully,",
    "Report to: Children and Families Scrutiny Committee",
    "Lead officer: Ann Lee, Director of Children’s Services",
    "Apologies: Councillor Hay",
    "RESOLVED: that the report be noted.",
    "Agenda item 9(b)",
    "Page 22, paragraph 79).",
    "(see pages 18 and 19, paragraphs 57, 59–62)",
)
FINDINGS = (
    "Dear to the families, the centre was closed.",
    "Resolved problems come back.",
    "Officers reported to members that visits are late.",
    "We would like to thank leaders, but plans are weak.",
    "Inspectors were impressed by the work with families.",
    "Inspectors found that plans are weak.",
    "The visit focused on children in need, whose plans are too often poor.",
    "Inspectors saw a range of good practice.",
    "Services were judged inadequate in 2018.",
    "We looked at the quality of plans and found it improved.",
    "Section 47 enquiries are late.",
    "See page 7 for poor plans.",
    "In 2018, 22 children waited.",
)


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_known(text: str) -> None:
    assert is_formula(text)


@pytest.mark.parametrize("text", FINDINGS)
def test_a_finding_is_none(text: str) -> None:
    assert not is_formula(text)


def test_formulas_are_neutral() -> None:
    assert {label.polarity for label in Finder().classify([*FORMULAS])} == {"neutral"}


@given(st.text(max_size=4000))
def test_any_text_is_one_or_none(text: str) -> None:
    assert is_formula(text) in (True, False)
