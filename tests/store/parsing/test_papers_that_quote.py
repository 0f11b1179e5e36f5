"""Papers of councils: the day of their meeting, and what they quote."""

import pytest

from store.model.document import Document, Quotation, Sentence
from store.parsing import parse
from store.parsing.papers.meeting_date import meeting_date
from store.parsing.speech.nested_quotations import nested
from tests.store.parsing.printing import as_text

MINUTES = """Bolton Council
Children's Scrutiny Committee
Minutes, Tuesday 4 June 2019

Present: Councillor Ahmed (Chair)

2. Minutes of the meeting held on 2 April 2019
These were agreed.

7. OFSTED FOCUSED VISIT
The Director read from Ofsted's letter of 14 May 2019: "Plans are clear to families."
Members noted the letter.
"""


def parsed() -> Document:
    return parse(as_text(MINUTES)).document


def test_minutes_have_the_day_of_their_meeting_and_their_quotations() -> None:
    document = parsed()
    assert (document.kind, document.date) == ("other", "2019-06-04")
    assert document.evidence["published"] == "Minutes, Tuesday 4 June 2019"
    assert [each.text for each in document.quotations] == ["Plans are clear to families."]


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        (["Report to: Cabinet", "Date: 3 May 2022"], "2022-05-03"),
        (["Cabinet, Monday 9 May 2022 at 6pm"], "2022-05-09"),
        (["Meeting of the Corporate Parenting Board held on 9 May 2022"], "2022-05-09"),
        (["Agenda", "Monday, 9 May 2022, 7pm"], "2022-05-09"),
        (["Thursday 5 May 2022", "Date of meeting: 9 May 2022"], "2022-05-09"),
        (["Minutes of the previous meeting, 9 May 2022"], None),
        (["3. Minutes of the meeting of 9 May 2022"], None),
        (["The Council received Ofsted's letter of 9 May 2022"], None),
        (["Cabinet, May 2022"], None),
        (["Cabinet, 9 May 2022 and 16 June 2022"], None),
        ([], None),
    ],
)
def test_the_day_of_a_meeting(rows: list[str], day: str | None) -> None:
    found = meeting_date(rows)
    assert (found[0] if found else None) == day


def within(text: str, voice: str = "council") -> list[tuple[str, str | None]]:
    start, end = text.index("“") + 1, text.rindex("”")
    outer = Quotation(text[start:end], "council", 0, start, end, voice)  # type: ignore[arg-type]
    found = list(nested(outer, text, [Sentence(text, "", 1, 1, 0, len(text))]))
    assert all(text[each.start : each.end] == each.text for each in found)
    assert all(each.voice == "ofsted" for each in found)
    return [(each.text, each.speaker) for each in found]


def test_what_is_quoted_of_ofsted_within_somebodys_words() -> None:
    assert within("“The letter says ‘plans are clear’, and they are,” he said. ”") == [
        ("plans are clear", "letter")
    ]
    assert within("“Ofsted calls us 'one of the best'.”") == [("one of the best", "Ofsted")]
    assert within("“Ofsted’s inspectors said children’s plans are ‘the staff’s best work’.”") == [
        ("the staff’s best work", "Ofsted")
    ]
    assert within("“Parents tell us ‘you were kind’, every day.”") == []
    assert within("“The letter is here. Staff say ‘we are proud’.”") == []
    assert within("“Ofsted said ‘good’.”") == []
    assert within("“The letter says ‘plans are clear’.”", "ofsted") == []
