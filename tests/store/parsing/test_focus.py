"""What a letter says that its visit looked at, however the list of it was copied."""

import textwrap

import pytest

from store.parsing import parse

from .printing import as_text

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
    assert parse(as_text("\n\n".join(wrapped))).document.focus == points


def test_a_sentence_on_the_focus_stops_at_the_next_heading() -> None:
    for end in ("", "."):
        assert focus(f"Inspectors reviewed the progress made with care leavers{end}") == (
            "the progress made with care leavers",
        )


def test_a_lead_in_above_a_paragraph_has_no_points() -> None:
    text = "We looked at plans, focusing on:\n\nInspectors met social workers and their managers."
    assert focus(text) == ()
