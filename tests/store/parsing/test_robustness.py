"""Whatever the lines are, parsing them ends soon, never raises, and invents no text."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.model.line import Line
from store.parsing import parse
from store.parsing.blocks import blocks_of
from store.parsing.headings import with_headings

from .printing import as_text, reading_of

ROWS = st.sampled_from(
    [
        "Ofsted", "17 September 2018", "Dear James", "Overview", "Yours sincerely", "HMI", "2",
        "Monitoring visit to Tameside children’s services", "with a focus on:", "Contents", "...",
        "This letter summarises the findings of the monitoring visit to Tameside on 2 May 2018.",
        "Inspection dates: 4 to 15 December 2023", "Inspection of", "children’s services", "“",
        "The impact of leaders on social work practice", "Requires", "improvement", "Good", "•",
        "1. Children who need help and protection", "By Jane Doe", "| 5 March 2024", "Published:",
        "Lead inspector:", "- a bullet", "12.", "1. A numbered paragraph", "–", "to be good",
        "Record of main findings", "The Local Safeguarding Children Board is", "Page 2 of 9",
        "What needs to improve?1", "(outcome 2, national framework)", "Within three months:",
        "Ofsted’s sixth monitoring visit to Bury on 2 May 2018 found caseloads of 26 to 28.",
        "A spokesman said: “We agree.”", "Two councils", "In Croydon, plans were late.", "multi-",
        "agency", "a strengths base", "model of practice", "assess\u00ad ment", "Record of",
        "Team inspectors: A B,", "Judgement", "3 4", "’s", "o", "\u00ad",
    ]
)  # fmt: skip
LINES = st.lists(
    st.builds(
        Line,
        text=st.one_of(ROWS, st.text(min_size=1, max_size=60).filter(lambda row: row.strip())),
        page=st.integers(1, 3),
        role=st.sampled_from(["", "", "", "heading", "bullet", "paragraph", "cell", "caption"]),
        level=st.integers(0, 3),
        gap=st.booleans(),
        size=st.sampled_from([0.0, 8.0, 12.0, 12.0, 14.0, 26.0]),
        bold=st.booleans(),
        x=st.sampled_from([0.0, 70.9, 88.8, 303.0]),
        x_end=st.sampled_from([0.0, 200.0, 510.0]),
        y=st.sampled_from([0.0, 30.0, 400.0, 414.5, 690.0]),
    ),
    max_size=30,
)  # fmt: skip


@given(LINES)
@settings(max_examples=300, deadline=None)
def test_any_lines_are_parsed_and_every_sentence_is_in_the_text(lines: list[Line]) -> None:
    document = parse(reading_of(lines)).document
    last = 0
    for sentence in document.sentences:
        assert document.text[sentence.start : sentence.end] == sentence.text
        assert last <= sentence.start < sentence.end
        last = sentence.end
    assert {sentence.section for sentence in document.sentences} <= {
        section.heading for section in document.sections
    }
    for figure in document.figures:
        assert 0 <= figure.sentence < len(document.sentences)
    for quotation in document.quotations:
        assert quotation.sentence == 0 or quotation.sentence < len(document.sentences)


@given(st.text(min_size=1, max_size=300).filter(lambda text: text.strip() != ""))
@settings(max_examples=100, deadline=None)
def test_any_text_is_parsed(text: str) -> None:
    parse(reading_of([Line(row) for row in text.splitlines() if row.strip()]))


def letters(text: str) -> str:
    """Without blanks and without the hyphens that joining settles."""
    return "".join(char for char in text if not char.isspace() and char not in "-\u00ad")


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_blocks_hold_the_words_of_the_lines_in_order(lines: list[Line]) -> None:
    blocks = with_headings(blocks_of(lines), has_layout=True)
    words = "".join(letters(block.text) for block in blocks)
    rest = iter("".join(letters(line.text) for line in lines))
    # Bullets, numbers and hyphens at a line's end may go; nothing is added or moved.
    assert all(char in rest for char in words)


@given(LINES)
@settings(max_examples=50, deadline=None)
def test_the_same_lines_give_the_same_document(lines: list[Line]) -> None:
    assert parse(reading_of(lines)).document == parse(reading_of(lines)).document


HEADS: list[list[str]] = [
    [],
    ["Monitoring visit to Tameside children’s services",
     "This letter summarises the findings of the monitoring visit to Tameside on 5 March 2019."],
    ["Council told to act", "By Ann Bell", "5 March 2019"],
    ["Inspection of Tameside children’s services", "Inspection dates: 5 to 9 March 2019",
     "Judgement Grade"],
    ["Tameside", "Inspection of services for children in need of help and protection, children "
     "looked after and care leavers", "Inspection date: 5 to 9 March 2015",
     "1. Children who need help and protection Good"],
]  # fmt: skip
WALLS = [
    "a", "A ", "Aa ", "the ", "1", "1 ", "12 March ", "12 and ", "- ", "“", "'", "(", "said “",
    "Ofsted inspectors visited ", "inspection of ", "safeguarding children board ", "judged the ",
    "in March ", "first monitoring ", "Ann Bell HMI, ", "50% of agency ", "North ", "Dear Ann ",
    "by the local democracy ", "...", "e.g. ", "\u00ad", "(outcome ", "£", "| ", "requires ",
    "covid-19 ", "director of ", "found a b c ", "\u2019s ", "and ", "with a focus on: ",
]  # fmt: skip
LONG = 40_000


@pytest.mark.parametrize("wall", WALLS)
@pytest.mark.parametrize("wrapped", [False, True])
def test_walls_of_characters_are_parsed_in_time_that_grows_with_length_alone(
    wall: str, wrapped: bool
) -> None:
    text = (wall * (LONG // len(wall) + 1))[:LONG].strip()
    rows = [text[i : i + 90].strip() for i in range(0, LONG, 90)] if wrapped else [text]
    for head in HEADS:
        lines = [Line(row) for row in [*head, *rows] if row]
        started = process_time()
        parse(reading_of(lines))
        assert process_time() - started < 1.0, head[:1]


def test_a_nul_byte_or_an_empty_line_does_no_harm() -> None:
    assert parse(as_text("\x00Dear\x00 James\n\n\n\f\f\nx")).document.kind == "other"
    assert parse(reading_of([])).document.sentences == ()
