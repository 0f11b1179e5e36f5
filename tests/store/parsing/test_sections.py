"""How far headings reach: over what must be put right, and over circumstances."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from store.findings.contexts import contexts
from store.model.document import Document
from store.parsing import parse
from store.reading.reader import Reading

from .printing import RENDERINGS, Printed, as_wrapped_text, line, reading_of

PRAISE = "The board {} a strong and purposeful chair, whose challenge to partners is well kept up."
OPENING: Printed = [
    ("heading", "Executive summary"),
    ("para", "The council has lost its way, and what it began three years ago has not been ended."),
    ("para", "Too many children wait for a plan, and those who have one do not always know it."),
]


def report(*body: tuple[str, str]) -> Printed:
    return [*OPENING, *body]  # type: ignore[list-item]


def numbered(first: int, *texts: str) -> list[tuple[str, str]]:
    return [("number", f"{first + index}. {text}") for index, text in enumerate(texts)]


def decided(document: Document) -> dict[str, str]:
    """For each sentence by its first two words what its headings decide."""
    return {
        " ".join(sentence.text.split()[:2]): "concern"
        if context.improvement
        else "circumstances"
        if context.circumstances
        else ""
        for sentence, context in zip(document.sentences, contexts(document), strict=True)
    }


POINTS = (
    "Ensure that every child has a plan, and that the plan is looked at again in time.",
    "Strengthen the oversight of managers so that drift and delay are seen and ended.",
)


@pytest.mark.parametrize("rendering", RENDERINGS)
@pytest.mark.parametrize(
    "heading",
    [
        "Inspection findings – the Local Safeguarding Children Board",
        "Inspection findings",
        "Key strengths and weaknesses of the LSCB",
        "The experiences and progress of children who need help and protection",
        "Summary",
    ],
)
def test_what_to_put_right_ends_at_a_heading_over_findings(heading: str, rendering: str) -> None:
    body = report(
        ("heading", "Recommendations"),
        *numbered(140, *POINTS),
        ("heading", heading),
        *numbered(142, PRAISE.format("has"), PRAISE.format("keeps")),
    )
    document = parse(RENDERINGS[rendering](body)).document
    found = decided(document)
    assert (found["Ensure that"], found["Strengthen the"]) == ("concern", "concern")
    assert found["The board"] == ""
    [part] = {s.part for s in document.sentences if s.text.startswith("The board")}
    assert part != "Recommendations"
    assert len(document.recommendations) == 2


@pytest.mark.parametrize("rendering", RENDERINGS)
def test_subheadings_and_deadlines_part_the_points(rendering: str) -> None:
    body = report(
        ("heading", "What does the local authority need to improve?"),
        ("heading", "Priority and immediate action"),
        *numbered(1, POINTS[0]),
        ("heading", "Leadership, management and governance"),
        *numbered(2, POINTS[1]),
        ("heading", "The local authority’s strengths"),
        *numbered(3, PRAISE.format("has")),
    )
    document = parse(RENDERINGS[rendering](body)).document
    assert decided(document) == decided(document) | {
        "Ensure that": "concern",
        "Strengthen the": "concern",
        "The board": "",
    }
    assert [point.number for point in document.recommendations] == ["1", "2"]


def test_the_number_of_a_lead_in_counts_no_points() -> None:
    body = report(
        ("heading", "Areas for improvement"),
        *numbered(15, "To improve services the council should take the following action:"),
        ("heading", "Within three months:"),
        ("bullet", POINTS[0]),
        ("heading", "Outcomes for looked after children Grade 4 (inadequate)"),
        *numbered(16, PRAISE.format("has")),
    )
    document = parse(RENDERINGS["pdf"](body)).document
    assert (decided(document)["Ensure that"], decided(document)["The board"]) == ("concern", "")
    assert [point.deadline for point in document.recommendations] == ["Within three months"]


def test_to_have_no_area_for_action_is_no_concern() -> None:
    none = "There are no areas for priority or immediate action."
    body = report(("heading", "Priority and immediate action"), *numbered(18, none))
    assert decided(parse(RENDERINGS["pdf"](body)).document)["There are"] == ""


@pytest.mark.parametrize("make", [as_wrapped_text, RENDERINGS["pdf"]])
def test_circumstances_end_at_a_heading_over_findings(make: Callable[[Printed], Reading]) -> None:
    body = report(
        ("heading", "Information about this local authority area"),
        ("heading", "Children living in this area"),
        (
            "para",
            "Some 38,300 children live in the area, which is a quarter of all who live there.",
        ),
        ("heading", "Areas for improvement"),
        ("bullet", POINTS[0]),
        ("heading", "Key strengths"),
        ("para", PRAISE.format("has")),
    )
    found = decided(parse(make(body)).document)
    assert (found["Some 38,300"], found["Ensure that"], found["The board"]) == (
        "circumstances",
        "concern",
        "",
    )


def test_a_heading_that_says_what_the_council_does_well_is_no_part() -> None:
    rows = [
        line("Summary of key findings", 740.0, size=14.0, bold=True),
        line("The local authority has the following strengths:", 700.0, bold=True),
        line(
            "1. Leaders know every street of the town, and have done so for ten years now.", 670.0
        ),
        line("Areas for improvement", 640.0, bold=True),
        line(
            "2. Ensure that every child has a plan, and that it is looked at again in time.", 610.0
        ),
        line(
            "3. Strengthen the oversight of managers so that drift and delay come to an end.", 580.0
        ),
    ]
    document = parse(reading_of(rows)).document
    assert {s.part for s in document.sentences if s.section == "Areas for improvement"} == {
        "Summary of key findings"
    }
