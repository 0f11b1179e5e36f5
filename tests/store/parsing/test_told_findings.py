"""Whose it is what an article tells without quotation marks and without "she said"."""

import pytest

from store.findings.voices import voices
from store.model.line import Line
from store.parsing import parse

from .printing import reading_of

_HEAD = (
    "Wirral letter published", "By Jane Doe", "4 March 2019",
    "Ofsted has published its letter on Wirral Council’s children’s services.",
)  # fmt: skip


def _told(paragraph: str) -> tuple[list[str], list[str | None]]:
    """The voices of a paragraph's sentences, and the speakers of its quotations."""
    rows = [*_HEAD, paragraph, "More letters come out this month."]
    parsed = parse(reading_of([Line(row, gap=True) for row in rows]))
    document = parsed.document
    each = voices(document, parsed.quoted, parsed.paragraph_of, parsed.own_voice)
    told = [
        voice
        for sentence, voice in zip(document.sentences, each, strict=True)
        if sentence.text in paragraph
    ]
    return told, [words.speaker for words in document.quotations]


@pytest.mark.parametrize(
    "text",
    [
        "Concerns include the time it takes to see a child.",
        "The letter’s criticisms include late reviews.",
        "Among the strengths was the work with foster carers.",
        "Other findings: reviews are late; plans say little.",
        "The council’s failings include late reviews.",
        "There was criticism, too, of the way in which records are kept.",
        "The visit highlighted long waits.",
        "Deputy managers were said to be “stretched thin”.",
        "The local authority was warned that it must “pick up speed”.",
        "Ofsted’s figures show that most councils do better.",
    ],
)
def test_what_is_told_of_the_letter_is_ofsted_s(text: str) -> None:
    assert _told(text)[0] == ["ofsted"]


@pytest.mark.parametrize(
    "text",
    [
        "A report to Monday’s scrutiny committee says that 31 posts are empty.",
        "Papers for the March cabinet meeting show that 31 posts are empty.",
        "The council’s own records show that 31 posts are empty.",
        "Figures released by the council show how caseloads grew.",
        "The authority disputes the finding on caseloads.",
        "Ms Bell, the DCS, rejected any suggestion that children were at risk.",
    ],
)
def test_what_the_council_s_papers_and_officers_tell_is_the_council_s(text: str) -> None:
    assert _told(text)[0] == ["council"]


@pytest.mark.parametrize(
    "text",
    [
        "Data from the Department for Education show that most councils do better.",
        "Research by the University of Bristol shows that this is common.",
        "Unison’s concerns include low pay.",
        "The report was echoed by a retired headteacher, who found it “thin”.",
        "It was welcomed by a local baker, who said it was “overdue”.",
    ],
)
def test_what_others_tell_is_theirs(text: str) -> None:
    assert _told(text)[0] == ["other"]


@pytest.mark.parametrize(
    "text",
    [
        "The council rejected the plan for a trust.",
        "Findings are made public within a month.",
        "Records seen by this paper show that 40 children waited.",
        "Jo Bell was said to be “livid”.",
        "The council was told of the visit in January.",
    ],
)
def test_what_nobody_says_is_the_reporter_s(text: str) -> None:
    assert _told(text)[0] == ["reporter"]


def test_its_spokesman_is_theirs_who_were_named() -> None:
    assert _told("Wirral Council has more money. Its spokeswoman said so.")[0][1] == "council"
    assert _told("The council was rated inadequate. Its spokesman agreed.")[0][1] == "council"
    assert _told("The NSPCC asked for more. Its spokesman said children wait.")[0][1] == "other"


def test_somebody_unknown_who_says_it_is_named_as_printed() -> None:
    assert _told("It was welcomed by a local baker, who said it was “overdue”.")[1] == [
        "local baker"
    ]
