"""What a letter says that its visit looked at, however the list of it was copied."""

import textwrap

import pytest

from store.parsing import parse

from .printing import as_text
from .what_is_read import read

HEAD = """4 March 2019

Dear Sam

Monitoring visit of Bolton Council children’s services

This letter summarises the findings of the monitoring visit to Bolton on 5 and 6 February 2019.

Areas covered by the visit

"""
FINDINGS = (
    "\n\nOverview\n\nThe new leaders know their service well and have set out their plans. "
    "Too many plans for children are still late.\n\nYours sincerely\n\nJo Inspector\n"
)


def focus(text: str) -> tuple[str, ...]:
    return parse(as_text(HEAD + text + FINDINGS)).document.focus


@pytest.mark.parametrize(
    "text",
    [
        "We looked at the front door, with a focus on:\n\nhow thresholds are applied\n"
        "the oversight by managers",
        "We looked at the front door, with a focus on:\nhow thresholds are applied\n"
        "the oversight by managers",
        "We looked at the front door, with a focus on:\n\nhow thresholds are applied;\n\n"
        "the oversight by managers.",
        "We looked at the front door, focusing on:\n\nHow thresholds are applied\n"
        "The oversight by managers",
        "We looked at the front door, focusing on:\n\n- how thresholds are applied\n"
        "- the oversight by managers",
    ],
)
def test_points_end_where_the_list_does(text: str) -> None:
    assert [point.lower() for point in focus(text)] == [
        "how thresholds are applied",
        "the oversight by managers",
    ]


def test_a_point_that_is_broken_over_lines_is_one() -> None:
    points = (
        "the timeliness of plans for permanence and how well children are matched with carers",
        "visits to children",
    )
    lead_in = "We looked at children in care, focusing on:"
    paragraphs = [*HEAD.split("\n\n"), lead_in, *FINDINGS.split("\n\n")]
    wrapped = [textwrap.fill(paragraph, 70) for paragraph in paragraphs]
    at = wrapped.index(lead_in) + 1
    wrapped.insert(at, "\n".join(textwrap.fill(point, 70) for point in points))
    assert read(*wrapped).focus == points


def test_a_sentence_on_the_focus_stops_at_the_next_heading() -> None:
    for end in ("", "."):
        assert focus(f"Inspectors reviewed the progress made with care leavers{end}") == (
            "the progress made with care leavers",
        )


def test_a_lead_in_above_a_paragraph_has_no_points() -> None:
    text = "We looked at plans, focusing on:\n\nInspectors met social workers and their managers."
    assert focus(text) == ()


@pytest.mark.parametrize("mark", ["- ", "• ", ""])
def test_a_whole_sentence_leads_in_to_the_points(mark: str) -> None:
    sentence = "This focused visit looked at help for children aged 10 to 17 who go missing:"
    points = ("return interviews", "the mapping of risk")
    listed = "\n".join(f"{mark}{point}" for point in points)
    head = HEAD.removesuffix("Areas covered by the visit\n\n")
    assert parse(as_text(f"{head}{sentence}\n{listed}{FINDINGS}")).document.focus == points


def test_what_inspectors_found_is_no_focus() -> None:
    head = HEAD.removesuffix("Areas covered by the visit\n\n")
    text = "We reviewed the cases of 12 children and found:\n- two late plans"
    assert parse(as_text(head + text + FINDINGS)).document.focus == ()
    assert parse(as_text(head + text.replace(" and found", "") + FINDINGS)).document.focus


def test_points_that_lost_their_marks_are_sentences_of_their_own() -> None:
    points = ["visits to children", "how plans are reviewed", "life stories"]
    long = "Leaders know their service well and have set out plans that staff understand. " * 3
    text = HEAD + "Inspectors looked at:\n" + "\n".join(points) + f"\n\nOverview\n\n{long}\n{long}"
    said = [sentence.text for sentence in parse(as_text(text)).document.sentences]
    at = said.index("Inspectors looked at:") + 1
    assert said[at : at + 3] == points


def test_a_broken_line_of_an_unwrapped_text_still_goes_on() -> None:
    long = "Leaders know their service well and have set out plans that staff understand. " * 3
    text = f"{HEAD}{long}\nThe council has a\nnew plan for its services.\n\n{long}\n{long}"
    said = [sentence.text for sentence in parse(as_text(text)).document.sentences]
    assert "The council has a new plan for its services." in said
