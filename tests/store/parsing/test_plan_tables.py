"""A council's plan after an inspection: each cell of its tables is a text of whose column it is."""

import pytest

from store.findings.voices import voices
from store.model.line import Line
from store.parsing import parse

from .printing import reading_of

SAID, DONE = "Notes of visits are late", "Train all staff by May"


def voiced(*rows: str) -> dict[str, str]:
    """For each sentence of a plan with this table whose it is."""
    head = ["Medway Council: improvement plan", "This plan answers the letter of 4 March 2024."]
    lines = [Line(row, gap=True, role="paragraph") for row in head]
    lines += [Line(row.replace("|", "\t"), gap=True, role="cell") for row in rows]
    parsed = parse(reading_of(lines))
    assert parsed.document.kind == "other"
    assert parsed.document.visits == ()
    found = voices(parsed.document, parsed.quoted, parsed.paragraph_of, parsed.own_voice)
    return {s.text: v for s, v in zip(parsed.document.sentences, found, strict=True)}


@pytest.mark.parametrize(
    ("said", "done"),
    [
        ("What Ofsted said", "What we will do"),
        ("Ofsted finding", "Action"),
        ("Area for improvement", "Our response"),
        ("Recommendation", "Progress to date"),
        ("What inspectors found", "What has been done"),
    ],
)
def test_each_cell_is_a_text_in_the_voice_of_its_column(said: str, done: str) -> None:
    found = voiced(
        f"Ref|{said}|{done}|Who|RAG",
        f"1.1|{SAID}|{DONE}|Head of service|Amber",
        "1.2|Visits are late. Staff are few.|Hire.|Director|Red",
    )
    assert found[SAID] == found["Visits are late."] == found["Staff are few."] == "ofsted"
    assert found[DONE] == found["Hire."] == found["Head of service\tAmber"] == "council"
    assert {voice for text, voice in found.items() if said in text} == {"council"}


def test_a_table_of_numbers_keeps_its_rows() -> None:
    found = voiced("Measure|May|June|Target", "Average caseload|21|18|16", "Visits|71%|84%|90%")
    assert found["Average caseload\t21\t18\t16"] == "council"


def test_the_number_of_a_row_is_that_of_its_texts() -> None:
    lines = [
        Line(row.replace("|", "\t"), role="cell", gap=True)
        for row in ("Ref|Ofsted finding|Action", f"3.|{SAID}|{DONE}")
    ]
    document = parse(reading_of([Line("Medway Council: action plan", gap=True), *lines])).document
    assert [(s.text, s.number) for s in document.sentences][-2:] == [(SAID, "3"), (DONE, "3")]
