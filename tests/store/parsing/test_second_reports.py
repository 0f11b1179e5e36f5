"""The report on a safeguarding board that a text copy prints behind that on the authority."""

import pytest

from store.model.document import Document
from store.parsing import parse

from .printing import as_text

FIRST = """Rutland
Inspection of services for children in need of help and protection, children looked after and care
leavers
Inspection date: 4 March 2015 – 20 March 2015
Report published: 12 May 2015

Summary of findings

{findings}

© Crown copyright 2015

30

"""
SECOND = """Rutland Local Safeguarding
Children Board
Review of the effectiveness of the local safeguarding children board
{labels}

The board requires improvement

Contents
{contents}

Summary of findings

The RLSCB requires improvement because:

Meetings

Partners come to each meeting, though few of them bring what they were asked to find out.

What does the LSCB need to improve?

1. Ask partners for what they know before each of the meetings.

Inspection judgement about the LSCB

{judged}
"""
ROWS = ["Summary of findings", "What does the LSCB need to improve?",
        "Inspection judgement about the LSCB"]  # fmt: skip
LABELS = "Inspection date: 4 March 2015 – 20 March 2015\nReport published: 12 May 2015"
FINDING = "Families of team {} are seen within the week and know whom to ring at any hour."
JUDGED = "Partner {} sends someone to every meeting, and what is decided there is done."


def read(contents: str, labels: str = LABELS) -> Document:
    findings = "\n\n".join(FINDING.format(number) for number in range(250))
    judged = "\n\n".join(JUDGED.format(number) for number in range(90))
    second = SECOND.format(contents=contents, judged=judged, labels=labels)
    return parse(as_text(FIRST.format(findings=findings) + second)).document


@pytest.mark.parametrize(
    "contents",
    [
        "\n".join(f"{row}     {page}" for page, row in enumerate(ROWS, 2)),
        "\n\n".join([*ROWS[:2], "3", ROWS[2], "4", "2"]),
    ],
)
@pytest.mark.parametrize(
    "labels", [LABELS, "Lead inspector: Ann Bell\nDate of inspection: 4 to 20 March 2015"]
)
def test_its_cover_and_its_contents_are_no_findings(contents: str, labels: str) -> None:
    document = read(contents, labels)
    texts = [s.text for s in document.sentences]
    assert texts.count(JUDGED.format(7)) == 1
    assert not [text for text in texts if text.startswith(("Rutland", "Review of", "Contents"))]
    assert not [text for text in texts if text.startswith(("Inspection ", "Report pub", "Lead"))]
    headings = [s.heading for s in document.sections]
    assert not {"Children Board", "Summary of findings 2"} & {*headings}
    [meeting] = [s for s in document.sentences if s.text.startswith("Partners come")]
    assert meeting.section == "Meetings"
    assert {s.section for s in document.sentences if s.text.startswith("Partner ")} == {ROWS[2]}


def test_what_the_board_must_improve_is_a_point() -> None:
    document = read("\n".join(f"{row}     {page}" for page, row in enumerate(ROWS, 2)))
    [point] = document.recommendations
    assert point.text.startswith("Ask partners")
